import { holdsSent } from '../../api/holdsSent';
import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { readOrWalk } from '../../api/readOrWalk';
import { findByName } from '../byName';
import { createOrFind, createRecord, type CreatedOrFound, type Records } from '../records';

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
	task: 'list the brands',
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

export function checkBrandName(text: string, label = 'Name'): string {
	const name = text.trim();
	if (name !== '' && name.length <= LONGEST) return name;
	throw new InputError(
		name ? `'${label}' has ${name.length} characters` : `'${label}' is empty`,
		`Give '${label}' 1 to ${LONGEST} characters, such as Northpine.`,
	);
}

/** The brand of this name, whatever its case. */
export const findBrand = async (client: Client, name: string) =>
	await findByName<Brand>(client, { ...brands, task: `look for the brand ${name}` }, name);

/** What a brand may say besides its name. A new one says no more than what was sent. */
const DETAILS = ['page_title', 'meta_description', 'search_keywords', 'image_url'] as const;

/** Creates a brand once; one that was there before is not taken for it. */
export const createNewBrand = async (
	client: Client,
	body: Partial<Brand> & { name: string },
): Promise<Brand> =>
	await createRecord<Brand>(
		client,
		brands,
		body,
		async () => await findBrand(client, body.name),
		(found) => holdsSent(found, body) && DETAILS.every((field) => body[field] || !found[field]),
	);

/** Creates the brand, or answers the one that somebody else made of this name meanwhile. */
export const createBrand = async (
	client: Client,
	body: Partial<Brand> & { name: string },
): Promise<CreatedOrFound<Brand>> => {
	return await createOrFind(
		async () => await createNewBrand(client, body),
		async () => await findBrand(client, body.name),
	);
};

/** Ids of brands by name in lower case, found or being looked for; undefined where the store has none. */
const known = (client: Client) =>
	client.once('brands by name', () => new Map<string, Promise<number | undefined>>());

const nameKey = (name: string) => name.trim().toLowerCase();

/** Looks for many brands together: by one walk of all of them, where that is shorter than a request for each name. */
export async function learnBrands(client: Client, names: Iterable<string>): Promise<void> {
	const ids = known(client);
	const wanted = new Map(
		[...names].map((name) => [nameKey(name), name] as const).filter(([key]) => !ids.has(key)),
	);
	// A single one is found as soon as it is asked for.
	if (wanted.size < 2) return;
	const found = new Map<string, number>();
	await readOrWalk<Pick<Brand, 'id' | 'name'>>(client, brands, {
		query: { include_fields: 'name' },
		filters: [...wanted.values()].map((name) => ({ 'name:like': name })),
		take: ({ id, name }) => {
			const key = nameKey(name);
			if (wanted.has(key) && !found.has(key)) found.set(key, id);
		},
	});
	for (const key of wanted.keys()) ids.set(key, Promise.resolve(found.get(key)));
}

/**
 * The id of the brand with this name, whatever its case; undefined where there is none and none shall be created. A
 * name is looked for once a run, and created once, however many items ask for it.
 */
export async function ensureBrand(
	client: Client,
	name: string,
	{ create }: { create: boolean },
): Promise<number | undefined> {
	const wanted = checkBrandName(name, 'Brand');
	const key = nameKey(wanted);
	const ids = known(client);
	const found = ids.get(key) ?? findBrand(client, wanted).then((brand) => brand?.id);
	const ensured = create
		? found.then(async (id) => id ?? (await createBrand(client, { name: wanted })).record.id)
		: found;
	ids.set(key, ensured);
	// A later item may try again.
	ensured.catch(() => ids.delete(key));
	return await ensured;
}
