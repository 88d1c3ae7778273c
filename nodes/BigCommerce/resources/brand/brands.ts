import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { asText } from '../../operation/values';
import { findByName } from '../../store/byName';
import { createOrFind, createRecord, type CreatedOrFound, type Records } from '../../store/records';

/** A brand as the API gives it (brands_catalog.v3.yml). */
export interface Brand {
	id: number;
	name: string;
	page_title: string;
	meta_description: string;
	meta_keywords: string[];
	search_keywords: string;
	image_url: string;
	custom_url: { url: string; is_customized: boolean } | null;
}

export const brands: Records = {
	path: '/v3/catalog/brands',
	paging: 'v3',
	pageSize: 250,
	doing: 'list the brands',
	noun: 'brand',
	scope: 'products:read',
	modify: 'products:modify',
};

export const simplifyBrand = (brand: Brand & { action?: string }) => ({
	id: brand.id,
	name: brand.name,
	url: brand.custom_url?.url,
	pageTitle: brand.page_title,
	metaDescription: brand.meta_description,
	metaKeywords: brand.meta_keywords,
	searchKeywords: brand.search_keywords,
	imageUrl: brand.image_url,
	...(brand.action && { action: brand.action }),
});

/** Longest name (brands_catalog.v3.yml). */
const LONGEST = 255;

export function toBrandName(given: unknown, label = 'Name'): string {
	const name = asText(given, label).trim();
	if (name !== '' && name.length <= LONGEST) return name;
	throw new InputError(
		name ? `'${label}' has ${name.length} characters` : `'${label}' is empty`,
		`Give '${label}' 1 to ${LONGEST} characters, such as Northpine.`,
	);
}

/** The brand of this name, whatever its case. */
export const findBrand = async (client: Client, name: string) =>
	await findByName<Brand>(client, { ...brands, doing: `look for the brand ${name}` }, name);

/** Creates the brand, or answers the one that somebody else made of this name meanwhile. */
export const createBrand = async (
	client: Client,
	body: Partial<Brand> & { name: string },
): Promise<CreatedOrFound<Brand>> => {
	const find = async () => await findBrand(client, body.name);
	return await createOrFind(async () => await createRecord(client, brands, body, find), find);
};
