/** What somebody should know of a product that was published all the same. */
export interface PublishIssue {
	code:
		| 'attributeSkipped'
		| 'attributeTruncated'
		| 'brandMissing'
		| 'categoryMissing'
		| 'channelsFailed'
		| 'customFieldFailed'
		| 'imageFailed'
		| 'matchedByName'
		| 'metafieldFailed'
		| 'namesDiffer'
		| 'partFailed'
		| 'productHasNoSuchVariant'
		| 'skuMade'
		| 'stockFailed'
		| 'stockNotTracked'
		| 'stockOfProduct';
	message: string;
}
