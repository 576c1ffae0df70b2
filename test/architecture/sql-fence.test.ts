import { expect, it } from 'vitest';
import { sqlOutsideTheFence } from './sql-fence.ts';
import { isTest, sourceFiles } from './source-files.ts';

it('SQL is written only where a connection or the printer lives', () => {
  expect(
    sourceFiles()
      .filter((file) => !isTest(file.path))
      .flatMap(sqlOutsideTheFence),
  ).toEqual([]);
});

it.each([
  ['a template', 'const sql = `SELECT ${column} FROM ${table}`;'],
  ['a template over several lines', 'const sql = `\n  SELECT count(*)\n  FROM ${table}`;'],
  ['a plain string', "run('DELETE FROM entries');"],
  ['a pragma', "run('PRAGMA journal_mode = DELETE');"],
  ['a copy', 'run(`COPY (${query}) TO ${path} (FORMAT parquet)`);'],
])('bites: %s', (_what, text) => {
  expect(sqlOutsideTheFence({ path: 'electron/engine/handlers/broken.ts', text })).toEqual([
    expect.stringMatching(/^electron\/engine\/handlers\/broken\.ts:1: SQL is written in/),
  ]);
  expect(sqlOutsideTheFence({ path: 'electron/engine/analysis/fine.ts', text })).toEqual([]);
});

it('does not take a sentence for a statement', () => {
  expect(
    sqlOutsideTheFence({
      path: 'shared/text/window/x.ts',
      text: "export const hint = 'Select the columns you want to drop from the table, or copy them to a file.';",
    }),
  ).toEqual([]);
});
