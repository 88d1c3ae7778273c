import type { Resource } from '../../operation/define';
import {
	currencies,
	simplifyCurrency,
	type Currency,
} from '../../store/storeInformation/currencies';
import { recordOperations } from '../../forms/recordOperations';

const { getAll } = recordOperations<Currency>({
	records: currencies,
	noun: 'currency',
	nouns: 'currencies',
	simplify: simplifyCurrency,
});

export const currency: Resource = {
	value: 'currency',
	name: 'Currency',
	description: 'Currencies that the store shows prices and takes payments in',
	operations: [getAll({ description: 'Retrieve a list of currencies' })],
};
