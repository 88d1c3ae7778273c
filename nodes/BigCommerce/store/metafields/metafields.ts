import type { Collection } from '../../api/pagination';
import { toIso } from '../../api/values';
import type { MetafieldOwner, MetafieldRecord } from './metafieldOwners';

export type PermissionSet =
	'app_only' | 'read' | 'read_and_sf_access' | 'write' | 'write_and_sf_access';

/** A metafield as the API gives it (products_catalog.v3.yml and eight others). */
export interface Metafield {
	/** Text for those of carts. */
	id: number | string;
	namespace: string;
	key: string;
	value: string;
	permission_set: PermissionSet;
	description: string;
	resource_type: string;
	resource_id: number | string;
	owner_client_id: string;
	date_created: string;
	date_modified: string;
}

export const simplifyMetafield = (metafield: Metafield & { action?: string }) => ({
	id: metafield.id,
	namespace: metafield.namespace,
	key: metafield.key,
	value: metafield.value,
	description: metafield.description,
	permissionSet: metafield.permission_set,
	belongsTo: metafield.resource_type,
	recordId: metafield.resource_id,
	dateCreated: toIso(metafield.date_created),
	dateModified: toIso(metafield.date_modified),
	...(metafield.action && { action: metafield.action }),
});

/** The most rows of one page (API notes 2.12). */
export const PAGE = 250;

/** The metafields of all records of a kind: by cursor (API notes 2.12). */
export const metafieldsOfAll = ({ path, noun, read }: MetafieldOwner): Collection => ({
	path: `${path}/metafields`,
	paging: 'cursor',
	pageSize: PAGE,
	task: `list the metafields of all records of the kind ${noun}`,
	scope: read,
});

/** Those of one record: 250 for each app (API notes 2.12), by pages in all spec files. */
export const metafieldsOf = ({ owner, id, path }: MetafieldRecord): Collection => ({
	path: `${path}/metafields`,
	paging: 'v3',
	pageSize: PAGE,
	task: `list the metafields of the ${owner.noun} ${id}`,
	scope: owner.read,
});
