import { sendInBatches, type Outcome } from '../../api/batch';
import { at } from '../../api/client';
import { sendGrouped, sendMerged } from '../../api/grouped';
import { idChunks } from '../../api/idChunks';
import { defineOperation, type Begun, type Output } from '../../operation/define';
import { InputError } from '../../operation/errors';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import {
	identityKey,
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

type Filter = 'sku:in' | 'variant_id:in';

const filterOf = ({ identity }: Doomed): Filter => ('sku' in identity ? 'sku:in' : 'variant_id:in');
const valueOf = ({ identity }: Doomed) => ('sku' in identity ? identity.sku : identity.variant_id);

/** Prices of one list, named the same way, in one currency: as many a request as fit its address. */
async function deleteRecords(
	{ client, signal }: Begun,
	doomed: Doomed[],
): Promise<Array<Outcome<true>>> {
	const { priceList, currency } = doomed[0] as Doomed;
	const filter = filterOf(doomed[0] as Doomed);
	const doing = `delete prices of price list ${priceList}`;
	const chunks = await Promise.all(
		idChunks<string | number>(doomed.map(valueOf)).map(
			async (values) =>
				await sendInBatches<string | number, true>(values, {
					size: values.length,
					doing,
					scope: 'products:modify',
					signal,
					send: async (some) => {
						await client.delete({
							path: at`/v3/pricelists/${priceList}/records`,
							query: { [filter]: some, currency },
							doing,
							scope: 'products:modify',
						});
						return { status: 204, headers: {}, body: undefined };
					},
					resultOf: () => true,
				}),
		),
	);
	return chunks.flat();
}

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete price list records',
	description:
		'Take the prices of variants out of a price list, so that they have those of the catalogue again; many items a request',
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
	inBatches: {
		prepare: ({ params }): Doomed => {
			const identity = identityOf(params);
			// The filter takes several SKUs separated by commas: parts of this one could be other variants' SKUs.
			if ('sku' in identity && identity.sku.includes(','))
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
		begin: (given) => async (doomed) => {
			const outcomes = await sendGrouped<Doomed, true>(
				doomed,
				(one) => `${one.priceList}/${filterOf(one)}/${one.currency ?? ''}`,
				async (group) => {
					const deleted = await sendMerged<Doomed, true>(group, {
						keyOf: ({ identity }) => identityKey(identity),
						send: async (unique) => await deleteRecords(given, unique),
					});
					return deleted.map(({ result, error }) => (result ? { result: true } : { error }));
				},
			);
			return outcomes.map(({ result, error }, position): Outcome<Output> => {
				const { priceList, identity, currency } = doomed[position] as Doomed;
				return result
					? {
							result: {
								deleted: true,
								priceListId: priceList,
								...shownIdentity(identity),
								...(currency && { currency }),
							},
						}
					: { error };
			});
		},
	},
});
