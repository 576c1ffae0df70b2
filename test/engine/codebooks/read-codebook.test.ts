import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCodes, readCodebook } from '#engine/classify/evidence/codebooks/read-codebook.ts';

let root = '';
let count = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-codebook-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));
const read = async (text: string, name = 'codebook.csv') => {
  const path = join(root, `${(count += 1)}-${name}`);
  await writeFile(path, text);
  return (await readCodebook(path)).book.variables;
};

const expected = [
  { name: 'q1', label: 'Gender', codes: { 1: 'Male', 2: 'Female' } },
  { name: 'q2', label: 'How satisfied are you?', codes: {} },
];

describe('a codebook', () => {
  it.each([
    [
      'CSV with the codes in one cell',
      'name,label,codes\nq1,Gender,"1=Male; 2=Female"\nq2,How satisfied are you?,\n',
      'a.csv',
    ],
    [
      'CSV with semicolons and other words',
      'Variable;Description;Values\nq1;Gender;1=Male|2=Female\nq2;How satisfied are you?;\n',
      'b.csv',
    ],
    [
      'one line per code',
      'variable,label,value,value label\nq1,Gender,1,Male\n,,2,Female\nq2,How satisfied are you?,,\n',
      'c.csv',
    ],
    [
      'JSON list',
      JSON.stringify([
        { name: 'q1', label: 'Gender', codes: { 1: 'Male', 2: 'Female' } },
        { name: 'q2', description: 'How satisfied are you?' },
      ]),
      'd.json',
    ],
    [
      'JSON by name',
      JSON.stringify({ q1: { label: 'Gender', codes: '1=Male; 2=Female' }, q2: 'How satisfied are you?' }),
      'e.json',
    ],
  ])('%s', async (_what, text, name) => expect(await read(text, name)).toEqual(expected));

  it.each([
    ['1=a; 2=b', { 1: 'a', 2: 'b' }],
    ['1: a\n2: b', { 1: 'a', 2: 'b' }],
    ['{"1":"a","2":2}', { 1: 'a', 2: '2' }],
    ['1=a, b, 2=c', { 1: 'a, b', 2: 'c' }],
    ['', {}],
    ['no codes at all', {}],
    ['{broken', {}],
  ])('codes %j', (text, codes) => expect(parseCodes(text)).toEqual(codes));

  it.each(['a,b\n1,2\n', 'name\nq1\n', '[]', '{}', '{"broken', '[1,2,3]', 'name,label\n'])(
    'what is none is refused with what is missing: %j',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: expect.stringMatching(/is no codebook: it needs columns \(or fields\) called name, label/),
      });
    },
  );

  it('what is too long is refused by the number of its entry', async () => {
    await expect(read(`name,label\nq1,ok\nq2,${'x'.repeat(5000)}\n`)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('(entry 2)'),
    });
  });
});
