import { join, resolve } from 'node:path';

/** Every place on disk that the installed n8n and the demo use, in one list. */
export const repoRoot = resolve(import.meta.dirname, '../..');
/**
 * Which n8n everything here installs and runs: the newest that the package was tried on, or, with DEMO_N8N=oldest, the
 * earliest that it supports.
 */
export const isOldestN8n = process.env.DEMO_N8N === 'oldest';
export const n8nFolder = isOldestN8n ? join(import.meta.dirname, 'oldest') : import.meta.dirname;

export const n8nModules = join(n8nFolder, 'node_modules');
export const n8nProgram = join(n8nModules, 'n8n', 'bin', 'n8n');

/** Git-ignored; whatever a run writes goes below it. */
export const cacheFolder = join(repoRoot, '.cache');
