import { apiBody } from '../../operation/apiBody';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../operation/values';
import { customFieldRow, imageRow, ruleRow, videoRow, type partFields } from './fields/parts';

type Parts = Partial<ParamsOf<typeof partFields>>;

/** Left out where the form has no row. */
const list = <Row>(rows: Row[] | undefined, toBody: (row: Row) => object) =>
	rows && rows.length > 0 ? rows.map(toBody) : undefined;

const filled = (row: object) =>
	Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));

/** What comes with a new product, in the API's shape. */
export function partsBody(parts: Parts) {
	return compact({
		bulk_pricing_rules: list(parts.bulkPricingRules?.rule, (rule) => {
			const body = apiBody(rule, ruleRow);
			// A percentage travels as a text, divided by 100 (products_catalog.v3.yml).
			return rule.type === 'percent'
				? { ...body, amount: String(Number(body.amount) / 100) }
				: body;
		}),
		custom_fields: list(parts.customFields?.field, (field) => apiBody(field, customFieldRow)),
		images: list(parts.images?.image, (image) => apiBody(filled(image), imageRow)),
		videos: list(parts.videos?.video, (video) => ({
			type: 'youtube',
			...apiBody(filled(video), videoRow),
		})),
	});
}
