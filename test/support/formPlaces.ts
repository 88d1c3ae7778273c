import type { INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from '../../nodes/BigCommerce/operation/define';
import { resources } from '../../nodes/BigCommerce/registry';
import type { Field } from '../../nodes/BigCommerce/operation/params';
import { loadOptions, searchList } from './runNode';
import { byHand } from './tables';

type Form = Record<string, unknown>;

/** A value of an operation's form that can be given by an expression, in a collection or a row as well. */
export interface Place {
	label: string;
	field: INodeProperties;
	/** The collection or the top-level field that it is in. */
	within: string;
	/** The whole form with the expression in this place and what the operation asks for in the others. */
	form: (expression: string) => Form;
}

export const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		of: `${resource.value}:${operation.value}`,
		resource,
		operation,
	})),
);

/** Every label of a form, those within collections and of their rows too. */
export const labelsIn = (fields: readonly INodeProperties[]): string[] =>
	fields.flatMap((field) => {
		const { displayName, type = '', options = [] } = field;
		const columnsOf = (field as Field).columns ?? [];
		const parts = type.endsWith('ollection') ? (options as INodeProperties[]) : [];
		const rows = parts.flatMap((part) =>
			'values' in part ? (part.values as INodeProperties[]) : [],
		);
		return [
			displayName,
			...columnsOf.map((column) => column.displayName),
			...labelsIn(parts),
			...labelsIn(rows),
		];
	});

/** Columns that the forms take from their items where nobody says otherwise. */
export const columns = {
	sku: 'NP-TENT-G2',
	masterSku: 'NP-TENT-G2',
	id: 80,
	productId: 80,
	variantId: 1,
	quantity: 2,
	currency: 'USD',
	price: 5,
	name: 'Mug',
	creator: 'Zoë Park',
	orderId: 100,
	trackingNumber: 'T-1',
	event: { key: 'event-1', resource: 'order', resourceId: 100 },
};

type Shown = NonNullable<INodeProperties['displayOptions']>['show'];

/** What other fields must say for this one to be in the form. */
function conditionsOf(fields: readonly INodeProperties[], field: INodeProperties): Form {
	const conditions: Form = {};
	const shown = Object.entries((field.displayOptions?.show ?? {}) as NonNullable<Shown>);
	for (const [path, values] of shown) {
		const name = path.replace('/', '');
		const other = fields.find((entry) => entry.name === name);
		if (!other) continue;
		Object.assign(conditions, conditionsOf(fields, other), { [name]: values?.[0] });
	}
	return conditions;
}

/** What the demo store has for pickers: the first entry of each list. */
export class Picks {
	private readonly credential: object;
	private readonly known = new Map<string, Promise<unknown>>();

	constructor(credential: object) {
		this.credential = credential;
	}

	async of(field: INodeProperties, form: Form): Promise<unknown> {
		const method = field.typeOptions?.loadOptionsMethod;
		if (method)
			return await this.once(method, async () => {
				const [first] = await loadOptions(this.credential, method as never);
				return first?.value;
			});
		const search = field.modes?.[0]?.typeOptions?.searchListMethod;
		if (!search) return undefined;
		return await this.once(search, async () => {
			const { results } = await searchList(this.credential, search as never, '', undefined, form);
			return { __rl: true, mode: 'list', value: results[0]?.value ?? 1 };
		});
	}

	private async once(name: string, look: () => Promise<unknown>): Promise<unknown> {
		const found =
			this.known.get(name) ?? look().catch(() => ({ __rl: true, mode: 'id', value: 1 }));
		this.known.set(name, found);
		return await found;
	}
}

/** What a person would give for a field that the operation asks for. */
async function given(field: INodeProperties, picks: Picks, form: Form): Promise<unknown> {
	const { type, default: fallback } = field;
	const isEmpty = fallback === '' || fallback === undefined;
	if (type === 'resourceLocator' || (type === 'options' && isEmpty))
		return (await picks.of(field, form)) ?? fallback;
	// What is checked for more than being a text is given as the placeholder shows it.
	const text = (field as Field).check ? field.placeholder?.replace(/^e\.g\. /, '') : '1';
	return type === 'string' && isEmpty ? text : fallback;
}

async function filled(
	{ resource, operation }: { resource: Resource; operation: Operation },
	place: INodeProperties,
	picks: Picks,
): Promise<Form> {
	const form: Form = {
		resource: resource.value,
		operation: operation.value,
		...conditionsOf(operation.fields, place),
	};
	for (const field of operation.fields)
		if (field.required && !(field.name in form)) form[field.name] = await given(field, picks, form);
	return form;
}

const asLocator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

/** The expression in the place of a field, in each of a picker's ways to name a record. */
function* waysOf(field: INodeProperties): Generator<[how: string, (value: string) => unknown]> {
	if (field.type !== 'resourceLocator') return yield ['', (value) => value];
	for (const { name } of field.modes ?? []) yield [` (${name})`, (value) => asLocator(name, value)];
}

/** Every place of the operation's form, those within collections and their rows too. */
export async function placesOf(
	given: { resource: Resource; operation: Operation },
	picks: Picks,
): Promise<Place[]> {
	const places: Place[] = [];
	for (const top of given.operation.fields) {
		if (top.type === 'notice' || top.type === 'hidden') continue;
		const add = async (
			field: INodeProperties,
			path: string,
			wrap: (value: unknown) => unknown,
		): Promise<void> => {
			const form = await filled(given, top, picks);
			Object.assign(form, conditionsOf(given.operation.fields, field));
			for (const [how, valueOf] of waysOf(field))
				places.push({
					label: field.displayName,
					field: { ...field, name: path + how },
					within: top.name,
					form: (expression) => ({ ...form, [top.name]: wrap(valueOf(expression)) }),
				});
		};
		const addRows = async (field: INodeProperties, path: string, wrap: (v: unknown) => unknown) => {
			const many = field.typeOptions?.multipleValues === true;
			for (const group of field.options ?? []) {
				if (!('values' in group)) continue;
				for (const value of group.values)
					await add(value, `${path}.${group.name}.${value.name}`, (inner) => {
						const row = {
							...Object.fromEntries(
								group.values.map((v) => [v.name, v.default === '' ? '1' : v.default]),
							),
							[value.name]: inner,
						};
						return wrap({ [group.name]: many ? [row] : row });
					});
			}
		};
		/** Beside the column: what its row is found by, and what it must have. */
		const addColumns = async ({ columns: all = [] }: Field) => {
			const [match] = all.filter(({ matches }) => matches);
			const needed = all.filter(({ name, required }) => required || name === match?.name);
			const row = Object.fromEntries(needed.map(({ name }) => [name, `={{ $json.${name} }}`]));
			for (const column of all) {
				const matchOn = column.matches ? column.name : undefined;
				await add(
					column as INodeProperties,
					`${top.name}.${column.name}`,
					(inner) => byHand({ ...row, [column.name]: inner }, matchOn).columns,
				);
			}
		};
		if (top.type === 'resourceMapper') await addColumns(top as Field);
		else if (top.type === 'collection') {
			for (const option of top.options as INodeProperties[]) {
				const wrap = (inner: unknown) => ({ [option.name]: inner });
				const path = `${top.name}.${option.name}`;
				if (option.type === 'fixedCollection') await addRows(option, path, wrap);
				else await add(option, path, wrap);
			}
		} else if (top.type === 'fixedCollection') await addRows(top, top.name, (inner) => inner);
		else await add(top, top.name, (inner) => inner);
	}
	return places;
}
