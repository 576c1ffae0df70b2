import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => {
  folders = testFolders();
});
afterEach(() => folders.remove());

const findings = [
  finding('id', 'customer_id', { class: 'linked' }),
  finding('shop', 'foreign_key', { class: 'linkable' }),
  finding('seen', 'unknown'),
];

async function release(
  text: string,
  steps: ReturnType<typeof step>[],
  over: object = {},
): Promise<{ rows: string[][]; hash: (value: string) => string; suppressed: number }> {
  const input = await releaseInput(folders, text, {
    recipe: recipeOf(steps, { release: 'pseudonymised' }),
    findings,
    ...over,
  });
  try {
    const { result } = await runRelease(input);
    const key = input.keys!.pseudonymKey('p1-find-segments');
    const hash = (value: string) => createHmac('sha256', key).update(value).digest('hex');
    return {
      rows: readFileSync(result.output, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')),
      hash,
      suppressed: result.suppressed,
    };
  } finally {
    await input.close();
  }
}

/** Ids that are there once, shops that come again and again, and rows without either. */
const source = Array.from({ length: 400 }, (_, row) => [
  row % 50 === 0 ? '' : ` Id${row}é `,
  row % 40 === 0 ? '' : `Shop ${row % 7}`,
  String(row),
]);
const text = ['id,shop,seen', ...source.map((cells) => cells.join(','))].join('\n');

it(
  'holds the HMAC of every value, whether the value is there once or a thousand times, and nothing where there was ' +
    'nothing',
  async () => {
    const { rows, hash } = await release(
      text,
      [step('keyed-hash', { columns: ['id', 'shop'], normalise: 'trim-lowercase' })],
      { keepOrder: true },
    );
    expect(rows).toEqual(
      source.map(([id, shop, seen]) => [
        id === '' ? '' : hash(id!.trim().toLowerCase()),
        shop === '' ? '' : hash(shop!.toLowerCase()),
        seen,
      ]),
    );
  },
);

it('pairs every hash with its own row after the shuffle', async () => {
  const { rows, hash } = await release(text, [step('keyed-hash', { columns: ['id', 'shop'] })]);
  const bySeen = new Map(rows.map(([id, shop, seen]) => [seen, [id, shop]]));
  expect(rows.map(([, , seen]) => seen)).not.toEqual(source.map(([, , seen]) => seen));
  for (const [id, shop, seen] of source)
    expect(bySeen.get(seen)).toEqual([id === '' ? '' : hash(id!), shop === '' ? '' : hash(shop!)]);
});

it('is masked where a later step masks the hash', async () => {
  const { rows, hash } = await release(
    'id,shop,seen\na,x,1\nb,y,2\n',
    [step('keyed-hash', { columns: ['id'] }), step('mask-characters', { columns: ['id'], keepStart: 6, keepEnd: 0 })],
    { keepOrder: true },
  );
  expect(rows.map(([id]) => id!.slice(0, 6))).toEqual([hash('a').slice(0, 6), hash('b').slice(0, 6)]);
  expect(rows.every(([id]) => !id!.includes(hash('a').slice(6)))).toBe(true);
});

it('counts classes of hashed columns as those of the values', async () => {
  const { rows, hash, suppressed } = await release(
    'id,shop,seen\na,x,1\nb,X ,2\nc,y,3\nd,x,4\n',
    [
      step('drop-columns', { columns: ['id'] }),
      step('keyed-hash', { columns: ['shop'], normalise: 'trim-lowercase' }),
      step('suppress-small-classes', { columns: ['shop'] }),
    ],
    { keepOrder: true },
  );
  expect(rows).toEqual([
    [hash('x'), '1'],
    [hash('x'), '2'],
    [hash('x'), '4'],
  ]);
  expect(suppressed).toBe(1);
});
