import type { DemoStore } from '../../demo/store/index.ts';
import { specsFound } from '../contract/specs.ts';
import { validateRequest } from '../contract/validate.ts';

/** Holds every request of a test that the store accepted, and that no fault made up, against the vendor's OpenAPI files. */
export function holdToContract(store: () => DemoStore): void {
	if (!specsFound) {
		process.stderr.write(
			'Requests are not held against the OpenAPI files: they are not at ../shared/specs\n',
		);
		return;
	}
	afterEach(() => {
		const accepted = store().exchanges.filter(({ status, faulted }) => status < 400 && !faulted);
		expect(accepted.flatMap(validateRequest)).toEqual([]);
	});
}
