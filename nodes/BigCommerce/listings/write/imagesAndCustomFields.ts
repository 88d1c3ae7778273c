import { list } from '../../api/pagination';
import { compact } from '../../api/values';
import { customFields, createField, type CustomField } from '../../store/catalog/customFields';
import { images as imageRecords } from '../../store/catalog/productImages';
import { createRecord, updateRecord } from '../../store/records';
import type { Publishing } from '../report/publishReport';
import { fileKey, imageKey, imagesToAdd } from '../model/draftPictures';
import type { DraftItem } from '../model/draftItem';
import type { GivenImage, NamedValue } from '../model/draftItemLists';
import type { StoreImage, StoreProduct } from '../match/storeProducts';

interface Concerned {
	product: Pick<StoreProduct, 'id' | 'custom_fields' | 'images'>;
	/** What fails is told to these. */
	items: readonly DraftItem[];
}

/** Adds images one by one, as the API takes them; one that cannot be downloaded leaves the others alone. */
export async function addImages(
	{ client, report }: Publishing,
	{ product, items }: Concerned,
	images: readonly GivenImage[],
): Promise<void> {
	const records = imageRecords(product.id);
	for (const { url, description } of imagesToAdd(product, images)) {
		const [adding] = await Promise.allSettled([
			createRecord<StoreImage>(
				client,
				records,
				compact({ image_url: url, description }),
				async () =>
					(await list<StoreImage>(client, records)).find(
						(image) => imageKey(image) === fileKey(url),
					),
			),
		]);
		if (adding.status === 'rejected')
			report.partFailed(report.open(items), product.id, 'imageFailed', adding.reason);
		// Further items may be of the same product.
		else (product.images ??= []).push({ image_file: url });
	}
}

/** A custom field to be saved, in place of another or as one more. */
export interface FieldChange {
	field: NamedValue;
	replaces?: CustomField;
}

/** Of several fields of one name those that say something else get the new values; what is left over stays. */
export function fieldChanges(
	present: readonly CustomField[],
	given: readonly NamedValue[],
): FieldChange[] {
	const isThere = ({ name, value }: NamedValue) =>
		present.some((field) => field.name === name && field.value === value);
	const isGiven = (field: CustomField) =>
		given.some(({ name, value }) => field.name === name && field.value === value);
	const free = present.filter((field) => !isGiven(field));
	return given
		.filter((field) => !isThere(field))
		.map((field) => {
			const at = free.findIndex(({ name }) => name === field.name);
			return { field, replaces: at < 0 ? undefined : free.splice(at, 1)[0] };
		});
}

/** Gives a product the custom fields that it lacks, and those of the same name their new values; it removes none. */
export async function saveCustomFields(
	{ client, report }: Publishing,
	{ product, items }: Concerned,
	fields: readonly NamedValue[],
): Promise<void> {
	for (const { field, replaces } of fieldChanges(product.custom_fields ?? [], fields)) {
		const [saving] = await Promise.allSettled([
			replaces
				? updateRecord<CustomField>(client, customFields(product.id), replaces.id, field)
				: createField(client, product.id, field),
		]);
		if (saving.status === 'rejected')
			report.partFailed(report.open(items), product.id, 'customFieldFailed', saving.reason);
		// Further items may be of the same product.
		else if (replaces) Object.assign(replaces, field);
		else (product.custom_fields ??= []).push(saving.value);
	}
}
