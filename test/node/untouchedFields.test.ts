/**
 * A law over every form that writes records: a field that somebody adds to it and leaves as it came writes nothing by
 * itself. Either it is refused by its label, or what is sent and what the store has then is the same as without it.
 */
import type { INodeProperties } from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { operations, Picks, placesOf } from '../support/formPlaces';
import { picked } from '../support/products';
import { runNode } from '../support/runNode';

jest.setTimeout(60_000);

let store: DemoStore;
let picks: Picks;
beforeAll(async () => {
	store = await startDemoStore();
	picks = new Picks(store.credential);
});
afterAll(async () => await store.stop());

/** As most products are: neither featured nor a pre-order. */
const usual = picked('id', 80);
/** No group that new customers join by themselves. */
const usualGroup = picked('id', 2);
const WRITTEN = ['additionalFields', 'updateFields'];
const { properties } = new BigCommerce().description;

/** The collection as n8n shows it, with the values that it puts into what is added. */
const shown = (resource: string, operation: string, name: string) =>
	properties.find(
		({ name: own, displayOptions: { show } = {} }) =>
			own === name && show?.resource?.includes(resource) && show.operation?.includes(operation),
	)?.options as INodeProperties[];

/** What the store holds; what is off and what was never said are the same. */
const held = () =>
	JSON.stringify(store.state, (name, value: unknown) => {
		// Times differ from run to run.
		const isTime = /date|at$|time/i.test(name) || (typeof value === 'number' && value > 1e9);
		if (isTime || value === false) return undefined;
		if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
		return value instanceof Set ? [...(value as Set<unknown>)] : value;
	});

async function run(form: Record<string, unknown>): Promise<{ error: string; sent: string }> {
	store.reset();
	store.exchanges.length = 0;
	const [outcome] = await Promise.allSettled([runNode(store.credential, form)]);
	const writes = store.exchanges.filter(({ method }) => method !== 'GET');
	return {
		error: outcome.status === 'rejected' ? String(outcome.reason) : '',
		sent: JSON.stringify(
			writes.map(({ method, path, requestBody }) => [method, path, requestBody]),
		),
	};
}

/** What the store holds after a run. */
async function after(form: Record<string, unknown>): Promise<string> {
	await run(form);
	return held();
}

const writing = operations.filter(({ operation }) =>
	operation.fields.some(({ name }) => WRITTEN.includes(name)),
);

describe('a field that is added and left as it came writes nothing by itself', () => {
	it.each(writing)('$of', async ({ resource, operation }) => {
		const places = await placesOf({ resource, operation }, picks);
		const faults: string[] = [];
		for (const name of WRITTEN) {
			const place = places.find(({ within }) => within === name);
			if (!place) continue;
			const formWith = (added: object) => ({
				...place.form(''),
				...(resource.value === 'product' && { product: usual }),
				...(resource.value === 'customerGroup' && { customerGroup: usualGroup }),
				[name]: added,
			});
			const without = await run(formWith({}));
			const fields = shown(resource.value, operation.value, name);
			for (const { name: field, displayName, type, default: value } of fields) {
				const form = formWith({ [field]: value });
				const { error, sent } = await run(form);
				if (error.includes(`'${displayName}' is empty`) || ['[]', without.sent].includes(sent))
					continue;
				const isUsual = type === 'boolean' && (await after(form)) === (await after(formWith({})));
				if (!isUsual)
					faults.push(`${field} = ${JSON.stringify(value)}: ${error || sent.slice(0, 200)}`);
			}
		}
		expect(faults).toEqual([]);
	});
});

it('a number that has to be given starts empty, and is asked for', async () => {
	const price = properties.find(
		({ name, displayOptions: { show } = {} }) =>
			name === 'price' && show?.resource?.includes('product') && show.operation?.includes('create'),
	);
	const form = { resource: 'product', operation: 'create', name: 'Mug', price: price?.default };
	const { error, sent } = await run(form);
	expect([error, sent]).toEqual([expect.stringContaining("'Price' is empty"), '[]']);
});
