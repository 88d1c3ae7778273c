import { defineFields } from '../../../operation/define';
import {
	availabilityField,
	basicFields,
	brandNameField,
	categoriesField,
	nameField,
	priceField,
	skuField,
	typeField,
	visibleField,
	weightField,
} from './basics';
import { partFields } from './parts';
import { pricingFields } from './pricing';
import { purchaseFields } from './purchase';
import { seoFields } from './seo';
import { giftWrappingFields, shippingFields } from './shipping';
import { stockFields, trackingField } from './stock';
import { storefrontFields } from './storefront';

export const jsonField = defineFields([
	{
		displayName: 'Fields as JSON',
		name: 'fieldsJson',
		type: 'json',
		default: '{}',
		description:
			'Any fields by the names of the API, such as {"sale_price": 9.5}. Names and values are checked before anything is sent. A field that is given here and in the form counts as given here.',
	},
]);

/** What is less often said of a product than its name and price. */
export const furtherFields = defineFields([
	...basicFields,
	...pricingFields,
	...stockFields,
	...trackingField,
	...shippingFields,
	...giftWrappingFields,
	...purchaseFields,
	...storefrontFields,
	...seoFields,
]);

/** The top of the form of a new product. */
export const newProductFields = defineFields([
	{ ...nameField[0], required: true },
	{ ...priceField[0], required: true },
	...typeField,
	...weightField,
	...skuField,
	...categoriesField,
	...brandNameField,
	...visibleField,
	...availabilityField,
]);

/** All that can be changed of a product, each field where it was added only. */
export const changeFields = defineFields([
	...nameField,
	...priceField,
	...typeField,
	...weightField,
	...skuField,
	...categoriesField,
	...brandNameField,
	...visibleField,
	...availabilityField,
	...furtherFields,
	...jsonField,
]);

export const extraFields = defineFields([...furtherFields, ...partFields, ...jsonField]);
