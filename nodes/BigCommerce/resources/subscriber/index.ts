import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { idsIn, plainFilters, queriesFor } from '../../forms/listFilters';
import { recordOperations } from '../../forms/recordOperations';
import { defineFields, type Resource } from '../../operation/define';
import { toEmail } from '../../store/customers/customers';
import {
	simplifySubscriber,
	subscribers,
	type Subscriber,
} from '../../store/customers/subscribers';
import { del } from './delete';
import { upsert } from './upsert';

const filters = defineFields([
	...dateFilters,
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		check: toEmail,
		default: '',
		placeholder: 'e.g. ada@example.com',
		description: 'Only the subscriber with this address',
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ada',
		description: 'Only subscribers with exactly this first name',
	},
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5, 6',
		description: 'Only these subscribers: one ID, or several separated by commas',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Berg',
		description: 'Only subscribers with exactly this last name',
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		as: 'id',
		default: '',
		placeholder: 'e.g. 123',
		description: 'Only who subscribed along with this order',
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: '',
		placeholder: 'e.g. storefront',
		description: 'Only who came from there: storefront, order or custom',
	},
]);

const FILTERS = {
	email: 'email',
	firstName: 'first_name',
	lastName: 'last_name',
	orderId: 'order_id',
	source: 'source',
};

const { getAll } = recordOperations<Subscriber>({
	records: subscribers,
	noun: 'subscriber',
	simplify: simplifySubscriber,
});

export const subscriber: Resource = {
	value: 'subscriber',
	name: 'Subscriber',
	description: 'People who receive the newsletter of the store',
	operations: [
		upsert,
		del,
		getAll({
			description: 'Retrieve a list of subscribers to the newsletter',
			filters,
			queries: ({ filters: added }) =>
				queriesFor(
					{ ...plainFilters(added, FILTERS), ...dateQuery(added) },
					{ 'id:in': idsIn(added.ids, 'IDs') },
				),
		}),
	],
};
