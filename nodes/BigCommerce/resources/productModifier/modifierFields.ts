import { defineFields } from '../../operation/define';

export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Engraving',
		description:
			'What the storefront calls the modifier; each modifier of a product has its own name',
	},
]);

/** Types by the names of the control panel. */
export const typeField = defineFields([
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Checkbox', value: 'checkbox' },
			{ name: 'Date Field', value: 'date' },
			{ name: 'Dropdown', value: 'dropdown' },
			{ name: 'File Upload', value: 'file' },
			{ name: 'Multi-Line Text Field', value: 'multi_line_text' },
			{ name: 'Number Field', value: 'numbers_only_text' },
			{ name: 'Product List', value: 'product_list' },
			{ name: 'Product List with Images', value: 'product_list_with_images' },
			{ name: 'Radio Buttons', value: 'radio_buttons' },
			{ name: 'Rectangle List', value: 'rectangles' },
			{ name: 'Swatch', value: 'swatch' },
			{ name: 'Text Field', value: 'text' },
		],
		default: 'text',
		description: 'What shoppers fill in or choose on the product page',
		hint: "Lists, buttons and swatches need 'Values' too; add them below",
	},
]);

export const requiredField = defineFields([
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: false,
		description: 'Whether the product can only be bought when the modifier is filled in',
	},
]);
