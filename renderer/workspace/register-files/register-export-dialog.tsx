import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExportedRegister, RegisterFormat } from '#shared/contract/register-files.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Working } from '#renderer/design/working.tsx';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';
import { showDialog } from '../dialog-state.ts';
import { WhereItLies } from '../where-it-lies.tsx';
import styles from './register-files.module.css';

const text = registerFilesWindowText.export;

type Role = 'controller' | 'processor';
interface Choice {
  format: RegisterFormat;
  file: 'xlsx' | 'csv';
  role: Role;
  asOf: string;
  which: 'all' | 'approved';
}

interface Written {
  grantId: string;
  done: ExportedRegister;
}

const close = (): void => showDialog(null);
const isSheet = (format: RegisterFormat): boolean => ['cnil', 'ico', 'dpc'].includes(format);
const optionsOf = <Id extends string>(words: Record<Id, string>) =>
  (Object.keys(words) as Id[]).map((value) => ({ value, label: words[value] }));
const formatsOf = (...ids: RegisterFormat[]) => ids.map((value) => ({ value, label: text.formats[value] }));
const formats = [
  { group: text.groups.authority, items: formatsOf('cnil', 'ico', 'dpc') },
  { group: text.groups.people, items: formatsOf('pdf', 'html') },
  { group: text.groups.programs, items: formatsOf('json', 'jsonld') },
];

/** Asks for the place and writes the register there; null where the person thought better of it. */
async function write(
  { format, file, role, asOf, which }: Choice,
  organisation: string,
  onStart: (job: string) => void,
): Promise<Written | null> {
  const day = asOf === '' ? new Date().toISOString().slice(0, 10) : asOf;
  const ending = isSheet(format) ? file : format;
  const grant = await window.custos.requestSave({
    kind: 'register',
    suggestedName: text.suggested(organisation, day, ending),
  });
  if (!grant) return null;
  const { grantId, fileName } = grant;
  const name = text.job(fileName);
  onStart(name);
  const done = await runJob(name, () =>
    engine.registerFiles.export({
      grantId,
      format,
      role,
      approvedOnly: which === 'approved',
      ...(asOf === '' ? {} : { asOf }),
    }),
  );
  await refresh(keys.register, keys.verification);
  return done === null ? null : { grantId, done };
}

/** What was written, where it lies, and all that it does not say. */
function Done({ written: { grantId, done }, onAnother }: { written: Written; onAnother(): void }) {
  const said = [
    ...(done.drafts > 0 ? [text.done.drafts(done.drafts)] : []),
    ...(done.retired.length > 0 ? [text.done.retired(done.retired)] : []),
    ...(done.otherRole.length > 0 ? [text.other(done.otherRole)] : []),
    ...done.leftOut.map(({ kind, path, refs }) => text.done.leftOut(kind, path, refs)),
    ...(done.missingSigns.length > 0 ? [text.done.missingSigns(done.missingSigns.length)] : []),
  ];
  return (
    <>
      <WhereItLies grantId={grantId} fileName={done.fileName} />
      <p className={styles.words}>{text.done.written(done.fileName, done.activities)}</p>
      {said.length > 0 && (
        <ul className={styles.said}>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button onClick={onAnother}>{text.another}</Button>
        <Button variant="filled" data-autofocus onClick={close}>
          {text.close}
        </Button>
      </div>
    </>
  );
}

function Choices({ choice, onChange }: { choice: Choice; onChange(part: Partial<Choice>): void }) {
  const { format, file, role, asOf, which } = choice;
  return (
    <div className={styles.fields}>
      <Select
        label={text.format}
        data={formats}
        value={format}
        allowDeselect={false}
        onChange={(value) => onChange({ format: value ?? 'pdf' })}
      />
      <Select
        label={text.which}
        data={optionsOf(text.whichOnes)}
        value={which}
        allowDeselect={false}
        onChange={(value) => onChange({ which: value ?? 'all' })}
      />
      {isSheet(format) && (
        <Select
          label={text.file}
          data={optionsOf(text.files)}
          value={file}
          allowDeselect={false}
          onChange={(value) => onChange({ file: value ?? 'xlsx' })}
        />
      )}
      {isSheet(format) && file === 'csv' && (
        <Select
          label={text.role}
          data={optionsOf(text.roles)}
          value={role}
          allowDeselect={false}
          onChange={(value) => onChange({ role: value ?? 'controller' })}
        />
      )}
      <TextInput
        type="date"
        label={text.asOf}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={text.asOfHelp}
        value={asOf}
        onChange={({ currentTarget }) => onChange({ asOf: currentTarget.value })}
      />
    </div>
  );
}

/** Hands the register out: as what, as of when, and one button. */
export function RegisterExportDialog() {
  const workspace = useWorkspace().data;
  const [choice, setChoice] = useState<Choice>({
    format: 'ico',
    file: 'xlsx',
    role: 'controller',
    asOf: '',
    which: 'all',
  });
  const [written, setWritten] = useState<Written | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [job, setJob] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    setError(null);
    try {
      setWritten(await write(choice, workspace?.organisation ?? '', setJob));
    } catch (failure) {
      setError(failure);
    } finally {
      setJob(null);
    }
  };
  return (
    <Modal opened onClose={close} title={text.title} size={640}>
      {error !== null && <FailureNotice error={error} />}
      {written === null ? (
        <>
          <p className={styles.words}>{text.what}</p>
          <Choices choice={choice} onChange={(part) => setChoice((now) => ({ ...now, ...part }))} />
          {job === null ? (
            <div className={styles.buttons}>
              <Button variant="filled" data-autofocus onClick={() => void run()}>
                {text.confirm}
              </Button>
            </div>
          ) : (
            <Working name={job} />
          )}
        </>
      ) : (
        <Done written={written} onAnother={() => setWritten(null)} />
      )}
    </Modal>
  );
}
