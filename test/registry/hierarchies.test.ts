import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Hierarchy, HierarchyBuilder, HierarchyLevel } from '#shared/hierarchies/hierarchy.ts';
import { hierarchyBuilders } from '#shared/hierarchies/index.ts';

const builders = Object.values(hierarchyBuilders) as unknown as HierarchyBuilder<unknown, HierarchyLevel>[];
const cases = builders.flatMap((builder) =>
  builder.examples.map((example) => [builder.id, example.name, builder, example] as const),
);
const units = ['month', 'quarter', 'year', 'decade'];

/** Whether the second level is a function of the first, and makes fewer groups. */
function isCoarser(fine: HierarchyLevel, coarse: HierarchyLevel): boolean {
  if (fine.kind === 'exact') return coarse.kind !== 'exact';
  if (fine.kind === 'interval' && coarse.kind === 'interval')
    return coarse.edges.length < fine.edges.length && coarse.edges.every((edge) => fine.edges.includes(edge));
  if (fine.kind === 'tree' && coarse.kind === 'tree')
    return coarse.shown.length < fine.shown.length && coarse.shown.every((value) => fine.shown.includes(value));
  if (fine.kind === 'prefix' && coarse.kind === 'prefix') return coarse.length < fine.length;
  if (fine.kind === 'cell' && coarse.kind === 'cell') return Number.isInteger(coarse.width / fine.width);
  if (fine.kind === 'date' && coarse.kind === 'date') return units.indexOf(coarse.unit) > units.indexOf(fine.unit);
  return false;
}

it('the list of hierarchy builders holds every file of the folder once, named by its id', () => {
  const files = readdirSync(new URL('../../shared/hierarchies/builders', import.meta.url)).map((file) =>
    file.replace('.ts', ''),
  );
  expect(builders.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  expect(Object.keys(hierarchyBuilders)).toEqual(builders.map(({ id }) => id));
});

it.each(cases)('%s builds %s', (_id, _name, builder, { shape, levels }) => {
  expect(builder.build(shape).levels).toEqual(levels);
});

it.each(cases)('%s, of %s: every level is a function of the one before', (_id, _name, builder, { shape }) => {
  const { levels, parts } = builder.build(shape) as Hierarchy;
  for (const [at, level] of levels.slice(1).entries()) expect(isCoarser(levels[at]!, level)).toBe(true);
  for (const level of levels) {
    if (level.kind === 'interval')
      expect(level.edges.every((edge) => parts?.kind === 'edges' && parts.edges.includes(edge))).toBe(true);
    if (level.kind === 'tree')
      expect(level.shown.every((value) => parts?.kind === 'values' && parts.values.includes(value))).toBe(true);
  }
  if (parts?.kind === 'edges') expect(parts.labels).toHaveLength(parts.edges.length + 1);
});
