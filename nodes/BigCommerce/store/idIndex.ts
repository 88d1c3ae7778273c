import type { Client, Query } from '../api/client';
import type { Collection } from '../api/pagination';
import { readOrWalk } from '../api/readOrWalk';
import { skuKey } from './sku';

/**
 * Of a list that was walked through so many are kept for the chunks of a run that are to come, whatever its size. In a
 * larger one a chunk is looked up by its SKUs in fewer requests than a walk takes.
 */
export const MOST_KEPT = 200_000;

interface Searched {
	list: Collection;
	/** What the records are known by; no two of a list have the same, whatever its case. */
	field: 'sku' | 'name';
	/** How the list is asked for some of them. */
	filtersFor: (values: readonly string[]) => Query[];
}

/**
 * Ids by SKU or name in one list of the catalogue, in the fewest requests. Where that was one walk of the whole list,
 * nothing is asked again.
 */
export class IdIndex {
	private readonly client: Client;
	private readonly searched: Searched;
	private readonly ids = new Map<string, number>();
	private isWhole = false;

	constructor(client: Client, searched: Searched) {
		this.client = client;
		this.searched = searched;
	}

	/** Makes these known, and lets go of earlier ones unless all there are were seen. */
	async learn(values: readonly string[]): Promise<void> {
		if (this.isWhole) return;
		this.ids.clear();
		const wanted = new Map(values.map((value) => [skuKey(value), value.trim()]));
		if (wanted.size === 0) return;
		const { list, field, filtersFor } = this.searched;
		let all = true;
		const walked = await readOrWalk<{ id: number } & Record<typeof field, string>>(
			this.client,
			list,
			{
				query: { include_fields: field },
				filters: filtersFor([...wanted.values()]),
				take: (row) => {
					const key = skuKey(row[field]);
					if (this.ids.size < MOST_KEPT || wanted.has(key)) this.ids.set(key, row.id);
					else all = false;
				},
			},
		);
		this.isWhole = walked && all;
	}

	find(value: string): number | undefined {
		return this.ids.get(skuKey(value));
	}

	/** A record that was created since. */
	add(value: string, id: number): void {
		this.ids.set(skuKey(value), id);
	}

	/** Some may be called otherwise now: what was seen does not hold any more. */
	forget(): void {
		this.isWhole = false;
	}
}
