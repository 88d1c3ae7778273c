import { asText } from '../../operation/values';
import { defineFields } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { detailFields, detailsOf, nameFields, valueField } from './metafieldFields';
import { belongsToField, recordFields, recordOf } from './ownerFields';
import { toKey, toNamespace, toValue } from '../../store/metafields/metafieldTexts';
import type { NewMetafield } from '../../store/metafields/writeMetafields';

/** The form of Create and of Create or Update. */
export const metafieldForm = defineFields([
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
	...outputFields,
]);

export const toGiven = (params: ParamsOf<typeof metafieldForm>): NewMetafield => ({
	record: recordOf(params),
	namespace: toNamespace(asText(params.namespace, 'Namespace')),
	key: toKey(asText(params.key, 'Key')),
	value: toValue(params.value),
	...detailsOf(params.additionalFields),
});
