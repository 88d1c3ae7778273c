import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { LONGEST_CODE } from './couponCode';

/** The API's own alphabet is A-Z and 0-9; these are taken for others when read out or typed. */
const LOOK_ALIKES = [...'0O1IL2Z5S8B'];

/** How long the random part is where nothing is said (promotions.v3.yml). */
const USUAL_LENGTH = 16;

export interface CodeShape {
	prefix?: string;
	suffix?: string;
	delimiter?: string;
	codeLength?: number;
	maxUses?: number;
	maxUsesPerCustomer?: number;
}

/** The part of each request that says how codes look; bad input is told before anything is made. */
export function codegenBody({
	prefix,
	suffix,
	delimiter,
	codeLength,
	maxUses = 1,
	maxUsesPerCustomer = 1,
}: CodeShape) {
	const part = (text: string | undefined, label: string) => {
		const given = text?.trim().toUpperCase();
		if (given && !/^[A-Z0-9_-]{1,20}$/.test(given)) {
			throw new InputError(
				`'${label}' is "${given}"`,
				`'${label}' takes up to 20 letters, digits, _ and -.`,
			);
		}
		return given || undefined;
	};
	const fixed = { prefix: part(prefix, 'Prefix'), suffix: part(suffix, 'Suffix') };
	const parts = [fixed.prefix, 'x'.repeat(codeLength ?? USUAL_LENGTH), fixed.suffix].filter(
		Boolean,
	);
	const { length } = parts.join(delimiter ?? '');
	if (length > LONGEST_CODE) {
		throw new InputError(
			`The codes would have ${length} characters; BigCommerce allows ${LONGEST_CODE}`,
			"Shorten 'Prefix', 'Suffix' or 'Length of Random Part'.",
		);
	}
	return compact({
		...fixed,
		delimiter: delimiter || undefined,
		code_length: codeLength,
		max_uses: maxUses,
		max_uses_per_customer: maxUsesPerCustomer,
		exclude_characters: LOOK_ALIKES,
	});
}
