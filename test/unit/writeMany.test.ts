import { BigCommerceError } from '../../nodes/BigCommerce/api/errors';
import type { Outcome } from '../../nodes/BigCommerce/api/outcomes';
import { writeMany } from '../../nodes/BigCommerce/api/writeMany';

interface Change {
	id: number;
	body: Record<string, unknown>;
}

/** Nobody cancels these runs, nor is told of them. */
const NOBODY = { wrote: () => undefined };

const refusal = (status: number) => new BigCommerceError({ task: 'update', status });

/** An endpoint that refuses every record with a `bad` in it. */
function endpoint(status = 422) {
	const requests: Change[][] = [];
	const write = async (records: Change[]): Promise<Array<Outcome<Change>>> => {
		requests.push(records);
		return records.map((record) =>
			'bad' in record.body ? { error: refusal(status) } : { result: record },
		);
	};
	const run = async (records: Change[]) =>
		await writeMany(NOBODY, records, {
			keyOf: ({ id }) => id,
			merge: (earlier, later) => ({ ...earlier, body: { ...earlier.body, ...later.body } }),
			write,
		});
	return { requests, run };
}

describe('changes of one thing', () => {
	it('are sent as one, the later value counting, and all of them get its result', async () => {
		const { requests, run } = endpoint();
		const outcomes = await run([
			{ id: 1, body: { price: 1, name: 'One' } },
			{ id: 2, body: { price: 2 } },
			{ id: 1, body: { price: 3 } },
		]);
		const one = { id: 1, body: { price: 3, name: 'One' } };
		const two = { id: 2, body: { price: 2 } };
		expect(requests).toEqual([[one, two]]);
		expect(outcomes.map(({ result }) => result)).toEqual([one, two, one]);
	});

	it('are sent by halves, one after the other, when the one that they made was refused', async () => {
		const { requests, run } = endpoint();
		const changes = [
			{ id: 1, body: { price: 1 } },
			{ id: 1, body: { bad: true } },
			{ id: 1, body: { price: 3 } },
		];
		const outcomes = await run(changes);
		const firstHalf = { id: 1, body: { price: 1, bad: true } };
		expect(requests.slice(1)).toEqual([[firstHalf], ...changes.map((change) => [change])]);
		expect(outcomes.map(({ error }) => error !== undefined)).toEqual([false, true, false]);
	});

	it('take few requests where one of 10,000 is bad', async () => {
		const { requests, run } = endpoint();
		const changes = Array.from({ length: 10_000 }, (_, at) => ({
			id: 1,
			body: at === 6_789 ? { bad: true } : { price: at },
		}));
		const outcomes = await run(changes);
		expect(outcomes.flatMap(({ error }, at) => (error ? [at] : []))).toEqual([6_789]);
		expect(requests.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(10_000)));
	});

	it('go with those of other things that were refused, turn by turn', async () => {
		const { requests, run } = endpoint();
		const changes = [1, 2].flatMap((id) => [
			{ id, body: { bad: true } },
			{ id, body: { price: id } },
		]);
		const outcomes = await run([...changes, { id: 3, body: { price: 3 } }]);
		expect(requests.map((records) => records.map(({ id }) => id))).toEqual([
			[1, 2, 3],
			[1, 2],
			[1, 2],
		]);
		expect(outcomes.map(({ error }) => error !== undefined)).toEqual([
			true,
			false,
			true,
			false,
			false,
		]);
	});

	it.each([404, 207, 403])(
		'are not tried again after %d, which is of all alike',
		async (status) => {
			const { requests, run } = endpoint(status);
			const outcomes = await run([
				{ id: 1, body: { bad: true } },
				{ id: 1, body: { price: 3 } },
			]);
			expect(requests).toHaveLength(1);
			expect(outcomes.every(({ error }) => error !== undefined)).toBe(true);
		},
	);
});
