/** How a carrier stands on a shipment (API notes 4.11). */
export interface Carrier {
	/** One of BigCommerce's own providers; empty rather than left out, which would mean "custom" and no link. */
	shipping_provider: string;
	/** AfterShip's short name of a courier, for those that BigCommerce has no provider for. */
	tracking_carrier: string;
}

/** A carrier as somebody wrote it, with what there was beside its name. */
export interface WrittenCarrier extends Carrier {
	/** Its service, or the whole text where neither list knows the carrier: free text, which the method is. */
	method?: string;
}

/** BigCommerce's providers, each with the ways in which people write it; spaces and signs are taken off. */
const PROVIDERS: Record<string, readonly string[]> = {
	auspost: ['auspost', 'australiapost', 'auspostal'],
	canadapost: ['canadapost', 'postescanada', 'canadapostpostescanada'],
	endicia: ['endicia'],
	fedex: ['fedex', 'federalexpress'],
	royalmail: ['royalmail'],
	shipperhq: ['shipperhq'],
	ups: ['ups', 'unitedparcelservice'],
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

/** Words of the longest name. */
const LONGEST_NAME = 6;

type CarrierNames = Record<string, readonly string[]>;

const spellingsOf = (names: CarrierNames, value: string) => [
	lettersOf(value),
	...(names[value] ?? []),
];

const namedBy = (names: CarrierNames, written: string) =>
	Object.keys(names).find((value) => spellingsOf(names, value).includes(written));

/** A third-party provider of the store's own (API notes 4.11). */
const isOwnProvider = (text: string) => /^carrier_\d+$/.test(text);
/** Written the way AfterShip writes its short names: most likely one that is not in the list above. */
const isShortName = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

const provided = (shipping_provider: string): Carrier => ({
	shipping_provider,
	tracking_carrier: '',
});
const carriedBy = (tracking_carrier: string): Carrier => ({
	shipping_provider: '',
	tracking_carrier,
});

function carrierNamed(written: string): { carrier: Carrier; spellings: string[] } | undefined {
	const provider = namedBy(PROVIDERS, written);
	if (provider) return { carrier: provided(provider), spellings: spellingsOf(PROVIDERS, provider) };
	const courier = namedBy(COURIERS, written);
	return courier
		? { carrier: carriedBy(courier), spellings: spellingsOf(COURIERS, courier) }
		: undefined;
}

/**
 * "FedEx 2Day" is a carrier and its service. The longest name at the front says which carrier it is, and what follows
 * the shortest of that carrier's names is the service: "DHL Express Worldwide" goes by "Express Worldwide".
 */
function withService(text: string): WrittenCarrier | undefined {
	const words = [...text.matchAll(/[a-z0-9]+/gi)].slice(0, LONGEST_NAME);
	const leading = words.map((word, index) => ({
		letters: lettersOf(words.slice(0, index + 1).join('')),
		end: word.index + word[0].length,
	}));
	const named = [...leading].reverse().flatMap(({ letters }) => carrierNamed(letters) ?? [])[0];
	const name = leading.find(({ letters }) => named?.spellings.includes(letters));
	if (!named || !name) return undefined;
	const service = text.slice(name.end).replace(/^[^\p{L}\p{N}(]+/u, '');
	return { ...named.carrier, method: service };
}

/** "UPS", "Royal Mail 48", "DHL Express", `dpd-uk` and the like; undefined when nothing was given. */
export function toCarrier(given = ''): WrittenCarrier | undefined {
	const text = given.trim();
	if (!text) return undefined;
	if (isOwnProvider(text)) return provided(text);
	const known = carrierNamed(lettersOf(text));
	if (known) return known.carrier;
	if (isShortName(text)) return carriedBy(text);
	return withService(text) ?? { ...carriedBy(''), method: text };
}

/** BigCommerce writes "custom" where no provider was given (API notes 4.11). */
export const providerOf = ({ shipping_provider }: Pick<Carrier, 'shipping_provider'>) =>
	shipping_provider === 'custom' ? '' : (shipping_provider ?? '');

/** Whether a shipment has this carrier; what the store fills in beside a provider of its own does not count. */
export const hasCarrier = (present: Carrier, wanted: Carrier) =>
	wanted.shipping_provider
		? providerOf(present) === wanted.shipping_provider
		: providerOf(present) === '' && (present.tracking_carrier ?? '') === wanted.tracking_carrier;
