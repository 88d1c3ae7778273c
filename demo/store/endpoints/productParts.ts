import { Refusal, refuseV3 } from '../http/answers.ts';
import { fieldProblems, type FieldRules } from '../http/fieldRules.ts';
import { numberOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import { nextId } from '../state.ts';
import type { Owner } from './productOwner.ts';

export type PartConflict = [status: 409 | 422, errors: Record<string, string>] | undefined;

/** A list of parts such as custom fields or videos, for its own endpoints and for products that bring it along. */
export interface Part<O extends Owner, T extends { id: number }> {
	/** As an error speaks of one: "custom field". */
	name: string;
	/** The sequence of their ids. */
	sequence: string;
	/** Fields are written as they are sent, each held against its rule; dates and lists of objects are left to `write`. */
	rules: FieldRules;
	required: readonly string[];
	/** Fields that an update demands too. */
	alwaysRequired?: readonly string[];
	/** How many an owner may have. */
	most: number;
	/** The live list. */
	of(owner: O): T[];
	/** A part without an id out of nothing, to stand at that place of its list. */
	blank(context: Context, place: number): Omit<T, 'id'>;
	/** Writes what is more than a plain field. */
	write?(part: T, body: JsonObject, context: Context, owner: O): void;
	/** Why the part cannot stand beside the others. */
	conflict?(part: T, others: T[], owner: O): PartConflict;
	/** What follows from a part that was made, changed or (`part` undefined) deleted. */
	follow?(owner: O, before: T | undefined, part: T | undefined, context: Context): void;
	view?(part: T, owner: O): Record<string, unknown>;
}

/** The part that comes of a body, not yet in its list; refused where it breaks a rule. */
export function drafted<O extends Owner, T extends { id: number }>(
	part: Part<O, T>,
	context: Context,
	owner: O,
	list: T[],
	body: JsonObject,
	own?: T,
): T {
	const title = `The ${part.name} is not valid`;
	const required = own ? part.alwaysRequired : part.required;
	const problems = fieldProblems(body, part.rules, required);
	if (Object.keys(problems).length > 0) refuseV3(422, title, problems);
	if (!own && list.length >= part.most)
		refuseV3(422, title, { [part.name]: `At most ${part.most} are possible` });
	const draft = structuredClone(
		own ?? ({ ...part.blank(context, list.length), id: nextId(context.state, part.sequence) } as T),
	);
	const target = draft as Record<string, unknown>;
	for (const [name, rule] of Object.entries(part.rules)) {
		const plain = name in target && rule.is !== 'date' && rule.is !== 'objects';
		if (plain && body[name] !== undefined && body[name] !== null) target[name] = body[name];
	}
	part.write?.(draft, body, context, owner);
	const others = list.filter(({ id }) => id !== draft.id);
	const conflict = part.conflict?.(draft, others, owner);
	if (conflict) refuseV3(conflict[0], title, conflict[1]);
	return draft;
}

/**
 * The list that a product would have after a request that embeds rows of it. What a PUT does with such rows is not documented
 * (API notes 2.7): those with a known id are changed, the others added, and none is taken away.
 */
export function plannedList<O extends Owner, T extends { id: number }>(
	part: Part<O, T>,
	context: Context,
	owner: O,
	rows: JsonObject[],
	/** Takes the refusal of a row that the others need not suffer for; throws it where they do. */
	spare: (refusal: Refusal) => void = (refusal) => {
		throw refusal;
	},
): T[] {
	const list = [...part.of(owner)];
	for (const row of rows) {
		const own = list.find(({ id }) => id === numberOf(row.id));
		try {
			const draft = drafted(part, context, owner, list, row, own);
			if (own) list[list.indexOf(own)] = draft;
			else list.push(draft);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			spare(error);
		}
	}
	return list;
}

export const replaceAll = <T>(list: T[], by: T[]): void => void list.splice(0, list.length, ...by);
