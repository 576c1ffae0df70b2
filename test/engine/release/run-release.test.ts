import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { newSigningSeed, signerOf } from '#engine/keys/signing-key.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { verifyCertificate } from '#shared/certificate/verify-certificate.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => (folders = testFolders()));
afterEach(() => folders.remove());

const customers = [
  'email,zip,amount',
  'a@example.com,10115,1',
  'b@example.com,10117,2',
  'c@example.com,10119,3',
  'd@example.com,80331,4',
  'e@example.com,20095,5',
  'f@example.com,20097,6',
].join('\n');
const findings = [
  finding('email', 'email_address', { class: 'linked' }),
  finding('zip', 'postal_code', { class: 'linkable' }),
  finding('amount', 'purchase_amount'),
];
const recipe = recipeOf([
  step('drop-columns', { columns: ['email', 'amount'] }),
  step('zip-prefix', { columns: ['zip'], length: 2 }),
  step('suppress-small-classes', { columns: ['zip'] }),
]);
const lines = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

describe('runRelease', () => {
  it('writes an anonymised CSV, its certificate and descriptor, and nothing else', async () => {
    const signer = signerOf(newSigningSeed((n) => Buffer.alloc(n, 3)));
    const input = await releaseInput(folders, customers, {
      recipe,
      findings,
      signer,
      workspace: { id: 'w', organisation: 'Example' },
      operator: 'Ada',
    });
    const { result, certificate, certificateText } = await runRelease(input);
    await input.close();
    const written = lines(result.output);
    expect(written[0]).toBe('zip');
    expect(written.slice(1).sort()).toEqual(['10*', '10*', '10*', '20*', '20*']);
    expect(result).toMatchObject({
      rowsIn: 6,
      rowsOut: 5,
      suppressed: 1,
      k: 2,
      uniqueRows: 0,
      counted: ['zip'],
      uniqueAllColumns: 0,
      relinkable: 0,
      earlierReleases: null,
      label: 'anonymised',
    });
    expect(result.sha256).toBe(createHash('sha256').update(readFileSync(result.output)).digest('hex'));
    expect(readdirSync(folders.out).sort()).toEqual([
      'release.csv',
      'release.csv.certificate.json',
      'release.csv.datapackage.json',
    ]);
    expect(readdirSync(folders.work)).toEqual([]);

    expect(readFileSync(result.certificate, 'utf8')).toBe(certificateText);
    expect(certificate).toMatchObject({
      rows: { in: 6, out: 5, suppressed: 1 },
      measured: { k: 2, quasiIdentifiers: ['zip'], counts: 'rows' },
      inputs: [{ name: 'customers.csv', rows: 6 }],
    });
    const tools = {
      verify: (publicKey: string, text: string, signature: string) =>
        verify(
          null,
          Buffer.from(text),
          createPublicKey({
            key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'base64').toString('base64url') },
            format: 'jwk',
          }),
          Buffer.from(signature, 'base64'),
        ),
      outputSha256: result.sha256,
    };
    expect(verifyCertificate(JSON.parse(certificateText), tools)).toMatchObject({
      ok: true,
      signature: 'valid',
      outputMatches: true,
    });
    expect(verifyCertificate(JSON.parse(certificateText.replace('"k":2', '"k":9')), tools)).toMatchObject({
      ok: false,
      signature: 'invalid',
    });
  });

  it('gives the same bytes for the same file, recipe and key, and another order for another key', async () => {
    const input = await releaseInput(folders, customers, { recipe, findings });
    const first = await runRelease(input);
    const second = await runRelease({ ...input, outputPath: join(folders.out, 'again.csv') });
    expect(readFileSync(second.result.output)).toEqual(readFileSync(first.result.output));
    await input.close();
  });

  const hostile = [
    'id,Name,name,"a ""quoted"" =head","two\nlines",note',
    '1,Ann,x,"=1+1","l1\nl2",',
    '2,Bob,y," =2","#hash",""',
    '3,Cem,,"-5","+1-555",\u00fc\u{1f600}',
    '4,Dee,z,"@SUM(A1)","\tcmd"," lead "',
    '5,,,,,',
  ].join('\n');
  const plain = ['id', 'Name', 'name', 'a "quoted" =head', 'two\nlines', 'note'];

  it.each(['csv', 'tsv', 'jsonl', 'parquet', 'xlsx'])(
    'writes %s that holds every cell, reads back and is the same twice',
    async (format) => {
      const duck = await openDuck({
        directory: folders.work,
        readable: ['a', 'b'].map((name) => join(folders.out, `${name}.${format}`)),
        threads: 1,
      });
      const input = await releaseInput(folders, hostile, {
        recipe: recipeOf([step('drop-columns', { columns: ['id'] })], { release: 'pseudonymised' }),
        findings: [],
        keepOrder: true,
        outputPath: join(folders.out, `a.${format}`),
      });
      const names = input.source.columns.map((column) => column.name);
      const { result, certificate } = await runRelease(input);
      await runRelease({ ...input, outputPath: join(folders.out, `b.${format}`) });
      expect(readFileSync(join(folders.out, `b.${format}`))).toEqual(readFileSync(result.output));
      expect(certificate.output.columns.map((column) => column.name)).toEqual(names.slice(1));
      const spreadsheet = format === 'csv' || format === 'tsv' || format === 'xlsx';
      const nothing = format === 'xlsx' ? null : '';
      const safe = (cell: string) => (spreadsheet ? `'${cell}` : cell);
      const cells = [
        ['Ann', 'x', safe('=1+1'), 'l1\nl2', null],
        ['Bob', 'y', safe(' =2'), '#hash', nothing],
        ['Cem', null, '-5', '+1-555', '\u00fc\u{1f600}'],
        ['Dee', 'z', safe('@SUM(A1)'), safe('\tcmd'), ' lead '],
        [null, null, null, null, null],
      ];
      if (format === 'jsonl')
        expect(lines(result.output).map((line) => JSON.parse(line))).toEqual(
          cells.map((row) => Object.fromEntries(row.map((cell, index) => [names[index + 1], cell]))),
        );
      else if (format === 'parquet')
        expect(
          (await duck.query(`SELECT * FROM read_parquet('${result.output}')`)).map((row) => Object.values(row)),
        ).toEqual(cells);
      else if (format === 'xlsx') {
        const rows: unknown[][] = [];
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.readFile(result.output);
        workbook.worksheets[0]!.eachRow({ includeEmpty: true }, (row) =>
          rows.push(Array.from({ length: 5 }, (_, index) => row.getCell(index + 1).value || null)),
        );
        expect(rows).toEqual([plain.slice(1), ...cells.slice(0, 4), cells[4]]);
      } else {
        const delimiter = format === 'csv' ? ',' : '\t';
        const quoted = (cell: string | null) =>
          cell === null
            ? ''
            : cell === '' || cell.includes('\n') || cell.includes('"') || cell.includes(delimiter) || cell.includes('#')
              ? `"${cell.replaceAll('"', '""')}"`
              : cell;
        expect(readFileSync(result.output, 'utf8')).toBe(
          `${[plain.slice(1), ...cells].map((row) => row.map(quoted).join(delimiter)).join('\n')}\n`,
        );
      }
      duck.close();
      await input.close();
    },
  );

  it('writes a workbook in which text that looks like an escape, and signs that XML cannot hold, are read as they are', async () => {
    const cells = ['_x0041_', '_x003D_1+1', 'a_x000A_b', '_x005F_x0041_', 'bell\u0007', 'end\uffff', 'plain_x12_'];
    const input = await releaseInput(
      folders,
      cells.map((cell, id) => JSON.stringify({ id, _x0042_: cell })).join('\n'),
      {
        recipe: recipeOf([step('drop-columns', { columns: ['id'] })], { release: 'pseudonymised' }),
        findings: [],
        keepOrder: true,
        outputPath: join(folders.out, 'a.xlsx'),
      },
      'customers.jsonl',
    );
    const { result } = await runRelease(input);
    await input.close();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(result.output);
    // A reader that decodes the format's escapes and nothing else.
    const read = Array.from({ length: cells.length + 1 }, (_, row) =>
      workbook.worksheets[0]!.getCell(row + 1, 1).text.replaceAll(/_x([0-9A-F]{4})_/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
    expect(read).toEqual(['_x0042_', ...cells]);
  });
});
