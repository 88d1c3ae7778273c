import { asText } from '../../operation/values';
import { toNames } from '../../store/catalog/categoryPaths';
import type { PermissionSet } from '../../store/metafields/metafields';
import { toDescription, toKey, toNamespace, toValue } from '../../store/metafields/metafieldTexts';
import { isGiven, isRecord, parsed, toChoice, toList, toText, unreadable } from './draftItemValues';

export interface GivenImage {
	url: string;
	description?: string;
}

export interface NamedValue {
	name: string;
	value: string;
}

export interface GivenMetafield {
	namespace: string;
	key: string;
	value: string;
	permission_set?: PermissionSet;
	description?: string;
}

/** What tells variants apart: the labels of each option. One label is one variant, several are one each. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

/** Rows of `{ name, value }`, or the same as an object: `{ "Size": "M" }`. */
function pairsOf(given: unknown, field: string, example: string): Array<[string, unknown]> {
	const value = parsed(given, field);
	if (!isGiven(value)) return [];
	const rows = Array.isArray(value)
		? value
		: isRecord(value)
			? [value]
			: unreadable(field, value, example);
	return rows.flatMap((row): Array<[string, unknown]> => {
		if (!isRecord(row)) return unreadable(field, row, example);
		const name = row.name ?? row.option_display_name;
		const labelled = 'value' in row || 'label' in row || 'values' in row;
		return name !== undefined && labelled
			? [[toText(name, field) ?? '', row.value ?? row.label ?? row.values]]
			: Object.entries(row).map(([key, entry]) => [key.trim(), entry]);
	});
}

export function toOptions(given: unknown): GivenOptions {
	const options = new Map<string, string[]>();
	for (const [name, value] of pairsOf(given, 'variantOptions', '{ "Size": "M", "Color": "Red" }')) {
		const labels = [value].flat().flatMap((label) => toText(label, 'variantOptions') ?? []);
		options.set(name, [...new Set([...(options.get(name) ?? []), ...labels])]);
	}
	return options;
}

/** An empty value is a field that the product does not have. */
export const toCustomFields = (given: unknown): NamedValue[] =>
	pairsOf(given, 'customFields', '[{ "name": "Material", "value": "Linen" }]').flatMap(
		([name, value]) => {
			const text = toText(value, 'customFields');
			return name && text ? [{ name, value: text }] : [];
		},
	);

const IMAGES_EXAMPLE = 'https://shop.example/mug.jpg, https://shop.example/mug-2.jpg';

export function toImages(given: unknown): GivenImage[] {
	const images = toList(parsed(given, 'images'), /[,;]?[\s|]+|[,;](?=https?:)/).map(
		(entry): GivenImage => {
			const url = toText(isRecord(entry) ? (entry.url ?? entry.image_url) : entry, 'images');
			if (!url || !/^https?:\/\/\S+$/i.test(url))
				return unreadable('images', entry, IMAGES_EXAMPLE);
			const description = isRecord(entry) ? toText(entry.description, 'images') : undefined;
			return { url, ...(description && { description }) };
		},
	);
	return [...new Map(images.map((image) => [image.url, image])).values()];
}

/** Paths such as `Kitchen/Mugs`; a comma may be part of a name. What is no path is refused here, before anything is written. */
export const toCategories = (given: unknown): string[] => {
	const paths = toList(parsed(given, 'categories'), /[\n;|]/).map(
		(entry) =>
			toText(entry, 'categories') ?? unreadable('categories', entry, 'Kitchen/Mugs; Gifts'),
	);
	for (const path of paths) toNames(path, 'Categories');
	return [...new Set(paths)];
};

const METAFIELDS_EXAMPLE = '[{ "namespace": "supplier", "key": "code", "value": "A-17" }]';
const PERMISSIONS = [
	'app_only',
	'read',
	'write',
	'read_and_sf_access',
	'write_and_sf_access',
] as const satisfies PermissionSet[];

export const toMetafields = (given: unknown): GivenMetafield[] =>
	toList(parsed(given, 'metafields'), /\n/).map((entry) => {
		if (!isRecord(entry)) return unreadable('metafields', entry, METAFIELDS_EXAMPLE);
		const { namespace, key, value, description, permissionSet, permission_set } = entry;
		const permission = toChoice(permissionSet ?? permission_set, 'permissionSet', PERMISSIONS);
		return {
			namespace: toNamespace(asText(namespace, 'Namespace')),
			key: toKey(asText(key, 'Key')),
			value: toValue(value),
			...(permission && { permission_set: permission }),
			...(isGiven(description) && { description: toDescription(description) }),
		};
	});
