#!/usr/bin/env node
/**
 * Writes resources/dpv/terms-2.3.json: IRI, label and definition of every DPV term that the register's JSON-LD uses,
 * from a checkout of the vocabulary. A term that the vocabulary does not have ends it.
 *
 *   node scripts/make-dpv-terms.mjs PATH-OF-A-CHECKOUT-OF-W3C-DPV
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const checkout = process.argv[2];
if (checkout === undefined) throw new Error('name the folder of a checkout of the vocabulary');

/** Fields of RFC 4180. */
function records(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 3);
}

const vocabularies = {
  dpv: 'dpv/dpv.csv',
  pd: 'pd/pd.csv',
  'eu-gdpr': 'legal/eu/gdpr/eu-gdpr.csv',
  justifications: 'justifications/justifications.csv',
};
const known = new Map(
  Object.entries(vocabularies).flatMap(([prefix, file]) => {
    const [head, ...rows] = records(readFileSync(join(checkout, '2.3', file), 'utf8'));
    const at = (name) => head.indexOf(name);
    return rows.map((row) => [
      `${prefix}:${String(row[at('term')])}`,
      { iri: row[at('iri')], label: row[at('label')], definition: row[at('definition')] },
    ]);
  }),
);
const read = (path) => readFileSync(join(root, path), 'utf8');
const mechanisms = [...read('shared/register/vocabulary/recipients-and-transfers.ts').matchAll(/'(A4\d-[\w-]+)'/g)];
const justifications = [...read('shared/domain/justification-terms.ts').matchAll(/named\('(\w+)'/g)];
const used = new Set(
  ['terms.ts', 'context-2.3.json', 'write-dpv.ts']
    .flatMap((file) => [...read(`shared/register/dpv/${file}`).matchAll(/["'](((dpv|pd|eu-gdpr):)[\w-]+)["']/g)])
    .map(([, term]) => term)
    .concat(justifications.map(([, name]) => `justifications:${name}`))
    .concat(mechanisms.map(([, term]) => `eu-gdpr:${term}`)),
);
const terms = [...used]
  .sort((a, b) => (a < b ? -1 : 1))
  .map((term) => {
    const found = known.get(term);
    if (found === undefined) throw new Error(`${term} is no term of DPV 2.3`);
    return [term, found];
  });
writeFileSync(join(root, 'resources/dpv/terms-2.3.json'), `${JSON.stringify(Object.fromEntries(terms), null, 2)}\n`);
process.stdout.write(`${terms.length} terms\n`);
