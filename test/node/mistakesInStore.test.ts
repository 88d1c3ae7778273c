import {
	by,
	expectToBeExplained,
	nobody,
	priceList,
	product,
	sku,
	type Mistake,
} from '../support/mistakes';

const unknown: Mistake[] = [
	{
		of: 'product:get',
		form: { product: nobody },
		message: 'BigCommerce could not read the product 99999 (HTTP 404)',
		advice: 'Check the ID, and the Store Hash in the credential.',
	},
	{
		of: 'product:update',
		form: { product: by('NOPE', 'sku'), updateFields: { price: 5 } },
		message: 'BigCommerce could not find the product with the SKU NOPE (HTTP 404)',
		advice: 'Check how it is written',
	},
	{
		of: 'productImage:create',
		form: { product: nobody, imageUrl: 'https://example.com/a.jpg' },
		message:
			'BigCommerce could not create the image "https://example.com/a.jpg" of product 99999 (HTTP 404)',
		advice: 'The product was not found.',
	},
	{
		of: 'productOption:delete',
		form: { product, option: nobody },
		message: 'BigCommerce could not delete the option 99999 of product 80 (HTTP 404)',
		advice: 'The option was not found.',
	},
	{
		of: 'productVariant:create',
		form: { product, sku: 'V-1', optionValues: { choice: [{ option: 'Cut', value: 'A' }] } },
		message: 'Product 80 has no option "Cut"',
		advice: "Options are added with the resource 'Product Option'.",
	},
	{
		of: 'productVariant:updateMany',
		form: {},
		item: { sku: 'NOPE', price: 5 },
		message: 'BigCommerce could not find the product variant with the SKU NOPE (HTTP 404)',
		advice: 'The store has no such product variant.',
	},
	{
		of: 'category:get',
		form: { category: by('Shop/Nowhere', 'path') },
		message: 'BigCommerce could not find the category Shop/Nowhere (HTTP 404)',
		advice: "Check the names of the path and the 'Category Tree Name or ID'.",
	},
	{
		of: 'category:assignProducts',
		form: { category: by('Coffee', 'path'), product: nobody },
		message: 'BigCommerce could not assign product 99999 to category 22 (HTTP 422)',
		advice: 'The product does not exist.',
	},
	{
		of: 'channel:assignProducts',
		form: { channel: nobody, product },
		message: 'BigCommerce could not assign product 80 to channel 99999 (HTTP 422)',
		advice: 'channel_id does not exist',
	},
	{
		of: 'channel:upsertListings',
		form: { channel: nobody, product },
		message: 'BigCommerce could not list product 80 on channel 99999 (HTTP 422)',
		advice: 'is not valid for store (1002003)! Check',
	},
	{
		of: 'priceListRecord:upsert',
		form: { priceList },
		item: { sku: 'NOPE', price: 5, currency: 'USD' },
		message: 'BigCommerce could not save the price of SKU NOPE in price list 1 (HTTP 422)',
		advice: 'The variant of this sku does not exist.',
	},
	{
		of: 'metafield:update',
		form: { product, namespace: 'a', key: 'b', updateFields: { value: 'c' } },
		message: 'BigCommerce could not find the metafield a.b of the product 80 (HTTP 404)',
		advice: 'or it belongs to another API account',
	},
	{
		of: 'inventory:set',
		item: { sku: 'NOPE', quantity: 3 },
		message: 'BigCommerce could not set the stock',
		advice: 'The store keeps no stock of SKU NOPE.',
	},
	{
		of: 'inventory:set',
		form: { location: 'Mars' },
		item: { sku, quantity: 3 },
		message: 'The store has no inventory location "Mars"',
		advice: 'Its locations are Default location (BC-LOCATION-1), Depot Road (DEPOT).',
	},
];

const taken: Mistake[] = [
	{
		of: 'product:create',
		form: { name: 'Granite 2 Tent', price: 5 },
		message: 'BigCommerce could not create the product "Granite 2 Tent" (HTTP 409)',
		advice: "To change a product that is there, use 'Create or Update'.",
	},
	{
		of: 'product:create',
		form: { name: 'Mug', price: 5, categories: nobody },
		message: 'BigCommerce could not create the product "Mug" (HTTP 409)',
		advice:
			'The category 99999 does not exist. It clashes with a record that the store already has, or names one that it does not have.',
	},
	{
		of: 'category:create',
		form: { name: 'Coffee' },
		message: 'BigCommerce could not create the category Coffee (HTTP 422)',
		advice: 'name: The name Coffee is a duplicate among its siblings.',
	},
	{
		of: 'brand:create',
		form: { name: 'Northpine' },
		message: 'BigCommerce could not create the brand "Northpine" (HTTP 409)',
		advice: 'Use another name',
	},
];

const readOnly = ['store_v2_products_read_only'];
const API_ACCOUNT =
	'Create an API account with that scope in the control panel (Settings &gt; Store-level API accounts)';
const lacks = (scope: string) =>
	`The API account most likely lacks the OAuth scope &quot;${scope}&quot;. ${API_ACCOUNT}`;

const withoutScope: Mistake[] = [
	{
		of: 'product:create',
		form: { name: 'Mug', price: 5 },
		scopes: readOnly,
		message: 'BigCommerce could not create the product "Mug" (HTTP 403)',
		advice: lacks('Products (modify)'),
	},
	{
		of: 'inventory:set',
		form: { location: 1 },
		item: { sku, quantity: 3 },
		scopes: readOnly,
		message: 'BigCommerce could not set the stock (HTTP 403)',
		advice: lacks('Store Inventory (modify)'),
	},
	{
		of: 'inventory:getLocations',
		scopes: readOnly,
		message: 'BigCommerce could not list the inventory locations (HTTP 403)',
		advice: lacks('Store Locations (read-only or modify)'),
	},
	{
		of: 'channel:getAll',
		scopes: readOnly,
		message: 'BigCommerce could not list the sales channels (HTTP 403)',
		advice: lacks('Channel Settings (read-only or modify)'),
	},
	{
		of: 'metafield:create',
		form: { belongsTo: 'order', order: by(100), namespace: 'a', key: 'b', value: 'c' },
		scopes: readOnly,
		message: 'BigCommerce could not create metafields of the kind order (HTTP 403)',
		advice: lacks('Orders (modify)'),
	},
];

/** What only the store can tell. */
expectToBeExplained({
	'a record that is not there': unknown,
	'a name that is taken, or that nothing has': taken,
	'a missing scope': withoutScope,
});
