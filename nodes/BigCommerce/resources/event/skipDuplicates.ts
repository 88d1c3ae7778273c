import {
	defineFields,
	defineOperation,
	type Local,
	type Result,
	type Row,
} from '../../operation/define';
import { InputError } from '../../operation/errors';
import type { ParamsOf } from '../../operation/params';
import { toCount } from '../../operation/values';

const MOST_KEYS = 10_000;

const fields = defineFields([
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '={{ $json.eventKey }}',
		placeholder: 'e.g. {{ $json.eventKey }}',
		description:
			'What repeats have in common. Both BigCommerce triggers put it on each item as eventKey: the same for the webhook and the poll of one change, where both have the full record.',
	},
	{
		displayName: 'Remember For',
		name: 'scope',
		type: 'options',
		options: [
			{
				name: 'This Node',
				value: 'node',
				description: 'Other nodes of the workflow do not know what passed here',
			},
			{
				name: 'Whole Workflow',
				value: 'workflow',
				description: 'Shared with all nodes of this workflow that are set so',
			},
		],
		default: 'node',
		description:
			'Who shares the memory of what has passed. n8n keeps it in its database for this workflow, so that restarts and workers do not matter; the workflow must be saved. Two workers that process one event in the same moment may both let it pass.',
	},
	{
		displayName: 'If the Key Is Missing',
		name: 'onMissingKey',
		type: 'options',
		options: [
			{
				name: 'Let the Item Pass',
				value: 'pass',
				description: 'Nothing is lost, and repeats of it are not found',
			},
			{ name: 'Stop', value: 'stop', description: 'Ends with a message that names the item' },
		],
		default: 'pass',
		description: 'What to do with an item for which the key is empty',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Forget What Has Passed',
				name: 'forget',
				type: 'boolean',
				default: true,
				description:
					'Whether to forget first what has passed, so that everything counts as new again. Remembered for the whole workflow, what its other nodes remember so is forgotten as well. Turn it on for one run, then off.',
			},
			{
				displayName: 'Keys to Remember',
				name: 'most',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: MOST_KEYS,
				description:
					'How many keys to remember; beyond that the oldest are forgotten. Every run reads and writes them all.',
			},
		],
	},
]);

type Params = ParamsOf<typeof fields>;

/** An expression may give anything; what is neither text nor a number names nothing. */
function keyOf({ params }: Row<Params>): string {
	const key: unknown = params.key;
	return typeof key === 'string' || typeof key === 'number' ? String(key).trim() : '';
}

const asItIs = ({ item, index }: Row<Params>): Result => ({
	json: item.json,
	from: [index],
	...(item.binary && { binary: item.binary }),
});

const missing = () =>
	new InputError(
		"'Key' is empty for this item",
		"Let 'Key' give what repeats have in common, such as {{ $json.eventKey }}, or set 'If the Key Is Missing' to let the item pass.",
	);

const plural = (count: number) => (count === 1 ? '1 item' : `${count} items`);

async function* skip({ rows, memory, fail, hint }: Local<Params>): AsyncGenerator<Result[]> {
	const [first] = rows;
	if (!first) return;
	const { scope, onMissingKey, options } = first.params;
	const most = toCount(options.most ?? MOST_KEYS, 'Keys to Remember');
	const remembered = memory.reaching({ scope, most });
	const keyless = rows.filter((row) => keyOf(row) === '');
	if (keyless.length > 0 && onMissingKey === 'stop')
		fail(
			keyless.map(({ index }) => index),
			missing(),
		);
	if (options.forget) await remembered.forget();
	const fresh = await remembered.fresh([...new Set(rows.map(keyOf).filter(Boolean))]);
	// Of several with one key the first passes.
	const passing = rows.filter((row) =>
		keyOf(row) === '' ? onMissingKey === 'pass' : fresh.delete(keyOf(row)),
	);
	if (keyless.length > 0 && onMissingKey === 'pass')
		hint(`${plural(keyless.length)} passed without a key: their repeats are not found`);
	yield passing.map(asItIs);
}

export const skipDuplicates = defineOperation({
	value: 'skipDuplicates',
	name: 'Skip Duplicates',
	action: 'Skip duplicate events',
	description:
		'Let each event of the triggers pass once, whichever of them brought it, and however often',
	scope: 'none',
	fields,
	runLocally: skip,
});
