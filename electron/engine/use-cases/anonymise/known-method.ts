import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { measureDowncoding, type LevelledColumn } from '#engine/anonymise/attack/downcoding.ts';
import { measureRefinement, releasedLabels, type ReleasedGroups } from '#engine/anonymise/attack/refinement.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { groupSets } from '#engine/anonymise/local/group-sets.ts';
import type { Published } from '#engine/anonymise/local/publish-labels.ts';
import type { HierarchyColumn } from '#engine/anonymise/local/tree-columns.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';

type Known = Pick<AnonymisedFile, 'refinement' | 'downcoding'> & { notes: string[] };

/** Rows that are looked at for what follows from levels; more take seconds. */
const mostRows = 200_000;
/** Bytes of the table that tells which group admits which value. */
const mostBytes = 256 * 2 ** 20;
/** Steps that the refinement of one column may take, about; fewer rows are drawn where each takes more, but never very few. */
const mostSteps = 4e8;
const drawnRows = { least: 500, most: 10_000 };

/**
 * What follows from levels being the lowest that k allows. Of other models, or of people, nothing is said: that the
 * levels are no lower may then have another reason.
 */
export async function knownOfLevels(
  columns: readonly LevelledColumn[],
  {
    k,
    mostLost,
    models,
    signal,
  }: { k: number; mostLost: number; models: readonly ModelToJudge[]; signal: AbortSignal },
): Promise<Known> {
  const none = { refinement: null, downcoding: null, notes: [] };
  if (models.length > 1 || columns[0]!.codes.length > mostRows) return none;
  const found = await measureDowncoding(columns, { k, mostLost, signal });
  const told = found.map((one, at) => ({ column: columns[at]!.hierarchy.column, ...one }));
  const read = told.filter(({ shrunk }) => shrunk > 0);
  return {
    ...none,
    downcoding: told,
    notes: read.map(({ column, shrunk, told: share }) => text.downcoded(column, shrunk, share)),
  };
}

/** Rows to draw for a column: each is held against the groups once for every other column and every value left open. */
function rowsToDraw({ open, size }: ReleasedGroups, column: number): number {
  let values = 0;
  for (const set of open[column]!) values += set.length;
  const steps = (size.length / 32) * (open.length + values / Math.max(1, size.length));
  return Math.max(drawnRows.least, Math.min(drawnRows.most, Math.floor(mostSteps / Math.max(1, steps))));
}

/** What somebody strikes out who knows that groups were made to lose little, of each protected column and each other. */
export async function knownOfRows(
  columns: readonly HierarchyColumn[],
  published: Published,
  guarded: readonly CodedColumn[],
  { k, signal }: { k: number; signal: AbortSignal },
): Promise<Known> {
  const { groupOf, groups } = published;
  const values = [...columns.map(({ hierarchy }) => hierarchy.levels[0]!.of), ...guarded.map((one) => one.values)];
  const bytes = values.reduce((sum, { length }) => sum + (length * groups) / 8, 0);
  if (bytes > mostBytes) return { refinement: null, downcoding: null, notes: [text.notRefined] };
  const released = releasedLabels(columns, published);
  const all: ReleasedGroups = {
    ...released,
    codes: [...released.codes, ...guarded.map(({ codes }) => codes)],
    open: [...released.open, ...guarded.map(({ codes }) => groupSets(codes, groupOf, groups))],
  };
  const names = [...columns.map(({ hierarchy }) => hierarchy.column), ...guarded.map(({ name }) => name)];
  const refinement = [];
  for (const [column, name] of names.entries()) {
    const mostRows = rowsToDraw(all, column);
    refinement.push({ column: name, ...(await measureRefinement(all, { column, k, mostRows, signal })) });
  }
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
