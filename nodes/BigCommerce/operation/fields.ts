import { defineFields } from './define';
import type { Field } from './params';
import { toCount } from './values';

/** Fields that many operations share. Written once, spread into `fields`. */
export const returnAllOrLimit = defineFields([
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		displayOptions: { show: { returnAll: [false] } },
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
]);

/** How much of each record is output. */
export const outputFields = defineFields([
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Raw',
				value: 'raw',
				description: "The API's answer as it is",
			},
			{
				name: 'Selected Fields',
				value: 'selected',
				description: 'The ID and the fields that you name: the shortest for an AI agent',
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The fields that people act on, flat and under plain names',
			},
		],
		default: 'simplified',
		description: 'How much to return of each record',
	},
	{
		displayName: 'Fields',
		name: 'selectedFields',
		type: 'string',
		as: 'texts',
		required: true,
		displayOptions: { show: { output: ['selected'] } },
		default: '',
		placeholder: 'e.g. name, price, status',
		description:
			'Names of fields as Simplified or Raw outputs them, separated by commas. The ID is always there.',
	},
]);

export const ownAddressField = defineFields([
	{
		displayName: 'Own Address',
		name: 'ownAddress',
		type: 'hidden',
		// The one address below n8n's N8N_WEBHOOK_URL that every node can ask for.
		default: '={{ $execution.resumeUrl }}',
		description: 'Address of this n8n, by which its webhooks are known',
	},
]);

/** The choices of a field that says which way a list is sorted. */
export const sortDirections = [
	{ name: 'Ascending', value: 'asc' },
	{ name: 'Descending', value: 'desc' },
] as const;

/** The limit that the two fields of `returnAllOrLimit` mean. */
export const limitOf = ({ returnAll, limit }: { returnAll: boolean; limit: number }) =>
	returnAll ? undefined : toCount(limit, 'Limit');

/** Fields that must be given in one form, where another may leave them out. */
export const optional = <const Fields extends readonly Field[]>(fields: Fields) =>
	fields.map(({ required: _required, ...field }) => field) as unknown as {
		readonly [Place in keyof Fields]: Omit<Fields[Place], 'required'>;
	};

/** Shared fields that are shown only for some values of another field; their types stay as they were. */
export const shownWhen = <const Fields extends readonly Field[]>(
	show: Record<string, Array<string | boolean>>,
	fields: Fields,
): Fields =>
	fields.map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, ...show } },
	})) as unknown as Fields;
