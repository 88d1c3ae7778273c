import { sendInBatches, type Finding, type Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { refused, type BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { goOn } from '../../api/outcomes';
import type { Answer } from '../../api/retry';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { simplifyField } from '../../operation/fields';
import { compact } from '../../api/values';
import { idOf, toId } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import {
	assignments,
	type Assignment,
	keyOf,
	readPresent,
	simplifyAssignment,
	type Present,
	type Target,
} from '../../store/pricing/priceListAssignments';

/** Assignments that one request takes (price_lists.v3.yml). */
const MOST_ASSIGNMENTS = 25;
const DOING = 'assign price lists';

const optionalId = (given: unknown, label: string) =>
	given === undefined || given === null || given === '' ? undefined : toId(given, label);

async function assign(client: Client, targets: Target[]): Promise<Answer> {
	const answer: Answer = { status: 200, headers: {}, body: undefined };
	return await client.create({
		path: assignments.path,
		body: targets,
		doing: DOING,
		scope: 'products:modify',
		read: () => answer,
		find: async () => {
			const present = await readPresent(client, targets);
			return targets.every((target) => present.has(keyOf(target))) ? answer : undefined;
		},
	});
}

/** The answer says nothing of the assignments: their ids are read when all are made. */
async function withIds(
	client: Client,
	made: Array<Outcome<Target>>,
): Promise<Array<Outcome<Target & Partial<Assignment>>>> {
	return await goOn(made, async (targets) => {
		const [reading] = await Promise.allSettled([readPresent(client, targets)]);
		// Made they are all the same.
		const present: Present = reading.status === 'fulfilled' ? reading.value : new Map();
		return targets.map((target) => ({ result: present.get(keyOf(target)) ?? target }));
	});
}

/** What a refused batch saved all the same, and what it says of the others: errors are told by place. */
function settledBy(
	refusal: BigCommerceError,
	batch: Target[],
	present: Present,
): Finding<Target, Target> {
	const { errors } = (refusal.body ?? {}) as { errors?: Record<string, unknown> };
	const settled = new Map<Target, Outcome<Target>>();
	const open: number[] = [];
	for (const [place, target] of batch.entries()) {
		if (present.has(keyOf(target))) settled.set(target, { result: target });
		else open.push(place);
	}
	// What the keys mean is not documented: they are places only where they fit the batch and name all that is missing.
	const named = Object.keys(errors ?? {});
	const arePlaces =
		named.every((key) => key in batch) && open.every((place) => named.includes(String(place)));
	if (arePlaces)
		for (const place of open)
			settled.set(batch[place] as Target, {
				error: refused(422, { errors: errors?.[place] }, refusal),
			});
	return { settled };
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create price list assignments',
	description:
		'Give the prices of a list to a customer group, to a sales channel, or to a group on a channel',
	scope: 'products:modify',
	optionalScopes: ['channels:read', 'customers:read'],
	fields: [
		...priceListLocator,
		{
			displayName: 'Customer Group Name or ID',
			name: 'customerGroup',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCustomerGroupsOrAll' },
			default: '',
			description:
				'Who gets the prices. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Channel Name or ID',
			name: 'channel',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getChannelsOrAll' },
			default: '',
			description:
				'Where the prices hold. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			hint: 'Choose a customer group, a channel, or both',
		},
		...simplifyField,
	],
	simplify: simplifyAssignment,
	prepare: ({ params: { priceList, customerGroup, channel } }): Target => {
		const target = {
			price_list_id: idOf(priceList, 'Price List'),
			...compact({
				customer_group_id: optionalId(customerGroup, 'Customer Group Name or ID'),
				channel_id: optionalId(channel, 'Channel Name or ID'),
			}),
		};
		if (target.customer_group_id || target.channel_id) return target;
		throw new InputError(
			'A price list is assigned to a customer group, to a channel, or to a group on a channel',
			"Choose one under 'Customer Group Name or ID' or 'Channel Name or ID'; for all shoppers of a storefront choose its channel.",
		);
	},
	many: async ({ records: targets, run: { client } }) =>
		await withIds(
			client,
			await sendMerged<Target, Target>(targets, {
				keyOf,
				merge: (_earlier, later) => later,
				send: async (unique) =>
					await sendInBatches<Target, Target>(unique, {
						size: MOST_ASSIGNMENTS,
						// A group on a channel has one list: of two, the first item's.
						inOrder: true,
						doing: DOING,
						doingOf: ({ price_list_id }) => `assign price list ${price_list_id}`,
						scope: 'products:modify',
						client,
						send: async (batch) => await assign(client, batch),
						resultOf: (_body, target) => target,
						settle: async (refusal, batch) =>
							settledBy(refusal, batch, await readPresent(client, batch)),
					}),
			}),
		),
});
