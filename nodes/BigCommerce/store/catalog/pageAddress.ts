import { InputError } from '../../api/inputError';

/** What BigCommerce takes as the address of a page (brands_catalog.v3.yml). */
const ADDRESS = /^(\/[\w.-]{1,256})*\/?$/;

/** The address of a storefront page as BigCommerce wants it, with a slash in front. */
export function toPageAddress(given: string, label: string): string {
	const text = given.trim();
	const address = text.startsWith('/') ? text : `/${text}`;
	if (text !== '' && ADDRESS.test(address)) return address;
	throw new InputError(
		text ? `'${label}' is "${text}", which is no address of a page` : `'${label}' is empty`,
		`Give '${label}' the part after the storefront's name, such as /camp/tents/: letters, digits, dots, dashes and underscores between slashes.`,
	);
}
