#!/usr/bin/env node
// npm run new operation | semantic-type | language | privacy-model | guardrail | fact | migration | command | screen | format …
// Writes the files and the entries in the lists; the registry test then says what is still missing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { newCommand } from './new/command.mjs';
import { newFact } from './new/fact.mjs';
import { newFormat } from './new/format.mjs';
import { newGuardrail } from './new/guardrail.mjs';
import { newScreen } from './new/screen.mjs';
import * as templates from './new/templates.mjs';
import { listLanguage, listLast, listOperation, listPhrase, listSemanticType, listText } from './new/list-entry.mjs';

const usage = `Usage: npm run new operation NAME
       npm run new semantic-type FOLDER/NAME
       npm run new language CODE NAME      (npm run new language pl polish)
       npm run new privacy-model NAME
       npm run new guardrail ID-WHAT       (npm run new guardrail e10-proxies)
       npm run new fact NAME
       npm run new migration NAME
       npm run new command NAME
       npm run new screen NAME
       npm run new format NAME             (a name that is its ending, such as psv)
Names in kebab-case.`;
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const fits = (...names) => names.every((name) => name !== undefined && kebab.test(name));

/**
 * What each kind writes: paths with their new text. `read` gives the text of a file that is there; a path in `fresh`
 * must not be.
 * @type {Record<string, (words: string[], read: (path: string) => string) => { fresh: Record<string, string>,
 *   changed: Record<string, string> } | null>}
 */
const kinds = {
  operation([name], read) {
    if (!fits(name)) return null;
    const folder = 'shared/recipe/operations';
    const texts = 'shared/text/operations.ts';
    return {
      fresh: { [`${folder}/${name}.ts`]: templates.operationFile(name) },
      changed: {
        [`${folder}/index.ts`]: listOperation(read(`${folder}/index.ts`), name),
        [texts]: listText(read(texts), templates.operationText(name)),
      },
    };
  },
  'semantic-type'([path], read) {
    const [scope, name] = (path ?? '').split('/');
    if (!fits(scope, name)) return null;
    const folder = `shared/semantic-types/${scope}`;
    const phrases = `shared/header-language/phrases/en/${scope}.json`;
    return {
      fresh: { [`${folder}/${name}.ts`]: templates.semanticTypeFile(name) },
      changed: {
        [`${folder}/index.ts`]: listSemanticType(read(`${folder}/index.ts`), name),
        [phrases]: listPhrase(read(phrases), name.replaceAll('-', '_'), name.replaceAll('-', ' ')),
      },
    };
  },
  language([code, name], read) {
    if (!fits(code, name) || code.length !== 2) return null;
    const folder = `shared/header-language/phrases/${code}`;
    const list = 'shared/header-language/languages.ts';
    const files = templates.phraseScopes.map((scope) => [`${folder}/${scope}.json`, '{}\n']);
    return {
      fresh: { ...Object.fromEntries(files), [`${folder}/index.ts`]: templates.languageFile(code, name) },
      changed: { [list]: listLanguage(read(list), code, name) },
    };
  },
  'privacy-model'([name], read) {
    if (!fits(name)) return null;
    const folder = 'shared/privacy-models';
    const texts = 'shared/text/privacy-models.ts';
    return {
      fresh: { [`${folder}/${name}.ts`]: templates.privacyModelFile(name) },
      changed: {
        [`${folder}/index.ts`]: listLast(read(`${folder}/index.ts`), 'privacyModels', name, name),
        [texts]: listText(read(texts), templates.privacyModelText(name)),
      },
    };
  },
  migration([name], read) {
    if (!fits(name)) return null;
    const folder = 'electron/engine/catalog/migrations';
    const before = read(`${folder}/index.ts`);
    const version = 1 + Math.max(...[...before.matchAll(/'\.\/(\d{4})-/g)].map(([, number]) => Number(number)));
    const file = `${String(version).padStart(4, '0')}-${name}`;
    return {
      fresh: { [`${folder}/${file}.ts`]: templates.migrationFile(version, name) },
      changed: { [`${folder}/index.ts`]: listLast(before, 'migrations', name, file) },
    };
  },
  guardrail: ([name], read) => (fits(name) ? newGuardrail(name, read) : null),
  fact: ([name], read) => (fits(name) ? newFact(name, read) : null),
  command: ([name], read) => (fits(name) ? newCommand(name, read) : null),
  screen: ([name], read) => (fits(name) ? newScreen(name, read) : null),
  format: ([name], read) => (fits(name) ? newFormat(name, read) : null),
};

/**
 * @param {string} root @param {string[]} words what was typed after `npm run new`
 * @returns {{ written: string[] }} @throws {Error} with a sentence for the person who typed it
 */
export function makeNew(root, [kind, ...words]) {
  const read = (path) => {
    if (!existsSync(join(root, path))) throw new Error(`There is no ${path}. Choose a folder that is there.`);
    return readFileSync(join(root, path), 'utf8');
  };
  const made = Object.hasOwn(kinds, kind ?? '') ? kinds[kind](words, read) : null;
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
