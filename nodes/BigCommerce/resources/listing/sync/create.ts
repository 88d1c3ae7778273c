import type { INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../../api/batch';
import type { Client } from '../../../api/client';
import type { Output } from '../../../operation/define';
import { toDrafts } from '../publish/draft';
import { readItem, type Item, type PublishParams } from '../publish/item';
import { publishAll } from '../publish/publishAll';
import { Report, type Published } from '../publish/report';

/** An item of the input that names no listing of the store, and where its outcome goes. */
export interface Unlisted {
	position: number;
	key: string;
	item: INodeExecutionData;
	/** Where its stock lies, and what is created along with it. */
	options: Pick<PublishParams['options'], 'location' | 'createBrands' | 'createCategories'>;
}

/** As the form of Publish has it before anybody touches it: the fields of the item by the names of Import. */
const asPublished = ({ item: { json }, options }: Unlisted, preview: boolean): PublishParams => ({
	productKey: (json.productKey || json.parentSku || '') as string,
	name: (json.name ?? '') as string,
	sku: (json.sku || json.masterSku || '') as string,
	variantOptions: json.options ?? '',
	price: json.price as string,
	quantity: json.quantity as string,
	weight: json.weight as string,
	ifExists: 'link',
	overwrite: 'priceAndStock',
	chosenFields: [],
	overrideName: false,
	newStatus: 'item',
	preview,
	additionalFields: {},
	options,
});

/** Publish links a product that is there by its name or another SKU; it then has no variant such as the item's. */
function outcomeOf(key: string, published: Published & { issues: object[] }, preview: boolean) {
	const { productId, variantId, sku, name, publishAction, issues } = published;
	const isNew = publishAction === 'created' || publishAction === 'wouldCreate';
	return {
		key,
		sku,
		productId,
		variantId,
		name,
		syncAction: isNew ? 'created' : 'notFound',
		...(preview && { preview: true }),
		issues: isNew
			? issues
			: [
					...issues,
					{
						code: 'productHasNoSuchVariant',
						message: `Product ${productId} is there without it; Listing: Publish with Overwrite adds variants`,
					},
				],
	};
}

/** Creates what the store does not have, as Publish does; each item gets its own outcome. */
export async function createUnlisted(
	client: Client,
	unlisted: readonly Unlisted[],
	preview: boolean,
): Promise<Map<number, Outcome<Output>>> {
	const outcomes = new Map<number, Outcome<Output>>();
	const fail = (positions: number | number[], error: unknown) => {
		for (const position of [positions].flat()) outcomes.set(position, { error });
	};
	const report = new Report(fail);
	const keys = new Map(unlisted.map(({ position, key }) => [position, key]));
	const items = unlisted.flatMap((one): Item[] => {
		const { position, item } = one;
		try {
			return [readItem({ index: position, item, params: asPublished(one, preview) })];
		} catch (error) {
			fail(position, error);
			return [];
		}
	});
	const [publishing] = await Promise.allSettled([
		publishAll({ client, report, signal: client.signal }, toDrafts(items, report.fail)),
	]);
	if (publishing.status === 'rejected') report.failRest(items, publishing.reason);
	for (const { from, json } of report.all()) {
		const [position = 0] = from;
		const published = json as Published & { issues: object[] };
		outcomes.set(position, { result: outcomeOf(keys.get(position) ?? '', published, preview) });
	}
	return outcomes;
}
