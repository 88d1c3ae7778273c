import { defineFields } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { detailFields, detailsOf, nameFields, valueField } from './fields';
import { recordOf } from './owners';
import { belongsToField, recordFields } from './recordFields';
import { toKey, toNamespace, toValue } from './values';
import type { Given } from './write';

/** The form of Create and of Create or Update. */
export const givenForm = defineFields([
	...belongsToField,
	...recordFields,
	...nameFields,
	...valueField,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...detailFields],
	},
	...simplifyField,
]);

export const toGiven = (params: ParamsOf<typeof givenForm>): Given => ({
	record: recordOf(params),
	namespace: toNamespace(params.namespace),
	key: toKey(params.key),
	value: toValue(params.value),
	...detailsOf(params.additionalFields),
});
