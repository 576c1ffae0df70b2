import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { FileGrant } from '#shared/contract/bridge.ts';
import {
  registerLayouts,
  type ImportedRegisterReport,
  type OnImportingAgain,
} from '#shared/contract/register-files.ts';
import type { GivenColumn } from '#shared/domain/import-field.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Working } from '#renderer/design/working.tsx';
import { showRegisterTab } from '#renderer/state/register-place.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';
import { showDialog } from '../dialog-state.ts';
import { ImportReport } from './import-report.tsx';
import styles from './register-files.module.css';

const text = registerFilesWindowText.import;

type Layout = (typeof registerLayouts)[number] | 'found';
const layouts: Layout[] = ['found', ...registerLayouts];
const close = (): void => showDialog(null);

/** A file, what was found in it, and what is done with what the register has already. */
interface Seen {
  file: FileGrant;
  report: ImportedRegisterReport;
  again: OnImportingAgain;
  columns: GivenColumn[];
}

/** Saves the report as a table where the person says. */
async function saveReport({ fileName, sha256 }: ImportedRegisterReport): Promise<void> {
  const grant = await window.custos.requestSave({ kind: 'register', suggestedName: text.reportName(fileName) });
  if (!grant) return;
  const saved = await engine.registerFiles.saveReport({ grantId: grant.grantId, sha256 });
  notifyDone(text.reportSaved(saved.fileName));
}

/** Work of the dialog: one job at a time, and what went wrong. */
function useWork() {
  const [job, setJob] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const work = async (act: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await act();
    } catch (failure) {
      setError(failure);
    } finally {
      setJob(null);
    }
  };
  /** Looks at the file, or takes it in. @returns null where that was cancelled */
  const run = (
    { grantId, fileName }: FileGrant,
    how: { layout: Layout; again: OnImportingAgain; columns: GivenColumn[]; sha256?: string },
  ): Promise<ImportedRegisterReport | null> => {
    const { layout, again, columns, sha256 } = how;
    const name = sha256 === undefined ? text.looking(fileName) : text.taking(fileName);
    setJob(name);
    return runJob(name, () =>
      engine.registerFiles.import({
        grantId,
        again,
        columns,
        preview: sha256 === undefined,
        ...(layout === 'found' ? {} : { layout }),
        ...(sha256 === undefined ? {} : { sha256 }),
      }),
    );
  };
  return { job, error, work, run };
}

const draftsOf = ({ drafted, again }: ImportedRegisterReport): number =>
  drafted.length + again.filter(({ did }) => did === 'updated').length;

/** Takes a register in that is kept elsewhere: looked at first, row by row, and only then taken in as drafts. */
export function RegisterImportDialog() {
  const [layout, setLayout] = useState<Layout>('found');
  const [seen, setSeen] = useState<Seen | null>(null);
  const { job, error, work, run } = useWork();
  const look = (file: FileGrant, again: OnImportingAgain, columns: GivenColumn[]): Promise<void> =>
    work(async () => {
      const report = await run(file, { layout, again, columns });
      if (report !== null) setSeen({ file, report, again, columns });
    });
  const choose = async (): Promise<void> => {
    const file = await window.custos.requestOpen({ kind: 'register' });
    if (file) await look(file, 'skip', []);
  };
  const takeIn = ({ file, report, again, columns }: Seen): Promise<void> =>
    work(async () => {
      const done = await run(file, { layout, again, columns, sha256: report.sha256 });
      if (done === null) return;
      setSeen({ file, report: done, again, columns });
      await Promise.all([refreshRecords(), refresh(keys.differences)]);
    });
  const busy = job !== null;
  return (
    <Modal opened onClose={close} title={text.title} size={820}>
      {error !== null && <FailureNotice error={error} />}
      {seen === null ? (
        <>
          <p className={styles.words}>{text.what}</p>
          <Select
            label={text.layout}
            data={layouts.map((value) => ({ value, label: text.layouts[value] }))}
            value={layout}
            allowDeselect={false}
            w={280}
            onChange={(value) => setLayout(value ?? 'found')}
          />
        </>
      ) : (
        <ImportReport
          report={seen.report}
          again={seen.again}
          given={seen.columns}
          busy={busy}
          onAgain={(again) => {
            setSeen({ ...seen, again });
            void look(seen.file, again, seen.columns);
          }}
          onGiven={(columns) => void look(seen.file, seen.again, columns)}
        />
      )}
      {busy ? (
        <Working name={job} />
      ) : (
        <div className={styles.buttons}>
          {seen === null ? (
            <Button variant="filled" data-autofocus onClick={() => void choose()}>
              {text.choose}
            </Button>
          ) : (
            <SeenButtons
              seen={seen}
              onSave={() => void work(() => saveReport(seen.report))}
              onOther={() => void choose()}
              onTakeIn={() => void takeIn(seen)}
            />
          )}
        </div>
      )}
    </Modal>
  );
}

/** What can be done with a file that was looked at, and with one that was taken in. */
function SeenButtons({
  seen: { report },
  onSave,
  onOther,
  onTakeIn,
}: {
  seen: Seen;
  onSave(): void;
  onOther(): void;
  onTakeIn(): void;
}) {
  const drafts = draftsOf(report);
  return (
    <>
      <Button onClick={onSave}>{text.saveReport}</Button>
      <Button onClick={onOther}>{text.other}</Button>
      <span className={styles.grow} />
      {report.preview ? (
        <Button variant="filled" disabled={drafts === 0} onClick={onTakeIn}>
          {text.confirm(drafts)}
        </Button>
      ) : (
        <>
          <Button onClick={close}>{text.close}</Button>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              close();
              showRegisterTab('activities');
              goTo('register');
            }}
          >
            {text.show}
          </Button>
        </>
      )}
    </>
  );
}
