import { isoZulu } from '../formats.ts';
import type { CustomerRecord } from '../records.ts';

/** A customer of v3; addresses and the like only when included (API notes 3.17). */
export function customerView(customer: CustomerRecord, include: string[]): object {
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
		attribute_count: 0,
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
		...(include.includes('attributes') ? { attributes: [] } : {}),
		...(include.includes('formfields')
			? { form_fields: form_fields.map((field) => ({ ...field, customer_id: customer.id })) }
			: {}),
	};
}
