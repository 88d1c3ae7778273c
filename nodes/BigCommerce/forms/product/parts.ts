import { defineFields } from '../../operation/define';
import { ruleInOrder } from '../bulkPricingRuleFields';
import { nameAndValue } from '../customFieldRows';
import { imageSettings, imageUrlField } from '../imageFields';
import { videoField, videoSettings } from '../videoFields';

// A place in the order need not be said: rows have one.
const [imageDescription, , thumbnailField] = imageSettings;
/** Of several that have it, the first counts. */
const thumbnail = { ...thumbnailField, default: true } as const;
const [videoDescription, , videoTitle] = videoSettings;

/**
 * What a new product can be created with at once. What an update makes of them (replace, merge or add) is not
 * documented (API notes 2.7), so that a product that exists gets them by their own resources.
 */
export const partFields = defineFields([
	{
		displayName: 'Bulk Pricing',
		name: 'bulkPricingRules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Rule',
		default: {},
		options: [{ displayName: 'Rule', name: 'rule', values: [...ruleInOrder] }],
	},
	{
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Custom Field',
		default: {},
		options: [{ displayName: 'Custom Field', name: 'field', values: [...nameAndValue] }],
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
				values: [...imageUrlField, imageDescription, thumbnail],
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
				values: [...videoField, videoTitle, videoDescription],
			},
		],
	},
]);
