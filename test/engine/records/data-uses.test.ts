import { expect, it } from 'vitest';
import { workedWorkspace } from '../journal/worked-workspace.ts';

it('takes over what a purpose says it needs, keeps what was decided, and counts the last word of each column', async () => {
  const made = await workedWorkspace();
  const { lawfulness, records } = made.client;
  const datasetId = made.dataset.id;
  const uses = async () => (await lawfulness.uses({})).find(({ id }) => id === datasetId)!;
  expect(await uses()).toMatchObject({ purposes: [], tests: [], unreadable: [] });

  await lawfulness.bindColumns({ datasetId, purpose: 'P1', needed: true, basis: 'consent' });
  expect((await uses()).purposes).toMatchObject([
    { preset: 'p1-find-segments', basis: 'consent', justified: false, columns: null, pending: false },
  ]);
  const before = await lawfulness.matrix({ datasetId });
  const prefilled = before.rows.filter(({ cells: [cell] }) => cell!.need !== 'open').map(({ column }) => column);
  expect(prefilled.length).toBeGreaterThan(1);

  await lawfulness.bindColumns({ datasetId, purpose: 'P1', columns: ['city'], needed: false, why: 'By region alone.' });
  const taken = await lawfulness.takeOverNeeds({ datasetId, purpose: 'P1' });
  const { rows } = await lawfulness.matrix({ datasetId });
  expect(rows.find(({ column }) => column === 'city')!.cells[0]).toMatchObject({
    need: 'not-needed',
    why: 'By region alone.',
  });
  for (const { column, cells } of rows) {
    const was = before.rows.find((row) => row.column === column)!.cells[0]!;
    if (column !== 'city' && was.need !== 'open')
      expect(cells[0], column).toMatchObject({ need: was.need, why: was.why, from: { by: 'person', ref: taken.ref } });
  }
  await expect(lawfulness.takeOverNeeds({ datasetId, purpose: 'P1' })).rejects.toMatchObject({ code: 'WRONG_USAGE' });

  // Decided the other way and back again, a column is spoken of once.
  await lawfulness.bindColumns({ datasetId, purpose: 'P1', columns: ['city'], needed: true, why: 'By town.' });
  const [binding] = await records.list({ kind: 'binding' });
  const { draft } = await records.get({ kind: 'binding', id: binding!.id });
  const spoken = JSON.stringify(draft).match(/"city"/g);
  expect(spoken).toHaveLength(1);
  expect((await uses()).purposes[0]!.columns).toContain('city');
});

it('judges columns by a purpose that only the register knows, and binds to it by its reference', async () => {
  const made = await workedWorkspace();
  const { lawfulness, records } = made.client;
  const datasetId = made.dataset.id;
  const { ref, id } = await records.setFields({ kind: 'purpose', id: null, fields: { title: 'Answer complaints' } });
  await lawfulness.bindColumns({ datasetId, purpose: ref, columns: ['email'], needed: true, why: 'To answer.' });
  const { purposes, rows, spare } = await lawfulness.matrix({ datasetId });
  expect(purposes).toEqual([{ id, title: 'Answer complaints' }]);
  expect(rows.find(({ column }) => column === 'email')!.cells[0]).toMatchObject({ need: 'needed', why: 'To answer.' });
  // What nobody said anything of is open, and nothing that is open is proposed for removal.
  expect(rows.find(({ column }) => column === 'city')!.cells[0]).toMatchObject({
    need: 'open',
    from: { by: 'purpose' },
  });
  expect(spare).toEqual([]);
  const test = await lawfulness.openTest({ datasetId, purpose: 'P2' });
  expect((await lawfulness.uses({}))[0]!.tests).toMatchObject([{ ref: test.ref, outcome: null, onConsent: false }]);
});

it('is for nothing of a purpose that needs none of it, still shows that, and is for it again once somebody says so', async () => {
  const made = await workedWorkspace();
  const { lawfulness } = made.client;
  const datasetId = made.dataset.id;
  const bind = (needed: boolean) => lawfulness.bindColumns({ datasetId, purpose: 'P1', needed });
  const uses = async () => (await lawfulness.uses({})).find(({ id }) => id === datasetId)!.purposes;
  await bind(false);
  expect(await uses()).toEqual([]);
  const { purposes, rows } = await lawfulness.matrix({ datasetId });
  expect(purposes.map(({ id }) => id)).toEqual(['p1-find-segments']);
  expect(new Set(rows.map(({ cells: [cell] }) => cell!.need))).toEqual(new Set(['not-needed']));
  await bind(true);
  expect(await uses()).toMatchObject([{ preset: 'p1-find-segments', columns: null }]);
});

it('approves no use of a dataset about people that no rule of retention is about', async () => {
  const made = await workedWorkspace();
  const { lawfulness, records, retention } = made.client;
  const datasetId = made.dataset.id;
  await lawfulness.bindColumns({ datasetId, purpose: 'P1', needed: true, basis: 'consent' });
  const { id } = (await records.list({ kind: 'binding' }))[0]!;
  await records.send({ kind: 'binding', id, reason: 'ready' });
  const approve = async () => {
    const [version] = (await records.get({ kind: 'binding', id })).versions;
    const shown = (await records.get({ kind: 'binding', id, version: version!.version })).version as { sha256: string };
    return records.approve({ kind: 'binding', id, version: version!.version, recordSha256: shown.sha256 });
  };
  const bound = { datasetId, rule: 'unused-customers' as const, column: '' };
  const choose = (applies: boolean) => retention.bindTo({ ...bound, applies, reason: 'as it is' });
  await choose(false);
  await expect(approve()).rejects.toMatchObject({
    code: 'GUARDRAIL_BLOCKS',
    message: expect.stringMatching(/No rule says how long .* is kept\. .*Nothing was approved\./),
  });
  await choose(true);
  expect(await approve()).toMatchObject({ state: 'approved' });
});
