import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { measureDowncoding, type LevelledColumn } from '#engine/anonymise/attack/downcoding.ts';
import { refineColumns } from '#engine/anonymise/attack/refine-columns.ts';
import { releasedLabels, type ReleasedGroups } from '#engine/anonymise/attack/refinement.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { groupSets } from '#engine/anonymise/local/group-sets.ts';
import type { Published } from '#engine/anonymise/local/publish-labels.ts';
import type { HierarchyColumn } from '#engine/anonymise/local/tree-columns.ts';

type Known = Pick<AnonymisedFile, 'refinement' | 'downcoding'> & { notes: string[] };

/** Rows that are looked at for what follows from levels; more take seconds. */
const mostRows = 200_000;

/**
 * What follows from levels being the lowest that k allows. Of other models, or of people, nothing is said: that the
 * levels are no lower may then have another reason.
 * @param kAlone nothing but k of the file's rows was asked for
 */
export async function knownOfLevels(
  columns: readonly LevelledColumn[],
  { k, mostLost, kAlone, signal }: { k: number; mostLost: number; kAlone: boolean; signal: AbortSignal },
): Promise<Known> {
  const none = { refinement: null, downcoding: null, notes: [] };
  if (!kAlone || columns[0]!.codes.length > mostRows) return none;
  const found = await measureDowncoding(columns, { k, mostLost, signal });
  const told = found.map((one, at) => ({ column: columns[at]!.hierarchy.column, ...one }));
  const read = told.filter(({ shrunk }) => shrunk > 0);
  return {
    ...none,
    downcoding: told,
    notes: read.map(({ column, shrunk, told: share }) => text.downcoded(column, shrunk, share)),
  };
}

/** What somebody strikes out who knows that groups were made to lose little, of each protected column and each other. */
export async function knownOfRows(
  columns: readonly HierarchyColumn[],
  published: Published,
  guarded: readonly CodedColumn[],
  { k, signal }: { k: number; signal: AbortSignal },
): Promise<Known> {
  const { groupOf, groups } = published;
  const released = releasedLabels(columns, published);
  const all: ReleasedGroups = {
    ...released,
    codes: [...released.codes, ...guarded.map(({ codes }) => codes)],
    open: [...released.open, ...guarded.map(({ codes }) => groupSets(codes, groupOf, groups))],
  };
  const names = [...columns.map(({ hierarchy }) => hierarchy.column), ...guarded.map(({ name }) => name)];
  const refinement = await refineColumns(all, names, { k, signal });
  if (refinement === null) return { refinement, downcoding: null, notes: [text.notRefined] };
  return {
    refinement,
    downcoding: null,
    notes: refinement
      .slice(columns.length)
      .map(({ column, shrunk, misled, guessBefore, guessAfter }) =>
        text.refined(column, { shrunk, misled, guessBefore, guessAfter }),
      ),
  };
}
