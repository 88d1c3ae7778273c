import { list } from '../../api/pagination';
import type { Client } from '../../api/client';
import { toIso } from '../../api/values';
import type { Records } from '../records';

/** A price list as the API gives it (price_lists.v3.yml). */
export interface PriceList {
	id: number;
	name: string;
	active: boolean;
	date_created: string;
	date_modified: string;
}

export const priceLists: Records = {
	path: '/v3/pricelists',
	paging: 'cursor',
	pageSize: 250,
	task: 'list the price lists',
	noun: 'price list',
	scope: 'products:read',
	modify: 'products:modify',
};

/** Names are unique, so that the list of a lost answer is found by its own. */
export const findByName = async (client: Client, name: string): Promise<PriceList | undefined> =>
	(await list<PriceList>(client, priceLists, { query: { name }, limit: 1 })).find(
		(found) => found.name === name,
	);

export const simplifyPriceList = ({
	id,
	name,
	active,
	date_created,
	date_modified,
}: PriceList) => ({
	id,
	name,
	active,
	dateCreated: toIso(date_created),
	dateModified: toIso(date_modified),
});
