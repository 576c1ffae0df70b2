import type { CellLevel, HierarchyBuilder } from '../hierarchy.ts';

/** Degrees. At the equator half a degree is about 55 km. */
const widths = [0.5, 1, 5, 10];

/** Coordinates by the cell of a grid: whatever they are, in the same widths. */
export const cell: HierarchyBuilder<null, CellLevel> = {
  id: 'cell',
  build: () => ({ levels: widths.map((width) => ({ kind: 'cell', width })), parts: null }),
  examples: [
    {
      name: 'any coordinates',
      shape: null,
      levels: [
        { kind: 'cell', width: 0.5 },
        { kind: 'cell', width: 1 },
        { kind: 'cell', width: 5 },
        { kind: 'cell', width: 10 },
      ],
    },
  ],
};
