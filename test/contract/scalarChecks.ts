/** The rules for a single string or number. */
import { shown, type Rule } from './findings.ts';
import { hasFormat } from './formats.ts';
import type { Schema } from './openapi.ts';

export type Add = (rule: Rule, says: string) => void;

export function checkString(schema: Schema, value: string, add: Add): void {
	if (schema.minLength !== undefined && value.length < schema.minLength) {
		add('length', `must have at least ${schema.minLength} characters (has ${value.length})`);
	}
	if (schema.maxLength !== undefined && value.length > schema.maxLength) {
		add('length', `must have at most ${schema.maxLength} characters (has ${value.length})`);
	}
	if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
		add('pattern', `must match ${schema.pattern} (is ${shown(value)})`);
	}
	if (schema.format !== undefined && !hasFormat(schema.format, value)) {
		add('format', `must be a ${schema.format} (is ${shown(value)})`);
	}
}

export function checkNumber(schema: Schema, value: number, add: Add): void {
	const { minimum, maximum } = schema;
	// `exclusiveMinimum: false` without a bound is a slip in some files, and says nothing.
	if (minimum !== undefined && (schema.exclusiveMinimum ? value <= minimum : value < minimum)) {
		add(
			'range',
			`must be ${schema.exclusiveMinimum ? 'above' : 'at least'} ${minimum} (is ${value})`,
		);
	}
	if (maximum !== undefined && (schema.exclusiveMaximum ? value >= maximum : value > maximum)) {
		add(
			'range',
			`must be ${schema.exclusiveMaximum ? 'below' : 'at most'} ${maximum} (is ${value})`,
		);
	}
	if (schema.format === 'int32' && Math.abs(value) > 2_147_483_648) {
		add('range', `must fit into 32 bits (is ${value})`);
	}
}
