import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { OrderRecord } from '../../demo/store/records.ts';
import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { holdToContract } from '../support/contract';
import { loadOptions, searchList } from '../support/runNode';

const type = new BigCommerce();
type Method = keyof typeof type.methods.loadOptions;

interface Picker {
	field: string;
	method: Method;
	start: unknown;
}

/** Fields of the form, those inside collections too, whose choices come from the store. */
function* pickersOf(fields: readonly INodeProperties[]): Generator<Picker> {
	for (const field of fields) {
		const { loadOptionsMethod } = field.typeOptions ?? {};
		const mustBeChosen = field.required === true;
		if (field.type === 'options' && loadOptionsMethod && !mustBeChosen) {
			const { displayName, default: start } = field;
			yield { field: displayName, method: loadOptionsMethod as Method, start };
		}
		// A filter that was added has to be filled in: its red frame is right.
		if (field.name === 'filters') continue;
		const inner = (field.options ?? []) as Array<INodeProperties | INodePropertyCollection>;
		for (const entry of inner) {
			if ('values' in entry) yield* pickersOf(entry.values);
			else if ('type' in entry) yield* pickersOf([entry]);
		}
	}
}

const pickers = new Map(
	[...pickersOf(type.description.properties)].map((picker) => [
		`${picker.field} by ${picker.method}`,
		picker,
	]),
);

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

/** The editor draws a red frame around a value that the list does not have, from the moment the form is opened. */
it.each([...pickers])('%s offers what the field starts with', async (_name, { method, start }) => {
	const offered = await loadOptions(store.credential, method);
	expect(offered.map(({ value }) => value)).toContain(start);
	expect(offered.length).toBeGreaterThan(1);
});

it('knows the pickers of the form', () => {
	expect([...pickers.keys()]).toEqual(
		expect.arrayContaining([
			'Location Name or ID by getStockLocations',
			'Channel Name or ID by getChannelsOrAll',
			'Customer Group Name or ID by getCustomerGroupsOrAll',
		]),
	);
});

describe('a picker that cannot be filled', () => {
	const wrong = () => ({ ...store.credential, accessToken: 'wrong' });

	it('says what is wrong with the connection, and what to do', async () => {
		const message =
			'BigCommerce could not search the products (HTTP 401). The access token is not valid for this store. Check the Access Token and the Store Hash in the credential.';
		await expect(searchList(wrong(), 'searchProducts')).rejects.toMatchObject({ message });
		await expect(loadOptions(wrong(), 'getStockLocations')).rejects.toMatchObject({
			message: expect.stringContaining('Check the Access Token and the Store Hash'),
		});
	});

	it('names the scope that is missing', async () => {
		store.setScopes(['store_v2_products_read_only']);
		await expect(loadOptions(store.credential, 'getChannels')).rejects.toMatchObject({
			message: expect.stringMatching(/lacks the OAuth scope "Channel.*Create an API account/),
		});
	});

	it('asks for the product whose parts it would list', async () => {
		await expect(
			searchList(store.credential, 'searchVariants', '', undefined, {
				resource: 'productVariant',
				operation: 'get',
				product: { __rl: true, mode: 'list', value: '' },
			}),
		).rejects.toMatchObject({ message: expect.stringMatching(/^Choose the product first\./) });
	});
});

describe('the picker of orders', () => {
	const find = async (text: string) => {
		store.exchanges.length = 0;
		const { results } = await searchList(store.credential, 'searchOrders', text);
		return results.map(({ value }) => Number(value));
	};
	const ordersOf = (test: (order: OrderRecord) => boolean) =>
		[...store.state.orders.values()]
			.filter((order) => !order.is_deleted && test(order))
			.map(({ id }) => id)
			.sort((a, b) => b - a);

	it('finds an order by its number first, then those whose numbers begin with it', async () => {
		expect(await find('12')).toEqual(ordersOf(({ id }) => String(id).startsWith('12')));
		expect(store.exchanges.length).toBeLessThanOrEqual(3);
		expect(await find('#0118')).toEqual([118]);
		expect(await find('999999')).toEqual([]);
	});

	it('finds those of a customer by a part of the name, also without the scope of customers', async () => {
		const customer = [...store.state.customers.values()].find(({ id }) =>
			[...store.state.orders.values()].some(({ customer_id }) => customer_id === id),
		);
		const part = customer?.last_name.toLowerCase() ?? '';
		const expected = ordersOf(
			({ customer_id, billing_address }) =>
				customer_id === customer?.id ||
				`${billing_address.first_name} ${billing_address.last_name}`.toLowerCase().includes(part),
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(await find(part)).toEqual(expected);
		expect(store.exchanges.length).toBeLessThanOrEqual(7);
		store.setScopes(['store_v2_orders_read_only']);
		expect((await find(part)).length).toBeGreaterThan(0);
	});

	it('finds a guest by name, and by the beginning of an address', async () => {
		const guest = [...store.state.orders.values()].find(({ customer_id }) => customer_id === 0);
		const { email, last_name } = guest?.billing_address ?? { email: '', last_name: '' };
		expect(await find(last_name)).toContain(guest?.id);
		expect(await find(email)).toContain(guest?.id);
		expect(store.exchanges).toHaveLength(1);
		expect(await find(email.slice(0, email.indexOf('@') + 2))).toContain(guest?.id);
	});
});

describe('the picker of products', () => {
	it("finds a product by a variant's SKU", async () => {
		const product = [...store.state.products.values()].find(({ variants }) => variants.length > 1);
		const sku = product?.variants.at(-1)?.sku ?? '';
		expect(sku).not.toBe(product?.sku);
		const { results } = await searchList(store.credential, 'searchProducts', sku.toLowerCase());
		expect(results.map(({ value }) => value)).toContain(product?.id);
		expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
	});
});
