import { hooks, type Hook } from '../../store/webhooks/hooks';
import { includes, search } from './build';

export const webhookSearches = {
	searchWebhooks: search<Hook>(
		hooks,
		() => ({}),
		({ id, scope, destination, is_active }) => ({
			name: [scope, destination, is_active ? '' : 'off'].filter(Boolean).join(' · '),
			value: id,
		}),
		({ id, scope, destination }, text) => includes(`${id} ${scope} ${destination}`, text),
	),
};
