import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

/**
 * With this parameter n8n leaves the body of a request to the node (n8n 2.41, webhook-helpers.js, parseRequestBody: of a
 * node of version 1). Otherwise it reads and parses whatever comes, 16 MB from anybody who knows the address, and answers
 * a body that is not JSON by itself. An n8n that knows the parameter no more has read the body before.
 */
export const unreadBodyField: INodeProperties = {
	displayName: 'Leave the Body to the Node',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
	description: 'Tells n8n that the node reads and checks the body itself',
};

/** Events are small; the largest known ones list a thousand prices. */
const MOST_BYTES = 1_000_000;

export type RawBody =
	| { rawBody: Buffer; refusal?: undefined }
	| { rawBody?: undefined; refusal: { status: 400 | 413; message: string } };

const tooLarge: RawBody = {
	refusal: { status: 413, message: 'The body is larger than any event' },
};

const isTooLarge = (error: unknown) => (error as { status?: unknown } | null)?.status === 413;

/** The very bytes that were signed; empty where nothing was sent. */
export async function readRawBody(context: IWebhookFunctions): Promise<RawBody> {
	const request = context.getRequestObject();
	if (Number(request.headers['content-length']) > MOST_BYTES) return tooLarge;
	try {
		// n8n's types promise both; a form has neither.
		if (!(request.rawBody as Buffer | undefined)) await request.readRawBody?.();
	} catch (error) {
		if (isTooLarge(error)) return tooLarge;
		return { refusal: { status: 400, message: 'The body could not be read' } };
	}
	const rawBody = (request.rawBody as Buffer | undefined) ?? Buffer.alloc(0);
	return rawBody.length > MOST_BYTES ? tooLarge : { rawBody };
}
