import { Radio, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  onImportingAgain,
  type ImportedRegisterReport,
  type OnImportingAgain,
} from '#shared/contract/register-files.ts';
import type { GivenColumn } from '#shared/domain/import-field.ts';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';
import { lostLines, rowLines } from './import-lines.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportList } from './import-list.tsx';
import styles from './register-files.module.css';

const text = registerFilesWindowText.import;

/** What would be done, or was, in sentences. */
function sentencesOf(report: ImportedRegisterReport, lost: number): string[] {
  const { fileName, drafted, again, preview, passedOver } = report;
  const activities = drafted.filter(({ kind }) => kind === 'activity').length;
  const dropped = report.columns.filter(({ why }) => why !== null).length;
  const alike = report.rows.filter(({ became }) => (became?.alike.length ?? 0) > 0).length;
  const many = (did: string): number => again.filter((one) => one.did === did).length;
  return [
    (preview ? text.would : text.did)(fileName, activities, drafted.length - activities),
    ...(many('updated') > 0 ? [text.updated(many('updated'), preview)] : []),
    ...(alike > 0 ? [text.alike(alike)] : []),
    ...(many('left') > 0 ? [text.left(many('left'))] : []),
    ...(many('same') > 0 ? [text.same(many('same'))] : []),
    ...again
      .filter(({ kept, did }) => kept.length > 0 && did === 'updated')
      .map((one) => text.kept(one.ref, one.kind, one.kept)),
    ...(dropped > 0 ? [text.dropped(dropped)] : []),
    ...passedOver.map(({ sheet, rows }) => text.passedOver(sheet, rows)),
    text.noPlace(lost),
  ];
}

/** What becomes of a file: in sentences, and row by row. */
export function ImportReport({
  report,
  again,
  given,
  busy,
  onAgain,
  onGiven,
}: {
  report: ImportedRegisterReport;
  again: OnImportingAgain;
  /** What a person said that columns hold. */
  given: readonly GivenColumn[];
  busy: boolean;
  onAgain(again: OnImportingAgain): void;
  onGiven(given: GivenColumn[]): void;
}) {
  const [view, setView] = useState<'rows' | 'noPlace' | 'columns'>('rows');
  const rows = useMemo(() => rowLines(report), [report]);
  const lost = useMemo(() => lostLines(report), [report]);
  const known = report.again.some(({ kind }) => kind === 'activity');
  return (
    <>
      <ul className={styles.said}>
        {sentencesOf(report, lost.length).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {known && report.preview && (
        <Radio.Group label={text.again} value={again} onChange={(value) => onAgain(value)}>
          <div className={styles.ways}>
            {onImportingAgain.map((way) => (
              <Radio key={way} value={way} label={text.againWays[way]} disabled={busy} />
            ))}
          </div>
        </Radio.Group>
      )}
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={text.view}
          value={view}
          onChange={(value) => setView(value)}
          data={[
            { value: 'rows', label: text.views.rows(rows.length) },
            { value: 'noPlace', label: text.views.noPlace(lost.length) },
            ...(report.columns.length === 0
              ? []
              : [{ value: 'columns' as const, label: text.views.columns(report.columns.length) }]),
          ]}
        />
      </div>
      {view === 'columns' ? (
        <ImportColumns columns={report.columns} given={given} busy={busy} onGiven={report.preview ? onGiven : null} />
      ) : (
        <ImportList
          key={view}
          lines={view === 'rows' ? rows : lost}
          lastColumn={view === 'rows' ? text.columns.becomes : text.columns.why}
        />
      )}
    </>
  );
}
