import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

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

/** Often enough that the shortest run has samples; what they take is not counted. */
const SAMPLE_MS = 100;

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
	}, SAMPLE_MS);
	const startedAt = performance.now();
	let output: INodeExecutionData[] | undefined = await runItems(credential, parameters, input, {
		onMessage: (message) => {
			done = Number(DONE.exec(message)?.[1] ?? done);
		},
	});
	const seconds = (performance.now() - startedAt - spentOnSamples) / 1_000;
	clearInterval(sampling);
	if (samples.length === 0) throw new Error('The run was too short to be measured');
	const outputs = output.length;
	// By what is freed with it: the difference to the start would pass off as output whatever the run left behind.
	const withOutput = inUse();
	output = undefined;
	// The run's own promises hold it until the event loop has turned.
	await wait(SAMPLE_MS);
	const outputBytes = withOutput - inUse();
	const beyond = samples.map((sample) => sample.bytes - outputBytes * (sample.done / items));
	return { seconds, outputs, peakBytes: Math.max(0, ...beyond) };
}

const [, , given = '{}'] = process.argv;
void measure(JSON.parse(given) as Measuring).then((measured) =>
	process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0)),
);
