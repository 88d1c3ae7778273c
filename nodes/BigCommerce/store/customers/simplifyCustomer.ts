import type { Action } from '../../api/action';
import { compact, toIso } from '../../api/values';
import type { Customer } from './customers';

interface FormFieldValue {
	name: string;
	value: unknown;
}

/** An address of a customer, in the words of v3 (customers.v3.yml). */
export interface CustomerAddress {
	id: number;
	/** Of an address that is read or written by itself. */
	customer_id?: number;
	first_name: string;
	last_name: string;
	company?: string;
	address1?: string;
	address2?: string;
	city?: string;
	state_or_province?: string;
	postal_code?: string;
	country?: string;
	country_code?: string;
	phone?: string;
	address_type?: string;
	form_fields?: FormFieldValue[];
}

/** A customer as the API gives it; addresses and form fields come where they were asked for (customers.v3.yml). */
export interface FullCustomer extends Customer {
	company?: string;
	phone?: string;
	notes?: string;
	tax_exempt_category?: string;
	customer_group_id?: number;
	origin_channel_id?: number;
	channel_ids?: number[] | null;
	accepts_product_review_abandoned_cart_emails?: boolean;
	date_created?: string;
	date_modified?: string;
	addresses?: CustomerAddress[];
	form_fields?: FormFieldValue[];
	attributes?: Array<{ attribute_id: number; attribute_value: string }>;
	store_credit_amounts?: Array<{ amount: number }>;
	shopper_profile_id?: string | null;
	segment_ids?: string[];
	registration_ip_address?: string;
}

/** A customer that was written, and what became of it. */
export type SavedCustomer = FullCustomer & { action: Action };

const fullName = ({ first_name, last_name }: { first_name?: string; last_name?: string }) =>
	`${first_name ?? ''} ${last_name ?? ''}`.trim();

const byName = (fields: FormFieldValue[] | undefined) =>
	fields?.length ? Object.fromEntries(fields.map(({ name, value }) => [name, value])) : undefined;

/** Named as the addresses of an order are. */
export const simplifyAddress = (address: CustomerAddress & { action?: Action }) =>
	compact({
		id: address.id,
		customerId: address.customer_id,
		type: address.address_type,
		name: fullName(address),
		company: address.company,
		street1: address.address1,
		street2: address.address2,
		city: address.city,
		state: address.state_or_province,
		zip: address.postal_code,
		country: address.country,
		countryCode: address.country_code,
		phone: address.phone,
		formFields: byName(address.form_fields),
		action: address.action,
	});

export const simplifyCustomer = (customer: FullCustomer & { action?: Action }) =>
	compact({
		id: customer.id,
		name: fullName(customer),
		firstName: customer.first_name,
		lastName: customer.last_name,
		email: customer.email,
		phone: customer.phone,
		company: customer.company,
		customerGroupId: customer.customer_group_id,
		notes: customer.notes,
		taxExemptCategory: customer.tax_exempt_category,
		acceptsReviewAndCartEmails: customer.accepts_product_review_abandoned_cart_emails,
		originChannelId: customer.origin_channel_id,
		channelIds: customer.channel_ids,
		formFields: byName(customer.form_fields),
		addresses: customer.addresses?.map(({ customer_id: _owner, ...address }) =>
			simplifyAddress(address),
		),
		attributes: customer.attributes?.map(({ attribute_id, attribute_value }) => ({
			attributeId: attribute_id,
			value: attribute_value,
		})),
		storeCredit: customer.store_credit_amounts?.[0]?.amount,
		shopperProfileId: customer.shopper_profile_id,
		segmentIds: customer.segment_ids,
		dateCreated: toIso(customer.date_created),
		dateModified: toIso(customer.date_modified),
		action: customer.action,
	});
