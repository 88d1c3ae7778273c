import type { Outcome } from '../../api/outcomes';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { InputError } from '../../api/inputError';
import { KNOWN_AT_END, type OutcomeAtEnd, type Output, type Run } from '../../operation/define';
import { toCount } from '../../operation/values';
import { MOST_CHANGES } from '../../store/inventory/adjustments';
import { stockWriter, type StockWriter } from '../../store/inventory/stockWriter';
import { skuKey } from '../../store/sku';
import { CurrentListings, type MatchBy, type StoreListing } from '../match/currentListings';
import { missingListings } from '../match/missingListings';
import { StockLocations } from '../match/stockLocations';
import { planSync } from '../plan/listingPlan';
import type { Issue, Plan, Planning, StockLocation } from '../plan/plan';
import { PlannedWrites } from '../plan/plannedWrites';
import { syncResult } from '../report/syncResult';
import { removalKey, removeListings, type Removal } from '../write/removeListings';
import { writePlans } from '../write/writePlans';
import { columnLabel } from '../model/listingColumns';
import { SYNC_FIELDS } from '../model/syncValues';
import type { SyncParams } from './syncForm';
import type { CreateUnlisted, SyncItem, Unlisted } from './syncItem';

const locationOf = ({ options }: SyncParams) => String(options.location ?? '').trim();

/** What is wanted of a listing that no item names. */
const GONE = { values: {}, gone: true };

const ambiguous = (key: string, found: readonly StoreListing[]) =>
	new InputError(
		`"${key}" names ${found.length} listings of the store: ${found
			.slice(0, 5)
			.map(({ product, variant }) => (variant ? `variant ${variant.id}` : `product ${product.id}`))
			.join(', ')}`,
		"Give each its own code in the store, or match by 'Variant ID' or 'Product ID'.",
	);

/** A listing to be deleted, and what its item or the run then says. */
interface Delisting extends Removal {
	/** Position of its item; without one no item names the listing. */
	index?: number;
	result: Output;
}

type Planned = Map<Plan, Pick<SyncItem, 'index' | 'key'>>;

const isSyncField = (name: string) => (SYNC_FIELDS as readonly string[]).includes(name);
const labelsOf = (names: readonly string[]) => names.map(columnLabel).join(', ');

/** What a row whose listing stays as it is because it says nothing is told. */
function nothingToWrite({ leftOut }: SyncItem): Issue {
	const notChosen = leftOut.filter(isSyncField);
	const why =
		notChosen.length > 0
			? `it has ${labelsOf(notChosen)}, which 'Fields to Sync' leaves out`
			: 'it has a value for none of the columns that are written';
	return { code: 'nothingToWrite', message: `The row says nothing to write: ${why}` };
}

/**
 * One run of Sync. Over its chunks it keeps which listings were named, and what has to wait for the last item: deletions,
 * whose limit holds for the whole run, and new products, whose rows may lie far apart.
 */
export class SyncRun {
	private readonly run: Run;
	/** An item is written by several steps together. */
	private readonly client: Client;
	private readonly writeStock: StockWriter;
	/** Those of the first item, for what all items have alike. */
	private readonly params: SyncParams;
	private readonly locations: StockLocations;
	private readonly named = new Set<string>();
	private readonly delistings: Delisting[] = [];
	private readonly unlisted: Unlisted[] = [];
	/** Columns that items have a value for and that are not written. */
	private readonly leftOut = new Set<string>();
	private readonly create: CreateUnlisted;

	constructor(run: Run, params: SyncParams, create: CreateUnlisted) {
		this.run = run;
		this.create = create;
		this.client = run.client.unwatched();
		this.writeStock = stockWriter({
			client: this.client,
			kind: 'absolute',
			reason: 'Listing sync',
		});
		this.params = params;
		this.locations = new StockLocations(run.client);
	}

	private get matchBy(): MatchBy {
		return this.params.columns.matchOn;
	}

	private get takesDown(): boolean {
		return (this.params.options.missing ?? false) && this.params.goneAction !== 'none';
	}

	private get planning(): Planning {
		const { goneAction, options } = this.params;
		return {
			goneAction,
			showAgain: options.showAgain ?? true,
			startTracking: options.startTracking ?? false,
			planned: new PlannedWrites(),
		};
	}

	/** Whether it must be known how many there are of an item. */
	private isCounted({ values, gone }: Pick<SyncItem, 'values' | 'gone'>): boolean {
		return gone ? this.params.goneAction === 'outOfStock' : values.quantity !== undefined;
	}

	async chunk(items: readonly SyncItem[]): Promise<Array<Outcome<Output> | typeof KNOWN_AT_END>> {
		if (this.takesDown) for (const { key } of items) this.named.add(skuKey(key));
		for (const { leftOut } of items) for (const name of leftOut) this.leftOut.add(name);
		const listings = await CurrentListings.find(
			this.run.client,
			items,
			this.matchBy,
			items.some(({ values }) => values.description !== undefined),
		);
		const found = items.map(({ key }) => listings.of(key));
		const locations = await this.locations.find(
			new Set(items.map(({ params }) => locationOf(params))),
		);
		const counted = found.filter((_found, at) => this.isCounted(items[at] as SyncItem));
		const stockOf = await this.locations.stockOf(locations.values(), counted.flat());
		const planning = { ...this.planning, stockOf };
		const outcomes = new Map<number, Outcome<Output>>();
		const planned: Planned = new Map();
		for (const [at, item] of items.entries()) {
			const location = locations.get(locationOf(item.params)) ?? {};
			const outcome = this.planItem(item, found[at] ?? [], location, planning, planned);
			if (outcome) outcomes.set(item.index, outcome);
		}
		await this.writePlanned(planned, outcomes);
		return items.map(({ index }) => outcomes.get(index) ?? KNOWN_AT_END);
	}

	/** Plans what the item wants of its listing, or answers why there is nothing to plan. */
	private planItem(
		item: SyncItem,
		[listing, ...others]: readonly StoreListing[],
		location: StockLocation | { error: unknown },
		planning: Planning,
		planned: Planned,
	): Outcome<Output> | undefined {
		const { index, key, params } = item;
		if ('error' in location) return { error: location.error };
		if (others.length > 0 && listing) return { error: ambiguous(key, [listing, ...others]) };
		if (listing) {
			const plan = planSync(listing, { ...item, location }, planning);
			if (plan.action === 'unchanged' && !item.gone && Object.keys(item.values).length === 0)
				plan.issues.push(nothingToWrite(item));
			planned.set(plan, { index, key });
			return undefined;
		}
		if (item.gone || this.params.notFoundAction !== 'create')
			return { result: { key, action: 'notFound' } };
		const { location: stockAt, createBrands, createCategories } = params.options;
		const options = { location: stockAt, createBrands, createCategories };
		this.unlisted.push({ item: item.item, key, row: params.columns, options });
		return undefined;
	}

	/** Writes all but deletions, which wait for the end. */
	private async writePlanned(
		planned: Planned,
		outcomes: Map<number, Outcome<Output>>,
	): Promise<void> {
		const failed = await this.write([...planned.keys()].filter(({ remove }) => !remove));
		for (const [plan, { index, key }] of planned) {
			if (plan.remove) this.delistings.push(this.delisting(plan, { index, key }));
			else if (failed.has(plan)) outcomes.set(index, { error: failed.get(plan) });
			else outcomes.set(index, { result: this.resultOf(plan, key) });
		}
	}

	/** Answers which plans failed, and why; in a preview nothing is written. */
	private async write(plans: readonly Plan[]): Promise<Map<Plan, unknown>> {
		const failed = new Map<Plan, unknown>();
		if (this.params.preview) return failed;
		const { client, writeStock } = this;
		const wanted = plans.filter(({ action }) => action !== 'unchanged');
		// So many have all of their steps done before the next ones begin, and no request for stock is smaller for it.
		for (let start = 0; start < wanted.length; start += MOST_CHANGES) {
			const some = wanted.slice(start, start + MOST_CHANGES);
			for (const [plan, error] of await writePlans(client, writeStock, some))
				failed.set(plan, error);
			this.run.client.wrote(some.length);
		}
		return failed;
	}

	/**
	 * What had to wait for the last item. New products come last: one that is deleted may have a name of theirs.
	 */
	async end({ unreadable }: { unreadable: number }): Promise<OutcomeAtEnd[]> {
		const missing = this.takesDown ? await this.planMissing(unreadable) : [];
		const deleted = await this.delist([
			...this.delistings,
			...missing.filter(({ remove }) => remove).map((plan) => this.delisting(plan)),
		]);
		const takenDown = await this.takeDown(missing.filter(({ remove }) => !remove));
		const { matchBy, unlisted } = this;
		const { preview } = this.params;
		const created = await this.create(this.client, unlisted, { matchBy, preview });
		this.tellLeftOut();
		return [
			...deleted.filter(({ index }) => index !== undefined),
			...created,
			...this.withoutFailures([
				...deleted.filter(({ index }) => index === undefined),
				...takenDown,
			]),
		];
	}

	private tellLeftOut(): void {
		const all = [...this.leftOut];
		const notChosen = all.filter(isSyncField);
		const ofNew = all.filter((name) => !isSyncField(name));
		if (notChosen.length > 0)
			this.run.hint(
				`Not written: ${labelsOf(notChosen)}. To write them, add them to 'Fields to Sync'.`,
			);
		if (ofNew.length > 0 && this.params.notFoundAction !== 'create')
			this.run.hint(`Read only where a listing is created: ${labelsOf(ofNew)}.`);
	}

	private delisting(plan: Plan, item?: Pick<SyncItem, 'index' | 'key'>): Delisting {
		const { product, variant } = plan.listing;
		const removal = { productId: product.id, variantId: variant?.id };
		return { ...removal, index: item?.index, result: this.resultOf(plan, item?.key) };
	}

	private resultOf(plan: Plan, key?: string): Output {
		const { preview } = this.params;
		const name = plan.planned.values.value(plan.listing.product, 'name');
		return key === undefined
			? { ...syncResult(plan, { name, preview }), missingInInput: true }
			: syncResult(plan, { key, name, preview });
	}

	/** Deletes all that the run is to delete, or none of it where that is too much. */
	private async delist(delistings: readonly Delisting[]): Promise<OutcomeAtEnd[]> {
		if (delistings.length === 0) return [];
		const { options, preview } = this.params;
		const atMost = toCount(options.delistAtMost ?? 20, 'Delist at Most');
		const number = new Set(delistings.map(removalKey)).size;
		if (number > atMost) {
			const error = new InputError(
				`${number} listings would be deleted; 'Delist at Most' allows ${atMost}`,
				"Check which items are gone. If it is right, raise 'Delist at Most'.",
			);
			return delistings.map(({ index }) => ({ index, error }));
		}
		const removed = preview ? [] : await removeListings(this.client, delistings);
		return delistings.map(({ index, result }, at): OutcomeAtEnd => {
			const error: unknown = removed[at]?.error;
			return error === undefined ? { index, result } : { index, error };
		});
	}

	/** What no item named; only when every item could be read, since one of those might have named it. */
	private async planMissing(unreadable: number): Promise<Plan[]> {
		if (unreadable > 0) {
			this.run.hint(
				`Nothing was taken down: ${unreadable} items of the input do not say which listing they mean`,
			);
			return [];
		}
		const missing = await missingListings(
			this.run.client,
			this.matchBy,
			this.named,
			toCount(this.params.options.takeDownAtMost ?? 50, 'Take Down at Most'),
		);
		const name = locationOf(this.params);
		const location = (await this.locations.find(new Set([name]))).get(name) ?? {};
		// Without the location that was meant, the stock of another one would be written.
		if ('error' in location) throw location.error;
		const stockOf = await this.locations.stockOf([location], this.isCounted(GONE) ? missing : []);
		const planning = { ...this.planning, stockOf };
		return missing.map((listing) => planSync(listing, { ...GONE, location }, planning));
	}

	private async takeDown(plans: readonly Plan[]): Promise<OutcomeAtEnd[]> {
		const failed = await this.write(plans);
		return plans
			.filter(({ action }) => action !== 'unchanged')
			.map((plan) =>
				failed.has(plan) ? { error: failed.get(plan) } : { result: this.resultOf(plan) },
			);
	}

	/** A listing that no item names has no item to fail: a hint tells of it. */
	private withoutFailures(outcomes: readonly OutcomeAtEnd[]): OutcomeAtEnd[] {
		const failed = outcomes.filter(({ error }) => error !== undefined);
		const reason: unknown = failed[0]?.error;
		if (reason instanceof BigCommerceError || reason instanceof InputError)
			this.run.hint(`${failed.length} listings could not be taken down: ${reason.message}`);
		return outcomes.filter(({ error }) => error === undefined);
	}
}
