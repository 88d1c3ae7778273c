import { NodeOperationError, type NodeExecutionHint } from 'n8n-workflow';

import { runForJson, runNode, type NodeRun } from '../support/runNode';

// Nothing is asked of a store: a credential that leads nowhere is not even read.
const NOWHERE = { apiPath: '', storeHash: '', clientId: '', clientSecret: '', accessToken: '' };

let workflows = 0;
let workflowId: string;
beforeEach(() => {
	workflowId = `skip-${++workflows}`;
});

const skip = async (items: object[], parameters: object = {}, more: NodeRun = {}) =>
	await runNode(
		NOWHERE,
		{ resource: 'event', operation: 'skipDuplicates', ...parameters },
		{ workflowId, items, ...more },
	);
const keys = (...names: Array<string | number>) => names.map((key) => ({ event: { key } }));
const passed = async (...given: Parameters<typeof skip>) =>
	(await skip(...given)).map(({ json }) => (json.event as { key: unknown }).key);

describe('Event: Skip Duplicates', () => {
	it('lets each event pass once, in one run and over many', async () => {
		expect(await passed(keys('a', 'b', 'a', 'c', 'b'))).toEqual(['a', 'b', 'c']);
		expect(await passed(keys('c', 'd', 'a'))).toEqual(['d']);
		expect(await passed(keys('a', 'b', 'c', 'd'))).toEqual([]);
	});

	it('keeps the items as they are, and says where each came from', async () => {
		const items = [
			{ id: 1, lines: [1, 2], event: { key: 'a' } },
			{ event: { key: 'a' } },
			{ event: { key: 'b', scope: 'store/order/created' } },
		];
		expect(await skip(items)).toEqual([
			{ json: items[0], pairedItem: { item: 0 } },
			{ json: items[2], pairedItem: { item: 2 } },
		]);
	});

	it('takes any key that an expression gives', async () => {
		const key = '={{ $json.kind }}/{{ $json.id }}';
		const items = [
			{ kind: 'x', id: 1 },
			{ kind: 'x', id: 2 },
			{ kind: 'x', id: 1 },
		];
		expect(await skip(items, { key })).toHaveLength(2);
		expect(await passed(keys(7, '7', 8))).toEqual([7, 8]);
	});

	it('takes long inputs: many items of one key, and many that fail together', async () => {
		const many = Array.from({ length: 150_000 }, () => ({ event: { key: 'a' } }));
		expect(await skip(many)).toHaveLength(1);
		const keyless = many.map(() => ({}));
		const failed = await skip(
			keyless,
			{ onMissingKey: 'stop' },
			{ onError: 'continueRegularOutput' },
		);
		expect(failed).toHaveLength(keyless.length);
		expect(failed[149_999]).toMatchObject({ pairedItem: { item: 149_999 } });
	});

	it('is exact within one process, however many executions there are at once', async () => {
		const runs = Array.from({ length: 50 }, async (_, at) => await passed(keys(`e${at % 10}`)));
		const all = (await Promise.all(runs)).flat();
		expect([...all].sort()).toEqual(Array.from({ length: 10 }, (_, at) => `e${at}`));
		expect(await passed(keys(...all.map(String)))).toEqual([]);
	});

	it('remembers for the node, or for the whole workflow', async () => {
		const asNode = (name: string) => ({ name });
		expect(await passed(keys('a'), {}, asNode('One'))).toEqual(['a']);
		expect(await passed(keys('a'), {}, asNode('Two'))).toEqual(['a']);
		expect(await passed(keys('a'), {}, asNode('One'))).toEqual([]);
		const whole = { scope: 'workflow' };
		expect(await passed(keys('a'), whole, asNode('One'))).toEqual(['a']);
		expect(await passed(keys('a'), whole, asNode('Two'))).toEqual([]);
	});

	it('forgets the oldest beyond the number of keys', async () => {
		const options = { options: { most: 2 } };
		await skip(keys('a'), options);
		await skip(keys('b'), options);
		await skip(keys('c'), options);
		expect(await passed(keys('b', 'c'), options)).toEqual([]);
		expect(await passed(keys('a'), options)).toEqual(['a']);
	});

	it('forgets everything when it is told to', async () => {
		await skip(keys('a', 'b'));
		expect(await passed(keys('a'), { options: { forget: true } })).toEqual(['a']);
		expect(await passed(keys('a', 'b'))).toEqual(['b']);
	});

	it('never drops an item without a key, and says so', async () => {
		const items = [
			{},
			{ event: { key: '' } },
			{ event: { key: null } },
			{ event: { key: { a: 1 } } },
			{ event: { key: 'a' } },
		];
		const hints: NodeExecutionHint[] = [];
		expect(await skip(items, {}, { hints })).toHaveLength(5);
		expect(await skip(items)).toHaveLength(4);
		expect(hints.map(({ message }) => message)).toEqual([
			'4 items passed without a key: their repeats are not found',
		]);
	});

	it('stops at an item without a key where that is chosen, or gives it its own message', async () => {
		const strict = { onMissingKey: 'stop' };
		const items = [...keys('a'), {}, ...keys('b')];
		const refusal = await skip(items, strict).then(
			() => undefined,
			(error: Error) => error,
		);
		expect(refusal).toBeInstanceOf(NodeOperationError);
		expect(refusal?.message).toBe("'Key' is empty for this item [item 1]");
		const output = await skip(items, strict, { onError: 'continueRegularOutput' });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(output[1]?.json).toMatchObject({ error: "'Key' is empty for this item" });
	});

	it('takes items of one key in a time that grows as they do', async () => {
		const time = async (count: number) => {
			const items = Array.from({ length: count }, () => ({
				event: { key: `of ${count}` },
			}));
			const startedAt = performance.now();
			expect(await skip(items)).toHaveLength(1);
			return performance.now() - startedAt;
		};
		await time(1_000);
		// Four times as many items took thirty times as long, when each was put behind a copy of those before.
		expect((await time(40_000)) / (await time(10_000))).toBeLessThan(12);
	});

	it('says that the number of keys is none', async () => {
		await expect(skip(keys('a'), { options: { most: 0 } })).rejects.toThrow(
			"'Keys to Remember' is 0",
		);
	});

	it('has nothing to do for no items', async () => {
		expect(
			await runForJson(NOWHERE, { resource: 'event', operation: 'skipDuplicates' }, { items: [] }),
		).toEqual([]);
	});
});
