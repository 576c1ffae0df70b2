import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import { makeEngine, transports, type TestEngine } from '#test/support/make-engine.ts';

const people = (rows: number): string =>
  `email,amount\n${Array.from({ length: rows }, (_, at) => `person${at}@mail.example,${at % 500}`).join('\n')}\n`;

describe.each(transports)('rows of a dataset that is being imported, %s', (transport) => {
  let made: TestEngine;
  beforeEach(async () => {
    made = makeEngine(transport);
    await made.client.workspaces.createTemporary({ name: 'Early', operator: 'Ada' });
    writeFileSync(made.path('people.csv'), people(20_000));
  });
  afterEach(() => made.close());
  const start = () =>
    made.client.datasets.import({ grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId });
  const page = (datasetId: string, more: object = {}) =>
    made.client.datasets.readWindow({ datasetId, columns: ['email', 'amount'], offset: 100, limit: 2, ...more });

  it('can be read before anything is known of the columns, every value masked, and as usual afterwards', async () => {
    let early: DatasetSummary | null = null;
    let first: Awaited<ReturnType<typeof page>> | null = null;
    let sorted: ReturnType<typeof page> | null = null;
    let classification: Promise<unknown> | null = null;
    const order: string[] = [];
    for await (const event of (await start()) as AsyncIterable<JobEvent<DatasetSummary>>) {
      if (event.type === 'result') order.push('result');
      if (event.type !== 'early') continue;
      early = event.value;
      sorted = page(early.id, { sort: [{ column: 'amount', direction: 'desc' }] });
      classification = made.client.classify.get({ datasetId: early.id }).then(() => order.push('classified'));
      first = await page(early.id);
      order.push('rows');
    }
    expect(order[0]).toBe('rows');
    expect(first!.total).toBe(20_000);
    expect(first!.rows.map(({ row }) => row)).toEqual([100, 101]);
    expect(first!.rows.flatMap(({ cells }) => cells.map(({ masked }) => masked))).toEqual([true, true, true, true]);
    expect(JSON.stringify(first)).not.toMatch(/person1|"100"/);
    // What needs more than the rows has waited for it.
    await classification;
    expect((await sorted!).rows[0]!.cells[1]!.text).toBe('497');
    expect((await page(early!.id)).rows[0]!.cells).toMatchObject([{ masked: true }, { text: '100', masked: false }]);
    expect((await made.client.datasets.list({})).map(({ id }) => id)).toEqual([early!.id]);
  });

  it('are there before all of many are stored; those further down, as soon as they are', async () => {
    writeFileSync(made.path('people.csv'), people(20_500));
    let pages: Promise<Awaited<ReturnType<typeof page>>[]> | null = null;
    let done = 0;
    const doneAtFirst: number[] = [];
    for await (const event of (await start()) as AsyncIterable<JobEvent<DatasetSummary>>) {
      if (event.type === 'progress' && event.unit === 'rows') done = Math.max(done, event.done);
      if (event.type !== 'early') continue;
      const { id } = event.value;
      doneAtFirst.push(done);
      // Held in memory; across the end of what is held; the last of all.
      pages = Promise.all([0, 499, 20_499].map((offset) => page(id, { offset })));
    }
    expect(doneAtFirst).toEqual([0]);
    const [top, across, last] = await pages!;
    expect(top).toMatchObject({ total: 20_500, rows: [{ row: 0 }, { row: 1 }] });
    expect(across).toMatchObject({ total: 20_500, rows: [{ row: 499 }, { row: 500 }] });
    expect(last).toMatchObject({ total: 20_500, rows: [{ row: 20_499 }] });
    // The shape of a value is all that is told of it, wherever it was read from.
    expect(across!.rows.map(({ cells }) => cells[1]!.text?.length)).toEqual([3, 1]);
  });

  it('are gone with the import that is cancelled meanwhile', async () => {
    let jobId = '';
    let id = '';
    let waiting: Promise<unknown> | null = null;
    const seen: string[] = [];
    for await (const event of (await start()) as AsyncIterable<JobEvent<DatasetSummary>>) {
      seen.push(event.type);
      if (event.type === 'started') jobId = event.jobId;
      if (event.type !== 'early') continue;
      id = event.value.id;
      waiting = expect(made.client.recipes.get({ datasetId: id })).rejects.toMatchObject({ code: 'DATASET_UNKNOWN' });
      void made.client.jobs.cancel({ jobId });
    }
    expect(seen.at(-1)).toBe('cancelled');
    await waiting;
    await expect(page(id)).rejects.toMatchObject({ code: 'DATASET_UNKNOWN' });
    expect(await made.client.datasets.list({})).toEqual([]);
  });
});
