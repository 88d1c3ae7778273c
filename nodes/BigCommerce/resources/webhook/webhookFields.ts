import { defineFields } from '../../operation/define';
import { events } from '../../store/webhooks/events';

export const webhookLocator = defineFields([
	{
		displayName: 'Webhook',
		name: 'webhook',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The webhook, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a webhook…',
				hint: 'Search by event or by destination',
				typeOptions: { searchListMethod: 'searchWebhooks', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 20561488',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A webhook ID is a number' },
					},
				],
			},
		],
	},
]);

export const eventField = defineFields([
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		allowOther: true,
		options: events,
		default: 'store/order/created',
		description: 'What the webhook tells of; an expression may give any other scope',
	},
]);

export const destinationField = defineFields([
	{
		displayName: 'Destination',
		name: 'destination',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/hooks',
		description: 'Address that BigCommerce sends events to: public, https, and without a port',
	},
]);

export const headersField = defineFields([
	{
		displayName: 'Headers',
		name: 'headers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Header',
		default: {},
		description:
			'What BigCommerce sends along with each delivery, such as a secret by which the receiver knows it. The output never shows the values.',
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. X-Secret',
						description: 'Name of the header, up to 64 characters',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						typeOptions: { password: true },
						default: '',
						placeholder: 'e.g. a long random text',
						description: 'What the header holds',
					},
				],
			},
		],
	},
]);

export const activeField = defineFields([
	{
		displayName: 'Active',
		name: 'isActive',
		type: 'boolean',
		default: true,
		description: 'Whether BigCommerce delivers',
	},
]);
