import type { IPollFunctions } from 'n8n-workflow';

import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { asText, textsOf } from '../../operation/values';
import { toParts } from '../../store/orders/orderParts';
import { toOrderFilter, type FilterParams } from '../orderFilter';
import type { UpkeepChoice } from './hookUpkeep';
import { customerSource } from './sources/customers';
import { orderSource } from './sources/orders';
import type { OrderSelection } from './sources/orderSelection';
import { productSource } from './sources/products';
import { shipmentSource } from './sources/shipments';
import type { PolledRecords } from './sources/source';

/** What the form says, in the terms of the engine. */
export interface PollingForm {
	source: PolledRecords;
	updates: boolean;
	/** Records as the action node simplifies them, or as the API gives them. */
	simplifies: boolean;
	/** Seconds. */
	lookBack: number;
	overlap: number;
	pages: number;
	/** Milliseconds after which what was not marked as done goes out once more; undefined for never. */
	againAfterMs?: number;
	upkeep: UpkeepChoice;
}

interface PollingOptions {
	againAfter?: number;
	maxPages?: number;
	overlap?: number;
	repairHooks?: boolean;
	reportRepairs?: boolean;
}

const HOUR = 3_600;
const SECONDS: Record<string, number> = { none: 0, hours: HOUR, days: 24 * HOUR };

const sources: Record<string, (wishes: OrderSelection) => PolledRecords> = {
	customer: () => customerSource,
	order: orderSource,
	product: () => productSource,
	shipment: shipmentSource,
};

function atLeast(least: number, given: unknown, label: string): number {
	const number = Number(given);
	if (Number.isFinite(number) && number >= least) return number;
	throw new InputError(
		`'${label}' is "${String(given)}"`,
		`Give '${label}' a number of ${least} or more.`,
	);
}

export async function readForm(context: IPollFunctions, client: Client): Promise<PollingForm> {
	const given = (name: string, fallback?: unknown) => context.getNodeParameter(name, fallback);
	const name = asText(given('source'), 'Trigger On');
	const make = Object.hasOwn(sources, name) ? sources[name] : undefined;
	if (!make) throw new InputError(`'Trigger On' is "${name}"`, 'Choose an entry of the list.');
	const isAboutOrders = name === 'order' || name === 'shipment';
	const filter = isAboutOrders
		? await toOrderFilter(client, given('filters', {}) as FilterParams)
		: undefined;
	const options = given('options', {}) as PollingOptions;
	const unit = SECONDS[asText(given('lookBack', 'none'), 'Look Back')] ?? 0;
	return {
		source: make({
			parts: toParts(textsOf(given('include', []))),
			filter,
			skipsIncomplete: given('skipIncomplete', true) === true,
		}),
		simplifies: given('simplify', true) === true,
		updates: given('changes', 'new') === 'newAndUpdated',
		lookBack: unit && unit * atLeast(0, given('lookBackAmount', 1), 'Look Back Time'),
		overlap: 60 * atLeast(1, options.overlap ?? 5, 'Overlap (Minutes)'),
		pages: Math.floor(atLeast(1, options.maxPages ?? 10, 'Pages per Round')),
		againAfterMs:
			options.againAfter === undefined
				? undefined
				: 60_000 * atLeast(0, options.againAfter, 'Bring Again If Not Done (Minutes)'),
		upkeep: {
			isOn: options.repairHooks ?? true,
			reports: options.reportRepairs ?? false,
			ownAddress: asText(given('ownAddress', ''), 'Own Address'),
		},
	};
}
