import type { INodeProperties } from 'n8n-workflow';

/** As often as a safety net has to look. */
const HALF_AN_HOUR = { item: [{ mode: 'everyX', value: 30, unit: 'minutes' }] };

const withDefault = (field: INodeProperties): INodeProperties =>
	field.name === 'pollTimes' ? { ...field, default: HALF_AN_HOUR } : field;

/**
 * The properties of a polling node. n8n itself puts 'Poll Times' before them when it loads the node (n8n-core's
 * DirectoryLoader: `properties.unshift`), every minute by default, and a second field of that name would be shown beside
 * it. An n8n that does it otherwise keeps its own default.
 */
export class PollingProperties extends Array<INodeProperties> {
	override unshift(...fields: INodeProperties[]): number {
		return super.unshift(...fields.map(withDefault));
	}
}
