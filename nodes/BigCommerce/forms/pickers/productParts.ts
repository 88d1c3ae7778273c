import { range, rules, type BulkPricingRule } from '../../store/catalog/bulkPricingRules';
import { customFields, type CustomField } from '../../store/catalog/customFields';
import { images, type Image } from '../../store/catalog/productImages';
import { modifiers, type Modifier } from '../../store/catalog/productModifiers';
import { options, type Option } from '../../store/catalog/productOptions';
import { reviews, type Review } from '../../store/catalog/productReviews';
import { videos, type Video } from '../../store/catalog/productVideos';
import type { Records } from '../../store/records';
import { includes, productInForm, search } from './build';

/** Searches what belongs to the product that the form names; `texts` say what a record is known by. */
function searchParts<Row extends { id: number }>(
	records: (product: number) => Records,
	texts: (row: Row) => Array<string | undefined>,
) {
	const label = (row: Row) => [...texts(row).filter(Boolean), `#${row.id}`].join(' · ');
	return search<Row>(
		(form) => records(productInForm(form)),
		() => ({}),
		(row) => ({ name: label(row), value: row.id }),
		(row, text) => includes(label(row), text),
	);
}

export const productPartSearches = {
	searchBulkPricingRules: searchParts<BulkPricingRule>(rules, (rule) => [
		range(rule),
		`${rule.type} ${rule.amount}`,
	]),
	searchCustomFields: searchParts<CustomField>(customFields, ({ name, value }) => [
		`${name}: ${value}`,
	]),
	searchProductImages: searchParts<Image>(images, ({ description, image_file, is_thumbnail }) => [
		description || image_file?.split('/').pop(),
		is_thumbnail ? 'thumbnail' : undefined,
	]),
	searchProductModifiers: searchParts<Modifier>(modifiers, ({ display_name }) => [display_name]),
	searchProductOptions: searchParts<Option>(options, ({ display_name }) => [display_name]),
	searchProductReviews: searchParts<Review>(reviews, ({ title, name, status }) => [
		title,
		name,
		status,
	]),
	searchProductVideos: searchParts<Video>(videos, ({ title, video_id }) => [title, video_id]),
};
