import { childEnvironment } from './command.ts';

export type Places = {
	userFolder: string;
	port: number;
	brokerPort: number;
	origin: string;
	webhookUrl?: string;
};

/** Settings of an n8n that the user runs otherwise must not reach this one. */
const configuresN8n = /^(N8N|DB|EXECUTIONS|QUEUE|CREDENTIALS|GENERIC|WEBHOOK|CODE)_/;

/** Under Jest n8n would take itself for a unit under test and end at once. */
const tellsOfJest = /^(NODE_ENV|JEST_.*)$/;

const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
};

/** The environment of one n8n: quiet, on this machine alone, and with ports of its own. */
export function n8nEnvironment(places: Places, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const inherited = Object.entries(childEnvironment()).filter(
		([name]) => !configuresN8n.test(name) && !tellsOfJest.test(name),
	);
	const withoutProxy = [process.env.NO_PROXY, process.env.no_proxy, 'localhost,127.0.0.1'];
	const noProxy = withoutProxy.filter(Boolean).join(',');
	return {
		...Object.fromEntries(inherited),
		...quiet,
		NO_PROXY: noProxy,
		no_proxy: noProxy,
		N8N_USER_FOLDER: places.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(places.port),
		N8N_RUNNERS_BROKER_PORT: String(places.brokerPort),
		N8N_EDITOR_BASE_URL: places.origin,
		// The editor is served over plain http, where a browser keeps no secure cookie.
		N8N_SECURE_COOKIE: 'false',
		GENERIC_TIMEZONE: 'UTC',
		// n8n 2 reads the first, also for the address on which the editor listens; n8n 1 knows the second alone.
		...(places.webhookUrl
			? { N8N_WEBHOOK_URL: places.webhookUrl, WEBHOOK_URL: places.webhookUrl }
			: {}),
		...extra,
	};
}
