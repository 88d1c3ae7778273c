import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/inputError';
import { syncForm, type SyncParams } from './syncForm';

/** What decides what is created and taken down in the end: it can only hold for the whole run. */
const OF_THE_RUN = ['notFoundAction', 'goneAction', 'preview'] as const;
const OPTIONS_OF_THE_RUN = [
	'delistAtMost',
	'missing',
	'showAgain',
	'startTracking',
	'takeDownAtMost',
] as const;

const labels = new Map(
	syncForm
		.flatMap((field): readonly INodeProperties[] =>
			field.name === 'options' ? (field.options as readonly INodeProperties[]) : [field],
		)
		.map(({ name, displayName }) => [name, displayName]),
);

/** The name of a setting in which an item differs from the first of its run. */
function differing(first: SyncParams, item: SyncParams): string | undefined {
	const own = OF_THE_RUN.find((name) => first[name] !== item[name]);
	const option = OPTIONS_OF_THE_RUN.find((name) => first.options[name] !== item.options[name]);
	const isElsewhere =
		first.options.missing === true &&
		(first.options.location ?? '') !== (item.options.location ?? '');
	return own ?? option ?? (isElsewhere ? 'location' : undefined);
}

/** Refuses an item that, by an expression, asks for a run of another kind than the first one does. */
export function checkSameForAll(first: SyncParams, item: SyncParams): void {
	const name = first === item ? undefined : differing(first, item);
	if (name === undefined) return;
	throw new InputError(
		`'${labels.get(name) ?? name}' is not what it is for the first item, and one Sync has one for all`,
		'Send items of each kind to a Sync of their own, for example with a Switch node before it.',
	);
}
