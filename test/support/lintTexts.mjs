// Lints texts as if they were files of the package, by all rules but those that ask what type a value has: no program is
// made of the texts. Reads and prints JSON.
import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const findings = [];
for (const literal of JSON.parse(await text(process.stdin))) {
	const [result] = await eslint.lintText(literal.text, { filePath: literal.filePath });
	findings.push(result.messages);
}
process.stdout.write(JSON.stringify(findings));
