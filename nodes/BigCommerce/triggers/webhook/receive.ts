import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { InputError } from '../../api/inputError';
import { connect, type Credential } from '../../operation/connect';
import { toNodeError } from '../../operation/errors';
import { headerOf } from '../../store/webhooks/hooks';
import { admit, type Admission, type Admitted } from './eventToItem';
import {
	eventsIn,
	isOfStore,
	readBody,
	type Delivery,
	type Event,
	type EventItem,
} from '../eventItem';
import type { FilterParams } from '../orderFilter';
import { LineLimit } from './lineLimit';
import { optionsOf } from './triggerOptions';
import { readRawBody } from './rawBody';
import { RECORD_TIME_MS } from '../fullRecord';
import { Repeats, type EndClaim } from './repeats';
import { SharedReads, type Share } from '../sharedReads';
import {
	acceptedSecrets,
	carriesSecret,
	checkSignature,
	clientSecretsOf,
	hasSignature,
} from './verify';
import { newOrderOf, viewsOf } from './newOrders';
import { wishOf } from './wantedScopes';
import { memoryOf } from './webhookMethods';

/** Why a request starts nothing. BigCommerce delivers again later, so that an event survives a wrong credential. */
interface Refusal {
	status: 400 | 401 | 413 | 503;
	message: string;
}

const repeats = new Repeats();
const sharedReads = new SharedReads();
const lineLimit = new LineLimit();

/**
 * Answers a delivery. Whoever does not know the secret learns nothing, costs no request and starts nothing. What goes
 * wrong for a real delivery (a credential that cannot be read) is thrown: n8n shows it as a failed execution and
 * answers 500, and BigCommerce delivers again.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (!carriesSecret(this.getHeaderData(), acceptedSecrets(memoryOf(this)))) {
		return refuse(this, { status: 401, message: 'The secret header is missing or wrong' });
	}
	const { rawBody, refusal } = await readRawBody(this);
	if (!rawBody) return refuse(this, refusal);
	try {
		return await receiveAuthentic(this, rawBody);
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

async function receiveAuthentic(
	context: IWebhookFunctions,
	rawBody: Buffer,
): Promise<IWebhookResponseData> {
	const signal = AbortSignal.timeout(RECORD_TIME_MS);
	const { client, credential } = await connect(
		context,
		context.getNodeParameter('authentication'),
		signal,
	);
	const doubt = signatureDoubt(context, credential, rawBody);
	if (doubt && optionsOf(context).requireSignature) throw unsigned(doubt);
	if (doubt?.signature) warnOfSignature(context, doubt);
	const delivery = readBody(rawBody);
	if (!delivery)
		return refuse(context, { status: 400, message: 'The body is not an event of BigCommerce' });
	if (!isOfStore(delivery, client.store.storeHash)) {
		return refuse(context, {
			status: 401,
			message: 'The event is of another store than the credential',
		});
	}
	const endClaim = await repeats.claim(keysOf(context, delivery, client.store.storeHash));
	// Answered with 200, and nothing is started.
	if (!endClaim) return {};
	const claims = [endClaim];
	let isHandedOn = false;
	try {
		const admitted = await admitAll(
			context,
			delivery,
			{ client, share: shareOf(credential) },
			claims,
		);
		if (optionsOf(context).deliversAgain && admitted.some(({ unread }) => unread))
			return refuse(context, { status: 503, message: 'The store did not give the record' });
		if (admitted.length === 0) return {};
		isHandedOn = true;
		const { signature } = doubt ?? {};
		return { workflowData: [admitted.map(({ item }) => ({ json: signed(item, signature) }))] };
	} finally {
		for (const end of claims) {
			if (isHandedOn) whenAnswered(context.getResponseObject(), end);
			else end(false);
		}
	}
}

/** What of a delivery starts the workflow. What it lays a claim on for that is added to `claims`, to be ended with it. */
async function admitAll(
	context: IWebhookFunctions,
	delivery: Delivery,
	given: Pick<Admission, 'client' | 'share'>,
	claims: EndClaim[],
): Promise<Admitted[]> {
	const wish = wishOf(context);
	const { storeHash } = given.client.store;
	const admission: Admission = {
		...given,
		filters: context.getNodeParameter('filters', {}) as FilterParams,
		skipsIncomplete: wish.skipsIncomplete,
		fetchesRecord: context.getNodeParameter('fetchFullRecord', true) === true,
		simplifies: context.getNodeParameter('simplify', true) === true,
		parts: optionsOf(context).parts,
	};
	const views: Event[] = [];
	const claimed = new Map<Event, EndClaim>();
	for (const event of eventsIn(delivery, storeHash).flatMap((one) => viewsOf(one, wish))) {
		const order = newOrderOf(event, wish);
		const endClaim = order && (await repeats.claim([keyFor(context, storeHash, order)]));
		if (endClaim) claimed.set(event, endClaim);
		// Its creation, or its payment, has brought this order before.
		if (order === undefined || endClaim) views.push(event);
	}
	claims.push(...claimed.values());
	const admitted = await Promise.all(views.map(async (event) => await admit(event, admission)));
	// A checkout that is left out now may come as an order later.
	views.forEach((event, at) => !admitted[at] && claimed.get(event)?.(false));
	return admitted.filter((one) => one !== undefined);
}

const signed = (item: EventItem, signature: SignatureDoubt['signature']): EventItem =>
	signature ? { ...item, event: { ...item.event, signature } } : item;

/** n8n answers when it has started the execution, or with 500 when it could not: then the delivery shall come again. */
function whenAnswered(
	response: ReturnType<IWebhookFunctions['getResponseObject']>,
	endClaim: EndClaim,
): void {
	response.once('finish', () => endClaim(response.statusCode < 300));
	response.once('close', () => endClaim(false));
	// BigCommerce hung up meanwhile.
	if (response.destroyed) endClaim(false);
}

/** What is remembered for this node alone; the editor's listening is an affair of its own. */
function keyFor(context: IWebhookFunctions, storeHash: string, key: string): string {
	const receiver = [context.getWorkflow().id, context.getNode().id, context.getMode(), storeHash];
	return createHash('sha256')
		.update(JSON.stringify([...receiver, key]))
		.digest('base64');
}

/** What all repeats of a delivery have in common. */
function keysOf(context: IWebhookFunctions, { hash }: Delivery, storeHash: string): string[] {
	const messageId = headerOf(context.getHeaderData(), 'webhook-id');
	return [...(hash ? [`hash:${hash}`] : []), ...(messageId ? [`id:${messageId}`] : [])].map((key) =>
		keyFor(context, storeHash, key),
	);
}

/** Reads are shared by those alone who ask with the same credential. */
function shareOf(credential: Credential): Share {
	const owner = createHash('sha256').update(JSON.stringify(credential)).digest('base64');
	return async (key, load) => await sharedReads.read(`${owner} ${key}`, load);
}

/** What speaks against a signature; `signature` is what the item says of one that came along. */
interface SignatureDoubt {
	signature?: 'invalid' | 'stale';
	reason: string;
}

function signatureDoubt(
	context: IWebhookFunctions,
	credential: Credential,
	rawBody: Buffer,
): SignatureDoubt | undefined {
	const headers = context.getHeaderData();
	const clientSecrets = clientSecretsOf(credential);
	if (!hasSignature(headers)) return { reason: 'no signature came along' };
	if (clientSecrets.length === 0)
		return { reason: 'the credential holds no Client Secret to check the signature with' };
	const { windowSeconds } = optionsOf(context);
	const now = Date.now() / 1000;
	const signature = checkSignature({ headers, rawBody, clientSecrets, windowSeconds, now });
	switch (signature) {
		case 'invalid':
			return { signature, reason: "the signature does not match the credential's Client Secret" };
		case 'stale':
			return { signature, reason: "the signature's time is too far from the clock of this n8n" };
		default:
			return undefined;
	}
}

/** Thrown, so that it is seen: n8n shows a failed execution, and BigCommerce delivers again for two days. */
const unsigned = ({ reason }: SignatureDoubt) =>
	new InputError(
		`An event of BigCommerce was refused, since 'Require Signature' is on and ${reason}`,
		"Correct the Client Secret in the credential, or switch 'Require Signature' off: the webhook's own secret, which did match, proves the sender as well. BigCommerce delivers the event again for two days.",
	);

/** The secret header proves the sender: one wrong letter in a credential must not cost two days of events. */
function warnOfSignature(context: IWebhookFunctions, { signature, reason }: SignatureDoubt): void {
	warn(
		context,
		`BigCommerce Trigger: ${reason}. The webhook's own secret matched, so the event starts the workflow, and its item says event.signature: "${signature}".`,
	);
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	warn(context, `BigCommerce Trigger refused a delivery: ${message}`);
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

/** Whoever knows the address can make this happen, and must not be able to fill the log. */
function warn(context: IWebhookFunctions, line: string): void {
	const { name, id } = context.getNode();
	const left = lineLimit.pass([context.getWorkflow().id, id, line].join(' '));
	if (left === undefined) return;
	const more = left > 0 ? ` (${left} more since the last such line)` : '';
	context.logger.warn(line + more, { node: name });
}
