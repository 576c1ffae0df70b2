/**
 * `foreign.mjs ROWS FOLDER ENTRY`: one recipe over a generated file here, and as its scripts on DuckDB, PostgreSQL and
 * Spark, each by the page of instructions. Prints JSON: for each, seconds and the SHA-256 of the sorted lines that came
 * out, or why the engine is not here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DuckDBInstance } from '@duckdb/node-api';
import { startPostgres } from '../../test/support/postgres-server.ts';
import { runSpark, sparkMissing } from '../../test/support/spark-session.ts';

const [size, folder, entry] = process.argv.slice(2);
const at = (name) => join(folder, name);
const quoted = (path) => `'${path.replaceAll("'", "''")}'`;

/** A line a number, by arithmetic alone: letters that small letters differ in, dates, fractions, NULL beside empty text. */
const columns = [
  ['name', "'Kunde-' || (i * 7919) % 1000003 || 'İ'"],
  [
    'born',
    "(1930 + i % 80) || '-' || lpad((1 + i % 12)::VARCHAR, 2, '0') || '-' || lpad((1 + i % 28)::VARCHAR, 2, '0')",
  ],
  ['spent', '(((i * 104729) % 1000000) / 8)::VARCHAR'],
  ['address', "CASE WHEN i % 17 = 0 THEN NULL ELSE '10.' || i % 256 || '.' || (i >> 8) % 256 || '.' || i % 7 END"],
  ['mail', "CASE WHEN i % 19 = 0 THEN '' ELSE 'p' || i % 50021 || '@Example.org' END"],
  ['place', "(i % 90) || '.' || (i % 1000) || ',' || (i % 180) || '.5'"],
  ['kind', "CASE WHEN i % 1009 = 0 THEN 'rare' || i ELSE 'g' || ((i * i) % 97) END"],
];
const steps = [
  ['keyed-hash', { columns: ['name', 'mail'], normalise: 'trim-lowercase' }],
  ['age-bands', { columns: ['born'], from: 'date-of-birth' }],
  ['round-number', { columns: ['spent'], step: 100 }],
  ['truncate-ip', { columns: ['address'] }],
  ['drop-columns', { columns: ['place'] }],
  ['suppress-small-classes', { columns: ['born', 'kind'] }],
];
const recipe = {
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-23',
  target: { models: [{ model: 'k-anonymity', settings: { k: 2 } }], suppression: 0.5 },
  columns: columns.map(([name]) => name),
  roles: ['born', 'kind'].map((column) => ({ column, role: 'could-be-known' })),
  steps: steps.map(([op, settings]) => ({ op, version: 1, settings, reason: '' })),
};

/** @throws Error with the last line of what it said */
function custos(...args) {
  const env = { ...process.env, CUSTOS_HOME: at('account'), NO_COLOR: '1' };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--no-warnings', entry, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  return stdout;
}

/** Number and SHA-256 of the lines of files, sorted by their bytes, without the header of each. */
async function linesOf(...files) {
  const list = files.map((file) => `tail -n +2 ${quoted(file)}`).join('; ');
  const sorted = at('sorted');
  const made = spawnSync('bash', [
    '-c',
    `{ ${list}; } | LC_ALL=C sort -S 512M -T ${quoted(folder)} -o ${quoted(sorted)}`,
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const hash = createHash('sha256');
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(sorted), crlfDelay: Infinity })) {
    hash.update(`${line}\n`);
    lines += 1;
  }
  rmSync(sorted);
  return { lines, sha256: hash.digest('hex') };
}

async function onDuckDb() {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB', temp_directory: at('spill') });
  const duck = await instance.connect();
  const types = columns.map(([name]) => `${quoted(name)}: 'VARCHAR'`).join(', ');
  await duck.run(
    `CREATE TEMPORARY VIEW custos_source AS SELECT * FROM read_csv(${quoted(at('source.csv'))}, auto_detect = false, ` +
      `columns = {${types}}, header = true, delim = ',', quote = '"', escape = '"', comment = '', allow_quoted_nulls = false)`,
  );
  await duck.run(
    'CREATE TEMPORARY TABLE custos_pads (name VARCHAR PRIMARY KEY, inner_pad BLOB NOT NULL, outer_pad BLOB NOT NULL)',
  );
  await duck.run(
    `INSERT INTO custos_pads SELECT name, unhex(inner_pad), unhex(outer_pad) FROM read_json(${quoted(at('pads.jsonl'))})`,
  );
  for (const statement of readFileSync(at('duckdb.sql'), 'utf8').split(/;\n/))
    if (statement.trim() !== '') await duck.run(statement);
  await duck.run(`COPY (SELECT * FROM custos_output) TO ${quoted(at('duckdb.csv'))} (FORMAT csv, HEADER true)`);
  duck.closeSync();
  instance.closeSync();
  return [at('duckdb.csv')];
}

function onPostgres() {
  const server = startPostgres();
  if ('missing' in server) return server;
  try {
    const out = at('postgres/output.csv');
    mkdirSync(at('postgres'));
    // The server's programs run as somebody else where this runs as root.
    for (const open of [folder, at('postgres')]) chmodSync(open, 0o777);
    chmodSync(at('pads.jsonl'), 0o644);
    server.run(
      `CREATE TEMPORARY TABLE custos_pads (name text PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
CREATE TEMPORARY TABLE custos_lines (line text);
\\copy custos_lines FROM ${quoted(at('pads.jsonl'))} WITH (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')
INSERT INTO custos_pads SELECT line::json->>'name', decode(line::json->>'inner_pad', 'hex'), decode(line::json->>'outer_pad', 'hex') FROM custos_lines;
CREATE TEMPORARY TABLE custos_source (${columns.map(([name]) => `${name} text`).join(', ')});
\\copy custos_source FROM ${quoted(at('source.csv'))} WITH (FORMAT csv, HEADER)
${readFileSync(at('postgres.sql'), 'utf8')}
\\copy (SELECT * FROM custos_output) TO ${quoted(out)} WITH (FORMAT csv, HEADER)
`,
    );
    return [out];
  } finally {
    server.close();
  }
}

function onSpark() {
  const missing = sparkMissing();
  if (missing !== null) return { missing };
  const out = at('spark-output');
  const statements = readFileSync(at('spark.sql'), 'utf8').split(/;\n/);
  const [answer] = runSpark([
    {
      views: { custos_source: at('source.csv'), custos_pads: at('pads.jsonl') },
      statements: statements.filter((statement) => statement.trim() !== ''),
      writes: { custos_output: out },
    },
  ]);
  if ('error' in answer) throw new Error(answer.error.slice(0, 300));
  const parts = spawnSync('find', [out, '-name', '*.csv'], { encoding: 'utf8' }).stdout.trim();
  return parts.split('\n');
}

/** @returns seconds and lines, or why there are none */
async function timed(run) {
  const started = process.hrtime.bigint();
  try {
    const made = await run();
    const wallSeconds = Number(process.hrtime.bigint() - started) / 1e9;
    return 'missing' in made ? made : { wallSeconds, ...(await linesOf(...made)) };
  } catch (error) {
    return { missing: error.message };
  }
}

const rows = Number(size);
const instance = await DuckDBInstance.create(':memory:');
const duck = await instance.connect();
const list = columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ');
await duck.run(
  `COPY (SELECT ${list} FROM range(0, ${rows}) AS t(i)) TO ${quoted(at('source.csv'))} (FORMAT csv, HEADER true)`,
);
duck.closeSync();
instance.closeSync();
writeFileSync(at('foreign.json'), JSON.stringify(recipe));
writeFileSync(at('foreign.key'), Buffer.alloc(32, 7));
for (const target of ['duckdb', 'postgres', 'spark'])
  custos('compile', 'foreign.json', '--target', target, '-o', `${target}.sql`);
custos(
  'compile',
  'foreign.json',
  '--target',
  'duckdb',
  '--pads',
  'pads.jsonl',
  '--key-file',
  'foreign.key',
  '-o',
  'x.sql',
);

const here = await timed(() => {
  custos('apply', 'source.csv', '--recipe', 'foreign.json', '-o', 'here.csv', '--key-file', 'foreign.key');
  return [at('here.csv')];
});
if (!existsSync(at('here.csv'))) throw new Error(here.missing);
process.stdout.write(
  JSON.stringify({
    here,
    duckdb: await timed(onDuckDb),
    postgres: await timed(onPostgres),
    spark: await timed(onSpark),
  }),
);
