/**
 * Three laws that every operation of the registry is held to, whatever it does: an expression may give anything, a
 * filter that comes out empty never means everything, and two numbers never run together into a third.
 */
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { Field } from '../../nodes/BigCommerce/operation/params';
import { columns, labelsIn, operations, Picks, placesOf, type Place } from '../support/formPlaces';
import { runNode } from '../support/runNode';

jest.setTimeout(120_000);

let store: DemoStore;
let picks: Picks;
beforeAll(async () => {
	store = await startDemoStore({ products: 20 });
	picks = new Picks(store.credential);
});
afterAll(async () => await store.stop());

const LONG = 'x'.repeat(20_000);
/** No key at all, as in an item that lacks the field. */
const MISSING = Symbol('missing');

const kinds: Array<[name: string, value: unknown]> = [
	['text', 'Zoë & co.'],
	['a number as text', ' 12.50 '],
	['a long text', LONG],
	['many digits', '1'.repeat(20_000)],
	['a number', 2024],
	['a negative number', -1.5],
	['true', true],
	['false', false],
	['null', null],
	['an empty text', ''],
	['blanks', '  '],
	['a list', ['a', 2]],
	['an empty list', []],
	['a list of objects', [{ a: 1 }]],
	['an object', { a: { b: 1 } }],
	['a date', new Date('2026-03-01T10:00:00Z')],
	['no date', new Date(Number.NaN)],
	['no number', Number.NaN],
	['missing', MISSING],
];

interface Said {
	text: string;
	/** Whether BigCommerce refused it, and not this node. */
	byStore: boolean;
}

const textOf = (error: unknown): Said => {
	if (error instanceof NodeApiError || error instanceof NodeOperationError)
		return {
			text: `${error.message} | ${error.description ?? ''}`,
			byStore: error instanceof NodeApiError,
		};
	return { text: String(error), byStore: false };
};

/** What became of each item: its error, or nothing where it was carried out. */
async function outcomesOf(place: Place, values: unknown[]): Promise<Array<Said | undefined>> {
	const items = values.map((value) => ({ ...columns, ...(value !== MISSING && { given: value }) }));
	const outcomes: Array<Said | undefined> = items.map(() => undefined);
	try {
		const output = await runNode(store.credential, place.form('={{ $json.given }}'), {
			items,
			onError: 'continueRegularOutput',
		});
		for (const { json, pairedItem } of output) {
			if (typeof json.error !== 'string') continue;
			const [from] = [pairedItem].flat();
			const index = typeof from === 'object' ? from.item : (from ?? 0);
			const details = json.details as { httpCode?: number; description?: string } | undefined;
			outcomes[index] = {
				text: `${json.error} | ${details?.description ?? ''}`,
				byStore: details?.httpCode !== undefined || /BigCommerce could not/.test(json.error),
			};
		}
		return outcomes;
	} catch (error) {
		return items.map(() => textOf(error));
	}
}

const PROGRAMMERS =
	/is not a function|not iterable|Cannot (read|destructure|convert|set|mix)|undefined|\[object |\bNaN\b|Invalid time|call stack|of null|Invalid URL|in JSON at/i;
const NONSENSE = /\[object |\bundefined\b|\bNaN\b|Invalid Date/;

/** What no request may hold. */
function nonsenseIn({ exchanges }: DemoStore): string[] {
	return exchanges.flatMap(({ method, path, query, requestBody }) => {
		const said = JSON.stringify([path, query, requestBody]);
		const nulls = Object.values(query ?? {}).includes('null');
		return NONSENSE.test(said) || nulls ? [`${method} ${said.slice(0, 300)}`] : [];
	});
}

/** As errors name fields: a list of names is told without what n8n wants its label to end in. */
const inErrors = (label: string) => `'${label.replace(/ Names? or IDs?$/, '')}`;

/** Two items that clash, or a name that the store does not know, are told by themselves: the value itself was read. */
const ABOUT_RECORDS =
	/^(Items \d|An earlier item|The store has no|There is no value|No input item|The item says nothing to write|Nothing of order|The SKU "NP-TENT-G2" would be given twice)/;

describe('whatever an expression gives is right, or refused in words of the form', () => {
	it.each(operations)('$of', async ({ resource, operation }) => {
		const places = await placesOf({ resource, operation }, picks);
		const labels = labelsIn(operation.fields).map(inErrors);
		const faults: string[] = [];
		for (const place of places) {
			store.exchanges.length = 0;
			const outcomes = await outcomesOf(
				place,
				kinds.map(([, value]) => value),
			);
			for (const [index, outcome] of outcomes.entries()) {
				if (!outcome) continue;
				const what = `${place.field.name} = ${kinds[index]?.[0]}: ${outcome.text.slice(0, 240)}`;
				if (PROGRAMMERS.test(outcome.text)) faults.push(`programmer's: ${what}`);
				else if (/x{101}|1{101}/.test(outcome.text)) faults.push(`repeats all: ${what}`);
				else if (
					!outcome.byStore &&
					!ABOUT_RECORDS.test(outcome.text) &&
					!labels.some((label) => outcome.text.includes(label))
				)
					faults.push(`names no label: ${what}`);
			}
			faults.push(...nonsenseIn(store).map((said) => `sent: ${place.field.name}: ${said}`));
		}
		store.reset();
		expect(faults).toEqual([]);
	});
});

describe('a filter that was added and comes out empty is an error, never "all"', () => {
	const narrowing = ({ field, within }: Place) =>
		within === 'filters' || (field as Field).narrows === true;
	const filtering = operations.filter(({ operation }) =>
		operation.fields.some(({ name, narrows }) => name === 'filters' || narrows),
	);
	const empties = kinds.filter(
		([, value]) =>
			[null, '', '  ', MISSING].includes(value as never) ||
			(Array.isArray(value) && value.length === 0),
	);

	it.each(filtering)('$of', async ({ resource, operation }) => {
		const all = await placesOf({ resource, operation }, picks);
		const faults: string[] = [];
		for (const place of all.filter(narrowing)) {
			store.exchanges.length = 0;
			const outcomes = await outcomesOf(
				place,
				empties.map(([, value]) => value),
			);
			for (const [index, outcome] of outcomes.entries())
				if (!outcome?.text.includes(`'${place.label}' is empty`))
					faults.push(`${place.field.name} = ${empties[index]?.[0]}: ${outcome?.text ?? 'all'}`);
			if (store.exchanges.length > 0) faults.push(`${place.field.name}: something was read`);
		}
		expect(faults).toEqual([]);
	});
});

describe('two expressions that run together into a number are refused, and nothing is sent', () => {
	const isNumber = ({ field }: Place) =>
		field.type === 'number' ||
		['id', 'ids', 'integer', 'number'].includes((field as Field).as ?? '') ||
		field.name.endsWith(' (id)');

	it.each(operations)('$of', async ({ resource, operation }) => {
		const places = await placesOf({ resource, operation }, picks);
		const faults: string[] = [];
		for (const place of places.filter(isNumber)) {
			store.exchanges.length = 0;
			const form = place.form('={{ $json.quantity }}{{ $json.price }}');
			const failure = await runNode(store.credential, form, { items: [columns] }).then(
				() => 'none',
				(error: unknown) => textOf(error).text,
			);
			const isTold = failure.includes(`'${place.label}' holds two expressions in a row`);
			if (!isTold) faults.push(`${place.field.name}: ${failure}`);
			if (store.exchanges.length > 0) faults.push(`${place.field.name}: sent`);
		}
		expect(faults).toEqual([]);
	});

	it('in a table of columns, too', async () => {
		store.exchanges.length = 0;
		const columnsByHand = {
			mappingMode: 'defineBelow',
			matchingColumns: ['sku'],
			value: { sku: '={{ $json.sku }}', quantity: '={{ $json.quantity }}{{ $json.price }}' },
		};
		const form = { resource: 'inventory', operation: 'set', columns: columnsByHand };
		await expect(runNode(store.credential, form, { items: [columns] })).rejects.toThrow(
			"'Quantity' holds two expressions in a row",
		);
		expect(store.exchanges).toEqual([]);
	});
});
