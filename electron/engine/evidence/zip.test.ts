import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZip } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'custos-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = [
  { path: '00_README.txt', content: Buffer.from('read me') },
  { path: '15_log/audit.jsonl', content: Buffer.from('{"seq":1}\n'.repeat(500)) },
  { path: 'Über uns.txt', content: Buffer.alloc(0) },
];
const place = (bytes: Buffer, name = 'pack.zip'): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const refusal = async (bytes: Buffer): Promise<string> => {
  const zip = await readZip(place(bytes), 'pack.zip').catch((error: unknown) => error);
  return zip instanceof Error ? zip.message : 'opened';
};
/** The same ZIP with one name written over by another of the same length, in both places that hold it. */
const renamed = (bytes: Buffer, from: string, to: string): Buffer => {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return copy;
};

describe('the ZIP of an evidence pack', () => {
  it('gives back every file, and the same bytes whenever it is made', async () => {
    const bytes = await writeZip(files);
    expect(await writeZip(files)).toEqual(bytes);
    const zip = await readZip(place(bytes), 'pack.zip');
    expect(zip.paths).toEqual(files.map(({ path }) => path));
    for (const { path, content } of files) expect(await zip.read(path)).toEqual(content);
    expect(await zip.read('absent')).toBeNull();
    zip.close();
  });

  it('refuses what was cut short, at every length', async () => {
    const bytes = await writeZip(files);
    for (const length of [0, 10, 40, bytes.length - 30, bytes.length - 1])
      expect(await refusal(bytes.subarray(0, length))).toMatch(/no ZIP, or was cut short/);
  });

  it.each([
    ['../../../etc', 'leads out'],
    ['/etc/passwd.', 'leads out'],
    ['C:/Windows/x', 'leads out'],
    ['a/../../../x', 'leads out'],
    ['back\\slash.x', 'leads out'],
    ['line\nbreak.x', 'leads out'],
  ])('refuses a file called %j', async (to, said) => {
    const bytes = await writeZip([{ path: 'x'.repeat(to.length), content: Buffer.from('x') }]);
    expect(await refusal(renamed(bytes, 'x'.repeat(to.length), to))).toContain(said);
  });

  it('refuses two files of one name, also where only some systems take them for one', async () => {
    const bytes = await writeZip([
      { path: 'one.txt', content: Buffer.from('1') },
      { path: 'two.txt', content: Buffer.from('2') },
    ]);
    expect(await refusal(renamed(bytes, 'two.txt', 'one.txt'))).toContain('two files called');
    expect(await refusal(renamed(bytes, 'two.txt', 'ONE.TXT'))).toContain('two files called');
  });

  it('refuses a directory that promises more than a pack may hold, before unpacking', async () => {
    const bytes = await writeZip([{ path: 'big.bin', content: Buffer.from('small') }]);
    const directory = bytes.lastIndexOf('PK\u0001\u0002');
    bytes.writeUInt32LE(0xffff_fff0, directory + 24);
    expect(await refusal(bytes)).toMatch(/holds more than|is compressed|cut short/);
  });

  it('finds a changed byte of a file', async () => {
    const bytes = await writeZip(files);
    bytes[bytes.indexOf('read me')]! ^= 1;
    const zip = await readZip(place(bytes), 'pack.zip');
    await expect(zip.read('00_README.txt')).rejects.toThrow('00_README.txt');
    zip.close();
  });
});
