import type { Client } from '../../api/client';
import { perRun } from '../../operation/perRun';
import { createBrand, findBrand, toBrandName } from './brands';

/** Ids of brands by name in lower case, found or being looked for; undefined where the store has none. */
const known = perRun(() => new Map<string, Promise<number | undefined>>());

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
	const key = wanted.toLowerCase();
	const brands = known(client);
	const found = brands.get(key) ?? findBrand(client, wanted).then((brand) => brand?.id);
	const ensured = create
		? found.then(async (id) => id ?? (await createBrand(client, { name: wanted })).record.id)
		: found;
	brands.set(key, ensured);
	// A later item may try again.
	ensured.catch(() => brands.delete(key));
	return await ensured;
}
