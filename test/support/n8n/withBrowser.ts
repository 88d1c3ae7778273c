import { findBrowser } from './browser.ts';

/** `describe`, or a skipped one that says why where the machine has no browser. */
export function describeWithBrowser(name: string, tests: () => void): void {
	if (findBrowser()) {
		describe(name, tests);
		return;
	}
	process.stderr.write(
		`Skipped "${name}": no Chromium or Chrome found; install one or set CHROME_PATH.\n`,
	);
	describe.skip(name, tests);
}
