import { at, type Client } from '../../api/client';
import { sendInBatches, type Finding, type Outcome } from '../../api/batch';
import { BigCommerceError } from '../../api/errors';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { goOn, outcomesOf } from '../../api/outcomes';
import { defineOperation, type Begun, type Output } from '../../operation/define';
import { InputError } from '../../operation/errors';
import { compact, toInteger } from '../../operation/values';
import { identityFields, identityOf, locationField } from './fields';
import { keyOf, lookUpItems, nameOf, namesOf, type Identity } from './items';
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

/** Items that the store does not know; looked up once for a batch that was refused. */
async function unknownIn(client: Client, batch: Change[]): Promise<Finding<Change, string>> {
	const index = await lookUpItems(
		client,
		batch.map(({ identity }) => identity),
	);
	const unknown = batch.filter(({ identity }) => !index.find(identity));
	return {
		settled: new Map(
			unknown.map((change) => {
				const title = `The store has no stock of ${nameOf(change.identity)}`;
				return [change, { error: new BigCommerceError({ ...DOING, title, status: 422 }) }];
			}),
		),
	};
}

const sendTo = async (
	{ client }: Begun,
	locationId: number,
	changes: Change[],
): Promise<Array<Outcome<string>>> =>
	await sendInBatches<Change, string>(changes, {
		...DOING,
		size: MOST_CHANGES,
		client,
		send: async (batch) =>
			await client.call('PUT', {
				...DOING,
				path: at`/v3/inventory/locations/${locationId}/items`,
				body: { settings: batch.map(({ identity, settings }) => ({ identity, ...settings })) },
			}),
		resultOf: (body) => (body as { transaction_id?: string } | undefined)?.transaction_id,
		settle: async (_refusal, batch) => await unknownIn(client, batch),
	});

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
function begin(given: Begun) {
	const finder = new LocationFinder(given.client);
	const placed = async (change: Change): Promise<Placed> => ({
		...change,
		locationId: await finder.idOf(change.location),
	});
	const write = async (changes: Placed[]) =>
		await sendGrouped(
			changes,
			({ locationId }) => locationId,
			async (ofLocation) =>
				await sendMerged(ofLocation, {
					keyOf: ({ identity }) => keyOf(identity),
					merge: (earlier, later) => ({
						...later,
						settings: { ...earlier.settings, ...later.settings },
					}),
					send: async (merged) => await sendTo(given, merged[0]?.locationId ?? 0, merged),
				}),
		);
	return async (changes: Change[]): Promise<Array<Outcome<Output>>> =>
		await goOn(await outcomesOf(changes, placed), async (all) =>
			(await write(all)).map(({ result: transactionId, error }, at) => {
				const { identity, locationId, settings } = all[at] as Placed;
				return transactionId === undefined
					? { error }
					: {
							result: {
								...namesOf(identity),
								locationId,
								...shownSettings(settings),
								transactionId,
							},
						};
			}),
		);
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
