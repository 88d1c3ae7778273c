import type { StoreState } from '../state.ts';

export const HOUR = 3_600_000;
export const hoursBefore = (state: StoreState, hours: number): number =>
	state.startedAt - Math.round(hours * HOUR);
