import { listTrees } from '../../store/catalog/categoryTrees';
import { DEFAULT_TREE } from '../categoryTreeField';
import { options } from './build';

export const categoryOptions = {
	getCategoryTrees: options(async (client) => [
		{ name: 'Default Storefront', value: DEFAULT_TREE },
		...(await listTrees(client)).map(({ id, name }) => ({ name, value: id })),
	]),
};
