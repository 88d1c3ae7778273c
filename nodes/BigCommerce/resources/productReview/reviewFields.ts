import { defineFields } from '../../operation/define';
import { LONGEST_TITLE } from '../../store/catalog/productReviews';

export const titleField = defineFields([
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Fits perfectly',
		description: 'Headline of the review',
		maxLength: LONGEST_TITLE,
	},
]);

/** What can be said beside the title; alphabetical, as n8n lists them. */
export const reviewSettings = defineFields([
	{
		displayName: 'Date Reviewed',
		name: 'dateReviewed',
		type: 'dateTime',
		default: '',
		description:
			"When the review was written; a new one without it gets the present moment. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Rating',
		name: 'rating',
		type: 'options',
		options: [
			{ name: '1 Star', value: 1 },
			{ name: '2 Stars', value: 2 },
			{ name: '3 Stars', value: 3 },
			{ name: '4 Stars', value: 4 },
			{ name: '5 Stars', value: 5 },
			{ name: 'No Rating', value: 0 },
		],
		default: 5,
		description: 'Number of stars',
	},
	{
		displayName: 'Reviewer Email',
		name: 'email',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. nathan@example.com',
		description:
			'Email address of the person who wrote the review; the storefront does not show it',
	},
	{
		displayName: 'Reviewer Name',
		name: 'name',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Nathan Smith',
		description: 'Who wrote the review, up to 255 characters',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Approved', value: 'approved', description: 'The storefront shows it' },
			{ name: 'Disapproved', value: 'disapproved', description: 'It stays hidden' },
			{ name: 'Pending', value: 'pending', description: 'It waits for a decision' },
		],
		default: 'approved',
		description: 'Whether the storefront shows the review',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		clears: true,
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. I wear it every day.',
		description: 'The review itself',
	},
]);
