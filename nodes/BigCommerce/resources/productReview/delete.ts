import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { reviewLocator } from '../locators/productReview';
import { deleteRecord } from '../../store/records';
import { reviews } from '../../store/catalog/productReviews';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product review',
	description: 'Delete one review of a product; to hide it, disapprove it with Update instead',
	scope: 'products:modify',
	fields: [...productLocator, ...reviewLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, reviews(productOf(params)), idOf(params.review, 'Review')),
});
