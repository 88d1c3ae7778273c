/**
 * The main jobs as a newcomer does them: rows as people have them before the node, resource and operation picked, the
 * form left as it is, Execute. What counts is what the store holds afterwards.
 */
import { importWorkflow, type WorkflowJson } from '../../demo/n8n/workflows.ts';
import { agentWorkflow, standInCredential } from '../support/n8n/agentWorkflow.ts';
import { Editor } from '../support/n8n/editor.ts';
import { chain, dataTable, itemsOf, node, ours, start } from '../support/n8n/nodes.ts';
import { until } from '../support/n8n/sink.ts';
import { StandInModel } from '../support/n8n/standInModel.ts';
import { useN8n } from '../support/n8n/suite.ts';
import { describeWithBrowser } from '../support/n8n/withBrowser.ts';
import { call } from '../unit/demoStore/support.ts';

type Row = Record<string, unknown>;

/** The type of a data table's column that holds these values. */
const typeOf = (values: unknown[]) => {
	const type = typeof values.find((value) => value !== null && value !== undefined);
	return type === 'number' || type === 'boolean' ? type : 'string';
};

const withoutSystemColumns = ({ id: _id, createdAt: _made, updatedAt: _changed, ...row }: Row) =>
	row;

describeWithBrowser('the main jobs, done by clicks alone', () => {
	const suite = useN8n();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.open(suite.n8n);
	}, 120_000);
	beforeEach(() => suite.store.reset());
	afterAll(async () => {
		await editor?.close();
	}, 60_000);

	/** A sheet with these rows, and behind it the node as it is when it was just added. */
	async function openBehind(rows: object[]): Promise<void> {
		const sheet = node(
			'Sheet',
			'n8n-nodes-base.code',
			{ jsCode: `return ${JSON.stringify(rows.map((json) => ({ json })))};` },
			{ typeVersion: 2 },
		);
		await open(chain(suite.credential, [start, sheet, ours({})]));
		await editor.openNode('BigCommerce');
	}

	async function open(workflow: WorkflowJson): Promise<void> {
		const { id } = await importWorkflow(suite.n8n, workflow);
		await editor.openWorkflow(id);
	}

	const inTable = async (parameters: object) =>
		(await itemsOf(suite, dataTable(parameters))) as Row[];

	const choose = async (resource: string, operation: string) => {
		await editor.choose('resource', resource);
		await editor.choose('operation', operation);
	};
	const products = () => [...suite.store.state.products.values()];
	const tracked = () => {
		const found = products().find(
			({ inventory_tracking, sku }) => inventory_tracking === 'product' && sku,
		);
		if (!found) throw new Error('The demo store has no such product');
		return found;
	};

	it('sets stock from a sheet with columns of its own', async () => {
		const { id, sku } = tracked();
		await openBehind([{ 'Item SKU': sku.toLowerCase(), Title: 'A mug', Qty: '7' }]);
		await choose('Inventory', 'Set');
		await editor.executeNode();
		expect(suite.store.state.products.get(id)?.inventory_level).toBe(7);
		expect(await editor.output()).toContain('Quantity from Qty');
	}, 180_000);

	it('sets prices of variants from a sheet with columns of its own', async () => {
		const { id, sku } = tracked();
		await openBehind([{ 'Item SKU': sku, 'Unit Price': '15.50', Color: 'Moss' }]);
		await choose('Product Variant', 'Update Many');
		await editor.executeNode();
		const variants = suite.store.state.products.get(id)?.variants ?? [];
		expect(variants.map(({ price }) => price)).toEqual([15.5]);
		expect(await editor.output()).toContain('Price from Unit Price');
	}, 180_000);

	it('ships what a row says, and no more', async () => {
		const order = [...suite.store.state.orders.values()].find(
			({ status_id, lines }) =>
				status_id === 11 && lines.some(({ sku, quantity }) => sku && quantity > 1),
		);
		const line = order?.lines.find(({ sku, quantity }) => sku && quantity > 1);
		await openBehind([
			{ orderId: order?.id, sku: line?.sku, quantity: 1, carrier: 'UPS', trackingNumber: '1Z9' },
		]);
		await choose('Order Shipment', 'Sync');
		await editor.executeNode();
		const [shipment, ...others] = [...suite.store.state.shipments.values()].filter(
			({ order_id, tracking_number }) => order_id === order?.id && tracking_number === '1Z9',
		);
		expect(others).toEqual([]);
		expect(shipment).toMatchObject({
			shipping_provider: 'ups',
			items: [{ order_product_id: line?.id, quantity: 1 }],
		});
	}, 180_000);

	it('gets the orders of a status that was picked', async () => {
		const waiting = [...suite.store.state.orders.values()].filter(
			({ status_id, is_deleted }) => status_id === 11 && !is_deleted,
		);
		await openBehind([{}]);
		await editor.pick('statuses', 'Awaiting Fulfillment');
		await editor.executeNode();
		expect(await editor.output()).toMatch(new RegExp(`\\b${waiting.length} items`));
	}, 180_000);

	it('syncs price and stock from a sheet with columns of its own', async () => {
		const { id, sku } = tracked();
		await openBehind([{ 'Item SKU': sku, Price: '15.50', Stock: '40' }]);
		await choose('Listing', 'Sync');
		await editor.executeNode();
		expect(suite.store.state.products.get(id)).toMatchObject({ price: 15.5, inventory_level: 40 });
	}, 180_000);

	it('publishes a feed with columns of its own', async () => {
		await openBehind([
			{ Title: 'Paper Lamp', SKU: 'PL-1', Price: '19.50', Qty: '4', Weight: '1', Supplier: 'Kano' },
		]);
		await choose('Listing', 'Publish');
		await editor.executeNode();
		expect(products().find(({ sku }) => sku === 'PL-1')).toMatchObject({
			name: 'Paper Lamp',
			price: 19.5,
			inventory_level: 4,
		});
	}, 180_000);

	it('imports listings into a data table, column by column', async () => {
		const imported = ours({ resource: 'listing', operation: 'import' });
		const listings = (await itemsOf(suite, imported)) as Row[];
		const dataTableId = { __rl: true, mode: 'name', value: 'Listings' };
		const columns = Object.keys(listings[0] ?? {}).map((name) => ({
			name,
			type: typeOf(listings.map((listing) => listing[name])),
		}));
		await inTable({
			...{ resource: 'table', operation: 'create', tableName: 'Listings' },
			columns: { column: columns },
			options: { createIfNotExists: true },
		});
		const insert = dataTable({
			...{ resource: 'row', operation: 'insert', dataTableId },
			columns: { mappingMode: 'autoMapInputData', value: null },
		});
		await open(chain(suite.credential, [start, ours({}), insert]));
		await editor.openNode('BigCommerce');
		await choose('Listing', 'Import');
		await editor.closeNode();
		await editor.openNode('Table');
		await editor.executeNode();
		const rows = await inTable({
			...{ resource: 'row', operation: 'get', dataTableId, returnAll: true },
			filters: {},
		});
		expect(rows.map(withoutSystemColumns)).toEqual(listings);
	}, 180_000);

	it('starts with an order of which the status changed, by Execute step', async () => {
		const trigger = node('Shop', 'n8n-nodes-bigcommerce.bigCommerceTrigger', {});
		await open(chain(suite.credential, [trigger]));
		await editor.openNode('Shop');
		await editor.unpick('events', 'New Order');
		await editor.pick('events', 'Order Status Changed');
		await editor.startNode();
		await until(
			() => suite.store.state.hooks.size > 0,
			10_000,
			() => 'No webhook was made',
		);
		await call(suite.store, 'PUT', '/v2/orders/127', { body: { status_id: 9 } });
		await editor.ended();
		await editor.showsOutput('Awaiting Shipment');
	}, 180_000);

	it("is an agent's tool whose order the model gives", async () => {
		const model = new StandInModel();
		const openAi = await standInCredential(suite.n8n, await model.listen());
		try {
			model.given = { Order: '127' };
			await open(agentWorkflow({ openAi, shop: suite.credential }, {}));
			await editor.openNode('Shop');
			await choose('Order', 'Get');
			await editor.letModelDefine('order');
			await editor.closeNode();
			await editor.openNode('Agent');
			await editor.executeNode();
			const answer = model.asked.at(-1)?.messages.find(({ role }) => role === 'tool');
			expect(JSON.parse(String(answer?.content))).toMatchObject([
				{ id: 127, status: 'Awaiting Fulfillment' },
			]);
		} finally {
			model.close();
		}
	}, 180_000);

	it('makes a coupon for each creator of the sheet', async () => {
		await openBehind([{ Creator: 'Zoë Park', Percent: '15' }]);
		await choose('Coupon', 'Create Many');
		await editor.executeNode();
		const coupons = [...suite.store.state.coupons.values()];
		expect(coupons.filter(({ code }) => code.startsWith('ZOEPARK-'))).toEqual([
			expect.objectContaining({
				name: expect.stringMatching(/^Zoë Park \(ZOEPARK-/),
				type: 'percentage_discount',
				amount: 15,
			}),
		]);
	}, 180_000);
});
