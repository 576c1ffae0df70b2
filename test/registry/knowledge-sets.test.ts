import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { knowledgeSets } from '#shared/knowledge-sets/index.ts';
import { isKnown } from '#shared/knowledge-sets/knowledge-set.ts';
import { suggestRoles } from '#shared/roles/suggest-roles.ts';
import { semanticTypeById, semanticTypes } from '#shared/semantic-types/index.ts';
import { knowledgeSetsText } from '#shared/text/knowledge-sets.ts';
import { finding } from '../support/finding.ts';

it('there is one file per knowledge set, and each says who and why', () => {
  const files = readdirSync('shared/knowledge-sets')
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index' && name !== 'knowledge-set');
  expect(files.toSorted()).toEqual(knowledgeSets.map(({ id }) => id).toSorted());
  for (const { id } of knowledgeSets) expect(knowledgeSetsText[id].why.length).toBeGreaterThan(20);
});

it('a set names types once, and none that points at a person by itself', () => {
  for (const { id, types } of knowledgeSets) {
    if (types === 'everything') continue;
    expect(new Set(types).size, id).toBe(types.length);
    for (const type of types) {
      const known = semanticTypeById(type)!;
      const [role] = suggestRoles([
        finding(type, type, { class: known.class, category: known.category, flags: [...known.flags] }),
      ]);
      expect([type, role?.role]).not.toEqual([type, 'identifying']);
    }
  }
});

it('whoever has the source knows every type', () => {
  const all = knowledgeSets.find(({ id }) => id === 'source-holder')!;
  expect(semanticTypes.every(({ id }) => isKnown(all, { type: id }))).toBe(true);
});
