import { locator } from '../../operation/locator';

export const modifierLocator = locator({
	displayName: 'Modifier',
	name: 'modifier',
	description: 'The modifier of this product, picked from the list or by ID',
	noun: 'a modifier',
	search: 'searchProductModifiers',
});
