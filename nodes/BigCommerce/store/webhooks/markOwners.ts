import type { ScopeNeed } from '../../api/scopes';
import { plainText } from '../../api/values';

/** A record of the store on which marks can be left as metafields. */
export interface MarkOwner {
	kind: MarkOwnerKind;
	id: number | string;
}

/**
 * Where the metafields of each kind lie, without `/metafields`, and who may write them (API notes 5.10). Those of carts
 * are left out: they cannot be asked for by a list of keys.
 */
const KINDS = {
	category: { path: '/v3/catalog/categories', scope: 'products:modify' },
	customer: { path: '/v3/customers', scope: 'customers:modify' },
	order: { path: '/v3/orders', scope: 'orders:modify' },
	product: { path: '/v3/catalog/products', scope: 'products:modify' },
} satisfies Record<string, { path: string; scope: ScopeNeed }>;

export type MarkOwnerKind = keyof typeof KINDS;

export const ownerScopes: ScopeNeed[] = [
	...new Set(Object.values(KINDS).map(({ scope }) => scope)),
];

export const collectionOf = (kind: MarkOwnerKind): { path: string; scope: ScopeNeed } =>
	KINDS[kind];

const isOwnerKind = (name: string): name is MarkOwnerKind => Object.hasOwn(KINDS, name);

/** Where the record of an event has no metafields, or is told by another id, that to which it belongs has them. */
const BELONGS_TO: Record<string, { kind: MarkOwnerKind; by: string }> = {
	customerAddress: { kind: 'customer', by: 'customerId' },
	shipment: { kind: 'order', by: 'orderId' },
	variant: { kind: 'product', by: 'productId' },
};

/** The record that an event of the triggers is about; undefined where it can hold no mark. */
export function ownerIn(event: Record<string, unknown>): MarkOwner | undefined {
	const resource = plainText(event.resource);
	const { kind, by } = Object.hasOwn(BELONGS_TO, resource)
		? (BELONGS_TO[resource] as { kind: MarkOwnerKind; by: string })
		: { kind: resource, by: 'resourceId' };
	const id = event[by];
	if (!isOwnerKind(kind) || (typeof id !== 'number' && typeof id !== 'string') || id === '')
		return undefined;
	return { kind, id };
}
