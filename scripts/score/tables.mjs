// The labelled tables that the classifier is measured on: the shared column benchmark, which lies beside the
// repository, the developed tables of test/benchmark/developed, and the unseen ones of test/benchmark/unseen. The files
// of both lie in a folder of one's own.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The shared column benchmark, where it lies beside the repository. */
export const benchFolder = new URL('../../../shared/bench/columns/', import.meta.url).pathname;

/** @typedef {{ class: string, category: string, type: string, flags: string[], optional: string[], or: Record<string, string[]>, hard?: string }} Gold */
/** @typedef {'shared' | 'developed' | 'unseen'} SetName */
/**
 * @typedef {{ id: string, set: SetName, source: string, path: string, header: boolean, stripped: boolean,
 *   gold: Record<string, Gold>, rows?: string[] }} Table
 */

/** A label with what may be answered as well by what: class, category, type. */
function goldOf({ alt = [], or = {}, ...label }) {
  const others = { ...or };
  for (const other of alt)
    for (const [key, value] of Object.entries(other)) others[key] = [...(others[key] ?? []), value];
  return { ...label, optional: label.flags_optional ?? [], or: others };
}

const goldsOf = (columns) =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, label]) => label.scored !== false)
      .map(([name, label]) => [name, goldOf(label)]),
  );

/** The shared benchmark in `folder`; null where it is not there. @returns {Table[] | null} */
export function sharedTables(folder) {
  if (!existsSync(join(folder, 'labels.json'))) return null;
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
  const sources = new Map(
    readFileSync(join(folder, 'sources.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map((fields) => [fields[0], { repository: fields[1], header: fields[8] !== 'no' }]),
  );
  return readdirSync(join(folder, 'data'))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => {
      const id = name.replace(/\.csv$/, '');
      const stripped = id.endsWith('__nohdr');
      const source = sources.get(id.replace(/__nohdr$/, ''));
      return {
        id,
        set: 'shared',
        source: source?.repository ?? id,
        path: join(folder, 'data', name),
        // The header-stripped variants have a header line that says nothing (c1, c2, …).
        header: stripped || (source?.header ?? true),
        stripped,
        gold: goldsOf(labels[id] ?? {}),
      };
    });
}

const labelsOf = (set) => new URL(`../../test/benchmark/${set}/labels.json`, import.meta.url);
/** What a table's rows are, where somebody said it of the set. */
const rowsOf = (set) => new URL(`../../test/benchmark/${set}/rows.json`, import.meta.url);

/** Where the file of a table lies, of several folders. */
function fileOf(id, folders, { repo, path, commit }) {
  const file = folders.map((folder) => join(folder, `${id}.csv`)).find((one) => existsSync(one));
  if (!file) throw new Error(`${join(folders.at(-1), `${id}.csv`)} is missing: ${repo} ${path} at ${commit}.`);
  return file;
}

/** The tables of a labelled set in `folders`, each once as it is and, where it has a header, once without. */
function tablesOf(set, folders) {
  if (!existsSync(labelsOf(set))) return [];
  const rows = existsSync(rowsOf(set)) ? JSON.parse(readFileSync(rowsOf(set), 'utf8')) : {};
  return Object.entries(JSON.parse(readFileSync(labelsOf(set), 'utf8'))).flatMap(([id, { source, columns }]) => {
    const path = fileOf(id, folders, source);
    const table = {
      id,
      // What somebody has looked at is no longer unseen, wherever its label lies.
      set: source.used ? 'developed' : set,
      source: source.repo,
      path,
      header: source.header,
      stripped: false,
      gold: goldsOf(columns),
      rows: rows[id],
    };
    return source.header ? [table, { ...table, stripped: true }] : [table];
  });
}

/** Tables that rules were learned from. @param {string[]} folders @returns {Table[]} */
export const developedTables = (folders) => tablesOf('developed', folders);

/** Tables that nothing was learned from. @param {string} folder @returns {Table[]} */
export const unseenTables = (folder) => tablesOf('unseen', [folder]);
