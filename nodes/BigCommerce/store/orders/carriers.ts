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

/** A carrier's name, and the other ways in which people write it. */
type CarrierNames = readonly [string, ...string[]];

/** BigCommerce's providers. */
const PROVIDERS: Record<string, CarrierNames> = {
	auspost: ['Australia Post', 'AusPostal'],
	canadapost: ['Canada Post', 'Postes Canada', 'Canada Post Postes Canada'],
	endicia: ['Endicia'],
	fedex: ['FedEx', 'Federal Express'],
	royalmail: ['Royal Mail'],
	shipperhq: ['ShipperHQ'],
	ups: ['UPS', 'United Parcel Service'],
	upsonline: ['UPS Online', 'UPS OnLine Tools'],
	upsready: ['UPS Ready'],
	usps: ['USPS', 'US Postal Service', 'United States Postal Service', 'US Postal'],
};

/** Couriers that warehouses often name, by AfterShip's short names. */
const COURIERS: Record<string, CarrierNames> = {
	'an-post': ['An Post'],
	aramex: ['Aramex'],
	bpost: ['Bpost'],
	'chronopost-france': ['Chronopost'],
	'deutsch-post': ['Deutsche Post'],
	dhl: ['DHL', 'DHL Express', 'DHL Worldwide'],
	'dhl-germany': ['DHL Germany', 'Deutsche Post DHL', 'DHL Paket'],
	'dhl-global-mail': ['DHL eCommerce', 'DHL Global Mail'],
	dpd: ['DPD'],
	'dpd-uk': ['DPD UK'],
	gls: ['GLS'],
	'la-poste-colissimo': ['Colissimo', 'La Poste'],
	lasership: ['LaserShip'],
	'myhermes-uk': ['Evri', 'Hermes UK', 'myHermes'],
	'new-zealand-post': ['New Zealand Post', 'NZ Post'],
	ontrac: ['OnTrac'],
	'parcel-force': ['Parcelforce', 'Parcelforce Worldwide'],
	postnl: ['PostNL'],
	purolator: ['Purolator'],
	'sf-express': ['SF Express'],
	'swiss-post': ['Swiss Post'],
	tnt: ['TNT', 'TNT Express'],
	yodel: ['Yodel'],
};

/** All carriers that are known by name; a shipment may have any other. */
export const carriers = Object.entries({ ...PROVIDERS, ...COURIERS }).map(([value, [name]]) => ({
	name,
	value,
}));

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Words of the longest name. */
const LONGEST_NAME = 6;

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

interface KnownCarrier {
	carrier: Carrier;
	/** Its names in letters and digits alone. */
	spellings: string[];
}

const knownAs = (
	names: Record<string, CarrierNames>,
	carrierOf: (value: string) => Carrier,
): KnownCarrier[] =>
	Object.entries(names).map(([value, written]) => ({
		carrier: carrierOf(value),
		spellings: [value, ...written].map(lettersOf),
	}));

const KNOWN = new Map(
	[...knownAs(COURIERS, carriedBy), ...knownAs(PROVIDERS, provided)].flatMap((known) =>
		known.spellings.map((letters) => [letters, known] as const),
	),
);

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
	const named = [...leading].reverse().flatMap(({ letters }) => KNOWN.get(letters) ?? [])[0];
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
	const known = KNOWN.get(lettersOf(text));
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
