import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { connect, type Credential } from '../../operation/connect';
import { toNodeError } from '../../operation/errors';
import { headerOf } from '../../store/webhooks/hooks';
import { admit, type Admission, type Admitted } from './admit';
import { eventsIn, isOfStore, readBody, type Delivery } from '../eventItem';
import type { FilterParams } from '../orderFilter';
import { optionsOf } from './triggerOptions';
import { readRawBody } from './rawBody';
import { RECORD_TIME_MS } from '../fullRecord';
import { Repeats, type Settle } from './repeats';
import { SharedReads, type Share } from '../sharedReads';
import {
	acceptedSecrets,
	carriesSecret,
	checkSignature,
	clientSecretsOf,
	hasSignature,
} from './verify';
import { memoryOf } from './webhookMethods';

/** Why a request starts nothing. BigCommerce delivers again later, so that an event survives a wrong credential. */
interface Refusal {
	status: 400 | 401 | 413 | 503;
	message: string;
}

const repeats = new Repeats();
const sharedReads = new SharedReads();

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
	if (doubt) return refuse(context, { status: 401, message: doubt });
	const delivery = readBody(rawBody);
	if (!delivery)
		return refuse(context, { status: 400, message: 'The body is not an event of BigCommerce' });
	if (!isOfStore(delivery, client.store.storeHash)) {
		return refuse(context, {
			status: 401,
			message: 'The event is of another store than the credential',
		});
	}
	const settle = await repeats.claim(keysOf(context, delivery, client.store.storeHash));
	// Answered with 200, and nothing is started.
	if (!settle) return {};
	let isHandedOn = false;
	try {
		const admitted = await admitAll(context, delivery, { client, share: shareOf(credential) });
		if (optionsOf(context).deliversAgain && admitted.some(({ unread }) => unread))
			return refuse(context, { status: 503, message: 'The store did not give the record' });
		if (admitted.length === 0) return {};
		isHandedOn = true;
		return { workflowData: [admitted.map(({ item: json }) => ({ json }))] };
	} finally {
		if (isHandedOn) whenAnswered(context.getResponseObject(), settle);
		else settle(false);
	}
}

async function admitAll(
	context: IWebhookFunctions,
	delivery: Delivery,
	given: Pick<Admission, 'client' | 'share'>,
): Promise<Admitted[]> {
	const admission: Admission = {
		...given,
		filters: context.getNodeParameter('filters', {}) as FilterParams,
		fetchesRecord: context.getNodeParameter('fetchFullRecord', false) === true,
	};
	const events = eventsIn(delivery, given.client.store.storeHash);
	const admitted = await Promise.all(events.map(async (event) => await admit(event, admission)));
	return admitted.filter((one) => one !== undefined);
}

/** n8n answers when it has started the execution, or with 500 when it could not: then the delivery shall come again. */
function whenAnswered(
	response: ReturnType<IWebhookFunctions['getResponseObject']>,
	settle: Settle,
): void {
	response.once('finish', () => settle(response.statusCode < 300));
	response.once('close', () => settle(false));
	// BigCommerce hung up meanwhile.
	if (response.destroyed) settle(false);
}

/** What all repeats of a delivery to this node have in common; the editor's listening is an affair of its own. */
function keysOf(context: IWebhookFunctions, { hash }: Delivery, storeHash: string): string[] {
	const here = [context.getWorkflow().id, context.getNode().id, context.getMode(), storeHash];
	const messageId = headerOf(context.getHeaderData(), 'webhook-id');
	return [...(hash ? [`hash:${hash}`] : []), ...(messageId ? [`id:${messageId}`] : [])].map((key) =>
		createHash('sha256')
			.update(JSON.stringify([...here, key]))
			.digest('base64'),
	);
}

/** Reads are shared by those alone who ask with the same credential. */
function shareOf(credential: Credential): Share {
	const owner = createHash('sha256').update(JSON.stringify(credential)).digest('base64');
	return async (key, load) => await sharedReads.read(`${owner} ${key}`, load);
}

/** What speaks against the signature, or undefined. One that nobody can check for lack of a client secret is let be. */
function signatureDoubt(
	context: IWebhookFunctions,
	credential: Credential,
	rawBody: Buffer,
): string | undefined {
	const { windowSeconds, requireSignature } = optionsOf(context);
	const headers = context.getHeaderData();
	const clientSecrets = clientSecretsOf(credential);
	if (!hasSignature(headers))
		return requireSignature ? 'A signature is required, and none came along' : undefined;
	if (clientSecrets.length === 0)
		return requireSignature
			? 'The credential holds no client secret to check the signature with'
			: undefined;
	switch (
		checkSignature({ headers, rawBody, clientSecrets, windowSeconds, now: Date.now() / 1000 })
	) {
		case 'invalid':
			return "The signature does not match the credential's client secret";
		case 'stale':
			return "The signature's time is too far from the clock of this n8n";
		default:
			return undefined;
	}
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	context.logger.warn(`BigCommerce Trigger refused a delivery: ${message}`, {
		node: context.getNode().name,
	});
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
