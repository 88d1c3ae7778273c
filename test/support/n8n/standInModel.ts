import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
	tools?: Array<{ function: { name: string; description: string; parameters: object } }>;
	messages: Array<{ role: string; content: unknown }>;
}

/** Stands in for a model: calls the tool once with what the test says, and repeats what the tool answered. */
export class StandInModel {
	readonly asked: Asked[] = [];
	given: object = {};
	private readonly server: Server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const asked = JSON.parse(Buffer.concat(parts).toString() || '{}') as Asked;
			this.asked.push(asked);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(this.answer(asked)));
		});
	});

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	close(): void {
		this.server.close();
	}

	private answer({ tools = [], messages }: Asked): object {
		const told = messages.find(({ role }) => role === 'tool');
		const name = tools[0]?.function.name;
		const call = { name, arguments: JSON.stringify(this.given) };
		const message = told
			? { role: 'assistant', content: JSON.stringify(told.content) }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [{ id: 'call-1', type: 'function', function: call }],
				};
		return {
			...{ id: 'answer', object: 'chat.completion', created: 1, model: 'stand-in' },
			choices: [{ index: 0, finish_reason: told ? 'stop' : 'tool_calls', message }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	}
}
