interface Ordered {
	id: number;
	sort_order: number;
}

/** A part that moves back pushes those at its new place, and all behind it, one further (so for images and videos). */
export function makeRoom(list: Ordered[], before?: Ordered, part?: Ordered): void {
	if (!before || !part || part.sort_order <= before.sort_order) return;
	for (const other of list)
		if (other.id !== part.id && other.sort_order >= part.sort_order) other.sort_order += 1;
}
