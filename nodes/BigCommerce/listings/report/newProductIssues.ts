import type { ToCreate } from '../plan/newProduct';
import type { DraftItem } from '../model/draftItem';
import type { PublishIssue } from './publishIssues';
import type { Report } from './publishReport';

/** What an item leaves open about its own variants. */
function issuesOf({ draft: { variants } }: ToCreate, item: DraftItem): PublishIssue[] {
	const own = variants.filter((variant) => variant.item === item);
	const made = own.filter(({ skuIsMade }) => skuIsMade).map(({ sku }) => sku);
	const issues: PublishIssue[] = [];
	if (made.length > 0)
		issues.push({
			code: 'skuMade',
			message: `The item gives no SKU for ${made.length === 1 ? 'its variant, which got' : 'each of its variants, which got'} ${made.join(', ')}`,
		});
	if (own.length > 1 && item.quantity !== undefined)
		issues.push({
			code: 'stockOfProduct',
			message:
				'The stock is tracked for the product as a whole, because the item does not say how many there are of each variant',
		});
	return issues;
}

/** What should be known of a new product, whether it was created or would be. */
export function noteNew(report: Report, create: ToCreate): void {
	const { draft, attributes, pictures, classification } = create;
	const names = new Set(draft.items.map(({ name }) => name ?? draft.name));
	const named: PublishIssue[] =
		names.size > 1
			? [
					{
						code: 'namesDiffer',
						message: `The items of this product have ${names.size} different names; it is called "${draft.name}"`,
					},
				]
			: [];
	for (const item of draft.items)
		report.note(
			[item],
			...named,
			...attributes.issues,
			...pictures.issues,
			...classification.issues,
			...issuesOf(create, item),
		);
}
