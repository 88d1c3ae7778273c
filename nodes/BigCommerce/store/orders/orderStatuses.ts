import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';

/** `name` is BigCommerce's, the same in every store; the merchant may call it otherwise. */
export interface OrderStatus {
	id: number;
	name: string;
	system_label: string;
	custom_label: string;
	system_description: string;
	order: number;
}

export const INCOMPLETE = 0;

/** The merchant's own label, with BigCommerce's where the two differ. */
export const statusLabel = ({ name, system_label, custom_label }: OrderStatus) => {
	const system = system_label || name;
	return custom_label && custom_label !== system ? `${custom_label} (${system})` : system;
};

const readStatuses = async (client: Client): Promise<OrderStatus[]> =>
	await client.getRows<OrderStatus>({
		path: '/v2/order_statuses',
		task: 'list the order statuses',
		scope: 'orders:read',
	});

/** The store's statuses with the merchant's labels, read once a run. */
export const statusesOf = async (client: Client): Promise<OrderStatus[]> =>
	await client.once('order statuses', async () => await readStatuses(client));

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

/** The id of a status that is named by id, by the merchant's label or by BigCommerce's; `label` is the field's. */
export async function toStatusId(client: Client, text: string, label: string): Promise<number> {
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

export async function toStatusIds(
	client: Client,
	texts: readonly string[],
	label: string,
): Promise<number[]> {
	const ids = await Promise.all(texts.map(async (text) => await toStatusId(client, text, label)));
	return [...new Set(ids)];
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
