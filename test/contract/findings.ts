/** What can be wrong with a value, and how it is told. */
export type Side = 'request' | 'response';

export type Rule =
	| 'undocumented'
	| 'required'
	| 'type'
	| 'null'
	| 'enum'
	| 'format'
	| 'pattern'
	| 'length'
	| 'range'
	| 'unique'
	| 'status'
	| 'body';

export interface Finding {
	/** Where: `query 'sort'`, `200 body[3].codes[0].code`, `status`. */
	place: string;
	rule: Rule;
	/** The rest of the sentence that starts with the place. */
	says: string;
	value: unknown;
	/** A property nobody names, in a schema that does not forbid more: a problem in a request only. */
	tolerable?: boolean;
}

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value;
}

export const shown = (value: unknown): string => {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

export const otherType = (place: string, wanted: string, value: unknown): Finding =>
	value === null
		? { place, rule: 'null', says: `must be ${wanted}, not null`, value }
		: {
				place,
				rule: 'type',
				says: `must be ${wanted} (is ${kindOf(value)} ${shown(value)})`,
				value,
			};
