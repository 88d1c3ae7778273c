import { text } from '../http/fieldRules.ts';
import type { Route } from '../http/routes.ts';
import type { CustomField } from '../records.ts';
import { ONE_PRODUCT, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import type { Part } from './productParts.ts';

/** Each pair of name and value is unique inside a product; a second one is no conflict but invalid (API notes 2.11). */
export const customFieldPart: Part<Owner, CustomField> = {
	name: 'custom field',
	sequence: 'customField',
	rules: { name: text(250, 1), value: text(250, 1) },
	required: ['name', 'value'],
	most: 200,
	of: ({ product }) => product.custom_fields,
	blank: () => ({ name: '', value: '' }),
	conflict: (part, others) =>
		others.some(({ name, value }) => name === part.name && value === part.value)
			? [422, { name: `The custom field ${part.name} has this value already` }]
			: undefined,
};

export const customFieldRoutes: Route[] = partRoutes(customFieldPart, {
	path: `${ONE_PRODUCT}/custom-fields`,
	idName: 'custom_field_id',
	owner: productOwner,
});
