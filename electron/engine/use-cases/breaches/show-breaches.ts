import { affectedBy } from '#shared/cases/breach/scope.ts';
import { fillForm } from '#shared/cases/breach/fill-cells.ts';
import { breachForm } from '#shared/cases/breach/forms/index.ts';
import { nextStates, whyNotClosed } from '#shared/cases/breach/states.ts';
import type { BreachList, BreachShown, BreachSummary } from '#shared/contract/breaches.ts';
import { breachFormIds } from '#shared/domain/breach.ts';
import { listed } from '#shared/text/numbers.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { byRelease, releasedFiles, type ReleasedFile } from '../releases/released-files.ts';
import { breachViewOf } from './breach-view-of.ts';
import { clockOf, hoursToTell, storedBreach, storedBreaches, type StoredBreach } from './breach-cases.ts';

function summaryOf(state: EngineSession, { id, body }: StoredBreach): BreachSummary {
  const { ref, facts, zone, scope, decision } = body;
  return {
    id,
    ref,
    title: facts.title,
    state: body.state,
    clock: clockOf(state, body),
    zone,
    people: scope === null ? null : affectedBy(scope.parts).people,
    authority: decision?.authority.tell ?? null,
    toldPeople: decision?.people.tell ?? null,
  };
}

/** Running clocks first, the one that ends first before the others; then those that were known last. */
function inOrder(one: BreachSummary, other: BreachSummary): number {
  const [left, right] = [one.clock.hoursLeft, other.clock.hoursLeft];
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  if (left !== null && right !== null && left !== right) return left - right;
  return one.clock.awareAt < other.clock.awareAt ? 1 : -1;
}

/** The register of breaches of the open workspace. */
export function listBreaches(state: EngineSession): BreachList {
  const { breaches, unreadable } = storedBreaches(state.requireWorkspace());
  return {
    breaches: breaches.map((breach) => summaryOf(state, breach)).toSorted(inOrder),
    unreadable,
    hours: hoursToTell(state, state.now()),
  };
}

/** All of one breach. @throws Failure WRONG_USAGE, FILE_DAMAGED */
export function showBreach(state: EngineSession, { breach: word }: { breach: string }): BreachShown {
  const workspace = state.requireWorkspace();
  const { id, body } = storedBreach(workspace, word);
  const { clock, affected, protection, ...rest } = breachViewOf(state, body);
  const view = { clock, affected, protection, ...rest };
  const entries = workspace.catalog
    .entriesOf(
      'breach.reported',
      'breach.updated',
      'breach.decided',
      'breach.notified',
      'breach.told',
      'breach.phase',
      'breach.closed',
      'breach.reopened',
      'breach.exported',
    )
    .filter(({ subjectRef }) => subjectRef === id);
  return {
    id,
    body,
    clock,
    affected,
    protection,
    next: nextStates(body.state),
    unclosed: whyNotClosed(body),
    forms: breachFormIds.map((form) => {
      const { sections: _sections, ...filled } = fillForm(view, breachForm(form));
      return { id: form, ...filled };
    }),
    datasets: workspace.catalog.datasets.list().map((one) => ({ id: one.id, name: one.name })),
    releases: byRelease(releasedFiles(workspace).toReversed()).map((files) => {
      const [{ releaseId, recipient, writtenAt }] = files as [ReleasedFile];
      const name = listed(files.toReversed().map(({ fileName }) => fileName));
      return { id: releaseId, name, to: recipient, on: writtenAt };
    }),
    entries: entries.map(({ seq, kind, ts }) => ({ seq, kind, at: ts })),
  };
}
