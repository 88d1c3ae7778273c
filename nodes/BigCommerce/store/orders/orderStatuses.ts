import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { textsOf } from '../../operation/values';
import { statusLabel, type OrderStatus } from '../../resources/pickers/orders';

export const INCOMPLETE = 0;

const known = new WeakMap<Client, Promise<OrderStatus[]>>();

/** The store's statuses with the merchant's labels, read once an execution. */
export async function statusesOf(client: Client): Promise<OrderStatus[]> {
	const reading = known.get(client) ?? readStatuses(client);
	known.set(client, reading);
	return await reading;
}

const readStatuses = async (client: Client): Promise<OrderStatus[]> =>
	(await client.get<OrderStatus[]>({
		path: '/v2/order_statuses',
		doing: 'list the order statuses',
		scope: 'orders:read',
	})) ?? [];

const isNumber = (text: string) => /^\d+$/.test(text);

/** The merchant's own labels come first: another status may be renamed to what BigCommerce calls this one. */
function findStatus(statuses: OrderStatus[], text: string): OrderStatus | undefined {
	const wanted = text.toLowerCase();
	const spellings = [
		({ custom_label }: OrderStatus) => custom_label,
		({ system_label }: OrderStatus) => system_label,
		({ name }: OrderStatus) => name,
		statusLabel,
	];
	return spellings
		.map((spelling) => statuses.find((status) => spelling(status)?.trim().toLowerCase() === wanted))
		.find((status) => status !== undefined);
}

async function toStatusId(client: Client, text: string, label: string): Promise<number> {
	if (isNumber(text)) return Number(text);
	const statuses = await statusesOf(client);
	const status = findStatus(statuses, text);
	if (!status) {
		throw new InputError(
			`'${label}' holds "${text}", which is no order status of this store`,
			`Use an ID or one of these: ${statuses.map(statusLabel).join(', ')}.`,
		);
	}
	return status.id;
}

/** Ids of the statuses that the form names by id, by the merchant's label or by BigCommerce's; none when it is empty. */
export async function toStatusIds(
	client: Client,
	given: unknown,
	label: string,
): Promise<number[]> {
	const ids = await Promise.all(
		textsOf(given, /[,;\n]/).map(async (text) => await toStatusId(client, text, label)),
	);
	return [...new Set(ids)];
}

/** One status, whose label may hold a comma. */
export async function toOneStatusId(
	client: Client,
	given: unknown,
	label: string,
): Promise<number> {
	const text = String(given ?? '').trim();
	if (!text)
		throw new InputError(
			`'${label}' is empty`,
			`Pick a status in '${label}', or give its name or ID.`,
		);
	return await toStatusId(client, text, label);
}

/** A status with both of its labels; `name` is BigCommerce's, the same in every store. */
export const simplifyStatus = ({
	id,
	name,
	system_label,
	custom_label,
	system_description,
	order,
}: OrderStatus) => ({
	id,
	name: system_label || name,
	label: custom_label || system_label || name,
	description: system_description,
	sortOrder: order,
});
