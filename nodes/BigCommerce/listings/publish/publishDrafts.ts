import { learnBrands } from '../../store/catalog/brands';
import { skuKey } from '../../store/sku';
import { writeProductStock } from '../write/overwriteProducts';
import type { Publishing } from '../report/publishReport';
import { assignChannels, saveMetafields } from '../write/metafieldsAndChannels';
import { everything, type Wants } from '../model/draftValues';
import { changeOf, wantsOf, type Change } from '../plan/productChange';
import { PlannedWrites } from '../plan/plannedWrites';
import { createAll } from '../write/createProducts';
import { differences, toValues } from '../diff/differences';
import { firstOf, skusOf, type Draft } from '../model/draft';
import type { DraftItem } from '../model/draftItem';
import { classify, type Classification } from '../match/brandAndCategoryIds';
import { lackingForNew } from '../plan/newProduct';
import { overwriteAll } from '../write/overwriteProducts';
import { prepare, type Existing, type Prepared } from '../plan/preparedDraft';
import { previewChange, previewCreation } from '../report/publishPreview';
import type { PublishIssue } from '../report/publishIssues';
import type { ProductPart } from '../match/productLookUp';
import { StoreProducts } from '../match/storeProducts';
import { placeOf, targetsOf } from '../match/draftTargets';
import { labelsInWords } from '../model/draftVariants';

/** What the first item says counts for its product; a preview for one of its items writes nothing of it. */
const settingsOf = ({ items }: Draft) => ({
	...(items[0] as DraftItem).settings,
	preview: items.some(({ settings }) => settings.preview),
});

/** What must be known of a product that exists: only what will be compared. */
function includedFor(drafts: readonly Draft[]): ProductPart[] {
	const parts: Array<[ProductPart, keyof DraftItem]> = [
		['custom_fields', 'customFields'],
		['images', 'images'],
		['description', 'description'],
	];
	const needed = parts.filter(([, field]) =>
		drafts.some((draft) => {
			const settings = settingsOf(draft);
			return (
				settings.ifExists === 'overwrite' &&
				wantsOf(settings)(field) &&
				(field !== 'description' || firstOf(draft.items, field) !== undefined)
			);
		}),
	);
	return ['variants', ...needed.map(([part]) => part)];
}

/** Calls `work` with each value; what it throws fails the items of the value's draft. */
function each<Value>(
	{ report }: Publishing,
	values: readonly Value[],
	draftOf: (value: Value) => Draft,
	work: (value: Value) => void,
): void {
	for (const value of values) {
		try {
			work(value);
		} catch (error) {
			report.fail(draftOf(value).items, error);
		}
	}
}

const lacksVariant = (message: string): PublishIssue => ({
	code: 'productHasNoSuchVariant',
	message,
});

/** The ids of a product that is left as it is. */
function leave({ report }: Publishing, { draft, product }: Existing): void {
	const { ifExists, preview } = settingsOf(draft);
	const { found, missing, refused } = targetsOf(draft, product);
	for (const { item, error } of refused) report.note([item], lacksVariant(error.message));
	for (const { item, labels } of missing)
		report.note(
			[item],
			lacksVariant(
				`The product ${product.id} has no variant ${labelsInWords(labels)}; 'Overwrite' with 'All' adds it`,
			),
		);
	for (const item of draft.items) {
		const variant = found.find((target) => target.item === item)?.variant;
		report.publish(item, {
			action: ifExists === 'link' ? 'linked' : 'skipped',
			...(preview && { preview }),
			...placeOf(product, item, variant),
		});
	}
}

const sharesSku = ({ draft, product }: Existing) => {
	const there = new Set([product, ...(product.variants ?? [])].map(({ sku }) => skuKey(sku)));
	return skusOf(draft).some((sku) => there.has(skuKey(sku)));
};

/** Leaves the products that are not to be overwritten, and answers what is to be written into the others. */
function changesOf(
	publishing: Publishing,
	existing: readonly Existing[],
	planned: PlannedWrites,
): Change[] {
	const { report } = publishing;
	const changes: Change[] = [];
	each(
		publishing,
		existing,
		({ draft }) => draft,
		(one) => {
			const { draft, product } = one;
			if (skusOf(draft).length > 0 && !sharesSku(one))
				report.note(draft.items, {
					code: 'matchedByName',
					message: `None of its SKUs is in the store; it was found by its name as the product ${product.id}`,
				});
			if (settingsOf(draft).ifExists !== 'overwrite') return leave(publishing, one);
			const wants = wantsOf(settingsOf(draft));
			const change = changeOf(prepare(draft, wants), product, wants, planned);
			for (const { item, error } of change.refused) report.fail([item], error);
			if (report.open(draft.items).length > 0) changes.push(change);
		},
	);
	return changes;
}

/** Looks up or creates the brands and categories of all products; one that cannot be had fails its product alone. */
async function classified<Value extends { draft: Draft }>(
	{ client, report }: Publishing,
	values: readonly Value[],
	wantsOf: (value: Value) => Wants,
): Promise<Array<Value & { classification: Classification }>> {
	const brands = values.flatMap(
		(value) => (wantsOf(value)('brand') && firstOf(value.draft.items, 'brand')) || [],
	);
	// What goes wrong here goes wrong again for each product by itself, which then says so.
	await Promise.allSettled([learnBrands(client, brands)]);
	const found = await Promise.allSettled(
		values.map(
			async (value) => await classify(client, value.draft, wantsOf(value), settingsOf(value.draft)),
		),
	);
	return values.flatMap((value, at) => {
		const { items } = value.draft;
		const outcome = found[at];
		if (outcome?.status === 'rejected') report.fail(items, outcome.reason);
		return outcome?.status === 'fulfilled' ? [{ ...value, classification: outcome.value }] : [];
	});
}

async function linkedChanges(
	publishing: Publishing,
	existing: readonly Existing[],
	planned: PlannedWrites,
) {
	const changes = changesOf(publishing, existing, planned);
	const linked = await classified(publishing, changes, ({ draft }) => wantsOf(settingsOf(draft)));
	return linked.map(({ classification, ...change }) => {
		const { items } = change.draft;
		const linked = toValues(differences(classification.body, planned.values, change.product));
		planned.values.add(change.product, linked);
		const body = { ...change.body, ...linked };
		const issues = [...change.issues, ...classification.issues.map((issue) => ({ items, issue }))];
		return { classification, change: { ...change, body, issues } };
	});
}

/** Publishes the products: looks all of them up together, checks them, and only then writes the first. */
export async function publishAll(publishing: Publishing, drafts: readonly Draft[]): Promise<void> {
	const { client, report } = publishing;
	const store = new StoreProducts(client, includedFor(drafts));
	await store.lookUp(
		drafts,
		(draft) =>
			settingsOf(draft).preview || skusOf(draft).length === 0 || lackingForNew(draft) !== undefined,
	);
	const existing: Existing[] = [];
	const fresh: Prepared[] = [];
	each(
		publishing,
		drafts,
		(draft) => draft,
		(draft) => {
			const product = store.find(draft);
			const lacking = product ? undefined : lackingForNew(draft);
			if (lacking) throw lacking;
			if (product) existing.push({ draft, product });
			else fresh.push(prepare(draft, everything));
		},
	);
	const planned = new PlannedWrites();
	const changes = await linkedChanges(publishing, existing, planned);
	const creations = await classified(publishing, fresh, () => everything);
	const isPreview = ({ draft }: { draft: Draft }) => settingsOf(draft).preview;
	for (const { change, classification } of changes)
		if (isPreview(change)) previewChange(report, change, classification);
	for (const creation of creations) if (isPreview(creation)) previewCreation(report, creation);
	const created = await createAll(
		publishing,
		store,
		creations.filter((creation) => !isPreview(creation)),
	);
	const found = await linkedChanges(publishing, created.existing, planned);
	const overwritten = await overwriteAll(
		publishing,
		[...changes, ...found].map(({ change }) => change).filter((change) => !isPreview(change)),
	);
	await writeProductStock(publishing, [...created.stock, ...overwritten.stock]);
	const placed = [...created.placed, ...overwritten.placed];
	await saveMetafields(publishing, placed);
	await assignChannels(publishing, placed);
}
