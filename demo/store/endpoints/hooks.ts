import { data, noContent, refuseV3 } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { HookRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { isKnownScope } from '../webhooks/scopes.ts';

/** At most so many hooks of one client on one scope (API notes 5.1). */
const MOST_PER_SCOPE = 10;

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'JSON data is missing or invalid', errors);

const render = (state: Context['state'], hook: HookRecord): object => ({
	id: hook.id,
	client_id: state.store.clientId,
	store_hash: state.store.hash,
	scope: hook.scope,
	destination: hook.destination,
	headers: hook.headers,
	is_active: hook.is_active,
	created_at: hook.created_at,
	updated_at: hook.updated_at,
});

function hookOf({ state, params }: Context): HookRecord {
	const hook = state.hooks.get(Number(params.hook_id));
	return hook ?? refuseV3(404, `Webhook with id [${params.hook_id}] not found`);
}

function checkedDestination(value: unknown): string {
	const text = textOf(value);
	if (text === undefined || text === '') return invalid({ destination: 'error.path.missing.' });
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		return invalid({ destination: 'The destination is not a valid URL.' });
	}
	// Port 443 only, no custom port even when it is written out (API notes 5.2).
	if (url.protocol !== 'https:' || url.port !== '' || /^https:\/\/[^/]*:\d+/i.test(text)) {
		return invalid({ destination: 'The destination must be https on port 443.' });
	}
	return text;
}

function checkedScope(value: unknown): string {
	const scope = textOf(value);
	if (scope === undefined || scope === '') return invalid({ scope: 'error.path.missing.' });
	return isKnownScope(scope) ? scope : invalid({ scope: `The scope ${scope} does not exist.` });
}

function checkedHeaders(value: unknown): Record<string, string> | null {
	if (value === undefined || value === null) return null;
	if (!isObject(value) || Object.values(value).some((entry) => typeof entry !== 'string')) {
		return invalid({ headers: 'The headers must be strings by name.' });
	}
	return value as Record<string, string>;
}

/** One hook per scope and destination, ten per scope (API notes 5.1). */
function checkRoom(context: Context, scope: string, destination: string, own?: HookRecord): void {
	const others = byId(context.state.hooks).filter((hook) => hook !== own && hook.scope === scope);
	if (others.some((hook) => hook.destination === destination)) {
		invalid({ destination: 'A hook of this scope and destination already exists.' });
	}
	if (others.length >= MOST_PER_SCOPE)
		invalid({ scope: `There can be no more than ${MOST_PER_SCOPE} hooks of one scope.` });
}

function create(context: Context): HookRecord {
	if (!isObject(context.body)) return refuseV3(400, 'Input is invalid.');
	const body: JsonObject = context.body;
	const scope = checkedScope(body.scope);
	const destination = checkedDestination(body.destination);
	const headers = checkedHeaders(body.headers);
	checkRoom(context, scope, destination);
	const seconds = Math.floor(context.now / 1000);
	const hook: HookRecord = {
		id: nextId(context.state, 'hook'),
		scope,
		destination,
		headers,
		is_active: body.is_active !== false,
		created_at: seconds,
		updated_at: seconds,
		deactivated: false,
	};
	context.state.hooks.set(hook.id, hook);
	return hook;
}

function update(context: Context): HookRecord {
	const hook = hookOf(context);
	const body = objectOf(context.body);
	const known = ['scope', 'destination', 'headers', 'is_active'].filter(
		(name) => body[name] !== undefined,
	);
	if (known.length === 0) refuseV3(422, 'Update webhook request should not be empty');
	const scope = body.scope === undefined ? hook.scope : checkedScope(body.scope);
	const destination =
		body.destination === undefined ? hook.destination : checkedDestination(body.destination);
	checkRoom(context, scope, destination, hook);
	hook.scope = scope;
	hook.destination = destination;
	if (body.headers !== undefined) hook.headers = checkedHeaders(body.headers);
	if (typeof body.is_active === 'boolean') {
		hook.is_active = body.is_active;
		hook.deactivated = false;
	}
	hook.updated_at = Math.floor(context.now / 1000);
	return hook;
}

const status = (hook: HookRecord): string => {
	if (hook.is_active) return 'active';
	return hook.deactivated ? 'deactivated' : 'inactive';
};

/** Hooks need no OAuth scope (API notes 5.1). */
export function hookRoutes(blocked: (now: number) => unknown[]): Route[] {
	return [
		{
			method: 'GET',
			path: '/v3/hooks',
			run: ({ state, query }) => {
				const active = query.flag('is_active');
				const rows = byId(state.hooks).filter(
					(hook) =>
						(active === undefined || hook.is_active === active) &&
						(!query.has('scope') || hook.scope === query.text('scope')) &&
						(!query.has('destination') || hook.destination === query.text('destination')),
				);
				return v3Page(query, rows, { render: (hook) => render(state, hook) });
			},
		},
		{
			method: 'POST',
			path: '/v3/hooks',
			run: (context) => data(render(context.state, create(context))),
		},
		{
			method: 'GET',
			path: '/v3/hooks/{hook_id}',
			run: (context) => data(render(context.state, hookOf(context))),
		},
		{
			method: 'PUT',
			path: '/v3/hooks/{hook_id}',
			run: (context) => data(render(context.state, update(context))),
		},
		{
			// Answers 200 with the hook, not 204 (API notes 5.1).
			method: 'DELETE',
			path: '/v3/hooks/{hook_id}',
			run: (context) => {
				const hook = hookOf(context);
				context.state.hooks.delete(hook.id);
				return data(render(context.state, hook));
			},
		},
		{
			method: 'GET',
			path: '/v3/hooks/admin',
			run: ({ state, now }) =>
				data({
					emails: state.settings.adminEmails,
					hooks_list: byId(state.hooks).map((hook) => ({
						...render(state, hook),
						status: status(hook),
					})),
					blocked_domains: blocked(now),
				}),
		},
		{
			method: 'PUT',
			path: '/v3/hooks/admin',
			run: ({ state, body }) => {
				const emails = objectOf(body).emails;
				if (!Array.isArray(emails)) return invalid({ emails: 'error.path.missing.' });
				state.settings.adminEmails = emails.map(String);
				return noContent;
			},
		},
	];
}
