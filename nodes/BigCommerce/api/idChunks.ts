/** No cap on `id:in` is documented, but a URL may have 1,024 characters (API notes 1.5). */
const MOST_VALUES = 100;
/** What is left of the URL beside the address and the other filters; a comma takes three characters. */
export const MOST_CHARACTERS = 600;
const COMMA = '%2C'.length;

/** Splits ids or SKUs so that each part fits one `id:in` or `sku:in`; each value once. */
export function idChunks<Value extends number | string>(
	values: Iterable<Value>,
	most = MOST_CHARACTERS,
): Value[][] {
	const chunks: Value[][] = [];
	let characters = 0;
	for (const value of new Set(values)) {
		const length = encodeURIComponent(value).length + COMMA;
		const chunk = chunks.at(-1);
		if (!chunk || chunk.length >= MOST_VALUES || characters + length > most) {
			chunks.push([value]);
			characters = length;
		} else {
			chunk.push(value);
			characters += length;
		}
	}
	return chunks;
}
