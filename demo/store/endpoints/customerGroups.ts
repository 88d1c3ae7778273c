import { decimal, isoZulu } from '../formats.ts';
import { bare, invalidField, noContent, notFoundV2, type Answer } from '../http/answers.ts';
import { choice, fieldProblems, flag, text } from '../http/fieldRules.ts';
import { passing, timeTests } from '../http/filters.ts';
import { v2Page } from '../http/paging.ts';
import { arrayOf, flagOf, numberOf, numbersOf, objectOf, textOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CustomerGroupRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';

const ALL = '/v2/customer_groups';
const ONE = `${ALL}/{customer_group_id}`;

const FIELDS = {
	name: text(undefined, 1),
	is_default: flag,
	is_group_for_guests: flag,
	category_access: { is: 'object' },
	discount_rules: { is: 'objects' },
} as const;
const ACCESS = { type: choice('all', 'specific', 'none'), categories: { is: 'ids' } } as const;
const RULE = {
	type: choice('price_list', 'all', 'category', 'product'),
	method: choice('percent', 'fixed', 'price'),
} as const;
/** What the discount of each kind of rule is for. */
const TARGETS: Record<string, string> = {
	price_list: 'price_list_id',
	category: 'category_id',
	product: 'product_id',
};

const view = (group: CustomerGroupRecord): object => ({
	...group,
	date_created: isoZulu(group.date_created).replace('T', ' ').replace('Z', ''),
	date_modified: isoZulu(group.date_modified).replace('T', ' ').replace('Z', ''),
});

function filtered({ state, query }: Context): CustomerGroupRecord[] {
	const like = query.text('name:like')?.toLowerCase();
	const [isDefault, forGuests] = [query.flag('is_default'), query.flag('is_group_for_guests')];
	return passing(byId(state.customerGroups), [
		(group) => !query.has('name') || group.name === query.text('name'),
		(group) => !like || group.name.toLowerCase().includes(like),
		(group) => isDefault === undefined || group.is_default === isDefault,
		(group) => forGuests === undefined || group.is_group_for_guests === forGuests,
		...(['date_created', 'date_modified'] as const).flatMap((name) =>
			timeTests<CustomerGroupRecord>(query, name, (group) => group[name]),
		),
	]);
}

const groupOf = ({ state, params }: Context): CustomerGroupRecord =>
	state.customerGroups.get(Number(params.customer_group_id)) ?? notFoundV2();

/** Where a price list is the rule it is the only one (the specification of the field). */
function rulesOf(given: unknown): Array<Record<string, unknown>> {
	const rules = arrayOf(given).map(objectOf);
	for (const rule of rules) {
		const [problem] = Object.values(fieldProblems(rule, RULE, ['type']));
		if (problem !== undefined) invalidField('discount_rules', problem);
		const target = TARGETS[String(rule.type)];
		if (target !== undefined && numberOf(rule[target]) === undefined)
			invalidField('discount_rules', `${target} is required`);
		if (rule.type === 'price_list' && rules.length > 1)
			invalidField('discount_rules', 'a price list must be the only rule');
		const hasAmount = numberOf(rule.amount) !== undefined && rule.method !== undefined;
		if (rule.type !== 'price_list' && !hasAmount)
			invalidField('discount_rules', 'method and amount are required');
	}
	return rules.map((rule) =>
		rule.type === 'price_list' ? rule : { ...rule, amount: decimal(numberOf(rule.amount) ?? 0) },
	);
}

function saved(context: Context, group: CustomerGroupRecord, required: string[]): Answer {
	const { state, now } = context;
	const sent = objectOf(context.body);
	const access = objectOf(sent.category_access);
	const problems = Object.entries({
		...fieldProblems(sent, FIELDS, required),
		...fieldProblems(access, ACCESS),
	});
	for (const [field, reason] of problems) invalidField(field, reason);
	const rules = sent.discount_rules === undefined ? undefined : rulesOf(sent.discount_rules);
	group.name = textOf(sent.name) ?? group.name;
	group.is_default = flagOf(sent.is_default) ?? group.is_default;
	group.is_group_for_guests = flagOf(sent.is_group_for_guests) ?? group.is_group_for_guests;
	if (access.type !== undefined) {
		const categories = numbersOf(access.categories);
		group.category_access = { type: String(access.type), ...(categories && { categories }) };
	}
	// The whole set is overwritten (the specification of the operation).
	group.discount_rules = rules ?? group.discount_rules;
	group.date_modified = now;
	// There is one default group, and one for guests (the specification of the fields).
	for (const other of state.customerGroups.values()) {
		if (other === group) continue;
		if (group.is_default) other.is_default = false;
		if (group.is_group_for_guests) other.is_group_for_guests = false;
	}
	state.customerGroups.set(group.id, group);
	return bare(view(group));
}

function create(context: Context): Answer {
	const { state, now } = context;
	const blank = {
		id: 0,
		name: '',
		is_default: false,
		is_group_for_guests: false,
		category_access: { type: 'all' },
		discount_rules: [],
		date_created: now,
		date_modified: now,
	};
	return saved(context, { ...blank, id: nextId(state, 'customerGroup') }, ['name']);
}

/** "All existing customers are unassigned" (the specification of the operation). */
function remove(context: Context): Answer {
	const { id } = groupOf(context);
	context.state.customerGroups.delete(id);
	for (const customer of context.state.customers.values())
		if (customer.customer_group_id === id) customer.customer_group_id = 0;
	return noContent;
}

const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: 'store_v2_customers',
	parallel: 40,
	run,
});

export const customerGroupRoutes: Route[] = [
	route('GET', ALL, (context) => v2Page(context.query, filtered(context), view)),
	route('POST', ALL, create),
	route('GET', `${ALL}/count`, ({ state }) => bare({ count: state.customerGroups.size })),
	route('GET', ONE, (context) => bare(view(groupOf(context)))),
	route('PUT', ONE, (context) => saved(context, groupOf(context), [])),
	route('DELETE', ONE, remove),
];
