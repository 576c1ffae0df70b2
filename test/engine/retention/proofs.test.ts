// Whoever has the keys can enter anything; what a proof of retention says is held against the entries beside it.
import { expect, it } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { runRetention } from '#engine/use-cases/retention/run-retention.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import { jobOf } from '../rewrite/support.ts';
import { datasetOf } from './support.ts';

const lines = [
  'customer_id,cookie_id,cookie_first_seen',
  'K-1,GA1.2.100000001.1789800001,2026-01-01',
  'K-2,GA1.2.100000002.1789800002,2026-11-20',
];

const unused = {
  rule: 'unused-customers',
  column: '',
  duration: 'P1D',
  action: 'delete',
  total: 2,
  over: 1,
  held: 0,
  undated: 0,
  acted: 1,
} as const;

async function ranOnce() {
  const made = await datasetOf(lines);
  const { state, workspace, id, place } = made;
  await runRetention(state, jobOf(), { dryRun: false });
  const [{ payload } = { payload: null }] = workspace.catalog.entriesOf('retention.ran');
  const enter = (otherwise: Partial<NonNullable<typeof payload>>) =>
    workspace.register.append({ kind: 'retention.ran', subjectRef: id, payload: { ...payload!, ...otherwise } });
  const told = () =>
    verifyRegister(place.directory, place.env).problems.map(({ kind, detail }) => `${kind}: ${detail}`);
  return { ...made, payload: payload!, enter, told };
}

it('holds a true proof, and says so of one that no rewriting stands behind', async () => {
  const { place, enter } = await ranOnce();
  expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [], retentionProofs: 1 });
  enter({});
  const { ok, problems, retentionProofs } = verifyRegister(place.directory, place.env);
  expect([ok, retentionProofs]).toEqual([false, 2]);
  expect(problems.map(({ detail }) => detail)).toEqual([expect.stringMatching(/proof.*is not true: no entry before/)]);
});

it.each([
  ['rows before', { rowsBefore: 9 }, /does not say as many rows before it as entry \d+, by which/],
  ['cells', { cellsEmptied: 0 }, /does not say as many emptied cells/],
  ['work of rules', { acted: 0 }, /do not add up/],
  ['hash after', { sha256After: 'a'.repeat(64) }, /does not say the same SHA-256 of the rows after it/],
])('a proof with other %s is none', async (_what, otherwise, sentence) => {
  const { state, id, enter, told } = await ranOnce();
  await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: { rows: [1] } }], {
    reason: 'retention',
    cause: 'retention',
    enter: ([made]) => {
      const { sealed, rowsSealedBefore } = state
        .requireWorkspace()
        .catalog.entriesOf('dataset.rewritten')
        .at(-1)!.payload;
      const sha256After = sealed.find(({ name }) => name === `${id}.rows`)!.sha256;
      const { rowsBefore, rowsAfter, cells } = made!;
      const rules = [{ ...unused, months: [], ...('acted' in otherwise ? { acted: 0 } : {}) }];
      // A true one, but for what is said otherwise; the cells of the first run make another number of them.
      const cellsEmptied = 'cellsEmptied' in otherwise ? 1 : cells;
      const { acted: _acted, ...others } = { acted: 1, ...otherwise };
      enter({ rules, rowsBefore, rowsAfter, sha256Before: rowsSealedBefore, sha256After, ...others, cellsEmptied });
    },
  });
  expect(told()).toEqual([expect.stringMatching(sentence)]);
});

it('rows taken out for retention without a proof are told', async () => {
  const { state, id, told } = await ranOnce();
  await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: { rows: [1] } }], {
    reason: 'retention',
    cause: 'retention',
  });
  expect(told()).toEqual([expect.stringMatching(/written anew for retention by entry \d+, and no entry proves/)]);
});
