import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import { defineFields, type Resource } from '../../operation/define';
import {
	ofProduct,
	reviews,
	simplifyReview,
	type Review,
} from '../../store/catalog/productReviews';
import { productLocator } from '../../forms/locators/product';
import { reviewLocator } from '../../forms/locators/productReview';
import { plainFilters } from '../../forms/listFilters';
import { recordOperations } from '../../forms/recordOperations';
import { reviewSettings, titleField } from './reviewFields';

const filters = defineFields([
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

const updateFields = defineFields([...reviewSettings, ...titleField]);

/** The store keeps no milliseconds. */
const isSameSecond = (one = '', other = '') =>
	Math.floor(Date.parse(one) / 1000) === Math.floor(Date.parse(other) / 1000);

const { create, del, getAll, update } = recordOperations<Review>({
	records: reviews,
	noun: 'product review',
	locator: reviewLocator,
	below: productLocator,
	simplify: simplifyReview,
	complete: ofProduct,
	// products_catalog.v3.yml
	always: ['title', 'date_reviewed'],
});

export const productReview: Resource = {
	value: 'productReview',
	name: 'Product Review',
	description: 'What shoppers say of a product, and whether the storefront shows it',
	operations: [
		create({
			description: 'Add a review to a product, for example one from another shop system',
			fields: titleField,
			additionalFields: reviewSettings,
			body: ({ title, additionalFields }) => ({
				title,
				date_reviewed: new Date().toISOString(),
				...apiBody(additionalFields, reviewSettings),
			}),
			find: async ({ client, records, body }) =>
				(await list<Review>(client, records)).find(
					({ title, text, email, date_reviewed }) =>
						title === body.title &&
						text === (body.text ?? '') &&
						email === (body.email ?? '') &&
						isSameSecond(date_reviewed, body.date_reviewed),
				),
		}),
		del({
			description: 'Delete one review of a product; to hide it, disapprove it with Update instead',
		}),
		getAll({
			description: 'Retrieve the reviews of a product',
			filters,
			queries: ({ filters: given }) => [plainFilters(given, { status: 'status' })],
		}),
		update({
			description:
				'Approve, disapprove or change a review; whatever is not added below stays as it is',
			updateFields,
			body: (added) => apiBody(added, updateFields),
		}),
	],
};
