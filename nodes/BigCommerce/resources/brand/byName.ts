import type { Client } from '../../api/client';
import { readOrWalk } from '../../api/readOrWalk';
import { brands, createBrand, findBrand, toBrandName, type Brand } from './brands';

/** Ids of brands by name in lower case, found or being looked for; undefined where the store has none. */
const known = (client: Client) =>
	client.once('brands by name', () => new Map<string, Promise<number | undefined>>());

const keyOf = (name: string) => name.trim().toLowerCase();

/** Looks for many brands together: by one walk of all of them, where that is shorter than a request for each name. */
export async function learnBrands(client: Client, names: Iterable<string>): Promise<void> {
	const ids = known(client);
	const wanted = new Map(
		[...names].map((name) => [keyOf(name), name] as const).filter(([key]) => !ids.has(key)),
	);
	// A single one is found as soon as it is asked for.
	if (wanted.size < 2) return;
	const found = new Map<string, number>();
	await readOrWalk<Pick<Brand, 'id' | 'name'>>(client, brands, {
		query: { include_fields: 'name' },
		filters: [...wanted.values()].map((name) => ({ 'name:like': name })),
		take: ({ id, name }) => {
			const key = keyOf(name);
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
	const wanted = toBrandName(name, 'Brand');
	const key = keyOf(wanted);
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
