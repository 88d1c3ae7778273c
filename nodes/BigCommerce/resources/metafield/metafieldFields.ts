import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact, withoutNull } from '../../api/values';
import type { Metafield } from '../../store/metafields/metafields';
import { toDescription } from '../../store/metafields/metafieldTexts';

export const nameFields = defineFields([
	{
		displayName: 'Namespace',
		name: 'namespace',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. warehouse',
		description: 'Group that the key belongs to, up to 64 characters',
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. shelf',
		description: 'Name of the metafield in its namespace, up to 64 characters',
	},
]);

export const valueField = defineFields([
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		as: 'any',
		required: true,
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. B-17',
		description:
			'Text of up to 65,535 characters. An object or a list from an expression is kept as JSON.',
	},
]);

export const detailFields = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Where it lies in the warehouse',
		description: 'What the metafield is for, up to 255 characters',
	},
	{
		displayName: 'Permission Set',
		name: 'permissionSet',
		type: 'options',
		options: [
			{
				name: 'App Only',
				value: 'app_only',
				description: 'Only this API account sees it; a new account will not',
			},
			{ name: 'Read', value: 'read', description: 'Other API accounts see it' },
			{
				name: 'Read, and Storefront',
				value: 'read_and_sf_access',
				description: 'Other API accounts and the storefront see it',
			},
			{ name: 'Write', value: 'write', description: 'Other API accounts see and change it' },
			{
				name: 'Write, and Storefront',
				value: 'write_and_sf_access',
				description: 'Other API accounts see and change it, and the storefront sees it',
			},
		],
		default: 'app_only',
		description: 'Who else may see or change it; a new metafield is App Only unless this is added',
	},
]);

/** Only what was added to the form. */
export function detailsOf(
	given: Partial<ParamsOf<typeof detailFields>>,
): Partial<Pick<Metafield, 'description' | 'permission_set'>> {
	const { description, permissionSet } = withoutNull(given);
	return compact({
		description: description === undefined ? undefined : toDescription(description),
		permission_set: permissionSet || undefined,
	});
}

/** How a metafield that is there is named. */
export const findByField = defineFields([
	{
		displayName: 'Find Metafield By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'ID', value: 'id', description: 'The ID that BigCommerce gave the metafield' },
			{ name: 'Namespace and Key', value: 'key', description: 'The names that you gave it' },
		],
		default: 'key',
		description: 'How the metafield is found',
	},
]);

export const nameFieldsToFindBy = shownWhen({ findBy: ['key'] }, nameFields);
