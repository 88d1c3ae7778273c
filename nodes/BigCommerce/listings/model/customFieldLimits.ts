import { InputError } from '../../api/inputError';
import type { NamedValue } from './draftItemLists';
import type { PublishIssue } from '../report/publishIssues';

/** Longest name or value of a custom field, and most of them on a product (API notes 2.11). */
const LONGEST = 250;
const MOST_FIELDS = 200;

export interface AttributeRule {
	attributeLimit?: number;
	ifTooLong?: 'truncate' | 'skip' | 'fail';
}

export interface Fitted {
	fields: NamedValue[];
	issues: PublishIssue[];
}

/** Whole characters, so that an emoji is not cut in two. */
const cut = (text: string, limit: number) => {
	let short = '';
	for (const character of text) {
		if (short.length + character.length > limit) break;
		short += character;
	}
	return short.trimEnd();
};

const keyOf = ({ name, value }: NamedValue) => `${name}\n${value}`;

/** Custom fields as BigCommerce takes them: none too long, none twice. */
export function fitAttributes(
	given: readonly NamedValue[],
	product: string,
	{ attributeLimit = LONGEST, ifTooLong = 'truncate' }: AttributeRule,
): Fitted {
	const limit = Math.min(attributeLimit, LONGEST);
	const issues: PublishIssue[] = [];
	const fields = new Map<string, NamedValue>();
	for (const field of given) {
		const { name, value } = field;
		const [part, length] = name.length > limit ? ['name', name.length] : ['value', value.length];
		if (length <= limit) {
			fields.set(keyOf(field), field);
			continue;
		}
		const told = `The ${part} of the custom field "${cut(name, 40)}" has ${length} characters`;
		if (ifTooLong === 'fail') {
			throw new InputError(
				`${told}; the limit is ${limit} (product "${product}")`,
				"Shorten it, or choose another 'When an Attribute Is Too Long'.",
			);
		}
		if (ifTooLong === 'skip') {
			issues.push({ code: 'attributeSkipped', message: `${told}; it was left out` });
			continue;
		}
		issues.push({ code: 'attributeTruncated', message: `${told}; it was cut to ${limit}` });
		const short = { name: cut(name, limit), value: cut(value, limit) };
		fields.set(keyOf(short), short);
	}
	if (fields.size > MOST_FIELDS) {
		throw new InputError(
			`The product "${product}" would have ${fields.size} custom fields; BigCommerce takes ${MOST_FIELDS}`,
			'Leave some out.',
		);
	}
	return { fields: [...fields.values()], issues };
}
