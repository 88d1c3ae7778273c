import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { priceListLocator } from '../../forms/locators/priceList';
import { defineFields } from '../../operation/define';
import { optional } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { idOf } from '../../operation/values';
import type { CustomerGroup, DiscountRule } from '../../store/customers/customerGroups';

export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Wholesale',
		description: 'What the group is called in the control panel',
	},
]);

const [priceList] = optional(priceListLocator);

export const groupFields = defineFields([
	{
		displayName: 'Category Access',
		name: 'categoryAccess',
		type: 'options',
		options: [
			{ name: 'All Categories', value: 'all' },
			{ name: 'No Category', value: 'none' },
			{ name: 'Specific Categories', value: 'specific', description: "Those of 'Category IDs'" },
		],
		default: 'all',
		description: 'Which categories customers of the group see',
	},
	{
		displayName: 'Category IDs',
		name: 'categoryIds',
		type: 'string',
		as: 'ids',
		default: '',
		placeholder: 'e.g. 23, 24',
		description: 'The only categories that customers of the group see, separated by commas',
	},
	{
		displayName: 'Default for New Customers',
		name: 'isDefault',
		type: 'boolean',
		default: false,
		description: 'Whether new customers join the group by themselves',
	},
	{
		displayName: 'Discount Rules',
		name: 'discountRules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Rule',
		default: {},
		description: 'What customers of the group pay less. In an update they take the place of all.',
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'For',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'All Products', value: 'all' },
							{ name: 'Category', value: 'category' },
							{ name: 'Product', value: 'product' },
						],
						default: 'all',
						description: 'What the discount is on',
					},
					{
						displayName: 'Category or Product ID',
						name: 'target',
						type: 'string',
						as: 'id',
						default: '',
						placeholder: 'e.g. 23',
						description:
							'ID of the category or product that the discount is on; empty for all products',
					},
					{
						displayName: 'Discount Type',
						name: 'method',
						type: 'options',
						options: [
							{ name: 'Fixed Price', value: 'fixed' },
							{ name: 'Money Off', value: 'price' },
							{ name: 'Percent Off', value: 'percent' },
						],
						default: 'percent',
						description: 'How the price is lowered',
					},
					{
						displayName: 'Amount',
						name: 'amount',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 10,
						description: 'Percent off, money off or the price, by the discount type; 10 means 10%',
					},
				],
			},
		],
	},
	{
		displayName: 'Group for Guests',
		name: 'isGroupForGuests',
		type: 'boolean',
		default: false,
		description:
			'Whether shoppers who are not signed in belong to the group; one group can be that',
	},
	{
		...priceList,
		description: 'Price list whose prices the group gets, in the place of discount rules',
	},
]);

function discountRules({
	discountRules: given,
	priceList: list,
}: Partial<ParamsOf<typeof groupFields>>): DiscountRule[] | undefined {
	const rules = given?.rule ?? [];
	if (list === undefined) {
		return rules.length === 0 ? undefined : rules.map(toRule);
	}
	if (rules.length === 0) return [{ type: 'price_list', price_list_id: idOf(list, 'Price List') }];
	throw new InputError(
		"'Price List' and 'Discount Rules' exclude each other",
		'Remove one of them: a group has the prices of a list, or discounts.',
	);
}

interface GivenRule {
	type: 'all' | 'category' | 'product';
	method: 'fixed' | 'percent' | 'price';
	amount: number;
	target?: number;
}

function toRule({ type, method, amount, target }: GivenRule): DiscountRule {
	const rule = { type, method, amount: String(amount) };
	if (type === 'all') return rule;
	if (target !== undefined) return { ...rule, [`${type}_id`]: target };
	throw new InputError(
		"'Category or Product ID' is empty",
		`Give 'Category or Product ID' the ID of the ${type} that the discount is on.`,
	);
}

export function groupBody(given: Partial<ParamsOf<typeof groupFields>>): Partial<CustomerGroup> {
	const { categoryIds, categoryAccess = categoryIds && 'specific' } = given;
	if (categoryAccess === 'specific' && !categoryIds)
		throw new InputError(
			"'Category IDs' is empty",
			"Give 'Category IDs' the categories that the group sees.",
		);
	return compact({
		is_default: given.isDefault,
		is_group_for_guests: given.isGroupForGuests,
		category_access:
			categoryAccess === 'specific'
				? { type: categoryAccess, categories: categoryIds }
				: categoryAccess && { type: categoryAccess },
		discount_rules: discountRules(given),
	});
}
