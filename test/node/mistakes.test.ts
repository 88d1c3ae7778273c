import {
	by,
	expectToBeExplained,
	priceList,
	product,
	sku,
	type Mistake,
} from '../support/mistakes';

const empty: Mistake[] = [
	{
		of: 'product:get',
		form: { product: by('', 'list') },
		message: "'Product' is empty",
		advice: "Choose one from the list of 'Product', or give its ID, for example 123.",
	},
	{
		of: 'product:create',
		form: { name: '', price: 5 },
		message: "'Name' is empty",
		advice: 'a new product needs a name and a price',
	},
	{
		of: 'product:upsert',
		form: { sku: 'NEW-1', additionalFields: { name: 'Mug' } },
		message: "The store has no product with the SKU NEW-1, and the new one lacks 'Price'",
		advice: 'a new product needs a name and a price',
	},
	{
		of: 'product:update',
		form: { product },
		message: "'Update Fields' holds no change",
		advice: "Add a field to 'Update Fields'.",
	},
	{
		of: 'product:deleteMany',
		form: { ids: '' },
		message: "'Product IDs' is empty",
		advice: 'at least one ID',
	},
	{
		of: 'productVariant:create',
		form: { product, sku: 'V-1' },
		message: "'Option Values' is empty",
		advice: 'such as Color: Moss',
	},
	{
		of: 'productImage:create',
		form: { product, imageUrl: '' },
		message: "'Image URL' is empty",
		advice: 'Give an address such as https://example.com',
	},
	{
		of: 'productModifier:create',
		form: { product, displayName: 'Wrap', type: 'dropdown' },
		message: "'Values' is empty",
		advice: "Add 'Values' with what shoppers choose from.",
	},
	{
		of: 'customField:create',
		form: { product, customFields: { field: [{ name: 'Material', value: '' }] } },
		message: "'Value of Material' is empty",
		advice: 'a text',
	},
	{
		of: 'metafield:create',
		form: { belongsTo: 'location', location: '', namespace: 'a', key: 'b', value: 'c' },
		message: "'Location Name or ID' is empty",
		advice: "Give 'Location Name or ID' the record's number",
	},
	{
		of: 'category:upsert',
		form: { path: '' },
		message: "'Path' is empty",
		advice: 'as in Shop/Kitchen/Coffee',
	},
	{
		of: 'priceListAssignment:create',
		form: { priceList },
		message:
			'A price list is assigned to a customer group, to a channel, or to a group on a channel',
		advice: "Choose one under 'Customer Group Name or ID' or 'Channel Name or ID'",
	},
	{
		of: 'priceListRecord:upsert',
		form: { priceList },
		item: { sku, currency: 'USD' },
		message: 'The item says nothing to write',
		advice: 'The item has sku, currency. Columns that are written: Price, Sale Price, MSRP, MAP',
	},
	{
		of: 'inventory:set',
		item: { quantity: 3 },
		message: "'SKU' is empty",
		advice:
			"The item has quantity. Call the field of the item SKU, choose another 'Column to Match On'",
	},
	{
		of: 'listing:sync',
		item: { price: 5 },
		message: "'SKU' is empty",
		advice: "choose another 'Column to Match On'",
	},
	{
		of: 'listing:publish',
		item: { name: 'Mug', sku: 'MUG-1' },
		message:
			"The product \"Mug\" is not in the store, and cannot be created without 'Price' and 'Weight'",
		advice: 'No product was written.',
	},
];

const ofAnotherKind: Mistake[] = [
	{
		of: 'product:get',
		form: { product: by('mug') },
		message: '\'Product\' is "mug", which is not an ID',
		advice: 'for example 123',
	},
	{
		of: 'product:update',
		form: { product, updateFields: { price: '€ 12' } },
		message: '\'Price\' is "€ 12", which is not a number',
		advice: 'with a point before decimals and no currency sign',
	},
	{
		of: 'product:getAll',
		form: { filters: { modifiedAfter: 'soon' } },
		message: '\'Modified After\' is "soon", which is not a date',
		advice: 'Use a date such as 2026-12-31',
	},
	{
		of: 'bulkPricingRule:create',
		form: { product, amount: 110 },
		message: "'Amount' is 110%, which is more than the whole price",
		advice: 'for example 10',
	},
	{
		of: 'productReview:create',
		form: { product, title: 'Nice', additionalFields: { rating: 9 } },
		message: '\'Rating\' is "9", which is none of its values',
		advice: "'Rating' takes 1, 2, 3, 4, 5, 0.",
	},
	{
		of: 'productVideo:create',
		form: { product, youtubeVideo: 'https://vimeo.com/1' },
		message: '\'Video\' is "https://vimeo.com/1", which is no YouTube video',
		advice: "Give the video's address",
	},
	{
		of: 'inventory:set',
		item: { sku, quantity: 'many' },
		message: '\'Quantity\' is "many", which is not a whole number',
		advice: 'a number such as 12',
	},
	{
		of: 'priceListRecord:upsert',
		form: { priceList },
		item: { sku, price: 5, currency: 'dollars' },
		message: '\'Currency\' is "dollars", which is not a currency code',
		advice: 'for example USD',
	},
	{
		of: 'listing:publish',
		item: { name: 'Mug', sku: 'MUG-1', price: 5, weight: 1, condition: 'Shiny' },
		message: '\'Condition\' is "Shiny", which is none of its values',
		advice: 'takes New, Refurbished, Used',
	},
];

const inJson: Mistake[] = [
	{
		of: 'product:create',
		form: { name: 'Mug', price: 5, additionalFields: { fieldsJson: '{ sale_price: 5' } },
		message:
			"'Fields as JSON' is not valid JSON: Expected property name or '}' in JSON at position 2 (line 1 column 3)",
		advice: 'Write names and texts in double quotes',
	},
	{
		of: 'product:create',
		form: { name: 'Mug', price: 5, additionalFields: { fieldsJson: '{"sale_prise": 5}' } },
		message:
			'\'Fields as JSON\' has the field "sale_prise", which BigCommerce does not know here. Did you mean sale_price?',
		advice: 'Correct the name',
	},
	{
		of: 'product:create',
		form: { name: 'Mug', price: 5, additionalFields: { fieldsJson: '{"sale_price": "low"}' } },
		message: "'Fields as JSON': sale_price: Expected a number",
		advice: 'Correct the value',
	},
	{
		of: 'priceListRecord:upsert',
		form: { priceList },
		item: { sku, currency: 'USD', bulkPricingTiers: [{ quantityMin: 'x' }] },
		message: "'Bulk Pricing Tiers': quantity_min: Expected a number",
		advice: 'Give a list such as',
	},
	{
		of: 'channel:upsertListings',
		form: { channel: by(1), product, additionalFields: { variantsJson: '[{"variant": 3}]' } },
		message: "'Variants (JSON)': variant_id: Expected a number",
		advice: 'Give a list such as',
	},
	{
		of: 'listing:publish',
		item: { name: 'Mug', sku: 'MUG-1', price: 5, weight: 1, options: '{ Size: M' },
		message:
			"'Variant Options' is not valid JSON: Expected property name or '}' in JSON at position 2 (line 1 column 3)",
		advice: 'Write names and texts in double quotes',
	},
];

/** Nothing of it reaches the store. */
expectToBeExplained({
	'an empty field': empty,
	'a value of another kind': ofAnotherKind,
	'wrong JSON': inJson,
});
