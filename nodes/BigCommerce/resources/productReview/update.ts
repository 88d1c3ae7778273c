import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { idOf, someChange, toText } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { reviewLocator } from '../locators/productReview';
import { readRecord, updateRecord } from '../../store/records';
import { reviewSettings, titleField } from './reviewFields';
import {
	LONGEST_TITLE,
	ofProduct,
	reviews,
	simplifyReview,
	type Review,
} from '../../store/catalog/productReviews';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a product review',
	description: 'Approve, disapprove or change a review; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...reviewLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...reviewSettings, ...titleField],
		},
		...simplifyField,
	],
	simplify: simplifyReview,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const product = productOf(params);
		const records = reviews(product);
		const id = idOf(params.review, 'Review');
		const changes: Partial<Review> = someChange(
			apiBody(params.updateFields, [...reviewSettings, ...titleField]),
		);
		if (changes.title !== undefined) changes.title = toText(changes.title, 'Title', LONGEST_TITLE);
		// The API wants these two each time (products_catalog.v3.yml).
		const { title, date_reviewed } = await readRecord<Review>(client, records, id);
		const review = { title, date_reviewed, ...changes };
		return ofProduct(product)(await updateRecord<Review>(client, records, id, review));
	},
});
