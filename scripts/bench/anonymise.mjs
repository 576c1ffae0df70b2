/**
 * The search for levels, in a process of its own:  anonymise.mjs adult FOLDER | protected FOLDER | large SECONDS
 * Prints one JSON document: per case the levels' score, whether it is proven, and what the search took.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const engine = new URL('../../electron/engine/', import.meta.url);
const from = (path) => import(new URL(path, engine).href);
const { codeRows } = await from('anonymise/coded/coded-table.ts');
const { codeHierarchy } = await from('anonymise/hierarchies/code-hierarchy.ts');
const { parseHierarchy } = await from('anonymise/hierarchies/parse-hierarchy.ts');
const { searchLattice } = await from('anonymise/lattice/search.ts');
const { rulesFor } = await from('use-cases/anonymise/asked-models.ts');
const { findPrivacyModel } = await import(new URL('../../shared/privacy-models/index.ts', import.meta.url).href);

/** Adult with its hierarchies; its lines may end in CR LF. */
function adult(folder) {
  const [head, ...lines] = readFileSync(join(folder, 'adult.csv'), 'utf8').trim().split(/\r?\n/);
  const table = codeRows(
    head.split(';'),
    lines.map((line) => line.split(';')),
  );
  const hierarchies = table.columns.map((column) => {
    const name = `adult_hierarchy_${column.name}.csv`;
    return codeHierarchy(parseHierarchy(readFileSync(join(folder, 'hierarchies', name)), name), column);
  });
  return { table, hierarchies };
}

/** 16 correlated columns whose levels make 85,030,560 choices: 5 · 4 · 4 · 2 · 3^12. */
function large(rows) {
  let state = 16;
  const below = (many) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * many);
  };
  const heights = [4, 3, 3, 1, ...Array(12).fill(2)];
  const leaves = heights.map((height) => (height === 4 ? 64 : height === 3 ? 27 : height === 2 ? 12 : 2));
  const names = heights.map((_, at) => `q${at}`);
  const cells = Array.from({ length: rows }, () => {
    const kind = below(6);
    return leaves.map((many, at) => {
      const common = (kind * (at + 3)) % many;
      return String(below(10) < 6 ? common : Math.min(below(many), below(many)));
    });
  });
  const table = codeRows(names, cells);
  const hierarchies = table.columns.map((column, at) => {
    const steps = { 4: [1, 4, 16, 32, 64], 3: [1, 3, 9, 27], 2: [1, 4, 12], 1: [1, 2] }[heights[at]];
    const all = Array.from({ length: leaves[at] }, (_, leaf) => String(leaf));
    const lines = all.map((leaf) =>
      steps.map((step, level) => (level === 0 ? leaf : `${Math.floor(leaf / step)}/${step}`)),
    );
    return codeHierarchy({ file: column.name, rows: lines }, column);
  });
  return { table, hierarchies };
}

async function search({ table, hierarchies }, { k = 5, suppression, models = [], guarded: name, seconds }) {
  const guarded = table.columns.filter((column) => column.name === name);
  const columns = table.columns.flatMap((column, at) => {
    const hierarchy = hierarchies[at];
    return column.name === name ? [] : [{ column, hierarchy, least: 0, most: hierarchy.levels.length - 1, weight: 1 }];
  });
  const asked = [{ id: 'k-anonymity', settings: { k } }, ...models].map(({ id, settings }) => {
    const model = findPrivacyModel(id);
    return { model, settings, column: model.needs === 'classes' ? null : name };
  });
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const before = process.cpuUsage();
  const begun = performance.now();
  const found = await searchLattice({
    columns,
    guarded,
    rows: table.rows,
    rules: rulesFor(asked, guarded),
    utility: 'loss',
    mostHidden: Math.floor(table.rows * suppression),
    ...(seconds === undefined ? {} : { seconds }),
    onProgress: () => (peak = Math.max(peak, process.memoryUsage().rss)),
  });
  const cpu = process.cpuUsage(before);
  peak = Math.max(peak, process.memoryUsage().rss);
  return {
    score: found.score,
    bound: found.bound,
    proven: found.proven,
    checked: found.checked,
    nodes: found.nodes,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    wallSeconds: (performance.now() - begun) / 1000,
    aboveIdleMb: (peak - idle) / 1e6,
  };
}

const [task, argument] = process.argv.slice(2);
const answers = {};
if (task === 'adult') {
  const data = adult(argument);
  for (const suppression of [0, 0.02, 0.05]) answers[suppression] = await search(data, { suppression });
} else if (task === 'protected') {
  const data = adult(argument);
  for (const [name, id, settings] of [
    ['distinct 3', 'distinct-l-diversity', { l: 3 }],
    ['entropy 3', 'entropy-l-diversity', { l: 3 }],
    ['t 0.2', 't-closeness', { t: 0.2 }],
  ])
    answers[name] = await search(data, { suppression: 0.05, models: [{ id, settings }], guarded: 'occupation' });
} else answers.large = await search(large(60_000), { suppression: 0.05, seconds: Number(argument) });
process.stdout.write(JSON.stringify(answers));
