import type {
	FieldType,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { Resource } from './define';
import type { Column, Field } from './params';

/** What a table of rows says of itself in the form. */
interface TableTexts<Columns extends readonly Column[]> {
	columns: Columns;
	description: string;
	needsValue?: true;
}

export interface TableField<Columns extends readonly Column[]> {
	displayName: 'Columns';
	name: 'columns';
	type: 'resourceMapper';
	noDataExpression: true;
	default: { mappingMode: 'autoMapInputData'; value: null };
	description: string;
	typeOptions: NonNullable<Field['typeOptions']>;
	columns: Columns;
	needsValue?: true;
}

/** The field of an operation that reads a table: each input item is a row, and its fields are columns. */
export const tableField = <const Columns extends readonly Column[]>({
	columns,
	...texts
}: TableTexts<Columns>): readonly [TableField<Columns>] => [
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'autoMapInputData', value: null },
		...texts,
		typeOptions: {
			loadOptionsDependsOn: ['resource', 'operation'],
			resourceMapper: {
				resourceMapperMethod: 'named by the description',
				mode: columns.some(({ matches }) => matches) ? 'update' : 'add',
				valuesLabel: 'Values to Write',
				fieldWords: { singular: 'column', plural: 'columns' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: true,
				matchingFieldsLabels: {
					title: 'Column to Match On',
					description: 'What a row and the store know the record by',
					hint: 'Each row must have it; the other columns are what is written',
				},
			},
		},
		columns,
	},
];

/** An option beside a table of which some column `clears`. An empty cell mostly means that a list does not know. */
export const emptyCellsClearField = [
	{
		displayName: 'Empty Cells Clear',
		name: 'emptyCellsClear',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether a column that the row has, but empty, empties that of the store where it can be empty. Without this option an empty cell changes nothing.',
	},
] as const satisfies readonly Field[];

export const isTable = (field: Field): field is Field & { columns: readonly Column[] } =>
	field.columns !== undefined;

/** The column that rows are found by where the form does not say another. */
export const defaultMatch = (columns: readonly Column[]): string =>
	columns.find(({ matches }) => matches)?.name ?? '';

/** Names the method by which the editor asks for the columns of an operation. */
export const columnsMethod = (resource: string, operation: string) =>
	`get${[resource, operation].map((part) => part.replace(/^./, (letter) => letter.toUpperCase())).join('')}Columns`;

const TYPES: { [type: string]: FieldType } = {
	number: 'number',
	boolean: 'boolean',
	dateTime: 'dateTime',
	options: 'options',
	json: 'object',
};

/**
 * A column as the editor's mapper knows it. Values are read by the kit alone, so that all that it takes is text. The mapper
 * marks every value as wrong that a list lacks, so that what takes others is a text there.
 */
function mapperField(column: Column, firstMatch: string): ResourceMapperField {
	const { name, displayName, type, matches = false, required = false, options = [] } = column;
	const kind = (column.allowOther ? undefined : TYPES[type]) ?? 'string';
	return {
		id: name,
		displayName,
		defaultMatch: name === firstMatch,
		canBeUsedToMatch: matches,
		required,
		display: true,
		type: kind,
		...(kind === 'options' && { options: options as INodePropertyOptions[] }),
	};
}

type ColumnsMethods = { [method: string]: () => Promise<ResourceMapperFields> };

/** What the editor asks for the columns of each operation that reads a table. */
export const columnsMethods = (resources: readonly Resource[]): ColumnsMethods =>
	Object.fromEntries(
		resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				operation.fields.filter(isTable).map(({ columns }) => {
					const first = defaultMatch(columns);
					const fields = columns.map((column) => mapperField(column, first));
					return [
						columnsMethod(resource.value, operation.value),
						async () => await Promise.resolve({ fields }),
					] as const;
				}),
			),
		),
	);
