import { defineFields } from '../../operation/define';

export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Size',
		description: 'What the storefront calls the option; each option of a product has its own name',
	},
]);

/** Types by the names of the control panel. */
export const typeField = defineFields([
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Dropdown', value: 'dropdown' },
			{ name: 'Product List', value: 'product_list' },
			{ name: 'Product List with Images', value: 'product_list_with_images' },
			{ name: 'Radio Buttons', value: 'radio_buttons' },
			{ name: 'Rectangle List', value: 'rectangles' },
			{ name: 'Swatch', value: 'swatch' },
		],
		default: 'rectangles',
		description: 'How shoppers choose on the product page',
	},
]);
