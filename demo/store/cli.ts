import { parseArgs } from 'node:util';
import { startDemoStore } from './index.ts';

const HELP = `node demo/store/cli.ts [options]

  --port <n>            port (default: a free one)
  --quota <n>           requests a window (default 100000)
  --window <ms>         length of the window (default 30000)
  --latency <ms>        artificial answer time
  --products <n>        this many further products
  --variants <n>        this many variants of each of them (default 1: simple products)
  --empty               start without the shop
  --scopes <a,b>        OAuth scopes of the token (default: all)
  --host <from=to>      maps a webhook origin to a local one; may be repeated
  --retries <s,s>       seconds between the tries of a webhook
  --quiet               no line for each request
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			quota: { type: 'string' },
			window: { type: 'string' },
			latency: { type: 'string' },
			products: { type: 'string' },
			variants: { type: 'string' },
			empty: { type: 'boolean' },
			scopes: { type: 'string' },
			host: { type: 'string', multiple: true },
			retries: { type: 'string' },
			quiet: { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	const pairs = (values.host ?? []).map((pair): [string, string] => {
		const cut = pair.indexOf('=');
		return [pair.slice(0, cut), pair.slice(cut + 1)];
	});
	const store = await startDemoStore({
		port: Number(values.port ?? 0),
		quota: { requests: Number(values.quota ?? 100_000), windowMs: Number(values.window ?? 30_000) },
		latencyMs: Number(values.latency ?? 0),
		products: Number(values.products ?? 0),
		variantsEach: Number(values.variants ?? 1),
		seed: values.empty ? 'empty' : 'shop',
		hosts: Object.fromEntries(pairs),
		...(values.scopes === undefined ? {} : { scopes: values.scopes.split(',') }),
		...(values.retries === undefined
			? {}
			: { webhookRetrySeconds: values.retries.split(',').map(Number) }),
		...(values.quiet ? {} : { log: (line: string) => void process.stderr.write(`${line}\n`) }),
	});
	// One line of JSON, so that a starting script can read it.
	process.stdout.write(`${JSON.stringify({ origin: store.origin, ...store.credential })}\n`);
	const stop = (): void => {
		void store.stop().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
