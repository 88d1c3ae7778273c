import { locator } from '../../operation/locator';

export const reviewLocator = locator({
	displayName: 'Review',
	name: 'review',
	description: 'The review of this product, picked from the list or by ID',
	noun: 'a review',
	search: 'searchProductReviews',
});
