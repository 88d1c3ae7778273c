import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { keyField, recordFields } from './eventFields';

export const MOST_KEYS = 10_000;

export const skipFields = defineFields([
	...keyField,
	{
		displayName: 'Remember In',
		name: 'rememberIn',
		type: 'options',
		options: [
			{
				name: 'BigCommerce',
				value: 'store',
				description:
					'As a hidden metafield of the record itself: exact with several workers too. One request for each event, two for a repeat.',
			},
			{
				name: 'Own Database',
				value: 'n8n',
				description:
					'The database of this n8n, without a request. Two workers that process one event in the same moment may both let it pass.',
			},
		],
		default: 'n8n',
		description: 'Where to keep what has passed, so that restarts and workers do not matter',
	},
	{
		displayName: 'Remember For',
		name: 'scope',
		type: 'options',
		options: [
			{
				name: 'This Node',
				value: 'node',
				description: 'Other nodes of the workflow do not know what passed here',
			},
			{
				name: 'Whole Workflow',
				value: 'workflow',
				description: 'Shared with all nodes of this workflow that are set so',
			},
		],
		default: 'node',
		description: 'Who shares the memory of what has passed. The workflow must be saved.',
	},
	...shownWhen({ rememberIn: ['store'] }, recordFields),
	{
		displayName: 'If the Key Is Missing',
		name: 'onMissingKey',
		type: 'options',
		options: [
			{
				name: 'Let the Item Pass',
				value: 'pass',
				description: 'Nothing is lost, and repeats of it are not found',
			},
			{ name: 'Stop', value: 'stop', description: 'Ends with a message that names the item' },
		],
		default: 'pass',
		description: 'What to do with an item for which the key is empty',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Forget What Has Passed',
				name: 'forget',
				type: 'boolean',
				displayOptions: { show: { '/rememberIn': ['n8n'] } },
				default: true,
				description:
					'Whether to forget first what has passed, so that everything counts as new again. Remembered for the whole workflow, what its other nodes remember so is forgotten as well. Turn it on for one run, then off.',
			},
			{
				displayName: 'Keys to Remember',
				name: 'most',
				type: 'number',
				displayOptions: { show: { '/rememberIn': ['n8n'] } },
				typeOptions: { minValue: 1 },
				default: MOST_KEYS,
				description:
					'How many keys to remember; beyond that the oldest are forgotten. Every run reads and writes them all.',
			},
			{
				displayName: 'Pass Again If Not Done (Minutes)',
				name: 'againAfter',
				type: 'number',
				displayOptions: { show: { '/rememberIn': ['store'] } },
				typeOptions: { minValue: 0 },
				default: 30,
				description:
					'After how many minutes an event may pass again that Event: Mark as Done did not mark, because n8n was killed or a later node failed. Choose more than the workflow takes. Needs Remember For: Whole Workflow.',
			},
		],
	},
]);

export type SkipParams = ParamsOf<typeof skipFields>;
