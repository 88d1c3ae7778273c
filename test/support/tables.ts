/** What the editor keeps of a table's form. */
const columns = (mappingMode: string, value: object | null, matchOn?: string) => ({
	columns: { mappingMode, value, schema: [], ...(matchOn && { matchingColumns: [matchOn] }) },
});

/** Each column is read from the item by its name; rows are found by this one. */
export const matchOn = (column: string) => columns('autoMapInputData', null, column);

/** Each column has a value of its own, as in "Map Each Column Manually". */
export const byHand = (values: object, matchOn?: string) => columns('defineBelow', values, matchOn);
