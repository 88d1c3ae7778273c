import {
	defineFields,
	defineOperation,
	type GivenMany,
	type Result,
	type Row,
} from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { EventMarks } from '../../store/webhooks/eventMarks';
import { ownerScopes } from '../../store/webhooks/markOwners';
import { asItIs, keyField, keyOf, missingKey, ownerOf, recordFields } from './eventFields';

const fields = defineFields([...keyField, ...recordFields]);

async function* mark({
	records: rows,
	run: { client, place },
	fail,
}: GivenMany<Row<ParamsOf<typeof fields>>>): AsyncGenerator<Result[]> {
	const marks = new EventMarks(client, { place, scope: 'workflow' });
	const outcomes = await Promise.allSettled(
		rows.map(async (row) => {
			const key = keyOf(row);
			if (key === '') throw missingKey();
			await marks.markDone({ owner: ownerOf(row), key });
		}),
	);
	const done: Result[] = [];
	for (const [at, row] of rows.entries()) {
		const outcome = outcomes[at];
		if (outcome?.status === 'rejected') fail(row.item.index, outcome.reason);
		else done.push(asItIs(row));
	}
	yield done;
}

export const markDone = defineOperation({
	value: 'markDone',
	name: 'Mark as Done',
	action: 'Mark event as done',
	description:
		"Note that an event has been dealt with, for a 'Skip Duplicates' that remembers in BigCommerce",
	scope: 'none',
	optionalScopes: ownerScopes,
	fields,
	allAtOnce: true,
	many: mark,
});
