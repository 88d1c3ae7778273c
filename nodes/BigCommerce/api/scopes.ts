/** An OAuth scope as the control panel names it, and what it is called in a token (API notes 1.2). */
export interface Scope {
	label: string;
	parameter: string;
}

const scopes = {
	products: { label: 'Products', parameter: 'store_v2_products' },
	inventory: { label: 'Store Inventory', parameter: 'store_inventory' },
	locations: { label: 'Store Locations', parameter: 'store_locations' },
	orders: { label: 'Orders', parameter: 'store_v2_orders' },
	transactions: { label: 'Order Transactions', parameter: 'store_v2_transactions' },
	customers: { label: 'Customers', parameter: 'store_v2_customers' },
	marketing: { label: 'Marketing', parameter: 'store_v2_marketing' },
	information: { label: 'Information & Settings', parameter: 'store_v2_information' },
	carts: { label: 'Carts', parameter: 'store_cart' },
	channels: { label: 'Channel Settings', parameter: 'store_channel_settings' },
	channelListings: { label: 'Channel Listings', parameter: 'store_channel_listings' },
} satisfies Record<string, Scope>;

/** `orders:read` is satisfied by read-only or modify access, `orders:modify` by modify alone. */
export type ScopeNeed = `${keyof typeof scopes}:${'read' | 'modify'}`;

/** In the control panel's words: `Orders (read-only or modify)`. */
export function scopeInWords(need: ScopeNeed): string {
	const [name, access] = need.split(':') as [keyof typeof scopes, 'read' | 'modify'];
	return `${scopes[name].label} (${access === 'read' ? 'read-only or modify' : 'modify'})`;
}

/** The access to give: `Orders (read-only)`. */
export function accessInWords(need: ScopeNeed): string {
	const [name, access] = need.split(':') as [keyof typeof scopes, 'read' | 'modify'];
	return `${scopes[name].label} (${access === 'read' ? 'read-only' : 'modify'})`;
}

/** Each scope once: modify gives read-only access, too. */
export const mergeScopes = (needs: readonly ScopeNeed[]): ScopeNeed[] =>
	[...new Set(needs)].filter(
		(need) =>
			!(need.endsWith(':read') && needs.includes(need.replace(/:read$/, ':modify') as ScopeNeed)),
	);
