import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JobEvent } from '#shared/contract/job.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

const text = `id,name,plan\n${Array.from({ length: 30_000 }, (_, at) => `${at},Person ${at},plan ${at % 7}`).join('\n')}\n`;
const recipe: RecipeFile = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release: 'pseudonymised',
  referenceDate: '2026-01-01',
  target: { k: 1, suppression: 1 },
  steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['name'] }, reason: '', enabled: true }],
};

describe('a job cancelled in one of its phases', () => {
  let made: TestEngine;
  let datasetId: string;
  const grant = (name: string, use: 'read' | 'write') => made.engine.grants.add(made.path(name), use).grantId;
  beforeAll(async () => {
    made = makeEngine('in memory');
    await made.client.workspaces.createTemporary({ name: 'Cancelled', operator: 'Ada' });
    writeFileSync(made.path('people.csv'), text);
    datasetId = (await follow(made.client.datasets.import({ grantId: grant('people.csv', 'read') }))).id;
  });
  afterAll(() => made.close());

  /** Cancels when the phase with this number (from 0) begins; what the job last said, and the phase's name. */
  async function cancelIn(
    start: Promise<AsyncIterable<JobEvent<unknown>>>,
    place: number,
  ): Promise<{ last: string; phases: string[] }> {
    let jobId = '';
    let last = '';
    const phases: string[] = [];
    for await (const event of await start) {
      last = event.type;
      if (event.type === 'started') jobId = event.jobId;
      if (event.type !== 'progress' || phases.includes(event.phase)) continue;
      if (phases.push(event.phase) === place + 1) void made.client.jobs.cancel({ jobId });
    }
    return { last, phases };
  }
  const workFiles = () =>
    readdirSync(made.path('work'), { recursive: true })
      .map(String)
      .filter((name) => /(^|\/)(source-|release-|intake-)|\.partial$|\.rejects\.jsonl$|\.profiles\.json$/.test(name));
  const jobs: Record<string, () => Promise<AsyncIterable<JobEvent<unknown>>>> = {
    import: () => made.client.datasets.import({ grantId: grant('people.csv', 'read') }),
    classify: () => made.client.classify.run({ datasetId }),
    ...Object.fromEntries(
      ['csv', 'tsv', 'jsonl', 'parquet', 'xlsx'].map((ending) => [
        `release to ${ending}`,
        () => made.client.releases.run({ datasetId, recipe, grantId: grant(`out.${ending}`, 'write') }),
      ]),
    ),
  };
  it.each(Object.keys(jobs).flatMap((job) => [0, 1, 2, 3].map((place) => [job, place] as const)))(
    '%s, phase %i: keeps nothing',
    async (job, place) => {
      const before = (await made.client.register.list({})).total;
      const { last, phases } = await cancelIn(jobs[job]!(), place);
      // A job that has no such phase, or was over before it could be stopped, is kept as a whole.
      if (last === 'result')
        return expect((await made.client.register.list({})).total).toBe(before + (job === 'import' ? 2 : 1));
      expect(last).toBe('cancelled');
      expect(phases.length).toBeGreaterThan(place);
      expect((await made.client.register.list({})).total).toBe(before);
      await vi.waitFor(
        () =>
          expect([...workFiles(), ...readdirSync(made.directory).filter((name) => name.endsWith('.part'))]).toEqual([]),
        { timeout: 120_000 },
      );
      if (job.startsWith('release'))
        expect(existsSync(made.path(`out.${job.split(' ').at(-1)}.certificate.json`))).toBe(
          existsSync(made.path(`out.${job.split(' ').at(-1)}`)),
        );
    },
  );
});
