import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { couldBeKnown } from '#shared/domain/could-be-known.ts';
import { classifyCells } from '#test/support/classify-cells.ts';

const digest = (row: number, algorithm: string) => createHash(algorithm).update(`x${row}`).digest();
const open = (row: number): string => ['red', 'green', 'blue'][row % 3]!;

test.each([
  [
    'base 64',
    (row: number) => digest(row, 'sha256').toString('base64'),
    (row: number) => digest(row, 'md5').toString('base64').slice(0, 7) + '=',
  ],
  [
    'hexadecimal',
    (row: number) => digest(row, 'sha1').toString('hex'),
    (row: number) => digest(row, 'md5').toString('hex').slice(0, 8),
  ],
  ['letters', (row: number) => digest(row, 'sha256').toString('hex'), (row: number) => `a${row}Zq${row * 7}kP`],
])('%s: a digest with a salt beside it is a hashed password, whatever the file calls it', async (_, hash, salt) => {
  const found = await classifyCells({ c1: (row) => String(row + 1), c2: hash, c3: salt, c4: open });
  for (const name of ['c2', 'c3'])
    expect(found[name]).toMatchObject({ type: 'password_hash', class: 'linked', needsReview: true });
});

test('a digest alone is a pseudonym of something, which nobody has decided to be harmless', async () => {
  const found = await classifyCells({ c1: (row) => digest(row, 'md5').toString('hex'), c2: open });
  expect(found['c1']).toMatchObject({ type: 'hashed_value', needsReview: true });
  expect(found['c1']).toSatisfy(couldBeKnown);
});

test.each([
  ['two notations', (row: number) => (row % 2 ? `+49 30 ${100_000 + row * 37}` : `030/${200_000 + row * 41}`)],
  ['brackets and extensions', (row: number) => (row % 2 ? `(212) 555-${1000 + row}` : `415-555-${2000 + row} x${row}`)],
  ['French pairs', (row: number) => `0${1 + (row % 5)} ${10 + row} ${20 + (row % 70)} 44 ${11 + row}`],
])('phones without a name, %s, in a table that shows no persons', async (_, cell) => {
  const found = await classifyCells({ c1: cell, c2: open });
  expect(found['c1']).toMatchObject({ type: 'phone_number', class: 'linked' });
});

test('logins of a domain, addresses beside logins, names by the word list', async () => {
  const names = ['Anna', 'Bruno', 'Carla', 'David', 'Elena'];
  const found = await classifyCells({
    c1: (row) => `CORP\\${names[row % 5]!.toLowerCase()}${row}`,
    c2: (row) => (row % 2 ? `user${row}@example.org` : `user${row}`),
    c3: (row) => `${names[row % 5]} ${['Schmidt', 'Rossi', 'Garcia', 'Novak'][row % 4]}`,
    c4: open,
  });
  expect(found['c1']).toMatchObject({ type: 'username', class: 'linked' });
  expect(found['c2']?.class).toBe('linked');
  expect(found['c3']).toMatchObject({ type: 'full_name', class: 'linked' });
});

test('seconds and milliseconds since 1970 are moments; ten digits spread wider are not', async () => {
  const found = await classifyCells({
    c1: (row) => String(1_500_000_000 + ((row * 7_654_321) % 90_000_000)),
    c2: (row) => String(1_600_000_000_000 + ((row * 7_654_321) % 90_000_000_000)),
    c3: (row) => String(2_000_000_000 + ((row * 76_543_217) % 6_000_000_000)),
    created: (row) => String(1_700_000_000 + row * 3600),
  });
  for (const name of ['c1', 'c2', 'created']) expect(found[name], name).toMatchObject({ type: 'timestamp' });
  expect(found['c3']?.type).not.toBe('timestamp');
});

test('two notations of dates in one column are dates', async () => {
  const found = await classifyCells({
    c1: (row) => (row % 2 ? `2019-0${1 + (row % 9)}-1${row % 9}` : `1${row % 9}.0${1 + (row % 9)}.2019`),
    c2: open,
  });
  expect(found['c1']?.type).toBe('date_event');
});
