import { call, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

const ship = async (order: number, body: object): Promise<Reply> =>
	await call(shop.store, 'POST', `/v2/orders/${order}/shipments`, { body });

/** The lines of an order with their address, as a client would have read them. */
const linesOf = (
	id: number,
): Array<{ id: number; address: number; quantity: number; type: string }> =>
	(shop.store.state.orders.get(id)?.lines ?? []).map((line) => ({
		id: line.id,
		address: line.order_address_id,
		quantity: line.quantity,
		type: line.type,
	}));

const statusOf = (id: number): number | undefined => shop.store.state.orders.get(id)?.status_id;

describe('shipments', () => {
	it('move the order to partially shipped, then to shipped', async () => {
		const [first, second] = linesOf(127);
		if (!first || !second) throw new Error('order 127 has two lines');
		const part = await ship(127, {
			order_address_id: first.address,
			items: [{ order_product_id: first.id, quantity: 1 }],
			tracking_number: '1Z999',
			shipping_provider: 'ups',
		});
		expect(part.status).toBe(201);
		expect(part.json).toMatchObject({
			order_id: 127,
			tracking_number: '1Z999',
			generated_tracking_link: expect.stringContaining('1Z999'),
			items: [{ order_product_id: first.id, quantity: 1 }],
		});
		expect(statusOf(127)).toBe(3);
		await ship(127, {
			order_address_id: first.address,
			items: [
				{ order_product_id: first.id, quantity: 2 },
				{ order_product_id: second.id, quantity: 1 },
			],
		});
		expect(statusOf(127)).toBe(2);
		expect((await call(shop.store, 'GET', '/v2/orders/127')).json).toMatchObject({
			items_shipped: 4,
			date_shipped: expect.stringContaining('+0000'),
		});
		expect((await call(shop.store, 'GET', '/v2/orders/127/shipments/count')).json).toEqual({
			count: 2,
		});
	});

	it('leave the status alone when the shop is set so', async () => {
		shop.store.state.settings.shipmentsMoveStatus = false;
		const [line] = linesOf(125);
		expect(line?.type).toBe('digital');
		const [kettle] = linesOf(124);
		await ship(124, {
			order_address_id: kettle?.address,
			items: [{ order_product_id: kettle?.id, quantity: 1 }],
		});
		expect(statusOf(124)).toBe(11);
	});

	it('are refused with a v2 error when they do not fit the order', async () => {
		const [first, second] = linesOf(118);
		const refused = [
			await ship(118, { items: [{ order_product_id: first?.id, quantity: 1 }] }),
			await ship(118, {
				order_address_id: 999_999,
				items: [{ order_product_id: first?.id, quantity: 1 }],
			}),
			await ship(118, { order_address_id: first?.address, items: [] }),
			await ship(118, {
				order_address_id: first?.address,
				items: [{ order_product_id: first?.id, quantity: 3 }],
			}),
			await ship(118, {
				order_address_id: first?.address,
				items: [{ order_product_id: second?.id, quantity: 1 }],
			}),
			await ship(118, {
				order_address_id: first?.address,
				items: [{ order_product_id: first?.id, quantity: 1 }],
				tracking_number: 'x'.repeat(51),
			}),
			await ship(118, {
				order_address_id: first?.address,
				items: [{ order_product_id: first?.id, quantity: 1 }],
				tracking_link: 'x'.repeat(501),
			}),
			await ship(118, {
				order_address_id: first?.address,
				items: [{ order_product_id: first?.id, quantity: 1 }],
				shipping_provider: 'pigeon',
			}),
		];
		expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
		expect(refused[0]?.json).toEqual([
			{
				status: 400,
				message: "The field 'order_address_id' is invalid.",
				details: { invalid_reason: 'The field is required.' },
			},
		]);
		expect((await call(shop.store, 'GET', '/v2/orders/118/shipments')).status).toBe(204);
	});

	it('can be changed but for their items, and deleted without moving the order back', async () => {
		const [shipment] = (await call(shop.store, 'GET', '/v2/orders/120/shipments')).json as Array<{
			id: number;
			items: unknown;
		}>;
		const path = `/v2/orders/120/shipments/${shipment?.id}`;
		const changed = await call(shop.store, 'PUT', path, {
			body: { comments: 'Left at the door', items: [] },
		});
		expect(changed.json).toMatchObject({ comments: 'Left at the door', items: shipment?.items });
		expect((await call(shop.store, 'DELETE', path)).status).toBe(204);
		expect((await call(shop.store, 'GET', path)).status).toBe(404);
		expect(statusOf(120)).toBe(2);
		expect(shop.store.state.orders.get(120)?.lines[0]?.quantity_shipped).toBe(0);
	});
});
