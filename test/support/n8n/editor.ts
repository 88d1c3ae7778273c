import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { N8n } from '../../../demo/n8n/instance.ts';
import { openBrowser } from './browser.ts';

const byTestId = (id: string): string => `[data-test-id="${id}"]`;

/** The editor leaves an empty box for each expression in the page's corner. */
const withoutGlitches = '#cm-tooltip-container { display: none; }';

/** n8n's editor in a browser, in the words of somebody who uses it. */
export class Editor {
	readonly page: Page;
	private readonly origin: string;
	readonly close: () => Promise<void>;

	private constructor(page: Page, origin: string, close: () => Promise<void>) {
		this.page = page;
		this.origin = origin;
		this.close = close;
	}

	/** Opens a browser that is signed in as the owner, by the session that the API uses. */
	static async open({ origin, api }: Pick<N8n, 'origin' | 'api'>): Promise<Editor> {
		const browser = await openBrowser();
		try {
			const cookies = String(api.defaults.headers.common.Cookie).split('; ');
			await browser.context.addCookies(
				cookies.map((cookie) => {
					const [name = '', ...value] = cookie.split('=');
					return { name, value: value.join('='), url: origin };
				}),
			);
			const page = browser.context.pages()[0] ?? (await browser.context.newPage());
			page.setDefaultTimeout(60_000);
			// Leaving a changed workflow is asked about; the tests mean it.
			page.on('dialog', (dialog) => void dialog.accept());
			return new Editor(page, origin, browser.close);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.origin}/workflow/${id}`);
		await this.page.locator(byTestId('canvas-node')).first().waitFor();
	}

	/** A node's form opens by a double click on the node, as a user does it. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`${byTestId('canvas-node')}[data-node-name="${name}"]`).dblclick();
		await this.form.waitFor();
		await this.loaded();
	}

	async closeNode(): Promise<void> {
		await this.page.locator(byTestId('ndv-close-button')).click();
		await this.form.waitFor({ state: 'hidden' });
	}

	get form(): Locator {
		return this.page.locator(byTestId('node-parameters'));
	}

	/** The field of a parameter, by the parameter's name. */
	field(parameter: string): Locator {
		return this.form.locator(byTestId(`parameter-input-${parameter}`)).first();
	}

	async choose(parameter: string, option: string): Promise<void> {
		await this.field(parameter).click();
		const items = this.page.locator(`${byTestId('parameter-input-item')}:visible`);
		// Descriptions below the names may name others.
		const named = items.filter({ has: this.page.getByText(option, { exact: true }) });
		await named.first().click();
		await this.loaded();
	}

	/** One more entry of a list of which several can be picked. */
	async pick(parameter: string, option: string): Promise<void> {
		await this.field(parameter).click();
		await this.page.getByRole('option', { name: option }).first().click();
		await this.page.keyboard.press('Escape');
	}

	async fill(parameter: string, text: string): Promise<void> {
		await this.field(parameter).locator('input, textarea').first().fill(text);
	}

	/** The labels of the parameters that the form shows now. */
	async labels(): Promise<string[]> {
		const labels = await this.form.locator(`${byTestId('input-label')}:visible`).allInnerTexts();
		return labels.map((label) => label.split('\n')[0]?.trim() ?? '').filter(Boolean);
	}

	/** Takes an entry of a list of which several can be picked away again. */
	async unpick(parameter: string, option: string): Promise<void> {
		const tag = this.field(parameter).locator('.el-tag', { hasText: option });
		await tag.locator('.el-tag__close').click();
	}

	/** Says that an agent's model fills the field in. */
	async letModelDefine(parameter: string): Promise<void> {
		const field = this.page.locator(byTestId(`parameter-input-${parameter}`));
		const item = this.form.locator(byTestId('parameter-item'), { has: field });
		await item.hover();
		await item.locator(byTestId('from-ai-override-button')).click();
	}

	/** Runs the open node and waits for its output panel to show how it went. */
	async executeNode(): Promise<void> {
		await this.startNode();
		await this.ended();
	}

	/** A trigger listens from then on. */
	async startNode(): Promise<void> {
		await this.page.locator(byTestId('node-execute-button')).click();
	}

	/** Waits for the output panel of the open node to show how it went. */
	async ended(): Promise<void> {
		await this.page
			.locator(byTestId('output-panel'))
			.locator(`${byTestId('ndv-items-count')}, ${byTestId('node-error-message')}`)
			.first()
			.waitFor();
	}

	/** Waits for the output panel to show this text. */
	async showsOutput(text: string): Promise<void> {
		await this.page.locator(byTestId('output-panel')).getByText(text).first().waitFor();
	}

	/** What the output panel says, hints and all. */
	async output(): Promise<string> {
		return await this.page.locator(byTestId('output-panel')).innerText();
	}

	async screenshot(file: string): Promise<void> {
		await mkdir(dirname(file), { recursive: true });
		// A field below the mouse would show its buttons; the panel's head has none.
		await this.page.mouse.move(1000, 45);
		await this.loaded();
		await this.page.screenshot({ path: file, animations: 'disabled', style: withoutGlitches });
	}

	/** Lists in the form are fetched through n8n; what is being fetched shows a spinner. */
	private async loaded(): Promise<void> {
		await this.page.waitForLoadState('networkidle').catch(() => {});
		await this.page.evaluate('document.fonts.ready.then(() => true)');
	}
}
