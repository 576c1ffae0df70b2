import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { noDesktop } from '#engine/desktop/desktop.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { importDataset } from '#engine/use-cases/datasets/import-dataset.ts';
import { createWorkspace, openWorkspace } from '#engine/workspace/open-workspace.ts';
import { newWorkspace, passphrase, testPlace, type TestPlace } from '../workspace/support.ts';

/** Somebody whose values stand nowhere else. */
export const gone = { email: 'zelda.quagmire@vanish.example', day: '2001-02-03' };

export function jobOf(signal = new AbortController().signal) {
  const context: JobContext = {
    jobId: 'test',
    signal,
    progress: () => undefined,
    commit: () => signal.throwIfAborted(),
  };
  return { ...context, early: (): void => undefined };
}

/** Sixty people, the twentieth to be gone, and a row that cannot be read. */
const people = (): string =>
  [
    'email,city,signup_date,note',
    ...Array.from({ length: 60 }, (_, at) =>
      at === 20
        ? `${gone.email},Atlantis,${gone.day},her own words`
        : `person${at}@mail.example,${at % 2 === 0 ? 'Bonn' : 'Lyon'},2019-05-${String((at % 27) + 1).padStart(2, '0')},` +
          (at === 30 ? `knows ${gone.email} well` : ''),
    ),
    `${gone.email},Bonn,2019-01-01,too,many,fields`,
    'anna@mail.example,Bonn,2019-01-01,too,many,fields',
  ].join('\n');

export function sessionAt({ root, env }: TestPlace): EngineSession {
  const state = new EngineSession({ ...env, resourcesDirectory: root, keyStore: noKeyStore, desktop: noDesktop });
  onTestFinished(() => state.close());
  return state;
}

/** A workspace with the people as a dataset, open. */
export async function peopleAt(place = testPlace()) {
  const state = sessionAt(place);
  const { workspace } = await createWorkspace(place.directory, newWorkspace, place.env);
  await state.adoptWorkspace(workspace);
  const path = join(place.root, 'people.csv');
  writeFileSync(path, people());
  const { grantId } = state.grants.add(path, 'read');
  const { id } = await importDataset(state, jobOf(), { grantId, informedHow: '' });
  return { place, state, workspace, id };
}

export async function reopened(place: TestPlace): Promise<EngineSession> {
  const state = sessionAt(place);
  await state.adoptWorkspace(await openWorkspace(place.directory, { passphrase }, place.env));
  return state;
}

/** The rows of a dataset, each as its cells. */
export const rowsOf = (state: EngineSession, id: string): Promise<(string | null)[][]> =>
  withDataset(state, id, async ({ duck, relation }) => {
    const [first = [], ...others] = await duck.texts(`SELECT c1, c2, c3, c4 FROM ${relation} ORDER BY rowid`);
    return first.map((cell, at) => [cell, ...others.map((column) => column[at] ?? null)]);
  });

/** Everything below a folder: path and bytes. */
export function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [{ path, bytes: readFileSync(path) }];
  });
}

/** Files below these folders in which a value stands: as UTF-8, UTF-16, or as the SHA-256 of it in hexadecimal. */
export function whereItStands(value: string, folders: readonly string[]): string[] {
  const wanted = [
    Buffer.from(value, 'utf8'),
    Buffer.from(value, 'utf16le'),
    Buffer.from(createHash('sha256').update(value, 'utf8').digest('hex')),
  ];
  return folders
    .flatMap(filesBelow)
    .filter(({ bytes }) => wanted.some((one) => bytes.includes(one)))
    .map(({ path }) => path);
}

export const sha256OfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
