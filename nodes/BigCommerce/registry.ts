import type { Resource } from './operation/define';
import { brand } from './resources/brand';
import { bulkPricingRule } from './resources/bulkPricingRule';
import { category } from './resources/category';
import { channel } from './resources/channel';
import { coupon } from './resources/coupon';
import { currency } from './resources/currency';
import { customer } from './resources/customer';
import { customerAddress } from './resources/customerAddress';
import { customerAttribute } from './resources/customerAttribute';
import { customerGroup } from './resources/customerGroup';
import { customField } from './resources/customField';
import { event } from './resources/event';
import { inventory } from './resources/inventory';
import { listing } from './listings';
import { metafield } from './resources/metafield';
import { order } from './resources/order';
import { orderShipment } from './resources/orderShipment';
import { priceList } from './resources/priceList';
import { priceListAssignment } from './resources/priceListAssignment';
import { priceListRecord } from './resources/priceListRecord';
import { product } from './resources/product';
import { productImage } from './resources/productImage';
import { productModifier } from './resources/productModifier';
import { productOption } from './resources/productOption';
import { productReview } from './resources/productReview';
import { productVariant } from './resources/productVariant';
import { productVideo } from './resources/productVideo';
import { subscriber } from './resources/subscriber';
import { webhook } from './resources/webhook';

/** Every resource of the node, in the order of the form: first those of the main jobs, then by name. A new one is a folder and a line here. */
export const resources: readonly Resource[] = [
	order,
	orderShipment,
	listing,
	inventory,
	product,
	productVariant,
	coupon,
	brand,
	category,
	channel,
	currency,
	customer,
	customerAddress,
	customerAttribute,
	customerGroup,
	event,
	metafield,
	priceList,
	priceListAssignment,
	priceListRecord,
	bulkPricingRule,
	customField,
	productImage,
	productModifier,
	productOption,
	productReview,
	productVideo,
	subscriber,
	webhook,
];
