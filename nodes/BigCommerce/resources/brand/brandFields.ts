import { apiBody } from '../../operation/apiBody';
import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { compact, withoutNull } from '../../api/values';
import { asText, textsIfGiven } from '../../operation/values';
import { toPageAddress } from '../../store/catalog/pageAddress';
import { checkBrandName, type Brand } from '../../store/catalog/brands';

export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Northpine',
		description: 'Name of the brand; no two brands may share it',
	},
]);

export const toBrandName = (given: unknown) => checkBrandName(asText(given, 'Name'));

export const brandFields = defineFields([
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. https://example.com/northpine.png',
		description: 'Public address of an image, which BigCommerce fetches and keeps',
	},
	{
		displayName: 'Meta Description',
		name: 'metaDescription',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Tents and packs made in the north',
		description: "What search engines show of the brand's page",
	},
	{
		displayName: 'Meta Keywords',
		name: 'metaKeywords',
		type: 'string',
		as: 'texts',
		clears: true,
		default: '',
		placeholder: 'e.g. tents, packs',
		description: "Keywords in the HTML of the brand's page, separated by commas",
	},
	{
		displayName: 'Page Title',
		name: 'pageTitle',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Northpine outdoor gear',
		description: "Title of the brand's page in the browser",
	},
	{
		displayName: 'Search Keywords',
		name: 'searchKeywords',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. northpine, north pine',
		description: 'Further words by which shoppers find the brand, separated by commas',
	},
	{
		displayName: 'URL',
		name: 'customUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. /northpine/',
		description:
			"Address of the brand's page in the storefront; without it one is made of the name",
	},
]);

/** Only what was added to the form. */
export function brandBody(added: Partial<ParamsOf<typeof brandFields>>): Partial<Brand> {
	const { customUrl, metaKeywords, ...texts } = withoutNull(added);
	return compact({
		...apiBody(texts, brandFields),
		meta_keywords: textsIfGiven(metaKeywords, 'Meta Keywords'),
		custom_url:
			customUrl === undefined
				? undefined
				: { url: toPageAddress(customUrl, 'URL'), is_customized: true },
	});
}
