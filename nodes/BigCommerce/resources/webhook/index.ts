import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { reactivate } from './reactivate';
import { repair } from './repair';
import { setNotificationEmails } from './setNotificationEmails';
import { update } from './update';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	description: "The store's webhooks, as far as the same API account made them",
	operations: [create, del, getMany, reactivate, repair, setNotificationEmails, update],
};
