/** Small readers of JSON that came from outside: a wrong type reads as absent, the handler says what it demands. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

export const arrayOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** A number, or a string of one: v2 takes decimals both ways. */
export const numberOf = (value: unknown): number | undefined => {
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
		return Number(value);
	return undefined;
};

export const flagOf = (value: unknown): boolean | undefined =>
	typeof value === 'boolean' ? value : undefined;

export const numbersOf = (value: unknown): number[] | undefined => {
	if (!Array.isArray(value)) return undefined;
	const numbers = value.map(numberOf);
	return numbers.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
};
