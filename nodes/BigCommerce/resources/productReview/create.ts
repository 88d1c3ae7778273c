import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { toText } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { createRecord } from '../../store/records';
import { reviewSettings, titleField } from './reviewFields';
import {
	LONGEST_TITLE,
	ofProduct,
	reviews,
	simplifyReview,
	type Review,
} from '../../store/catalog/productReviews';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a product review',
	description: 'Add a review to a product, for example one from another shop system',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...titleField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...reviewSettings],
		},
		...simplifyField,
	],
	simplify: simplifyReview,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const product = productOf(params);
		const records = reviews(product);
		const review: Partial<Review> = {
			title: toText(params.title, 'Title', LONGEST_TITLE),
			date_reviewed: new Date().toISOString(),
			...apiBody(params.additionalFields, reviewSettings),
		};
		const created = await createRecord<Review>(client, records, review, async () =>
			(await list<Review>(client, records)).find(
				({ title, text, email, date_reviewed }) =>
					title === review.title &&
					text === (review.text ?? '') &&
					email === (review.email ?? '') &&
					isSameSecond(date_reviewed, review.date_reviewed),
			),
		);
		return ofProduct(product)(created);
	},
});

/** The store keeps no milliseconds. */
const isSameSecond = (one = '', other = '') =>
	Math.floor(Date.parse(one) / 1000) === Math.floor(Date.parse(other) / 1000);
