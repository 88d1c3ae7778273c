import { refuseV3 } from '../http/answers.ts';
import { numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import type { MetafieldRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import type { MetafieldOwner } from './metafieldOwners.ts';

const PERMISSION_SETS = [
	'app_only',
	'read',
	'write',
	'read_and_sf_access',
	'write_and_sf_access',
] as const;

/** What others may do nothing about: only the client that made the metafield changes these (spec, usage notes). */
const OWNERS_FIELDS = ['namespace', 'key', 'permission_set'] as const;
const DEMANDED = ['permission_set', 'namespace', 'key', 'value'] as const;
const LENGTHS = [
	['namespace', 1, 64],
	['key', 1, 64],
	['value', 1, 65_535],
	['description', 0, 255],
] as const;
/** Per record and client (API notes 2.12). What one too many answers is not documented: 422 here. */
const MOST = 250;

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'The metafield is not valid', errors);

function check(body: JsonObject, demanded: readonly string[]): void {
	const errors: Record<string, string> = {};
	for (const name of demanded) if (body[name] === undefined) errors[name] = `${name} is required`;
	for (const [name, shortest, longest] of LENGTHS) {
		const value = body[name];
		if (value === undefined) continue;
		if (typeof value !== 'string') errors[name] = `${name} must be a string`;
		else if (value.length < shortest || value.length > longest)
			errors[name] = `${name} must have ${shortest} to ${longest} characters`;
	}
	if (
		body.permission_set !== undefined &&
		!PERMISSION_SETS.some((known) => known === body.permission_set)
	)
		errors.permission_set = `permission_set must be one of ${PERMISSION_SETS.join(', ')}`;
	if (Object.keys(errors).length > 0) invalid(errors);
}

const isOwn = (state: StoreState, metafield: MetafieldRecord): boolean =>
	metafield.owner_client_id === state.store.clientId;

/** Other apps' `app_only` are invisible (API notes 2.12). */
export const isVisible = (state: StoreState, metafield: MetafieldRecord): boolean =>
	isOwn(state, metafield) ||
	metafield.permission_set !== 'app_only' ||
	state.settings.metafieldsOfAllApps;

const isWritable = (state: StoreState, metafield: MetafieldRecord): boolean =>
	isOwn(state, metafield) ||
	metafield.permission_set.startsWith('write') ||
	state.settings.metafieldsOfAllApps;

/** Namespace and key are one client's once on one record (spec, 409). */
function checkFree(
	state: StoreState,
	type: string,
	resourceId: number | string,
	wanted: { namespace: string; key: string; client: string },
	own?: MetafieldRecord,
): void {
	let count = 0;
	for (const other of state.metafields.values()) {
		if (other === own || other.resource_type !== type || other.resource_id !== resourceId) continue;
		if (other.owner_client_id !== wanted.client) continue;
		count += 1;
		if (other.namespace === wanted.namespace && other.key === wanted.key)
			refuseV3(409, 'A metafield with this namespace and key already exists', {
				key: `The key ${wanted.key} is taken in the namespace ${wanted.namespace}`,
			});
	}
	if (!own && count >= MOST)
		refuseV3(422, `There can be no more than ${MOST} metafields on one ${type}`);
}

/** The record's own event where it has one, and the general one (API notes 5.5). */
function tell(
	{ emit }: Context,
	owner: MetafieldOwner,
	verb: 'created' | 'updated' | 'deleted',
	{ id, resource_id, namespace, resource_type }: MetafieldRecord,
): void {
	const data = { metafield_id: id, resource_id: String(resource_id), namespace };
	if (owner.event) emit(`${owner.event}${verb}`, data);
	emit(`store/metafield/${verb}`, { ...data, resource_type });
}

export function createMetafield(
	context: Context,
	owner: MetafieldOwner,
	resourceId: number | string,
	body: JsonObject,
): MetafieldRecord {
	const { state, now } = context;
	check(body, DEMANDED);
	const namespace = textOf(body.namespace) ?? '';
	const key = textOf(body.key) ?? '';
	const client = state.store.clientId;
	checkFree(state, owner.type, resourceId, { namespace, key, client });
	const metafield: MetafieldRecord = {
		id: nextId(state, 'metafield'),
		resource_type: owner.type,
		resource_id: resourceId,
		owner_client_id: client,
		permission_set: textOf(body.permission_set) ?? '',
		namespace,
		key,
		value: textOf(body.value) ?? '',
		description: textOf(body.description) ?? '',
		date_created: now,
		date_modified: now,
	};
	state.metafields.set(metafield.id, metafield);
	tell(context, owner, 'created', metafield);
	return metafield;
}

export function updateMetafield(
	context: Context,
	owner: MetafieldOwner,
	metafield: MetafieldRecord,
	body: JsonObject,
): MetafieldRecord {
	const { state, now } = context;
	check(body, owner.wholeUpdates ? DEMANDED : []);
	const touched = OWNERS_FIELDS.filter(
		(name) => body[name] !== undefined && body[name] !== metafield[name],
	);
	const bound = touched.length > 0 && !isOwn(state, metafield);
	if (!isWritable(state, metafield) || (bound && !state.settings.metafieldsOfAllApps))
		refuseV3(403, 'The metafield belongs to another app and may not be changed');
	const wanted = {
		namespace: textOf(body.namespace) ?? metafield.namespace,
		key: textOf(body.key) ?? metafield.key,
		client: metafield.owner_client_id,
	};
	checkFree(state, owner.type, metafield.resource_id, wanted, metafield);
	for (const name of [...DEMANDED, 'description'] as const)
		metafield[name] = textOf(body[name]) ?? metafield[name];
	metafield.date_modified = now;
	tell(context, owner, 'updated', metafield);
	return metafield;
}

export function deleteMetafield(
	context: Context,
	owner: MetafieldOwner,
	metafield: MetafieldRecord,
): void {
	if (!isWritable(context.state, metafield)) refuseV3(403, 'Unauthorized to delete');
	context.state.metafields.delete(metafield.id);
	tell(context, owner, 'deleted', metafield);
}

/** A metafield of this kind of record, by an id that may come as text. */
export function visibleMetafield(
	{ state }: Context,
	owner: MetafieldOwner,
	id: unknown,
	resourceId?: number | string,
): MetafieldRecord {
	const found = state.metafields.get(numberOf(id) ?? 0);
	if (
		!found ||
		found.resource_type !== owner.type ||
		(resourceId !== undefined && found.resource_id !== resourceId) ||
		!isVisible(state, found)
	)
		return refuseV3(404, 'Metafield does not exist', owner.errorsOf404 ?? {});
	return found;
}

/** The record that a row of a batch names. */
export function resourceOfRow(
	{ state }: Context,
	owner: MetafieldOwner,
	row: JsonObject,
): number | string {
	const id = owner.textIds ? textOf(row.resource_id) : numberOf(objectOf(row).resource_id);
	if (id === undefined) return invalid({ resource_id: 'resource_id is required' });
	if (!owner.exists(state, id, {})) return refuseV3(404, `The ${owner.type} ${id} does not exist`);
	return id;
}
