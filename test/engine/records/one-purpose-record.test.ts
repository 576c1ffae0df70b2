import { expect, it } from 'vitest';
import { releaseRecipe, workedWorkspace } from '../journal/worked-workspace.ts';

it('has one record for a purpose that a release proposed and somebody then declares, and takes it over', async () => {
  const made = await workedWorkspace();
  const { lawfulness, records } = made.client;
  const first = await made.apply('first.csv');
  expect(first.purposeRecord).toMatchObject({ ref: 'PU-001', was: 'begun' });

  const bound = await lawfulness.bindColumns({
    datasetId: made.dataset.id,
    purpose: 'P1',
    needed: true,
    basis: 'contract',
  });
  expect(bound.boundTo).toMatchObject({ ref: 'PU-001', was: 'proposed', title: 'Find the most important segments' });
  const listed = await records.list({ kind: 'purpose' });
  expect(listed.map(({ ref, generated }) => [ref, generated])).toEqual([['PU-001', 0]]);

  // Bound to the record that the release had begun, the dataset may still be released for just that purpose.
  const { guardrails, purposeRecord } = await made.apply('second.csv', releaseRecipe());
  expect(guardrails.find(({ id }) => id === 'G2')).not.toMatchObject({ state: 'blocked' });
  expect(guardrails.find(({ id }) => id === 'G2')).not.toMatchObject({ state: 'not-stated' });
  expect(purposeRecord).toMatchObject({ ref: 'PU-001', was: 'there' });
  const again = await lawfulness.bindColumns({ datasetId: made.dataset.id, purpose: 'pu-001', needed: true });
  expect(again.boundTo).toMatchObject({ ref: 'PU-001', was: 'there' });
});

it('begins another record for a purpose only where the one before was retired', async () => {
  const made = await workedWorkspace();
  const { lawfulness, records } = made.client;
  const bind = () => lawfulness.bindColumns({ datasetId: made.dataset.id, purpose: 'P1', needed: true });
  expect((await bind()).boundTo).toMatchObject({ ref: 'PU-001', was: 'begun' });
  expect((await made.apply('first.csv')).purposeRecord).toMatchObject({ ref: 'PU-001', was: 'there' });
  const [purpose] = await records.list({ kind: 'purpose' });
  const { version, sha256: recordSha256 } = await records.send({ kind: 'purpose', id: purpose!.id, reason: 'written' });
  await records.approve({ kind: 'purpose', id: purpose!.id, version, recordSha256 });
  await records.retire({ kind: 'purpose', id: purpose!.id, reason: 'no longer done' });
  expect((await bind()).boundTo).toMatchObject({ ref: 'PU-002', was: 'begun' });
});
