import type { Outcome } from '../../api/batch';
import { at, type Client } from '../../api/client';
import { deleteListed } from '../../api/deleteListed';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { defineOperation, type Output } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import { isListable } from '../../store/sku';
import {
	identityOf,
	shownIdentity,
	toCurrency,
	variantFields,
	type VariantIdentity,
} from './identity';

interface Doomed {
	priceList: number;
	identity: VariantIdentity;
	/** Without it the prices in all currencies are meant. */
	currency?: string;
}

const filterOf = ({ identity }: Doomed) => ('sku' in identity ? 'sku:in' : 'variant_id:in');
const valueOf = ({ identity }: Doomed) => ('sku' in identity ? identity.sku : identity.variant_id);

const shown = ({ priceList, identity, currency }: Doomed): Output => ({
	deleted: true,
	priceListId: priceList,
	...shownIdentity(identity),
	...(currency && { currency }),
});

/** Prices of one list, in one currency, whose variants are named the same way. */
async function deleteRecords(client: Client, doomed: Doomed[]): Promise<Array<Outcome<Output>>> {
	const [first] = doomed as [Doomed];
	const outcomes = await deleteListed(client, {
		path: at`/v3/pricelists/${first.priceList}/records`,
		query: { currency: first.currency },
		filter: filterOf(first),
		values: doomed.map(valueOf),
		doing: `delete prices of price list ${first.priceList}`,
		scope: 'products:modify',
	});
	return outcomes.map(({ error }, index) =>
		error === undefined ? { result: shown(doomed[index] as Doomed) } : { error },
	);
}

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete price list records',
	description: 'Take the prices of variants out of a price list; those of the catalog hold again',
	scope: 'products:modify',
	fields: [
		...priceListLocator,
		...variantFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: '',
					placeholder: 'e.g. USD',
					description: 'Only the price in this currency; without it those in all currencies',
				},
			],
		},
	],
	prepare: ({ params }): Doomed => {
		const identity = identityOf(params);
		// The filter takes several SKUs separated by commas: parts of this one could be other variants' SKUs.
		if ('sku' in identity && !isListable(identity.sku))
			throw new InputError(
				`The SKU "${identity.sku}" holds a comma, by which BigCommerce separates SKUs`,
				"Delete this price by 'Variant ID'.",
			);
		return {
			priceList: idOf(params.priceList, 'Price List'),
			identity,
			...(params.options.currency !== undefined && {
				currency: toCurrency(params.options.currency),
			}),
		};
	},
	many: async ({ records: doomed, run: { client } }) =>
		await sendGrouped<Doomed, Output>(
			doomed,
			(one) => `${one.priceList}/${filterOf(one)}/${one.currency ?? ''}`,
			async (group) =>
				await sendMerged<Doomed, Output>(group, {
					// As it is written: whether the filter tells `A-1` from `a-1` is not documented.
					keyOf: valueOf,
					merge: (_earlier, later) => later,
					send: async (records) => await deleteRecords(client, records),
				}),
		),
});
