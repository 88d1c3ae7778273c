import { data, noContent, notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import { typedFields } from '../http/fieldRules.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { Owner } from './productOwner.ts';
import { drafted, type Part } from './productParts.ts';
import { picked } from './productView.ts';

export interface PartRoutes<O extends Owner, T> {
	/** Up to the list, e.g. `/v3/catalog/products/{product_id}/videos`. */
	path: string;
	/** The path's name of a part's id. */
	idName: string;
	owner(context: Context): O;
	/** An empty list answers 204 (products_catalog.v3.yml). */
	emptyIs204?: boolean;
	form?: true;
	/** A change sends no event. */
	silent?: true;
	/** Rows that the list's query wants. */
	filter?(context: Context): (part: T) => boolean;
}

/** List, create, get, update and delete. */
export function partRoutes<O extends Owner, T extends { id: number }>(
	part: Part<O, T>,
	{ path, idName, owner: ownerOf, emptyIs204, form, silent, filter }: PartRoutes<O, T>,
): Route[] {
	const view = (record: T, owner: O): Record<string, unknown> =>
		part.view?.(record, owner) ?? { ...record };
	const shown = (context: Context, record: T, owner: O): Answer =>
		data(picked(view(record, owner), fieldsOf(context)));
	const one = (context: Context, owner: O): T =>
		part.of(owner).find(({ id }) => id === Number(context.params[idName])) ?? notFoundV3(part.name);
	const bodyOf = (context: Context): JsonObject => {
		if (!isObject(context.body))
			return refuseV3(422, `The ${part.name} is not valid`, { body: 'An object is expected' });
		return context.files ? typedFields(context.body, part.rules) : context.body;
	};
	const follow = (context: Context, owner: O, before?: T, after?: T): void => {
		part.follow?.(owner, before, after, context);
		owner.product.date_modified = context.now;
		if (!silent) context.emit('store/product/updated', { type: 'product', id: owner.product.id });
	};
	const scope = 'store_v2_products';
	return [
		{
			method: 'GET',
			path,
			scope,
			run: (context) => {
				const owner = ownerOf(context);
				const test = filter?.(context);
				const rows = test ? part.of(owner).filter(test) : part.of(owner);
				if (emptyIs204 && rows.length === 0) return noContent;
				const fields = fieldsOf(context);
				return v3Page(context.query, rows, {
					render: (record) => picked(view(record, owner), fields),
				});
			},
		},
		{
			method: 'POST',
			path,
			scope,
			...(form ? { form } : {}),
			run: (context) => {
				const owner = ownerOf(context);
				const list = part.of(owner);
				const record = drafted(part, context, owner, list, bodyOf(context));
				list.push(record);
				follow(context, owner, undefined, record);
				return shown(context, record, owner);
			},
		},
		{
			method: 'GET',
			path: `${path}/{${idName}}`,
			scope,
			run: (context) => {
				const owner = ownerOf(context);
				return shown(context, one(context, owner), owner);
			},
		},
		{
			method: 'PUT',
			path: `${path}/{${idName}}`,
			scope,
			...(form ? { form } : {}),
			run: (context) => {
				const owner = ownerOf(context);
				const own = one(context, owner);
				const before = structuredClone(own);
				Object.assign(own, drafted(part, context, owner, part.of(owner), bodyOf(context), own));
				follow(context, owner, before, own);
				return shown(context, own, owner);
			},
		},
		{
			method: 'DELETE',
			path: `${path}/{${idName}}`,
			scope,
			run: (context) => {
				const owner = ownerOf(context);
				const own = one(context, owner);
				const list = part.of(owner);
				list.splice(list.indexOf(own), 1);
				follow(context, owner, own);
				return noContent;
			},
		},
	];
}

const fieldsOf = ({ query }: Context): { only?: string[]; except?: string[] } => ({
	only: query.list('include_fields'),
	except: query.list('exclude_fields'),
});
