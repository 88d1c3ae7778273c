import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { idOf, toId } from '../../operation/values';
import { assignPriceLists } from '../../store/pricing/assignPriceLists';
import { simplifyAssignment, type PriceListTarget } from '../../store/pricing/priceListAssignments';
import { priceListLocator } from '../../forms/locators/priceList';

const optionalId = (given: unknown, label: string) =>
	given === undefined || given === null || given === '' ? undefined : toId(given, label);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create price list assignments',
	description:
		'Give the prices of a list to a customer group, to a sales channel, or to a group on a channel',
	scope: 'products:modify',
	optionalScopes: ['channels:read', 'customers:read'],
	fields: [
		...priceListLocator,
		{
			displayName: 'Customer Group Name or ID',
			name: 'customerGroup',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCustomerGroupsOrAll' },
			default: '',
			description:
				'Who gets the prices. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Channel Name or ID',
			name: 'channel',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getChannelsOrAll' },
			default: '',
			description:
				'Where the prices hold. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			hint: 'Choose a customer group, a channel, or both',
		},
		...outputFields,
	],
	simplify: simplifyAssignment,
	prepare: ({ params: { priceList, customerGroup, channel } }): PriceListTarget => {
		const target = {
			price_list_id: idOf(priceList, 'Price List'),
			...compact({
				customer_group_id: optionalId(customerGroup, 'Customer Group Name or ID'),
				channel_id: optionalId(channel, 'Channel Name or ID'),
			}),
		};
		if (target.customer_group_id || target.channel_id) return target;
		throw new InputError(
			'A price list is assigned to a customer group, to a channel, or to a group on a channel',
			"Choose one under 'Customer Group Name or ID' or 'Channel Name or ID'; for all shoppers of a storefront choose its channel.",
		);
	},
	many: async ({ records, run }) => await assignPriceLists(run.client, records),
});
