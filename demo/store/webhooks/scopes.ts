/** The groups of events that hooks may name (API notes 5.7). */
const GROUPS = new Set([
	'order',
	'shipment',
	'cart',
	'customer',
	'subscriber',
	'product',
	'sku',
	'variant',
	'category',
	'brand',
	'option',
	'modifier',
	'inventory',
	'channel',
	'priceList',
	'priceLists',
	'information',
	'app',
	'metafield',
	'store',
	'redirects',
	'hook',
	'company',
	'quote',
	'superadmin',
]);

/** `*` ends a scope only where a list of events allows it (API notes 5.7). */
const WILDCARDS = new Set([
	'store/cart/*',
	'store/cart/lineItem/*',
	'store/category/*',
	'store/customer/*',
	'store/customer/address/*',
	'store/order/*',
	'store/product/*',
	'store/product/metafield/*',
	'store/product/variant/metafield/*',
	'store/shipment/*',
	'store/sku/*',
	'store/subscriber/*',
	'store/brand/metafield/*',
	'store/metafield/*',
	'store/inventory/location/metafield/*',
	'store/channel/*',
	'store/priceList/records/*',
]);

export function isKnownScope(scope: string): boolean {
	const parts = scope.split('/');
	if (parts[0] !== 'store' || parts.length < 3 || !GROUPS.has(parts[1] ?? '')) return false;
	if (parts.some((part) => !/^(\*|[A-Za-z0-9_]+)$/.test(part))) return false;
	if (parts[1] === 'channel' && parts.length > 3) return true;
	return !scope.includes('*') || WILDCARDS.has(scope);
}

export const scopeMatches = (hookScope: string, eventScope: string): boolean =>
	hookScope.endsWith('/*')
		? eventScope.startsWith(hookScope.slice(0, -1))
		: hookScope === eventScope;
