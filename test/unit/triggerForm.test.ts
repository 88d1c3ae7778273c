import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { BigCommerceTrigger } from '../../nodes/BigCommerce/BigCommerceTrigger.node';
import { events } from '../../nodes/BigCommerce/store/webhooks/events';

const { description, methods } = new BigCommerceTrigger();

const fields = description.properties.flatMap((field) => [
	field,
	...(field.type === 'collection' ? (field.options as INodeProperties[]) : []),
]);

describe('the form of the trigger', () => {
	it('names new orders first, and chooses them', () => {
		const chosen = fields.find(({ name }) => name === 'events');
		expect(chosen?.options?.[0]).toMatchObject({ name: 'New Order', value: 'store/order/created' });
		expect(chosen?.default).toEqual(['store/order/created']);
	});

	it('has each event once: the common ones in plain words, all others behind them', () => {
		const valuesOf = (wanted: string) =>
			fields
				.find(({ name }) => name === wanted)!
				.options!.map((option) => (option as INodePropertyOptions).value);
		const common = valuesOf('events');
		expect(common.length).toBeGreaterThan(15);
		expect(common.length).toBeLessThan(30);
		expect([...common, ...valuesOf('moreEvents')].sort()).toEqual(
			events.map(({ value }) => value).sort(),
		);
		expect(common.filter((value) => String(value).endsWith('*'))).toEqual([]);
	});

	it('names only pickers that exist', () => {
		const named = fields.flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []);
		expect(named).toHaveLength(4);
		for (const method of named) expect(Object.keys(methods.loadOptions)).toContain(method);
	});

	it('explains every field, in the words of n8n', () => {
		for (const { displayName, description: text, hint, type } of fields) {
			if (displayName === 'Authentication' || displayName === 'Options') continue;
			expect([displayName, Boolean(text ?? hint)]).toEqual([displayName, true]);
			expect([
				displayName,
				type,
				/\b(error|problem|failure|mistake)\b/i.test(`${text} ${hint}`),
			]).toEqual([displayName, type, false]);
		}
	});
});
