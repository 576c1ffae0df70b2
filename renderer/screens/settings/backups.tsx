import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { BackupRestored } from '#shared/contract/backups.ts';
import type { FileGrant } from '#shared/contract/bridge.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { backupsWindowText as text } from '#shared/text/window/backups.ts';
import { registerText } from '#shared/text/window/register.ts';
import styles from './settings.module.css';

/** What was found or done, told in place until the next act. */
interface Told {
  good: boolean;
  sentences: string[];
}

const restoredWords = ({ entries, toRepeat, problems }: BackupRestored): Told => ({
  good: problems.length === 0 && toRepeat?.length === 0,
  sentences: [
    text.restored(entries),
    ...problems,
    ...(toRepeat === null
      ? [text.notKnown]
      : toRepeat.length === 0
        ? [text.none]
        : [
            text.repeat(toRepeat.length),
            ...toRepeat.map(({ seq, kind, at }) => text.entry(seq, registerText.kind(kind), at)),
          ]),
  ],
});

async function make(workspace: WorkspaceSummary): Promise<Told | null> {
  const suggestedName = text.suggested(workspace.name, new Date().toISOString().slice(0, 10));
  const grant = await window.custos.requestSave({ kind: 'backup', suggestedName });
  if (!grant) return null;
  const made = await runJob(text.making(workspace.name), () => engine.backups.make({ grantId: grant.grantId }));
  if (made === null) return null;
  await refresh(keys.register, keys.verification);
  return { good: true, sentences: [text.made(made.fileName, made.bytes, made.entries)] };
}

async function check(): Promise<Told | null> {
  const grant = await window.custos.requestOpen({ kind: 'backup' });
  if (!grant) return null;
  const { ok, fileName, organisation, madeAt, entries, problems } = await engine.backups.verify({
    grantId: grant.grantId,
  });
  return ok
    ? { good: true, sentences: [text.whole(fileName, organisation, madeAt, entries)] }
    : { good: false, sentences: [text.broken(fileName), ...problems] };
}

/** Asks for the backup and the folder to make of it. */
async function chooseRestore(): Promise<{ from: FileGrant; to: FileGrant } | null> {
  const from = await window.custos.requestOpen({ kind: 'backup' });
  const to = from && (await window.custos.requestSave({ kind: 'workspace', suggestedName: 'restored.custos' }));
  return from && to ? { from, to } : null;
}

interface RestoreProps {
  from: FileGrant;
  to: FileGrant;
  onTold(told: Told): void;
  onClose(): void;
}

/** Asks for the workspace as it was last: only its log says what was erased since. */
function RestoreDialog({ from, to, onTold, onClose }: RestoreProps) {
  const restore = async (newer?: FileGrant): Promise<void> => {
    const grants = { grantId: from.grantId, targetGrantId: to.grantId };
    onTold(restoredWords(await engine.backups.restore(newer ? { ...grants, newerGrantId: newer.grantId } : grants)));
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={text.dialog.title}
      confirm={text.dialog.choose}
      onClose={onClose}
      onConfirm={async () => {
        const newer = await window.custos.requestOpen({ kind: 'workspace' });
        if (newer) await restore(newer);
      }}
    >
      <p>{text.dialog.whole}</p>
      <Button variant="subtle" onClick={() => void guarded(() => restore())}>
        {text.dialog.without}
      </Button>
    </ConfirmDialog>
  );
}

/** Makes, checks and restores backups; checking and restoring need no workspace. */
export function BackupSection({ workspace }: { workspace: WorkspaceSummary | null }) {
  const [told, setTold] = useState<Told | null>(null);
  const [restoring, setRestoring] = useState<{ from: FileGrant; to: FileGrant } | null>(null);
  const act = (work: () => Promise<Told | null>): void =>
    void guarded(async () => {
      setTold(null);
      setTold(await work());
    });
  return (
    <Section title={text.title}>
      <p className={styles.help}>{text.help}</p>
      <div className={styles.buttons}>
        <Button
          disabled={workspace === null || workspace.readOnly}
          onClick={() => workspace !== null && act(() => make(workspace))}
        >
          {text.make}
        </Button>
        <Button onClick={() => act(check)}>{text.check}</Button>
        <Button onClick={() => void guarded(async () => setRestoring(await chooseRestore()))}>{text.restore}</Button>
      </div>
      {told !== null && (
        <Notice tone={told.good ? 'pass' : 'warn'}>
          {told.sentences.map((sentence, at) => (
            <Fragment key={at}>
              {at > 0 && <br />}
              {sentence}
            </Fragment>
          ))}
        </Notice>
      )}
      {restoring !== null && <RestoreDialog {...restoring} onTold={setTold} onClose={() => setRestoring(null)} />}
    </Section>
  );
}
