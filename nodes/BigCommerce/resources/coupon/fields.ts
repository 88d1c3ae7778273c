import { defineColumns } from '../../forms/rowColumns';
import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import type { Locator } from '../../operation/params';
import { tableField } from '../../operation/table';
import { idOf } from '../../operation/values';
import type { CouponName } from '../../store/marketing/coupons';
import { categoryLocator } from '../../forms/locators/category';

/** Discount types by the names of the control panel. */
export const discountType = defineFields([
	{
		displayName: 'Discount Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Dollar Amount Off Each Item in the Order', value: 'per_item_discount' },
			{ name: 'Dollar Amount Off the Order Total', value: 'per_total_discount' },
			{ name: 'Dollar Amount Off the Shipping Total', value: 'shipping_discount' },
			{ name: 'Free Shipping', value: 'free_shipping' },
			{ name: 'Percentage Off Each Item in the Order', value: 'percentage_discount' },
		],
		default: 'percentage_discount',
		description: "What the shopper gets off. Amounts are in the store's default currency.",
	},
]);

export const couponLocator = defineFields([
	{
		displayName: 'Coupon',
		name: 'coupon',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The coupon, picked from the list, by ID or by its code',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a coupon…',
				typeOptions: { searchListMethod: 'searchCoupons', searchable: true },
			},
			{
				displayName: 'By Code',
				name: 'code',
				type: 'string',
				placeholder: 'e.g. SPRING10',
				hint: 'The code as shoppers type it',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 123',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A coupon ID is a number' },
					},
				],
			},
		],
	},
]);

/** The coupon that an item writes, by its code or by its id. */
export const namedCoupon = ({ coupon: { by, value } }: { coupon: Locator }) => ({
	by: by === 'code' ? 'code' : 'id',
	name: value,
});

export const couponNameOf = (coupon: Locator): CouponName =>
	coupon.by === 'code'
		? { by: 'code', value: String(coupon.value) }
		: { by: 'id', value: idOf(coupon, 'Coupon') };

/** Settings that are the same for a new coupon and for a change; alphabetical, as n8n lists them. */
export const couponSettings = defineFields([
	{
		displayName: 'Applies To Category',
		name: 'category',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Category whose products get the discount; by ID also several. Without categories and products the coupon is for the whole store.',
		as: 'ids',
		clears: true,
		modes: categoryLocator.modes,
	},
	{
		displayName: 'Applies To Product',
		name: 'product',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Product that gets the discount; by ID also several. Without categories and products the coupon is for the whole store.',
		as: 'ids',
		clears: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a product…',
				typeOptions: { searchListMethod: 'searchProducts', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 77, 80',
				hint: 'One ID, or several separated by commas',
			},
		],
	},
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description: 'Whether shoppers can use the coupon',
	},
	{
		displayName: 'Expires',
		name: 'expires',
		type: 'dateTime',
		clears: true,
		default: '',
		description:
			"Last moment at which the coupon can be used. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Limit Total Number of Uses',
		name: 'maxUses',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How often the coupon can be used in all; 0 means without limit',
	},
	{
		displayName: 'Limit Uses per Customer',
		name: 'maxUsesPerCustomer',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How often one customer can use the coupon; 0 means without limit',
	},
	{
		displayName: 'Minimum Purchase',
		name: 'minPurchase',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Order total from which the coupon can be used, in the store's default currency",
	},
	{
		displayName: 'Shipping Methods',
		name: 'shippingMethods',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. shipping_fedex, shipping_usps',
		description: 'Names of the shipping methods that the coupon is limited to, separated by commas',
	},
]);

const codeFromField = defineFields([
	{
		displayName: 'Code From',
		name: 'codeFrom',
		type: 'options',
		options: [
			{ name: 'Own Code', value: 'own', description: 'You give the code' },
			{
				name: 'Template',
				value: 'template',
				description: "Built from a creator's name and a random part",
			},
		],
		default: 'own',
		description: 'Where the code comes from',
	},
]);

const codeTemplateField = defineFields([
	{
		displayName: 'Code Template',
		name: 'codeTemplate',
		type: 'string',
		default: '{name}-{random}',
		placeholder: 'e.g. {name}-{random:4}',
		description:
			'Text with {name} for the creator and {random} for six characters that are not mistaken for others; {random:4} gives four',
	},
]);

/** What a coupon gives, whatever its code. */
const discountFields = defineFields([
	...discountType,
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		displayOptions: { hide: { type: ['free_shipping'] } },
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'Percent or amount off, by the discount type',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Spring sale',
		description:
			'Name in the control panel, up to 100 characters; no two coupons have the same. Empty means the creator, if any, and the code.',
	},
	{
		displayName: 'If Code Exists',
		name: 'ifExists',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'The item fails and says which coupon has the code',
			},
			{ name: 'Skip', value: 'skip', description: 'The present coupon is the result, unchanged' },
			{
				name: 'Update',
				value: 'update',
				description: 'The present coupon gets the values of this form',
			},
		],
		default: 'fail',
		description: 'What to do when the store has a coupon with this code',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...couponSettings],
	},
]);

/** The form of a new coupon. */
export const couponForm = defineFields([
	...codeFromField,
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		required: true,
		displayOptions: { show: { codeFrom: ['own'] } },
		default: '',
		placeholder: 'e.g. SPRING10',
		description: 'What shoppers type at checkout, up to 50 characters',
	},
	{
		displayName: 'Creator Name',
		name: 'creatorName',
		type: 'string',
		displayOptions: { show: { codeFrom: ['template'] } },
		default: '',
		placeholder: 'e.g. Anna Lee',
		description: 'Stands in the code in capitals, without spaces and accents',
	},
	...shownWhen({ codeFrom: ['template'] }, codeTemplateField),
	...discountFields,
]);

/** What a row says of a creator and their coupon. */
const creatorColumns = defineColumns([
	{
		displayName: 'Creator Name',
		name: 'creator',
		type: 'string',
		default: '',
		matches: true,
		firstNamed: ['creator'],
		alsoNamed: [
			'Name',
			'Full Name',
			'Influencer',
			'Influencer Name',
			'Affiliate',
			'Ambassador',
			'Partner',
		],
	},
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		matches: true,
		alsoNamed: ['Coupon', 'Coupon Code', 'Discount Code', 'Promo Code'],
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		alsoNamed: ['Discount', 'Discount Amount', 'Percent', 'Percentage', 'Discount Percent'],
	},
	{
		displayName: 'Expires',
		name: 'expires',
		type: 'dateTime',
		default: '',
		alsoNamed: ['Expiry', 'Expiry Date', 'Expires At', 'Expiration Date', 'Valid Until'],
	},
	{
		displayName: 'Limit Total Number of Uses',
		name: 'maxUses',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		alsoNamed: ['Uses', 'Usage Limit', 'Max Uses', 'Limit'],
	},
]);

/** The form of coupons of which each belongs to a creator. */
export const creatorCouponsForm = defineFields([
	...tableField({
		description:
			"Each input item is a creator: their name, and if you like an amount, a date on which the coupon expires, how often it can be used, or a code of its own in place of the template's",
		columns: creatorColumns,
	}),
	...codeTemplateField,
	...discountFields,
]);
