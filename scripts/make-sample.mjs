#!/usr/bin/env node
/**
 * Writes resources/sample/customers.csv: an invented customer-tracking dataset that is the same to the byte on every
 * run.
 *
 *   node scripts/make-sample.mjs            writes the file
 *   node scripts/make-sample.mjs --check    exits 1 when the file in the repository is another one
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeAttitudes } from './sample/attitudes.mjs';
import { makeChance } from './sample/chance.mjs';
import { makePerson } from './sample/person.mjs';
import { countries } from './sample/places.mjs';
import { makeTracking } from './sample/tracking.mjs';

const SEED = 20_261_101;
export const PEOPLE = 10_000;

const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const line = (values) => values.map((value) => quoted(String(value))).join(',');

// Dates as people type them when a form lets them; the row is whole, the date is not one.
const BAD_DATES = ['1985-02-31', '0000-00-00', 'unknown', '12/1979', '1991-13-05', 'n/a'];

/** The lines that do not fit the table: an unquoted comma in an address, or a write that broke off. */
function raggedLine(index, row) {
  const cells = line(row).split(',');
  if (index % 2 === 0) {
    const at = 4;
    return [...cells.slice(0, at), cells[at], ' Flat 3', ...cells.slice(at + 1)].join(',');
  }
  return cells.slice(0, 7 + index).join(',');
}

/** The whole file as text: a header, {@link PEOPLE} people, and a few lines that any reader must reject. */
export function makeSample(people = PEOPLE) {
  const chance = makeChance(SEED);
  const locals = new Map(countries.map((country) => [country.code, chance.local(country.locale)]));
  const lines = [];
  const every = Math.floor(people / 11);
  for (let sequence = 1; sequence <= people; sequence += 1) {
    const person = makePerson(sequence, chance, locals);
    const tracking = makeTracking(person, chance);
    const row = { ...person.cells, ...tracking.cells, ...makeAttitudes(person, tracking, chance) };
    if (sequence === 1) lines.push(line(Object.keys(row)));
    if (sequence % 823 === 0) row.date_of_birth = chance.pick(BAD_DATES);
    lines.push(line(Object.values(row)));
    // A broken line is a copy of a good one: dropping it loses nobody. Its last field is filled, so that a field too
    // many cannot pass for a trailing comma.
    if (sequence % every === 0 && sequence / every <= 11)
      lines.push(raggedLine(sequence / every, Object.values({ ...row, feedback: 'Would buy again.' })));
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = fileURLToPath(new URL('../resources/sample/customers.csv', import.meta.url));
  const text = makeSample();
  const digest = createHash('sha256').update(text).digest('hex');
  if (process.argv.includes('--check')) {
    const same = readFileSync(target, 'utf8') === text;
    process.stdout.write(`${same ? 'current' : 'stale: run node scripts/make-sample.mjs'}\n`);
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(target, text);
    process.stdout.write(
      `${digest}  customers.csv  ${Buffer.byteLength(text)} bytes, ${text.split('\n').length - 1} lines\n`,
    );
  }
}
