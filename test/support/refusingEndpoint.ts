import { BigCommerceError, refused } from '../../nodes/BigCommerce/api/errors';
import type { Answer } from '../../nodes/BigCommerce/api/answers';

/** A record that is written; `key` names what it is about, records of one key change the same thing. */
export interface Sent {
	key: number;
	/** Why the endpoint never takes it. */
	bad?: 400 | 404 | 409 | 413 | 422;
	fields: Record<string, number>;
}

/**
 * How the endpoint says no.
 * `silent`: refuses the batch as a whole and names nobody. `namesOne`, `namesAll`: the same, but says who.
 * `partial`: 207, with what is good written and some of it not mentioned. `pairs`: takes each record, but not two of
 * `clashes` at once. `never`: refuses everything. `lost`: the connection ends, before or after the work is done.
 */
export type Manner = 'silent' | 'namesOne' | 'namesAll' | 'partial' | 'pairs' | 'never' | 'lost';

export interface Habits {
	manner: Manner;
	/** For each request in turn: how the rows of its answer are turned round, and which of them (`at % every === 0`) it leaves out. */
	turns: Array<{ rotate: number; every: number }>;
	/** Keys that are refused together. */
	clashes: number[];
	/** Requests, by their number, whose answer is lost; every second one after it took effect. */
	losses: number[];
}

const CAUSE = { task: 'update the records' };

/** The other side of the wire: it keeps what was written, and which writes it confirmed. */
export class RefusingEndpoint {
	readonly requests: number[][] = [];
	readonly written: Sent[] = [];
	/** Records, by identity, that an answer mentioned as written. */
	readonly confirmed = new Set<Sent>();
	/** Records that were sent again although an answer had confirmed them. */
	readonly repeated: Sent[] = [];
	/** Records that a request wrote without saying so. */
	readonly unmentioned = new Set<Sent>();
	readonly habits: Habits;

	constructor(habits: Habits) {
		this.habits = habits;
	}

	readonly send = async (records: Sent[]): Promise<Answer> => {
		await Promise.resolve();
		const number = this.requests.length;
		this.requests.push(records.map(({ key }) => key));
		this.repeated.push(...records.filter((record) => this.confirmed.has(record)));
		const { manner, losses } = this.habits;
		if (manner === 'lost' && losses.includes(number)) {
			if (number % 2) this.write(records);
			throw new BigCommerceError({ ...CAUSE, code: 'ECONNRESET', title: 'No answer' });
		}
		const bad = records.filter((record) => this.isBad(record));
		const clashing = records.filter(({ key }) => this.habits.clashes.includes(key));
		if (manner === 'never') throw refused(422, {}, CAUSE);
		if (manner === 'pairs' && clashing.length > 1) throw refused(409, {}, CAUSE);
		if (bad.length > 0 && manner !== 'partial') throw this.refusal(bad);
		const good = records.filter((record) => !this.isBad(record));
		this.write(good);
		return this.answer(good, bad.length > 0 ? 207 : 200, number);
	};

	/** What `settle` reads out of a refusal: which keys it names, and what it says of each. */
	static errorsIn(refusal: BigCommerceError): Map<number, BigCommerceError> {
		const { named } = refusal.body as { named: Array<{ key: number; status: number }> };
		return new Map(named.map(({ key, status }) => [key, refused(status, {}, CAUSE)]));
	}

	/** All fields that were written of what a key names. */
	state(): Map<number, Record<string, number>> {
		const state = new Map<number, Record<string, number>>();
		for (const { key, fields } of this.written) state.set(key, { ...state.get(key), ...fields });
		return state;
	}

	private isBad = ({ bad }: Sent) => bad !== undefined;

	private refusal(bad: Sent[]) {
		const { manner } = this.habits;
		const named = manner === 'namesAll' ? bad : manner === 'namesOne' ? bad.slice(-1) : [];
		return refused(
			bad[0]?.bad ?? 422,
			{ named: named.map(({ key, bad: status }) => ({ key, status })) },
			CAUSE,
		);
	}

	private write(records: Sent[]) {
		this.written.push(...records);
	}

	private answer(good: Sent[], status: number, number: number): Answer {
		const { rotate, every } = this.habits.turns[number % this.habits.turns.length] ?? {
			rotate: 0,
			every: 0,
		};
		const from = good.length > 0 ? rotate % good.length : 0;
		const turned = [...good.slice(from), ...good.slice(0, from)];
		const mentions = (_: Sent, at: number) => status === 200 || every === 0 || at % every > 0;
		const told = turned.filter(mentions);
		for (const record of told) this.confirmed.add(record);
		for (const record of turned) if (!told.includes(record)) this.unmentioned.add(record);
		return { status, headers: {}, body: { data: told } };
	}
}
