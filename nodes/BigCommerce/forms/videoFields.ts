import { defineFields } from '../operation/define';

/** What can be said of a video, a new one or one that is there; alphabetical, as n8n lists them. */
export const videoSettings = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		clears: true,
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. How the shirt is made, from the field to the shop',
		description: 'Text below the video; for a new video YouTube gives it where you do not',
	},
	{
		displayName: 'Sort Order',
		name: 'sortOrder',
		type: 'number',
		typeOptions: { numberPrecision: 0 },
		default: 0,
		description: 'Place among the videos of the product; lower numbers come first',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. How it is made',
		description: 'Name of the video; for a new video YouTube gives it where you do not',
	},
]);

export const videoField = defineFields([
	{
		displayName: 'Video',
		name: 'youtubeVideo',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://www.youtube.com/watch?v=z3fRu9pkuXE',
		description: 'The address of the video on YouTube, or its ID',
	},
]);
