import { z } from 'zod';

import { checksOf } from '../../operation/apiBody';
import { dateText, recordOf, wholeOrText, type Checks } from '../../operation/checks';
import { imageSettings } from '../imageFields';
import { batchFields, optionValuesCheck } from '../variantFields';
import { videoSettings } from '../videoFields';
import { numberFields } from '../sellableFields';
import { skuField } from '../skuField';

const text = z.string();
const ids = z.array(wholeOrText);
const listOf = (checks: Checks) => z.array(recordOf(checks));

/** What the API takes of a product beside the plain fields of the form, new or present (products_catalog.v3.yml). */
export const jsonChecks: Checks = {
	brand_id: wholeOrText,
	bulk_pricing_rules: listOf({
		id: wholeOrText,
		quantity_min: wholeOrText,
		quantity_max: wholeOrText,
		type: z.enum(['fixed', 'percent', 'price']),
		amount: text.or(z.number()),
	}),
	categories: ids,
	custom_fields: listOf({ id: wholeOrText, name: text, value: text }),
	custom_url: recordOf({ url: text, is_customized: z.boolean(), create_redirect: z.boolean() }),
	date_last_imported: dateText,
	gift_wrapping_options_list: ids,
	images: listOf({
		id: wholeOrText,
		product_id: wholeOrText,
		image_url: text,
		image_file: text,
		date_modified: text,
		url_standard: text,
		url_thumbnail: text,
		url_tiny: text,
		url_zoom: text,
		...checksOf(imageSettings),
	}),
	meta_keywords: z.array(text),
	related_products: ids,
	reviews_count: wholeOrText,
	reviews_rating_sum: wholeOrText,
	total_sold: wholeOrText,
	videos: listOf({
		id: wholeOrText,
		product_id: wholeOrText,
		type: z.enum(['youtube']),
		video_id: text,
		length: text,
		...checksOf(videoSettings),
	}),
	view_count: wholeOrText,
};

/** Only a new product takes its variants with it. */
export const newJsonChecks: Checks = {
	...jsonChecks,
	variants: listOf({
		...checksOf([...batchFields, ...numberFields, ...skuField]),
		image_url: text,
		map_price: z.number(),
		option_values: optionValuesCheck,
	}),
};
