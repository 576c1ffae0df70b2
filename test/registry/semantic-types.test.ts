import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, describe } from 'vitest';
import { valueTools } from '#engine/values/value-tools.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { buildHeaderIndex, matchHeader } from '#shared/header-language/header-index.ts';
import { headerLanguages } from '#shared/header-language/languages.ts';
import { semanticTypeById, semanticTypes } from '#shared/semantic-types/index.ts';
import { columnClass, columnFlag } from '#shared/domain/column-class.ts';

const folder = new URL('../../shared/semantic-types/', import.meta.url).pathname;
const folders = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
const files = folders.flatMap((name) =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ folder: name, file })),
);
const tools = valueTools();
const index = buildHeaderIndex(semanticTypes);
const checked = semanticTypes.filter((type) => type.valueCheck);
/** A shape proves nothing and never decides alone, so its overlaps are no confusions. */
const deciding = checked.filter((type) => type.columnRule?.strength !== 'shape');

describe('the list', () => {
  test('names every type once, in snake_case', () => {
    const ids = semanticTypes.map((type) => type.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(semanticTypes.length).toBeGreaterThanOrEqual(200);
  });

  test('imports every file of its folders', () => {
    for (const name of folders) {
      const text = readFileSync(join(folder, name, 'index.ts'), 'utf8');
      const missing = files.filter(
        (file) => file.folder === name && file.file !== 'index.ts' && !text.includes(`./${file.file}'`),
      );
      expect(missing, `${name}/index.ts`).toEqual([]);
    }
  });

  test('keeps a type with a value check in a file that says its id', () => {
    for (const type of checked) {
      const holder = files.find(
        ({ folder: name, file }) =>
          file !== 'index.ts' && readFileSync(join(folder, name, file), 'utf8').includes(`id: '${type.id}'`),
      );
      expect(holder, type.id).toBeDefined();
    }
  });

  test('is found by name, and unknown names are not', () => {
    expect(semanticTypeById('email_address')?.class).toBe('linked');
    expect(semanticTypeById('no_such_type')).toBeUndefined();
  });
});

describe.each(semanticTypes.map((type) => [type.id, type] as const))('%s', (_id, type) => {
  test('is complete', () => {
    expect(columnClass.safeParse(type.class).success).toBe(true);
    expect(type.flags.every((flag) => columnFlag.safeParse(flag).success)).toBe(true);
    expect(type.label.length).toBeGreaterThan(1);
    expect(type.source.length).toBeGreaterThan(2);
    expect(type.accepts.length).toBeGreaterThan(0);
    // Types told by their values alone (`empty`, `constant`) have no words to look for.
    if (headerLanguages.some(({ phrases }) => phrases[type.id] !== undefined))
      expect(type.headers.length).toBeGreaterThanOrEqual(4);
    expect(type.lookAlikes.filter((id) => id === type.id)).toEqual([]);
    expect(Boolean(type.valueCheck)).toBe(Boolean(type.columnRule));
    if (type.valueCheck) {
      expect(type.positives.length).toBeGreaterThanOrEqual(8);
      expect(type.negatives.length).toBeGreaterThanOrEqual(8);
    }
  });

  test('is what its example headers point at first', () => {
    for (const header of type.headers) {
      const matches = matchHeader(index, parseHeader(header));
      const top = matches.filter((match) => match.score >= (matches[0]?.score ?? 0) - 0.001).map((match) => match.type);
      expect(top, header).toContain(type.id);
    }
  });

  if (type.valueCheck) {
    test('accepts its examples and refuses the others', () => {
      expect(type.positives.filter((text) => !type.valueCheck?.(text, tools))).toEqual([]);
      expect(type.negatives.filter((text) => type.valueCheck?.(text, tools))).toEqual([]);
    });
  }
});

test('no value check throws on hostile text', () => {
  const hostile = [
    '',
    ' ',
    '\u0000',
    '🙂'.repeat(50),
    'a'.repeat(20_000),
    '\\',
    '(',
    '[',
    '${x}',
    "';--",
    '９９９',
    '\u202e',
    '-'.repeat(500),
    '1'.repeat(500),
    '@'.repeat(200),
    '{"a":{}}',
    'a@'.repeat(300),
    '0x'.repeat(200),
  ];
  for (const type of checked)
    for (const text of hostile) expect(() => type.valueCheck?.(text, tools), `${type.id}`).not.toThrow();
});

test('no type takes another type’s examples for its own, look-alikes excepted', () => {
  const confused = deciding.flatMap((type) =>
    checked
      .filter(
        (other) => other.id !== type.id && !type.lookAlikes.includes(other.id) && !other.lookAlikes.includes(type.id),
      )
      .flatMap((other) => {
        const taken = other.positives.filter((text) => type.valueCheck?.(text, tools));
        return taken.length >= (type.columnRule?.minShare ?? 0.5) * Math.max(1, other.positives.length) &&
          taken.length > 0
          ? [`${type.id} takes ${other.id}: ${taken.slice(0, 2).join(' | ')}`]
          : [];
      }),
  );
  expect(confused).toEqual([]);
});
