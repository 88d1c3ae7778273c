import { readRows, withAnswer } from '../../api/answers';
import { createHash } from 'crypto';

import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { list } from '../../api/pagination';
import { collectionOf, type MarkOwner, type MarkOwnerKind } from './markOwners';

/** An event, and the record that holds the marks left about it. */
export interface MarkedEvent {
	owner: MarkOwner;
	/** The event's key. */
	key: string;
}

/** A metafield, as far as it is looked at. */
interface EventMark {
	id: number;
	namespace: string;
	key: string;
	value: string;
	date_created: string;
}

/** What the marks of a claim say of it. */
interface ClaimState {
	tries: EventMark[];
	isDone: boolean;
	/** Milliseconds since the last try, by the store's own clock. */
	ageMs: number;
}

/** Who leaves a mark. */
export interface MarkPlace {
	workflowId: string;
	nodeId: string;
	/** This run of the node; the same when it is tried once more. */
	run: string;
}

export interface EventMarksOptions {
	place: MarkPlace;
	/** Who shares the marks: all nodes of the workflow, or this one alone. */
	scope: 'node' | 'workflow';
	/** After so long an event that was not marked as done may be claimed again; without it never. */
	againAfterMs?: number;
}

/** An event that never gets done is not tried for ever. */
export const MOST_TRIES = 10;

const SEEN = 'n8n-seen.';
const DONE = 'n8n-done.';
/** Of namespaces and keys alike (API notes 5.10). */
const LONGEST = 64;
const LONGEST_DESCRIPTION = 255;

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 40);

const named = (prefix: string, name: string) =>
	(prefix + name).length <= LONGEST ? prefix + name : prefix + digest(name);

/** Keys of events may be longer than a metafield's may be. */
const tryName = (key: string, number: number) =>
	number === 1 ? digest(key) : `${digest(key)}-${number}`;

/** By which name `doneSince` tells an event. */
export const doneName = (key: string) => tryName(key, 1);

export const isMarkNamespace = (namespace: unknown) =>
	typeof namespace === 'string' && (namespace.startsWith(SEEN) || namespace.startsWith(DONE));

const isClash = (refusal: unknown) => refusal instanceof BigCommerceError && refusal.status === 409;

/**
 * Marks about events, left as metafields of the records that they are about. Namespace and key are one app's once on a
 * record (API notes 5.10), so that the store is the lock between all of n8n's
 * processes. A mark names the run that left it: a run that n8n tries once more, or whose answer was lost, knows its own.
 */
export class EventMarks {
	private readonly client: Client;
	private readonly place: MarkPlace;
	private readonly againAfterMs?: number;
	private readonly seen: string;
	private readonly done: string;
	private readonly left: Array<{ owner: MarkOwner; id: number }> = [];

	constructor(client: Client, { place, scope, againAfterMs }: EventMarksOptions) {
		this.client = client;
		this.place = place;
		this.againAfterMs = againAfterMs;
		const { workflowId, nodeId } = place;
		this.seen = named(SEEN, scope === 'node' ? `${workflowId}.${nodeId}` : workflowId);
		this.done = named(DONE, workflowId);
	}

	/** Whether this run may let the event pass: true for one run alone, until it may pass again. */
	async claim(entry: MarkedEvent): Promise<boolean> {
		if (await this.leave(entry, this.seen, tryName(entry.key, 1))) return true;
		const { tries, isDone, ageMs } = await this.look(entry);
		if (isDone) return false;
		if (tries.some(({ value }) => value === this.place.run)) return true;
		if (tries.length === 0) return await this.claimGivenBack(entry);
		const isStale = this.againAfterMs !== undefined && ageMs >= this.againAfterMs;
		if (!isStale || tries.length >= MOST_TRIES) return false;
		return await this.leave(entry, this.seen, tryName(entry.key, tries.length + 1));
	}

	/** A claim that was in the way a moment ago, and is not there. */
	private async claimGivenBack(entry: MarkedEvent): Promise<boolean> {
		if (await this.leave(entry, this.seen, tryName(entry.key, 1))) return true;
		if ((await this.look(entry)).tries.length > 0) return false;
		throw new BigCommerceError({
			...this.marksOf(entry, 'tell whether the event was remembered'),
			title: 'The store says that it knows the event already, and shows nothing of it',
			advice: 'Run this item again later.',
		});
	}

	/** What this run has claimed may be claimed by others. */
	async giveBack(): Promise<void> {
		await Promise.allSettled(
			this.left.splice(0).map(async ({ owner, id }) => {
				const { path, scope } = collectionOf(owner.kind);
				await this.client.delete({
					path: `${path}${at`/${owner.id}/metafields/${id}`}`,
					task: 'forget an event that did not pass',
					scope,
				});
			}),
		);
	}

	async markDone(entry: MarkedEvent): Promise<void> {
		await this.leave(entry, this.done, tryName(entry.key, 1));
	}

	/** Which events of such records were marked as done since then, by their `doneName`. */
	async doneSince(kind: MarkOwnerKind, since: Date): Promise<Set<string>> {
		const { path, scope } = collectionOf(kind);
		const marks = await list<EventMark>(
			this.client,
			{
				path: `${path}/metafields`,
				paging: 'cursor',
				pageSize: 250,
				task: 'list the events that were done',
				scope,
			},
			{ query: { namespace: this.done, 'date_created:min': since.toISOString() } },
		);
		return new Set(marks.filter(({ namespace }) => namespace === this.done).map(({ key }) => key));
	}

	/** Leaves a mark; false where somebody else has left it. */
	private async leave(entry: MarkedEvent, namespace: string, key: string): Promise<boolean> {
		const { run } = this.place;
		const mark = await this.client
			.create<EventMark>({
				...this.marksOf(entry, 'remember the event'),
				body: {
					permission_set: 'app_only',
					namespace,
					key,
					value: run,
					description: entry.key.slice(0, LONGEST_DESCRIPTION),
				},
				find: async () => (await this.read(entry, [namespace], [key])).marks[0],
			})
			.catch((refusal: unknown) => {
				if (!isClash(refusal)) throw refusal;
			});
		if (mark?.value !== run) return false;
		this.left.push({ owner: entry.owner, id: mark.id });
		return true;
	}

	private async look(entry: MarkedEvent): Promise<ClaimState> {
		const most = this.againAfterMs === undefined ? 1 : MOST_TRIES;
		const names = Array.from({ length: most }, (_, index) => tryName(entry.key, index + 1));
		const { marks, now } = await this.read(entry, [this.seen, this.done], names);
		const tries = marks.filter(({ namespace }) => namespace === this.seen);
		const last = Math.max(0, ...tries.map(({ date_created }) => Date.parse(date_created)));
		return {
			tries,
			isDone: marks.some(({ namespace }) => namespace === this.done),
			ageMs: now - last,
		};
	}

	private async read(
		entry: MarkedEvent,
		namespaces: string[],
		keys: string[],
	): Promise<{ marks: EventMark[]; now: number }> {
		const call = {
			...this.marksOf(entry, 'look whether the event was remembered'),
			query: { 'namespace:in': namespaces, 'key:in': keys, limit: 250 },
		};
		const reading = await this.client.request('GET', call, withAnswer(readRows<EventMark>));
		return {
			// The API passes over filters that it does not know.
			marks: reading.value.filter(
				({ namespace, key }) => namespaces.includes(namespace) && keys.includes(key),
			),
			now: Date.parse(String(reading.answer.headers.date)) || Date.now(),
		};
	}

	private marksOf({ owner: { kind, id } }: MarkedEvent, task: string) {
		const { path, scope } = collectionOf(kind);
		return { path: `${path}${at`/${id}/metafields`}`, task: `${task} in ${kind} ${id}`, scope };
	}
}
