import { blameMissing, type Blame } from '../../api/blame';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import type { Outcome } from '../../api/outcomes';
import { presentIds } from '../../api/presentIds';
import { absent, type Records } from '../records';
import { customers } from './customers';
import { customersByEmail } from './findCustomers';
import type { FullCustomer } from './simplifyCustomer';

/** A refusal names neither a row nor the customer that has the e-mail address (API notes 7.1): that is looked up. */
export const emailTaken = (refusal: BigCommerceError, { id, email }: FullCustomer) =>
	new BigCommerceError({
		...refusal,
		problems: [],
		title: `The email address ${email} is that of customer ${id} already`,
		advice: `Use 'Create or Update' to change customer ${id}, or another address.`,
	});

/** Settles the records of a refused batch whose e-mail address another customer has. */
export const blameTaken =
	<Wanted extends { id?: number; email?: string }, Result>(
		client: Client,
		outcomeOf: (record: Wanted, taken: FullCustomer, refusal: BigCommerceError) => Outcome<Result>,
	): Blame<Wanted, Result> =>
	async (refusal, batch) => {
		const found = await customersByEmail(
			client,
			batch.flatMap(({ email }) => (email === undefined ? [] : [email])),
		);
		const settled = new Map<Wanted, Outcome<Result>>();
		for (const record of batch) {
			const taken = record.email === undefined ? undefined : found(record.email);
			if (taken && taken.id !== record.id) settled.set(record, outcomeOf(record, taken, refusal));
		}
		return { settled };
	};

/** Settles what is written of records that the store does not have, by their ids. */
export const blameAbsent = <Wanted>(
	client: Client,
	records: Records,
	idOf: (wanted: Wanted) => number,
): Blame<Wanted, never> =>
	blameMissing({
		lookUp: async (wanted) => {
			const present = await presentIds(client, records, wanted.map(idOf), { filter: 'id:in' });
			return (one) => present.has(idOf(one));
		},
		errorOf: (one) => absent(records, idOf(one)),
	});

/** Settles changes of customers that the store does not have, or to an e-mail address of another. */
export function blameChanges<Wanted extends { id: number; email?: string }, Result>(
	client: Client,
): Blame<Wanted, Result> {
	const blameGone = blameAbsent<Wanted>(client, customers, ({ id }) => id);
	const blameEmails = blameTaken<Wanted, Result>(client, (_record, customer, refusal) => ({
		error: emailTaken(refusal, customer),
	}));
	return async (refusal, batch, open) => {
		const finding = await blameGone(refusal, batch, open);
		return finding.settled.size > 0 ? finding : await blameEmails(refusal, batch, open);
	};
}
