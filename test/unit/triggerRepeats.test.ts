import { Repeats } from '../../nodes/BigCommerce/triggers/webhook/repeats';
import { SharedReads } from '../../nodes/BigCommerce/triggers/sharedReads';

const handOn = async (repeats: Repeats, keys: string[], now?: () => number) => {
	const settle = await repeats.claim(keys, now);
	settle?.(true);
	return settle !== undefined;
};

describe('deliveries that come again', () => {
	it('are known by any of their keys once they were handed on', async () => {
		const repeats = new Repeats();
		expect(await handOn(repeats, ['hash:1', 'id:1'])).toBe(true);
		expect(await handOn(repeats, ['hash:1', 'id:2'])).toBe(false);
		expect(await handOn(repeats, ['hash:2', 'id:1'])).toBe(false);
		expect(await handOn(repeats, ['hash:2', 'id:2'])).toBe(true);
	});

	it('are taken when the first was not handed on', async () => {
		const repeats = new Repeats();
		(await repeats.claim(['a']))?.(false);
		expect(await handOn(repeats, ['a'])).toBe(true);
	});

	it('wait for the one that is under way: of many at once one is taken', async () => {
		const repeats = new Repeats();
		const first = await repeats.claim(['a', 'b']);
		const others = Array.from(
			{ length: 20 },
			async (_, at) => await handOn(repeats, [at % 2 ? 'a' : 'b']),
		);
		first?.(true);
		expect(await Promise.all(others)).toEqual(others.map(() => false));
		const failing = await repeats.claim(['c']);
		const next = Array.from({ length: 20 }, async () => await handOn(repeats, ['c']));
		failing?.(false);
		expect((await Promise.all(next)).filter(Boolean)).toHaveLength(1);
	});

	it('are settled by the first word alone', async () => {
		const repeats = new Repeats();
		const settle = await repeats.claim(['a']);
		settle?.(true);
		settle?.(false);
		expect(await repeats.claim(['a'])).toBeUndefined();
	});

	it('are never dropped when nothing tells them apart', async () => {
		const repeats = new Repeats();
		expect(await handOn(repeats, [])).toBe(true);
		expect(await handOn(repeats, [])).toBe(true);
	});

	it('are forgotten by age and by number, the oldest first', async () => {
		const repeats = new Repeats(3, 1_000);
		const at = (time: number) => () => time;
		for (const key of ['a', 'b', 'c', 'd']) await handOn(repeats, [key], at(0));
		expect(repeats.size).toBe(3);
		expect(await handOn(repeats, ['a'], at(1))).toBe(true);
		expect(await handOn(repeats, ['d'], at(999))).toBe(false);
		expect(await handOn(repeats, ['d'], at(1_000))).toBe(true);
		expect(repeats.size).toBeLessThanOrEqual(3);
	});
});

describe('reads that several want', () => {
	it('are one for those who ask before it begins, and another one for who asks later', async () => {
		const reads = new SharedReads();
		const begun: number[] = [];
		let answer: () => void = () => undefined;
		const slow = async () => {
			begun.push(begun.length);
			await new Promise<void>((resolve) => (answer = resolve));
			return begun.length;
		};
		const first = [reads.read('a', slow), reads.read('a', slow), reads.read('a', slow)];
		const other = reads.read('b', async () => 'b');
		expect(await other).toBe('b');
		expect(begun).toEqual([0]);
		const later = reads.read('a', async () => 'later');
		answer();
		expect(await Promise.all(first)).toEqual([1, 1, 1]);
		expect(await later).toBe('later');
	});

	it('share what went wrong as well, and begin anew after it', async () => {
		const reads = new SharedReads();
		const failing = async () => await Promise.reject(new Error('no'));
		const outcomes = await Promise.allSettled([reads.read('a', failing), reads.read('a', failing)]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await reads.read('a', async () => 1)).toBe(1);
	});
});
