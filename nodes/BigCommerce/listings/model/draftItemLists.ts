import { fromJson } from '../../operation/apiBody';
import { asText, choicesOf, isBlank, isPlain, only } from '../../operation/values';
import { InputError } from '../../api/inputError';
import { toNames } from '../../store/catalog/categoryPaths';
import type { PermissionSet } from '../../store/metafields/metafields';
import { toDescription, toKey, toNamespace, toValue } from '../../store/metafields/metafieldTexts';
import { entriesInText, imagesInText, pairsInText } from './listTexts';

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

function unreadable(label: string, found: unknown, example: string): never {
	throw new InputError(
		`'${label}' holds ${JSON.stringify(found)}, which cannot be read`,
		`Give '${label}' as in ${example}.`,
	);
}

/** A list or an object as it is, or written as JSON; every other text stays a text. */
const parsed = (given: unknown, label: string): unknown =>
	typeof given === 'string' && /^\s*[[{]/.test(given)
		? fromJson(given, label, '{"Size": "M"}')
		: given;

const textIn = (given: unknown, label: string) =>
	isBlank(given) ? undefined : asText(given, label);

/** Rows of `{ name, value }`, the same as an object, or a text: `Size: M; Color: Red`. */
function pairsOf(
	given: unknown,
	label: string,
	{ example, isList }: { example: string; isList: boolean },
): Array<[string, unknown]> {
	const value = parsed(given, label);
	if (isBlank(value)) return [];
	if (typeof value === 'string') {
		const pairs = pairsInText(value, { isList }) ?? unreadable(label, value, example);
		return pairs.map(([name, values]) => [name, values]);
	}
	const rows: unknown[] = Array.isArray(value) ? value : [value];
	return rows.flatMap((row): Array<[string, unknown]> => {
		if (!isPlain(row)) return unreadable(label, row, example);
		const name = row.name ?? row.option_display_name;
		const isLabelled = 'value' in row || 'label' in row || 'values' in row;
		return name !== undefined && isLabelled
			? [[asText(name, label), row.value ?? row.label ?? row.values]]
			: Object.entries(row).map(([key, entry]) => [key.trim(), entry]);
	});
}

export function toOptions(given: unknown, label: string): GivenOptions {
	const options = new Map<string, string[]>();
	const pairs = pairsOf(given, label, { example: 'Size: M; Color: Red', isList: true });
	for (const [name, value] of pairs) {
		const labels = [value].flat().flatMap((one) => textIn(one, label) ?? []);
		const trimmed = name.trim();
		options.set(trimmed, [...new Set([...(options.get(trimmed) ?? []), ...labels])]);
	}
	return options;
}

/** An empty value is a field that the product does not have. */
export const toCustomFields = (given: unknown, label: string): NamedValue[] =>
	pairsOf(given, label, { example: 'Material: Linen; Care: Wash cold', isList: false }).flatMap(
		([field, value]) => {
			const [name, text] = [field.trim(), textIn(value, label)];
			return name && text ? [{ name, value: text }] : [];
		},
	);

/** The entries of a list, or the only one; a text is split by `split`. */
function listOf(given: unknown, label: string, split: (text: string) => unknown[]): unknown[] {
	const value = parsed(given, label);
	if (typeof value === 'string') return split(value);
	return Array.isArray(value) ? (value as unknown[]) : isBlank(value) ? [] : [value];
}

const IMAGES_EXAMPLE = 'https://shop.example/mug.jpg; https://shop.example/mug-2.jpg';

export function toImages(given: unknown, label: string): GivenImage[] {
	const images = listOf(given, label, imagesInText).map((entry): GivenImage => {
		const url = textIn(isPlain(entry) ? (entry.url ?? entry.image_url) : entry, label);
		if (!url || !/^https?:\/\/\S+$/i.test(url))
			return unreadable(label, isPlain(entry) && url ? url : entry, IMAGES_EXAMPLE);
		const description = isPlain(entry) ? textIn(entry.description, label) : undefined;
		return { url, ...(description && { description }) };
	});
	return [...new Map(images.map((image) => [image.url, image])).values()];
}

/** Paths such as `Kitchen/Mugs`; a comma may be part of a name. What is no path is refused here, before anything is written. */
export const toCategories = (given: unknown, label: string): string[] => {
	const paths = listOf(given, label, entriesInText).map(
		(entry) => textIn(entry, label) ?? unreadable(label, entry, 'Kitchen/Mugs; Gifts'),
	);
	for (const path of paths) toNames(path, label);
	return [...new Set(paths)];
};

const METAFIELDS_EXAMPLE =
	'supplier.code: A-17, or [{ "namespace": "supplier", "key": "code", "value": "A-17" }]';
const PERMISSIONS = choicesOf(
	(
		[
			'app_only',
			'read',
			'write',
			'read_and_sf_access',
			'write_and_sf_access',
		] satisfies PermissionSet[]
	).map((value) => ({ name: value, value })),
	'Permission Set',
);

function toPermission(given: unknown): PermissionSet | undefined {
	if (isBlank(given)) return undefined;
	const choice = PERMISSIONS.of(given);
	if (choice === undefined) throw PERMISSIONS.refuse(given);
	return choice as PermissionSet;
}

/** `supplier.code: A-17` is the metafield `code` in the namespace `supplier`. */
const metafieldsInText = (text: string, label: string): unknown[] =>
	pairsOf(text, label, { example: METAFIELDS_EXAMPLE, isList: false }).map(([name, value]) => {
		const [namespace = '', ...key] = name.split('.');
		if (key.length === 0) return unreadable(label, name, METAFIELDS_EXAMPLE);
		return { namespace, key: key.join('.'), value: only(value) };
	});

export const toMetafields = (given: unknown, label: string): GivenMetafield[] =>
	listOf(given, label, (text) => metafieldsInText(text, label)).map((entry) => {
		if (!isPlain(entry)) return unreadable(label, entry, METAFIELDS_EXAMPLE);
		const { namespace, key, value, description, permissionSet, permission_set } = entry;
		const permission = toPermission(permissionSet ?? permission_set);
		return {
			namespace: toNamespace(asText(namespace, 'Namespace')),
			key: toKey(asText(key, 'Key')),
			value: toValue(value),
			...(permission && { permission_set: permission }),
			...(!isBlank(description) && { description: toDescription(description) }),
		};
	});
