import { defineFields } from '../../operation/define';

export const trackingField = defineFields([
	{
		displayName: 'Track Inventory',
		name: 'inventoryTracking',
		type: 'options',
		options: [
			{ name: 'No', value: 'none', description: 'Stock is not counted' },
			{ name: 'On the Product Level', value: 'product' },
			{ name: 'On the Variant Level', value: 'variant' },
		],
		default: 'product',
		description: 'Whether stock is counted, and whether each variant has its own',
	},
]);
