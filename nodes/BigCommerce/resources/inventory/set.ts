import { defineOperation } from '../../operation/define';
import { toInteger } from '../../operation/values';
import { identityFields, identityOf, whereAndWhy } from './stockFields';
import { writeStock } from './write';

export const set = defineOperation({
	value: 'set',
	name: 'Set',
	action: 'Set stock',
	description: 'Set how many of each item there are, 2,000 items a request',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...identityFields,
		{
			displayName: 'Quantity',
			name: 'quantity',
			type: 'string',
			required: true,
			default: '={{ $json.quantity }}',
			placeholder: 'e.g. 12',
			description:
				'New stock, a whole number from 0 up. By default the field quantity of the input item.',
		},
		...whereAndWhy,
	],
	prepare: ({ params }) => ({
		identity: identityOf(params),
		quantity: toInteger(params.quantity, 'Quantity', { atLeast: 0 }),
		location: params.location,
		reason: params.options.reason,
	}),
	many: async (given) => await writeStock('absolute', given),
});
