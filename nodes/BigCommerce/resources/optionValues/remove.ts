import type { Client } from '../../api/client';
import { defineFields } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { textsOf } from '../../operation/values';
import { deleteRecord, type Records } from '../../store/records';
import type { OptionValue } from './values';

const LABEL = 'Values to Remove';

export const removedValuesField = defineFields([
	{
		displayName: LABEL,
		name: 'removedValues',
		type: 'string',
		default: '',
		placeholder: 'e.g. Small, Medium',
		description:
			'Labels of values that shoppers shall not choose from any more, separated by commas; variants that were made of them may go with them',
	},
]);

/** The values that are to go, all of them there: nothing is written where one is misspelt. */
export function doomedOf(removed: unknown, values: readonly OptionValue[]): OptionValue[] {
	return textsOf(removed, ',', LABEL).map((label) => {
		const value = values.find((one) => one.label === label);
		if (value) return value;
		throw new InputError(
			`'${LABEL}' holds "${label}", which is none of the values`,
			`The values are: ${values.map((one) => one.label).join(', ')}.`,
		);
	});
}

/** Deletes values, and answers those that stay. */
export async function removeValues(
	client: Client,
	records: Records,
	values: readonly OptionValue[],
	doomed: readonly OptionValue[],
): Promise<OptionValue[]> {
	const ids = new Set(doomed.map(({ id }) => id));
	for (const id of ids) await deleteRecord(client, records, id);
	return values.filter(({ id }) => !ids.has(id));
}
