import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { list } from '../../api/pagination';
import { sameName } from '../byName';
import { customerGroups } from './customers';

interface Named {
	id: number;
	name: string;
}

/** Finds groups by name or ID; the list of them is read once a run, and only where one is named. */
export async function groupFinder(client: Client, wanted: Array<string | number | undefined>) {
	const isNamed = wanted.some((group) => typeof group === 'string');
	const read = async () => await list<Named>(client, customerGroups);
	const groups = isNamed ? await client.once('customer groups', read) : [];
	/** 0 is no group. */
	return (group: string | number): number => {
		if (typeof group === 'number') return group;
		const found = groups.find(({ name }) => sameName(name, group));
		if (found) return found.id;
		if (/^\d{1,9}$/.test(group)) return Number(group);
		throw new InputError(
			`The store has no customer group "${group.slice(0, 60)}"`,
			`It has ${groups.map(({ name }) => name).join(', ') || 'none'}. Correct the name, or create the group first.`,
		);
	};
}
