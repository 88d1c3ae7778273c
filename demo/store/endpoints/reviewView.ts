import { isoOffset } from '../formats.ts';
import type { ProductReview } from '../records.ts';

export const reviewView = (review: ProductReview): Record<string, unknown> => ({
	...review,
	date_reviewed: isoOffset(review.date_reviewed),
	date_created: isoOffset(review.date_created),
	date_modified: isoOffset(review.date_modified),
});
