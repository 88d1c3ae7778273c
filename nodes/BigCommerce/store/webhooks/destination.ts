import { InputError } from '../../api/inputError';

/** Networks that nobody outside can reach: this machine, private, link-local and carrier-grade ranges. */
const PRIVATE_IPV4 =
	/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const PRIVATE_IPV6 = /^\[(::1?\]|f[cd]|fe[89ab]|::ffff:)/;
const PRIVATE_NAME = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|home\.arpa)$/;

const isPrivate = (host: string) =>
	PRIVATE_IPV4.test(host) ||
	PRIVATE_IPV6.test(host) ||
	PRIVATE_NAME.test(host) ||
	// A name without a dot is known to one network alone, such as that of containers.
	(!host.includes('.') && !host.startsWith('['));

function whyUnreachable(url: URL): string | undefined {
	const host = url.hostname.replace(/\.$/, '');
	if (isPrivate(host)) return `${host} is this machine or a private network`;
	if (url.protocol !== 'https:') return 'it does not start with https://';
	if (url.port !== '') return `it names port ${url.port}, and webhooks go to port 443 alone`;
	return undefined;
}

/** An address as BigCommerce takes it (https, port 443 left out, public; API notes 5.2), or why it takes none. */
export function checkAddress(
	address: string | undefined,
): { href: string; reason?: undefined } | { reason: string } {
	const url = URL.canParse(address ?? '') ? new URL(address ?? '') : undefined;
	if (!url) return { reason: 'it is not an address that can be read' };
	const reason = whyUnreachable(url);
	return reason === undefined ? { href: url.href } : { reason };
}

/** The address of this n8n's own webhook. */
export function reachableAddress(address: string | undefined): string {
	const checked = checkAddress(address);
	if (checked.reason === undefined) return checked.href;
	// n8n shows the message alone when a workflow cannot be published, so the way out stands in it.
	throw new InputError(
		`BigCommerce cannot reach this n8n at ${address ?? 'its address'}: ${checked.reason}. Set n8n's environment variable N8N_WEBHOOK_URL (in n8n 1: WEBHOOK_URL) to a public https address, such as https://n8n.example.com/`,
		'Restart n8n after that, and publish the workflow again. If this n8n cannot have a public address, start the workflow with a BigCommerce Polling Trigger instead.',
	);
}
