import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { getRecordOf, listRecordsOf } from '#engine/use-cases/records/records-of-folder.ts';
import { startChild } from '../workspace/children/start-child.ts';
import { makeWorkspace, passphrase, placeOnDisk } from '../workspace/support.ts';

/** How often: a thousand by `CUSTOS_KILLS=1000 vitest run test/engine/records/killed.test.ts`. */
const kills = Number(process.env.CUSTOS_KILLS ?? 8);

it(
  `kill -9 at random points of record writes, ${kills} times: sound, verified, nothing acknowledged is lost`,
  async () => {
    const { workspace, ...place } = await makeWorkspace(placeOnDisk());
    await workspace.close();
    const file = join(place.directory, 'register.sqlite');
    let approvedBefore = 0;
    for (let round = 1; round <= kills; round += 1) {
      const child = startChild('save-records-forever.ts', place);
      await child.said(1 + Math.floor(Math.random() * 12));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      child.process.kill('SIGKILL');
      await child.ended;
      const said = child.lines();
      const saved = said.findLast((line) => line.startsWith('saved '))?.slice(6);
      const approvedNow = Number(said.findLast((line) => line.startsWith('approved '))?.slice(9) ?? 0);

      const found = verifyRegister(place.directory, place.env);
      expect(found.problems.filter(({ kind }) => kind !== 'draft-under-way')).toEqual([]);
      const [record] = listRecordsOf(place.directory, 'system');
      const { version, draft, versions } = getRecordOf(place.directory, { kind: 'system', id: record!.id });
      // What was acknowledged last stands in the draft, or in the version that it became; one write more may have been
      // done in its place without having been acknowledged.
      const texts = JSON.stringify([
        draft,
        version,
        versions.length > 0 ? versionsOf(place.directory, record!.id) : [],
      ]);
      expect(texts).toMatch(new RegExp(`"value":"(${saved}|${Number(saved) + 1})"`));
      const approvals = versions.filter(({ approvedBy }) => approvedBy !== null).map((one) => one.version);
      expect(Math.max(0, ...approvals)).toBeGreaterThanOrEqual(Math.max(approvedNow, approvedBefore));
      approvedBefore = Math.max(0, ...approvals);
      // Only after reading, which changes nothing: the next opening plays back what was cut off.
      await (await openWorkspace(place.directory, { passphrase }, place.env)).close();
      const db = new SqliteDatabase(file, { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    }
  },
  300_000 + kills * 60_000,
);

const versionsOf = (directory: string, id: string): unknown[] => {
  const { versions } = getRecordOf(directory, { kind: 'system', id });
  return versions.map(({ version }) => getRecordOf(directory, { kind: 'system', id, version }).version);
};
