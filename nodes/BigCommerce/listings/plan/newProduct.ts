import type { Classification } from '../match/brandAndCategoryIds';
import type { Prepared } from './preparedDraft';
import type { FieldValues } from '../../store/catalog/products';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import type { Fitted } from '../model/customFieldLimits';
import {
	differingBody,
	everything,
	productBody,
	purchasing,
	sharedBody,
	trackingOf,
} from '../model/draftValues';
import { countedOf, firstOf, type Draft } from '../model/draft';
import type { Pictures } from '../model/draftPictures';
import type { DraftItem } from '../model/draftItem';
import type { DraftVariant } from '../model/draftVariants';

/** What a new product must have and the input does not give (API notes 6.5). */
export function lackingForNew({ label, items, name }: Draft): InputError | undefined {
	const isDigital = firstOf(items, 'type') === 'digital';
	const lacking = [
		...(name === undefined ? ['Name'] : []),
		...(firstOf(items, 'price') === undefined ? ['Price'] : []),
		...(firstOf(items, 'weight') === undefined && !isDigital ? ['Weight'] : []),
	];
	if (lacking.length === 0) return undefined;
	return new InputError(
		`The product "${label}" is not in the store, and cannot be created without ${lacking.map((field) => `'${field}'`).join(' and ')}`,
		`Give the input item ${lacking.map((field) => field.toLowerCase()).join(' and ')}, or let the form of Publish take it from another field, for example {{ $json.title }}.`,
	);
}

/** A product that is to be created. */
export interface ToCreate extends Prepared {
	classification: Classification;
}

export interface Parts {
	attributes: Fitted;
	pictures: Pictures;
	/** `brand_id` and `categories`. */
	classification: FieldValues;
	/** Stock comes with the product only where it goes to the default location (API notes 6.5). */
	withStock: (item: DraftItem) => boolean;
}

const isVisible = ({ items }: Draft): boolean => {
	const status = items[0]?.settings.newStatus;
	return status === 'hidden'
		? false
		: status === 'visible' || (firstOf(items, 'isVisible') ?? true);
};

function variantBody(
	draft: Draft,
	variant: DraftVariant,
	{ pictures, withStock }: Parts,
): FieldValues {
	const { item, labels, sku } = variant;
	const countsOwn = withStock(item) && trackingOf(draft) === 'variant';
	return {
		sku,
		option_values: labels.map(([option_display_name, label]) => ({ option_display_name, label })),
		...differingBody(draft, variant),
		...purchasing(draft, item),
		...compact({
			inventory_level: countsOwn ? item.quantity : undefined,
			image_url: pictures.own.get(variant),
		}),
	};
}

/** The whole product in one body: its variants, images and custom fields come with it. */
export function newProductBody(draft: Draft, parts: Parts): FieldValues {
	const { name, sku, items, variants } = draft;
	const { attributes, pictures, classification, withStock } = parts;
	const tracking = trackingOf(draft);
	const counted = tracking === 'product' ? countedOf(items) : undefined;
	return compact({
		name,
		type: firstOf(items, 'type') ?? 'physical',
		sku,
		weight: 0,
		...sharedBody(draft, everything),
		...productBody(draft, everything),
		...classification,
		is_visible: isVisible(draft),
		inventory_tracking: tracking,
		inventory_level: counted && withStock(counted) ? counted.quantity : undefined,
		images:
			pictures.gallery.length > 0
				? pictures.gallery.map(({ url, description }, at) =>
						compact({ image_url: url, description, is_thumbnail: at === 0, sort_order: at }),
					)
				: undefined,
		custom_fields: attributes.fields.length > 0 ? attributes.fields : undefined,
		variants:
			variants.length > 0
				? variants.map((variant) => variantBody(draft, variant, parts))
				: undefined,
	});
}
