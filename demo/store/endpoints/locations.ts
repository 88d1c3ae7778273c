import { isoZulu } from '../formats.ts';
import { refuseV3, type Answer } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { flagOf, isObject, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { LocationRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { dropStockAt } from '../stock.ts';
import { transaction } from './inventoryAdjustments.ts';

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1_000;
const MOST_ACTIVE = 100;

const view = (location: LocationRecord): object => ({
	id: location.id,
	code: location.code,
	label: location.label,
	description: location.description,
	managed_by_external_source: location.managed_by_external_source,
	type_id: location.type_id,
	enabled: location.enabled,
	operating_hours: location.operating_hours,
	time_zone: location.time_zone,
	created_at: isoZulu(location.date_created),
	updated_at: isoZulu(location.date_modified),
	address: location.address,
	storefront_visibility: location.storefront_visibility,
	special_hours: location.special_hours,
});

/** The locations that a request names by id or code; all where it names none. */
export function namedLocations({ state, query }: Context): LocationRecord[] {
	const ids = query.numbers('location_id:in');
	const codes = query.list('location_code:in');
	return byId(state.locations).filter(
		(location) => (!ids || ids.includes(location.id)) && (!codes || codes.includes(location.code)),
	);
}

function filtered(context: Context): LocationRecord[] {
	const { query } = context;
	const types = query.list('type_id:in');
	const same = (name: string, value: boolean): boolean => (query.flag(name) ?? value) === value;
	return namedLocations(context).filter(
		(location) =>
			(!types || types.includes(location.type_id)) &&
			same('is_default', location.is_default) &&
			same('is_active', location.enabled) &&
			same('managed_by_external_source', location.managed_by_external_source) &&
			same('storefront_visibility', location.storefront_visibility),
	);
}

const invalid = (place: number, name: string, reason: string): never =>
	refuseV3(422, 'Payload contains invalid fields', { [`${place}.${name}`]: reason });

function rowsOf(body: unknown): JsonObject[] {
	if (!Array.isArray(body) || body.length === 0)
		return refuseV3(422, 'A list of locations is expected');
	return body.map(objectOf);
}

const REQUIRED = ['label', 'managed_by_external_source', 'type_id', 'time_zone', 'address'];
const REQUIRED_OF_ADDRESS = [
	'address1',
	'city',
	'state',
	'zip',
	'email',
	'geo_coordinates',
	'country_code',
];

function checkRow(context: Context, row: JsonObject, place: number, own?: LocationRecord): void {
	const { state } = context;
	if (row.label !== undefined && !textOf(row.label)) invalid(place, 'label', 'must be a text');
	if (row.type_id !== undefined && row.type_id !== 'PHYSICAL' && row.type_id !== 'VIRTUAL')
		invalid(place, 'type_id', 'must be PHYSICAL or VIRTUAL');
	for (const name of ['enabled', 'managed_by_external_source', 'storefront_visibility'])
		if (row[name] !== undefined && flagOf(row[name]) === undefined)
			invalid(place, name, 'must be true or false');
	const taken = byId(state.locations).some(
		(other) => other !== own && other.code === textOf(row.code),
	);
	if (taken) invalid(place, 'code', 'is taken by another location');
	if (own) return;
	for (const name of REQUIRED) if (row[name] === undefined) invalid(place, name, 'is required');
	// A physical location has an address (spec).
	if (row.type_id === 'PHYSICAL')
		for (const name of REQUIRED_OF_ADDRESS)
			if (objectOf(row.address)[name] === undefined)
				invalid(place, `address.${name}`, 'is required');
}

function write(location: LocationRecord, row: JsonObject, now: number): void {
	for (const name of ['code', 'label', 'description', 'time_zone'] as const)
		location[name] = textOf(row[name]) ?? location[name];
	for (const name of ['enabled', 'managed_by_external_source', 'storefront_visibility'] as const)
		location[name] = flagOf(row[name]) ?? location[name];
	if (row.type_id === 'PHYSICAL' || row.type_id === 'VIRTUAL') location.type_id = row.type_id;
	if (isObject(row.address)) location.address = { ...location.address, ...row.address };
	if (isObject(row.operating_hours)) location.operating_hours = row.operating_hours;
	if (Array.isArray(row.special_hours)) location.special_hours = row.special_hours;
	location.date_modified = now;
}

export const blankLocation = (id: number, now: number): LocationRecord => ({
	id,
	code: `BC-LOCATION-${id}`,
	label: '',
	description: '',
	is_default: false,
	enabled: true,
	managed_by_external_source: false,
	type_id: 'PHYSICAL',
	time_zone: 'Etc/UTC',
	storefront_visibility: true,
	operating_hours: {},
	special_hours: [],
	address: {},
	date_created: now,
	date_modified: now,
});

function checkActive(context: Context, more: number): void {
	const active = byId(context.state.locations).filter(({ enabled }) => enabled).length;
	if (active + more > MOST_ACTIVE)
		refuseV3(422, `There can be no more than ${MOST_ACTIVE} active locations`);
}

function create(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context.body);
	rows.forEach((row, place) => checkRow(context, row, place));
	checkActive(context, rows.filter(({ enabled }) => enabled !== false).length);
	for (const row of rows) {
		const location = blankLocation(nextId(state, 'location'), now);
		write(location, row, now);
		state.locations.set(location.id, location);
		context.emit('store/inventory/location/created', { type: 'location', id: location.id });
	}
	return transaction();
}

function update(context: Context): Answer {
	const { state, now } = context;
	const changes = rowsOf(context.body).map((row, place) => {
		const location =
			state.locations.get(numberOf(row.id) ?? 0) ?? invalid(place, 'id', 'does not exist');
		checkRow(context, row, place, location);
		return { location, row };
	});
	checkActive(
		context,
		changes.filter(({ location, row }) => row.enabled === true && !location.enabled).length,
	);
	for (const { location, row } of changes) {
		write(location, row, now);
		context.emit('store/inventory/location/updated', { type: 'location', id: location.id });
	}
	return transaction();
}

function remove({ state, query }: Context): Answer {
	const ids = query.numbers('location_id:in');
	if (!ids?.length) return refuseV3(422, 'location_id:in is required');
	const locations = ids.map(
		(id) => state.locations.get(id) ?? refuseV3(404, `Location with id ${id} does not exist`),
	);
	for (const location of locations) {
		if (location.is_default)
			refuseV3(
				422,
				`Location can't be deleted. ${location.label} is set as a shipping origin for this store and can't be deleted.`,
			);
	}
	for (const location of locations) {
		// Its stock goes with it (spec, warning).
		dropStockAt(state, location);
		state.locations.delete(location.id);
	}
	return transaction();
}

const LOCATIONS = '/v3/inventory/locations';
const route = (method: Route['method'], run: Route['run']): Route => ({
	method,
	path: LOCATIONS,
	scope: 'store_locations',
	parallel: 50,
	run,
});

export const locationRoutes: Route[] = [
	route('GET', (context) =>
		v3Page(context.query, filtered(context), {
			defaultLimit: DEFAULT_PAGE,
			maximum: LARGEST_PAGE,
			render: view,
		}),
	),
	route('POST', create),
	route('PUT', update),
	route('DELETE', remove),
];
