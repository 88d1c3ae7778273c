import { parseArgs } from 'node:util';
import { PlainError, errorText } from './n8n/plainError.ts';

export type StartArguments = {
	once: boolean;
	reset: boolean;
	verbose: boolean;
	help: boolean;
	port: number;
};

export const usage = `npm start [-- options]

  --once      stop after the table of jobs; exit code 1 if a job failed
  --port N    the editor's port (default 5678); each port keeps a demo of its own
  --reset     start over: forget the workflows and settings of the last time
  --verbose   show the details of an error
  --help      show this`;

export function readArguments(given: string[]): StartArguments {
	const { port, ...flags } = parse(given);
	const number = Number(port);
	if (!Number.isInteger(number) || number < 1 || number > 65_535) {
		throw new PlainError(`--port takes a number from 1 to 65535, not "${port}".`);
	}
	return { ...flags, port: number };
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				once: { type: 'boolean', default: false },
				reset: { type: 'boolean', default: false },
				verbose: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
				port: { type: 'string', default: '5678' },
			},
		}).values;
	} catch (error) {
		throw new PlainError(`${errorText(error)}. npm start -- --help lists the options.`);
	}
}
