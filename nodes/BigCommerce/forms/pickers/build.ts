import type {
	ILoadOptionsFunctions,
	INode,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Client, Query } from '../../api/client';
import type { Collection } from '../../api/pagination';
import { connect } from '../../operation/connect';
import { InputError } from '../../api/inputError';
import { adviceOf, sentences, toNodeError } from '../../operation/errors';
import { isBlank, toId } from '../../operation/values';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Rows that a picker shows at a time; the editor asks for more as one scrolls. */
export const PAGE = 50;
/** The editor does not ask for more where nothing was found. So many pages are looked through in its stead. */
const MOST_PAGES = 20;

/** The editor shows the message alone, so that what to do has to stand there too. */
function toPickerError(node: INode, error: unknown): Error {
	const shown = toNodeError(node, error);
	shown.message = sentences(shown.message, adviceOf(error));
	return shown;
}

/** A picker over a small set that is loaded whole. */
export function options(load: (client: Client) => Promise<INodePropertyOptions[]>): LoadOptions {
	return async function (this) {
		try {
			return await load(
				(await connect(this, this.getCurrentNodeParameter('authentication'))).client,
			);
		} catch (error) {
			throw toPickerError(this.getNode(), error);
		}
	};
}

/** A picker whose field may stay empty. The editor marks a value as wrong that the list does not have, an empty one too. */
export const optionsOrNone = (
	none: string,
	load: (client: Client) => Promise<INodePropertyOptions[]>,
): LoadOptions => options(async (client) => [{ name: none, value: '' }, ...(await load(client))]);

interface Typed {
	client: Client;
	/** What was typed; empty where the list was opened. */
	text: string;
	/** Which page the editor asks for, from 1 up. */
	page: number;
	form: ILoadOptionsFunctions;
}

/** A picker that asks the store as one types. */
export function picker(find: (typed: Typed) => Promise<INodeListSearchResult>): ListSearch {
	return async function (this, filter = '', paginationToken) {
		try {
			const { client } = await connect(this, this.getCurrentNodeParameter('authentication'));
			const page = Number(paginationToken ?? 1);
			return await find({ client, text: filter.trim(), page, form: this });
		} catch (error) {
			throw toPickerError(this.getNode(), error);
		}
	};
}

/** A page of a picker, and where the next one begins. */
export const pageOf = (results: INodeListSearchItems[], page: number, hasMore: boolean) => ({
	results,
	...(hasMore && { paginationToken: String(page + 1) }),
});

/**
 * A picker over a large set: searches the store as one types, and never loads it whole. With `offered` it also leaves
 * rows out by itself, where the API cannot search for what was typed; then it looks on page after page.
 */
export const search = <Row>(
	from: Collection | ((form: ILoadOptionsFunctions) => Collection),
	find: (text: string) => Query,
	show: (row: Row) => INodeListSearchItems,
	offered?: (row: Row, text: string) => boolean,
	/** Adds what the list itself does not tell, such as names. */
	complete?: (client: Client, rows: Row[]) => Promise<Row[]>,
): ListSearch =>
	picker(async ({ client, text, page: first, form }) => {
		const collection = typeof from === 'function' ? from(form) : from;
		const isPaged = collection.paging !== 'whole';
		const limit = offered && text ? collection.pageSize : PAGE;
		for (let page = first; ; page++) {
			const query = { ...find(text), ...(isPaged && { page, limit }) };
			const rows = await client.getRows<Row>({ ...collection, query });
			const shown = complete && rows.length > 0 ? await complete(client, rows) : rows;
			const found = shown.filter((row) => offered?.(row, text) ?? true);
			const hasMore = isPaged && rows.length === limit;
			if (found.length === 0 && hasMore && page - first + 1 < MOST_PAGES) continue;
			return pageOf(found.map(show), page, hasMore);
		}
	});

/** What most records have in common that pickers show. */
export interface Named {
	id: number;
	name: string;
}

/** The product that the form's Product names: pickers of what belongs to it ask for it. */
export function productInForm(form: ILoadOptionsFunctions): number {
	const value = form.getCurrentNodeParameter('product', { extractValue: true });
	if (isBlank(value))
		throw new InputError(
			'Choose the product first',
			'Where an expression gives it, run the nodes before this one, or use By ID here.',
		);
	return toId(value, 'Product');
}

/** Whether a row's label holds what was typed: for collections that the API itself cannot search. */
export const includes = (text: string, part: string) =>
	text.toLowerCase().includes(part.toLowerCase());
