// Classifies labelled tables with the product's engine; a row per labelled column.
import { channel } from 'node:diagnostics_channel';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck } from '../../electron/engine/analysis/open-duck.ts';
import { classifyRelation } from '../../electron/engine/classify/run-classifier.ts';
import { quoteText } from '../../shared/sql/quote.ts';

/** The first record of a CSV file (RFC 4180), for its column names and number. */
function firstRecord(text) {
  const fields = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      fields.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') break;
    else field += sign;
  }
  return [...fields, field];
}

/** Unique display names as interface.md gives them. */
function displayNames(fields, header) {
  const used = new Map();
  return fields.map((field, at) => {
    if (!header) return `c${at + 1}`;
    const name = field.trim() === '' ? `unnamed_${at + 1}` : field;
    used.set(name, (used.get(name) ?? 0) + 1);
    return used.get(name) === 1 ? name : `${name}_${used.get(name)}`;
  });
}

/** A finding in the benchmark's words. */
const predictionOf = (finding) => ({
  class:
    finding.class === 'non_pii' && finding.flags.includes('online_identifier')
      ? 'non_pii_online_identifier'
      : finding.class,
  category: finding.category,
  type: finding.type,
  flags: finding.flags.filter((flag) => flag !== 'online_identifier'),
  confidence: finding.confidence,
  needsReview: finding.needsReview,
  undecided: finding.undecided === true,
  runnerUp: finding.runnerUp,
  evidence: finding.evidence,
});

async function classifyOne(duck, table) {
  const fields = firstRecord(readFileSync(table.path, 'utf8').replace(/^\ufeff/, ''));
  const columns = displayNames(fields, table.header).map((display, at) => ({
    name: display,
    physical: `c${at + 1}`,
    header: table.header && !(table.stripped && table.set !== 'shared') ? fields[at] : null,
  }));
  const list = columns.map((column) => `${quoteText(column.physical)}: 'VARCHAR'`).join(', ');
  // Not in parallel: DuckDB then refuses a line break in a cell of a table whose lines it is to fill up.
  const relation =
    `read_csv(${quoteText(table.path)}, all_varchar=true, header=${table.header}, delim=',', quote='"', escape='"', ` +
    `auto_detect=false, columns={${list}}, null_padding=true, parallel=false, strict_mode=false, ` +
    `max_line_size=20000000)`;
  const { columns: findings } = await classifyRelation(duck, relation, columns, { policy: 'customer-tracking' });
  return findings;
}

/** What the rows of a table were taken for, in the words of test/benchmark/unseen/rows.json. */
const rowsTakenFor = ({ entity, row }) =>
  entity === 'aggregate'
    ? 'aggregate'
    : entity === 'thing' || entity === 'business'
      ? 'thing'
      : row === 'order' || row === 'visit'
        ? 'deed'
        : entity === 'person'
          ? 'person'
          : 'unknown';

/**
 * What the engine finds in each table, and what its confidence is reckoned from.
 * @param {import('./tables.mjs').Table[]} tables
 */
export async function classifyTables(tables) {
  const directory = mkdtempSync(join(tmpdir(), 'custos-score-'));
  const duck = await openDuck({ directory, readable: tables.map(({ path }) => path), threads: 1 });
  const started = process.cpuUsage();
  const features = new Map();
  const told = ({ name, features: found }) => features.set(name, found);
  const confidences = channel('custos:confidence');
  confidences.subscribe(told);
  let takenFor = 'unknown';
  const heard = (table) => (takenFor = rowsTakenFor(table));
  const kinds = channel('custos:rows');
  kinds.subscribe(heard);
  const rows = [];
  try {
    for (const table of tables) {
      features.clear();
      for (const finding of await classifyOne(duck, table)) {
        const gold = table.gold[finding.name];
        const found = predictionOf(finding);
        rows.push({ table, column: finding.name, gold, found, features: features.get(finding.name), takenFor });
      }
    }
  } finally {
    confidences.unsubscribe(told);
    kinds.unsubscribe(heard);
    duck.close();
    rmSync(directory, { recursive: true, force: true });
  }
  const cpu = process.cpuUsage(started);
  return { rows, seconds: (cpu.user + cpu.system) / 1e6 };
}
