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

/** For what is assigned to channels. */
export const assignedToFilter = defineFields([
	{
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: [],
		description:
			'Only assignments to these sales channels. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);
