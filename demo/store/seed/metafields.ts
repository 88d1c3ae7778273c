import { nextId, type StoreState } from '../state.ts';
import { hoursBefore } from './hours.ts';

/** Another app that the shop uses: what it left behind is not this token's to change. */
export const OTHER_APP = 'k2otherapp7w1m5r9t3x8';

/** The newest order and the tent carry metafields of this token and of another app, of each permission that matters. */
export function seedMetafields(state: StoreState): void {
	const order = Math.max(0, ...state.orders.keys());
	const tent = [...state.products.values()].find(({ sku }) => sku === 'NP-TENT-G2')?.id ?? 0;
	const add = (
		[resource_type, resource_id]: [string, number],
		owner_client_id: string,
		permission_set: string,
		[namespace, key, value]: [string, string, string],
	): void => {
		const id = nextId(state, 'metafield');
		const date_created = hoursBefore(state, 24 * 12 - id);
		state.metafields.set(id, {
			id,
			resource_type,
			resource_id,
			owner_client_id,
			permission_set,
			namespace,
			key,
			value,
			description: '',
			date_created,
			date_modified: date_created,
		});
	};
	const own = state.store.clientId;
	add(['order', order], own, 'app_only', ['attribution', 'creator', 'maya']);
	add(['order', order], OTHER_APP, 'read', ['erp', 'document', 'SO-20418']);
	add(['order', order], OTHER_APP, 'app_only', ['erp', 'sync_token', 'f3a1']);
	add(['product', tent], own, 'read_and_sf_access', ['spec', 'hydrostatic_head', '3000 mm']);
	add(['product', tent], OTHER_APP, 'write', ['warehouse', 'shelf', 'B-14']);
}
