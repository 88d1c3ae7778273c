/**
 * Lists as texts, for tables: `Color: Moss; Size: M | L`. A part that holds one of these signs stands in double quotes,
 * and a quote within is doubled.
 */

/** A name, and its values. */
export type TextPair = readonly [name: string, values: readonly string[]];

const isPlainPart = (text: string) => !/[;|\n]|^\s*["[{]/.test(text);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const part = (text: string) => (isPlainPart(text) ? text : quoted(text));
const nameOf = (text: string) => (isPlainPart(text) && !text.includes(':') ? text : quoted(text));

export const pairsToText = (pairs: readonly TextPair[]): string =>
	pairs.map(([name, values]) => `${nameOf(name)}: ${values.map(part).join(' | ')}`).join('; ');

export const entriesToText = (entries: readonly string[]): string => entries.map(part).join('; ');

interface TextImage {
	url: string;
	description?: string | null;
}

/** An address as it stands between others. */
const isPlainAddress = (url: string) =>
	/^[^\s"|]+$/.test(url) && !/[,;]$/.test(url) && !/[,;]https?:/i.test(url);

export const imagesToText = (images: readonly TextImage[]): string =>
	images
		.map(({ url, description }) =>
			[isPlainAddress(url) ? url : quoted(url), ...(description ? [quoted(description)] : [])].join(
				' ',
			),
		)
		.join('; ');

/** Takes one part of a text after the other, up to one of the signs that end it. */
class Parts {
	private readonly text: string;
	private at = 0;

	constructor(text: string) {
		this.text = text;
	}

	get isAtEnd(): boolean {
		return this.at >= this.text.length;
	}

	/** The next part without spaces around it. A quote that is not the whole part is a sign like any other. */
	next(ends: string): { text: string; end: string } {
		const inQuotes = new RegExp(`[^\\S\\n]*"((?:[^"]|"")*)"[^\\S\\n]*(?=[${ends}]|$)`, 'y');
		const plain = new RegExp(`[^${ends}]*`, 'y');
		inQuotes.lastIndex = this.at;
		const found = inQuotes.exec(this.text);
		plain.lastIndex = this.at;
		const [all] = found ?? plain.exec(this.text) ?? [''];
		this.at += all.length;
		const end = this.text.charAt(this.at);
		this.at++;
		return { text: found ? (found[1] ?? '').replaceAll('""', '"') : all.trim(), end };
	}
}

const PAIR_END = ';\\n';

/** The pairs of a text; undefined where a part of it is none. `isList` says that a value may be several. */
export function pairsInText(text: string, { isList }: { isList: boolean }): TextPair[] | undefined {
	const parts = new Parts(text);
	const pairs: TextPair[] = [];
	while (!parts.isAtEnd) {
		const name = parts.next(`:${PAIR_END}`);
		if (name.end !== ':') {
			if (name.text !== '') return undefined;
			continue;
		}
		const values: string[] = [];
		let value;
		do {
			value = parts.next(isList ? `|${PAIR_END}` : PAIR_END);
			values.push(value.text);
		} while (value.end === '|');
		pairs.push([name.text, values]);
	}
	return pairs;
}

/** The entries of a text such as `Kitchen/Mugs; Gifts`. */
export function entriesInText(text: string): string[] {
	const parts = new Parts(text);
	const entries: string[] = [];
	while (!parts.isAtEnd) entries.push(parts.next(`|${PAIR_END}`).text);
	return entries.filter((entry) => entry.trim() !== '');
}

/** Between addresses may stand spaces, commas, semicolons or lines; a text in quotes right behind one describes it. */
const IMAGE_PART = /([\s,;|]*)(?:"((?:[^"]|"")*)"|([^\s|"]+))/gy;

export function imagesInText(text: string): TextImage[] {
	const images: TextImage[] = [];
	let mayDescribe = false;
	let read = 0;
	for (const [all, before = '', inQuotes, plain = ''] of text.matchAll(IMAGE_PART)) {
		read += all.length;
		if (inQuotes !== undefined) {
			const unquoted = inQuotes.replaceAll('""', '"');
			const described: TextImage | undefined =
				mayDescribe && /^[^\S\n]+$/.test(before) ? images.at(-1) : undefined;
			if (described) described.description = unquoted;
			else images.push({ url: unquoted });
			mayDescribe = described === undefined;
			continue;
		}
		for (const url of plain.split(/[,;](?=https?:)/i))
			images.push({ url: url.replace(/[,;]$/, '') });
		mayDescribe = !/[,;]$/.test(plain);
	}
	const rest = text.slice(read).replace(/^[\s,;|]+/, '');
	return [...images.filter(({ url }) => url !== ''), ...(rest ? [{ url: rest }] : [])];
}
