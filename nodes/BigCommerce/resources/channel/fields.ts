import { defineFields } from '../../operation/define';

export const currenciesOption = defineFields([
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Currencies',
				name: 'includeCurrencies',
				type: 'boolean',
				default: true,
				description: 'Whether to read which currencies a channel sells in',
			},
		],
	},
]);

export const includeQuery = ({ includeCurrencies }: { includeCurrencies?: boolean }) => ({
	include: includeCurrencies ? 'currencies' : undefined,
});
