import type { Finding, Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { continueWith, outcomesOf } from '../../api/outcomes';
import { compact } from '../../api/values';
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
	location: unknown;
	settings: StockSettings;
}

const DOING = { task: 'change the stock settings', scope: 'inventory:modify' } as const;

const unknown = ({ identity }: SettingsChange) =>
	new BigCommerceError({
		...DOING,
		title: `The store has no stock of ${stockInWords(identity)}`,
		status: 422,
	});

async function sendTo(
	client: Client,
	addresses: StockAddresses,
	locationId: number,
	changes: SettingsChange[],
): Promise<Array<Outcome<string>>> {
	await addresses.foresee(changes);
	return await sendInBatches<SettingsChange, string>(changes, {
		...DOING,
		size: MOST_CHANGES,
		inOrder: true,
		client,
		send: async (batch) =>
			await client.call('PUT', {
				...DOING,
				path: at`/v3/inventory/locations/${locationId}/items`,
				body: { settings: batch.map(({ identity, settings }) => ({ identity, ...settings })) },
			}),
		resultOf: transactionOf,
		blame: async (refusal, batch): Promise<Finding<SettingsChange, string>> => {
			await addresses.learn(changes);
			const [known, others] = [true, false].map((is) =>
				batch.filter((change) => (addresses.itemOf(change) !== undefined) === is),
			) as [SettingsChange[], SettingsChange[]];
			return {
				settled: new Map(others.map((change) => [change, { error: unknown(change) }])),
				mended: await addresses.mend(refusal, known, changes),
			};
		},
	});
}

const shownSettings = (settings: StockSettings) =>
	compact({
		safetyStock: settings.safety_stock,
		isInStock: settings.is_in_stock,
		warningLevel: settings.warning_level,
		binPickingNumber: settings.bin_picking_number,
	});

interface Placed extends SettingsChange {
	locationId: number;
}

/** Settings are written location by location; those of one item as one change. */
export function settingsWriter(client: Client) {
	const finder = new LocationFinder(client);
	/** Of each location one, as locations are written at the same time. */
	const addresses = new Map<number, StockAddresses>();
	const writeAt = async (locationId: number, changes: Placed[]) => {
		const own = addresses.get(locationId) ?? new StockAddresses(client);
		addresses.set(locationId, own);
		return await sendMerged(changes, {
			keyOf: await own.keysOf(changes),
			merge: (earlier, later) => ({
				...later,
				settings: { ...earlier.settings, ...later.settings },
			}),
			send: async (merged) => await sendTo(client, own, locationId, merged),
		});
	};
	const placed = async (change: SettingsChange): Promise<Placed> => ({
		...change,
		locationId: await finder.idOf(change.location),
	});
	const write = async (changes: Placed[]) =>
		await sendGrouped(
			changes,
			({ locationId }) => locationId,
			async (ofLocation) => await writeAt(ofLocation[0]?.locationId ?? 0, ofLocation),
		);
	return async (changes: SettingsChange[]) =>
		await continueWith(await outcomesOf(changes, placed), async (all) => {
			const shown = all.map(({ identity, locationId, settings }) => ({
				...shownIdentity(identity),
				locationId,
				...shownSettings(settings),
			}));
			return (await write(all)).map(({ result: transactionId, error }, at) =>
				transactionId === undefined ? { error } : { result: { ...shown[at], transactionId } },
			);
		});
}
