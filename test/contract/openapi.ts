/** The part of OpenAPI 3.0 that the vendor's files use, and no more. */

export interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	nullable?: boolean;
	'x-nullable'?: boolean;
	readOnly?: boolean;
	writeOnly?: boolean;
	enum?: unknown[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	required?: string[];
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	minimum?: number;
	maximum?: number;
	exclusiveMinimum?: boolean;
	exclusiveMaximum?: boolean;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	uniqueItems?: boolean;
	pattern?: string;
}

export interface Reference {
	$ref: string;
}

export interface Parameter {
	name: string;
	in: 'query' | 'path' | 'header' | 'cookie';
	required?: boolean;
	schema?: Schema;
}

export type Content = Record<string, { schema?: Schema } | null>;

export interface Body {
	required?: boolean;
	content?: Content;
}

export interface Operation {
	parameters?: Array<Parameter | Reference>;
	requestBody?: Body | Reference;
	responses?: Record<string, Body | Reference>;
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

export type PathItem = { parameters?: Array<Parameter | Reference> } & {
	[method in Method]?: Operation;
};

export interface Document {
	servers?: Array<{ url: string }>;
	paths: Record<string, PathItem>;
}

const isReference = (node: object): node is Reference =>
	'$ref' in node && typeof node.$ref === 'string';

/** Follows `#/components/...` to what it means; the files point only at themselves. */
export function resolve<T extends object>(document: Document, node: T | Reference): T {
	let current: T | Reference = node;
	for (let hops = 0; isReference(current); hops++) {
		const { $ref } = current;
		if (!$ref.startsWith('#/') || hops > 20) throw new Error(`Cannot follow ${$ref}`);
		let target: unknown = document;
		for (const key of $ref.slice(2).split('/')) {
			const name = decodeURIComponent(key).replace(/~1/g, '/').replace(/~0/g, '~');
			target = (target as Record<string, unknown> | undefined)?.[name];
		}
		if (typeof target !== 'object' || target === null) throw new Error(`${$ref} leads nowhere`);
		current = target as T | Reference;
	}
	return current as T;
}

/**
 * The schema of a body: JSON where there is some, else `problem+json`, else whatever is given. The
 * files also hold "content types" that are the titles of examples, so the name alone decides nothing.
 */
export function contentSchema(content: Content | undefined): Schema | undefined {
	const entries = Object.entries(content ?? {}).filter(([, media]) => media?.schema);
	const json = entries.find(([type]) => type === 'application/json');
	const problem = entries.find(([type]) => type === 'application/problem+json');
	return (json ?? problem ?? entries[0])?.[1]?.schema;
}
