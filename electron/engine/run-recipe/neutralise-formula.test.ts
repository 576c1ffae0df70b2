import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { neutralisedSql } from './neutralise-formula.ts';

/** What is written for a cell: at its beginning, and after each separator a spreadsheet may cut at. */
const beginnings = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+cmd',
  '-cmd',
  '@SUM(1)',
  ' =1',
  '\tplain',
  '\rplain',
  '\u00a0=1',
  '\u3000@x',
  '\uff1d1+1',
  '\uff0b1x',
  '\uff0dx',
  '\uff20x',
  '+',
  '-',
  '=',
  '-x',
  '+1 (555) 123',
  '+a5',
  '--5',
  '-1 ',
  '-1+1',
  '-1+cmd',
];
const hidden = [
  '\u2003',
  '\u1680',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u202f',
  '\u205f',
  '\u000b',
  '\u000c',
  '\u0000',
  '\u001f',
  '\u007f',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u061c',
  '\u180e',
  '\u3164',
  '\u115f',
  '\u034f',
  '\ufe0f',
  '\u2800',
  ' \u200b\u2003',
];
const changed: [string, string][] = [
  ...beginnings.map((cell): [string, string] => [cell, `'${cell}`]),
  ...hidden.map((sign): [string, string] => [`${sign}=1`, `'${sign}=1`]),
  ...[';', ',', '|', '\t', '\n', '\r'].flatMap((separator): [string, string][] => [
    [`hello${separator}=1+cmd`, `hello${separator}'=1+cmd`],
    [`a${separator} \u200b@x${separator}-y`, `a${separator}' \u200b@x${separator}'-y`],
    [`a${separator}"=1"`, `a${separator}'"=1"`],
    [`a${separator}-5${separator}+2.5e3${separator}=1`, `a${separator}-5${separator}+2.5e3${separator}'=1`],
  ]),
  ['\t=1', "'\t'=1"],
  ['\n=1', "'\n'=1"],
  ['\n\n@x', "'\n\n'@x"],
  ['-\n', "'-\n"],
  ['+1\n=2', "+1\n'=2"],
  [';;=1;;', ";;'=1;;"],
  ['=a;=b', "'=a;'=b"],
];
const harmless = [
  '',
  'a=1',
  '-5',
  '+1-555',
  '+49301234567',
  '-1.5e-3',
  '-1,234.50',
  '1,000',
  ' 5',
  'a',
  "'=1",
  '\u00e9=',
  '12:30',
  '_=1',
  '2026-11-01',
  '2026-11-01T10:00:00+02:00',
  '1;-2;+3',
  '[-1, -2]',
  '["+49301", "+49302"]',
  'a, b; c | d',
  'well - known',
  'x@y.z;u@v.w',
  'https://a.b/?c=1&d=-2',
  '\u2212' + '5',
];

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

  it.each([...changed, ...harmless.map((cell) => [cell, cell])])(
    '%j becomes %j, in a header and in a cell',
    async (cell, safe) => {
      expect(neutralised(cell)).toBe(safe);
      expect(await duck.query(`SELECT ${neutralisedSql('x')} AS y FROM (SELECT $1::VARCHAR AS x)`, [cell])).toEqual([
        { y: safe },
      ]);
    },
  );

  it.each([
    ['=1', "'=1"],
    ['\n\u2003=1', "'\n\u2003=1"],
    ['a;=1', 'a;=1'],
    ['\tx', "'\tx"],
    ['-5', '-5'],
  ])('in a workbook, whose cells nobody cuts, %j becomes %j', async (cell, safe) => {
    expect(neutralised(cell, 'cells')).toBe(safe);
    expect(
      await duck.query(`SELECT ${neutralisedSql('x', 'cells')} AS y FROM (SELECT $1::VARCHAR AS x)`, [cell]),
    ).toEqual([{ y: safe }]);
  });

  it('leaves nothing as nothing', async () => {
    expect(await duck.query(`SELECT ${neutralisedSql('x')} AS y FROM (SELECT NULL::VARCHAR AS x)`)).toEqual([
      { y: null },
    ]);
  });
});
