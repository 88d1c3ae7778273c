/** What an error repeats of a value at the most. */
const LONGEST_VALUE = 100;

/** The beginning of a text of any length. */
export const shortened = (text: string, longest = LONGEST_VALUE) =>
	text.length > longest ? `${text.slice(0, longest)}…` : text;

const LONG_WORD = new RegExp(`\\S{${LONGEST_VALUE + 1},}`, 'g');

/** A message whose values, between quotation marks or without, are as short as they may be. */
export const withShortValues = (message: string) =>
	message
		.split('"')
		.map((part, index) =>
			index % 2 === 1 ? shortened(part) : part.replace(LONG_WORD, (word) => shortened(word)),
		)
		.join('"');
