import { defineFields, defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { outputFields } from '../../operation/fields';
import { orderIn, orderLocator } from '../../forms/locators/order';
import { toDetails } from './shipmentForm';
import {
	carrierField,
	commentsField,
	furtherFields,
	otherCarrierField,
	trackingNumberField,
} from './shipmentFields';
import { idsIn, shipmentLocator } from './shipmentLocator';
import { readShipment, simplifyWritten, updateShipment } from '../../store/orders/shipments';

const [carrier] = carrierField;

/** Nobody takes a carrier away by a choice that stood there already; an empty expression does. */
const changedCarrier = defineFields([
	{ ...carrier, clears: true, options: carrier.options.filter(({ value }) => value !== '') },
]);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update order shipment',
	description:
		'Change the tracking number, carrier or comments of a shipment; whatever is not added below stays as it is',
	scope: 'orders:modify',
	fields: [
		...orderLocator,
		...shipmentLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description:
				"BigCommerce does not let a shipment's items change: delete it and create another for that",
			options: [
				...changedCarrier,
				...commentsField,
				...otherCarrierField,
				...furtherFields,
				...trackingNumberField,
			],
		},
		...outputFields,
	],
	simplify: simplifyWritten,
	writes: orderIn,
	each: async ({ params, run: { client } }) => {
		const ids = idsIn(params);
		const changes = toDetails(params.updateFields);
		if (Object.keys(changes).length === 0) {
			throw new InputError(
				'There is nothing to change',
				"Add what shall change under 'Update Fields'.",
			);
		}
		return (
			(await updateShipment(client, ids, changes)) ??
			(await readShipment(client, ids.orderId, ids.id))
		);
	},
});
