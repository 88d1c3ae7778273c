import { defineFields } from '../operation/define';

interface Doomed {
	displayName: string;
	/** `customers` */
	nouns: string;
	/** IDs such as the store gives, separated by commas. */
	example: string;
}

/** Which records are deleted: those of the input items as the form stands, and never all for want of an ID. */
export const idsToDelete = ({ displayName, nouns, example }: Doomed) =>
	defineFields([
		{
			displayName,
			name: 'ids',
			type: 'string',
			required: true,
			as: 'ids',
			default: '={{ $json.id }}',
			emptyAdvice: `Nothing is deleted: give '${displayName}' at least one ID.`,
			placeholder: `e.g. ${example}`,
			description: `IDs of the ${nouns} to delete, separated by commas, or a list from an expression. By default the ID of each input item.`,
		},
	]);
