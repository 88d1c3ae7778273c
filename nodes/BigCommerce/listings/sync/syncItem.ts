import type { Item, Row } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { asText, isBlank, toFlag, toId } from '../../operation/values';
import type { SyncParams } from './syncForm';
import { checkSameForAll } from './oneRunSettings';
import { readValues, type SyncValues } from '../model/syncValues';

/** An item of the input that was read: which listing it means, and what it says of it. */
export interface SyncItem {
	/** Position among the input items. */
	index: number;
	key: string;
	productId?: number;
	values: SyncValues;
	gone: boolean;
	params: SyncParams;
	item: Item;
}

function keyOf({ matchBy, masterSku, productId, variantId }: SyncParams): string {
	if (matchBy === 'productId') return String(toId(productId, 'Product ID'));
	if (matchBy === 'variantId') return String(toId(variantId, 'Variant ID'));
	const key = asText(masterSku, 'Master SKU').trim();
	if (key) return key;
	throw new InputError(
		"'Master SKU' is empty",
		"Let 'Master SKU' give what the listing is known by, for example {{ $json.sku }}.",
	);
}

export function prepare({ params, item }: Row<SyncParams>, first: SyncParams): SyncItem {
	checkSameForAll(first, params);
	const { fieldsToSync, options, productId, matchBy, goneAction, gone } = params;
	return {
		index: item.index,
		key: keyOf(params),
		...(matchBy === 'variantId' &&
			/^\s*\d+\s*$/.test(String(productId ?? '')) && {
				productId: Number(productId),
			}),
		values: readValues(item.json, fieldsToSync, options.clearing ?? false),
		gone: goneAction !== 'none' && !isBlank(gone) && toFlag(gone, 'Item Is Gone'),
		params,
		item,
	};
}
