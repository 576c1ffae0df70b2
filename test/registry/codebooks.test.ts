import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { codebookName } from '#shared/codebooks/codebook.ts';
import { matchSchema } from '#shared/codebooks/match-codebook.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { publicSchemaOf, publicSchemas } from '#engine/classify/evidence/codebooks/public-schemas.ts';

describe('public schemas', () => {
  it('holds every file of the folder', async () => {
    const files = (await readdir(new URL('../../resources/codebooks', import.meta.url))).filter((name) =>
      name.endsWith('.json'),
    );
    expect(publicSchemas()).toHaveLength(files.length);
  });

  it.each(publicSchemas().map((book) => [book.title, book] as const))(
    '%s: distinct names, labels in words, types that exist, a source with its year',
    (_title, book) => {
      const names = book.variables.map(({ name }) => codebookName(name));
      expect(new Set(names).size).toBe(names.length);
      for (const { label, type } of book.variables) {
        expect(label).toMatch(/^[A-Z].{2,}/);
        if (type !== undefined) expect(semanticTypeById(type), type).toBeDefined();
      }
      expect(book.source).toMatch(/\b(19|20)\d\d\b/);
    },
  );

  it.each(publicSchemas().map((book) => [book.title, book] as const))(
    '%s is found by its names in any spelling, and not by a few of them',
    (_title, book) => {
      const names = book.variables.map(({ name }) => name);
      expect(matchSchema(publicSchemas(), names)?.title).toBe(book.title);
      expect(
        matchSchema(
          publicSchemas(),
          names.map((name) => name.toUpperCase().replaceAll(/[-.]/g, '_')),
        )?.title,
      ).toBe(book.title);
      expect(matchSchema(publicSchemas(), names.slice(0, 5))).toBeNull();
      expect(matchSchema(publicSchemas(), [...names, ...names.map((_name, at) => `own_${at}`)])).toBeNull();
    },
  );

  it('an ordinary list of customers is none of them', () => {
    expect(
      matchSchema(publicSchemas(), [
        'age',
        'sex',
        'education',
        'occupation',
        'income',
        'city',
        'email',
        'name',
        'phone',
        'country',
      ]),
    ).toBeNull();
  });

  it('a block of a schema merged into another table speaks for its own columns, where their names are no words', () => {
    const own = Array.from({ length: 40 }, (_, at) => `LBX${at}`);
    const block = ['seqn', 'riagendr', 'ridageyr', 'dmdeduc2', 'indhhin2'];
    const found = publicSchemaOf([...own, ...block, 'age']);
    expect([found?.title, found?.variables.map(({ name }) => name)]).toEqual([
      'NHANES demographics',
      ['SEQN', 'RIAGENDR', 'RIDAGEYR', 'DMDEDUC2', 'INDHHIN2'],
    ]);
    expect(publicSchemaOf([...own, ...block.slice(1)])).toBeNull();
    expect(
      publicSchemaOf([
        ...own,
        'age',
        'workclass',
        'education',
        'marital-status',
        'occupation',
        'relationship',
        'race',
        'sex',
        'income',
      ]),
    ).toBeNull();
  });
});
