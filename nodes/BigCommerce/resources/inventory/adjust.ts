import { defineOperation } from '../../operation/define';
import { toInteger } from '../../operation/values';
import { identityFields, identityOf, whereAndWhy } from './stockFields';
import { writeStock } from './write';

export const adjust = defineOperation({
	value: 'adjust',
	name: 'Adjust',
	action: 'Adjust stock',
	description:
		'Add to the stock of each item, or take off it. Where you know the count itself, Set is safer.',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...identityFields,
		{
			displayName: 'Change By',
			name: 'quantity',
			type: 'string',
			required: true,
			default: '={{ $json.quantity }}',
			placeholder: 'e.g. -2',
			description:
				'How many to add; a negative number takes off. By default the field quantity of the input item.',
		},
		...whereAndWhy,
	],
	prepare: ({ params }) => ({
		identity: identityOf(params),
		quantity: toInteger(params.quantity, 'Change By'),
		location: params.location,
		reason: params.options.reason,
	}),
	many: async (given) => await writeStock('relative', given),
});
