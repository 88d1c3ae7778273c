import { z } from 'zod';

import { apiBody, jsonBody } from '../../operation/apiBody';
import { wholeOrText, type Checks } from '../../operation/checks';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { toDate } from '../../operation/values';
import type { ModifierConfig } from '../../store/catalog/productModifiers';
import { configFields, otherConfigField } from './modifierConfigFields';

export type ConfigForm = Partial<ParamsOf<typeof configFields> & ParamsOf<typeof otherConfigField>>;

/** Settings that have no field in the form. */
const OTHERS: Checks = {
	date_limit_mode: z.enum(['earliest', 'latest', 'range']),
	date_limited: z.boolean(),
	file_max_size: wholeOrText,
	file_types_mode: z.enum(['all', 'specific']),
	file_types_other: z.array(z.string()),
	file_types_supported: z.array(z.string()),
	number_limit_mode: z.enum(['highest', 'lowest', 'range']),
	number_limited: z.boolean(),
	text_characters_limited: z.boolean(),
	text_lines_limited: z.boolean(),
};

const DATES = ['default_value', 'date_earliest_value', 'date_latest_value'];

/** ISO 8601 ATOM, the only form that the API takes dates of modifiers in: `2026-08-15T15:52:01+00:00`. */
const toAtom = (date: Date) => `${date.toISOString().slice(0, 19)}+00:00`;

function withAtomDates(config: ModifierConfig): ModifierConfig {
	const dates = DATES.filter((name) => config[name] !== undefined).map((name) => {
		const date = toDate(config[name], name);
		return [name, date && toAtom(date)] as const;
	});
	return compact({ ...config, ...Object.fromEntries(dates) });
}

/** Limits count only when they are switched on, and when the mode says which of them there are. */
function limits(
	kind: 'date' | 'number',
	[low, high]: [string, string],
	config: ModifierConfig,
): ModifierConfig {
	const hasLow = config[`${kind}_${low}_value`] !== undefined;
	const hasHigh = config[`${kind}_${high}_value`] !== undefined;
	if (!hasLow && !hasHigh) return {};
	return {
		[`${kind}_limited`]: true,
		[`${kind}_limit_mode`]: hasLow && hasHigh ? 'range' : hasLow ? low : high,
	};
}

const isGiven = (config: ModifierConfig, ...names: string[]) =>
	names.some((name) => config[name] !== undefined);

/** Switches on what the form gave values for; the JSON has the last word. */
function switchedOn(given: ModifierConfig, all: ModifierConfig): ModifierConfig {
	return {
		...(isGiven(given, 'date_earliest_value', 'date_latest_value') &&
			limits('date', ['earliest', 'latest'], all)),
		...(isGiven(given, 'number_lowest_value', 'number_highest_value') &&
			limits('number', ['lowest', 'highest'], all)),
		...(isGiven(given, 'text_min_length', 'text_max_length') && { text_characters_limited: true }),
		...(isGiven(given, 'text_max_lines') && { text_lines_limited: true }),
	};
}

/** What the form gives of the settings, together with those that are there. */
export function configOf(
	type: string,
	{ config: json, ...form }: ConfigForm,
	present: ModifierConfig | [] = {},
): ModifierConfig | undefined {
	const other = jsonBody(json, 'Other Settings (JSON)', configFields, OTHERS);
	const given = { ...apiBody(form, configFields), ...other };
	if (Object.keys(given).length === 0) return undefined;
	const all = { ...(Array.isArray(present) ? {} : present), ...given };
	const config = { ...all, ...switchedOn(given, all), ...other };
	return type === 'date' ? withAtomDates(config) : config;
}

/** A date field without any date makes the API answer with a server error (product-modifiers_catalog.v3.yml). */
export function checkDates(type: string, config: ModifierConfig = {}): void {
	if (type === 'date' && !isGiven(config, ...DATES))
		throw new InputError(
			'A date field needs a date, and BigCommerce fails without one',
			"Add 'Earliest Date', 'Latest Date' or 'Default Value'.",
		);
}
