import type { Client } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { InputError } from '../../api/inputError';

/** A place that holds stock (locations.v3.yml). */
export interface InventoryLocation {
	id: number;
	code: string;
	label: string;
	description: string | null;
	type_id: string;
	enabled: boolean;
	time_zone: string;
	storefront_visibility: boolean;
	managed_by_external_source: boolean;
	address?: Record<string, unknown>;
}

/** A store has 100 active locations at most (API notes 3.5). */
export const locations: Collection = {
	path: '/v3/inventory/locations',
	paging: 'v3',
	pageSize: 100,
	task: 'list the inventory locations',
	scope: 'locations:read',
};

/**
 * Turns what a form or a row says into a location's id: an id, a code, a name, or nothing for the store's default
 * location. The store is asked at most once, and only for what is not a number.
 */
export class LocationFinder {
	private readonly client: Client;
	private all?: Promise<InventoryLocation[]>;
	private standard?: Promise<number>;

	constructor(client: Client) {
		this.client = client;
	}

	async idOf(given: string | number = ''): Promise<number> {
		const text = String(given).trim();
		if (/^[1-9]\d*$/.test(text)) return Number(text);
		if (text === '') return await (this.standard ??= this.findStandard());
		const rows = await (this.all ??= list<InventoryLocation>(this.client, locations));
		const found = rows.find((location) => isCalled(location, text));
		if (found) return found.id;
		throw new InputError(
			`The store has no inventory location "${text}"`,
			`Its locations are ${rows.map(({ code, label }) => `${label} (${code})`).join(', ')}.`,
		);
	}

	private async findStandard(): Promise<number> {
		const [row] = await list<InventoryLocation>(this.client, locations, {
			query: { is_default: true },
		});
		if (row) return row.id;
		throw new InputError(
			'The store names no default inventory location',
			"Choose one under 'Location Name or ID'.",
		);
	}
}

const isCalled = ({ code, label }: InventoryLocation, text: string) =>
	[code, label].some((name) => name?.trim().toLowerCase() === text.toLowerCase());
