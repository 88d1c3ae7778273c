import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import { nameFields } from './metafieldFields';

/** How a metafield that is there is named. */
export const findByField = defineFields([
	{
		displayName: 'Find Metafield By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'ID', value: 'id', description: 'The ID that BigCommerce gave the metafield' },
			{ name: 'Namespace and Key', value: 'key', description: 'The names that you gave it' },
		],
		default: 'key',
		description: 'How the metafield is found',
	},
]);

export const nameFieldsToFindBy = shownWhen({ findBy: ['key'] }, nameFields);
