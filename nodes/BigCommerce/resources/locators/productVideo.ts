import { defineFields } from '../../operation/define';

export const videoLocator = defineFields([
	{
		displayName: 'Video',
		name: 'video',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The video of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a video…',
				typeOptions: { searchListMethod: 'searchProductVideos', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A video ID is a number' },
					},
				],
			},
		],
	},
]);
