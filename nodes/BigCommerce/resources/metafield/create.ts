import { otherScopes } from './ownerFields';
import type { Outcome } from '../../api/batch';
import { sendGrouped } from '../../api/grouped';
import { continueWith } from '../../api/outcomes';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { metafieldForm, toGiven } from './metafieldForm';
import { identityOf } from '../../store/metafields/lookUpMetafields';
import { simplifyMetafield } from '../../store/metafields/metafields';
import { createMetafields, type NewMetafield } from '../../store/metafields/writeMetafields';

/** In one batch the store could not tell two apart that have one name. */
function onceEach(given: NewMetafield[]): Array<Outcome<NewMetafield>> {
	const seen = new Set<string>();
	return given.map((one) => {
		const identity = identityOf(one);
		if (!seen.has(identity)) {
			seen.add(identity);
			return { result: one };
		}
		return {
			error: new InputError(
				`An earlier item creates the metafield ${one.namespace}.${one.key} of the same ${one.record.owner.noun}`,
				"Use another key, or the operation 'Create or Update'.",
			),
		};
	});
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a metafield',
	description: 'Keep a value of your own with a record; a key that it has already is refused',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: metafieldForm,
	simplify: simplifyMetafield,
	prepare: ({ params }) => toGiven(params),
	many: async ({ records: items, run: { client } }) =>
		await continueWith(
			onceEach(items),
			async (given) =>
				await sendGrouped(
					given,
					({ record }) => record.owner.name,
					async (some) =>
						await createMetafields(client, (some[0] as NewMetafield).record.owner, some),
				),
		),
});
