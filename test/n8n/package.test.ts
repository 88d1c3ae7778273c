import { sublimeSearch } from '@n8n/utils/search/sublime-search';

import { credentialTypes, nodeTypes, testCredential } from '../../demo/n8n/credentials.ts';
import { isOldestN8n } from '../../demo/n8n/paths.ts';
import { useN8n } from '../support/n8n/suite.ts';

const suite = useN8n();

describe('the packed package in a real n8n', () => {
	it('brings its nodes, the action node as a tool too', async () => {
		const names = (await nodeTypes(suite.n8n)).map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining([
				'n8n-nodes-bigcommerce.bigCommerce',
				'n8n-nodes-bigcommerce.bigCommerceTool',
				'n8n-nodes-bigcommerce.bigCommerceTrigger',
			]),
		);
	});

	/** As the editor's panel does it: a trigger goes into the node of its name, and n8n's own search ranks what is left. */
	it('is among the first that the panel finds for what it does', async () => {
		const nodes = await nodeTypes(suite.n8n);
		const names = new Set(nodes.map(({ name }) => name));
		const isShown = ({ name, group }: (typeof nodes)[number]) => {
			const action = name.replace('Trigger', '');
			const isMerged = group.includes('trigger') && action !== name && names.has(action);
			return !isMerged && !name.endsWith('Tool');
		};
		const shown = nodes.filter(isShown).map((properties) => ({ properties }));
		const queries = [
			...['webhook', 'orders', 'discount', 'shipping', 'fulfillment', 'sku', 'sync', 'stock'],
			...['tracking', 'abandoned cart', 'big commerce', 'BigCommerce', 'coupon', 'inventory'],
		];
		const missing = queries.filter((query) => {
			const first = sublimeSearch(query, shown).slice(0, 5);
			return !first.some(({ item }) => item.properties.displayName === 'BigCommerce');
		});
		expect(missing).toEqual([]);
	});

	it('brings its credential', async () => {
		const found = (await credentialTypes(suite.n8n)).find(({ name }) => name === 'bigCommerceApi');
		expect(found?.properties.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['apiPath', 'storeHash', 'clientId', 'clientSecret', 'accessToken']),
		);
	});

	it('serves an icon for a light and a dark editor, for each node and the credential', async () => {
		const ours = [
			...(await nodeTypes(suite.n8n)).filter(({ name }) =>
				name.startsWith('n8n-nodes-bigcommerce.'),
			),
			...(await credentialTypes(suite.n8n)).filter(({ name }) => name === 'bigCommerceApi'),
		];
		expect(ours.length).toBeGreaterThanOrEqual(4);
		for (const { iconUrl } of ours) {
			const themes = iconUrl as { light: string; dark: string };
			for (const url of [themes.light, themes.dark]) {
				const { status, headers, data } = await suite.n8n.api.get<string>(`/${url}`);
				expect([url, status, headers['content-type']]).toEqual([
					url,
					200,
					expect.stringContaining('image/svg'),
				]);
				expect(data).toContain('<svg');
			}
		}
	});
});

describe('the test of the credential', () => {
	const testWith = (changes: Record<string, string>) =>
		testCredential(suite.n8n, suite.credential, { ...suite.store.credential, ...changes });

	it('passes against the demo store', async () => {
		expect(await testWith({})).toMatchObject({ status: 'OK' });
	});

	it('tells apart a wrong hash, a wrong token and no connection', async () => {
		const path = new URL(suite.store.credential.apiPath);
		const nobody = 'http://127.0.0.1:9';
		const answers = [
			await testWith({ apiPath: `${path.origin}/stores/zzz999/v3/`, storeHash: '' }),
			await testWith({ accessToken: 'not-the-token' }),
			await testWith({ apiPath: `${nobody}${path.pathname}` }),
		];
		expect(answers.map(({ status }) => status)).toEqual(['Error', 'Error', 'Error']);
		// n8n 1 has words of its own for what is refused, whatever the credential says (the README's table of versions).
		if (isOldestN8n) return;
		const [wrongHash, wrongToken, noConnection] = answers.map(({ message }) => message);
		expect(wrongHash).toMatch(/store hash/i);
		expect(wrongToken).toMatch(/access token/i);
		expect(noConnection).toMatch(/ECONNREFUSED|connect|reach/i);
		expect(new Set(answers.map(({ message }) => message)).size).toBe(3);
	});

	it('never repeats the token', async () => {
		const { message } = await testWith({ accessToken: 'secret-of-the-shop' });
		expect(message).not.toContain('secret-of-the-shop');
	});
});
