/** What an event is about: `resourceId` is null where it names none. */
export interface Subject {
	resource: string;
	resourceId: number | string | null;
	/** Further ids that the event names: orderId, variantId, newStatusId … */
	ids: Record<string, number | string>;
}

/** Where the first word of a scope does not name the record that `data.id` belongs to (fact sheet 6.4). */
const RESOURCES: Record<string, string> = {
	'cart/lineItem': 'cartLineItem',
	'customer/address': 'customerAddress',
	'inventory/location': 'location',
	'inventory/product': 'product',
};

/** `store/order/created` is about an order, and so is `store/channel/5/order/created`. */
function resourceOf(scope: string): string {
	const [, ...words] = scope.split('/');
	const ofChannel = words[0] === 'channel' && /^(\d+|\*)$/.test(words[1] ?? '');
	const [first = '', second = ''] = ofChannel ? words.slice(2) : words;
	if (words.includes('metafield')) return 'metafield';
	// The v3 API knows variants alone; "sku" is their name of old.
	return RESOURCES[`${first}/${second}`] ?? (first === 'sku' ? 'variant' : first);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some events write numbers as text. */
function idIn(value: unknown): number | string | undefined {
	if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
	return typeof value === 'number' || (typeof value === 'string' && value !== '')
		? value
		: undefined;
}

const camelCase = (name: string) =>
	name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Ids stand beside each other or one level down, as `order_id` or `orderId`: all become `orderId`. */
function idsIn(data: Record<string, unknown>): Record<string, number | string> {
	const ids: Record<string, number | string> = {};
	for (const part of [...Object.values(data).filter(isRecord), data]) {
		for (const [name, value] of Object.entries(part)) {
			const id = idIn(value);
			if (/(_id|[a-z]Id)$/.test(name) && id !== undefined) ids[camelCase(name)] = id;
		}
	}
	return ids;
}

export function subjectOf(scope: string, data: Record<string, unknown>): Subject {
	const resource = resourceOf(scope);
	const { resourceId: ownerId, ...ids } = idsIn(data);
	const named = ids[`${resource}Id`];
	// The id of a sku event is not that of the variant, which stands one level down.
	const own = resource === 'variant' ? (named ?? idIn(data.id)) : (idIn(data.id) ?? named);
	return {
		resource,
		resourceId: own ?? null,
		// What a metafield belongs to is called resource_id by the API, and would be taken for the metafield here.
		ids: ownerId === undefined ? ids : { ...ids, ownerId },
	};
}
