import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExportedPack } from '#shared/contract/evidence.ts';
import { packProfiles, type PackProfile } from '#shared/domain/pack-profile.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useVerification, useWorkspace } from '#renderer/client/queries.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { commandsText } from '#shared/text/commands.ts';
import { evidenceWindowText as text } from '#shared/text/window/evidence.ts';
import { showDialog } from './dialog-state.ts';
import styles from './evidence-dialog.module.css';
import { WhereItLies } from './where-it-lies.tsx';

interface Written {
  grantId: string;
  pack: ExportedPack;
}

const close = (): void => showDialog(null);

/** Asks for the place and writes the pack there; null where the person thought better of it. */
async function writePack(profile: PackProfile, asOf: string, organisation: string): Promise<Written | null> {
  const day = asOf === '' ? new Date().toISOString().slice(0, 10) : asOf;
  const grant = await window.custos.requestSave({
    kind: 'evidence',
    suggestedName: text.suggested(organisation, day),
  });
  if (!grant) return null;
  const { grantId, fileName } = grant;
  const pack = await runJob(text.job(fileName), () =>
    engine.evidence.export({ grantId, profile, ...(asOf === '' ? {} : { asOf }) }),
  );
  await refresh(keys.register, keys.verification);
  return pack === null ? null : { grantId, pack };
}

/** What was written, where it lies, and the code by which two people know that they mean the same pack. */
function Done({ written: { grantId, pack }, onAnother }: { written: Written; onAnother(): void }) {
  const { registerEntry } = pack;
  return (
    <>
      <WhereItLies grantId={grantId} fileName={pack.fileName} />
      <p className={styles.words}>{text.done(pack.files, pack.entries)}</p>
      <Facts items={[{ label: text.code, value: <code className={styles.code}>{pack.code}</code> }]} />
      <p className={styles.soft}>{text.codeHelp}</p>
      {pack.gaps.length > 0 && (
        <ul className={styles.gaps}>
          {pack.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {registerEntry !== null && (
          <Button
            onClick={() => {
              close();
              goToEntry(registerEntry);
            }}
          >
            {text.entry(registerEntry)}
          </Button>
        )}
        <Button onClick={onAnother}>{text.another}</Button>
        <Button variant="filled" data-autofocus onClick={close}>
          {text.close}
        </Button>
      </div>
    </>
  );
}

/** Hands over what an authority may ask for: for whom, as of when, and one button. */
export function EvidenceDialog() {
  const workspace = useWorkspace().data;
  const verification = useVerification().data;
  const [profile, setProfile] = useState<PackProfile>('authority');
  const [asOf, setAsOf] = useState('');
  const [written, setWritten] = useState<Written | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setError(null);
    setBusy(true);
    try {
      setWritten(await writePack(profile, asOf, workspace?.organisation ?? ''));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={text.title} size={640}>
      {error !== null && <FailureNotice error={error} />}
      {written === null ? (
        <>
          <p className={styles.words}>{text.what}</p>
          {verification?.ok === false && <Notice tone="block">{text.broken}</Notice>}
          <div className={styles.fields}>
            <Select
              label={text.profile}
              data={packProfiles.map((value) => ({ value, label: text.profiles[value] }))}
              value={profile}
              allowDeselect={false}
              onChange={(value) => setProfile(value ?? 'authority')}
            />
            <TextInput
              type="date"
              label={text.asOf}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              description={text.asOfHelp}
              value={asOf}
              onChange={(event) => setAsOf(event.currentTarget.value)}
            />
          </div>
          <div className={styles.buttons}>
            <Button variant="filled" data-autofocus loading={busy} onClick={() => void run()}>
              {commandsText['evidence.export']}
            </Button>
          </div>
        </>
      ) : (
        <Done written={written} onAnother={() => setWritten(null)} />
      )}
    </Modal>
  );
}
