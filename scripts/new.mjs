#!/usr/bin/env node
// npm run new operation NAME · npm run new semantic-type FOLDER/NAME
// Writes the file with its examples, the entry in the list and, for an operation, its texts; the registry test then says what is still missing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { operationFile, operationText, semanticTypeFile } from './new/templates.mjs';
import { listOperation, listOperationText, listSemanticType } from './new/list-entry.mjs';

const texts = 'shared/text/operations.ts';
const usage = 'Usage: npm run new operation NAME   or   npm run new semantic-type FOLDER/NAME   (names in kebab-case)';
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * @param {string} root @param {string[]} words what was typed after `npm run new`
 * @returns {{ written: string[] }} @throws {Error} with a sentence for the person who typed it
 */
export function makeNew(root, [kind, path]) {
  const [folder, name] = kind === 'semantic-type' ? (path ?? '').split('/') : [undefined, path];
  if ((kind !== 'operation' && kind !== 'semantic-type') || name === undefined || !kebab.test(name) || (folder !== undefined && !kebab.test(folder))) throw new Error(usage);
  const directory = kind === 'operation' ? 'shared/recipe/operations' : `shared/semantic-types/${folder}`;
  const file = `${directory}/${name}.ts`;
  const list = `${directory}/index.ts`;
  if (!existsSync(join(root, list))) throw new Error(`There is no folder ${directory} with a list. Choose an existing folder of shared/semantic-types.`);
  if (existsSync(join(root, file))) throw new Error(`${file} is already there.`);
  const before = readFileSync(join(root, list), 'utf8');
  const after = kind === 'operation' ? listOperation(before, name) : listSemanticType(before, name);
  const said = kind === 'operation' ? listOperationText(readFileSync(join(root, texts), 'utf8'), operationText(name)) : null;
  writeFileSync(join(root, file), kind === 'operation' ? operationFile(name) : semanticTypeFile(name));
  writeFileSync(join(root, list), after);
  if (said !== null) writeFileSync(join(root, texts), said);
  return { written: said === null ? [file, list] : [file, list, texts] };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { written } = makeNew(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.slice(2));
    console.log(`Written: ${written.join(', ')}`);
    console.log('Next: make it do what its name says, then run the registry test: npx vitest run test/registry');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
