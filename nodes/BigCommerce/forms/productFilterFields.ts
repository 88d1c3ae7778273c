import { defineFields } from '../operation/define';
import { brandLocator } from './locators/brand';

/** Filters for products that several lists have. */
export const brandFilter = defineFields([
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: 'Only products of this brand',
		modes: brandLocator[0].modes,
	},
]);

export const keywordFilter = defineFields([
	{
		displayName: 'Keyword',
		name: 'keyword',
		type: 'string',
		default: '',
		placeholder: 'e.g. merino',
		description: 'Only products with this word in name, description, SKU or brand',
	},
]);

export const channelsFilter = defineFields([
	{
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: [],
		description:
			'Only products assigned to one of these channels. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);
