const A_MINUTE = 60_000;

/** Lets a line into the log at most once a minute. */
export class LineLimit {
	private readonly lines = new Map<string, { writtenAt: number; left: number }>();

	/** How many were left out since the last time; undefined where this one is left out too. */
	pass(line: string, now = Date.now()): number | undefined {
		const known = this.lines.get(line);
		if (known && now - known.writtenAt < A_MINUTE) {
			known.left += 1;
			return undefined;
		}
		this.lines.set(line, { writtenAt: now, left: 0 });
		return known?.left ?? 0;
	}
}
