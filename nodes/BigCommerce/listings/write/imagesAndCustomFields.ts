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
	/** Those that a failure is reported to. */
	items: readonly DraftItem[];
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

/** Saves images and custom fields of products, and keeps what was saved: further items may be of the same product. */
export class ProductParts {
	private readonly publishing: Publishing;
	private readonly images = new Map<number, StoreImage[]>();
	private readonly fields = new Map<number, CustomField[]>();

	constructor(publishing: Publishing) {
		this.publishing = publishing;
	}

	/** Adds images one by one, as the API takes them; one that cannot be downloaded leaves the others alone. */
	async addImages({ product, items }: Concerned, given: readonly GivenImage[]): Promise<void> {
		const { client, report } = this.publishing;
		const records = imageRecords(product.id);
		const images = this.images.get(product.id) ?? [...(product.images ?? [])];
		this.images.set(product.id, images);
		for (const { url, description } of imagesToAdd({ images }, given)) {
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
			else images.push({ image_file: url });
		}
	}

	/** Gives a product the custom fields that it lacks, and those of the same name their new values; it removes none. */
	async saveCustomFields(
		{ product, items }: Concerned,
		given: readonly NamedValue[],
	): Promise<void> {
		const { client, report } = this.publishing;
		const fields = this.fields.get(product.id) ?? [...(product.custom_fields ?? [])];
		this.fields.set(product.id, fields);
		for (const { field, replaces } of fieldChanges(fields, given)) {
			const [saving] = await Promise.allSettled([
				replaces
					? updateRecord<CustomField>(client, customFields(product.id), replaces.id, field)
					: createField(client, product.id, field),
			]);
			if (saving.status === 'rejected')
				report.partFailed(report.open(items), product.id, 'customFieldFailed', saving.reason);
			else if (replaces) fields[fields.indexOf(replaces)] = { ...replaces, ...field };
			else fields.push(saving.value);
		}
	}
}
