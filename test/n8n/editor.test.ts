import { importWorkflow, withCredential } from '../../demo/n8n/workflows.ts';
import { Editor } from '../support/n8n/editor.ts';
import { useN8n } from '../support/n8n/suite.ts';
import { describeWithBrowser } from '../support/n8n/withBrowser.ts';

describeWithBrowser('the forms in the editor', () => {
	const suite = useN8n();
	let editor: Editor;
	let workflowId: string;

	beforeAll(async () => {
		editor = await Editor.open(suite.n8n);
		const workflow = {
			name: 'Forms',
			nodes: [
				{
					id: 'trigger',
					name: 'BigCommerce Trigger',
					type: 'n8n-nodes-bigcommerce.bigCommerceTrigger',
					typeVersion: 1,
					position: [0, 0] as [number, number],
					parameters: {},
					webhookId: 'forms',
				},
				{
					id: 'polling',
					name: 'BigCommerce Polling Trigger',
					type: 'n8n-nodes-bigcommerce.bigCommercePollingTrigger',
					typeVersion: 1,
					position: [0, 200] as [number, number],
					parameters: {},
				},
				{
					id: 'action',
					name: 'BigCommerce',
					type: 'n8n-nodes-bigcommerce.bigCommerce',
					typeVersion: 1,
					position: [220, 0] as [number, number],
					parameters: {},
				},
			],
			connections: {},
		};
		const ready = withCredential(workflow, 'n8n-nodes-bigcommerce', suite.credential);
		workflowId = (await importWorkflow(suite.n8n, ready)).id;
	}, 120_000);

	beforeEach(() => editor.openWorkflow(workflowId), 120_000);

	afterAll(async () => {
		await editor?.close();
	}, 60_000);

	it('shows the action node with its resource and operation', async () => {
		await editor.openNode('BigCommerce');
		expect(await editor.labels()).toEqual(expect.arrayContaining(['Resource', 'Operation']));
	}, 120_000);

	it('offers coupons and their operations', async () => {
		await editor.openNode('BigCommerce');
		await editor.choose('resource', 'Coupon');
		await editor.choose('operation', 'Create');
		expect(await editor.labels()).toContain('Operation');
	}, 120_000);

	it('shows the trigger with the events to choose from', async () => {
		await editor.openNode('BigCommerce Trigger');
		expect(await editor.labels()).toContain('Trigger On');
	}, 120_000);

	it('shows the polling trigger, which polls every 30 minutes where nobody says otherwise', async () => {
		await editor.openNode('BigCommerce Polling Trigger');
		const labels = await editor.labels();
		expect(labels.filter((label) => label === 'Poll Times')).toHaveLength(1);
		expect(await editor.field('value').locator('input').inputValue()).toBe('30');
	}, 120_000);
});
