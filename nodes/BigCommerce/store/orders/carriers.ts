/** How a carrier stands on a shipment (orders.v2.oas2.yml, "Create Order Shipment"). */
export interface Carrier {
	/** One of BigCommerce's own providers; empty rather than left out, which would mean "custom" and no link (facts 13). */
	shipping_provider: string;
	/** AfterShip's short name of a courier, for those that BigCommerce has no provider for. */
	tracking_carrier: string;
	/** The name as it was written, where neither list knows it. */
	name?: string;
}

/** BigCommerce's providers, each with the ways in which people write it; spaces and signs are taken off. */
const PROVIDERS: Record<string, readonly string[]> = {
	auspost: ['auspost', 'australiapost', 'auspostal'],
	canadapost: ['canadapost', 'postescanada', 'canadapostpostescanada'],
	endicia: ['endicia'],
	fedex: ['fedex', 'federalexpress', 'fedexground', 'fedexexpress', 'fedexhomedelivery'],
	royalmail: ['royalmail'],
	shipperhq: ['shipperhq'],
	ups: ['ups', 'unitedparcelservice', 'upsground'],
	upsonline: ['upsonline', 'upsonlinetools'],
	upsready: ['upsready'],
	usps: ['usps', 'uspostalservice', 'unitedstatespostalservice', 'uspostal'],
};

/** Couriers that warehouses often name, by AfterShip's short names. */
const COURIERS: Record<string, readonly string[]> = {
	'an-post': ['anpost'],
	aramex: ['aramex'],
	bpost: ['bpost'],
	'chronopost-france': ['chronopost'],
	'deutsch-post': ['deutschepost'],
	dhl: ['dhl', 'dhlexpress', 'dhlworldwide'],
	'dhl-germany': ['dhlgermany', 'deutschepostdhl', 'dhlpaket'],
	'dhl-global-mail': ['dhlecommerce', 'dhlglobalmail'],
	dpd: ['dpd'],
	'dpd-uk': ['dpduk'],
	gls: ['gls'],
	'la-poste-colissimo': ['colissimo', 'laposte'],
	lasership: ['lasership'],
	'myhermes-uk': ['evri', 'hermesuk', 'myhermes'],
	'new-zealand-post': ['newzealandpost', 'nzpost'],
	ontrac: ['ontrac'],
	'parcel-force': ['parcelforce', 'parcelforceworldwide'],
	postnl: ['postnl'],
	purolator: ['purolator'],
	'sf-express': ['sfexpress'],
	'swiss-post': ['swisspost'],
	tnt: ['tnt', 'tntexpress'],
	yodel: ['yodel'],
};

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

const namedBy = (names: Record<string, readonly string[]>, written: string) =>
	Object.keys(names).find(
		(value) => names[value]?.includes(written) || lettersOf(value) === written,
	);

/** A third-party provider of the store's own (orders.v2.oas2.yml, shipping_provider_custom). */
const isOwnProvider = (text: string) => /^carrier_\d+$/.test(text);
/** Written the way AfterShip writes its short names: most likely one that is not in the list above. */
const isShortName = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** "UPS", "Royal Mail", "DHL Express", `dpd-uk` and the like; undefined when nothing was given. */
export function toCarrier(given: unknown): Carrier | undefined {
	const text = String(given ?? '').trim();
	if (!text) return undefined;
	if (isOwnProvider(text)) return { shipping_provider: text, tracking_carrier: '' };
	const written = lettersOf(text);
	const provider = namedBy(PROVIDERS, written);
	if (provider) return { shipping_provider: provider, tracking_carrier: '' };
	const courier = namedBy(COURIERS, written) ?? (isShortName(text) ? text : undefined);
	return {
		shipping_provider: '',
		tracking_carrier: courier ?? '',
		...(!courier && { name: text }),
	};
}

/** BigCommerce writes "custom" where no provider was given (facts 13). */
const providerOf = ({ shipping_provider }: Carrier) =>
	shipping_provider === 'custom' ? '' : (shipping_provider ?? '');

/** Whether a shipment has this carrier; what the store fills in beside a provider of its own does not count. */
export const hasCarrier = (present: Carrier, wanted: Carrier) =>
	wanted.shipping_provider
		? providerOf(present) === wanted.shipping_provider
		: providerOf(present) === '' && (present.tracking_carrier ?? '') === wanted.tracking_carrier;
