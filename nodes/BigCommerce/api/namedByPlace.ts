import type { Finding, Outcome } from './batch';
import { refused, type BigCommerceError } from './errors';

/** `3.variants.0.state` is about the fourth record of the request (channels.v3.yml, its examples of 422). */
const PLACE = /^(\d+)\.(.+)$/;

/** The records of a batch that a refusal names by their place, each with what is said of it. */
export function namedByPlace<Record, Result>(
	refusal: BigCommerceError,
	batch: Record[],
): Finding<Record, Result> {
	const { errors } = (refusal.body ?? {}) as { errors?: { [key: string]: unknown } };
	const said = new Map<Record, { [field: string]: unknown }>();
	for (const [key, message] of Object.entries(errors ?? {})) {
		const [, place = '', field = ''] = PLACE.exec(key) ?? [];
		const record = place === '' ? undefined : batch[Number(place)];
		if (record !== undefined) said.set(record, { ...said.get(record), [field]: message });
	}
	const settled = new Map<Record, Outcome<Result>>();
	for (const [record, own] of said) {
		const error = refused(refusal.status ?? 422, { errors: own }, refusal);
		settled.set(record, { error });
	}
	return { settled };
}
