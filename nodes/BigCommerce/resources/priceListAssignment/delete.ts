import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { priceListAssignments } from '../../store/pricing/priceListAssignments';
import { assignmentLocator } from './assignmentLocator';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete price list assignment',
	description: 'Take a price list away from the customer group or channel that it is assigned to',
	scope: 'products:modify',
	fields: assignmentLocator,
	writes: ({ assignment }) => assignment.value,
	each: async ({ params, run: { client } }) => {
		const id = idOf(params.assignment, 'Assignment');
		// There is no path for one assignment: it is named by a filter.
		await client.delete({
			path: priceListAssignments.path,
			query: { id },
			task: `delete the price list assignment ${id}`,
			scope: 'products:modify',
		});
		return { deleted: true, id };
	},
});
