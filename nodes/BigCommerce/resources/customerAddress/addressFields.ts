import { apiBody } from '../../operation/apiBody';
import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { toCountryCode } from '../../store/customers/countryCode';
import type { AddressFields } from '../../store/customers/customerAddresses';

/** What BigCommerce wants of every address. */
export const requiredFields = defineFields([
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		required: true,
		default: '',
		maxLength: 255,
		placeholder: 'e.g. Ada',
		description: 'Given name of who lives or works there',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		required: true,
		default: '',
		maxLength: 255,
		placeholder: 'e.g. Berg',
		description: 'Surname of who lives or works there',
	},
	{
		displayName: 'Address Line 1',
		name: 'address1',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 4 Larch Lane',
		description: 'Street and number',
	},
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		required: true,
		default: '',
		maxLength: 100,
		placeholder: 'e.g. Portland',
		description: 'City or suburb',
	},
	{
		displayName: 'Country',
		name: 'countryCode',
		type: 'string',
		required: true,
		check: toCountryCode,
		default: '',
		placeholder: 'e.g. US',
		description: 'Code of two letters, or the English name of the country',
	},
]);

/** What some countries, or some people, have in their addresses. */
export const furtherFields = defineFields([
	{
		displayName: 'Address Line 2',
		name: 'address2',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Floor 2',
		description: 'Flat, floor or building',
	},
	{
		displayName: 'Address Type',
		name: 'addressType',
		type: 'options',
		options: [
			{ name: 'Commercial', value: 'commercial' },
			{ name: 'Residential', value: 'residential' },
		],
		default: 'residential',
		description: 'Kind of place, by which carriers may price a delivery',
	},
	{
		displayName: 'Company',
		name: 'company',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 255,
		placeholder: 'e.g. Berg & Co',
		description: 'Company at the address',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 50,
		placeholder: 'e.g. 555-0110',
		description: 'Phone number for deliveries to the address',
	},
	{
		displayName: 'State or Province',
		name: 'stateOrProvince',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 100,
		placeholder: 'e.g. Oregon',
		description: 'Name in full, where addresses of the country have one',
	},
	{
		displayName: 'ZIP or Postcode',
		name: 'postalCode',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 30,
		placeholder: 'e.g. 97205',
		description: 'Postal code, where addresses of the country have one',
	},
]);

type Fields = ParamsOf<typeof requiredFields> & ParamsOf<typeof furtherFields>;
type Given = { [Name in keyof Fields]?: Fields[Name] | null };

export const addressBody = (given: Given): AddressFields => apiBody(given, []);

/** A new address names a state and a postal code, be they empty. */
export const newAddress = (given: Given): AddressFields => ({
	state_or_province: '',
	postal_code: '',
	...addressBody(given),
});
