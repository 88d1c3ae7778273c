import { isoOffset } from '../formats.ts';
import {
	data,
	noContent,
	Refusal,
	refuseV3,
	STATUS_PAGE,
	v3Error,
	type Answer,
} from '../http/answers.ts';
import { passing, textTests, timeTests } from '../http/filters.ts';
import { cursorPage } from '../http/paging.ts';
import { isObject, objectOf, type JsonObject } from '../http/reading.ts';
import type { Context, Method, Route } from '../http/routes.ts';
import type { MetafieldRecord } from '../records.ts';
import { byId } from '../state.ts';
import { METAFIELD_OWNERS, type MetafieldOwner } from './metafieldOwners.ts';
import {
	createMetafield,
	deleteMetafield,
	isVisible,
	resourceOfRow,
	updateMetafield,
	visibleMetafield,
} from './metafieldWrites.ts';
import { picked } from './productView.ts';

const view = (owner: MetafieldOwner, metafield: MetafieldRecord): Record<string, unknown> => ({
	...metafield,
	id: owner.textIds ? String(metafield.id) : metafield.id,
	date_created: isoOffset(metafield.date_created),
	date_modified: isoOffset(metafield.date_modified),
});

/** The record of the path; without it there is nothing to hang a metafield on. */
function resourceOf({ state, params }: Context, owner: MetafieldOwner): number | string {
	const text = params[owner.param] ?? '';
	const id = owner.textIds ? text : Number(text);
	if (!owner.exists(state, id, params))
		refuseV3(404, `The ${owner.type} was not found.`, owner.errorsOf404 ?? {});
	return id;
}

/** 400 where the body is of the wrong kind altogether; this error alone says `detail` (spec). */
const unreadable = (): never => {
	throw new Refusal({
		status: 400,
		body: { status: 400, title: 'Input is invalid', type: STATUS_PAGE, detail: 'Syntax error' },
	});
};

const objectBody = ({ body }: Context): JsonObject => (isObject(body) ? body : unreadable());
const listBody = ({ body }: Context): unknown[] => (Array.isArray(body) ? body : unreadable());

function filtered(
	{ state, query }: Context,
	owner: MetafieldOwner,
	resourceId?: number | string,
): MetafieldRecord[] {
	const resources = query.list('resource_id:in');
	const own = byId(state.metafields).filter(
		(metafield) =>
			metafield.resource_type === owner.type &&
			(resourceId === undefined || metafield.resource_id === resourceId) &&
			(!resources || resources.includes(String(metafield.resource_id))) &&
			isVisible(state, metafield),
	);
	const rows = passing(own, [
		...textTests<MetafieldRecord>(query, 'key', ({ key }) => key),
		...textTests<MetafieldRecord>(query, 'namespace', ({ namespace }) => namespace),
		...timeTests<MetafieldRecord>(query, 'date_created', ({ date_created }) => date_created),
		...timeTests<MetafieldRecord>(query, 'date_modified', ({ date_modified }) => date_modified),
	]);
	const direction = query.text('direction') ?? 'asc';
	if (!['asc', 'desc'].includes(direction)) query.refuse('direction', 'must be asc or desc');
	return direction === 'desc' ? rows.reverse() : rows;
}

const fieldsOf = ({ query }: Context): { only?: string[]; except?: string[] } => ({
	only: query.list('include_fields'),
	except: query.list('exclude_fields'),
});

const list = (context: Context, owner: MetafieldOwner, resourceId?: number | string): Answer =>
	cursorPage(context.query, filtered(context, owner, resourceId), (metafield) =>
		picked(view(owner, metafield), fieldsOf(context)),
	);

/**
 * Row by row: what can be done is done, the rest is told. The files show the reasons under numbers and do not say of what;
 * here it is the place in the request, from 0, which their example fits (three rows, 1 and 2 failed).
 */
function batch(rows: unknown[], run: (row: unknown) => unknown): Answer {
	const done: unknown[] = [];
	const reasons: Record<string, string> = {};
	rows.forEach((row, place) => {
		try {
			done.push(run(row));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const { title, errors } = objectOf(error.answer.body);
			const details = Object.values(objectOf(errors)).map(String);
			reasons[place] = details.length > 0 ? details.join('; ') : String(title);
		}
	});
	const failed = Object.keys(reasons).length;
	const meta = { total: rows.length, success: done.length, failed };
	if (failed === 0) return { status: 200, body: { data: done, errors: [], meta } };
	const { body } = v3Error(422, 'Bulk operation has failed', reasons);
	return { status: 422, body: { data: done, errors: [body], meta } };
}

function routesOf(owner: MetafieldOwner): Route[] {
	const many = `${owner.one}/metafields`;
	const single = `${many}/{metafield_id}`;
	const all = `${owner.all}/metafields`;
	const route = (method: Method, path: string, run: Route['run']): Route => ({
		method,
		path,
		scope: owner.scope,
		run,
	});
	const shown = (metafield: MetafieldRecord): object => view(owner, metafield);
	const ofPath = (context: Context): MetafieldRecord =>
		visibleMetafield(context, owner, context.params.metafield_id, resourceOf(context, owner));
	return [
		route('GET', many, (context) => list(context, owner, resourceOf(context, owner))),
		route('POST', many, (context) => {
			const resourceId = resourceOf(context, owner);
			return data(shown(createMetafield(context, owner, resourceId, objectBody(context))));
		}),
		route('GET', single, (context) =>
			data(picked(view(owner, ofPath(context)), fieldsOf(context))),
		),
		route('PUT', single, (context) =>
			data(shown(updateMetafield(context, owner, ofPath(context), objectBody(context)))),
		),
		route('DELETE', single, (context) => {
			deleteMetafield(context, owner, ofPath(context));
			return noContent;
		}),
		route('GET', all, (context) => list(context, owner)),
		route('POST', all, (context) =>
			batch(listBody(context), (row) => {
				const resourceId = resourceOfRow(context, owner, objectOf(row));
				return shown(createMetafield(context, owner, resourceId, objectOf(row)));
			}),
		),
		route('PUT', all, (context) =>
			batch(listBody(context), (row) => {
				const metafield = visibleMetafield(context, owner, objectOf(row).id);
				return shown(updateMetafield(context, owner, metafield, objectOf(row)));
			}),
		),
		route('DELETE', all, (context) =>
			batch(listBody(context), (id) => {
				const metafield = visibleMetafield(context, owner, id);
				deleteMetafield(context, owner, metafield);
				return metafield.id;
			}),
		),
	];
}

export const metafieldRoutes: Route[] = METAFIELD_OWNERS.flatMap(routesOf);
