import { refuseV2, refuseV3 } from './answers.ts';

/** The query of a request, read the way BigCommerce reads it; what is malformed is refused in the style of its version. */
export class Query {
	private readonly values: Map<string, string>;
	private readonly version: 'v2' | 'v3';

	constructor(search: URLSearchParams, version: 'v2' | 'v3') {
		this.values = new Map(search);
		this.version = version;
	}

	all(): Record<string, string> {
		return Object.fromEntries(this.values);
	}

	has(name: string): boolean {
		return this.values.has(name);
	}

	text(name: string): string | undefined {
		return this.values.get(name);
	}

	/** A comma-separated list; an empty one is no filter. */
	list(name: string): string[] | undefined {
		const value = this.values.get(name);
		if (value === undefined) return undefined;
		const parts = value
			.split(',')
			.map((part) => part.trim())
			.filter((part) => part !== '');
		return parts;
	}

	number(name: string): number | undefined {
		const value = this.values.get(name);
		if (value === undefined || value === '') return undefined;
		const number = Number(value);
		return Number.isFinite(number) ? number : this.refuse(name, 'must be a number');
	}

	numbers(name: string): number[] | undefined {
		return this.list(name)?.map((part) => {
			const number = Number(part);
			return Number.isFinite(number) ? number : this.refuse(name, 'must be a list of numbers');
		});
	}

	flag(name: string): boolean | undefined {
		const value = this.values.get(name)?.toLowerCase();
		if (value === undefined || value === '') return undefined;
		if (value === 'true' || value === '1') return true;
		if (value === 'false' || value === '0') return false;
		return this.refuse(name, 'must be true or false');
	}

	/** Milliseconds of an RFC-2822 or ISO-8601 time; times without a zone are UTC (API notes 1.7, 1.13). */
	date(name: string): number | undefined {
		const value = this.values.get(name);
		if (value === undefined || value === '') return undefined;
		const zoneless = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value);
		const time = Date.parse(zoneless ? `${value.replace(' ', 'T')}Z` : value);
		return Number.isNaN(time) ? this.refuse(name, 'must be a date') : time;
	}

	refuse(name: string, reason: string): never {
		if (this.version === 'v2') {
			return refuseV2(400, `The field '${name}' is invalid.`, {
				invalid_reason: `${name} ${reason}`,
			});
		}
		return refuseV3(422, 'The filter(s) are invalid.', { [name]: `${name} ${reason}` });
	}
}
