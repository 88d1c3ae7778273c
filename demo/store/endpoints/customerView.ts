import { isoZulu } from '../formats.ts';
import type { CustomerAttributeValueRecord, CustomerRecord } from '../records.ts';
import { byId, type StoreState } from '../state.ts';

export const attributeValueView = (value: CustomerAttributeValueRecord): object => ({
	...value,
	date_created: isoZulu(value.date_created),
	date_modified: isoZulu(value.date_modified),
});

/** A customer of v3; addresses and the like only when included (API notes 3.17). */
export function customerView(
	state: StoreState,
	customer: CustomerRecord,
	include: string[],
): object {
	const values = byId(state.customerAttributeValues).filter(
		({ customer_id }) => customer_id === customer.id,
	);
	const {
		addresses,
		store_credit,
		force_password_reset,
		form_fields,
		date_created,
		date_modified,
		...own
	} = customer;
	return {
		...own,
		date_created: isoZulu(date_created),
		date_modified: isoZulu(date_modified),
		address_count: addresses.length,
		attribute_count: values.length,
		authentication: { force_password_reset },
		...(include.includes('addresses')
			? {
					addresses: addresses
						.slice(0, 10)
						.map((address) => ({ ...address, customer_id: customer.id, form_fields: [] })),
				}
			: {}),
		...(include.includes('storecredit')
			? { store_credit_amounts: [{ amount: store_credit }] }
			: {}),
		...(include.includes('attributes') ? { attributes: values.map(attributeValueView) } : {}),
		...(include.includes('formfields')
			? { form_fields: form_fields.map((field) => ({ ...field, customer_id: customer.id })) }
			: {}),
	};
}
