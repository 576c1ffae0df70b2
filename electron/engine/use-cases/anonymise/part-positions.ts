import type { JoinedPosition } from '#engine/anonymise/hierarchies/join-positions.ts';
import type { Chosen } from './chosen.ts';
import { lossOfCells, type RecodedColumn, type Recoding } from './recoding.ts';

/** What was chosen for positions that were searched as one column, for the two columns that the file has. */
export function partPositions(chosen: Chosen, positions: readonly JoinedPosition[]): Chosen {
  if (positions.length === 0) return chosen;
  const of = new Map(positions.map((position) => [position.latitude, position]));
  // What a value may read is asked of a population alone, which joins no positions.
  const { mayRead: _, ...recoding } = chosen.recoding;
  const parted: Recoding = {
    ...recoding,
    columns: recoding.columns.flatMap((column) => partColumn(column, of.get(column.column))),
  };
  return {
    ...chosen,
    recoding: parted,
    loss: chosen.loss === null ? null : lossOfCells(parted),
    levels: Object.fromEntries(
      Object.entries(chosen.levels).flatMap(([name, level]): [string, typeof level][] => {
        const position = of.get(name);
        return position === undefined
          ? [[name, level]]
          : [position.latitude, position.longitude].map((half) => [half, level]);
      }),
    ),
  };
}

const halves = [0, 1] as const;

function partColumn(column: RecodedColumn, position: JoinedPosition | undefined): RecodedColumn[] {
  if (position === undefined) return [column];
  const codeOf = new Map(position.column.values.map((value, code) => [value, code]));
  // Its own value where the pair is as it was, else what both read.
  const cellOf = (cell: string | null, half: 0 | 1): string | null => {
    const code = codeOf.get(cell);
    return code === undefined ? cell : position.cells[code]![half];
  };
  return halves.map((half) => ({
    ...column,
    column: half === 0 ? position.latitude : position.longitude,
    cells: column.cells.map((cell) => cellOf(cell, half)),
  }));
}
