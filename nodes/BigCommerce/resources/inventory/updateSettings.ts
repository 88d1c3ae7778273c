import { at, type Client } from '../../api/client';
import { sendInBatches, type Finding, type Outcome } from '../../api/batch';
import { BigCommerceError } from '../../api/errors';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { goOn, outcomesOf } from '../../api/outcomes';
import { defineOperation, type Begun, type Output } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { toInteger } from '../../operation/values';
import { identityFields, identityOf, locationField } from './fields';
import { Addresses } from './addresses';
import { nameOf, namesOf, type Identity } from './items';
import { LocationFinder } from './locations';
import { MOST_CHANGES } from './stock';

interface Settings {
	safety_stock?: number;
	is_in_stock?: boolean;
	warning_level?: number;
	bin_picking_number?: string;
}

interface Change {
	identity: Identity;
	location: unknown;
	settings: Settings;
}

const DOING = { doing: 'change the stock settings', scope: 'inventory:modify' } as const;

const unknown = ({ identity }: Change) =>
	new BigCommerceError({
		...DOING,
		title: `The store has no stock of ${nameOf(identity)}`,
		status: 422,
	});

async function sendTo(
	client: Client,
	addresses: Addresses,
	locationId: number,
	changes: Change[],
): Promise<Array<Outcome<string>>> {
	await addresses.foresee(changes);
	return await sendInBatches<Change, string>(changes, {
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
		resultOf: (body) => (body as { transaction_id?: string } | undefined)?.transaction_id,
		settle: async (refusal, batch): Promise<Finding<Change, string>> => {
			await addresses.learn(changes);
			const [known, others] = [true, false].map((is) =>
				batch.filter((change) => (addresses.itemOf(change) !== undefined) === is),
			) as [Change[], Change[]];
			return {
				settled: new Map(others.map((change) => [change, { error: unknown(change) }])),
				mended: await addresses.mend(refusal, known, changes),
			};
		},
	});
}

const shownSettings = (settings: Settings) =>
	compact({
		safetyStock: settings.safety_stock,
		isInStock: settings.is_in_stock,
		warningLevel: settings.warning_level,
		binPickingNumber: settings.bin_picking_number,
	});

interface Placed extends Change {
	locationId: number;
}

/** Settings are written location by location; those of one item as one change. */
function begin({ client }: Begun) {
	const finder = new LocationFinder(client);
	/** Of each location one, as locations are written at the same time. */
	const addresses = new Map<number, Addresses>();
	const writeAt = async (locationId: number, changes: Placed[]) => {
		const own = addresses.get(locationId) ?? new Addresses(client);
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
	const placed = async (change: Change): Promise<Placed> => ({
		...change,
		locationId: await finder.idOf(change.location),
	});
	const write = async (changes: Placed[]) =>
		await sendGrouped(
			changes,
			({ locationId }) => locationId,
			async (ofLocation) => await writeAt(ofLocation[0]?.locationId ?? 0, ofLocation),
		);
	return async (changes: Change[]): Promise<Array<Outcome<Output>>> =>
		await goOn(await outcomesOf(changes, placed), async (all) => {
			const shown = all.map(({ identity, locationId, settings }) => ({
				...namesOf(identity),
				locationId,
				...shownSettings(settings),
			}));
			return (await write(all)).map(({ result: transactionId, error }, at) =>
				transactionId === undefined ? { error } : { result: { ...shown[at], transactionId } },
			);
		});
}

export const updateSettings = defineOperation({
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update stock settings',
	description:
		'Change safety stock, warning level, bin and availability of items at a location, 2,000 items a request',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...identityFields,
		...locationField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Bin Picking Number (BPN)',
					name: 'binPickingNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. A-12-3',
					description: 'Where the item lies in the warehouse',
				},
				{
					displayName: 'In Stock',
					name: 'isInStock',
					type: 'boolean',
					default: true,
					description: 'Whether the item can be bought here, whatever its quantity',
				},
				{
					displayName: 'Safety Stock',
					name: 'safetyStock',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'How many are kept back and not sold',
				},
				{
					displayName: 'Low Stock Level',
					name: 'warningLevel',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'Stock below which BigCommerce tells the merchant that it is low',
				},
			],
		},
	],
	inBatches: {
		prepare: ({ params }): Change => {
			const { binPickingNumber, isInStock, safetyStock, warningLevel } = params.updateFields;
			const whole = (given: unknown, label: string) =>
				given === undefined ? undefined : toInteger(given, label, { atLeast: 0 });
			const settings = compact({
				safety_stock: whole(safetyStock, 'Safety Stock'),
				is_in_stock: isInStock,
				warning_level: whole(warningLevel, 'Low Stock Level'),
				bin_picking_number: binPickingNumber,
			});
			if (Object.keys(settings).length === 0)
				throw new InputError("'Update Fields' is empty", 'Add at least one field to change.');
			return { identity: identityOf(params), location: params.location, settings };
		},
		begin,
	},
});
