import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';

import { BigCommerceError, type FieldProblem } from '../api/errors';
import { InputError } from '../api/inputError';
import { withShortValues } from '../api/shortened';
import { StoreAddressError } from '../api/store';

/** n8n shows descriptions as HTML. */
const escapeHtml = (text: string) =>
	text.replace(
		/[&<>"]/g,
		(sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
	);

/** Joins texts that may or may not end in a full stop. */
export const sentences = (...texts: string[]) =>
	texts
		.map((text) => text.trim().replace(/\.$/, ''))
		.filter(Boolean)
		.map((text) => (/[!?]$/.test(text) ? text : `${text}.`))
		.join(' ');

/** What the person can do about it. */
export const adviceOf = (error: unknown): string =>
	error instanceof BigCommerceError || error instanceof InputError ? error.advice : '';

/** Whatever went wrong, as n8n shows it: what happened, and below it what BigCommerce said and what to do. */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): Error {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.message = withShortValues(error.message);
		return error;
	}
	const item = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	if (error instanceof BigCommerceError) {
		const description = escapeHtml(sentences(error.reason, error.advice));
		const message = `${error.message}${item}`;
		const shown = new NodeApiError(node, bodyOf(error), {
			message,
			description,
			httpCode: error.status === undefined ? error.code : String(error.status),
			itemIndex,
		});
		return withOwnText(shown, message, description);
	}
	const thrown = error instanceof Error ? error : new Error(String(error));
	const message = `${thrown.message}${item}`;
	const shown = new NodeOperationError(node, thrown, {
		message,
		description: escapeHtml(adviceOf(error)) || undefined,
		itemIndex,
		level: error instanceof InputError || error instanceof StoreAddressError ? 'warning' : 'error',
	});
	return withOwnText(shown, message);
}

/**
 * n8n puts a text of its own in the place of messages that hold the name of a network error, be it in the word
 * FaceAccessories (EACCES).
 */
function withOwnText(
	error: NodeApiError | NodeOperationError,
	message: string,
	description = error.description,
) {
	error.message = message;
	error.description = description;
	return error;
}

/** The same error with one sentence more below its message. */
export function noted(error: Error, note: string): Error {
	if (error instanceof NodeApiError || error instanceof NodeOperationError)
		error.description = sentences(error.description ?? '', escapeHtml(note));
	return error;
}

const bodyOf = ({ body, message }: BigCommerceError): JsonObject =>
	typeof body === 'object' && body !== null && !Array.isArray(body)
		? (body as JsonObject)
		: { message };

interface ErrorDetails {
	httpCode?: number;
	description: string;
	fields?: FieldProblem[];
}

/**
 * n8n 1 knows an item for the error output by a mark beside its json. Later releases, which have `isToolExecution`, know it by
 * the keys of the json; there a mark would stay on the item and route it once more further on.
 */
const marksErrors = (context: IExecuteFunctions) =>
	context.getNode().onError === 'continueErrorOutput' && !('isToolExecution' in context);

/** Keys other than error, message and details would keep n8n from routing the item to the error output. */
export function errorItem(
	context: IExecuteFunctions,
	error: unknown,
	index: number,
): INodeExecutionData {
	const known = error instanceof BigCommerceError ? error : undefined;
	const message = withShortValues(error instanceof Error ? error.message : String(error));
	const details: ErrorDetails = {
		...(known?.status !== undefined && { httpCode: known.status }),
		description: known ? sentences(known.reason, known.advice) : adviceOf(error),
		...(known && known.problems.length > 0 && { fields: known.problems }),
	};
	return {
		json: {
			error: known?.reason ? `${message}: ${known.reason}` : message,
			details: { ...details },
		},
		pairedItem: { item: index },
		...(marksErrors(context) && { error: { message } as INodeExecutionData['error'] }),
	};
}
