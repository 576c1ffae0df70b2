import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseText } from '#engine/intake/csv/parse-text.ts';
import { intakeBench } from './open-table.ts';

const folder = fileURLToPath(new URL('../../../../shared/bench/columns/', import.meta.url));
const missing = !existsSync(folder);
const bench = intakeBench();
const reason = 'the shared column benchmark does not lie beside this checkout';

test('every file of the column benchmark is read whole, by the names its labels go by', async ({ skip }) => {
  skip(missing, reason);
  const labels = JSON.parse(readFileSync(`${folder}labels.json`, 'utf8')) as Record<string, Record<string, unknown>>;
  const files = readdirSync(`${folder}data`).filter((name) => name.endsWith('.csv'));
  expect(files.length).toBeGreaterThan(50);
  for (const name of files) {
    const table = await bench.readPath(`${folder}data/${name}`, { quick: true });
    const expected = Object.keys(labels[name.replace('.csv', '')] ?? {});
    expect({ name, unread: expected.filter((column) => !table.names.includes(column)) }).toEqual({
      name,
      unread: [],
    });
    const records = parseText(
      readFileSync(`${folder}data/${name}`, 'utf8'),
      { delimiter: ',', quote: '"', escape: '"' },
      { complete: true, limit: 1_000_000 },
    );
    expect({ name, rejected: table.rejects.total, rows: table.rows }).toEqual({
      name,
      rejected: 0,
      rows: records.length - (table.options.header ? 1 : 0),
    });
  }
});

test('a benchmark file without its first line is seen to have no header', async ({ skip }) => {
  skip(missing, reason);
  for (const name of readdirSync(`${folder}data`).filter((file) => file.endsWith('__nohdr.csv'))) {
    const text = readFileSync(`${folder}data/${name}`, 'utf8');
    const table = await bench.read(text.slice(text.indexOf('\n') + 1));
    expect({ name, header: table.options.header, delimiter: table.options.delimiter }).toEqual({
      name,
      header: false,
      delimiter: ',',
    });
  }
});
