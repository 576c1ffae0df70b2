import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '#engine/intake/open-source.ts';
import { encoderOf } from '#engine/release/formats/encode-text.ts';
import { runRelease } from '#engine/release/run-release.ts';
import type { TextForm } from '#shared/domain/text-form.ts';
import { formOfSource } from '#shared/domain/text-form.ts';
import { recipeOf, releaseDesk, releaseInput } from './release-fixture.ts';

const desk = releaseDesk();
const asIs = recipeOf([], { release: 'pseudonymised' });

/** The bytes of a release in the form of its source, with the form that was found. */
async function asItCame(bytes: Buffer, ending: string, over: { form?: TextForm; name?: string } = {}) {
  const path = join(desk.folders.root, over.name ?? 'source.csv');
  writeFileSync(path, bytes);
  const source = await openSource(path, { directory: desk.folders.work });
  const form = over.form ?? formOfSource(source.options);
  const input = await releaseInput(desk.folders, 'a\n1\n', {
    recipe: { ...asIs, columns: source.columns.map(({ name }) => name) },
    findings: [],
    keepOrder: true,
    outputPath: join(desk.folders.out, `out.${ending}`),
    force: true,
    ...(form && { form }),
  });
  try {
    const made = await runRelease({ ...input, source });
    return { ...made, form, written: readFileSync(made.result.output) };
  } finally {
    await source.close();
    await input.close();
  }
}

const table = 'Straße;Größe;Text\r\nÄcker;1,5;"a;b"\r\nÖl;2;"eins\nzwei"\r\nÜber;;""\r\n';

it.each([
  ['utf-8', Buffer.from(table), { mark: false, lineEnds: 'crlf', delimiter: ';' }],
  ['utf-8', Buffer.from(`\ufeff${table}`), { mark: true, lineEnds: 'crlf', delimiter: ';' }],
  ['windows-1252', Buffer.from(table, 'latin1'), { mark: false, lineEnds: 'crlf', delimiter: ';' }],
  ['utf-16le', Buffer.from(`\ufeff${table}`, 'utf16le'), { mark: true, lineEnds: 'crlf', delimiter: ';' }],
  ['utf-16be', Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), { mark: true, lineEnds: 'crlf', delimiter: ';' }],
  ['utf-8', Buffer.from('a|b\rc|d\re|f\r'), { mark: false, lineEnds: 'cr', delimiter: '|' }],
  ['utf-8', Buffer.from('a\tb\nc\td\n'), { mark: false, lineEnds: 'lf', delimiter: '\t' }],
] as const)('gives a file in %s back byte for byte', async (encoding, bytes, found) => {
  const { form, written, certificate, descriptorText } = await asItCame(bytes, 'csv');
  expect(form).toEqual({ encoding, ...found });
  expect(written.equals(bytes)).toBe(true);
  expect(certificate.output.form).toEqual(form);
  const dialect = JSON.parse(descriptorText!).resources[0];
  expect([dialect.encoding, dialect.dialect.delimiter]).toEqual([encoding, found.delimiter]);
  expect(dialect.dialect.lineTerminator).toBe({ lf: '\n', crlf: '\r\n', cr: '\r' }[found.lineEnds]);
});

it('refuses a sign that the encoding does not have, and names it by its number', async () => {
  const form: TextForm = { delimiter: ',', encoding: 'windows-1251', mark: false, lineEnds: 'lf' };
  await expect(asItCame(Buffer.from('a,b\n漢,1\n'), 'csv', { form })).rejects.toMatchObject({
    code: 'TARGET_UNWRITABLE',
    message: expect.stringContaining('U+6F22'),
  });
});

it('refuses a form for a format that has none, and an encoding that it does not write', async () => {
  const form: TextForm = { delimiter: ',', encoding: 'utf-8', mark: false, lineEnds: 'lf' };
  await expect(asItCame(Buffer.from('a,b\nx,1\n'), 'parquet', { form })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  for (const encoding of ['iso-2022-jp', 'utf-8 here and there'])
    await expect(asItCame(Buffer.from('a,b\nx,1\n'), 'csv', { form: { ...form, encoding } })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
    });
});

it('encodes what the platform decodes, sign by sign', () => {
  const samples = {
    'windows-1250': 'Żółć, Škoda €',
    'koi8-r': 'Привет, мир',
    'iso-8859-2': 'Łódź',
    shift_jis: '氏名,カナ ﾃｽﾄ',
    'euc-kr': '이름,전화',
    gbk: '姓名,电话',
    big5: '姓名,電話',
    macintosh: 'Grüße',
  };
  for (const [encoding, text] of Object.entries(samples))
    expect(new TextDecoder(encoding, { fatal: true }).decode(encoderOf(encoding)!(text))).toBe(text);
});
