import { groupedBy } from '../../api/grouped';
import { defineOperation, type GivenMany, type Result, type Row } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { toCount, toNumber } from '../../operation/values';
import { isMarkNamespace, EventMarks } from '../../store/webhooks/eventMarks';
import { ownerScopes } from '../../store/webhooks/markOwners';
import { asItIs, eventNote, keyOf, missingKey, ownerOf } from './eventFields';
import { MOST_KEYS, skipFields, type SkipParams } from './skipFields';

const MINUTE_MS = 60_000;

type Rows = Array<Row<SkipParams>>;

const plural = (count: number) => (count === 1 ? '1 item' : `${count} items`);

/** Rows of one key stand together; the first of them is the one that may pass. */
function byKey(rows: Rows): Map<string, Rows> {
	const groups = groupedBy(rows, keyOf);
	groups.delete('');
	return groups;
}

async function freshInN8n(
	groups: Map<string, Rows>,
	{ scope, options }: SkipParams,
	{ run: { memory } }: GivenMany<Row<SkipParams>>,
): Promise<Set<string>> {
	const most = toCount(options.most ?? MOST_KEYS, 'Keys to Remember');
	const remembered = memory.reaching({ scope, most });
	if (options.forget) await remembered.forget();
	return await remembered.fresh([...groups.keys()]);
}

/** Marks that were left are events of the store as well, which a wildcard brings along. */
const isOwnMark = ({ item: { json } }: Row<SkipParams>) => {
	const { resource, payload } = eventNote(json);
	const { data } = (payload ?? {}) as { data?: { namespace?: unknown } };
	return resource === 'metafield' && isMarkNamespace(data?.namespace);
};

function againAfterMsOf({ scope, options: { againAfter } }: SkipParams): number | undefined {
	if (againAfter === undefined) return undefined;
	if (scope === 'node')
		throw new InputError(
			"'Pass Again If Not Done' is set, and what is remembered for this node alone cannot be marked as done by another",
			"Set 'Remember For' to Whole Workflow.",
		);
	return toNumber(againAfter, 'Pass Again If Not Done', { minValue: 0 }) * MINUTE_MS;
}

async function freshInStore(
	groups: Map<string, Rows>,
	params: SkipParams,
	{ run, fail }: GivenMany<Row<SkipParams>>,
): Promise<Set<string>> {
	const againAfterMs = againAfterMsOf(params);
	const { client, place } = run;
	if (place.workflowId === '')
		throw new InputError('The workflow was never saved', 'Save it, and run it again.');
	const marks = new EventMarks(client, { place, scope: params.scope, againAfterMs });
	const claims = [...groups].map(async ([key, [first]]) =>
		first && !isOwnMark(first) ? await marks.claim({ owner: ownerOf(first), key }) : false,
	);
	const outcomes = await Promise.allSettled(claims);
	const fresh = new Set<string>();
	let isOutput = false;
	try {
		for (const [at, [key, rows]] of [...groups].entries()) {
			const outcome = outcomes[at];
			if (outcome?.status === 'fulfilled' && outcome.value) fresh.add(key);
			if (outcome?.status !== 'rejected') continue;
			fail(
				rows.map(({ item }) => item.index),
				outcome.reason,
			);
		}
		isOutput = true;
	} finally {
		// A later run has to find new what this one did not output.
		if (!isOutput) await marks.giveBack();
	}
	return fresh;
}

async function* skip(given: GivenMany<Row<SkipParams>>): AsyncGenerator<Result[]> {
	const { records: rows, run, fail } = given;
	const [first] = rows;
	if (!first) return;
	const { onMissingKey, rememberIn } = first.params;
	const keyless = rows.filter((row) => keyOf(row) === '');
	if (keyless.length > 0 && onMissingKey === 'stop')
		fail(
			keyless.map(({ item }) => item.index),
			missingKey(", or set 'If the Key Is Missing' to let the item pass"),
		);
	const groups = byKey(rows);
	const fresh = await (rememberIn === 'store' ? freshInStore : freshInN8n)(
		groups,
		first.params,
		given,
	);
	// Of several with one key the first passes.
	const passing = rows.filter((row) =>
		keyOf(row) === '' ? onMissingKey === 'pass' : fresh.delete(keyOf(row)),
	);
	if (keyless.length > 0 && onMissingKey === 'pass')
		run.hint(`${plural(keyless.length)} passed without a key: their repeats are not found`);
	yield passing.map(asItIs);
}

export const skipDuplicates = defineOperation({
	value: 'skipDuplicates',
	name: 'Skip Duplicates',
	action: 'Skip duplicate events',
	description:
		'Let each event of the triggers pass once, whichever of them brought it, and however often',
	scope: 'none',
	optionalScopes: ownerScopes,
	fields: skipFields,
	connects: ({ rememberIn }) => rememberIn === 'store',
	allAtOnce: true,
	many: skip,
});
