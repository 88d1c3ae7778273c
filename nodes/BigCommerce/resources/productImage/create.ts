import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import { defineFields, defineOperation } from '../../operation/define';
import { shownWhen, simplifyField } from '../../operation/fields';
import { choicesReader } from '../../operation/withChoices';
import { productLocator, productOf } from '../locators/product';
import { createRecord, type Records } from '../../store/records';
import { imageFileField, imageSettings, imageUrlField } from './fields';
import { images, simplifyImage, type Image } from './images';
import { imageForm, toImageUrl } from './source';

/** The clocks of the store and of this n8n may differ. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * The store renames files and does not tell the address that one came from. So after a lost answer the image is known by
 * being the product's newest, made since, with the same description.
 */
async function findNewest(
	client: Client,
	records: Records,
	description: string,
	since: number,
): Promise<Image | undefined> {
	const newest = (await list<Image>(client, records)).sort((a, b) => b.id - a.id)[0];
	const isOlder = newest && Date.parse(newest.date_modified) < since - CLOCKS_DIFFER_MS;
	return isOlder || newest?.description !== description ? undefined : newest;
}

const sourceField = defineFields([
	{
		displayName: 'Image Source',
		name: 'imageSource',
		type: 'options',
		options: [
			{
				name: 'Input File',
				value: 'file',
				description: 'A file that the input item carries',
			},
			{ name: 'URL', value: 'url', description: 'An address that BigCommerce fetches' },
		],
		default: 'url',
		description: 'Where the image comes from',
	},
]);

const withChoices = choicesReader(sourceField);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a product image',
	description: 'Add an image to a product, from an address or from a file of the input item',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...sourceField,
		...shownWhen({ imageSource: ['url'] }, imageUrlField),
		...shownWhen({ imageSource: ['file'] }, imageFileField),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...imageSettings],
		},
		...simplifyField,
	],
	simplify: simplifyImage,
	writes: productOf,
	each: async ({ params: given, item, run: { client, file } }) => {
		const params = withChoices(given);
		const records = images(productOf(params));
		const settings = apiBody(params.additionalFields, imageSettings);
		const body =
			params.imageSource === 'url'
				? { image_url: toImageUrl(params.imageUrl), ...settings }
				: imageForm(settings, await file(item, params.inputField));
		const since = Date.now();
		return await createRecord<Image>(
			client,
			records,
			body,
			async () => await findNewest(client, records, String(settings.description ?? ''), since),
		);
	},
});
