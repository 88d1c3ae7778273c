import { rest } from '../../demo/n8n/rest.ts';
import { activate } from '../../demo/n8n/publication.ts';
import type { StoredWorkflow } from '../../demo/n8n/workflows.ts';
import type { ExecutionSummary } from '../../demo/n8n/executions.ts';
import {
	begun,
	deliverAgain,
	importNeverMiss,
	placeOrders,
	undecided,
} from '../support/n8n/orderFlood.ts';
import { Sink, until } from '../support/n8n/sink.ts';
import { publicOrigin, useN8n } from '../support/n8n/suite.ts';

/** In each of five situations; 2,000 orders in all. */
const ORDERS = Number(process.env.ORDERS ?? 400);
/** Only a machine with much else to do comes near these. */
const ARRIVAL_LIMIT = 5 * 60_000;
const LIMIT = 15 * 60_000;
/** So many orders are between Skip Duplicates and the end of the workflow when n8n is killed. */
const CUT_OFF = 15;
/** The store tries again soon, and not for two days. */
const RETRY_SECONDS = Array.from({ length: 11 }, () => 5);
/** Nothing listens there. */
const NOBODY = 'http://127.0.0.1:9';

describe('the example "never miss an order"', () => {
	const suite = useN8n({ N8N_EXPRESSION_ENGINE: 'legacy' }, { webhookRetrySeconds: RETRY_SECONDS });
	const all: number[] = [];
	/** Orders whose work was done when n8n was killed, and that were not marked so yet: they may come once more. */
	let undecidedAtKill: number[] = [];
	let sink: Sink;
	let workflow: StoredWorkflow;
	let receiver: string;

	const place = async (count: number) => {
		const ids = await placeOrders(suite.store, count);
		all.push(...ids);
		return ids;
	};
	const answered = () => suite.store.deliveries.filter(({ status }) => status === 200);
	const hooks = () => [...suite.store.state.hooks.values()];

	beforeAll(async () => {
		sink = await Sink.open();
		receiver = suite.n8n.origin;
		const { settings } = suite.store.state;
		settings.blockList.blockMs = 20_000;
		// A burst waits for n8n on a machine that does everything at once; given up, each delivery would come again and again.
		settings.deliveryTimeoutMs = 60_000;
		workflow = await importNeverMiss(suite.n8n, suite.credential, sink);
		await activate(suite.n8n, workflow.id);
	}, LIMIT);

	afterAll(async () => await sink?.close());

	afterEach(() => {
		const { repeated } = sink;
		expect(repeated.filter((id) => !undecidedAtKill.includes(id))).toEqual([]);
	});

	it(
		'brings each order once while the webhook delivers and the poll looks as well',
		async () => {
			const ids = await place(ORDERS);
			await sink.waitFor(ids, ARRIVAL_LIMIT);
			expect(answered().length).toBeGreaterThanOrEqual(ORDERS);
		},
		LIMIT,
	);

	it(
		'brings the orders of a time in which the webhook was switched off, and switches it on again',
		async () => {
			expect(hooks().length).toBeGreaterThan(0);
			for (const hook of hooks()) Object.assign(hook, { is_active: false, deactivated: true });
			const before = answered().length;
			const ids = await place(ORDERS);
			expect(answered().length - before).toBeLessThan(ORDERS);
			await sink.waitFor(ids, ARRIVAL_LIMIT);
			await until(
				() => hooks().every(({ is_active }) => is_active),
				ARRIVAL_LIMIT,
				() => 'The webhook was still off',
			);
		},
		LIMIT,
	);

	it(
		'brings the orders of a time in which the domain was blocked, and once when they are delivered after all',
		async () => {
			suite.store.setHosts({ [publicOrigin]: NOBODY });
			const ids = await place(ORDERS);
			const { data } = await suite.n8n.api.get<{ data: { blocked_domains: unknown[] } }>(
				`${suite.store.credential.apiPath}hooks/admin`,
				{ headers: { 'X-Auth-Token': suite.store.credential.accessToken } },
			);
			expect(data.data.blocked_domains).toHaveLength(1);
			await sink.waitFor(ids, ARRIVAL_LIMIT);
			const before = answered().length;
			suite.store.setHosts({ [publicOrigin]: receiver });
			await until(
				() => answered().length - before >= ORDERS,
				ARRIVAL_LIMIT,
				() => `${answered().length - before} of ${ORDERS} deliveries were made good`,
			);
		},
		LIMIT,
	);

	it(
		'brings the orders during which n8n was killed and started again',
		async () => {
			const before = sink.arrivals.size;
			const placing = place(ORDERS);
			await until(
				() => sink.arrivals.size - before > 20,
				ARRIVAL_LIMIT,
				() => 'No order had arrived',
			);
			sink.hold();
			await until(
				() => sink.missing(begun(suite.store)).length >= CUT_OFF,
				ARRIVAL_LIMIT,
				() => 'Too few executions were under way',
			);
			await suite.n8n.kill();
			await sink.untilQuiet();
			sink.release();
			undecidedAtKill = undecided(suite.store, sink);
			const cutOff = sink.missing(begun(suite.store));
			expect(cutOff).not.toEqual([]);
			const ids = await placing;
			await suite.startAgain();
			await sink.waitFor(ids, ARRIVAL_LIMIT);
			const crashed = await executions('crashed');
			process.stderr.write(
				`Killed in ${crashed.length} executions with ${cutOff.length} orders: all ${ids.length} arrived; ` +
					`${undecidedAtKill.length} were not marked yet, ${sink.repeated.length} of them arrived twice\n`,
			);
		},
		LIMIT,
	);

	it(
		'brings each order once when deliveries are repeated and reordered',
		async () => {
			// The process that took these was killed, so that only Skip Duplicates knows them.
			const earlier = answered().slice(0, ORDERS);
			const [ids, statuses] = await Promise.all([
				place(ORDERS),
				deliverAgain(suite.n8n.origin, earlier),
			]);
			expect(statuses).toHaveLength(ORDERS);
			expect(new Set(statuses)).toEqual(new Set([200]));
			// These it knows itself.
			const again = await deliverAgain(suite.n8n.origin, answered().slice(-ORDERS));
			expect(new Set(again)).toEqual(new Set([200]));
			await sink.waitFor(ids, ARRIVAL_LIMIT);
		},
		LIMIT,
	);

	it(
		'has brought all of them once in the end',
		async () => {
			await until(
				async () => (await executions('running')).length + (await executions('new')).length === 0,
				ARRIVAL_LIMIT,
				() => 'Executions were still under way',
			);
			expect(all).toHaveLength(5 * ORDERS);
			expect(sink.missing(all)).toEqual([]);
			expect(sink.arrivals.size).toBe(all.length);
		},
		LIMIT,
	);

	async function executions(status: string): Promise<ExecutionSummary[]> {
		const filter = JSON.stringify({ workflowId: workflow.id, status: [status] });
		const query = { filter, limit: 100 };
		return (
			await rest<{ results: ExecutionSummary[] }>(suite.n8n, 'GET', '/executions', undefined, query)
		).results;
	}
});
