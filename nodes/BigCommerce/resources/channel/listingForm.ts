import { z } from 'zod';

import { InputError } from '../../api/inputError';
import { numberOrText } from '../../operation/checks';
import { jsonRows } from '../../operation/jsonRows';
import type { Locator, ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { idOf } from '../../operation/values';
import type { listingSettings, stateField } from './listingFields';
import type { ListingChange } from '../../store/channels/saveChannelListings';

type ListingForm = ParamsOf<typeof stateField> & {
	channel: Locator;
	product: Locator;
	additionalFields: Partial<ParamsOf<typeof listingSettings>>;
};

const LABEL = 'Variants (JSON)';
const variantSchema = z
	.object({
		variant_id: numberOrText.refine((id) => Number.isInteger(id) && id > 0, 'Expected an ID'),
		state: z.string().min(1).optional(),
		external_id: z.string().optional(),
		name: z.string().optional(),
		description: z.string().optional(),
	})
	.strict();

const example = '[{"variantId": 64, "state": "active", "externalId": "B07XYZ1234-M"}]';

/** Variants know every state of a listing but this one (channels.v3.yml). */
const NOT_FOR_VARIANTS = 'partially_rejected';

export function changeOf({
	channel,
	product,
	state,
	additionalFields,
}: ListingForm): ListingChange {
	const { description, externalId, name, variantsJson } = additionalFields;
	const product_id = idOf(product, 'Product');
	const given =
		variantsJson === undefined
			? undefined
			: jsonRows(variantsJson, { label: LABEL, schema: variantSchema, example });
	if (state === NOT_FOR_VARIANTS && (given ?? [{ state: undefined }]).some((one) => !one.state))
		throw new InputError(
			"The 'State' Partially Rejected does not say which variants are rejected",
			`Add '${LABEL}' with a state for each variant.`,
		);
	return {
		channel: idOf(channel, 'Channel'),
		product: product_id,
		body: { state, ...compact({ name, description, external_id: externalId }) },
		variants: given?.map((one) => ({ ...one, product_id, state: one.state ?? state })),
	};
}
