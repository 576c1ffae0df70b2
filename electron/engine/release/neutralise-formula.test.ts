import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { neutralised, neutralisedSql } from './neutralise-formula.ts';

const dangerous = ['=1+1', '=cmd|\' /C calc\'!A0', '+cmd', '-cmd', '@SUM(1)', ' =1', '\t=1', '\tplain', '\rplain', '\n=1', '\u00a0=1', '\u3000@x', '\uff1d1+1', '-1+cmd|x', '+', '-', '=', '-x', '+1 (555) 123', '+a5', '--5', ' +1', '-\n', '+1\n=2', '-1 ', '\n\n@x'];
const harmless = ['', 'a=1', '-5', '+1-555', '+49301234567', '-1.5e-3', '1,000', ' 5', 'a', "'=1", '\u00e9=', '12:30', '_=1'];

describe('spreadsheet formulas', () => {
  let directory: string;
  let duck: Duck;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'custos-formula-'));
    duck = await openDuck({ directory });
  });
  afterAll(() => {
    duck.close();
    rmSync(directory, { recursive: true });
  });

  it.each([...dangerous.map((cell) => [cell, `'${cell}`]), ...harmless.map((cell) => [cell, cell])])('%j becomes %j, in a header and in a cell', async (cell, safe) => {
    expect(neutralised(cell)).toBe(safe);
    expect(await duck.query(`SELECT ${neutralisedSql('x')} AS y FROM (SELECT $1::VARCHAR AS x)`, [cell])).toEqual([{ y: safe }]);
  });

  it('leaves nothing as nothing', async () => {
    expect(await duck.query(`SELECT ${neutralisedSql('x')} AS y FROM (SELECT NULL::VARCHAR AS x)`)).toEqual([{ y: null }]);
  });
});
