import type { Item, OutcomeAtEnd, Row } from '../../operation/define';
import { isBlank, toFlag } from '../../operation/values';
import type { Client } from '../../api/client';
import type { MatchBy } from '../match/currentListings';
import {
	SYNC_FIELDS,
	valuesOf,
	type SyncField,
	type SyncRow,
	type SyncValues,
} from '../model/syncValues';
import { checkSameForAll } from './oneRunSettings';
import type { SyncParams } from './syncForm';

/** An item of the input that was read: which listing it means, and what it says of it. */
export interface SyncItem {
	/** Position among the input items. */
	index: number;
	key: string;
	productId?: number;
	values: SyncValues;
	/** Columns that it has a value for and that are not written. */
	leftOut: readonly string[];
	gone: boolean;
	params: SyncParams;
	item: Item;
}

/** An item of the input that names no listing of the store. */
export interface Unlisted {
	item: Item;
	key: string;
	row: SyncRow;
	/** Where its stock lies, and what is created along with it. */
	options: Pick<SyncParams['options'], 'location' | 'createBrands' | 'createCategories'>;
}

/** Creates what the store does not have; each item gets its own outcome. */
export type CreateUnlisted = (
	client: Client,
	unlisted: readonly Unlisted[],
	/** What holds for all of them. */
	settings: { matchBy: MatchBy; preview: boolean },
) => Promise<OutcomeAtEnd[]>;

/** Columns that say which listing is meant. */
const NAMING: ReadonlySet<string> = new Set(['sku', 'productId', 'variantId']);

export function prepare({ params, item }: Row<SyncParams>, first: SyncParams): SyncItem {
	checkSameForAll(first, params);
	const { columns, fieldsToSync, goneAction, gone } = params;
	const { matchOn } = columns;
	const chosen = (columns.isByHand ? SYNC_FIELDS : fieldsToSync).filter(
		(field) => field !== matchOn,
	);
	const read: ReadonlySet<string> = new Set<SyncField | MatchBy>([...chosen, matchOn]);
	return {
		index: item.index,
		key: String(columns.only([matchOn])[matchOn]),
		...(matchOn === 'variantId' && columns.only(['productId'])),
		values: valuesOf(columns, chosen),
		leftOut: columns.named.filter((name) => !read.has(name) && !NAMING.has(name)),
		gone: goneAction !== 'none' && !isBlank(gone) && toFlag(gone, 'Item Is Gone'),
		params,
		item,
	};
}
