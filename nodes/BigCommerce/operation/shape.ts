import type { INodeExecutionData } from 'n8n-workflow';

import type { Operation, Output, Result } from './define';
import type { AnyParams } from './input';

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

/** Of several items the first counts; what came from the store alone goes last. */
function firstInput({ pairedItem }: INodeExecutionData): number {
	const [first] = [pairedItem].flat();
	return typeof first === 'object' ? first.item : (first ?? Number.POSITIVE_INFINITY);
}

/** A failed item stands where its result would have stood. */
export const inInputOrder = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items
		.map((item) => ({ item, at: firstInput(item) }))
		.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
		.map(({ item }) => item);
