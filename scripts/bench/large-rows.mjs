/**
 * Lines about large files: profile, import and classify of the customer table and of a long, narrow one, and a recipe
 * without keyed hashes, each beside what DuckDB takes for the same file in the same run.
 */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEvents } from './make-data.mjs';
import { benchRecipe } from './recipe.mjs';

/** The bench's recipe with its keyed columns dropped. */
const withoutKeys = {
  ...benchRecipe,
  steps: benchRecipe.steps.map((step) =>
    step.op === 'keyed-hash' ? { ...step, op: 'drop-columns', settings: { columns: step.settings.columns } } : step,
  ),
};

/**
 * @param {object} bench `compare` enters a line; `custos(...args)` and `yardstick(task, file, out)` measure a run;
 *   `dataOf(rows)` makes the customer table
 */
export async function measureLarge({ compare, custos, yardstick, dataOf, folder, rows, count, say }) {
  const events = join(folder, 'events.csv');
  say(`generating ${count(rows * 8)} rows …`);
  await makeEvents(events, rows * 8);
  const passphrase = join(folder, 'passphrase.txt');
  writeFileSync(passphrase, 'correct horse battery staple zebra 91\n');
  const place = join(folder, 'Bench.custos');
  const opened = ['--passphrase-file', passphrase, '--json'];
  const parse = (file) => () => yardstick('parse', file);
  for (const [what, file] of [
    [`${count(rows)} rows × 30`, await dataOf(rows)],
    [`${count(rows * 8)} rows × 11`, events],
  ]) {
    const size = `${what} (${Math.round(statSync(file).size / 1e6)} MB)`;
    const scan = ['DuckDB parses it once', parse(file)];
    await compare(`\`custos profile\`, ${size}`, '≤ 3 ×, ≤ 800 MB', () => custos('profile', file, '--json'), ...scan);
    await compare(
      `\`custos classify\`, ${size}`,
      '≤ 1.5 ×, ≤ 800 MB',
      () => custos('classify', file, '--json'),
      ...scan,
    );
    await compare(
      `\`custos import\`, ${size}`,
      '≤ 4 ×, ≤ 800 MB',
      async () => {
        // A workspace of its own each time: a second import of a file would be held against the first.
        rmSync(place, { recursive: true, force: true });
        await custos('init', place, ...opened);
        return custos('import', file, '--workspace', place, ...opened);
      },
      ...scan,
    );
    rmSync(place, { recursive: true, force: true });
  }
  rmSync(events);
  const recipe = join(folder, 'without-keys.json');
  writeFileSync(recipe, JSON.stringify(withoutKeys));
  const file = await dataOf(rows);
  const out = join(folder, 'without-keys.parquet');
  await compare(
    `\`custos apply\`, the same steps without keyed hashes, CSV → Parquet, ${count(rows)} rows × 30`,
    '≤ 1.5 ×, ≤ 800 MB',
    () => custos('apply', file, '--recipe', recipe, '-o', out, '--force', '--json'),
    'DuckDB copies the file',
    () => yardstick('copy', file, join(folder, 'copy.parquet')),
  );
}
