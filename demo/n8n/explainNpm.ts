import { PlainError, lastLines } from './plainError.ts';

type Explanation = { when: RegExp; say: (match: RegExpExecArray) => string };

const buildTools =
	'install Python 3, make and a C++ compiler (on Debian and Ubuntu: apt-get install python3 make g++)';

/** The first that matches wins: a full disk or a missing compiler also leaves vaguer lines behind. */
const explanations: Explanation[] = [
	{
		when: /ENOSPC|no space left on device/i,
		say: () => 'The disk is full: n8n needs about 2.5 GB.',
	},
	{
		when: /gyp ERR! find Python|Could not find any Python/,
		say: () => `n8n's database driver has to be compiled and Python is missing: ${buildTools}.`,
	},
	{
		when: /not found: make\b|(?:g\+\+|c\+\+|cc|gcc): (?:command )?not found|(?:g\+\+|c\+\+|cc|gcc): No such file/,
		say: () =>
			`n8n's database driver has to be compiled and a build tool is missing: ${buildTools}.`,
	},
	{
		when: /gyp ERR! find VS/,
		say: () =>
			`n8n's database driver has to be compiled and Visual Studio's C++ tools are missing.`,
	},
	{
		when: /gyp ERR! stack network settings|gyp ERR!.*network connectivity/,
		say: () =>
			"n8n's database driver could neither be fetched from github.com nor be compiled: nodejs.org, which has the headers for that, could not be reached.",
	},
	{
		when: /\b(E404|ETARGET)\b.*/,
		say: () => 'The npm registry in use lacks a package that n8n needs.',
	},
	{
		when: /\b(E401|E403|ENEEDAUTH)\b/,
		say: ([, code]) => `The npm registry in use refused the request (${code}).`,
	},
	{
		when: /\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+)\b/,
		say: ([, code]) =>
			`npm could not reach its registry (${code}): check the network or the proxy, then start again.`,
	},
	{
		when: /\b(EACCES|EPERM|EROFS)\b/,
		say: ([, code]) => `npm may not write here (${code}): check who owns the project's folder.`,
	},
];

/** Turns what npm printed when it failed into one sentence. */
export function explainNpm(whatFailed: string, output: string): PlainError {
	// Only its complaints: a package called "etimedout" in a progress line is no broken network.
	const complaints = output
		.split('\n')
		.filter((line) => !/^npm (http|info|verbose|silly)\b/.test(line))
		.join('\n');
	const detail = lastLines(complaints, 40);
	for (const { when, say } of explanations) {
		const match = when.exec(complaints);
		if (match) return new PlainError(`${whatFailed} failed. ${say(match)}`, detail);
	}
	return new PlainError(`${whatFailed} failed; --verbose shows what npm said.`, detail);
}
