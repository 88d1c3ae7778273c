/** How many requests to an endpoint may be under way at once (API notes 1.4, taken from the specs' descriptions). */
interface EndpointCap {
	methods: readonly string[];
	path: RegExp;
	atMost: number;
}

const READ = ['GET'];
const WRITE = ['POST', 'PUT', 'DELETE'];

const caps: readonly EndpointCap[] = [
	{ methods: ['PUT'], path: /^\/v3\/customers(\/addresses|\/attribute-values)?$/, atMost: 3 },
	{ methods: ['POST', 'PUT'], path: /^\/v3\/customers\/attributes$/, atMost: 3 },
	{ methods: ['POST'], path: /^\/v3\/customers\/addresses$/, atMost: 10 },
	{ methods: ['GET', 'PUT'], path: /^\/v3\/customers\/form-field-values$/, atMost: 10 },
	{ methods: ['PUT'], path: /^\/v3\/pricelists(\/\d+)?\/records$/, atMost: 1 },
	{ methods: ['GET', 'POST'], path: /^\/v3\/pricelists(\/\d+)?\/records$/, atMost: 10 },
	{ methods: ['DELETE'], path: /^\/v3\/pricelists/, atMost: 1 },
	{ methods: READ, path: /^\/v3\/promotions\/(\d+\/)?codes$/, atMost: 10 },
	{ methods: WRITE, path: /^\/v3\/promotions\/\d+\/codegen$/, atMost: 10 },
	{ methods: READ, path: /^\/v3\/catalog\/trees\/\d+\/categories$/, atMost: 1 },
	{ methods: [...READ, ...WRITE], path: /^\/v3\/segments/, atMost: 10 },
	{
		methods: WRITE,
		path: /^\/v3\/inventory\/(adjustments\/|locations\/\d+\/items$)/,
		atMost: 1,
	},
	{
		methods: ['PUT', 'DELETE'],
		path: /^\/v3\/catalog\/products\/(channel|category)-assignments$/,
		atMost: 1,
	},
	{ methods: ['POST'], path: /^\/v3\/orders\/\d+\/payment_actions\/refunds$/, atMost: 1 },
];

/** The endpoint's own cap, with a name under which requests that share it are counted together. */
export function endpointCap(
	method: string,
	path: string,
): { name: string; atMost: number } | undefined {
	const cap = caps.find((entry) => entry.methods.includes(method) && entry.path.test(path));
	return cap && { name: `${cap.methods.join()} ${cap.path.source}`, atMost: cap.atMost };
}
