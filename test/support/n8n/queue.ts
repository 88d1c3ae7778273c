import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { Closing } from '../../../demo/closing.ts';
import { n8nEnvironment } from '../../../demo/n8n/environment.ts';
import { ensureN8n } from '../../../demo/n8n/install.ts';
import { startN8n } from '../../../demo/n8n/instance.ts';
import type { N8n } from '../../../demo/n8n/instance.ts';
import { packAndInstall } from '../../../demo/n8n/package.ts';
import { cacheFolder } from '../../../demo/n8n/paths.ts';
import { freePorts } from '../../../demo/n8n/ports.ts';
import { startProcess } from '../../../demo/n8n/process.ts';
import { startPostgres, startRedis } from './servers.ts';
import type { QueuePrograms } from './servers.ts';
import { until } from './sink.ts';

export type Queue = {
	/** The main process: editor, REST interface and polls; webhooks and executions are for the others. */
	n8n: N8n;
	/** Where the webhook process listens. */
	receiver: string;
	/** Ends both workers at once. */
	killWorkers(): Promise<void>;
	/** Two others take their place. */
	startWorkers(): Promise<void>;
	stop(): Promise<void>;
};

const READY_LIMIT = 120_000;

/** n8n as it is run where it must not stand still: PostgreSQL, Redis, two workers and a webhook process. */
export async function startQueue(programs: QueuePrograms, webhookUrl: string): Promise<Queue> {
	const closing = new Closing();
	try {
		await ensureN8n();
		await mkdir(cacheFolder, { recursive: true });
		const userFolder = await mkdtemp(join(cacheFolder, 'test-queue-'));
		closing.add(() => rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
		await packAndInstall(userFolder);
		const [postgres, redis] = await Promise.all([startPostgres(programs), startRedis(programs)]);
		closing.add(() => postgres.stop());
		closing.add(() => redis.stop());
		const env = {
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: 'the-same-for-every-process-of-the-test',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: '',
		};

		// The main process alone migrates the database, so the others wait for it.
		const n8n = await startN8n({ userFolder, webhookUrl, env });
		closing.add(() => n8n.stop());

		const startPart = async (command: 'worker' | 'webhook', name: string) => {
			const [port = 0, brokerPort = 0] = await freePorts(2);
			const origin = `http://127.0.0.1:${port}`;
			const started = startProcess({
				command,
				cwd: userFolder,
				env: n8nEnvironment(
					{ userFolder, port, brokerPort, origin, webhookUrl },
					{ ...env, QUEUE_HEALTH_CHECK_PORT: String(port) },
				),
				logFile: join(userFolder, `${name}.log`),
			});
			closing.add(() => started.stop());
			await until(
				() => isReady(origin),
				READY_LIMIT,
				() => `The ${name} was not ready`,
			);
			return { ...started, origin };
		};
		const startWorkers = async (...names: string[]) =>
			await Promise.all(names.map(async (name) => await startPart('worker', name)));
		const [webhook, workers] = await Promise.all([
			startPart('webhook', 'webhook'),
			startWorkers('worker-1', 'worker-2'),
		]);
		return {
			n8n,
			receiver: webhook.origin,
			killWorkers: async () => void (await Promise.all(workers.map(({ kill }) => kill()))),
			startWorkers: async () => void (await startWorkers('worker-3', 'worker-4')),
			stop: () => closing.all(),
		};
	} catch (error) {
		await closing.all();
		throw error;
	}
}

async function isReady(origin: string): Promise<boolean> {
	const client = axios.create({ baseURL: origin, proxy: false, timeout: 5_000 });
	const answer = await client.get('/healthz/readiness').catch(() => undefined);
	return answer?.status === 200;
}
