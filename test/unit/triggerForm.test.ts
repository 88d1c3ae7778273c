import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import type { INodeProperties } from 'n8n-workflow';

import { BigCommerceTrigger } from '../../nodes/BigCommerce/BigCommerceTrigger.node';

const root = resolve(__dirname, '../..');
const { description, methods } = new BigCommerceTrigger();

const fields = description.properties.flatMap((field) => [
	field,
	...(field.type === 'collection' ? (field.options as INodeProperties[]) : []),
]);

describe('the form of the trigger', () => {
	it('passes the linters, with the lists that it is made of', () => {
		const whole = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity };
		const written = inspect(description, whole).replace(
			"outputs: [ 'main' ]",
			'outputs: [NodeConnectionTypes.Main]',
		);
		const literal = `
			import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
			import { webhookMethods } from './triggers/webhook/webhookMethods';
			export class BigCommerceTrigger implements INodeType {
				description: INodeTypeDescription = ${written};
				webhookMethods = webhookMethods;
			}`;
		const { stdout } = spawnSync(
			process.execPath,
			[
				'node_modules/eslint/bin/eslint.js',
				'--stdin',
				'--stdin-filename',
				resolve(root, 'nodes/BigCommerce/BigCommerceTrigger.node.ts'),
				'--format',
				'json',
			],
			{
				cwd: root,
				input: literal,
				encoding: 'utf8',
				env: { ...process.env, NODE_ENV: 'production' },
			},
		);
		const [result] = JSON.parse(stdout) as Array<{
			messages: Array<{ ruleId: string; message: string; line: number }>;
		}>;
		const lines = literal.split('\n');
		expect(
			result?.messages.map(
				({ ruleId, message, line }) =>
					`${ruleId}: ${message} at ${lines.slice(line - 1, line + 2).join(' ')}`,
			),
		).toEqual([]);
	}, 60_000);

	it('names only pickers that exist', () => {
		const named = fields.flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []);
		expect(named).toHaveLength(4);
		for (const method of named) expect(Object.keys(methods.loadOptions)).toContain(method);
	});

	it('explains every field, in the words of n8n', () => {
		for (const { displayName, description: text, hint, type } of fields) {
			if (displayName === 'Authentication' || displayName === 'Options') continue;
			expect([displayName, Boolean(text ?? hint)]).toEqual([displayName, true]);
			expect([
				displayName,
				type,
				/\b(error|problem|failure|mistake)\b/i.test(`${text} ${hint}`),
			]).toEqual([displayName, type, false]);
		}
	});
});
