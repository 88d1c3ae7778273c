/** No cap on `id:in` is documented, but a URL may have 1,024 characters (fact sheet 3.3). */
const MOST_IDS = 100;
/** What is left of the URL beside the address and the other filters; a comma takes three characters. */
const MOST_CHARACTERS = 600;
const COMMA = '%2C'.length;

/** Splits ids so that each part fits one `id:in`; each id once. */
export function idChunks(ids: Iterable<number>): number[][] {
	const chunks: number[][] = [];
	let characters = 0;
	for (const id of new Set(ids)) {
		const length = String(id).length + COMMA;
		const chunk = chunks.at(-1);
		if (!chunk || chunk.length >= MOST_IDS || characters + length > MOST_CHARACTERS) {
			chunks.push([id]);
			characters = length;
		} else {
			chunk.push(id);
			characters += length;
		}
	}
	return chunks;
}
