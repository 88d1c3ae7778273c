import type { INodeExecutionData } from 'n8n-workflow';

import type { Operation, Output, Result } from './define';
import type { AnyParams } from './readParams';

/** The record as it is output: short where the form's Simplify is on. */
export function shaped(operation: Operation, params: AnyParams, record: Output): Output {
	return operation.simplify && params.simplify !== false
		? operation.simplify(record as never)
		: record;
}

export const asItem = ({ json, from, binary }: Result): INodeExecutionData => ({
	json: json as INodeExecutionData['json'],
	...(binary && { binary }),
	...(from.length > 0 && {
		pairedItem: from.length === 1 ? { item: from[0] as number } : from.map((item) => ({ item })),
	}),
});
