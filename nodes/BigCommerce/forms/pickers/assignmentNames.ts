import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { list, type Collection } from '../../api/pagination';
import { channels } from '../../store/channels/channels';
import type { PriceListAssignment } from '../../store/pricing/priceListAssignments';
import { priceLists } from '../../store/pricing/priceLists';
import type { Named } from './build';
import { customerGroups } from '../../store/customers/customerGroups';

/** An assignment with the names of what it brings together, as far as they could be read. */
export interface NamedAssignment extends PriceListAssignment {
	priceList?: string;
	customerGroup?: string;
	channel?: string;
}

type Names = ReadonlyMap<number | null | undefined, string>;

/** A token that may not read customers or channels shows numbers in their place; the picker works all the same. */
async function namesOf(rows: Promise<Named[]>): Promise<Names> {
	try {
		return new Map((await rows).map(({ id, name }) => [id, name]));
	} catch {
		return new Map();
	}
}

const namesIn = (collection: Collection) => async (client: Client) =>
	await client.once(
		`names of ${collection.path}`,
		async () => await namesOf(list<Named>(client, collection)),
	);

/** Read once, however many pages a search looks through. */
const groupNames = namesIn(customerGroups);
const channelNames = namesIn(channels);
const none: Names = new Map();

async function listsOf(client: Client, rows: PriceListAssignment[]): Promise<Named[]> {
	const chunks = idChunks(rows.map(({ price_list_id }) => price_list_id));
	const read = chunks.map(
		async (ids) => await list<Named>(client, priceLists, { query: { 'id:in': ids } }),
	);
	return (await Promise.all(read)).flat();
}

/** At most three short lists more, whatever the number of assignments; none that no assignment asks for. */
export async function withNames(
	client: Client,
	rows: PriceListAssignment[],
): Promise<NamedAssignment[]> {
	const [lists, groups, places] = await Promise.all([
		namesOf(listsOf(client, rows)),
		rows.some(({ customer_group_id }) => customer_group_id) ? groupNames(client) : none,
		rows.some(({ channel_id }) => channel_id) ? channelNames(client) : none,
	]);
	return rows.map((row) => ({
		...row,
		priceList: lists.get(row.price_list_id),
		customerGroup: groups.get(row.customer_group_id),
		channel: places.get(row.channel_id),
	}));
}

export const assignmentLabel = ({
	id,
	price_list_id,
	customer_group_id,
	channel_id,
	priceList,
	customerGroup,
	channel,
}: NamedAssignment) =>
	[
		priceList ?? `price list ${price_list_id}`,
		customer_group_id ? `customer group ${customerGroup ?? customer_group_id}` : '',
		channel_id ? `channel ${channel ?? channel_id}` : '',
		`#${id}`,
	]
		.filter(Boolean)
		.join(' · ');
