import { BigCommerceApi } from '../../credentials/BigCommerceApi.credentials';
import { accessInWords } from '../../nodes/BigCommerce/api/scopes';
import { resources } from '../../nodes/BigCommerce/registry';
import { scopesOfJobs } from '../../nodes/BigCommerce/scopesOfJobs';

const { properties } = new BigCommerceApi();
const notice = properties.find(({ type }) => type === 'notice')?.displayName ?? '';

describe('the notice of the credential', () => {
	it('is made of links and lists, all else of which n8n drops', () => {
		const tags = [...notice.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
		expect(tags.length).toBeGreaterThan(10);
		expect(tags.filter((tag) => !['a', 'ul', 'li'].includes(tag ?? ''))).toEqual([]);
	});

	it('names every scope that an operation needs, and has a job for each operation', () => {
		const jobs = scopesOfJobs();
		expect(jobs.map(({ name }) => name)).not.toContain('All else');
		const needs = resources.flatMap(({ operations }) =>
			operations.flatMap(({ scope, optionalScopes = [] }) => [scope, ...optionalScopes]),
		);
		for (const need of needs) {
			if (need === 'none') continue;
			const label = accessInWords(need).replace(/ \(.*/, '');
			expect(notice).toContain(label);
		}
		expect(jobs).toEqual(
			expect.arrayContaining([
				{
					name: 'Sync and publish listings',
					scopes:
						'Products (modify); for some choices also Store Inventory (modify), Store Locations (read-only), Channel Settings (read-only)',
				},
				{ name: 'Stock', scopes: expect.stringContaining('Store Inventory (modify)') as string },
			]),
		);
	});
});

describe('the fields of the credential', () => {
	it('say which may stay empty, and what those are for', () => {
		const optional = properties.filter(({ displayName }) => displayName.endsWith('(Optional)'));
		expect(optional.map(({ name }) => name)).toEqual(['clientId', 'clientSecret']);
		for (const { hint } of optional) expect(hint).toMatch(/^Only used/);
		expect(properties.filter(({ required }) => required).map(({ name }) => name)).toEqual([
			'accessToken',
		]);
	});
});
