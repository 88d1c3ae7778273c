import { defineFields } from '../../operation/define';

export const giftWrappingFields = defineFields([
	{
		displayName: 'Gift Wrapping',
		name: 'giftWrappingOptionsType',
		type: 'options',
		options: [
			{ name: 'All Options of the Store', value: 'any' },
			{ name: 'Chosen Options', value: 'list', description: "Those in 'Gift Wrapping Option IDs'" },
			{ name: 'None', value: 'none' },
		],
		default: 'any',
		description: 'Which gift wrappings a shopper may choose for the product',
	},
	{
		displayName: 'Gift Wrapping Option IDs',
		name: 'giftWrappingOptionsList',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 4',
		description:
			"The gift wrappings to choose from, separated by commas, where 'Gift Wrapping' is Chosen Options",
	},
]);
