import type { Client } from './client';

/** What is looked up once and serves all items: each run of a node has a client of its own. */
export function perRun<Kept>(begin: (client: Client) => Kept): (client: Client) => Kept {
	const runs = new WeakMap<Client, Kept>();
	return (client) => {
		const kept = runs.get(client) ?? begin(client);
		runs.set(client, kept);
		return kept;
	};
}
