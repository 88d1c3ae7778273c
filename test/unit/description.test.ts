import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { inspect } from 'node:util';

import {
	NodeHelpers,
	type INode,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { BigCommercePollingTrigger } from '../../nodes/BigCommerce/BigCommercePollingTrigger.node';
import { BigCommerceTrigger } from '../../nodes/BigCommerce/BigCommerceTrigger.node';
import { resources } from '../../nodes/BigCommerce/registry';

const root = resolve(__dirname, '../..');
const { description, methods } = new BigCommerce();
const nodes = { BigCommerce, BigCommercePollingTrigger, BigCommerceTrigger };
const names = Object.keys(nodes) as Array<keyof typeof nodes>;
const fieldsOf = (name: keyof typeof nodes) => [...walk(new nodes[name]().description.properties)];

interface Finding {
	ruleId: string;
	message: string;
	line: number;
}

type Entry = INodeProperties | INodePropertyOptions | INodePropertyCollection;

function* walk(entries: readonly Entry[]): Generator<INodeProperties> {
	for (const entry of entries) {
		if ('type' in entry) yield entry;
		if ('values' in entry) yield* walk(entry.values);
		if ('options' in entry && entry.options) yield* walk(entry.options as Entry[]);
	}
}

const byLabel = (a: Entry, b: Entry) => {
	const labelOf = (entry: Entry) => ('displayName' in entry ? entry.displayName : entry.name);
	return labelOf(a).localeCompare(labelOf(b));
};

/** Lists that begin with what is wanted most. */
const isOrdered = ({ name, displayOptions: { show } = {} }: INodeProperties) =>
	name === 'resource' ||
	// Of the trigger: new orders.
	name === 'events' ||
	resources.some(({ value, operations }) =>
		operations.some(
			(operation) =>
				show?.resource?.includes(value) &&
				show.operation?.includes(operation.value) &&
				operation.fields.some((field) => field.name === name && field.listedFirst),
		),
	);

/** n8n's linters look at what a person wrote, and want the alphabet there; what is put first on purpose is held below. */
const asTheLintersWantIt = (properties: INodeProperties[]) =>
	properties.map((property) =>
		isOrdered(property)
			? { ...property, options: [...(property.options as Entry[])].sort(byLabel) }
			: property,
	);

const shownFor = (resource: string, operation: string) =>
	description.properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation),
	);

describe('the form that the resources make', () => {
	it('passes the linters that only look at literals', () => {
		const literals = names.map((name) => {
			const node = new nodes[name]().description;
			const form = { ...node, properties: asTheLintersWantIt(node.properties) };
			const written = inspect(form, {
				depth: Infinity,
				maxArrayLength: Infinity,
				maxStringLength: Infinity,
			})
				.replace("inputs: [ 'main' ]", 'inputs: [NodeConnectionTypes.Main]')
				.replace("outputs: [ 'main' ]", 'outputs: [NodeConnectionTypes.Main]');
			const filePath = resolve(root, `nodes/BigCommerce/${name}.node.ts`);
			const text = `
			import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
			import { methods } from './methods';
			export class ${name} implements INodeType {
				description: INodeTypeDescription = ${written};
				webhookMethods = methods;
			}`;
			return { filePath, text };
		});
		const { stdout } = spawnSync(process.execPath, ['test/support/lintTexts.mjs'], {
			cwd: root,
			input: JSON.stringify(literals),
			encoding: 'utf8',
			env: { ...process.env, NODE_ENV: 'production' },
		});
		const findings = (JSON.parse(stdout) as Finding[][]).map((messages, index) => {
			const lines = literals[index]?.text.split('\n') ?? [];
			return messages.map(
				({ ruleId, message, line }) =>
					`${ruleId}: ${message} at ${lines.slice(line - 1, line + 3).join(' ')}`,
			);
		});
		expect(findings).toEqual(names.map(() => []));
	}, 120_000);

	it.each(
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [value, operation.value]),
		),
	)('%s: %s has fields, none of one name visible twice', (resource, operation) => {
		const shown = shownFor(resource, operation);
		expect(shown.length).toBeGreaterThan(0);
		const byName = Map.groupBy(shown, ({ name }) => name);
		for (const [name, twins] of byName) {
			const conditions = twins.map(({ displayOptions }) => JSON.stringify(displayOptions));
			expect([name, new Set(conditions).size]).toEqual([name, twins.length]);
		}
	});

	it.each(
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [value, operation.value]),
		),
	)('%s: %s asks for its own required fields alone', (resource, operation) => {
		const node: INode = {
			id: '1',
			name: 'BigCommerce',
			type: description.name,
			typeVersion: 1,
			position: [0, 0],
			parameters: { resource: resource ?? '', operation: operation ?? '' },
		};
		const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
		const own = new Set(
			shownFor(resource ?? '', operation ?? '').flatMap(({ name, required }) =>
				required ? [name] : [],
			),
		);
		expect(Object.keys(issues?.parameters ?? {}).filter((name) => !own.has(name))).toEqual([]);
	});

	it('lists the resources of the main jobs first, in the panel too, and all others by name', () => {
		const [{ options = [] } = {}] = description.properties.filter(
			({ name }) => name === 'resource',
		);
		const listed = (options as INodePropertyOptions[]).map(({ name }) => name);
		expect(listed.slice(0, 7)).toEqual([
			'Order',
			'Order Shipment',
			'Listing',
			'Inventory',
			'Product',
			'Product Variant',
			'Coupon',
		]);
		const others = listed.slice(7);
		expect(others).toEqual([...others].sort((a, b) => a.localeCompare(b)));
	});

	it('begins the fields of a product with what is changed most', () => {
		const [{ options = [] } = {}] = shownFor('product', 'update').filter(
			({ name }) => name === 'updateFields',
		);
		const labels = (options as INodeProperties[]).map(({ displayName }) => displayName);
		expect(labels.length).toBeGreaterThan(50);
		expect(labels.slice(0, 5)).toEqual([
			'Name',
			'Price',
			'Sale Price',
			'Stock',
			'Visible on Storefront',
		]);
		const others = labels.slice(10);
		expect(others).toEqual([...others].sort((a, b) => a.localeCompare(b)));
	});

	it('names actions without articles', () => {
		const actions = resources.flatMap(({ operations }) => operations.map(({ action }) => action));
		expect(actions.filter((action) => /\b(an?|the)\b/i.test(action))).toEqual([]);
		expect(new Set(actions).size).toBe(actions.length);
	});

	// The editor marks a value of an expression as wrong that its list does not have, unless the field says that it may be any.
	it.each(names)('%s lets an expression give what a list of the store does not show', (name) => {
		const open = fieldsOf(name).filter(({ typeOptions }) => typeOptions?.loadOptionsMethod);
		const closed = open.filter(
			({ type, allowArbitraryValues }) => type.endsWith('ptions') && !allowArbitraryValues,
		);
		expect(open.length).toBeGreaterThan(0);
		expect(closed.map(({ displayName }) => displayName)).toEqual([]);
	});

	it('lets one give what a list that takes others does not show, in a table as text', async () => {
		const others = fieldsOf('BigCommerce').filter(
			(field) => field.allowArbitraryValues && !field.typeOptions?.loadOptionsMethod,
		);
		expect(new Set(others.map(({ displayName }) => displayName))).toEqual(
			new Set(['Carrier', 'Event']),
		);
		const columns = await methods.resourceMapping.getOrderShipmentSyncColumns?.();
		expect(columns?.fields.find(({ id }) => id === 'carrier')?.type).toBe('string');
	});

	// Over items that lack the field the editor shows a red "undefined", in fields that nobody need fill in.
	it('fills in no expression by itself where a field may stay empty', () => {
		const filled = resources.flatMap(({ value, operations }) =>
			operations.flatMap((operation) =>
				[...walk(operation.fields)]
					.filter(
						({ default: given, required }) =>
							!required && typeof given === 'string' && given.startsWith('={{ $json'),
					)
					.map(({ name }) => `${value}:${operation.value} ${name}`),
			),
		);
		expect(filled.filter((name) => !name.startsWith('listing:'))).toEqual([]);
	});

	it('has no operation value twice in a resource, and stable camelCase values', () => {
		for (const { value, operations } of resources) {
			expect(value).toMatch(/^[a-z][A-Za-z]+$/);
			const values = operations.map((operation) => operation.value);
			expect(new Set(values).size).toBe(values.length);
			for (const operation of values) expect(operation).toMatch(/^[a-z][A-Za-z]+$/);
		}
	});

	it('describes resources and operations in the two lines that the editor has for it', () => {
		const texts = resources.flatMap((resource) => [resource, ...resource.operations]);
		const long = texts.filter(({ description: text }) => text.length > 115);
		expect(long.map(({ description: text }) => text)).toEqual([]);
	});

	it.each(names)('%s names only pickers that exist', (name) => {
		const named = fieldsOf(name).flatMap(({ typeOptions, modes }) => [
			...(typeOptions?.loadOptionsMethod ? [['loadOptions', typeOptions.loadOptionsMethod]] : []),
			...(modes ?? []).flatMap((mode) =>
				mode.typeOptions?.searchListMethod
					? [['listSearch', mode.typeOptions.searchListMethod]]
					: [],
			),
		]) as Array<['loadOptions' | 'listSearch', string]>;
		expect(named.length).toBeGreaterThan(0);
		for (const [kind, method] of named) expect(Object.keys(methods[kind])).toContain(method);
	});

	it.each(names)('%s explains every field, and shows an example where one types text', (name) => {
		const fields = fieldsOf(name);
		const unexplained = fields.filter(
			({ type, description: text, displayName }) =>
				!['notice', 'collection', 'fixedCollection'].includes(type) &&
				!['Resource', 'Operation', 'Authentication', 'Trigger On'].includes(displayName) &&
				!text,
		);
		expect(unexplained.map(({ displayName }) => displayName)).toEqual([]);
		const bare = fields.filter(
			({ type, placeholder }) => type === 'string' && !placeholder?.startsWith('e.g.'),
		);
		expect(bare.map(({ displayName }) => displayName)).toEqual([]);
	});

	it.each(names)('%s keeps to the words of n8n: no jargon of failure', (name) => {
		const texts = fieldsOf(name).flatMap(({ displayName, description: text, hint }) => [
			displayName,
			text,
			hint,
		]);
		expect(
			texts.filter((text) => text && /\b(error|problem|failure|mistake)\b/i.test(text)),
		).toEqual([]);
	});
});
