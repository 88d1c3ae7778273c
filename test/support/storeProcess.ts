import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import axios, { type AxiosInstance } from 'axios';

import type { RecordedExchange } from '../../demo/store/index.ts';
import type { Credential } from '../../nodes/BigCommerce/operation/connect';

export interface StoreProcess {
	origin: string;
	credential: Credential;
	/** Speaks to the store's API as any client would. */
	api: AxiosInstance;
	exchanges: () => Promise<RecordedExchange[]>;
	stop: () => Promise<void>;
}

/** The demo store in a process of its own, so that it takes no time from what is measured. */
export async function startStoreProcess(...options: string[]): Promise<StoreProcess> {
	const child: ChildProcess = spawn(
		process.execPath,
		[resolve(__dirname, '../../demo/store/cli.ts'), '--quiet', ...options],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const [line] = (await once(
		createInterface({ input: child.stdout as NodeJS.ReadableStream }),
		'line',
	)) as [string];
	const { origin, ...credential } = JSON.parse(line) as Credential & { origin: string };
	return {
		origin,
		credential,
		api: axios.create({
			baseURL: `${origin}/stores/${credential.storeHash}`,
			headers: { 'X-Auth-Token': credential.accessToken, Accept: 'application/json' },
		}),
		exchanges: async () => (await axios.get<RecordedExchange[]>(`${origin}/_demo/exchanges`)).data,
		stop: async () => {
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			await ended;
		},
	};
}
