// Writes a file to make wide and the recipe that does it:
//   node scripts/bench/wide-file.mjs ROWS FOLDER
// wide.csv has a number for each person and 33 columns in bands, drawn like the sample's; wide.json groups them, k 5.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bandedSample, drawn } from './local-input.mjs';

const [rows, folder] = [Number(process.argv[2]), process.argv[3]];
const { columns } = drawn(bandedSample(), rows);
const quoted = (value) => (value === null ? '' : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const texts = columns.map(({ values }) => values.map(quoted));
const names = columns.map(({ name }) => name);

const handle = openSync(join(folder, 'wide.csv'), 'w');
writeSync(handle, `customer_id,${names.join(',')}\n`);
for (let from = 0; from < rows; from += 10_000) {
  const lines = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) => {
    const cells = columns.map(({ codes }, column) => texts[column][codes[from + at]]);
    return `C${String(from + at).padStart(9, '0')},${cells.join(',')}\n`;
  });
  writeSync(handle, lines.join(''));
}
closeSync(handle);

const step = (op, settings) => ({ op, version: 1, settings, reason: 'for the bench', enabled: true });
const recipe = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-30',
  target: { k: 5, suppression: 0 },
  steps: [step('drop-columns', { columns: ['customer_id'] }), step('group-rows', { columns: names })],
};
writeFileSync(join(folder, 'wide.json'), JSON.stringify(recipe));
