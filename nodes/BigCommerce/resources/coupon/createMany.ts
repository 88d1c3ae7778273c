import { defineFields, defineOperation } from '../../operation/define';
import { shownWhen, outputFields } from '../../operation/fields';
import { idOf, toCount, toDate } from '../../operation/values';
import { codegenBody } from '../../store/marketing/generatedCodeShape';
import { generateCodes } from '../../store/marketing/promotionCodes';
import { simplifyCoupon, type Coupon } from '../../store/marketing/coupons';
import { codeOrCreator, couponOfCreator, createOne } from './couponOfForm';
import { creatorCouponsForm } from './fields';
import { createPromotion, openPromotion } from '../../store/marketing/promotions';

/** The form of unique codes: a promotion, made here or picked, and how its codes look. */
const codesForm = defineFields([
	{
		displayName: 'Number of Codes',
		name: 'count',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'How many codes to generate for each input item',
	},
	{
		displayName: 'Promotion',
		name: 'promotionFrom',
		type: 'options',
		options: [
			{ name: 'Create a New One', value: 'new', description: 'A promotion that starts at once' },
			{
				name: 'Use a Present One',
				value: 'present',
				description: 'A coupon promotion made for bulk codes',
			},
		],
		default: 'new',
		description: 'What the codes unlock',
	},
	{
		displayName: 'Promotion',
		name: 'promotion',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: { promotionFrom: ['present'] } },
		default: { mode: 'list', value: '' },
		description: 'The promotion that gets more codes',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a promotion…',
				typeOptions: { searchListMethod: 'searchBulkPromotions', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7' },
		],
	},
	{
		displayName: 'Promotion Name',
		name: 'promotionName',
		type: 'string',
		required: true,
		displayOptions: { show: { promotionFrom: ['new'] } },
		default: '',
		placeholder: 'e.g. Newsletter welcome',
		description: 'Name in the control panel under Marketing > Promotions',
	},
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'options',
		displayOptions: { show: { promotionFrom: ['new'] } },
		options: [
			{ name: 'Dollar Amount Off the Order Total', value: 'fixed' },
			{ name: 'Free Shipping', value: 'freeShipping' },
			{ name: 'Percentage Off the Order Total', value: 'percentage' },
		],
		default: 'percentage',
		description: 'What the shopper gets off',
	},
	{
		displayName: 'Discount Amount',
		name: 'discountAmount',
		type: 'number',
		displayOptions: { show: { promotionFrom: ['new'], discount: ['fixed', 'percentage'] } },
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'Percent or amount off, by the discount',
	},
	{
		displayName: 'Code Options',
		name: 'codeOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Delimiter',
				name: 'delimiter',
				type: 'options',
				options: [
					{ name: 'Hyphen', value: '-' },
					{ name: 'None', value: '' },
					{ name: 'Underscore', value: '_' },
				],
				default: '-',
				description: 'Sign between prefix, random part and suffix',
			},
			{
				displayName: 'Length of Random Part',
				name: 'codeLength',
				type: 'number',
				typeOptions: { minValue: 6, maxValue: 16 },
				default: 10,
				description:
					'From 6 to 16 characters; characters that are mistaken for others are left out',
			},
			{
				displayName: 'Limit Uses per Code',
				name: 'maxUses',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 1,
				description: 'How often each code can be used; 0 means without limit',
			},
			{
				displayName: 'Limit Uses per Customer',
				name: 'maxUsesPerCustomer',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 1,
				description: 'How often one customer can use a code; 0 means without limit',
			},
			{
				displayName: 'Prefix',
				name: 'prefix',
				type: 'string',
				default: '',
				placeholder: 'e.g. ANNA',
				description:
					"Start of every code, up to 20 characters; a creator's name from the input item works well",
			},
			{
				displayName: 'Suffix',
				name: 'suffix',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2027',
				description: 'End of every code, up to 20 characters',
			},
		],
	},
	{
		displayName: 'Promotion Options',
		name: 'promotionOptions',
		type: 'collection',
		placeholder: 'Add Option',
		displayOptions: { show: { promotionFrom: ['new'] } },
		default: {},
		options: [
			{
				displayName: 'Expires',
				name: 'expires',
				type: 'dateTime',
				default: '',
				description:
					"Last moment at which the codes can be used. Without a time zone, the workflow's is used.",
			},
			{
				displayName: 'Minimum Purchase',
				name: 'minimumSpend',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'Cart total from which the codes can be used',
			},
		],
	},
]);

export const createMany = defineOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many coupons',
	description: 'Create a coupon for each creator, or thousands of unique codes of one promotion',
	scope: 'marketing:modify',
	fields: [
		{
			displayName: 'Create',
			name: 'kind',
			type: 'options',
			options: [
				{
					name: 'A Coupon for Each Creator',
					value: 'coupons',
					description: "Each input item is a creator, whose name stands in the coupon's code",
				},
				{
					name: 'Unique Codes of a Promotion',
					value: 'codes',
					description: 'For campaigns: codes that each work once, 250 a request',
				},
			],
			default: 'coupons',
			description: 'What to make out of the input',
		},
		...shownWhen({ kind: ['coupons'] }, creatorCouponsForm),
		...shownWhen({ kind: ['codes'] }, codesForm),
		...shownWhen({ kind: ['coupons'] }, outputFields),
	],
	simplify: (record: (Coupon & { creator?: string }) | { promotionId: number }) =>
		'promotionId' in record
			? record
			: { ...(record.creator && { creator: record.creator }), ...simplifyCoupon(record) },
	writes: (params) =>
		params.kind === 'coupons'
			? codeOrCreator(couponOfCreator(params))
			: params.promotionFrom === 'new'
				? params.promotionName
				: params.promotion.value,
	async *each({ params, run: { client, once } }) {
		if (params.kind === 'coupons') {
			const { creator } = params.columns.values;
			const coupon = await createOne(client, couponOfCreator(params));
			yield [creator ? { creator, ...coupon } : coupon];
			return;
		}
		const { promotionOptions } = params;
		const count = toCount(params.count, 'Number of Codes');
		const shape = codegenBody(params.codeOptions);
		const opened =
			params.promotionFrom === 'present'
				? await openPromotion(client, idOf(params.promotion, 'Promotion'))
				: await createPromotion(client, {
						name: params.promotionName,
						discount: params.discount,
						amount: params.discountAmount,
						minimumSpend: promotionOptions.minimumSpend,
						expires: toDate(promotionOptions.expires, 'Expires'),
					});
		const { id: promotionId, name: promotionName } = opened.promotion;
		const handedOut = once('codes handed out', () => new Set<string>());
		for await (const codes of generateCodes(client, opened, count, shape, handedOut)) {
			yield codes.map((code) => ({ code, promotionId, promotionName }));
		}
	},
});
