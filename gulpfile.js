const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

async function compile() {
	const [code] = await once(
		spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' }),
		'exit',
	);
	if (code !== 0) throw new Error('The TypeScript compiler found mistakes');
}

/** Icons keep their place beside nodes and credentials, which name them by relative path; binary, so no encoding. */
const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.clean = clean;
exports.build = series(clean, parallel(compile, icons, codex));
exports.default = exports.build;
