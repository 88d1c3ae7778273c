import axios from 'axios';
import { readExamples, packageName } from '../../../demo/examples.ts';
import type { N8n } from '../../../demo/n8n/instance.ts';
import { importWorkflow, withCredential } from '../../../demo/n8n/workflows.ts';
import type { CredentialRef, StoredWorkflow, WorkflowJson } from '../../../demo/n8n/workflows.ts';
import { placeOrder } from '../../../demo/order.ts';
import type { DeliveryRecord, DemoStore } from '../../../demo/store/index.ts';
import { until } from './sink.ts';
import type { Sink } from './sink.ts';

/** So many requests under way at once, as a busy shop and BigCommerce's senders would have. */
const AT_ONCE = 16;

/** What was not done comes again after so many minutes; longer than any execution takes on a busy machine. */
const AGAIN_AFTER = 1.5;
/** BigCommerce would be patient for two days. */
const PATIENCE = 120_000;
/** Deliveries are sent again much later where the machine is slow; signatures of theirs are as old. */
const REPLAY_MINUTES = 120;

/**
 * The example as users import it, but for this: it polls every ten seconds (n8n allows an entry no less than a minute, and any
 * number of entries), what was not done comes again sooner, old signatures are taken, and what passed is posted to the sink.
 */
export async function importNeverMiss(
	n8n: N8n,
	credential: CredentialRef,
	sink: Sink,
): Promise<StoredWorkflow> {
	const found = (await readExamples()).find(({ file }) => file === 'never-miss-an-order.json');
	if (!found) throw new Error('The example is missing');
	const often = {
		item: [0, 10, 20, 30, 40, 50].map((second) => ({
			mode: 'custom',
			cronExpression: `${second} * * * * *`,
		})),
	};
	const { nodes, ...workflow } = withCredential(found.workflow, packageName, credential);
	return await importWorkflow(
		n8n,
		endingIn(sink, {
			...workflow,
			nodes: nodes.map(({ parameters, ...node }) => ({
				...node,
				parameters: {
					...parameters,
					...(parameters.pollTimes && { pollTimes: often }),
					...(parameters.events && { settings: { replayWindow: REPLAY_MINUTES } }),
					...(hasAgainAfter(parameters.options) && { options: { againAfter: AGAIN_AFTER } }),
				},
			})),
		}),
	);
}

const hasAgainAfter = (options: unknown) =>
	typeof options === 'object' && options !== null && 'againAfter' in options;

/** The sink stands where the user's own steps would. */
function endingIn(sink: Sink, { nodes, connections, ...workflow }: WorkflowJson): WorkflowJson {
	return {
		...workflow,
		nodes: [
			...nodes,
			{
				id: 'sink',
				name: 'Sink',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [800, 100],
				parameters: {
					method: 'POST',
					url: sink.address,
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ { orderId: $json.orderId } }}',
					options: {},
				},
			},
		],
		connections: {
			...connections,
			'Order Received': { main: [[{ node: 'Sink', type: 'main', index: 0 }]] },
			Sink: connections['Order Received'] ?? {},
		},
	};
}

const markedBy = ({ state }: DemoStore, prefix: string) =>
	new Set(
		[...state.metafields.values()]
			.filter(({ namespace }) => namespace.startsWith(prefix))
			.map(({ resource_id }) => Number(resource_id)),
	);

/** Orders that passed Skip Duplicates, and of which the work is still going on. */
export function begun(store: DemoStore): number[] {
	const done = markedBy(store, 'n8n-done.');
	return [...markedBy(store, 'n8n-seen.')].filter((id) => !done.has(id));
}

/** Orders that arrived and were not marked as done: where the power goes between the two, nobody can know that. */
export const undecided = (store: DemoStore, { arrivals }: Sink): number[] =>
	begun(store).filter((id) => arrivals.has(id));

/** Customers buy, so many at once, and the shop's webhooks hear of it; answers the ids of their orders. */
export async function placeOrders(store: DemoStore, count: number): Promise<number[]> {
	const before = new Set(store.state.orders.keys());
	for (let placed = 0; placed < count; placed += AT_ONCE) {
		const customers = Array.from({ length: Math.min(AT_ONCE, count - placed) });
		await Promise.all(customers.map(async () => await placeOrder(store)));
		await store.settled();
	}
	return [...store.state.orders.keys()].filter((id) => !before.has(id));
}

/**
 * Sends deliveries again, byte for byte, in an order of its own; answers what n8n said. One that it could not take (its
 * database is busy) is sent once more, as BigCommerce would.
 */
export async function deliverAgain(
	receiver: string,
	deliveries: DeliveryRecord[],
): Promise<number[]> {
	const statuses: number[] = [];
	await severalAtOnce(shuffled(deliveries), async ({ destination, headers, body }) => {
		const address = `${receiver}${new URL(destination).pathname}`;
		const send = async () =>
			await axios.post(address, body, {
				headers,
				proxy: false,
				validateStatus: () => true,
				// The signature is that of these bytes.
				transformRequest: (data: string) => data,
			});
		let status = 0;
		await until(
			async () => ({ status } = await send()).status < 500,
			PATIENCE,
			() => `n8n answered ${status}`,
		);
		statuses.push(status);
	});
	return statuses;
}

/** Some order that is not the one in which they came, and the same in every run. */
function shuffled<T>(list: T[]): T[] {
	return list
		.map((value, index) => ({ value, rank: (index * 7919) % 1013 }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ value }) => value);
}

export async function severalAtOnce<T>(
	list: T[],
	work: (value: T) => Promise<void>,
	atOnce = AT_ONCE,
): Promise<void> {
	const waiting = [...list];
	const one = async () => {
		while (waiting.length > 0) await work(waiting.shift() as T);
	};
	await Promise.all(Array.from({ length: atOnce }, one));
}
