import { toIso } from '../../api/values';
import { partsOf } from './productParts';

/** A review as the API gives it (products_catalog.v3.yml). */
export interface Review {
	id: number;
	product_id: number;
	title: string;
	text: string;
	status: 'approved' | 'disapproved' | 'pending';
	rating: number;
	name: string;
	email: string;
	date_reviewed: string;
	date_created: string;
	date_modified: string;
}

/** products_catalog.v3.yml */
export const LONGEST_TITLE = 255;

export const reviews = partsOf('reviews', 'review');

/** Not every answer of the API says whose a review is; several products may be read in one run. */
export const ofProduct =
	(product_id: number) =>
	(review: Omit<Review, 'product_id'>): Review => ({ ...review, product_id });

export const simplifyReview = (review: Review) => ({
	id: review.id,
	productId: review.product_id,
	title: review.title,
	text: review.text,
	rating: review.rating,
	status: review.status,
	name: review.name,
	email: review.email,
	dateReviewed: toIso(review.date_reviewed),
});
