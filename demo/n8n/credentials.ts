import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import type { N8n } from './instance.ts';
import { rest } from './rest.ts';
import type { CredentialRef } from './workflows.ts';

export type CredentialData = Record<string, unknown>;

export const importCredential = (
	n8n: N8n,
	credential: { name: string; type: string; data: CredentialData },
): Promise<CredentialRef> => rest(n8n, 'POST', '/credentials', credential);

/** The same, where the n8n may hold one of that name from before: it gets what is given now. */
export async function keepCredential(
	n8n: N8n,
	credential: { name: string; type: string; data: CredentialData },
): Promise<CredentialRef> {
	const all = await rest<CredentialRef[]>(n8n, 'GET', '/credentials');
	const kept = all.find(({ name, type }) => name === credential.name && type === credential.type);
	return kept
		? await rest(n8n, 'PATCH', `/credentials/${kept.id}`, credential)
		: await importCredential(n8n, credential);
}

export type TestResult = { status: 'OK' | 'Error'; message: string };

/** What the editor's "Test" does with a saved credential whose form says `data`: the answer tells the user whether the credential works. */
export const testCredential = (
	n8n: N8n,
	credential: CredentialRef,
	data: CredentialData,
): Promise<TestResult> =>
	rest(n8n, 'POST', '/credentials/test', { credentials: { ...credential, data } });

export const nodeTypes = (n8n: N8n): Promise<INodeTypeDescription[]> =>
	types(n8n, '/types/nodes.json');

export const credentialTypes = (n8n: N8n): Promise<ICredentialType[]> =>
	types(n8n, '/types/credentials.json');

async function types<T>(n8n: N8n, path: string): Promise<T[]> {
	const { status, data } = await n8n.api.get<T[]>(path);
	if (status !== 200) throw new Error(`n8n answered GET ${path} with ${status}`);
	return data;
}
