import { defineFields } from '../../operation/define';
import type { PickedId } from '../../operation/params';

export const orderLocator = defineFields([
	{
		displayName: 'Order',
		name: 'order',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The order, picked from the list, by ID or by its address in the control panel',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an order…',
				hint: 'Search by order ID or by the full email address',
				typeOptions: { searchListMethod: 'searchOrders', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 123',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*#?[0-9]+\\s*$', errorMessage: 'An order ID is a number' },
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://store-abc123.mybigcommerce.com/manage/orders/123',
				extractValue: { type: 'regex', regex: '/manage/orders/(?:[a-z-]+/)?([0-9]+)' },
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '.*/manage/orders/(?:[a-z-]+/)?[0-9]+.*',
							errorMessage: 'The address of an order ends in /manage/orders/ and a number',
						},
					},
				],
			},
		],
	},
]);

export const orderIn = ({ order }: { order: PickedId }) => order.value;
