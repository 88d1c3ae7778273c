import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Client } from '../api/client';
import { connect, type Credential } from '../operation/connect';
import { toNodeError } from '../operation/errors';
import { eventsIn, isOfStore, readDelivery, type Event } from './delivery';
import { optionsOf } from './options';
import { fullRecord, RECORD_TIME_MS } from './records';
import { carriesSecret, checkSignature, hasSignature } from './verify';
import { memoryOf } from './webhookMethods';

/** Why a request starts nothing. BigCommerce delivers again later, so that an event survives a wrong credential. */
interface Refusal {
	status: 400 | 401;
	message: string;
}

/**
 * Answers a delivery. Whoever does not know the secret learns nothing, costs no request and starts nothing. What goes
 * wrong for a real delivery (a credential that cannot be read) is thrown: n8n shows it as a failed execution and
 * answers 500, and BigCommerce delivers again.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { secret } = memoryOf(this);
	if (!secret || !carriesSecret(this.getHeaderData(), secret)) {
		return refuse(this, { status: 401, message: 'The secret header is missing or wrong' });
	}
	try {
		return await receiveAuthentic(this);
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

async function receiveAuthentic(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const signal = AbortSignal.timeout(RECORD_TIME_MS);
	const { client, credential } = await connect(
		context,
		context.getNodeParameter('authentication'),
		signal,
	);
	const doubt = signatureDoubt(context, credential);
	if (doubt) return refuse(context, { status: 401, message: doubt });
	const delivery = readDelivery(context.getBodyData());
	if (!delivery)
		return refuse(context, { status: 400, message: 'The body is not an event of BigCommerce' });
	if (!isOfStore(delivery, client.store.storeHash)) {
		return refuse(context, {
			status: 401,
			message: 'The event is of another store than the credential',
		});
	}
	const events = eventsIn(delivery, client.store.storeHash);
	const fetches = context.getNodeParameter('fetchFullRecord', false) === true;
	const items = await Promise.all(
		events.map(async (event) => (fetches ? await enriched(client, event) : event.json)),
	);
	return { workflowData: [items.map((json) => ({ json }))] };
}

const enriched = async (client: Client, { json, subject }: Event): Promise<IDataObject> => ({
	...json,
	...(await fullRecord(client, String(json.event), subject)),
});

/** What speaks against the signature, or undefined. One that nobody can check for lack of a client secret is let be. */
function signatureDoubt(
	context: IWebhookFunctions,
	{ clientSecret = '' }: Credential,
): string | undefined {
	const { windowSeconds, requireSignature } = optionsOf(context);
	const headers = context.getHeaderData();
	const key = clientSecret.trim();
	if (!hasSignature(headers))
		return requireSignature ? 'A signature is required, and none came along' : undefined;
	if (key === '')
		return requireSignature
			? 'The credential holds no client secret to check the signature with'
			: undefined;
	const rawBody = (context.getRequestObject().rawBody as Buffer | undefined) ?? Buffer.alloc(0);
	switch (
		checkSignature({ headers, rawBody, clientSecret: key, windowSeconds, now: Date.now() / 1000 })
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
