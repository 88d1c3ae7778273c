/** v2 speaks XML unless JSON is asked for (API notes 1.13): a document of the same record. */
export function xmlDocument(root: string, value: unknown): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`;
}

const escape = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const elementName = (name: string): string =>
	name.replace(/[^A-Za-z0-9_.-]/g, '_').replace(/^([^A-Za-z_])/, '_$1');

const singular = (name: string): string => {
	if (/(uses|sses|xes)$/.test(name)) return name.slice(0, -2);
	if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
	return name.endsWith('s') ? name.slice(0, -1) : 'item';
};

function element(rawName: string, value: unknown): string {
	const name = elementName(rawName);
	if (value === null || value === undefined || value === '') return `<${name}/>`;
	if (Array.isArray(value)) {
		return `<${name}>${value.map((entry) => element(singular(name), entry)).join('')}</${name}>`;
	}
	if (typeof value === 'object') {
		return `<${name}>${Object.entries(value)
			.map(([key, entry]) => element(key, entry))
			.join('')}</${name}>`;
	}
	return `<${name}>${escape(String(value))}</${name}>`;
}

/** The name of a document's root: the collection of the path, in the singular where it is one record. */
export function rootName(path: string, value: unknown, failed: boolean): string {
	if (failed) return 'errors';
	const words = path.split('/').filter((part) => part !== '' && !/^(v2|\d+)$/.test(part));
	const last = words[words.length - 1] ?? 'response';
	return Array.isArray(value) ? last : singular(last) === 'item' ? last : singular(last);
}
