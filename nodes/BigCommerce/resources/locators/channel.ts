import { defineFields } from '../../operation/define';

export const channelLocator = defineFields([
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The sales channel, picked from the list or by ID; 1 is the default storefront',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a channel…',
				typeOptions: { searchListMethod: 'searchChannels', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A channel ID is a number' },
					},
				],
			},
		],
	},
]);
