// A column that nothing used is told only while nothing did: a check, a recipe that takes it, an import of yesterday.
import { expect, it } from 'vitest';
import { checkDataset } from '#engine/use-cases/quality/check-dataset.ts';
import { decideRetention } from '#engine/use-cases/retention/decide-retention.ts';
import { unusedColumns } from '#engine/use-cases/retention/unused-columns.ts';
import { jobOf } from '../rewrite/support.ts';
import { datasetOf } from './support.ts';

const rows = Array.from(
  { length: 30 },
  (_, at) => `K-${1000 + at},p${at}@mail.example,remark ${at % 3},2026-11-0${1 + (at % 9)}`,
);

it('tells columns that nothing used in the whole period, and forgets what was checked in it', async () => {
  const { state, id } = await datasetOf(['customer_id,email,colour_7,last_login', ...rows], '2024-10-01T09:00:00Z');
  const left = async (today: string) => (await unusedColumns(state, today)).datasets;
  // Nobody decided a period: nothing can have lasted all of it.
  expect(await left('2026-11-30')).toMatchObject([{ datasetId: id, since: '2024-10-01', over: false }]);
  decideRetention(state, { rule: 'unused-customers', duration: 'P24M', reason: 'as long as accounts' });
  expect(await left('2026-10-01')).toMatchObject([{ over: false }]);
  const [all] = await left('2026-10-02');
  expect(all).toMatchObject({ over: true, columns: ['customer_id', 'email', 'colour_7', 'last_login'] });

  // Nothing is said in the first two weeks.
  expect([await left('2024-10-15'), (await left('2024-10-16')).length]).toEqual([[], 1]);

  await checkDataset(state, jobOf(), { datasetId: id });
  const checks = state
    .requireWorkspace()
    .catalog.entriesOf('quality.checked')
    .flatMap(({ payload }) => payload.checks);
  const checked = new Set(checks.filter(({ state: how }) => how !== 'not-done').flatMap(({ columns }) => columns));
  expect(checked.size).toBeGreaterThan(0);
  const now = (await left('2024-11-01'))[0]?.columns ?? [];
  expect(now).toEqual(all!.columns.filter((name) => !checked.has(name)));
  // The check is older than the period by then.
  expect(await left('2026-10-02')).toEqual([all]);
});

it('counts what was released of the same file before it came in, and says nothing where that cannot be read', async () => {
  const { state, workspace, id } = await datasetOf(
    ['customer_id,email,colour_7,last_login', ...rows],
    '2024-10-01T09:00:00Z',
  );
  const left = async () => (await unusedColumns(state, '2024-11-01')).datasets.map(({ datasetId }) => datasetId);
  expect(await left()).toEqual([id]);
  const hash = 'ab'.repeat(32);
  const sourceSha256 = workspace.catalog.datasets.get(id)!.sha256;
  const payload = {
    datasetId: null,
    fileName: 'a.csv',
    recipeSha256: hash,
    outputSha256: hash,
    certificateSha256: hash,
  };
  const released = { ...payload, purpose: 'p1', release: 'anonymised' as const };
  workspace.register.append({
    kind: 'release.written',
    subjectRef: 'other',
    payload: { ...released, sourceSha256: hash },
  });
  expect(await left()).toEqual([id]);
  workspace.register.append({ kind: 'release.written', subjectRef: 'own', payload: { ...released, sourceSha256 } });
  expect(await left()).toEqual([]);
});
