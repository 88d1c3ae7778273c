import type { Client } from '../../api/client';
import { defineOperation } from '../../operation/define';
import { reachableAddress } from '../../store/webhooks/destination';
import { originOf, type HookWithStatus } from '../../store/webhooks/hookAdmin';
import { ownAddressField } from '../../operation/fields';
import { repairHooks } from '../../store/webhooks/hookRepair';

const named = ({ id, scope, destination, status }: HookWithStatus) => ({
	id,
	event: scope,
	destination,
	status,
});

async function repaired(client: Client, ownAddress: string): Promise<object> {
	const report = await repairHooks(client, reachableAddress(originOf(ownAddress)));
	return {
		active: report.active.length,
		reactivated: report.reactivated.map(named),
		notReactivated: report.notReactivated.map(({ hook, reason }) => ({ ...named(hook), reason })),
		leftAlone: report.others,
		blockedDomains: report.blockedDomains,
	};
}

export const repair = defineOperation({
	value: 'repair',
	name: 'Repair',
	action: 'Repair webhooks',
	description:
		'Switch those webhooks of this n8n on again that were switched off, and tell what was found; made for a schedule',
	scope: 'none',
	fields: [
		{
			displayName:
				'Looks at all webhooks of this API account and switches those on again that deliver to this n8n and were switched off. What belongs to others is left alone. One output item tells what was found.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		...ownAddressField,
	],
	/** Once, however many items come in. */
	allAtOnce: true,
	async *many({ records: rows, run: { client } }) {
		const [first] = rows;
		if (!first) return;
		const from = rows.map(({ item }) => item.index);
		yield [{ json: await repaired(client, String(first.params.ownAddress)), from }];
	},
});
