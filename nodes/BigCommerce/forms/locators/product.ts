import { defineFields } from '../../operation/define';
import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';

export const productLocator = defineFields([
	{
		displayName: 'Product',
		name: 'product',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The product, picked from the list, by ID or by its address in the control panel',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a product…',
				typeOptions: { searchListMethod: 'searchProducts', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A product ID is a number' },
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://store-abc123.mybigcommerce.com/manage/products/edit/111',
				extractValue: { type: 'regex', regex: '/manage/products/(?:edit/)?([0-9]+)' },
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '.*/manage/products/(?:edit/)?[0-9]+.*',
							errorMessage: 'The address of a product ends in /manage/products/edit/ and a number',
						},
					},
				],
			},
		],
	},
]);

/** Items for one product are written in order: images and options stand in the order in which they came. */
export const productOf = ({ product }: { product: Locator }) => idOf(product, 'Product');
