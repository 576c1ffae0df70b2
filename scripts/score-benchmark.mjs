// Classifies every file of the column benchmark with the product's engine and prints the benchmark's own score.
// node scripts/score-benchmark.mjs [--part dev|holdout|all] [--variants none|only|include] [--worst 30] [--confusion]
// [--predictions out.json] The benchmark lies beside the repository (../shared/bench/columns); where it is missing this
// says so and does nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDuck } from '../electron/engine/analysis/open-duck.ts';
import { classifyRelation } from '../electron/engine/classify/run-classifier.ts';
import { quoteText } from '../shared/sql/quote.ts';

const bench = new URL('../../shared/bench/columns/', import.meta.url).pathname;
if (!existsSync(join(bench, 'labels.json'))) {
  console.log('Skipped: the column benchmark is not here (../shared/bench/columns).');
  process.exit(0);
}
const { values: options } = parseArgs({
  options: {
    part: { type: 'string' },
    variants: { type: 'string', default: 'none' },
    worst: { type: 'string', default: '30' },
    predictions: { type: 'string' },
    confusion: { type: 'boolean' },
    only: { type: 'string' },
  },
});

const sources = new Map(
  readFileSync(join(bench, 'sources.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map((fields) => [fields[0], fields[8]]),
);
// The header-stripped variants have a header line that says nothing (c1, c2, …).
const hasHeader = (id) => id.endsWith('__nohdr') || sources.get(id) !== 'no';

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

const labels = JSON.parse(readFileSync(join(bench, 'labels.json'), 'utf8'));
const directory = mkdtempSync(join(tmpdir(), 'custos-score-'));
const files = readdirSync(join(bench, 'data')).filter(
  (name) => name.endsWith('.csv') && (!options.only || name.includes(options.only)),
);
const duck = await openDuck({ directory, readable: files.map((name) => join(bench, 'data', name)), threads: 1 });
const predictions = {};
const started = process.cpuUsage();
try {
  for (const name of files) {
    const id = name.replace(/\.csv$/, '');
    const path = join(bench, 'data', name);
    const fields = firstRecord(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    const header = hasHeader(id);
    const names = displayNames(fields, header);
    const columns = names.map((display, at) => ({
      name: display,
      physical: `c${at + 1}`,
      header: header ? fields[at] : null,
    }));
    const list = columns.map((column) => `${quoteText(column.physical)}: 'VARCHAR'`).join(', ');
    const relation =
      `read_csv(${quoteText(path)}, all_varchar=true, header=${header}, delim=',', quote='"', escape='"', ` +
      `auto_detect=false, columns={${list}}, null_padding=true, strict_mode=false, max_line_size=20000000)`;
    const classification = await classifyRelation(duck, relation, columns, { policy: 'customer-tracking' });
    predictions[id] = Object.fromEntries(
      classification.columns.map((finding) => [
        finding.name,
        {
          class:
            finding.class === 'non_pii' && finding.flags.includes('online_identifier')
              ? 'non_pii_online_identifier'
              : finding.class,
          category: finding.category,
          type: finding.type,
          flags: finding.flags.filter((flag) => flag !== 'online_identifier'),
          confidence: finding.confidence,
          needsReview: finding.needsReview,
          runnerUp: finding.runnerUp,
          evidence: finding.evidence,
        },
      ]),
    );
  }
} finally {
  duck.close();
}
const cpu = process.cpuUsage(started);
const output = options.predictions ?? join(directory, 'predictions.json');
writeFileSync(output, JSON.stringify(predictions));
console.log(`${files.length} files classified in ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of CPU`);
console.log(
  execFileSync(
    process.execPath,
    [
      join(bench, 'score.mjs'),
      output,
      '--variants',
      options.variants,
      '--worst',
      options.worst,
      ...(options.part ? ['--part', options.part] : []),
    ],
    { encoding: 'utf8', maxBuffer: 1e8 },
  ),
);

if (options.confusion) {
  const matrix = new Map();
  for (const [id, columns] of Object.entries(labels))
    for (const [column, gold] of Object.entries(columns)) {
      const predicted = predictions[id]?.[column]?.type;
      if (predicted && predicted !== gold.type && !(gold.alt ?? []).some((other) => other.type === predicted))
        matrix.set(`${gold.type} → ${predicted}`, (matrix.get(`${gold.type} → ${predicted}`) ?? 0) + 1);
    }
  console.log('Types confused (expected → found):');
  for (const [pair, count] of [...matrix].sort((left, right) => right[1] - left[1]))
    console.log(`  ${String(count).padStart(3)}  ${pair}`);
}
rmSync(directory, { recursive: true, force: true });
