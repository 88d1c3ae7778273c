import type { Resource } from '../../operation/define';
import { simplifyWithValues } from '../../store/catalog/optionValues';
import { options, type Option } from '../../store/catalog/productOptions';
import { optionLocator } from '../../forms/locators/productOption';
import { productLocator } from '../../forms/locators/product';
import { recordOperations } from '../../forms/recordOperations';
import { create } from './create';
import { update } from './update';

const { del, getAll } = recordOperations<Option>({
	records: options,
	noun: 'product option',
	locator: optionLocator,
	below: productLocator,
	simplify: simplifyWithValues,
});

export const productOption: Resource = {
	value: 'productOption',
	name: 'Product Option',
	description: 'What makes the variants of a product, such as size and color',
	operations: [
		create,
		del({
			description:
				'Delete one option of a product with its values; variants that were made of it may go with it',
		}),
		getAll({ description: 'Retrieve the options of a product with their values' }),
		update,
	],
};
