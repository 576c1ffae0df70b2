#!/usr/bin/env node
// npm run new KIND NAME: writes the files and the entries in the lists; the registry test then says what is still
// missing. A kind is a file of scripts/new: how it is called, and what it makes of a name.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { command } from './new/command.mjs';
import { fact } from './new/fact.mjs';
import { format } from './new/format.mjs';
import { guardrail } from './new/guardrail.mjs';
import { language } from './new/language.mjs';
import { migration } from './new/migration.mjs';
import { operation } from './new/operation.mjs';
import { privacyModel } from './new/privacy-model.mjs';
import { screen } from './new/screen.mjs';
import { semanticType } from './new/semantic-type.mjs';

/**
 * What each kind writes: paths with their new text. `read` gives the text of a file that is there; a path in `fresh`
 * must not be. Null: the name is not of its form.
 * @type {Record<string, { usage: string, make: (words: string[], read: (path: string) => string) =>
 *   { fresh: Record<string, string>, changed: Record<string, string> } | null }>}
 */
const kinds = {
  operation,
  'semantic-type': semanticType,
  language,
  'privacy-model': privacyModel,
  guardrail,
  fact,
  migration,
  command,
  screen,
  format,
};

const usage = `Usage: ${Object.values(kinds)
  .map((kind) => `npm run new ${kind.usage}`)
  .join('\n       ')}
Names in kebab-case.`;

/**
 * @param {string} root @param {string[]} words what was typed after `npm run new`
 * @returns {{ written: string[] }} @throws {Error} with a sentence for the person who typed it
 */
export function makeNew(root, [kind, ...words]) {
  const read = (path) => {
    if (!existsSync(join(root, path))) throw new Error(`There is no ${path}. Choose a folder that is there.`);
    return readFileSync(join(root, path), 'utf8');
  };
  const made = Object.hasOwn(kinds, kind ?? '') ? kinds[kind].make(words, read) : null;
  if (made === null) throw new Error(usage);
  for (const path of Object.keys(made.fresh))
    if (existsSync(join(root, path))) throw new Error(`${path} is already there.`);
  const files = Object.entries({ ...made.fresh, ...made.changed });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { written: files.map(([path]) => path) };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { written } = makeNew(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.slice(2));
    console.log(`Written: ${written.join(', ')}`);
    console.log(
      'Next: make it do what its name says, run npx oxfmt, then the registry test: npx vitest run test/registry',
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
