import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { list, type Collection } from '../../api/pagination';
import { InputError } from '../../api/inputError';

/** A webhook as the API gives it (webhooks.v3.yml); only those of the token's own API account are ever seen. */
export interface Hook {
	id: number;
	scope: string;
	destination: string;
	headers: Record<string, string> | null;
	is_active: boolean;
	/** Seconds since 1970. */
	created_at?: number;
	updated_at?: number;
}

/** The header that carries the random secret of a workflow's hooks; BigCommerce sends it with every delivery. */
export const SECRET_HEADER = 'X-N8n-Secret';

/** Header names come in any case. */
export function headerOf(headers: object, name: string): string | undefined {
	const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
	return typeof found?.[1] === 'string' ? found[1] : undefined;
}

/** What the hooks of one trigger node shall be. */
export interface WantedHooks {
	destination: string;
	scopes: string[];
	secret: string;
}

/** Hooks of one API account that BigCommerce allows on one scope (API notes 5.1). */
const MOST_PER_SCOPE = 10;
/** What a hook that is there already, or that has no room, is refused with; the documents know 422 alone. */
export const CLASHES: Array<number | undefined> = [409, 422];

export const hooks: Collection = {
	path: '/v3/hooks',
	paging: 'v3',
	pageSize: 250,
	task: 'list the webhooks',
};

export const hookPath = (id: number) => at`/v3/hooks/${id}`;

/** The hooks that deliver to this address; those of other workflows and programs are never looked at. */
async function hooksTo(client: Client, destination: string): Promise<Hook[]> {
	const found = await list<Hook>(client, hooks, { query: { destination } });
	return found.filter((hook) => hook.destination === destination);
}

const works = ({ is_active, headers }: Hook, secret: string) =>
	is_active && headerOf(headers ?? {}, SECRET_HEADER) === secret;

/** Whether every wanted hook delivers, with the right secret, and no other one does. */
export async function areInPlace(
	client: Client,
	{ destination, scopes, secret }: WantedHooks,
): Promise<boolean> {
	const present = await hooksTo(client, destination);
	return (
		present.length === scopes.length &&
		scopes.every((scope) => present.some((hook) => hook.scope === scope && works(hook, secret)))
	);
}

export interface AlignedHooks {
	/** By scope. */
	hookIds: Record<string, number>;
	/** Another secret that the hooks carried until now: n8n has lost it, but deliveries under way still bear it. */
	formerSecret?: string;
}

/** Reuses what works, revives what is switched off, creates what is missing, removes what is no longer wanted. */
export async function bringInLine(client: Client, wanted: WantedHooks): Promise<AlignedHooks> {
	const present = await hooksTo(client, wanted.destination);
	const kept = wanted.scopes.map((scope) => present.find((hook) => hook.scope === scope));
	const surplus = present.filter((hook) => !kept.includes(hook));
	const ensuring = wanted.scopes.map(
		async (scope, index) => await ensure(client, wanted, scope, kept[index]),
	);
	const removing = surplus.map(async (hook) => await remove(client, hook));
	await allEnded([...ensuring, ...removing]);
	const ids = await Promise.all(ensuring);
	const formerSecret = present
		.map(({ headers }) => headerOf(headers ?? {}, SECRET_HEADER))
		.find((carried) => carried !== undefined && carried !== wanted.secret);
	return { hookIds: Object.fromEntries(ids.map(({ scope, id }) => [scope, id])), formerSecret };
}

export async function removeAll(client: Client, destination: string): Promise<void> {
	const present = await hooksTo(client, destination);
	await allEnded(present.map(async (hook) => await remove(client, hook)));
}

/** As Promise.all, but no request is left under way when one fails: n8n cleans up next, and would miss its effect. */
async function allEnded(work: ReadonlyArray<Promise<unknown>>): Promise<void> {
	await Promise.allSettled(work);
	await Promise.all(work);
}

const ensure = async (
	client: Client,
	{ destination, secret }: WantedHooks,
	scope: string,
	present?: Hook,
): Promise<Hook> => {
	if (!present) return await create(client, { destination, secret }, scope);
	return works(present, secret) ? present : await revive(client, present, secret);
};

const settings = (secret: string) => ({ is_active: true, headers: { [SECRET_HEADER]: secret } });

async function revive(client: Client, hook: Hook, secret: string): Promise<Hook> {
	await client.put({
		path: hookPath(hook.id),
		body: settings(secret),
		task: `renew the webhook for ${hook.scope}`,
	});
	return hook;
}

async function create(
	client: Client,
	{ destination, secret }: Omit<WantedHooks, 'scopes'>,
	scope: string,
): Promise<Hook> {
	const hooksOnScope = async () =>
		(await list<Hook>(client, hooks, { query: { scope } })).filter((hook) => hook.scope === scope);
	const own = (found: Hook[]) => found.find((hook) => hook.destination === destination);
	return await client
		.create<Hook>({
			path: hooks.path,
			body: { scope, destination, ...settings(secret) },
			task: `create the webhook for ${scope}`,
			find: async () => own(await hooksOnScope()),
		})
		.catch(async (refusal: unknown) => {
			if (!(refusal instanceof BigCommerceError) || !CLASHES.includes(refusal.status))
				throw refusal;
			const others = await hooksOnScope();
			const twin = own(others);
			if (twin) return await revive(client, twin, secret);
			if (others.length < MOST_PER_SCOPE) throw refusal;
			throw new InputError(
				`The store has ${others.length} webhooks for ${scope} already, and BigCommerce allows ${MOST_PER_SCOPE} for one API account`,
				'Unpublish workflows that listen to the same event, let one workflow start the others, or use a credential of another API account.',
			);
		});
}

/** One that is gone already was removed by someone else, or by BigCommerce. */
async function remove(client: Client, { id, scope }: Hook): Promise<void> {
	await client
		.delete({ path: hookPath(id), task: `delete the webhook for ${scope}` })
		.catch((refusal: unknown) => {
			if (!(refusal instanceof BigCommerceError) || refusal.status !== 404) throw refusal;
		});
}
