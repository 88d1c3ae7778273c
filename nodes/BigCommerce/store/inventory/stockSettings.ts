import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import type { Outcome } from '../../api/outcomes';
import { compact } from '../../api/values';
import { writeMany } from '../../api/writeMany';
import { MOST_CHANGES, transactionOf } from './adjustments';
import { LocationFinder } from './locations';
import { StockAddresses } from './stockAddresses';
import { shownIdentity, stockInWords, type StockIdentity } from './stockItems';

export interface StockSettings {
	safety_stock?: number;
	is_in_stock?: boolean;
	warning_level?: number;
	bin_picking_number?: string;
}

export interface SettingsChange {
	identity: StockIdentity;
	location: string | number | undefined;
	settings: StockSettings;
}

const CHANGING = { task: 'change the stock settings', scope: 'inventory:modify' } as const;

const unknown = ({ identity }: SettingsChange) =>
	new BigCommerceError({
		...CHANGING,
		title: `The store has no stock of ${stockInWords(identity)}`,
		status: 422,
	});

interface PlacedSettings extends SettingsChange {
	locationId: number;
	/** As the item names its stock: a refusal may teach another name. */
	named: StockIdentity;
}

/** Changes the settings of different stocks of one location. */
async function writeSettings(
	client: Client,
	addresses: StockAddresses,
	changes: PlacedSettings[],
): Promise<Array<Outcome<string>>> {
	await addresses.foresee(changes);
	return await writeMany(client, changes, {
		call: ({ locationId }) => ({
			...CHANGING,
			path: at`/v3/inventory/locations/${locationId}/items`,
		}),
		size: MOST_CHANGES,
		inOrder: true,
		send: async (batch, call) => {
			const settings = batch.map(({ identity, settings: own }) => ({ identity, ...own }));
			return await client.call('PUT', { ...call, body: { settings } });
		},
		resultOf: transactionOf,
		blame: async (refusal, batch) => {
			await addresses.learn(changes);
			const isKnown = (change: SettingsChange) => addresses.itemOf(change) !== undefined;
			const others = batch.filter((change) => !isKnown(change));
			return {
				settled: new Map(others.map((change) => [change, { error: unknown(change) }])),
				mended: await addresses.mend(refusal, batch.filter(isKnown), changes),
			};
		},
	});
}

const shownSettings = ({ named, locationId, settings }: PlacedSettings) => ({
	...shownIdentity(named),
	locationId,
	...compact({
		safetyStock: settings.safety_stock,
		isInStock: settings.is_in_stock,
		warningLevel: settings.warning_level,
		binPickingNumber: settings.bin_picking_number,
	}),
});

/** Settings are written location by location; those of one item as one change. */
export function settingsWriter(client: Client) {
	const finder = new LocationFinder(client);
	/** Of each location one, as locations are written at the same time. */
	const addresses = new Map<number, StockAddresses>();
	const writeAt = async (changes: PlacedSettings[]) => {
		const [{ locationId }] = changes as [PlacedSettings];
		const own = addresses.get(locationId) ?? new StockAddresses(client);
		addresses.set(locationId, own);
		return await writeMany(client, changes, {
			keyOf: await own.keysOf(changes),
			merge: (earlier, later) => ({
				...later,
				settings: { ...earlier.settings, ...later.settings },
			}),
			write: async (distinct) => await writeSettings(client, own, distinct),
		});
	};
	return async (changes: readonly SettingsChange[]) =>
		await writeMany(client, changes, {
			prepare: async (change): Promise<PlacedSettings> => ({
				...change,
				named: change.identity,
				locationId: await finder.idOf(change.location),
			}),
			groupBy: ({ locationId }) => locationId,
			write: async (some) => await writeAt(some),
			answer: (transactionId, change) => ({ ...shownSettings(change), transactionId }),
		});
}
