import type { Locator } from '../../operation/params';
import { toId } from '../../operation/values';

/** Order numbers are often copied with their sign: `#118`. */
export const orderIdOf = (given: unknown, label = 'Order ID') =>
	toId(
		String(given ?? '')
			.trim()
			.replace(/^#\s*/, ''),
		label,
	);

export const orderIn = ({ order }: { order: Locator }) => orderIdOf(order.value, 'Order');
