import type { PrinciplesKept } from '#shared/contract/principles.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { lastKept, principlesOf } from './principles-of.ts';

/**
 * Looks where the principles stand and enters it, so that it can be said later what was known when. It looks once: what
 * is entered is what is shown.
 * @throws Failure WORKSPACE_NONE, WORKSPACE_READ_ONLY
 */
export async function keepPrinciples(state: EngineSession): Promise<PrinciplesKept> {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('principles.evaluated');
  const found = await principlesOf(state);
  const statesOf = (of: string | null) =>
    found.cells
      .filter(({ dataset }) => dataset === of)
      .map(({ control, state: stands }) => ({ control, state: stands }));
  const { seq: entry } = workspace.register.append({
    kind: 'principles.evaluated',
    subjectRef: workspace.id,
    payload: {
      ...found.over,
      workspace: statesOf(null),
      datasets: found.datasets.map(({ id }) => ({ datasetId: id, states: statesOf(id) })),
    },
  });
  const kept = lastKept(workspace.directory) ?? { entry, at: found.at, by: workspace.summary().operator };
  return { ...kept, shown: { ...found, kept } };
}
