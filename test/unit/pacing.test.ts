import fc from 'fast-check';
import { sleep } from 'n8n-workflow';

import { QuotaWindow } from '../../demo/store/http/quotaWindow.ts';
import { Pacer } from '../../nodes/BigCommerce/api/pacing';

/** What an answer says of a quota of 10 per 400 ms. */
const headers = (left: number, resetInMs: number) => ({
	'x-rate-limit-requests-quota': '10',
	'x-rate-limit-requests-left': String(left),
	'x-rate-limit-time-reset-ms': String(resetInMs),
	'x-rate-limit-time-window-ms': '400',
});
const path = '/v2/orders';

/** How many requests may be under way at once at this time. */
async function admitted(pacer: Pacer): Promise<number> {
	let count = 0;
	for (let index = 0; index < 10; index++) void pacer.admission('GET', path).then(() => count++);
	await Promise.resolve();
	await Promise.resolve();
	return count;
}

describe('what the pacer believes of the quota', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: 0 });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('is not led to a new window by an answer that it came to read late', async () => {
		const pacer = new Pacer();
		(await pacer.admission('GET', path)).over(200, headers(8, 400));
		const [first, second] = [
			await pacer.admission('GET', path),
			await pacer.admission('GET', path),
		];
		second.over(200, headers(2, 390));
		// The store wrote 3 left before it wrote 2 left; this process was busy for 300 ms before it read that.
		jest.setSystemTime(300);
		first.over(200, headers(3, 395));
		expect(await admitted(pacer)).toBe(2);
	});

	it('heeds what is left of a window after an answer of it was read late', async () => {
		const pacer = new Pacer();
		(await pacer.admission('GET', path)).over(200, headers(8, 400));
		const late = await pacer.admission('GET', path);
		jest.setSystemTime(200);
		late.over(200, headers(7, 395));
		(await pacer.admission('GET', path)).over(200, headers(3, 200));
		expect(await admitted(pacer)).toBe(3);
	});

	it('knows a new window by an answer to a request that was sent in it', async () => {
		const pacer = new Pacer();
		(await pacer.admission('GET', path)).over(200, headers(1, 400));
		jest.setSystemTime(410);
		(await pacer.admission('GET', path)).over(200, headers(5, 390));
		expect(await admitted(pacer)).toBe(5);
	});

	it('knows a new window by an answer to a request that was sent at the end of the one before', async () => {
		const pacer = new Pacer();
		(await pacer.admission('GET', path)).over(200, headers(4, 400));
		jest.setSystemTime(380);
		const late = await pacer.admission('GET', path);
		jest.setSystemTime(420);
		late.over(200, headers(9, 380));
		expect(await admitted(pacer)).toBe(9);
	});

	it('is not led back by an answer of the window before', async () => {
		const pacer = new Pacer();
		(await pacer.admission('GET', path)).over(200, headers(8, 400));
		const slow = await pacer.admission('GET', path);
		jest.setSystemTime(410);
		(await pacer.admission('GET', path)).over(200, headers(4, 390));
		slow.over(200, headers(7, 5));
		expect(await admitted(pacer)).toBe(4);
	});

	it('never overdraws the quota, however long requests and answers are under way', async () => {
		const underWay = fc.record({ out: fc.nat({ max: 150 }), back: fc.nat({ max: 300 }) });
		await fc.assert(
			fc.asyncProperty(fc.array(underWay, { minLength: 30, maxLength: 60 }), async (requests) => {
				const store = new QuotaWindow({ requests: 10, windowMs: 400 });
				const pacer = new Pacer();
				let refused = 0;
				const send = async ({ out, back }: { out: number; back: number }) => {
					const admission = await pacer.admission('GET', path);
					await sleep(out);
					if (!store.take(Date.now())) refused++;
					const answer = Object.entries(store.headers(Date.now()));
					await sleep(back);
					admission.over(
						200,
						Object.fromEntries(answer.map(([name, value]) => [name.toLowerCase(), value])),
					);
				};
				const all = Promise.all(requests.map(send));
				await jest.runAllTimersAsync();
				await all;
				expect(refused).toBe(0);
			}),
		);
	});
});
