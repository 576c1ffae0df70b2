import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const engines = { duckdb: 'DuckDB', postgres: 'PostgreSQL', spark: 'Spark' };

/**
 * Lines of the table for one recipe with two keyed hashes, bands, roundings and small classes left out, here and as a
 * script elsewhere: the SHA-256 of the sorted lines that came out, and how long each took.
 */
export function foreignRows({ node, root, folder, entry, rows, seconds, count }) {
  const own = join(folder, 'foreign');
  mkdirSync(own);
  // PostgreSQL runs as somebody else where this runs as root, and has to get there.
  chmodSync(folder, 0o711);
  const script = join(root, 'scripts', 'bench', 'foreign.mjs');
  const { status, stdout, stderr } = spawnSync(node, ['--no-warnings', script, String(rows), own, entry], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  const { here, ...found } = JSON.parse(stdout);
  const told = ({ wallSeconds, lines, sha256 }) =>
    `${seconds(wallSeconds)}; ${count(lines)} lines, SHA-256 ${sha256.slice(0, 16)}…`;
  return Object.entries(found).map(([engine, made]) => {
    const what = `One recipe, ${count(rows)} lines, on ${engines[engine]}`;
    if ('missing' in made)
      return [what, `skipped: ${made.missing.replaceAll('|', '/').split('\n')[0]}`, '', '', 'equal'];
    const equal = made.sha256 === here.sha256 && made.lines === here.lines;
    return [what, told(made), `here, with certificate: ${told(here)}`, equal ? 'equal' : '**not equal**', 'equal'];
  });
}
