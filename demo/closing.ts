type Closer = () => Promise<void>;

/** What was started, ended in reverse order; one that fails to end keeps no other from ending. */
export class Closing {
	private readonly closers: Closer[] = [];

	add(closer: Closer): void {
		this.closers.push(closer);
	}

	async all(): Promise<void> {
		for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) {
			await closer().catch(() => {});
		}
	}
}
