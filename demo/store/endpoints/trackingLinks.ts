import type { ShipmentRecord } from '../records.ts';

const PROVIDERS: Record<string, { name: string; link: (number: string) => string }> = {
	auspost: {
		name: 'Australia Post',
		link: (number) => `https://auspost.com.au/mypost/track/#/details/${number}`,
	},
	canadapost: {
		name: 'Canada Post',
		link: (number) =>
			`https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=${number}`,
	},
	endicia: {
		name: 'Endicia',
		link: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
	},
	usps: {
		name: 'USPS',
		link: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
	},
	fedex: { name: 'FedEx', link: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}` },
	royalmail: {
		name: 'Royal Mail',
		link: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
	},
	ups: { name: 'UPS', link: (number) => `https://www.ups.com/track?tracknum=${number}` },
	upsready: {
		name: 'UPS® Ready',
		link: (number) => `https://www.ups.com/track?tracknum=${number}`,
	},
	upsonline: {
		name: 'UPS® Online',
		link: (number) => `https://www.ups.com/track?tracknum=${number}`,
	},
	shipperhq: { name: 'ShipperHQ', link: () => '' },
};

/** Without a provider the shop shows "Other", whatever carrier stands beside it. */
export const providerName = (provider: string): string =>
	PROVIDERS[provider]?.name ?? (provider === '' ? 'Other' : '');

/** Made from provider and number, or from carrier and number; a link of the caller's own stands beside it (API notes 4.11). */
export function trackingLink(shipment: ShipmentRecord): string {
	if (shipment.tracking_number === '') return '';
	const number = encodeURIComponent(shipment.tracking_number);
	if (shipment.tracking_carrier !== '')
		return `https://www.aftership.com/track/${encodeURIComponent(shipment.tracking_carrier)}/${number}`;
	return PROVIDERS[shipment.shipping_provider]?.link(number) ?? '';
}
