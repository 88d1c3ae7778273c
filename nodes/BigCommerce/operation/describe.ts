import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Resource } from './define';
import type { Field } from './params';
import { columnsMethod } from './table';

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

const RULES = [
	'as',
	'allowOther',
	'check',
	'clears',
	'columns',
	'day',
	'emptyAdvice',
	'listedFirst',
	'maxLength',
	'narrows',
	'needsValue',
	'orNone',
] as const;

/** Whether an expression may give a value that the editor's list does not have. */
const takesOthers = ({ type, allowOther, options = [] }: Field): boolean =>
	(type === 'options' || type === 'multiOptions') && (allowOther === true || options.length === 0);

/** n8n's own part of a field, and of the fields within it. */
function plain(field: Field): INodeProperties {
	const own: Partial<Field> = { ...field };
	for (const rule of RULES) delete own[rule];
	const { options } = field;
	return {
		...(own as INodeProperties),
		...(takesOthers(field) && { allowArbitraryValues: true }),
		...(options && {
			options: options.map((option) => {
				if ('values' in option) return { ...option, values: option.values.map(plain) };
				return 'type' in option ? plain(option) : option;
			}),
		}),
	};
}

/** What can be added to a collection: what is wanted most, then by label; several operations share parts of such lists. */
function sorted(field: Field): Field {
	if (field.type !== 'collection') return field;
	const { options = [], listedFirst = [] } = field;
	const place = ({ name }: { name: string }) =>
		listedFirst.includes(name) ? listedFirst.indexOf(name) : listedFirst.length;
	return {
		...field,
		options: [...(options as Field[])].sort(
			(a, b) => place(a) - place(b) || a.displayName.localeCompare(b.displayName),
		),
	};
}

/** n8n asks for a required field of a collection even where the collection is not shown. */
const optional = ({ required: _required, ...field }: INodeProperties): INodeProperties => field;

/** What a record shall have, and what records are looked for by. */
const OF_RECORDS: ReadonlySet<string> = new Set(['additionalFields', 'updateFields', 'filters']);

/** What nobody filled in must not be written: n8n would put a number, or the first choice, into a field that is added. */
function startingEmpty(field: INodeProperties, within: string): INodeProperties {
	const { type, options = [] } = field;
	if (type === 'number') return { ...field, default: '' };
	const choices = options as INodePropertyOptions[];
	const isList = type === 'options' && choices.length > 0 && within !== 'filters';
	if (!isList || choices.some(({ value }) => value === '')) return field;
	return { ...field, default: '', options: [{ name: '(Choose)', value: '' }, ...choices] };
}

/** n8n fills a number in by itself, which a person who has to give one may well overlook. */
const asked = (field: INodeProperties): INodeProperties =>
	field.type === 'number' && field.required ? { ...field, default: '' } : field;

const collected = (field: INodeProperties): INodeProperties =>
	field.type === 'collection'
		? {
				...field,
				options: ((field.options ?? []) as INodeProperties[])
					.map(optional)
					.map((one) => (OF_RECORDS.has(field.name) ? startingEmpty(one, field.name) : one)),
			}
		: field;

/** The editor asks for the columns of a table by a method of each operation's own. */
function withColumns(resource: Resource, operation: Operation) {
	return (field: INodeProperties): INodeProperties => {
		const { resourceMapper } = field.typeOptions ?? {};
		if (!resourceMapper) return field;
		const resourceMapperMethod = columnsMethod(resource.value, operation.value);
		return {
			...field,
			typeOptions: {
				...field.typeOptions,
				resourceMapper: {
					...resourceMapper,
					resourceMapperMethod,
					localResourceMapperMethod: undefined,
				},
			},
		};
	};
}

/** Display conditions follow from where an operation stands; nobody types them. */
function shownFor(resource: Resource, operation: Operation) {
	return (field: INodeProperties): INodeProperties => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				...field.displayOptions?.show,
				resource: [resource.value],
				operation: [operation.value],
			},
		},
	});
}

/** A person, and the model that an agent's tool is described to, shall know before what is gone for good. */
const withConsequence = ({ value, description }: Operation): string =>
	value.startsWith('delete')
		? `${description.replace(/\.$/, '')}. It cannot be undone.`
		: description;

function operationOptions({ operations }: Resource): INodePropertyOptions[] {
	return operations
		.map((operation) => ({
			name: operation.name,
			value: operation.value,
			action: operation.action,
			description: withConsequence(operation),
		}))
		.sort(byName);
}

function preferred({ operations }: Resource): string {
	return (operations.find(({ value }) => value === 'getAll') ?? operations[0])?.value ?? '';
}

/** The node's form: the resource picker, an operation picker a resource, and each operation's own fields. */
export function describeResources(resources: readonly Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: 'order',
		},
		...resources.map((resource): INodeProperties => ({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource.value] } },
			options: operationOptions(resource),
			default: preferred(resource),
		})),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				operation.fields
					.map(sorted)
					.map(plain)
					.map(collected)
					.map(asked)
					.map(withColumns(resource, operation))
					.map(shownFor(resource, operation)),
			),
		),
	];
}
