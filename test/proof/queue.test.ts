import { importCredential } from '../../demo/n8n/credentials.ts';
import { activate } from '../../demo/n8n/publication.ts';
import { startDemoStore } from '../../demo/store/index.ts';
import type { DemoStore } from '../../demo/store/index.ts';
import {
	begun,
	deliverAgain,
	importNeverMiss,
	placeOrders,
	undecided,
} from '../support/n8n/orderFlood.ts';
import { startQueue } from '../support/n8n/queue.ts';
import type { Queue } from '../support/n8n/queue.ts';
import { findQueuePrograms } from '../support/n8n/servers.ts';
import type { QueuePrograms } from '../support/n8n/servers.ts';
import { Sink, until } from '../support/n8n/sink.ts';
import { publicOrigin } from '../support/n8n/suite.ts';

const ORDERS = 100;
/** So many orders are between Skip Duplicates and the end of the workflow when the workers are killed. */
const CUT_OFF = 15;
/** Only a machine with much else to do comes near these. */
const ARRIVAL_LIMIT = 5 * 60_000;
const SET_UP_LIMIT = 15 * 60_000;
const LIMIT = 15 * 60_000;

const name = 'the example "never miss an order" in queue mode';
const programs = findQueuePrograms();
if (Array.isArray(programs)) {
	process.stderr.write(`Skipped "${name}": ${programs.join(' and ')} not found on this machine.\n`);
	describe.skip(name, () => it('needs PostgreSQL and Redis', () => {}));
} else describe(name, () => neverMiss(programs));

function neverMiss(found: QueuePrograms): void {
	const all: number[] = [];
	let sink: Sink;
	let store: DemoStore;
	let queue: Queue;

	const place = async () => {
		const ids = await placeOrders(store, ORDERS);
		all.push(...ids);
		return ids;
	};
	const answered = () => store.deliveries.filter(({ status }) => status === 200);

	beforeAll(async () => {
		sink = await Sink.open();
		store = await startDemoStore({ webhookRetrySeconds: Array.from({ length: 11 }, () => 5) });
		const { settings } = store.state;
		settings.blockList.blockMs = 20_000;
		settings.deliveryTimeoutMs = 60_000;
		queue = await startQueue(found, `${publicOrigin}/`);
		store.setHosts({ [publicOrigin]: queue.receiver });
		const credential = await importCredential(queue.n8n, {
			name: 'BigCommerce demo store',
			type: 'bigCommerceApi',
			data: { ...store.credential },
		});
		const { id } = await importNeverMiss(queue.n8n, credential, sink);
		await activate(queue.n8n, id);
	}, SET_UP_LIMIT);

	afterAll(async () => {
		await queue?.stop();
		await store?.stop();
		await sink?.close();
	}, 60_000);

	it(
		'brings every order through the webhook process and the workers',
		async () => {
			const ids = await place();
			await sink.waitFor(ids, ARRIVAL_LIMIT);
			expect(answered().length).toBeGreaterThanOrEqual(ORDERS);
			expect(sink.repeated).toEqual([]);
		},
		LIMIT,
	);

	it(
		'brings the orders of a time in which the webhook was switched off',
		async () => {
			const hooks = [...store.state.hooks.values()];
			for (const hook of hooks) Object.assign(hook, { is_active: false, deactivated: true });
			await sink.waitFor(await place(), ARRIVAL_LIMIT);
			await until(
				() => hooks.every(({ is_active }) => is_active),
				ARRIVAL_LIMIT,
				() => 'The webhook was still off',
			);
			expect(sink.repeated).toEqual([]);
		},
		LIMIT,
	);

	it(
		'brings every order, and once, while the workers are killed and deliveries are repeated',
		async () => {
			const earlier = answered();
			const before = sink.arrivals.size;
			const working = Promise.all([place(), deliverAgain(queue.receiver, earlier)]);
			await until(
				() => sink.arrivals.size - before > 20,
				ARRIVAL_LIMIT,
				() => 'No order had arrived',
			);
			sink.hold();
			await until(
				() => sink.missing(begun(store)).length >= CUT_OFF,
				ARRIVAL_LIMIT,
				() => 'Too few executions were under way',
			);
			await queue.killWorkers();
			await sink.untilQuiet();
			sink.release();
			const undecidedAtKill = undecided(store, sink);
			const cutOff = sink.missing(begun(store));
			expect(cutOff).not.toEqual([]);
			await queue.startWorkers();
			const [ids, statuses] = await working;
			expect(new Set(statuses)).toEqual(new Set([200]));
			await sink.waitFor(ids, ARRIVAL_LIMIT);
			expect(sink.missing(all)).toEqual([]);
			const { repeated } = sink;
			process.stderr.write(
				`Queue mode: the workers were killed with ${cutOff.length} orders under way: all ${all.length} orders arrived; ` +
					`${undecidedAtKill.length} were not marked yet, ${repeated.length} of them arrived twice\n`,
			);
			expect(repeated.filter((id) => !undecidedAtKill.includes(id))).toEqual([]);
		},
		LIMIT,
	);
}
