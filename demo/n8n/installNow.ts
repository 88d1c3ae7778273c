import { ensureN8n } from './install.ts';
import { errorText } from './plainError.ts';

/** Installs the n8n that DEMO_N8N names, and says how far it is; in a process of its own, as each process knows one n8n. */
let next = 0;
const onProgress = (message: string) => {
	if (Date.now() < next) return;
	next = Date.now() + 15_000;
	console.log(message);
};

try {
	await ensureN8n({ onProgress });
} catch (error) {
	console.error(errorText(error));
	process.exitCode = 1;
}
