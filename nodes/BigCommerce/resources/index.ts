import type { Resource } from '../operation/define';
import { brand } from './brand';
import { bulkPricingRule } from './bulkPricingRule';
import { category } from './category';
import { channel } from './channel';
import { coupon } from './coupon';
import { currency } from './currency';
import { customField } from './customField';
import { event } from './event';
import { inventory } from './inventory';
import { listing } from '../listings';
import { metafield } from './metafield';
import { order } from './order';
import { orderShipment } from './orderShipment';
import { priceList } from './priceList';
import { priceListAssignment } from './priceListAssignment';
import { priceListRecord } from './priceListRecord';
import { product } from './product';
import { productImage } from './productImage';
import { productModifier } from './productModifier';
import { productOption } from './productOption';
import { productReview } from './productReview';
import { productVariant } from './productVariant';
import { productVideo } from './productVideo';
import { webhook } from './webhook';

/** Every resource of the node. A new one is a folder and a line here. */
export const resources: readonly Resource[] = [
	brand,
	bulkPricingRule,
	category,
	channel,
	coupon,
	currency,
	customField,
	event,
	inventory,
	listing,
	metafield,
	order,
	orderShipment,
	priceList,
	priceListAssignment,
	priceListRecord,
	product,
	productImage,
	productModifier,
	productOption,
	productReview,
	productVariant,
	productVideo,
	webhook,
];
