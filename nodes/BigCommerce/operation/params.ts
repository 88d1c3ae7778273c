import type { INodeProperties } from 'n8n-workflow';

/** What was picked in a resource locator: `mode` is `list`, `id`, `url`, or a mode of the field's own. */
export interface Locator {
	mode: string;
	value: string;
}

/**
 * What `run` receives for a list of n8n fields: `params.filters.code` is a string because the field says so, and a
 * misspelt name does not compile. A collection holds only the
 * fields that were added to it.
 */
export type ParamsOf<Fields extends readonly unknown[]> = {
	[Field in Fields[number] as NameOf<Field>]: ValueOf<Field>;
};

type NameOf<Field> = Field extends { type: 'notice' }
	? never
	: Field extends { name: infer Name extends string }
		? Name
		: never;

type ValueOf<Field> = Field extends { type: 'string' | 'dateTime' }
	? string
	: Field extends { type: 'resourceLocator' }
		? Locator
		: Field extends { type: 'number' }
			? number
			: Field extends { type: 'boolean' }
				? boolean
				: Field extends { type: 'multiOptions'; options: ReadonlyArray<{ value: infer Value }> }
					? Value[]
					: Field extends { type: 'options'; options: ReadonlyArray<{ value: infer Value }> }
						? Value
						: Field extends { type: 'multiOptions' }
							? Array<string | number>
							: Field extends { type: 'options' }
								? string | number
								: Field extends {
											type: 'collection';
											options: infer Options extends readonly unknown[];
									  }
									? Partial<ParamsOf<Options>>
									: Field extends {
												type: 'fixedCollection';
												options: infer Groups extends readonly unknown[];
										  }
										? GroupsOf<
												Groups,
												Field extends { typeOptions: { multipleValues: true } } ? true : false
											>
										: unknown;

type GroupsOf<Groups extends readonly unknown[], Many extends boolean> = {
	[Group in Groups[number] as NameOf<Group>]?: Group extends {
		values: infer Values extends readonly unknown[];
	}
		? Many extends true
			? Array<ParamsOf<Values>>
			: ParamsOf<Values>
		: never;
};

/** A field as n8n knows it, kept as the literal that was written. */
export type Field = INodeProperties;
