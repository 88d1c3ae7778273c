import type { DemoStore } from '../../demo/store/index.ts';
import { PUBLIC_ORIGIN, Trigger, type TriggerSetting } from './runTrigger';

const open: Trigger[] = [];

/** A published trigger whose public address leads to it; `closeTriggers` ends it after the test. */
export async function publishTrigger(
	store: DemoStore,
	parameters: object,
	setting: TriggerSetting = {},
): Promise<Trigger> {
	const made = new Trigger(store.credential, parameters, setting);
	open.push(made);
	await made.listen();
	store.setHosts({ [setting.publicOrigin ?? PUBLIC_ORIGIN]: made.localOrigin });
	await made.publish();
	return made;
}

export const closeTriggers = async () => {
	await Promise.all(open.splice(0).map(async (trigger) => await trigger.close()));
};

export const secretOf = ({ memory }: Trigger) =>
	memory['node:BigCommerce Trigger']?.secret as string;

/** Where the trigger listens on this machine. */
export const localAddress = (trigger: Trigger) =>
	trigger.address.replace(PUBLIC_ORIGIN, trigger.localOrigin);

export const until = async (condition: () => boolean): Promise<void> => {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};
