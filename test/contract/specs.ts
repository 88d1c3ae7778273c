/**
 * The vendor's OpenAPI files: they lie next to the checkout, not in it, because nobody has licensed
 * them for copying. Without them the contract suites are skipped, in so many words.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { parse } from 'yaml';
import {
	METHODS,
	resolve,
	type Document,
	type Method,
	type Operation,
	type Parameter,
} from './openapi.ts';

const REPOSITORY = resolvePath(__dirname, '../..');
export const SPECS_FOLDER = resolvePath(REPOSITORY, '../shared/specs');
export const specsFound = existsSync(SPECS_FOLDER);

/** `describe`, or `describe.skip` with one line that says why. */
export function describeContract(name: string, suite: () => void): void {
	if (specsFound) {
		describe(name, suite);
		return;
	}
	process.stderr.write(`Skipped "${name}": the OpenAPI files are not at ../shared/specs\n`);
	describe.skip(name, suite);
}

interface Route {
	spec: string;
	/** With the version in front: `/v2/orders/{order_id}`. */
	template: string;
	/** The path as the file spells it. */
	specPath: string;
	segments: string[];
}

export interface FoundOperation {
	spec: string;
	method: Method;
	template: string;
	document: Document;
	operation: Operation;
	parameters: Parameter[];
	pathParameters: Record<string, string>;
}

const isVariable = (segment: string) => segment.startsWith('{');

export const specFiles = (): string[] =>
	readdirSync(SPECS_FOLDER)
		.filter((name) => /\.ya?ml$/.test(name))
		.sort();

const readSpec = (file: string) => readFileSync(join(SPECS_FOLDER, file), 'utf8');

const documents = new Map<string, Document>();

export function specDocument(file: string): Document {
	let document = documents.get(file);
	if (!document) {
		document = parse(readSpec(file), { uniqueKeys: false }) as Document;
		documents.set(file, document);
	}
	return document;
}

const OF_ANOTHER_SERVER =
	/^\s*-?\s*url: '?https:\/\/(\{store_domain\}|\{app_domain\}|payments\.bigcommerce\.com)/m;

/** `v2` or `v3`, from the address of the file's server, else (some files name none) from its own name. */
function versionOf(file: string, text: string): string | undefined {
	const version =
		/^\s*-?\s*url:.*\/(v[23])\/?['"]?\s*$/m.exec(text)?.[1] ?? /\.(v[23])\./.exec(file)?.[1];
	// Files of the storefront, of payments and of providers have servers of their own, which this package never asks.
	if (!version && !OF_ANOTHER_SERVER.test(text))
		throw new Error(`${file} does not say whether it is v2 or v3`);
	return version;
}

/**
 * Parsing all files takes seconds, and most test files need two of them. So the paths are read off
 * the lines of the text, and a file is parsed when one of its paths is asked for. (A test holds
 * this short cut against the parsed files.)
 */
function readRoutes(): Route[] {
	const routes = specFiles().flatMap((spec) => {
		const text = readSpec(spec);
		const version = versionOf(spec, text);
		if (!version) return [];
		return [...text.matchAll(/^ {2,4}(['"]?)(\/\S*?)\1: *$/gm)].map((match): Route => {
			const specPath = match[2] ?? '';
			const template = `/${version}${specPath}`;
			return { spec, template, specPath, segments: template.split('/') };
		});
	});
	return routes.sort((a, b) => byStaticFirst(a.segments, b.segments));
}

/** `/orders/count` before `/orders/{order_id}`: at the first difference in kind, fixed text wins. */
function byStaticFirst(a: string[], b: string[]): number {
	for (let at = 0; at < Math.min(a.length, b.length); at++) {
		const difference = Number(isVariable(a[at] ?? '')) - Number(isVariable(b[at] ?? ''));
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

let routes: Route[] | undefined;
const allRoutes = (): Route[] => (routes ??= readRoutes());

const fits = (route: Route, segments: string[]) =>
	route.segments.length === segments.length &&
	route.segments.every((part, at) =>
		isVariable(part) ? segments[at] !== '' : part === segments[at],
	);

const shape = (route: Route) =>
	route.segments.map((part) => (isVariable(part) ? '{}' : part)).join('/');

function toFound(route: Route, method: Method, segments: string[]): FoundOperation | undefined {
	const document = specDocument(route.spec);
	const item = document.paths[route.specPath];
	const operation = item?.[method];
	if (!item || !operation) return undefined;
	// An operation's own parameter replaces the path's parameter of the same name and place.
	const parameters = new Map<string, Parameter>();
	for (const entry of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
		const parameter = resolve<Parameter>(document, entry);
		parameters.set(`${parameter.in} ${parameter.name}`, parameter);
	}
	const pathParameters: Record<string, string> = {};
	route.segments.forEach((part, at) => {
		if (isVariable(part))
			pathParameters[part.slice(1, -1)] = decodeURIComponent(segments[at] ?? '');
	});
	return {
		spec: route.spec,
		method,
		template: route.template,
		document,
		operation,
		parameters: [...parameters.values()],
		pathParameters,
	};
}

/** The documented operation for a method and a path such as `/v3/catalog/products/12`. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
	const name = METHODS.find((known) => known === method.toLowerCase());
	const segments = path.split('/');
	const [best, ...others] = allRoutes().filter((route) => fits(route, segments));
	if (!name || !best) return undefined;
	// One path may be spread over two files, one method here and one there; a less exact path is no match.
	const sameShape = [best, ...others.filter((route) => shape(route) === shape(best))];
	for (const route of sameShape) {
		const found = toFound(route, name, segments);
		if (found) return found;
	}
	return undefined;
}

/** Each documented operation as `GET /v2/orders/{order_id}`, with the file that documents it. */
export function listOperations(): Array<{ spec: string; operation: string }> {
	return allRoutes().flatMap(({ spec, specPath, template }) =>
		METHODS.filter((method) => specDocument(spec).paths[specPath]?.[method]).map((method) => ({
			spec,
			operation: `${method.toUpperCase()} ${template}`,
		})),
	);
}
