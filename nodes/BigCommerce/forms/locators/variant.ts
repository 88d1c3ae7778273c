import { locator } from '../../operation/locator';

export const variantLocator = locator({
	displayName: 'Variant',
	name: 'variant',
	description: 'The variant of this product, picked from the list or by ID',
	noun: 'a variant',
	search: 'searchVariants',
});
