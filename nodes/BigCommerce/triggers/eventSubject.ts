import { camelCase } from '../api/values';

/** What an event is about: `resourceId` is null where it names none. */
export interface Subject {
	resource: string;
	resourceId: number | string | null;
	/** Further ids that the event names: orderId, variantId, newStatusId … */
	ids: Record<string, number | string>;
}

/** Where the first word of a scope does not name the record that the event is about (API notes 5.5, 5.6). */
const RESOURCES: Record<string, string> = {
	'cart/lineItem': 'cartLineItem',
	'category/product': 'product',
	'company/address': 'companyAddress',
	'company/user': 'companyUser',
	'customer/address': 'customerAddress',
	'inventory/location': 'location',
	'inventory/product': 'product',
};

/** What a record's own id is called where neither `id` nor the record's name is used. */
const OWN_IDS: Record<string, string> = {
	cart: 'token',
	cartLineItem: 'cartItemId',
	categoryTree: 'treeId',
	companyAddress: 'addressId',
	companyUser: 'userId',
	script: 'uuid',
	superadmin: 'userId',
};

interface Path {
	/** Of an event in one channel. */
	channelId?: number;
	resource: string;
	/** Whether one word alone follows the resource's name: what happened to the record itself. */
	isOwn: boolean;
}

/** `store/order/created` is about an order, and so is `store/channel/5/order/created`. */
function pathOf(scope: string): Path {
	const [, ...all] = scope.split('/');
	const ofChannel = all.length > 2 && all[0] === 'channel' && /^(\d+|\*)$/.test(all[1] ?? '');
	const words = ofChannel ? all.slice(2) : all;
	const [first = '', second = ''] = words;
	const channel = ofChannel && all[1] !== '*' ? { channelId: Number(all[1]) } : {};
	const metafield = words.indexOf('metafield');
	if (metafield >= 0)
		return { ...channel, resource: 'metafield', isOwn: words.length === metafield + 2 };
	const mapped = RESOURCES[`${first}/${second}`];
	// The v3 API knows variants alone; "sku" is their name of old.
	const resource = mapped ?? (first === 'sku' ? 'variant' : first);
	return { ...channel, resource, isOwn: words.length === (mapped ? 3 : 2) };
}

/** Whether the event tells of the record itself, rather than of something in it: a message, a refund, stock. */
export const isAboutItself = (scope: string) => pathOf(scope).isOwn;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some events write numbers as text. */
function idIn(value: unknown): number | string | undefined {
	if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
	return typeof value === 'number' || (typeof value === 'string' && value !== '')
		? value
		: undefined;
}

/** Ids stand beside each other or one level down, as `order_id` or `orderId`: all become `orderId`. */
function idsIn(data: Record<string, unknown>): Record<string, number | string> {
	const ids: Record<string, number | string> = {};
	for (const part of [...Object.values(data).filter(isRecord), data]) {
		for (const [name, value] of Object.entries(part)) {
			const id = idIn(value);
			if (/(_id|[a-z]Id)$|^(token|uuid)$/.test(name) && id !== undefined) ids[camelCase(name)] = id;
		}
	}
	return ids;
}

export function subjectOf(scope: string, data: Record<string, unknown>): Subject {
	const { resource, channelId } = pathOf(scope);
	const { resourceId: ownerId, ...named } = idsIn(data);
	const ids: Subject['ids'] = { ...(channelId !== undefined && { channelId }), ...named };
	const byName = ids[`${resource}Id`] ?? ids[OWN_IDS[resource] ?? ''];
	// The id of a sku event is not that of the variant, which stands one level down.
	const own = resource === 'variant' ? (byName ?? idIn(data.id)) : (idIn(data.id) ?? byName);
	return {
		resource,
		resourceId: own ?? null,
		// What a metafield belongs to is called resource_id by the API, and would be taken for the metafield here.
		ids: ownerId === undefined ? ids : { ...ids, ownerId },
	};
}
