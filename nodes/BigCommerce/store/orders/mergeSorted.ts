interface SortedList<Row> {
	pages: AsyncIterator<Row[]>;
	rows: Row[];
	next: number;
	over: boolean;
}

const hasRow = <Row>({ rows, next }: SortedList<Row>) => next < rows.length;

async function refill<Row>(source: SortedList<Row>): Promise<void> {
	while (!hasRow(source) && !source.over) {
		const page = await source.pages.next();
		source.over = page.done === true;
		source.rows = page.done ? [] : page.value;
		source.next = 0;
	}
}

/** Several lists, each in order, as one list in order; their pages are read at the same time. */
export async function* mergePages<Row>(
	lists: Array<AsyncIterable<Row[]>>,
	compare: (a: Row, b: Row) => number,
): AsyncGenerator<Row[]> {
	const sources = lists.map((list): SortedList<Row> => ({
		pages: list[Symbol.asyncIterator](),
		rows: [],
		next: 0,
		over: false,
	}));
	try {
		for (;;) {
			await Promise.all(sources.map(refill));
			const page = takeWhileAllHave(sources.filter(hasRow), compare);
			if (page.length === 0) return;
			yield page;
		}
	} finally {
		await Promise.all(sources.map(async ({ pages }) => await pages.return?.()));
	}
}

/** Stops where a list runs dry: what it holds on its next page may come before the rows of the others. */
function takeWhileAllHave<Row>(
	sources: Array<SortedList<Row>>,
	compare: (a: Row, b: Row) => number,
): Row[] {
	const page: Row[] = [];
	while (sources.length > 0 && sources.every(hasRow)) {
		const first = sources.reduce((best, source) =>
			compare(head(source), head(best)) < 0 ? source : best,
		);
		page.push(head(first));
		first.next++;
	}
	return page;
}

const head = <Row>({ rows, next }: SortedList<Row>) => rows[next] as Row;
