import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import tls from 'node:tls';

import { aligent, aligentAtOnce } from './contenders/aligent.ts';
import { apiClient, apiClientReadme } from './contenders/apiClient.ts';
import { bigcommerceClient, bigcommerceClientReadme } from './contenders/bigcommerceClient.ts';
import { nodeBigcommerce } from './contenders/nodeBigcommerce.ts';
import { ours } from './contenders/ours.ts';
import type {
	Access,
	Assignment,
	Contender,
	PriceChange,
	ReadProduct,
	Report,
	StockChange,
} from './work.ts';

/** One contender does one piece of work in a process of its own, so that its memory is nobody else's. */
const contenders: Record<string, (access: Access) => Contender> = {
	aligent,
	aligentAtOnce,
	apiClient,
	apiClientReadme,
	bigcommerceClient,
	bigcommerceClientReadme,
	nodeBigcommerce,
	ours,
};

/**
 * The packages know no address but api.bigcommerce.com. All contenders are led to the demo store below TLS, where none
 * of them can notice; opening a connection takes as long as it would to a far store.
 */
function leadToStore({ host, port }: Assignment['store'], connectMs: number): void {
	const lookup = (
		_name: string,
		_options: object,
		found: (error: null, address: string, family: number) => void,
	): void => void setTimeout(() => found(null, host, 4), connectMs);
	Object.assign(tls, {
		connect: () => net.connect({ host: 'store', port, lookup, autoSelectFamily: false }),
	});
}

/** The most memory that this process ever held: Linux counts it for the program alone, others with its start. */
function peakMemory(): number {
	try {
		const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
		if (kilobytes !== undefined) return Number(kilobytes) * 1024;
	} catch {
		// not Linux
	}
	return process.resourceUsage().maxRSS * 1024;
}

async function main(): Promise<void> {
	const assignment = JSON.parse(await text(process.stdin)) as Assignment;
	leadToStore(assignment.store, assignment.connectMs);
	// Packages that tell of every retry do so on the console; the report is the only output.
	console.error = () => undefined;
	const open = contenders[assignment.contender];
	if (!open) throw new Error(`There is no contender ${assignment.contender}`);
	const load = createRequire(join(assignment.packages, 'package.json'));
	const contender = open({ ...assignment.access, load });
	await contender.warmUp();
	const report: Report = { ms: 0, restMemory: process.memoryUsage.rss(), peakMemory: 0 };
	const startedAt = performance.now();
	try {
		const { task, changes } = assignment;
		if (task === 'readProducts')
			report.read = (await contender.readProducts()).map(({ id, sku, price }): ReadProduct => ({
				id,
				sku,
				price,
			}));
		else if (task === 'writePrices') await contender.writePrices(changes as PriceChange[]);
		else await contender.changeStocks(changes as StockChange[]);
	} catch (error) {
		report.error = error instanceof Error ? error.message : String(error);
	}
	report.ms = performance.now() - startedAt;
	report.peakMemory = peakMemory();
	process.stdout.write(JSON.stringify(report), () => process.exit(0));
}

await main();
