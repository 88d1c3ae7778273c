/** What became of an item; every operation that tells it does so in its output's `action`. */
export type Action =
	| 'created'
	| 'updated'
	| 'unchanged'
	| 'skipped'
	| 'linked'
	| 'deleted'
	| 'hidden'
	| 'outOfStock'
	| 'notFound';
