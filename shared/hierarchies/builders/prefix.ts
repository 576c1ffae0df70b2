import type { HierarchyBuilder, PrefixLevel } from '../hierarchy.ts';

/** Prefixes of postal codes, never the whole code. The shape is the commonest length of a code in signs. */
export const prefix: HierarchyBuilder<{ length: number }, PrefixLevel> = {
  id: 'prefix',
  build({ length }) {
    const lengths = length >= 5 ? [3, 2, 1] : length === 4 ? [2, 1] : [1];
    return { levels: lengths.map((kept) => ({ kind: 'prefix', length: kept })), parts: null };
  },
  examples: [
    {
      name: 'German codes',
      shape: { length: 5 },
      levels: [
        { kind: 'prefix', length: 3 },
        { kind: 'prefix', length: 2 },
        { kind: 'prefix', length: 1 },
      ],
    },
    {
      name: 'Swiss codes',
      shape: { length: 4 },
      levels: [
        { kind: 'prefix', length: 2 },
        { kind: 'prefix', length: 1 },
      ],
    },
    { name: 'codes of three signs', shape: { length: 3 }, levels: [{ kind: 'prefix', length: 1 }] },
  ],
};
