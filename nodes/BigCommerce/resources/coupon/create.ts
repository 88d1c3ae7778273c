import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { createBody } from './body';
import { checkedCode, codeFromTemplate, hasRandomPart } from './code';
import { findByCode, simplifyCoupon } from './coupons';
import { couponSettings, discountType } from './fields';
import { saveCoupon } from './save';
import type { Client } from '../../api/client';

/** A random part that is taken is drawn again; more clashes than this mean that the part is too short. */
const DRAWS = 5;

async function freeCode(client: Client, template: string, creator: string): Promise<string> {
	let code = codeFromTemplate(template, creator);
	for (let draw = 1; draw < DRAWS && hasRandomPart(template) && (await findByCode(client, code)); draw++) {
		code = codeFromTemplate(template, creator);
	}
	return code;
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a coupon',
	description: 'Create a coupon, with a code of your own or one built from a creator\'s name',
	scope: 'marketing:modify',
	fields: [
		{
			displayName: 'Code From',
			name: 'codeFrom',
			type: 'options',
			options: [
				{ name: 'Own Code', value: 'own', description: 'You give the code' },
				{ name: 'Template', value: 'template', description: 'Built from a creator\'s name and a random part' },
			],
			default: 'own',
			description: 'Where the code comes from',
		},
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			required: true,
			displayOptions: { show: { codeFrom: ['own'] } },
			default: '',
			placeholder: 'e.g. SPRING10',
			description: 'What shoppers type at checkout, up to 50 characters',
		},
		{
			displayName: 'Creator Name',
			name: 'creatorName',
			type: 'string',
			displayOptions: { show: { codeFrom: ['template'] } },
			default: '',
			placeholder: 'e.g. Anna Lee',
			description: 'Stands in the code in capitals, without spaces and accents',
		},
		{
			displayName: 'Code Template',
			name: 'codeTemplate',
			type: 'string',
			displayOptions: { show: { codeFrom: ['template'] } },
			default: '{name}-{random}',
			placeholder: 'e.g. {name}-{random:4}',
			description: 'Text with {name} for the creator and {random} for six characters that are not mistaken for others; {random:4} gives four',
		},
		...discountType,
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			displayOptions: { hide: { type: ['free_shipping'] } },
			typeOptions: { minValue: 0, numberPrecision: 4 },
			default: 10,
			description: 'Percent or amount off, by the discount type',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spring sale',
			description: 'Name in the control panel, up to 100 characters. Empty means the code.',
		},
		{
			displayName: 'If Code Exists',
			name: 'ifExists',
			type: 'options',
			options: [
				{ name: 'Fail', value: 'fail', description: 'The item fails and says which coupon has the code' },
				{ name: 'Skip', value: 'skip', description: 'The present coupon is the result, unchanged' },
				{ name: 'Update', value: 'update', description: 'The present coupon gets the values of this form' },
			],
			default: 'fail',
			description: 'What to do when the store has a coupon with this code',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...couponSettings],
		},
		...simplifyField,
	],
	simplify: simplifyCoupon,
	target: ({ codeFrom, code, creatorName }) => `${codeFrom}:${codeFrom === 'own' ? code.trim().toLowerCase() : creatorName}`,
	run: async ({ client, params }) => {
		const code =
			params.codeFrom === 'own'
				? checkedCode(params.code)
				: await freeCode(client, params.codeTemplate, params.creatorName);
		const { name, type, amount, additionalFields: settings } = params;
		return await saveCoupon(client, createBody({ code, name, type, amount, settings }), params.ifExists);
	},
});
