import type { Client } from '../../api/client';
import type { ParamsOf } from '../../operation/params';
import { couponBody } from './couponBody';
import { checkedCode, codeFromTemplate, hasRandomPart } from '../../store/marketing/couponCode';
import { CodeTaken } from '../../store/marketing/coupons';
import type { couponForm, creatorCouponsForm } from './fields';
import { saveCoupon, type SavedCoupon } from '../../store/marketing/saveCoupon';

export type CouponForm = ParamsOf<typeof couponForm>;

/** The coupon of a creator: what the row says goes before the form. */
export function couponOfCreator({
	columns: { values },
	additionalFields,
	...form
}: ParamsOf<typeof creatorCouponsForm>): CouponForm {
	const { creator = '', code = '', amount = form.amount, expires, maxUses } = values;
	return {
		...form,
		codeFrom: code === '' ? 'template' : 'own',
		code,
		creatorName: creator,
		amount,
		additionalFields: {
			...additionalFields,
			...(expires !== undefined && { expires }),
			...(maxUses !== undefined && { maxUses }),
		},
	};
}

/** A random part that is taken is drawn again; more clashes than this mean that the part is too short. */
const DRAWS = 5;

const LONGEST_NAME = 100;

/** Whose coupon it is, where the control panel shows it. Names of coupons are unique, as codes are (API notes 3.12). */
const nameFor = (creator: string, code: string) => {
	const end = ` (${code})`;
	return creator && `${creator.slice(0, LONGEST_NAME - end.length)}${end}`;
};

/** Creates the coupon that the form describes, with its own code or one drawn from the template. */
export async function createOne(client: Client, form: CouponForm): Promise<SavedCoupon> {
	const {
		codeFrom,
		code,
		codeTemplate,
		creatorName,
		name,
		type,
		amount,
		ifExists,
		additionalFields: settings,
	} = form;
	const bodyOf = (drawn: string) =>
		couponBody({ code: drawn, name: name || nameFor(creatorName, drawn), type, amount, settings });
	if (codeFrom === 'own') return await saveCoupon(client, bodyOf(checkedCode(code)), ifExists);

	const draws = hasRandomPart(codeTemplate) ? DRAWS : 1;
	for (let draw = 1; ; draw++) {
		const body = bodyOf(codeFromTemplate(codeTemplate, creatorName));
		const [saving] = await Promise.allSettled([
			saveCoupon(client, body, draw < draws ? 'fail' : ifExists),
		]);
		if (saving.status === 'fulfilled') return saving.value;
		if (draw === draws || !(saving.reason instanceof CodeTaken)) throw saving.reason;
	}
}

/** Items for one code, or whose random codes begin with one creator, are created in order; all others at the same time. */
export function codeOrCreator({ codeFrom, code, codeTemplate, creatorName }: CouponForm): string {
	if (codeFrom === 'own') return code;
	return hasRandomPart(codeTemplate) ? creatorName : codeFromTemplate(codeTemplate, creatorName);
}
