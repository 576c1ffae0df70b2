import type { SubjectFound, SubjectMatch } from '#shared/contract/subjects.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Search } from './search.ts';
import { searchWorkspace } from './search-workspace.ts';

const orderOf: Record<SubjectMatch, number> = { plain: 0, keyed: 1, platform: 2, text: 3 };

/** The register keeps that somebody was looked for, never whom. @returns its number; null where nothing can be written */
export function enterSearch({ workspace, sought, found }: Search): number | null {
  if (workspace.summary().readOnly) return null;
  return workspace.register.append({
    kind: 'subject.searched',
    subjectRef: workspace.id,
    payload: {
      identifiers: sought.length,
      places: found.searched.length,
      hits: found.hits.length,
      rows: found.hits.reduce((sum, { rows }) => sum + rows, 0),
      notSearched: found.notSearched.length,
    },
  }).seq;
}

/**
 * Where a person is, by any number of values that name them.
 * @throws Failure WRONG_USAGE for a value that is too short to name anybody
 */
export async function findSubject(
  state: EngineSession,
  job: JobContext,
  { values }: { values: readonly string[] },
): Promise<SubjectFound> {
  state.requireWorkspace().operators.requireMay('subject.searched');
  const { search } = await searchWorkspace(state, job, values);
  const hits = search.found.hits.toSorted((a, b) => orderOf[a.match] - orderOf[b.match]);
  return { ...search.found, hits, registerEntry: enterSearch(search) };
}
