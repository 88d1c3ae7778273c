import type { Finding, Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { refused, type BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { continueWith } from '../../api/outcomes';
import type { Answer } from '../../api/answers';
import {
	assignmentKey,
	priceListAssignments,
	readPresent,
	type PresentAssignments,
	type AssignedPriceList,
	type PriceListTarget,
} from './priceListAssignments';

/** Assignments that one request takes (price_lists.v3.yml). */
const MOST_ASSIGNMENTS = 25;
const DOING = 'assign price lists';

async function assign(client: Client, targets: PriceListTarget[]): Promise<Answer> {
	const answer: Answer = { status: 200, headers: {}, body: undefined };
	return await client.create({
		path: priceListAssignments.path,
		body: targets,
		task: DOING,
		scope: 'products:modify',
		// The answer says nothing of the assignments, unless some were not made.
		read: ({ status, body }) => {
			if (status === 207) throw refused(status, body, { task: DOING });
			return answer;
		},
		// An assignment is nothing but what it assigns.
		isSame: () => true,
		find: async () => {
			const present = await readPresent(client, targets);
			return targets.every((target) => present.has(assignmentKey(target))) ? answer : undefined;
		},
	});
}

/** The answer says nothing of the assignments: their ids are read when all are made. */
async function withIds(
	client: Client,
	made: Array<Outcome<PriceListTarget>>,
): Promise<Array<Outcome<AssignedPriceList>>> {
	return await continueWith(made, async (targets) => {
		const [reading] = await Promise.allSettled([readPresent(client, targets)]);
		// Made they are all the same.
		const present: PresentAssignments = reading.status === 'fulfilled' ? reading.value : new Map();
		return targets.map((target) => ({ result: present.get(assignmentKey(target)) ?? target }));
	});
}

/** What a refused batch saved all the same, and what it says of the others: errors are told by place. */
function settledBy(
	refusal: BigCommerceError,
	batch: PriceListTarget[],
	present: PresentAssignments,
): Finding<PriceListTarget, PriceListTarget> {
	const { errors } = (refusal.body ?? {}) as { errors?: Record<string, unknown> };
	const settled = new Map<PriceListTarget, Outcome<PriceListTarget>>();
	const open: number[] = [];
	for (const [place, target] of batch.entries()) {
		if (present.has(assignmentKey(target))) settled.set(target, { result: target });
		else open.push(place);
	}
	// What the keys mean is not documented: they are places only where they fit the batch and name all that is missing.
	const named = Object.keys(errors ?? {});
	const arePlaces =
		named.every((key) => key in batch) && open.every((place) => named.includes(String(place)));
	if (arePlaces)
		for (const place of open)
			settled.set(batch[place] as PriceListTarget, {
				error: refused(422, { errors: errors?.[place] }, refusal),
			});
	return { settled };
}

/** Assigns price lists, 25 a request; what is assigned already stays. */
export const assignPriceLists = async (
	client: Client,
	targets: readonly PriceListTarget[],
): Promise<Array<Outcome<AssignedPriceList>>> =>
	await withIds(
		client,
		await sendMerged<PriceListTarget, PriceListTarget>(targets, {
			keyOf: assignmentKey,
			merge: (_earlier, later) => later,
			send: async (unique) =>
				await sendInBatches<PriceListTarget, PriceListTarget>(unique, {
					size: MOST_ASSIGNMENTS,
					// A group on a channel has one list: of two, the first item's.
					inOrder: true,
					task: DOING,
					taskOf: ({ price_list_id }) => `assign price list ${price_list_id}`,
					scope: 'products:modify',
					client,
					send: async (batch) => await assign(client, batch),
					resultOf: (_body, target) => target,
					blame: async (refusal, batch) =>
						settledBy(refusal, batch, await readPresent(client, batch)),
				}),
		}),
	);
