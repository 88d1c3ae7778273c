import { apiBody } from '../../operation/apiBody';
import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { compact, withoutNull } from '../../api/values';
import { asText, textsIfGiven } from '../../operation/values';
import { checkCategoryName } from '../../store/catalog/categories';
import { toPageAddress } from '../../store/catalog/pageAddress';
import type { CategoryDetails } from '../../store/catalog/categoryPaths';

export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Coffee',
		description: 'Name of the category, up to 50 characters; no two below one parent may share it',
	},
]);

export const toCategoryName = (given: unknown) => checkCategoryName(asText(given, 'Name'));

export const categoryFields = defineFields([
	{
		displayName: 'Default Product Sort',
		name: 'defaultProductSort',
		type: 'options',
		options: [
			{ name: 'Best Selling', value: 'best_selling' },
			{ name: 'By Review', value: 'avg_customer_review' },
			{ name: 'Featured Items', value: 'featured' },
			{ name: 'Name: A to Z', value: 'alpha_asc' },
			{ name: 'Name: Z to A', value: 'alpha_desc' },
			{ name: 'Newest Items', value: 'newest' },
			{ name: 'Price: Ascending', value: 'price_asc' },
			{ name: 'Price: Descending', value: 'price_desc' },
			{ name: "Store's Setting", value: 'use_store_settings' },
		],
		default: 'use_store_settings',
		description: 'How products are sorted when a shopper opens the category',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		clears: true,
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. <p>Beans, roasted each week</p>',
		description: 'Text on the page of the category; may hold HTML',
	},
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. https://example.com/coffee.png',
		description: 'Public address of an image, which BigCommerce fetches and keeps',
	},
	{
		displayName: 'Template Layout File',
		name: 'layoutFile',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. category.html',
		description: 'Template of the page; only stores with a Blueprint theme can set it',
	},
	{
		displayName: 'Meta Description',
		name: 'metaDescription',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Coffee for camp and kitchen',
		description: 'What search engines show of the page',
	},
	{
		displayName: 'Meta Keywords',
		name: 'metaKeywords',
		type: 'string',
		as: 'texts',
		clears: true,
		default: '',
		placeholder: 'e.g. coffee, beans',
		description: 'Keywords in the HTML of the page, separated by commas',
	},
	{
		displayName: 'Page Title',
		name: 'pageTitle',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Coffee beans',
		description: 'Title of the page in the browser; without it the name is shown',
	},
	{
		displayName: 'Search Keywords',
		name: 'searchKeywords',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. espresso, filter',
		description: 'Further words by which shoppers find the category, separated by commas',
	},
	{
		displayName: 'Sort Order',
		name: 'sortOrder',
		type: 'number',
		typeOptions: { numberPrecision: 0 },
		default: 0,
		description: 'Place in menus; lower numbers come first',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. /coffee/',
		description: 'Address of the page in the storefront; without it one is made of the name',
	},
	{
		displayName: 'Visible on Storefront',
		name: 'isVisible',
		type: 'boolean',
		default: true,
		description: 'Whether shoppers see the category',
	},
]);

export const additionalFields = defineFields([
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...categoryFields],
	},
]);

/** Only what was added to the form. */
export function categoryBody(added: Partial<ParamsOf<typeof categoryFields>>): CategoryDetails {
	const { metaKeywords, url, ...others } = withoutNull(added);
	return compact({
		...apiBody(others, categoryFields),
		meta_keywords: textsIfGiven(metaKeywords, 'Meta Keywords'),
		url: url === undefined ? undefined : { path: toPageAddress(url, 'URL'), is_customized: true },
	});
}
