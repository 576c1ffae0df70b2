import { expect, onTestFinished } from 'vitest';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { makeEngine, type Client, type TestEngine } from '#test/support/make-engine.ts';

/** What a page claims of who says so; the engine puts in who really does. */
export const claimed = { from: 'person', by: 'Somebody', at: '2026-01-05T09:00:00.000Z' } as const;

export const says = <T>(value: T) => ({ state: 'stated' as const, value, origin: claimed });
export const lists = <T>(...values: T[]) => ({
  state: 'stated' as const,
  items: values.map((value, at) => ({ id: `i${at + 1}`, value, origin: claimed })),
});
export const none = { state: 'none' as const, origin: claimed };

/** An engine with a lasting workspace open, at `Acme.custos`, of operator Ada. */
export async function engineWithWorkspace(): Promise<TestEngine & { folder: string; passphrase: string }> {
  const made = makeEngine();
  onTestFinished(() => made.close());
  const passphrase = 'Zinnober-Quark-29-Lampe';
  const folder = made.path('Acme.custos');
  await made.client.workspaces.create({
    grantId: made.engine.grants.add(folder, 'workspace-create').grantId,
    operator: 'Ada',
    organisation: 'Acme',
    passphrase,
  });
  return { ...made, folder, passphrase };
}

/** The same with a temporary workspace: for what no closing is needed for. */
export async function engineWithRecords(): Promise<TestEngine> {
  const made = makeEngine();
  onTestFinished(() => made.close());
  await made.client.workspaces.createTemporary({ name: 'Acme', operator: 'Ada' });
  return made;
}

/** Opens the workspace again that was closed. */
export const reopen = async (made: TestEngine, folder: string, passphrase: string) =>
  made.client.workspaces.open({
    grantId: made.engine.grants.add(folder, 'workspace-open').grantId,
    passphrase,
  });

/** A record from its draft to its approval, by another person than its author. */
export async function approved<K extends RecordKind>(
  client: Client,
  kind: K,
  body: RecordBody<K>,
  id: string | null = null,
): Promise<RecordVersion> {
  const draft = await client.records.saveDraft({ kind, id, body });
  return approvedDraft(client, kind, draft.id);
}

/** The draft of a record to its approval, by another person than its author. */
export async function approvedDraft(client: Client, kind: RecordKind, id: string): Promise<RecordVersion> {
  const sent = await client.records.send({ kind, id, reason: 'written' });
  await client.workspaces.setOperator({ operator: 'Bo' });
  const { version, sha256: recordSha256 } = sent;
  const done = await client.records.approve({ kind, id, version, recordSha256 });
  await client.workspaces.setOperator({ operator: 'Ada' });
  return done;
}

/** The register verifies, the tables that people see held against it. */
export async function expectVerified({ client }: { client: Client }): Promise<void> {
  expect(await client.register.verify({})).toMatchObject({ ok: true, problems: [] });
}
