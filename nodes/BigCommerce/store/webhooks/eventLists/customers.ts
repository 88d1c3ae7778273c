import { changes, changesAndAll, group } from './eventGroup';

export const customerEvents = [
	...group('Customer', 'store/customer', [
		['All Events', '*', 'Those of addresses included'],
		['Channel Access Updated', 'channel/login/access/updated'],
		['Created', 'created'],
		['Default Payment Method Updated', 'payment/instrument/default/updated'],
		['Deleted', 'deleted'],
		['Updated', 'updated', 'Leaves out changes to addresses, and to attributes by the API'],
	]),
	...changesAndAll('Customer Address', 'store/customer/address'),
	...changesAndAll('Subscriber', 'store/subscriber'),
];

const NEEDS_B2B = 'Needs B2B Edition, and an API account with the scope B2B Edition (modify)';

/** Events of the B2B Edition. */
export const companyEvents = [
	...group('Company', 'store/company', [
		['Created', 'created', NEEDS_B2B],
		['Deleted', 'deleted', NEEDS_B2B],
		['Status Updated', 'statusUpdated', NEEDS_B2B],
		['Super Admins Assigned', 'superadmin/assignmentUpdated', NEEDS_B2B],
		['Updated', 'updated', NEEDS_B2B],
	]),
	...changes('Company Address', 'store/company/address'),
	...changes('Company User', 'store/company/user'),
	...group('Quote', 'store/quote', [
		['Created', 'created', NEEDS_B2B],
		['Deleted', 'deleted', NEEDS_B2B],
		['Status Updated', 'statusUpdated', NEEDS_B2B],
		['Updated', 'updated', NEEDS_B2B],
	]),
	...group('Super Admin', 'store/superadmin', [
		['Companies Assigned', 'assignmentUpdated', NEEDS_B2B],
		['Created', 'created', NEEDS_B2B],
		['Deleted', 'deleted', NEEDS_B2B],
		['Updated', 'updated', NEEDS_B2B],
	]),
];
