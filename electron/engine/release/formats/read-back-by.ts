import { appendRows } from '#engine/analysis/append-rows.ts';
import { readName } from './copy-rows.ts';
import type { ReadBackInput, ReleaseFormat } from './release-format.ts';

/** Adds the rows of a written file in the order in which they were written. */
type AddRows = (
  file: ReadBackInput,
  add: (row: (string | null)[]) => void,
  signal: AbortSignal | undefined,
) => Promise<void>;

/** Reads a file that the data engine cannot read by itself into a table of it. */
export const readBackBy =
  (addRows: AddRows): ReleaseFormat['readBack'] =>
  async (duck, file, signal) => {
    const columns = file.names.map((_, index) => readName(index));
    await appendRows(duck, 'written', columns, (add) => addRows(file, add, signal));
    return 'written';
  };
