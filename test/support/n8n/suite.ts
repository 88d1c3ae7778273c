import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importCredential } from '../../../demo/n8n/credentials.ts';
import { ensureN8n } from '../../../demo/n8n/install.ts';
import { startN8n } from '../../../demo/n8n/instance.ts';
import type { N8n } from '../../../demo/n8n/instance.ts';
import { packAndInstall } from '../../../demo/n8n/package.ts';
import { cacheFolder } from '../../../demo/n8n/paths.ts';
import { PlainError } from '../../../demo/n8n/plainError.ts';
import { freePorts } from '../../../demo/n8n/ports.ts';
import type { CredentialRef } from '../../../demo/n8n/workflows.ts';
import { startDemoStore } from '../../../demo/store/index.ts';
import type { DemoStore, DemoStoreOptions } from '../../../demo/store/index.ts';

export type Suite = {
	n8n: N8n;
	store: DemoStore;
	credential: CredentialRef;
	/** The same n8n again, with its database and at its address, after it was stopped or killed. */
	startAgain(): Promise<void>;
};

/** A person at a terminal gets one sentence; whoever mends a test needs all of it. */
function inDetail(error: unknown): never {
	if (error instanceof PlainError) throw new Error(`${error.message}\n${error.detail}`);
	throw error;
}

/** The first run on a machine installs n8n here. */
const setUpLimit = 15 * 60_000;
const tearDownLimit = 60_000;

/** BigCommerce delivers to https alone: the demo store maps this origin to the n8n of the test. */
export const publicOrigin = 'https://n8n.demo.example';

/**
 * Gives a test file a real n8n, with the packed package installed and a credential for a demo
 * store, started before its first test and ended after its last.
 */
export function useN8n(env: NodeJS.ProcessEnv = {}, options: DemoStoreOptions = {}): Suite {
	const suite = {} as Suite;
	let userFolder: string | undefined;

	const setUp = async () => {
		await ensureN8n();
		await mkdir(cacheFolder, { recursive: true });
		userFolder = await mkdtemp(join(cacheFolder, 'test-n8n-'));
		await packAndInstall(userFolder);
		const [port = 0] = await freePorts(1);
		const hosts = { [publicOrigin]: `http://127.0.0.1:${port}` };
		suite.store = await startDemoStore({ ...options, hosts });
		const start = { userFolder, port, webhookUrl: `${publicOrigin}/`, env };
		suite.startAgain = async () => {
			suite.n8n = await startN8n(start);
		};
		await suite.startAgain();
		suite.credential = await importCredential(suite.n8n, {
			name: 'BigCommerce demo store',
			type: 'bigCommerceApi',
			data: { ...suite.store.credential },
		});
	};

	beforeAll(() => setUp().catch(inDetail), setUpLimit);

	afterAll(async () => {
		await suite.n8n?.stop();
		await suite.store?.stop();
		if (userFolder) await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	}, tearDownLimit);

	return suite;
}
