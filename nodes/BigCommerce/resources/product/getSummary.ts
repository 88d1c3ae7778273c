import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { inCamelCase, toAmount } from '../../api/values';

interface Summary {
	lowest_variant_price?: string;
}

export const getSummary = defineOperation({
	value: 'getSummary',
	name: 'Get Summary',
	action: 'Get catalog summary',
	description:
		'Retrieve how many variants the store has, what they cost and what the stock is worth',
	scope: 'products:read',
	fields: [...outputFields],
	// The lowest price alone comes as text.
	simplify: (summary: Summary) => ({
		...(inCamelCase(summary) as object),
		lowestVariantPrice: toAmount(summary.lowest_variant_price),
	}),
	each: async ({ run: { client } }) =>
		(await client.get<Summary>({
			path: '/v3/catalog/summary',
			task: 'read the summary of the catalog',
			scope: 'products:read',
		})) ?? {},
});
