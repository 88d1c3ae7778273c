import type { Outcome } from '../../api/outcomes';
import type { Client } from '../../api/client';
import type { OutcomeAtEnd, Output } from '../../operation/define';
import { groupedBy } from '../../api/grouped';
import { toDrafts } from '../model/draft';
import type { PublishIssue } from '../report/publishIssues';
import { toDraftItem, type DraftItem, type ListingCells, type Settings } from '../model/draftItem';
import { publishAll } from '../publish/publishDrafts';
import { Report, type Published } from '../report/publishReport';
import type { MatchBy } from '../match/currentListings';
import type { CreateUnlisted, Unlisted } from './syncItem';

type Creating = Parameters<CreateUnlisted>[2];

const CODES: ReadonlySet<MatchBy> = new Set(['sku', 'upc', 'mpn', 'gtin']);

/**
 * As Publish reads a row. The code that the item was looked for by is the listing's own, so that the next run finds it.
 */
const toNewItem = (
	{ key, item, row, options }: Unlisted,
	{ matchBy, preview }: Creating,
): DraftItem =>
	toDraftItem({
		item,
		cells: { ...(row.values as ListingCells), ...(CODES.has(matchBy) && { [matchBy]: key }) },
		settings: { ...AS_PUBLISHED, preview, ...options },
	});

/** Publish as its form is before anybody touches it, but that it tells of a product that is there. */
const AS_PUBLISHED: Omit<Settings, 'preview'> = {
	ifExists: 'link',
	overwrite: 'priceAndStock',
	chosenFields: [],
	overrideName: false,
	newStatus: 'item',
};

/** Publish links a product that is there by its name or another SKU; it then has no variant such as the item's. */
function outcomeOf(
	key: string,
	published: Published & { issues: PublishIssue[] },
	preview: boolean,
) {
	const { productId, variantId, sku, name, action, issues } = published;
	const isNew = action === 'created';
	const isTold = issues.some(({ code }) => code === 'productHasNoSuchVariant');
	return {
		key,
		sku,
		productId,
		variantId,
		name,
		action: isNew ? 'created' : 'notFound',
		...(preview && { preview: true }),
		issues:
			isNew || isTold
				? issues
				: [
						...issues,
						{
							code: 'productHasNoSuchVariant',
							message: `Product ${productId} is there without it; Listing: Publish with Overwrite adds variants`,
						},
					],
	};
}

/** So many items are read and published together at most, unless one product has more. */
const MOST_TOGETHER = 10_000;

/** As Publish tells products apart. An item that cannot be read is on its own; it fails where it is created. */
function productOf({ row, key, item }: Unlisted): string {
	try {
		const { productKey, parentSku, name } = row.only(['productKey', 'parentSku', 'name']);
		const product = productKey ?? parentSku;
		return JSON.stringify(product ? ['key', product] : name ? ['name', name] : ['sku', key]);
	} catch {
		return String(item.index);
	}
}

/** The items in parts of which none splits a product, so that each is created with all of its variants. */
function inWholeProducts(unlisted: readonly Unlisted[]): Unlisted[][] {
	const parts: Unlisted[][] = [];
	for (const product of groupedBy(unlisted, productOf).values()) {
		const part = parts.at(-1);
		if (!part || part.length + product.length > MOST_TOGETHER) parts.push(product);
		else for (const one of product) part.push(one);
	}
	return parts;
}

/** Creates what the store does not have, as Publish does. */
export const createUnlisted: CreateUnlisted = async (client, unlisted, creating) => {
	const outcomes: OutcomeAtEnd[] = [];
	for (const part of inWholeProducts(unlisted)) {
		const created = await createPart(client, part, creating);
		for (const { item, key } of part) {
			const outcome = created.get(item.index) ?? { result: { key, action: 'notFound' } };
			outcomes.push({ ...outcome, index: item.index });
		}
	}
	return outcomes;
};

async function createPart(
	client: Client,
	unlisted: readonly Unlisted[],
	creating: Creating,
): Promise<Map<number, Outcome<Output>>> {
	const outcomes = new Map<number, Outcome<Output>>();
	const fail = (indexes: number | number[], error: unknown) => {
		for (const index of [indexes].flat()) outcomes.set(index, { error });
	};
	const keys = new Map(unlisted.map(({ item, key }) => [item.index, key]));
	const report = new Report(fail);
	const items = unlisted.flatMap((one): DraftItem[] => {
		try {
			return [toNewItem(one, creating)];
		} catch (error) {
			fail(one.item.index, error);
			return [];
		}
	});
	const [publishing] = await Promise.allSettled([
		publishAll({ client, report, signal: client.signal }, toDrafts(items, report.fail)),
	]);
	if (publishing.status === 'rejected') report.failRest(items, publishing.reason);
	for (const { from, json } of report.all()) {
		const [index = 0] = from;
		const published = json as Published & { issues: PublishIssue[] };
		const result = outcomeOf(keys.get(index) ?? '', published, creating.preview);
		outcomes.set(index, { result });
	}
	return outcomes;
}
