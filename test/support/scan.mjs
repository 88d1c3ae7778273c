// n8n's own scan of community packages, on folders instead of a published package. Prints what it found as JSON.
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const [source, unpacked] = process.argv.slice(2);
const results = [
	await analyzePackage(source, SOURCE_FILE_PATTERNS),
	await analyzePackage(unpacked, ['**/*.js', 'package.json']),
];
process.stdout.write(`\n${JSON.stringify(results)}\n`);
