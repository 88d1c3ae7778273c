import type { Outcome } from './batch';
import { sendInBatches } from './sendInBatches';
import type { Call, Client } from './client';
import { idChunks } from './idChunks';
import { several } from './several';

export interface Listed<Value> extends Call {
	/** `variant_id:in` */
	filter: string;
	/** What the filter names the records by, each once. */
	values: readonly Value[];
}

/** Deletes the records that a filter names, as many a request as fit its address; answers in the values' order. */
export async function deleteListed<Value extends number | string>(
	client: Client,
	{ filter, values, query, ...call }: Listed<Value>,
): Promise<Array<Outcome<true>>> {
	const deleted = await several(
		idChunks(values),
		async (chunk) =>
			await sendInBatches<Value, true>(chunk, {
				...call,
				size: chunk.length,
				client,
				send: async (some) => await client.delete({ ...call, query: { ...query, [filter]: some } }),
				resultOf: () => true,
			}),
	);
	return deleted.flat();
}
