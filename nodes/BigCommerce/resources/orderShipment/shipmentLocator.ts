import { defineFields } from '../../operation/define';
import type { PickedId } from '../../operation/params';
import { orderIn } from '../../forms/locators/order';

export const shipmentLocator = defineFields([
	{
		displayName: 'Shipment',
		name: 'shipment',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The shipment of this order, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a shipment…',
				typeOptions: { searchListMethod: 'searchShipments', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A shipment ID is a number' },
					},
				],
			},
		],
	},
]);

export const idsIn = (params: { order: PickedId; shipment: PickedId }) => ({
	orderId: orderIn(params),
	id: params.shipment.value,
});
