import type { DateLevel, DateUnit, HierarchyBuilder } from '../hierarchy.ts';

const units: readonly DateUnit[] = ['month', 'quarter', 'year', 'decade'];

/** Dates by ever longer units: whatever they are, the same ones. */
export const date: HierarchyBuilder<null, DateLevel> = {
  id: 'date',
  build: () => ({ levels: units.map((unit) => ({ kind: 'date', unit })), parts: null }),
  examples: [
    {
      name: 'any dates',
      shape: null,
      levels: [
        { kind: 'date', unit: 'month' },
        { kind: 'date', unit: 'quarter' },
        { kind: 'date', unit: 'year' },
        { kind: 'date', unit: 'decade' },
      ],
    },
  ],
};
