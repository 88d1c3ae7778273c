import type { Outcome } from '../../api/outcomes';
import type { Client } from '../../api/client';
import type { OutcomeAtEnd, Output, Row } from '../../operation/define';
import { groupedBy } from '../../api/grouped';
import { toDrafts } from '../model/draft';
import type { PublishIssue } from '../report/publishIssues';
import { readItem, type DraftItem, type PublishParams } from '../model/draftItem';
import { publishAll } from '../publish/publishDrafts';
import { Report, type Published } from '../report/publishReport';
import type { MatchBy } from '../match/currentListings';

/** An item of the input that names no listing of the store. */
export interface Unlisted {
	/** Position among the input items. */
	index: number;
	key: string;
	item: Row<unknown>['item'];
	/** Where its stock lies, and what is created along with it. */
	options: Pick<PublishParams['options'], 'location' | 'createBrands' | 'createCategories'>;
}

/** What holds for all that are created. */
export interface Creating {
	matchBy: MatchBy;
	preview: boolean;
}

const CODES: ReadonlySet<MatchBy> = new Set(['upc', 'mpn', 'gtin']);

/**
 * As the form of Publish has it before anybody touches it: the fields of the item by the names of Import. The code that
 * the item was looked for by is the listing's own, wherever the item has it, so that the next run finds it.
 */
const asPublished = (
	{ key, item: { json }, options }: Unlisted,
	{ matchBy, preview }: Creating,
): PublishParams => ({
	productKey: json.productKey || json.parentSku || '',
	name: json.name ?? '',
	sku: matchBy === 'sku' ? key : json.sku || json.masterSku || '',
	variantOptions: json.options ?? '',
	price: json.price,
	quantity: json.quantity,
	weight: json.weight,
	ifExists: 'link',
	overwrite: 'priceAndStock',
	chosenFields: [],
	overrideName: false,
	newStatus: 'item',
	preview,
	additionalFields: CODES.has(matchBy) ? { [matchBy]: key } : {},
	options,
});

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

/** As Publish tells products apart; what it does not know of the items has no say in what memory they take. */
const productOf = ({ productKey, name, sku }: PublishParams) =>
	JSON.stringify(productKey ? ['key', productKey] : name ? ['name', name] : ['sku', sku]);

/** The items in parts of which none splits a product, so that each is created with all of its variants. */
function inWholeProducts(unlisted: readonly Unlisted[], creating: Creating): Unlisted[][] {
	const parts: Unlisted[][] = [];
	for (const product of groupedBy(unlisted, (one) =>
		productOf(asPublished(one, creating)),
	).values()) {
		const part = parts.at(-1);
		if (!part || part.length + product.length > MOST_TOGETHER) parts.push(product);
		else for (const one of product) part.push(one);
	}
	return parts;
}

/** Creates what the store does not have, as Publish does; each item gets its own outcome. */
export async function createUnlisted(
	client: Client,
	unlisted: readonly Unlisted[],
	creating: Creating,
): Promise<OutcomeAtEnd[]> {
	const outcomes: OutcomeAtEnd[] = [];
	for (const part of inWholeProducts(unlisted, creating)) {
		const created = await createPart(client, part, creating);
		for (const { index, key } of part) {
			const outcome = created.get(index) ?? { result: { key, action: 'notFound' } };
			outcomes.push({ ...outcome, index });
		}
	}
	return outcomes;
}

async function createPart(
	client: Client,
	unlisted: readonly Unlisted[],
	creating: Creating,
): Promise<Map<number, Outcome<Output>>> {
	const outcomes = new Map<number, Outcome<Output>>();
	const fail = (indexes: number | number[], error: unknown) => {
		for (const index of [indexes].flat()) outcomes.set(index, { error });
	};
	const keys = new Map(unlisted.map(({ index, key }) => [index, key]));
	const report = new Report(fail);
	const items = unlisted.flatMap((one): DraftItem[] => {
		const { index, item } = one;
		try {
			return [readItem({ item, params: asPublished(one, creating) })];
		} catch (error) {
			fail(index, error);
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
