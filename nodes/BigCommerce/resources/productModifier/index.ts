import type { Resource } from '../../operation/define';
import { modifiers, simplifyModifier, type Modifier } from '../../store/catalog/productModifiers';
import { modifierLocator } from '../../forms/locators/productModifier';
import { productLocator } from '../../forms/locators/product';
import { recordOperations } from '../../forms/recordOperations';
import { create } from './create';
import { update } from './update';

const { del, getAll } = recordOperations<Modifier>({
	records: modifiers,
	noun: 'product modifier',
	locator: modifierLocator,
	below: productLocator,
	simplify: simplifyModifier,
});

export const productModifier: Resource = {
	value: 'productModifier',
	name: 'Product Modifier',
	description: 'What shoppers can add to a product, such as an engraving or a gift wrap',
	operations: [
		create,
		del({ description: 'Delete one modifier of a product with its values' }),
		getAll({ description: 'Retrieve the modifiers of a product with their values' }),
		update,
	],
};
