// How well delimited files are read with nothing stated, by Pollock (Vitagliano et al., PVLDB 16(8), 2023;
// HPI-Information-Systems/Pollock), as another program measures it:
//   node scripts/bench/pollock.mjs FOLDER [WORST]
// FOLDER is a checkout of it, or holds its `csv`, `clean` and, in it or beside it, `pollock_weights.json`. Prints one line
// of JSON: both scores, and the WORST files with what each lost.
//
// A file gets ten measures of 0 to 1: whether it is read at all, and precision, recall and F1 of the cells of its header,
// of its rows as joined cells, and of all its cells. `simple` adds their means over all files, `weighted` their means by
// how often such files were found. Cells of headers and rows are compared as the benchmark does for text and numbers; its
// rules for dates and prices, which can only make different texts equal, are left out.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSource } from '../../electron/engine/intake/open-source.ts';
import { sniffSource } from '../../electron/engine/intake/sniff-source.ts';

const [given, worst = '0'] = process.argv.slice(2);
const folder = [given, join(given, 'polluted_files')].find((one) => existsSync(join(one, 'csv')));
if (folder === undefined) {
  process.stderr.write('There is no folder csv in it: name a checkout of HPI-Information-Systems/Pollock.\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'custos-pollock-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** The clean tables: every field quoted, commas, CRLF or LF. */
function parseClean(text) {
  const rows = [];
  let [row, field, quoted] = [[], '', false];
  const endRow = () => {
    row.push(field);
    rows.push(row);
    [row, field] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(field);
      field = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}

/** Names of a file that is refused since it holds no row: a look at it tells them. A file of nothing has none. */
async function namesOnly(path) {
  try {
    const { options, columns } = await sniffSource(path, { directory: work });
    return options.header ? [columns.map(({ header }) => header ?? '')] : [];
  } catch {
    return [];
  }
}

/**
 * The rows as they are read, the names first where the file has any. A file that is said to hold no row is a table of
 * its names.
 * @returns null where it is refused
 */
async function readTable(path) {
  let source;
  try {
    source = await openSource(path, { directory: work });
    const read = await source.duck.raw.runAndReadAll(`SELECT * FROM ${source.relation}`);
    const names = source.columns.map(({ header }) => header ?? '');
    const rows = read.getRowsJson().map((row) => row.map((cell) => cell ?? ''));
    return source.options.header ? [names, ...rows] : rows;
  } catch (error) {
    if (error.code === undefined) throw error;
    return error.code === 'FILE_EMPTY' ? namesOnly(path) : null;
  } finally {
    await source?.close();
  }
}

/** A cell as headers and rows compare it: numbers by their value, words in lower case. */
function normal(cell) {
  if (/^(?:true|false)$/i.test(cell)) return /^t/i.test(cell) ? '1' : '0';
  return cell.trim() !== '' && Number.isFinite(Number(cell)) ? String(Number(cell)) : cell.toLowerCase();
}

/** Precision, recall and F1 of two bags, in the benchmark's own sense: by the size of the clean one first. */
function bags(clean, read) {
  if (clean.length === 0) return [1, 1, 1];
  const left = new Map();
  for (const one of clean) left.set(one, (left.get(one) ?? 0) + 1);
  let both = 0;
  for (const one of read) {
    const many = left.get(one) ?? 0;
    if (many === 0) continue;
    left.set(one, many - 1);
    both += 1;
  }
  if (both === 0) return [0, 0, 0];
  const [precision, recall] = [both / clean.length, both / read.length];
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

function measuresOf(clean, read) {
  if (read === null) return Array(10).fill(0);
  if (clean.length === 0) return Array(10).fill(1);
  const rowsOf = (rows) => rows.slice(1).map((row) => row.map(normal).join(''));
  return [
    1,
    ...bags(clean[0].map(normal), (read[0] ?? []).map(normal)),
    ...bags(rowsOf(clean), rowsOf(read)),
    ...bags(clean.flat(), read.flat()),
  ];
}

const weightsFile = [folder, dirname(folder)].map((one) => join(one, 'pollock_weights.json')).find(existsSync);
const weights = JSON.parse(readFileSync(weightsFile, 'utf8'));
const scored = [];
for (const name of readdirSync(join(folder, 'csv')).filter((one) => one.endsWith('.csv'))) {
  const clean = parseClean(readFileSync(join(folder, 'clean', name), 'utf8').replace(/^\ufeff/, ''));
  const measures = measuresOf(clean, await readTable(join(folder, 'csv', name)));
  scored.push({ name, score: measures.reduce((sum, one) => sum + one, 0), weight: weights[name] ?? 0, measures });
}
const sum = (of) => scored.reduce((all, one) => all + of(one), 0);
const lost = ({ score, weight }) => (10 - score) * (weight + 1);
process.stdout.write(
  `${JSON.stringify({
    files: scored.length,
    simple: sum(({ score }) => score) / scored.length,
    weighted: sum(({ score, weight }) => score * weight) / sum(({ weight }) => weight),
    worst: scored
      .toSorted((one, other) => lost(other) - lost(one))
      .slice(0, Number(worst))
      .map(({ name, score, weight, measures }) => ({ name, score, weight, measures })),
  })}\n`,
);
