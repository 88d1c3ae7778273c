import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

const usualPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export function findBrowser(): string | undefined {
	const chosen = process.env.CHROME_PATH;
	if (chosen) return existsSync(chosen) ? chosen : undefined;
	return usualPlaces.find((path) => existsSync(path));
}

export type Browser = { context: BrowserContext; close(): Promise<void> };

/** A browser with a profile of its own, which keeps to what it is asked for. */
export async function openBrowser(viewport = { width: 1440, height: 1000 }): Promise<Browser> {
	const executablePath = findBrowser();
	if (!executablePath) throw new Error('No Chromium or Chrome found; set CHROME_PATH to one');
	const profile = await mkdtemp(join(tmpdir(), 'n8n-editor-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: true,
		viewport,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	return {
		context,
		close: async () => {
			await context.close();
			await rm(profile, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
