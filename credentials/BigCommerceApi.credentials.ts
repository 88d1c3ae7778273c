import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { resolveStore } from '../nodes/BigCommerce/api/store';
import { plainText } from '../nodes/BigCommerce/api/values';
import { scopesOfJobs } from '../nodes/BigCommerce/scopesOfJobs';

/** Stands in the connection test for the store's address, which only `authenticate` can work out. */
const STORE_OF_CREDENTIAL = 'https://api.bigcommerce.com/stores/of-this-credential';

const WHERE = 'control panel > Settings > Store-level API accounts';

/** Of a notice n8n shows links and lists alone; any other tag is dropped, a line break too. */
const scopeLines = scopesOfJobs()
	.map(({ name, scopes }) => `<li>${name}: ${scopes}</li>`)
	.join('');

export class BigCommerceApi implements ICredentialType {
	name = 'bigCommerceApi';

	displayName = 'BigCommerce API';

	icon = {
		light: 'file:../icons/bigCommerce.svg',
		dark: 'file:../icons/bigCommerce.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce/n8n-nodes-bigcommerce#connect-your-store';

	properties: INodeProperties[] = [
		{
			displayName: `Create the account in the BigCommerce ${WHERE} > Create API account (token type: V2/V3). OAuth scopes that each job needs:<ul>${scopeLines}</ul>`,
			name: 'scopes',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Path',
			name: 'apiPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://api.bigcommerce.com/stores/abc123/v3/',
			description: "Address of the store's API. Fill in this or Store Hash.",
			hint: `Shown as "API Path" when the API account is created (${WHERE}); ending in /v2/ or /v3/, both are fine`,
		},
		{
			displayName: 'Store Hash',
			name: 'storeHash',
			type: 'string',
			default: '',
			placeholder: 'e.g. abc123',
			description: 'Short code of the store. Fill in this or API Path.',
			hint: "The part after /stores/ in the API path, or after store- in the control panel's address: https://store-abc123.mybigcommerce.com",
		},
		{
			displayName: 'Client ID (Optional)',
			name: 'clientId',
			type: 'string',
			default: '',
			description:
				"Identifies the API account. Where several apps keep metafields of one name with a record, it tells this account's own.",
			hint: 'Only used to tell metafields of this account from those of other apps. Shown together with the access token.',
		},
		{
			displayName: 'Client Secret (Optional)',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'With it the BigCommerce Trigger checks the signature of incoming webhooks. While you change to another API account both secrets may stand here, separated by a comma.',
			hint: 'Only used by the BigCommerce Trigger, to check signatures. Shown together with the access token.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Sent with each request as the header X-Auth-Token',
			hint: 'Shown once, when the API account is created; also in the text file that can be downloaded there',
		},
	];

	/** Adds the token, and fills the store's address into the connection test: one place knows how to read it. */
	authenticate = (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const { origin, storeHash } = resolveStore(credentials);
		return Promise.resolve({
			...request,
			...(request.baseURL === STORE_OF_CREDENTIAL && { baseURL: `${origin}/stores/${storeHash}` }),
			headers: {
				Accept: 'application/json',
				...request.headers,
				'X-Auth-Token': plainText(credentials.accessToken).trim(),
			},
		});
	};

	/** The list of webhooks needs no scope, so that a working token never fails for lack of one (API notes 5.1). */
	test: ICredentialTestRequest = {
		request: { baseURL: STORE_OF_CREDENTIAL, url: '/v3/hooks', qs: { limit: 1 } },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'BigCommerce does not accept the Access Token for this store. Copy it again from the API account, and check that the Store Hash is that of the same store',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'BigCommerce refuses this store. Check the Store Hash or API Path: most likely it is another store than the one of the Access Token',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'There is no store at this address. Check the Store Hash or API Path',
				},
			},
		],
	};
}
