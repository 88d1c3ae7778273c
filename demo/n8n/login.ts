import { Agent } from 'node:http';
import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { PlainError } from './plainError.ts';

export type Login = { email: string; password: string };

/** Opens an n8n that listens on this machine only and that is thrown away. */
const owner: Login = { email: 'owner@demo.example', password: 'Demo-store-1' };

/** Makes the owner of a new n8n, or signs in as the one made earlier. */
export async function login(origin: string): Promise<{ login: Login; api: AxiosInstance }> {
	const api = axios.create({
		baseURL: origin,
		proxy: false,
		// An n8n that is busy for seconds closes connections that it held open, in the middle of the next request.
		httpAgent: new Agent({ keepAlive: false }),
		validateStatus: () => true,
		// Large executions are read back whole.
		maxContentLength: Infinity,
		maxBodyLength: Infinity,
	});
	const made = await api.post('/rest/owner/setup', {
		...owner,
		firstName: 'Demo',
		lastName: 'Owner',
	});
	const answer =
		made.status === 200
			? made
			: await api.post('/rest/login', {
					emailOrLdapLoginId: owner.email,
					password: owner.password,
				});
	if (answer.status !== 200) {
		throw new PlainError('n8n did not let its owner sign in.', JSON.stringify(answer.data));
	}
	const cookies = answer.headers['set-cookie'] ?? [];
	api.defaults.headers.common.Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
	return { login: owner, api };
}
