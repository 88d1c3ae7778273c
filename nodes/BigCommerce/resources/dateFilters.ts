import type { Query } from '../api/client';
import { defineFields } from '../operation/define';
import type { ParamsOf } from '../operation/params';
import { compact, toDate } from '../operation/values';

/** When a record was made and last changed: many lists of the v3 API are filtered by it. */
export const dateFilters = defineFields([
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		default: '',
		description:
			"Only those made at or after this time. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		default: '',
		description:
			"Only those made at or before this time. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified After',
		name: 'modifiedAfter',
		type: 'dateTime',
		default: '',
		description:
			"Only those changed at or after this time. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified Before',
		name: 'modifiedBefore',
		type: 'dateTime',
		default: '',
		description:
			"Only those changed at or before this time. Without a time zone, the workflow's is used.",
	},
]);

/** Full dates and times: to a date alone BigCommerce adds the present time of day (fact sheet 4.1). */
export function dateQuery(filters: Partial<ParamsOf<typeof dateFilters>>): Query {
	const { createdAfter, createdBefore, modifiedAfter, modifiedBefore } = filters;
	return compact({
		'date_created:min': toDate(createdAfter, 'Created After')?.toISOString(),
		'date_created:max': toDate(createdBefore, 'Created Before')?.toISOString(),
		'date_modified:min': toDate(modifiedAfter, 'Modified After')?.toISOString(),
		'date_modified:max': toDate(modifiedBefore, 'Modified Before')?.toISOString(),
	});
}
