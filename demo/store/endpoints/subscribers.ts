import { isoZulu } from '../formats.ts';
import {
	data,
	noContent,
	notFoundV3,
	Refusal,
	refuseV3,
	v3Error,
	type Answer,
} from '../http/answers.ts';
import { choice, fieldProblems, text, whole, LARGEST_INTEGER } from '../http/fieldRules.ts';
import { idTests, passing, textTests, timeTests } from '../http/filters.ts';
import { v3Page } from '../http/paging.ts';
import { arrayOf, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { SubscriberRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';

const CUSTOMERS = 'store_v2_customers';
const ALL = '/v3/customers/subscribers';
const ONE = `${ALL}/{subscriber_id}`;

const FIELDS = {
	email: text(undefined, 3),
	first_name: text(255),
	last_name: text(255),
	source: text(255),
	order_id: whole(1, LARGEST_INTEGER),
	channel_id: whole(1, LARGEST_INTEGER),
	consents: { is: 'texts' },
} as const;
const CONSENT = choice('marketing_newsletter', 'abandoned_cart');

const view = (subscriber: SubscriberRecord): object => ({
	...subscriber,
	date_created: isoZulu(subscriber.date_created),
	date_modified: isoZulu(subscriber.date_modified),
});

/** The specification's `id` is not really required (API notes 3.18). */
const filtered = ({ state, query }: Context): SubscriberRecord[] =>
	passing(byId(state.subscribers), [
		...idTests<SubscriberRecord>(query, 'id', ({ id }) => id),
		...idTests<SubscriberRecord>(query, 'order_id', ({ order_id }) => order_id ?? undefined),
		...(['email', 'first_name', 'last_name', 'source'] as const).flatMap((name) =>
			textTests<SubscriberRecord>(query, name, (subscriber) => subscriber[name]),
		),
		...(['date_created', 'date_modified'] as const).flatMap((name) =>
			timeTests<SubscriberRecord>(query, name, (subscriber) => subscriber[name]),
		),
	]);

const subscriberOf = ({ state, params }: Context): SubscriberRecord =>
	state.subscribers.get(Number(params.subscriber_id)) ?? notFoundV3('subscriber');

function checked({ state, body }: Context, own?: SubscriberRecord): JsonObject {
	const sent = objectOf(body);
	const problems = fieldProblems(sent, FIELDS, own ? [] : ['email']);
	const badConsent = arrayOf(sent.consents).find(
		(consent) => Object.keys(fieldProblems({ consent }, { consent: CONSENT })).length > 0,
	);
	if (badConsent !== undefined) problems.consents = `${String(badConsent)} is no consent`;
	if (Object.keys(problems).length > 0) refuseV3(422, 'The subscriber is not valid', problems);
	const email = textOf(sent.email)?.toLowerCase();
	const isTaken = [...state.subscribers.values()].some(
		(other) => other !== own && other.email.toLowerCase() === email,
	);
	if (isTaken)
		throw new Refusal(
			v3Error(409, 'The subscriber is a duplicate', { email: 'The email is taken' }),
		);
	return sent;
}

function saved(context: Context, subscriber: SubscriberRecord, sent: JsonObject): Answer {
	for (const name of ['email', 'first_name', 'last_name', 'source'] as const)
		subscriber[name] = textOf(sent[name]) ?? subscriber[name];
	subscriber.order_id =
		sent.order_id === null ? null : (numberOf(sent.order_id) ?? subscriber.order_id);
	subscriber.channel_id = numberOf(sent.channel_id) ?? subscriber.channel_id;
	if (Array.isArray(sent.consents)) subscriber.consents = sent.consents.map(String);
	subscriber.date_modified = context.now;
	return data(view(subscriber));
}

function create(context: Context): Answer {
	const { state, now } = context;
	const sent = checked(context);
	const subscriber: SubscriberRecord = {
		id: nextId(state, 'subscriber'),
		email: '',
		first_name: '',
		last_name: '',
		source: 'custom',
		order_id: null,
		channel_id: 1,
		consents: ['marketing_newsletter'],
		date_created: now,
		date_modified: now,
	};
	const answer = saved(context, subscriber, sent);
	state.subscribers.set(subscriber.id, subscriber);
	context.emit('store/subscriber/created', { type: 'subscriber', id: subscriber.id });
	return answer;
}

function remove({ state, emit }: Context, { id }: SubscriberRecord): void {
	state.subscribers.delete(id);
	emit('store/subscriber/deleted', { type: 'subscriber', id });
}

const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: CUSTOMERS,
	run,
});

export const subscriberRoutes: Route[] = [
	route('GET', ALL, (context) => v3Page(context.query, filtered(context), { render: view })),
	route('POST', ALL, create),
	// Without a filter all are deleted (the specification of the operation).
	route('DELETE', ALL, (context) => {
		for (const subscriber of filtered(context)) remove(context, subscriber);
		return noContent;
	}),
	route('GET', ONE, (context) => data(view(subscriberOf(context)))),
	route('PUT', ONE, (context) => {
		const subscriber = subscriberOf(context);
		const answer = saved(context, subscriber, checked(context, subscriber));
		context.emit('store/subscriber/updated', { type: 'subscriber', id: subscriber.id });
		return answer;
	}),
	route('DELETE', ONE, (context) => {
		remove(context, subscriberOf(context));
		return noContent;
	}),
];
