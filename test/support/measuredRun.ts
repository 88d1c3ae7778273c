import { performance } from 'node:perf_hooks';

import type { INodeExecutionData } from 'n8n-workflow';

import { asCommonJs } from './asCommonJs.ts';
import type * as Runner from './runNode.ts';

/** What the process of a measurement is told, as JSON in its second argument. */
export interface Measuring {
	credential: object;
	parameters: Record<string, unknown>;
	/** The input is made here, so that it need not travel: `TP-000001`, `TP-000002`, … and values for them. */
	items: number;
}

/** What it answers, as one line of JSON. */
export interface Measured {
	seconds: number;
	outputs: number;
	/** The most that was in use at once beyond the input and the output so far. */
	peakBytes: number;
}

const itemsOf = (count: number) =>
	Array.from({ length: count }, (_unused, item): INodeExecutionData => ({
		json: {
			sku: `TP-${String(item + 1).padStart(6, '0')}`,
			price: 7 + (item % 50),
			quantity: 1_000 + (item % 500),
		},
		pairedItem: { item },
	}));

function inUse(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

/** `2345 of 100000 items done`: what of the output is held already. */
const DONE = /(\d+) of \d+ items done/;

const { runItems } = asCommonJs<typeof Runner>('./runNode.ts');

async function measure({ credential, parameters, items }: Measuring): Promise<Measured> {
	const input = itemsOf(items);
	const samples: Array<{ bytes: number; done: number }> = [];
	let done = 0;
	let spentOnSamples = 0;
	const before = inUse();
	const sampling = setInterval(() => {
		const startedAt = performance.now();
		samples.push({ bytes: inUse() - before, done });
		spentOnSamples += performance.now() - startedAt;
	}, 500);
	const startedAt = performance.now();
	const output = await runItems(credential, parameters, input, {
		onMessage: (message) => {
			done = Number(DONE.exec(message)?.[1] ?? done);
		},
	});
	const seconds = (performance.now() - startedAt - spentOnSamples) / 1_000;
	clearInterval(sampling);
	const whole = inUse() - before;
	const beyond = samples.map((sample) => sample.bytes - whole * (sample.done / items));
	return { seconds, outputs: output.length, peakBytes: Math.max(0, ...beyond) };
}

const [, , given = '{}'] = process.argv;
void measure(JSON.parse(given) as Measuring).then((measured) =>
	process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0)),
);
