import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { modifierLocator } from '../locators/productModifier';
import { deleteRecord } from '../../store/records';
import { modifiers } from '../../store/catalog/productModifiers';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product modifier',
	description: 'Delete one modifier of a product with its values',
	scope: 'products:modify',
	fields: [...productLocator, ...modifierLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, modifiers(productOf(params)), idOf(params.modifier, 'Modifier')),
});
