import { isPlain } from './values';

/** What a value of the form comes to for an item's json. */
export type FromItem = (json: object | undefined) => unknown;

/** `{{ $json.sku }}` or `{{ $json["item no"] }}`: one field of the item, and nothing else. */
const ONE_FIELD = /^=\{\{\s*\$json(?:\.([A-Za-z_]\w*)|\[(?:"([^"\\]+)"|'([^'\\]+)')\])\s*\}\}$/;

/** `{{ $json.event?.key }}`: a field of a field, where both are there. */
const INNER_FIELD = /^=\{\{\s*\$json\.([A-Za-z_]\w*)\?\.([A-Za-z_]\w*)\s*\}\}$/;

const ownField = (json: object | undefined, name: string): unknown =>
	json && Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined;

/** What is no plain object, such as a text, has more than its own fields, which its prototype knows. */
function innerField(outer: unknown, name: string): unknown {
	if (outer === undefined || outer === null) return undefined;
	return isPlain(outer) ? ownField(outer, name) : (outer as Record<string, unknown>)[name];
}

/**
 * How a value follows from an item whose fields it names one by one, at any depth of a collection; undefined where it
 * takes n8n's own evaluation, which is exact for every expression and needs a millisecond for each of them and each item.
 */
export function fromItem(value: unknown): FromItem | undefined {
	if (typeof value === 'string' && value.startsWith('=')) {
		const [, outer, inner] = INNER_FIELD.exec(value) ?? [];
		if (outer && inner) return (json) => innerField(ownField(json, outer), inner);
		const name = ONE_FIELD.exec(value)
			?.slice(1)
			.find((group) => group !== undefined);
		return name === undefined ? undefined : (json) => ownField(json, name);
	}
	if (typeof value !== 'object' || value === null) return () => value;
	const parts: Array<[string, FromItem]> = [];
	for (const [key, inner] of Object.entries(value)) {
		const part = fromItem(inner);
		if (!part) return undefined;
		parts.push([key, part]);
	}
	if (Array.isArray(value)) return (json) => parts.map(([, part]) => part(json));
	return (json) => Object.fromEntries(parts.map(([key, part]) => [key, part(json)]));
}
