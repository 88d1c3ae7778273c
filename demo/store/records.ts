/**
 * The shop's records. Money is kept as numbers and times as milliseconds; the endpoints write them as v2 or v3 wants them.
 * Names are those of the API wherever the API shows the value.
 */
export type * from './records/catalogue.ts';
export type * from './records/inventory.ts';
export type * from './records/listings.ts';
export type * from './records/marketing.ts';
export type * from './records/metafields.ts';
export type * from './records/orders.ts';
export type * from './records/people.ts';
export type * from './records/prices.ts';
