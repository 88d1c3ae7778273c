import { pages } from '../../api/pagination';
import { defineFields, defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { plainFilters } from '../shared/listFilters';
import { productLocator, productOf } from '../locators/product';
import {
	ofProduct,
	reviews,
	simplifyReview,
	type Review,
} from '../../store/catalog/productReviews';

const filterFields = defineFields([
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Approved', value: 1 },
			{ name: 'Pending', value: 0 },
		],
		default: 0,
		description: 'Only reviews of this status; BigCommerce cannot ask for disapproved ones alone',
	},
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product reviews',
	description: 'Retrieve the reviews of a product',
	scope: 'products:read',
	fields: [
		...productLocator,
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...filterFields],
		},
		...simplifyField,
	],
	simplify: simplifyReview,
	async *each({ params, run: { client } }) {
		const product = productOf(params);
		const query = plainFilters(params.filters, { status: 'status' }, filterFields);
		const listing = { query, limit: limitOf(params) };
		for await (const page of pages<Review>(client, reviews(product), listing))
			yield page.map(ofProduct(product));
	},
});
