import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import type { Output, Run } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { toCount } from '../../operation/values';
import { MOST_CHANGES } from '../../store/inventory/adjustments';
import { stockWriter, type StockWriter } from '../../store/inventory/stockWriter';
import { skuKey } from '../../store/sku';
import { PlannedStock } from '../plan/plannedStock';
import { Stored } from '../plan/plannedValues';
import { carryOut } from '../write/writePlans';
import { createUnlisted, type Unlisted } from './createUnlisted';
import { CurrentListings, type Current, type MatchBy } from '../match/currentListings';
import { missingListings } from '../match/missingListings';
import { Places } from '../match/stockLocations';
import { planSync } from '../plan/listingPlan';
import type { Plan, Planning } from '../plan/plan';
import type { SyncParams } from './syncForm';
import type { Prepared } from './syncItem';

const locationOf = ({ options }: SyncParams) => String(options.location ?? '').trim();

function described(key: string | undefined, plan: Plan, preview: boolean): Output {
	const { product, variant } = plan.current;
	return {
		...(key !== undefined && { key }),
		sku: variant?.sku || product.sku || null,
		productId: product.id,
		variantId: variant?.id ?? product.base_variant_id ?? null,
		name: product.name,
		action: plan.action,
		...(preview && { preview: true }),
		changes: plan.changes,
		issues: plan.issues,
	};
}

/** What is said of a listing that no item names. */
const GONE = { values: {}, gone: true };

const ambiguous = (key: string, found: readonly Current[]) =>
	new InputError(
		`"${key}" names ${found.length} listings of the store: ${found
			.slice(0, 5)
			.map(({ product, variant }) => (variant ? `variant ${variant.id}` : `product ${product.id}`))
			.join(', ')}`,
		"Give each its own code in the store, or match by 'Variant ID' or 'Product ID'.",
	);

/** One run: what it has named and deleted so far, over all its stretches. */
export class Syncing {
	private readonly given: Run;
	/** An item is written by several steps together. */
	private readonly client: Client;
	private readonly writeStock: StockWriter;
	private readonly params: SyncParams;
	private readonly places: Places;
	private readonly named = new Set<string>();
	private delisted = 0;

	constructor(given: Run, params: SyncParams) {
		this.given = given;
		this.client = given.client.unwatched();
		this.writeStock = stockWriter({
			client: this.client,
			kind: 'absolute',
			reason: 'Listing sync',
		});
		this.params = params;
		this.places = new Places(given.client);
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
			planned: new PlannedStock(),
			stored: new Stored(),
		};
	}

	/** Whether it must be known how many there are of an item. */
	private isCounted({ values, gone }: Pick<Prepared, 'values' | 'gone'>): boolean {
		return gone ? this.params.goneAction === 'outOfStock' : values.quantity !== undefined;
	}

	async stretch(prepared: readonly Prepared[]): Promise<Array<Outcome<Output>>> {
		const { matchBy } = this.params;
		const outcomes = new Array<Outcome<Output>>(prepared.length);
		if (this.takesDown) for (const { key } of prepared) this.named.add(skuKey(key));
		const listings = await CurrentListings.find(
			this.given.client,
			prepared,
			matchBy as MatchBy,
			prepared.some(({ values }) => values.description !== undefined),
		);
		const found = prepared.map(({ key }) => listings.of(key));
		const places = await this.places.find(
			new Set(prepared.map(({ params }) => locationOf(params))),
		);
		const counted = found.filter((_found, at) => this.isCounted(prepared[at] as Prepared));
		const stockOf = await this.places.stockOf(places.values(), counted.flat());
		const planning = { ...this.planning, stockOf };
		const planned = new Map<Plan, number>();
		const unlisted: Unlisted[] = [];
		for (const [position, item] of prepared.entries()) {
			const { index, key } = item;
			const [current, ...others] = found[position] as Current[];
			const place = places.get(locationOf(item.params)) ?? {};
			if ('error' in place) {
				outcomes[position] = { error: place.error };
			} else if (!current) {
				outcomes[position] = { result: { key, action: 'notFound' } };
				const { location, createBrands, createCategories } = item.params.options;
				const options = { location, createBrands, createCategories };
				if (!item.gone) unlisted.push({ index, key, item: item.item, options });
			} else if (others.length > 0) {
				outcomes[position] = { error: ambiguous(key, [current, ...others]) };
			} else planned.set(planSync(current, { ...item, place }, planning), position);
		}
		const failed = await this.write([...planned.keys()]);
		for (const [plan, position] of planned) {
			outcomes[position] = failed.has(plan)
				? { error: failed.get(plan) }
				: { result: described(prepared[position]?.key, plan, this.params.preview) };
		}
		if (this.params.notFoundAction === 'create' && unlisted.length > 0) {
			const creating = { matchBy: matchBy as MatchBy, preview: this.params.preview };
			const created = await createUnlisted(this.client, unlisted, creating);
			for (const [position, { index }] of prepared.entries())
				outcomes[position] = created.get(index) ?? (outcomes[position] as Outcome<Output>);
		}
		return outcomes;
	}

	/** Writes what was planned, unless this is a preview; deletions only as long as there are few. */
	private async write(plans: readonly Plan[]): Promise<Map<Plan, unknown>> {
		const removals = plans.filter(({ remove }) => remove);
		const atMost = toCount(this.params.options.delistAtMost ?? 20, 'Delist at Most');
		this.delisted += new Set(removals.map(({ current }) => current)).size;
		const refused = new Map<Plan, unknown>();
		if (this.delisted > atMost) {
			const error = new InputError(
				`${this.delisted} listings would be deleted; 'Delist at Most' allows ${atMost}`,
				"Check which items are gone. If it is right, raise 'Delist at Most'.",
			);
			for (const plan of removals) refused.set(plan, error);
		}
		if (this.params.preview) return refused;
		const { client, writeStock } = this;
		const given = { client, writeStock };
		const wanted = plans.filter((plan) => plan.action !== 'unchanged' && !refused.has(plan));
		const failed = new Map(refused);
		// So many have all of their steps done before the next ones begin, and no request for stock is smaller for it.
		for (let start = 0; start < wanted.length; start += MOST_CHANGES) {
			const some = wanted.slice(start, start + MOST_CHANGES);
			for (const [plan, error] of await carryOut(given, some)) failed.set(plan, error);
			this.given.client.wrote(some.length);
		}
		return failed;
	}

	/** Takes down what no item named; only when every item could be read, since one of those might have named it. */
	async takeDown({ unreadable }: { unreadable: number }): Promise<Output[]> {
		const { matchBy, options, preview } = this.params;
		if (!this.takesDown) return [];
		if (unreadable > 0) {
			this.given.hint(
				`Nothing was taken down: ${unreadable} items of the input do not say which listing they mean`,
			);
			return [];
		}
		const missing = await missingListings(
			this.given.client,
			matchBy as MatchBy,
			this.named,
			toCount(options.takeDownAtMost ?? 50, 'Take Down at Most'),
		);
		const location = locationOf(this.params);
		const place = (await this.places.find(new Set([location]))).get(location) ?? {};
		// Without the place that was meant, the stock of another one would be written.
		if ('error' in place) throw place.error;
		const stockOf = await this.places.stockOf([place], this.isCounted(GONE) ? missing : []);
		const plans = missing.map((current) =>
			planSync(current, { ...GONE, place }, { ...this.planning, stockOf }),
		);
		const failed = await this.write(plans);
		const [firstError] = failed.values();
		if (firstError instanceof BigCommerceError || firstError instanceof InputError)
			this.given.hint(`${failed.size} listings could not be taken down: ${firstError.message}`);
		return plans
			.filter((plan) => !failed.has(plan) && plan.action !== 'unchanged')
			.map((plan) => ({ ...described(undefined, plan, preview), missingInInput: true }));
	}
}
