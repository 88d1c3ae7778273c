import fc from 'fast-check';

import { ColumnNames } from '../../nodes/BigCommerce/operation/columnNames';
import { isTable } from '../../nodes/BigCommerce/operation/table';
import { resources } from '../../nodes/BigCommerce/registry';

const tables = resources.flatMap((resource) =>
	resource.operations.flatMap((operation) =>
		operation.fields
			.filter(isTable)
			.map(({ columns }) => ({ of: `${resource.value}:${operation.value}`, columns })),
	),
);

/** Ways in which a sheet or a database spells one name. */
const SPELLINGS = [
	(name: string) => name,
	(name: string) => name.toUpperCase(),
	(name: string) => name.toLowerCase().replace(/ /g, '_'),
	(name: string) => ` ${name.replace(/ /g, '-')} `,
	(name: string) => name.replace(/ /g, ''),
];

describe.each(tables)('the columns of $of', ({ of, columns }) => {
	const names = new ColumnNames(columns);
	const named = columns.flatMap(({ name, displayName, alsoNamed = [], firstNamed = [] }) =>
		[name, displayName, ...alsoNamed, ...firstNamed].map((each) => ({ column: name, each })),
	);

	it('are each known by all of their names, however they are spelt, and by no other', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...named),
				fc.constantFrom(...SPELLINGS),
				({ column, each }, spell) => {
					const { sources, unread } = names.in({ [spell(each)]: 1 });
					expect([[...sources.keys()], unread]).toEqual([[column], []]);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('leave a column alone that they do not know', () => {
		const { sources, unread } = names.in({ 'Color of the lid': 'red' });
		expect([sources.size, unread]).toEqual([0, ['Color of the lid']]);
	});

	it('say which of them records are found by, unless each row makes a product', () => {
		expect(columns.some(({ matches }) => matches)).toBe(of !== 'listing:publish');
	});
});

it('knows a price by its unit', () => {
	const [{ columns = [] } = {}] = tables.filter(({ of }) => of === 'productVariant:updateMany');
	expect([...new ColumnNames(columns).in({ 'Price (USD)': 5 }).sources.keys()]).toEqual(['price']);
});
