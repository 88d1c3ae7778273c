import { defineFields } from '../../../operation/define';

export const ruleRow = defineFields([
	{
		displayName: 'Discount',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 4 },
		default: 10,
		description: "An amount or a percentage, by the 'Discount Type'",
	},
	{
		displayName: 'Discount Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Amount Off Each', value: 'price' },
			{ name: 'Fixed Price', value: 'fixed' },
			{ name: 'Percent Off Each', value: 'percent' },
		],
		default: 'percent',
		description: 'What the discount means',
	},
	{
		displayName: 'From Quantity',
		name: 'quantityMin',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 10,
		description: 'The rule holds from so many on',
	},
	{
		displayName: 'To Quantity',
		name: 'quantityMax',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'The rule holds up to so many; 0 means without limit',
	},
]);

export const customFieldRow = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Fabric',
		description: 'Name of the custom field, up to 250 characters',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. Merino wool',
		description: 'Value of the custom field, up to 250 characters',
	},
]);

export const imageRow = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. Front view',
		description: 'What the image shows',
	},
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/base-layer.jpg',
		description: 'Public address from which BigCommerce fetches the image, up to 8 MB',
	},
	{
		displayName: 'Thumbnail',
		name: 'isThumbnail',
		type: 'boolean',
		default: false,
		description: 'Whether the image stands for the product in lists',
	},
]);

export const videoRow = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. How the seams are made',
		description: "Empty takes YouTube's own",
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. The base layer at work',
		description: "Empty takes YouTube's own",
	},
	{
		displayName: 'YouTube Video ID',
		name: 'videoId',
		type: 'string',
		default: '',
		placeholder: 'e.g. dQw4w9WgXcQ',
		description: "The part of the video's address after v=",
	},
]);

/**
 * What a new product can be created with at once. What an update makes of them (replace, merge or add) is not
 * documented (fact sheet 4.1), so that a product that exists gets them by their own resources.
 */
export const partFields = defineFields([
	{
		displayName: 'Bulk Pricing',
		name: 'bulkPricingRules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Rule',
		default: {},
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [...ruleRow],
			},
		],
	},
	{
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Custom Field',
		default: {},
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [...customFieldRow],
			},
		],
	},
	{
		displayName: 'Images',
		name: 'images',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Image',
		default: {},
		options: [
			{
				displayName: 'Image',
				name: 'image',
				values: [...imageRow],
			},
		],
	},
	{
		displayName: 'Videos',
		name: 'videos',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Video',
		default: {},
		options: [
			{
				displayName: 'Video',
				name: 'video',
				values: [...videoRow],
			},
		],
	},
]);
