import { Failure } from '#shared/contract/failure.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { valueOf } from '#shared/register/answer.ts';
import { declaredUses } from '#shared/register/declared-uses.ts';
import { heldRecord } from '#shared/register/held-records.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { editRecord, saying } from './edit-record.ts';
import { namedDataset } from './named-dataset.ts';
import { purposeDeclared } from './purpose-meant.ts';
import { requireReadableKinds } from './require-readable-kinds.ts';
import { ruleViewOf } from './rule-view-of.ts';

/**
 * Begins the test of a further purpose of a dataset (GDPR Art. 6(4)): from which purpose, on which basis, and what the
 * columns say of the nature of the data. The factors are weighed, and the outcome is decided, by people.
 * @throws Failure WRONG_USAGE where nothing was declared that the purpose could be held against, WORKSPACE_FROM_FUTURE
 *   where a record that may declare it, or another test, cannot be read
 */
export function openTest(
  state: EngineSession,
  { datasetId, purpose: word, columns }: { datasetId: string; purpose: string; columns?: string[] | undefined },
): RecordVersion<'compatibility'> {
  requireReadableKinds(state, ['activity', 'binding', 'purpose', 'compatibility']);
  const dataset = namedDataset(state, datasetId);
  const [use] = declaredUses(registerSnapshot(state.requireWorkspace()), dataset);
  if (use === undefined) throw new Failure('WRONG_USAGE', lawfulnessText.nothingBound(dataset.name));
  const { id: to, title } = purposeDeclared(state, word);
  const view = ruleViewOf(state);
  const basis = valueOf(heldRecord(view.snapshot, 'purpose', use.purpose)?.body.basis);
  const special = (view.datasets.find(({ id }) => id === datasetId)?.columns ?? [])
    .filter(({ name, flags }) => (columns?.includes(name) ?? true) && flags.some((flag) => specialFlags.includes(flag)))
    .map(({ name }) => name);
  const { one, more } = saying(state);
  return editRecord(state, { kind: 'compatibility', id: null }, () => ({
    name: one(lawfulnessText.testOf(dataset.name, title)),
    dataset: one(datasetId),
    ...(columns === undefined ? {} : { columns: more(undefined, ...columns) }),
    from: one(use.purpose),
    to: one(to),
    ...(basis === undefined ? {} : { originalBasis: one(basis) }),
    nature: one(lawfulnessText.natureOf(special)),
  }));
}
