import type { INodePropertyMode } from 'n8n-workflow';

export interface LocatorTexts<Name extends string> {
	displayName: string;
	name: Name;
	description: string;
	/** As it stands in a sentence, with its article: `a brand`. */
	noun: string;
	/** What is searched as one types, by its name in the node's methods. */
	search: string;
	/** An ID such as the store gives. */
	example?: string;
	/** What can be typed to find one, where that does not go without saying. */
	hint?: string;
}

export interface LocatorField<Name extends string> {
	displayName: string;
	name: Name;
	type: 'resourceLocator';
	required: true;
	default: { mode: 'list'; value: '' };
	description: string;
	modes: INodePropertyMode[];
}

/** A field in which a record is picked from the list or named by its ID. */
export function locator<const Name extends string>({
	displayName,
	name,
	description,
	noun,
	search: searchListMethod,
	example = '111',
	hint,
}: LocatorTexts<Name>): readonly [LocatorField<Name>] {
	const named = `${noun[0]?.toUpperCase()}${noun.slice(1)}`;
	return [
		{
			displayName,
			name,
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			description,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: `Select ${noun}…`,
					...(hint && { hint }),
					typeOptions: { searchListMethod, searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: `e.g. ${example}`,
					validation: [
						{
							type: 'regex',
							properties: {
								regex: '^\\s*[0-9]+\\s*$',
								errorMessage: `${named} ID is a number`,
							},
						},
					],
				},
			],
		},
	];
}
