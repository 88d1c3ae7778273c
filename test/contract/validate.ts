/** Holds one recorded exchange with the API (or its stand-in) against the vendor's OpenAPI files. */
import { isObject, type Finding, type Side } from './findings.ts';
import { isKnownGap } from './knownGaps.ts';
import {
	contentSchema,
	resolve,
	type Body,
	type Document,
	type Parameter,
	type Schema,
} from './openapi.ts';
import { checkValue, type Context } from './schemaCheck.ts';
import { findOperation, type FoundOperation } from './specs.ts';

export interface Exchange {
	method: string;
	/** Starts with `/v2` or `/v3`, without a query. */
	path: string;
	query: Record<string, string>;
	requestHeaders?: Record<string, string>;
	/** Of a multipart form: its fields as text, of a file the name. */
	requestBody: unknown;
	status: number;
	responseBody: unknown;
	/** Set where a switched-on fault made up the answer; such an answer breaks the contract on purpose. */
	faulted?: string;
}

/** Answers that every endpoint may give, documented there or not: bad token, wrong header, quota, ... */
const ANYWHERE = [401, 403, 404, 406, 409, 413, 415, 422, 429];

const isGeneric = (status: number) => ANYWHERE.includes(status) || status >= 500;

const FORM = 'multipart/form-data';

const isEmpty = (body: unknown) => body === undefined || body === null || body === '';

/** What is wrong with the request, in one sentence each; nothing if it keeps the contract. */
export function validateRequest(exchange: Exchange): string[] {
	return judge(exchange, 'request', (found) => [
		...pathFindings(found),
		...queryFindings(found, exchange.query),
		...requestBodyFindings(found, exchange),
	]);
}

/** What is wrong with the answer, in one sentence each; nothing if it keeps the contract. */
export function validateResponse(exchange: Exchange): string[] {
	if (exchange.faulted !== undefined) return [];
	return judge(exchange, 'response', (found) => responseFindings(found, exchange));
}

/**
 * Properties of the answer that the files do not name. No breach (an API may add properties), but
 * a stand-in that invents some would teach the node to rely on them.
 */
export function unnamedInResponse(exchange: Exchange): string[] {
	const found = findOperation(exchange.method, exchange.path);
	if (!found || exchange.faulted !== undefined) return [];
	return responseFindings(found, exchange)
		.filter((finding) => finding.tolerable)
		.map((finding) => sentence(exchange, finding));
}

const sentence = ({ method, path }: Exchange, { place, says }: Finding) =>
	`${method.toUpperCase()} ${path} ${place} ${says}`;

function judge(
	exchange: Exchange,
	side: Side,
	findingsOf: (found: FoundOperation) => Finding[],
): string[] {
	const found = findOperation(exchange.method, exchange.path);
	if (!found) return [`${exchange.method.toUpperCase()} ${exchange.path} is not documented`];
	const { spec, template } = found;
	const operation = `${exchange.method.toUpperCase()} ${template}`;
	return findingsOf(found)
		.filter((finding) => side === 'request' || !finding.tolerable)
		.filter((finding) => !isKnownGap({ spec, operation, side, finding }))
		.map((finding) => sentence(exchange, finding));
}

const contextOf = ({ document }: FoundOperation, side: Side): Context => ({ document, side });

function pathFindings(found: FoundOperation): Finding[] {
	return found.parameters
		.filter((parameter) => parameter.in === 'path')
		.flatMap((parameter) => {
			const text = found.pathParameters[parameter.name];
			if (text === undefined) return [];
			return textFindings(found, parameter, text, `path '${parameter.name}'`);
		});
}

// Header parameters are left alone: the files call `Accept` and `Content-Type` required here and there.
function queryFindings(found: FoundOperation, query: Record<string, string>): Finding[] {
	const documented = found.parameters.filter((parameter) => parameter.in === 'query');
	const findings = Object.entries(query).flatMap(([name, text]): Finding[] => {
		const place = `query '${name}'`;
		const parameter = documented.find((known) => known.name === name);
		if (!parameter) {
			return [{ place, rule: 'undocumented', says: 'is not documented', value: text }];
		}
		return textFindings(found, parameter, text, place);
	});
	for (const { name, required } of documented) {
		if (!required || query[name] !== undefined) continue;
		findings.push({
			place: `query '${name}'`,
			rule: 'required',
			says: 'is required',
			value: undefined,
		});
	}
	return findings;
}

/** A value out of a path or a query: text on the wire, another type by its schema. */
function textFindings(
	found: FoundOperation,
	{ schema }: Parameter,
	text: string,
	place: string,
): Finding[] {
	if (!schema) return [];
	return checkValue(
		contextOf(found, 'request'),
		schema,
		fromText(found.document, schema, text),
		place,
	);
}

function fromText(document: Document, reference: Schema, text: string): unknown {
	const schema = resolve<Schema>(document, reference);
	const { type, items } = schema;
	if (type === 'array') {
		return text.split(',').map((part) => (items ? fromText(document, items, part) : part));
	}
	if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text))
		return Number(text);
	if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
	// Of several types, the first that makes something of the text.
	for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
		const value = fromText(document, part, text);
		if (value !== text) return value;
	}
	return text;
}

/** The fields of a form are text on the wire, as those of a query are. */
function formValues(document: Document, reference: Schema, body: unknown): unknown {
	if (!isObject(body)) return body;
	const schema = resolve<Schema>(document, reference);
	const parts = [schema, ...(schema.allOf ?? []).map((part) => resolve<Schema>(document, part))];
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => {
			const property = parts.map(({ properties }) => properties?.[name]).find(Boolean);
			return [name, property ? fromText(document, property, String(value)) : value];
		}),
	);
}

function requestBodyFindings(
	found: FoundOperation,
	{ requestBody: body, requestHeaders }: Exchange,
): Finding[] {
	const { document, operation } = found;
	const isForm = requestHeaders?.['content-type']?.startsWith(FORM) ?? false;
	const documented = operation.requestBody && resolve<Body>(document, operation.requestBody);
	if (isEmpty(body)) {
		if (!documented?.required) return [];
		return [{ place: 'body', rule: 'required', says: 'is required', value: body }];
	}
	const schema = isForm ? documented?.content?.[FORM]?.schema : contentSchema(documented?.content);
	const value = isForm && schema ? formValues(document, schema, body) : body;
	if (schema) return checkValue(contextOf(found, 'request'), schema, value, 'body');
	if (documented) return [];
	return [{ place: 'body', rule: 'undocumented', says: 'is not documented', value: body }];
}

function responseFindings(found: FoundOperation, { status, responseBody }: Exchange): Finding[] {
	const { document, operation } = found;
	const responses = operation.responses ?? {};
	const entry = responses[String(status)] ?? responses.default;
	if (!entry) {
		if (isGeneric(status)) return [];
		const says = `${status} is not documented (only ${Object.keys(responses).join(', ')})`;
		return [{ place: 'status', rule: 'status', says, value: status }];
	}
	const place = `${status} body`;
	if (status === 204) {
		// Without a body by HTTP's own rules, whatever a file may draw under it.
		if (isEmpty(responseBody)) return [];
		return [{ place, rule: 'body', says: 'must be empty', value: responseBody }];
	}
	const schema = contentSchema(resolve<Body>(document, entry).content);
	if (schema && isEmpty(responseBody)) {
		// An error may come without a body (a proxy answers, say); a success has to bring what it promised.
		if (status >= 400) return [];
		return [{ place, rule: 'body', says: 'is missing', value: responseBody }];
	}
	return schema ? checkValue(contextOf(found, 'response'), schema, responseBody, place) : [];
}
