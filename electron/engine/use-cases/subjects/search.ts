import type { SubjectFound, SubjectHit } from '#shared/contract/subjects.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { FoundCells } from './search-relation.ts';
import type { Sought } from './sought.ts';

/** What a search has found so far. */
export type Findings = Pick<SubjectFound, 'hits' | 'searched' | 'notSearched'>;

/** A search under way. */
export interface Search {
  state: EngineSession;
  workspace: Workspace;
  job: JobContext;
  sought: readonly Sought[];
  found: Findings;
}

/** Cells by column and match as hits of one place. */
export const hitsIn = (of: Pick<SubjectHit, 'place' | 'id' | 'dataset'>, cells: readonly FoundCells[]): SubjectHit[] =>
  cells.map(({ column, match, cells: own }) => ({ ...of, column, match, rows: own.length }));
