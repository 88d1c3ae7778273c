import { defineFields, type Result, type Row } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { shownWhen } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { ownerIn, type MarkOwner } from '../../store/webhooks/markOwners';

export const keyField = defineFields([
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		as: 'any',
		required: true,
		default: '={{ $json.event?.key }}',
		placeholder: 'e.g. {{ $json.event.key }}',
		description:
			'What repeats have in common. Both BigCommerce triggers put it on each item as event.key: the same for the webhook and the poll of one change, where both have the full record.',
	},
]);

const RECORD_TYPES = ['category', 'customer', 'order', 'product'] as const;

/** On which record the store keeps what it remembers. */
export const recordFields = defineFields([
	{
		displayName: 'Record Type',
		name: 'recordType',
		type: 'options',
		options: [
			{
				name: 'As the Event Says',
				value: 'event',
				description: 'For items as the BigCommerce triggers give them',
			},
			{ name: 'Category', value: 'category' },
			{ name: 'Customer', value: 'customer' },
			{ name: 'Order', value: 'order' },
			{ name: 'Product', value: 'product' },
		],
		default: 'event',
		description:
			'The record that the event is about. BigCommerce keeps what is remembered as a hidden metafield of it.',
	},
	...shownWhen({ recordType: [...RECORD_TYPES] }, [
		{
			displayName: 'Record ID',
			name: 'recordId',
			type: 'string',
			as: 'id',
			required: true,
			default: '={{ $json.id }}',
			placeholder: 'e.g. 118',
			description: 'ID of the record in BigCommerce',
		},
	]),
]);

/** An expression may give anything; what is neither text nor a number names nothing. */
export function keyOf({ params }: Row<ParamsOf<typeof keyField>>): string {
	const key: unknown = params.key;
	const isKey = typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key));
	return isKey ? String(key).trim() : '';
}

export const missingKey = (otherwise = '') =>
	new InputError(
		"'Key' is empty for this item",
		`Let 'Key' give what repeats have in common, such as {{ $json.event.key }}${otherwise}.`,
	);

export function ownerOf({ params, item }: Row<ParamsOf<typeof recordFields>>): MarkOwner {
	const { recordType, recordId } = params;
	if (recordType !== 'event') return { kind: recordType, id: recordId };
	const json = eventNote(item.json);
	const owner = ownerIn(json);
	if (owner) return owner;
	const { resource } = json;
	throw typeof resource === 'string' && resource !== ''
		? new InputError(
				`BigCommerce can remember nothing with this event, which is about a ${resource}`,
				"Set 'Record Type' to a record that the event belongs to, or 'Remember In' to n8n.",
			)
		: new InputError(
				'This item does not say which record it is about',
				"Place the node behind a BigCommerce trigger, or set 'Record Type' and 'Record ID'.",
			);
}

/** What the triggers say of the event, beside the record. */
export const eventNote = ({ event }: Row<unknown>['item']['json']): Record<string, unknown> =>
	typeof event === 'object' && event !== null ? { ...event } : {};

export const asItIs = ({ item }: Pick<Row<unknown>, 'item'>): Result => ({
	json: item.json,
	from: [item.index],
	...(item.binary && { binary: item.binary }),
});
