import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractVersion } from '#shared/contract/engine.ts';
import { follow, makeEngine, transports, type TestEngine } from '#test/support/make-engine.ts';

const csv = `name,city\n${Array.from({ length: 50 }, (_, i) => `Person ${i},City ${i % 5}`).join('\n')}\n`;

describe.each(transports)('the contract, %s', (transport) => {
  let made: TestEngine;
  beforeEach(() => (made = makeEngine(transport)));
  afterEach(() => made.close());

  it('refuses a window of another version with a sentence', async () => {
    await expect(made.client.engine.hello({ contractVersion })).resolves.toMatchObject({ appVersion: '0.0.0-test' });
    await expect(made.client.engine.hello({ contractVersion: contractVersion + 1 })).rejects.toMatchObject({
      code: 'CONTRACT_MISMATCH',
      data: { detail: expect.stringContaining('start it again') },
    });
  });

  it('answers without a workspace, and says so where one is needed', async () => {
    expect(await made.client.workspaces.current({})).toBeNull();
    await expect(made.client.datasets.list({})).rejects.toMatchObject({ code: 'WORKSPACE_NONE' });
  });

  it('never takes a path from a window: only a grant made elsewhere, for the use it was made for', async () => {
    writeFileSync(made.path('x.csv'), csv);
    await expect(made.client.datasets.sniff({ grantId: made.path('x.csv') })).rejects.toMatchObject({
      code: 'GRANT_UNKNOWN',
    });
    const forWriting = made.engine.grants.add(made.path('x.csv'), 'write').grantId;
    await expect(made.client.datasets.sniff({ grantId: forWriting })).rejects.toMatchObject({ code: 'GRANT_UNKNOWN' });
  });

  it('brings a file in, shows it masked, and logs what is revealed', async () => {
    writeFileSync(made.path('people.csv'), csv);
    const workspace = await made.client.workspaces.createTemporary({ name: 'Try' });
    expect(workspace).toMatchObject({ temporary: true });
    const dataset = await follow(
      made.client.datasets.import({ grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId }),
    );
    expect(dataset).toMatchObject({ rows: 50, rejectedRows: 0 });
    await made.client.classify.decide({
      datasetId: dataset.id,
      decisions: [{ column: 'name', action: 'override', type: 'full_name', reason: 'names of people' }],
    });
    const page = await made.client.datasets.readWindow({
      datasetId: dataset.id,
      columns: ['name', 'city'],
      offset: 10,
      limit: 5,
    });
    expect(page.total).toBe(50);
    expect(page.rows).toHaveLength(5);
    expect(page.rows[0]!.cells[0]).toMatchObject({ masked: true });
    expect(JSON.stringify(page.rows)).not.toContain('Person 10');
    expect(await made.client.datasets.revealCell({ datasetId: dataset.id, column: 'name', row: 10 })).toEqual({
      text: 'Person 10',
    });
    const { entries } = await made.client.register.list({ kind: 'value.revealed' });
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('Person');
    expect(await made.client.register.verify({})).toMatchObject({ ok: true, problems: [] });
  });

  it('names the field of bad input and keeps answering', async () => {
    await expect(
      made.client.datasets.readWindow({ datasetId: 'x', columns: [], offset: -1, limit: 5000 }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await made.client.workspaces.recent({})).toEqual([]);
  });
});
