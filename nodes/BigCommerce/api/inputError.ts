import { withShortValues } from './shortened';

/** The person's own input is wrong: says what, and how to mend it. Nothing was sent. */
export class InputError extends Error {
	override name = 'InputError';

	readonly advice: string;

	constructor(message: string, advice = '') {
		super(withShortValues(message));
		this.advice = advice;
	}
}
