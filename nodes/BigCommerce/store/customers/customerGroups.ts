import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { compact, inCamelCase, toAmount, toIso } from '../../api/values';
import { noneNamed, sameName } from '../byName';
import type { Records } from '../records';

/** What customers of a group pay less: on all, on a category or a product, or by a price list (customers.v2.yml). */
export interface DiscountRule {
	type: 'all' | 'category' | 'price_list' | 'product';
	method?: 'fixed' | 'percent' | 'price';
	amount?: string;
	category_id?: number;
	product_id?: number;
	price_list_id?: number;
}

export interface CustomerGroup {
	id: number;
	name: string;
	is_default?: boolean;
	is_group_for_guests?: boolean;
	category_access?: { type: 'all' | 'none' | 'specific'; categories?: number[] };
	discount_rules?: DiscountRule[];
	date_created?: string;
	date_modified?: string;
}

export const customerGroups: Records = {
	path: '/v2/customer_groups',
	paging: 'v2',
	pageSize: 250,
	task: 'list the customer groups',
	noun: 'customer group',
	scope: 'customers:read',
	modify: 'customers:modify',
};

export const simplifyGroup = (group: CustomerGroup) =>
	compact({
		id: group.id,
		name: group.name,
		isDefault: group.is_default,
		isGroupForGuests: group.is_group_for_guests,
		categoryAccess: group.category_access?.type,
		categoryIds: group.category_access?.categories,
		discountRules: group.discount_rules?.map(({ amount, ...rule }) => ({
			...(inCamelCase(rule) as object),
			...compact({ amount: toAmount(amount) }),
		})),
		dateCreated: toIso(group.date_created),
		dateModified: toIso(group.date_modified),
	});

/** Groups may share a name: the newest is the one whose making was told of no more. */
export const findGroup = async (client: Client, name: string): Promise<CustomerGroup | undefined> =>
	(await list<CustomerGroup>(client, customerGroups, { query: { name } })).at(-1);

/** Finds groups by name or ID; the list of them is read once a run, and only where one is named. */
export async function groupFinder(client: Client, wanted: Array<string | number | undefined>) {
	const isNamed = wanted.some((group) => typeof group === 'string');
	const read = async () => await list<CustomerGroup>(client, customerGroups);
	const groups = isNamed ? await client.once('customer groups', read) : [];
	/** 0 is no group. */
	return (group: string | number): number => {
		if (typeof group === 'number') return group;
		const found = groups.find(({ name }) => sameName(name, group));
		if (found) return found.id;
		if (/^\d{1,9}$/.test(group)) return Number(group);
		throw noneNamed(customerGroups.noun, group, groups);
	};
}
