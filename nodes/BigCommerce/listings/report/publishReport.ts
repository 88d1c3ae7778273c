import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import type { GivenMany, Result } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { noted } from '../../operation/errors';
import type { DraftItem } from '../model/draftItem';
import type { PublishIssue } from './publishIssues';

export type PublishAction = 'created' | 'updated' | 'linked' | 'skipped';

export interface Published {
	/** A variant that is added to a product is created, too. */
	action: PublishAction;
	/** Nothing was written: this is what would become of the item. */
	preview?: true;
	productId: number | null;
	/** `null` for a product with options as a whole. */
	variantId: number | null;
	sku: string | null;
	name: string | null;
	/** In a preview: what of it the store would be sent. */
	wouldWrite?: object;
}

const reasonOf = (error: unknown) =>
	error instanceof BigCommerceError
		? [error.message, error.reason].filter(Boolean).join(': ')
		: error instanceof Error
			? error.message
			: String(error);

/** Says that the product is there all the same: whoever reads the error must not create it again. */
function withProduct(error: unknown, productId: number): Error {
	const told = `The product itself was published, with the ID ${productId}`;
	if (!(error instanceof BigCommerceError))
		return new InputError(
			`${reasonOf(error)}. ${told}`,
			error instanceof InputError ? error.advice : '',
		);
	const { task, status, code, body, reason } = error;
	return new BigCommerceError({
		task,
		status,
		code,
		body,
		title: [told, reason].filter(Boolean).join('. '),
		advice: 'Mend what is named here in the store; do not publish the item again as a new product.',
	});
}

/** What becomes of each input item: exactly one result, or one error. */
export class Report {
	private readonly runnersFail: GivenMany<unknown>['fail'];
	private readonly results = new Map<DraftItem, Published>();
	private readonly issues = new Map<DraftItem, PublishIssue[]>();
	private readonly failed = new Set<DraftItem>();
	private readonly products = new Set<number>();
	/** One failed item has ended the run. */
	private end?: Error;

	constructor(fail: GivenMany<unknown>['fail']) {
		this.runnersFail = fail;
	}

	/** Throws where one failed item ends the run; the error then says what was written before. */
	readonly fail = (items: readonly DraftItem[], error: unknown): void => {
		const open = this.open(items);
		for (const item of open) this.failed.add(item);
		if (open.length > 0 && !this.end) {
			const indexes = open.map(({ index }) => index);
			try {
				this.runnersFail(indexes, error);
			} catch (end) {
				this.end = noted(end as Error, this.soFar());
			}
		}
		// Whoever goes on all the same is stopped here.
		if (this.end) throw this.end;
	};

	/** Whatever stops the work as a whole is the error of each item that nothing became of. */
	failRest(items: readonly DraftItem[], error: unknown): void {
		this.fail(
			items.filter((item) => !this.results.has(item)),
			error,
		);
	}

	/** Those that have not failed. */
	open<Value extends DraftItem>(items: readonly Value[]): Value[] {
		return items.filter(this.isOpen);
	}

	readonly isOpen = (item: DraftItem): boolean => !this.failed.has(item);

	publish(item: DraftItem, published: Published): void {
		this.results.set(item, published);
		if (!published.preview && /^(created|updated)$/.test(published.action))
			this.products.add(published.productId ?? 0);
	}

	note(items: readonly DraftItem[], ...issues: PublishIssue[]): void {
		for (const item of items) this.issues.set(item, [...(this.issues.get(item) ?? []), ...issues]);
	}

	/** A part of a product that is there could not be saved: an error or an issue, by choice. */
	partFailed(
		items: readonly DraftItem[],
		productId: number,
		code: PublishIssue['code'],
		error: unknown,
	): void {
		if (items[0]?.settings.ifPartFails === 'fail') this.fail(items, withProduct(error, productId));
		else this.note(items, { code, message: reasonOf(error) });
	}

	/** What was written before the run was ended. */
	soFar(): string {
		const ids = [...this.products];
		const named = ids.slice(0, 20).join(', ');
		return ids.length === 0
			? 'No product was written'
			: `${ids.length} products were written before: ${named}${ids.length > 20 ? ', …' : ''}`;
	}

	all(): Result[] {
		return this.open([...this.results.keys()])
			.sort((a, b) => a.index - b.index)
			.map((item) => ({
				json: { ...this.results.get(item), issues: this.issues.get(item) ?? [] },
				from: [item.index],
			}));
	}
}

/** What each step of publishing is given. */
export interface Publishing {
	client: Client;
	report: Report;
	signal?: AbortSignal;
}
