import type { Query } from '../api/client';
import { defineFields } from '../operation/define';
import type { ParamsOf } from '../operation/params';
import { compact } from '../api/values';

/** When a record was made and last changed: many lists of the v3 API are filtered by it. */
export const dateFilters = defineFields([
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		day: 'start',
		default: '',
		description:
			"Only those made at or after this time; a date alone means its start. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		day: 'end',
		default: '',
		description:
			"Only those made at or before this time; a date alone includes that day. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified After',
		name: 'modifiedAfter',
		type: 'dateTime',
		day: 'start',
		default: '',
		description:
			"Only those changed at or after this time; a date alone means its start. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified Before',
		name: 'modifiedBefore',
		type: 'dateTime',
		day: 'end',
		default: '',
		description:
			"Only those changed at or before this time; a date alone includes that day. Without a time zone, the workflow's is used.",
	},
]);

/** Full dates and times: to a date alone BigCommerce adds the present time of day (API notes 2.2). */
const instant = (date: Date | undefined) => date?.toISOString();

export function dateQuery(filters: Partial<ParamsOf<typeof dateFilters>>): Query {
	const { createdAfter, createdBefore, modifiedAfter, modifiedBefore } = filters;
	return compact({
		'date_created:min': instant(createdAfter),
		'date_created:max': instant(createdBefore),
		'date_modified:min': instant(modifiedAfter),
		'date_modified:max': instant(modifiedBefore),
	});
}
