import type { Answer } from '../../api/answers';
import type { RefusalFinding } from '../../api/blame';
import type { Call, Client } from '../../api/client';
import { inFull, refused, type BigCommerceError } from '../../api/errors';
import { attempt, continueWith, type Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
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

async function assign(client: Client, targets: PriceListTarget[], call: Call): Promise<Answer> {
	const made: Answer = { status: 200, headers: {}, body: undefined };
	return await client.create({
		...call,
		body: targets,
		// The answer says nothing of the assignments, unless some were not made.
		read: (answer) => {
			inFull(answer, call);
			return made;
		},
		// An assignment is nothing but what it assigns.
		isSame: () => true,
		find: async () => {
			const present = await readPresent(client, targets);
			return targets.every((target) => present.has(assignmentKey(target))) ? made : undefined;
		},
	});
}

/** The answer says nothing of the assignments: their ids are read when all are made. */
async function withIds(
	client: Client,
	made: Array<Outcome<PriceListTarget>>,
): Promise<Array<Outcome<AssignedPriceList>>> {
	return await continueWith(made, async (targets) => {
		// Where they cannot be read, made they are all the same.
		const { result: present } = await attempt(async () => await readPresent(client, targets));
		return targets.map((target) => ({ result: present?.get(assignmentKey(target)) ?? target }));
	});
}

/** What a refused batch saved all the same, and what it says of the others: errors are told by place. */
function settledBy(
	refusal: BigCommerceError,
	batch: PriceListTarget[],
	present: PresentAssignments,
): RefusalFinding<PriceListTarget, PriceListTarget> {
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
		await writeMany(client, targets, {
			call: {
				path: priceListAssignments.path,
				task: 'assign price lists',
				scope: 'products:modify',
			},
			taskOf: ({ price_list_id }) => `assign price list ${price_list_id}`,
			size: MOST_ASSIGNMENTS,
			// A group on a channel has one list: of two, the first item's.
			inOrder: true,
			keyOf: assignmentKey,
			send: async (batch, call) => await assign(client, batch, call),
			resultOf: (_body, target) => target,
			blame: async (refusal, batch) => settledBy(refusal, batch, await readPresent(client, batch)),
		}),
	);
