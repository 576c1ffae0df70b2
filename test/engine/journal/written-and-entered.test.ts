import SqliteDatabase from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { follow } from '#test/support/make-engine.ts';
import { engineWithWorkspace, reopen } from '../records/support.ts';

const bo = 'Krater-Olive-58-Segel';

/** Ada's workspace with a file of people in it. */
async function withPeople() {
  const made = await engineWithWorkspace();
  const write = (name: string) => ({ grantId: made.engine.grants.add(made.path(name), 'write').grantId });
  writeFileSync(
    made.path('people.csv'),
    'customer_id,email,consent_status,date_of_birth\nK-1001,ada@example.com,granted,1980-02-03\n' +
      'K-1002,bo@example.com,granted,1975-07-09\n',
  );
  const { grantId } = made.engine.grants.add(made.path('people.csv'), 'read');
  const { id: datasetId } = await follow(made.client.datasets.import({ grantId }));
  const askAgain = (name: string) =>
    made.client.lawfulness.askAgain({ datasetId, purpose: 'p1-find-segments', ...write(name) });
  const exportRegister = (name: string) => follow(made.client.registerFiles.export({ ...write(name), format: 'json' }));
  const exports = [
    askAgain,
    exportRegister,
    (name: string) => made.client.datasets.exportDictionary({ datasetId, ...write(name) }),
    (name: string) => made.client.classify.exportInventory({ datasetId, ...write(name) }),
  ];
  return { ...made, askAgain, exports };
}

it('a reader gets no list of people on the disk', async () => {
  const made = await withPeople();
  expect(await made.askAgain('author.csv')).toMatchObject({ people: 2 });
  const { operators } = made.client;
  await operators.add({ name: 'Bo', role: 'approver', passphrase: bo, own: made.passphrase });
  await operators.setRole({ name: 'Ada', role: 'reader', reason: 'another task' });
  await expect(made.askAgain('reader.csv')).rejects.toMatchObject({ code: 'ROLE_REFUSED' });
  expect(existsSync(made.path('reader.csv'))).toBe(false);
});

it('what a log that is only read cannot say is not written, and what lies there stays', async () => {
  const made = await withPeople();
  await made.client.workspaces.close({});
  const db = new SqliteDatabase(join(made.folder, 'register.sqlite'));
  db.exec('DELETE FROM checkpoint');
  db.close();
  expect(await reopen(made, made.folder, made.passphrase)).toMatchObject({ readOnly: true });
  writeFileSync(made.path('there.csv'), 'mine');
  for (const write of made.exports)
    for (const name of ['there.csv', 'new.csv'])
      await expect(write(name)).rejects.toMatchObject({ code: 'WORKSPACE_READ_ONLY' });
  expect(readFileSync(made.path('there.csv'), 'utf8')).toBe('mine');
  expect(existsSync(made.path('new.csv'))).toBe(false);
});
