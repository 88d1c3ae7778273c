import { refuseV3 } from '../http/answers.ts';
import { choice, text, whole } from '../http/fieldRules.ts';
import { textOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord, ProductReview } from '../records.ts';
import { ONE_PRODUCT, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import type { Part } from './productParts.ts';
import { reviewView } from './reviewView.ts';

/** Approved reviews count towards the product's rating. */
function count(product: ProductRecord, review: ProductReview | undefined, sign: 1 | -1): void {
	if (review?.status !== 'approved') return;
	product.reviews_count += sign;
	product.reviews_rating_sum += sign * review.rating;
}

export const reviewPart: Part<Owner, ProductReview> = {
	name: 'review',
	sequence: 'review',
	rules: {
		title: text(255),
		text: text(),
		status: choice('approved', 'disapproved', 'pending'),
		rating: whole(0, 5),
		email: text(),
		name: text(255),
		date_reviewed: { is: 'date' },
	},
	required: ['title', 'date_reviewed'],
	most: Infinity,
	of: ({ product }) => product.reviews,
	blank: ({ now }) => ({
		title: '',
		text: '',
		// What a review is before anybody has looked at it (not documented).
		status: 'pending',
		rating: 0,
		email: '',
		name: '',
		date_reviewed: now,
		date_created: now,
		date_modified: now,
	}),
	write: (review, body, { now }) => {
		const reviewed = textOf(body.date_reviewed);
		if (reviewed !== undefined) review.date_reviewed = Date.parse(reviewed);
		if (review.email !== '' && !/^[^\s@]+@[^\s@]+$/.test(review.email))
			refuseV3(422, 'The review is not valid', { email: 'email must be an e-mail address' });
		review.date_modified = now;
	},
	follow: ({ product }, before, review) => {
		count(product, before, -1);
		count(product, review, 1);
	},
	view: reviewView,
};

/** 1 for approved, 0 for pending: disapproved ones come only without the filter. */
function byStatus({ query }: Context): (review: ProductReview) => boolean {
	const wanted = query.number('status');
	if (wanted === undefined) return () => true;
	if (wanted !== 0 && wanted !== 1) return query.refuse('status', 'must be 0 or 1');
	return ({ status }) => status === (wanted === 1 ? 'approved' : 'pending');
}

export const reviewRoutes: Route[] = partRoutes(reviewPart, {
	path: `${ONE_PRODUCT}/reviews`,
	idName: 'review_id',
	owner: productOwner,
	emptyIs204: true,
	filter: byStatus,
});
