import { apiBody } from '../../operation/apiBody';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { newRule } from '../bulkPricingRuleFields';
import { toFields } from '../customFieldRows';
import { imageSettings, toImageUrl } from '../imageFields';
import { videoSettings } from '../videoFields';
import { toVideoId } from '../../store/catalog/productVideos';
import type { partFields } from './parts';

type Parts = Partial<ParamsOf<typeof partFields>>;

/** Left out where the form has no row. */
const list = <Row>(rows: Row[] | undefined, toBody: (row: Row, index: number) => object) =>
	rows && rows.length > 0 ? rows.map(toBody) : undefined;

/** A row has all its fields, whether or not something was entered. */
const entered = (row: object) =>
	Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));

type ImageRow = NonNullable<NonNullable<Parts['images']>['image']>[number];

/** One image stands for the product: the first of those that shall. */
function imageBodies(rows: ImageRow[] | undefined) {
	const thumbnail = rows?.findIndex(({ isThumbnail }) => isThumbnail);
	return list(rows, ({ imageUrl, isThumbnail: _wish, ...settings }, index) => ({
		image_url: toImageUrl(imageUrl),
		is_thumbnail: index === thumbnail,
		sort_order: index,
		...apiBody(entered(settings), imageSettings),
	}));
}

/** What comes with a new product, in the API's shape. */
export const partsBody = ({ bulkPricingRules, customFields, images, videos }: Parts) =>
	compact({
		bulk_pricing_rules: list(bulkPricingRules?.rule, (rule) => newRule(rule)),
		custom_fields: customFields?.field?.length ? toFields({ customFields }) : undefined,
		images: imageBodies(images?.image),
		videos: list(videos?.video, ({ youtubeVideo, ...settings }, index) => ({
			type: 'youtube',
			video_id: toVideoId(youtubeVideo),
			sort_order: index,
			...apiBody(entered(settings), videoSettings),
		})),
	});
