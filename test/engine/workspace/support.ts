import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import {
  createWorkspace,
  type NewWorkspace,
  type Workspace,
  type WorkspaceEnv,
} from '#engine/workspace/open-workspace.ts';

/** A private folder that goes when the test is over. */
export function scratch(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'custos-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export interface TestPlace {
  root: string;
  directory: string;
  env: WorkspaceEnv & { now: Date };
}

/** A clock that moves by a second per look, cheap key derivation, own profile and working directories. */
export function testPlace(root = scratch()): TestPlace {
  let ticks = Date.UTC(2026, 0, 5, 9);
  const env = {
    clock: () => new Date((ticks += 1000)),
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    profileDirectory: join(root, 'profile'),
    workRoot: join(root, 'work'),
    appVersion: '1.2.3',
    passphraseCost: 4,
    get now() {
      return new Date(ticks);
    },
    set now(date: Date) {
      ticks = date.getTime();
    },
  };
  mkdirSync(root, { recursive: true });
  return { root, directory: join(root, 'Acme.custos'), env };
}

/** A place on the disk, where `npm test` has all others in memory: for programs that are killed while they write. */
export const placeOnDisk = (): TestPlace => testPlace(scratch(process.env.CUSTOS_DISK_FOLDER ?? tmpdir()));

export const passphrase = 'correct horse battery staple';
export const newWorkspace: NewWorkspace = {
  organisation: 'Acme Ltd',
  operator: 'Ada Officer',
  policy: 'customer-tracking',
  passphrase,
};

/** A workspace that is closed when the test is over, whatever happened in it. */
export async function makeWorkspace(
  place = testPlace(),
  options: Partial<NewWorkspace> = {},
): Promise<TestPlace & { workspace: Workspace; recoveryKey: string }> {
  const made = await createWorkspace(place.directory, { ...newWorkspace, ...options }, place.env);
  onTestFinished(() => made.workspace.close());
  return { ...place, ...made };
}

/** A working recipe as a workspace keeps it. */
export const recipe: Recipe = {
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-01-05',
  target: kTarget(5, 0.05),
  steps: [{ op: 'redact', version: 1, settings: { columns: ['name'] }, reason: '', enabled: true }],
};

/** Entries that any workspace could have. */
export function appendSome(workspace: Workspace, count: number): void {
  for (let n = 1; n <= count; n += 1)
    workspace.register.append({
      kind: 'setting.changed',
      subjectRef: workspace.id,
      payload: { setting: 'example', from: n - 1, to: n },
    });
}
