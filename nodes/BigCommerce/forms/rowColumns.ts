import { InputError } from '../api/inputError';
import type { Column, Field } from '../operation/params';
import { optional } from '../operation/fields';
import { toEmail } from '../store/customers/customers';
import type { CustomerRef } from '../store/customers/findCustomers';

/** Keeps the literal types of columns that several tables share. */
export const defineColumns = <const Columns extends readonly Column[]>(columns: Columns): Columns =>
	columns;

export const skuNames = [
	'Item SKU',
	'Variant SKU',
	'Product SKU',
	'Seller SKU',
	'SKU Code',
	'Item Number',
	'Item No',
	'Article Number',
] as const;

/** What a row names a variant or a product without variants by. */
export const skuColumn = defineColumns([
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		matches: true,
		firstNamed: ['masterSku'],
		alsoNamed: skuNames,
	},
]);

export const variantIdColumn = defineColumns([
	{
		displayName: 'Variant ID',
		name: 'variantId',
		type: 'string',
		default: '',
		as: 'id',
		matches: true,
		alsoNamed: ['BigCommerce Variant ID'],
	},
]);

export const productIdColumn = defineColumns([
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		default: '',
		as: 'id',
		matches: true,
		alsoNamed: ['BigCommerce Product ID', 'BigCommerce ID'],
	},
]);

/** What a row names a person by. */
export const emailColumn = defineColumns([
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		check: toEmail,
		placeholder: 'name@email.com',
		matches: true,
		required: true,
		alsoNamed: ['E-Mail', 'Email Address', 'Mail', 'Customer Email', 'Contact Email'],
	},
]);

export const personNameColumns = defineColumns([
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		maxLength: 100,
		alsoNamed: ['Given Name', 'Forename', 'Customer First Name'],
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		maxLength: 100,
		alsoNamed: ['Surname', 'Family Name', 'Customer Last Name'],
	},
]);

/** A customer whom something belongs to, by email address or ID. */
export const customerColumns = defineColumns([
	...optional(emailColumn),
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'string',
		as: 'id',
		default: '',
		matches: true,
		firstNamed: ['customerId'],
		alsoNamed: ['ID', 'BigCommerce Customer ID'],
	},
]);

interface CustomerRow {
	matchOn: string;
	values: { email?: string; customerId?: number };
}

export const customerOfRow = ({ matchOn, values }: CustomerRow): CustomerRef =>
	matchOn === 'email' ? { email: values.email ?? '' } : { id: values.customerId ?? 0 };

/** What a row says in a column or, where it says nothing, the form for all of them. */
export function ofRowOrForm<Value>(
	ofRow: Value | undefined,
	ofForm: Value,
	{ column, field }: { column: string; field: string },
): Value {
	const value = ofRow ?? ofForm;
	if (value !== '') return value;
	throw new InputError(
		`'${column}' is empty`,
		`Choose one under '${field}', or give each row a column '${column}'.`,
	);
}

export const quantityNames = [
	'Qty',
	'Stock',
	'Stock Level',
	'Stock Quantity',
	'Current Stock',
	'Inventory',
	'Inventory Level',
	'Inventory Quantity',
	'On Hand',
	'Quantity On Hand',
	'Available',
	'Available Quantity',
	'Count',
	'Units',
] as const;

export const priceNames = [
	'Unit Price',
	'List Price',
	'Default Price',
	'Regular Price',
	'Selling Price',
] as const;

export const salePriceNames = ['Special Price', 'Discount Price', 'Discounted Price'] as const;
export const costPriceNames = ['Cost', 'Unit Cost', 'Purchase Price', 'Wholesale Cost'] as const;
export const retailPriceNames = ['MSRP', 'RRP', 'Recommended Price', 'Compare At Price'] as const;

/** A place that holds stock, as a row names it. */
export const locationColumn = defineColumns([
	{
		displayName: 'Location',
		name: 'location',
		type: 'string',
		default: '',
		identifies: true,
		firstNamed: ['locationId', 'locationCode', 'locationName'],
		alsoNamed: ['Warehouse'],
	},
]);

/** Fields of a form as columns of a table, with the other names that tables have for them. */
export const asColumns = <const Fields extends readonly Field[]>(
	fields: Fields,
	names: { [Name in Fields[number]['name']]?: readonly string[] } = {},
): Fields =>
	fields.map(({ default: _none, ...field }) => ({
		...field,
		alsoNamed: (names as { [name: string]: readonly string[] | undefined })[field.name],
	})) as unknown as Fields;
