import type { ColumnRefinement } from '#shared/domain/refinement.ts';
import type { HalfRelease } from '#engine/anonymise/attack/attack-halves.ts';
import { coverOf, type CellCover } from '#engine/anonymise/attack/cell-cover.ts';
import { refineColumns } from '#engine/anonymise/attack/refine-columns.ts';
import { releasedSets } from '#engine/anonymise/attack/refinement.ts';
import { pickRows } from '#engine/anonymise/attack/without-small-classes.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn, CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { labelColumns } from '#engine/anonymise/local/group-labels.ts';
import { groupRows } from '#engine/anonymise/local/group-rows.ts';
import { lossesOf } from '#engine/anonymise/local/measure-groups.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { putLines } from './rows-in-hand.ts';
import { codesDigest, entropyOf, peopleOf, type Remade, type WayInput, type WayLoss } from './way-input.ts';

/** What local recoding made. */
export interface Grouped {
  groups: number;
  /** Mean over all cells of (values of the group − 1) / (values of the column − 1). */
  ncp: number;
  /** Share (0…1) of the cells whose group has one value. */
  exact: number;
  losses: WayLoss[];
  remade: Remade;
  /**
   * What knowing how the rows were grouped tells of each output; null where there is too much to measure.
   * @throws Failure JOB_CANCELLED
   */
  refine(signal?: AbortSignal): Promise<ColumnRefinement[] | null>;
}

/**
 * Local recoding in place: every row of a group reads the same in the outputs. Rows keep their numbers.
 * @throws Failure JOB_CANCELLED, TARGET_MISSED where there are fewer than k people
 */
export async function groupInPlace({ rows, outputs, k, person, signal, onShare }: WayInput): Promise<Grouped> {
  const columns = outputs.map(({ name, physical }) => ({ name, sql: physical }));
  const asked = person === null ? columns : [...columns, { name: 'person', sql: `${person}::VARCHAR` }];
  const read = await codeTable({ duck: rows.duck, relation: rows.relation, columns: asked, orderBy: 'rid', signal });
  const people = person === null ? undefined : peopleOf(read);
  const table: CodedTable = { rows: read.rows, columns: read.columns.slice(0, columns.length) };
  // A seed that only who has the rows can know: a fixed one would tell which choices were made.
  const seed = codesDigest(table).readUInt32LE(0);
  const found = await groupRows(table, { k, people, seed, signal, onProgress: onShare });
  const labelled = labelColumns(table.columns, found.groupOf, found.groups);
  await writeGroups({ rows, outputs }, found, labelled);
  throwIfCancelled(signal);
  const losses = lossesOf(table.columns, found.groupOf, found.groups);
  return {
    groups: found.groups,
    ncp: found.ncp,
    exact: found.exact,
    losses: table.columns.map((column, at) => ({
      physical: outputs[at]!.physical,
      entropy: entropyOf(column),
      detail: 1 - losses[at]!,
    })),
    refine: (stop) =>
      refineColumns(
        releasedSets(table, found.groupOf, found.groups),
        outputs.map(({ name }) => name),
        { k, signal: stop },
      ),
    remade: {
      people: table,
      persons: people,
      releaseOf: async (half) => {
        const options = { k, people: people && Uint32Array.from(half, (row) => people[row]!), seed, signal };
        const part = pickRows(table, half);
        return readGroups(part, await groupRows(part, options));
      },
    },
  };
}

/** What the cells of groups read, and which values each reading leaves open. */
function readGroups(
  { rows, columns }: CodedTable,
  { groupOf, groups }: { groupOf: Uint32Array; groups: number },
): HalfRelease {
  const labelled = labelColumns(columns, groupOf, groups);
  const cells = labelled.map((label, at): [string, CellCover] => {
    const open = Array.from(label.values, () => new Set<number>());
    label.codes.forEach((read, row) => open[read]!.add(columns[at]!.codes[row]!));
    return [label.name, coverOf(open.map((codes) => [...codes]))];
  });
  return { released: { rows, columns: labelled }, cells: new Map(cells) };
}

/** Writes what the groups read into the rows’ cells. */
async function writeGroups(
  { rows, outputs }: Pick<WayInput, 'rows' | 'outputs'>,
  { groupOf, groups }: { groupOf: Uint32Array; groups: number },
  labelled: readonly CodedColumn[],
): Promise<void> {
  const first = new Int32Array(groups).fill(-1);
  groupOf.forEach((group, row) => {
    if (first[group] === -1) first[group] = row;
  });
  await putLines(
    { rows, outputs },
    {
      lineOf: groupOf,
      columns: labelled.map(({ codes, values }) => ({
        values,
        codes: Uint32Array.from(first, (row) => codes[row]!),
      })),
    },
  );
}
