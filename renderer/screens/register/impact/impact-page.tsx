import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { useImpact } from '#renderer/client/impact.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { showRecord, showRegisterTab } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { ImpactAssessed } from '#shared/contract/impact.ts';
import type { RecordStanding } from '#shared/register/impact/impact-document.ts';
import type { FilledField } from '#shared/register/impact/filled.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactDocumentText } from '#shared/text/register/impact-page.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import recordStyles from '../record/record.module.css';
import { EntryChip } from '../form/statement.tsx';
import styles from './impact.module.css';
import { RiskList, type Rating } from './risk-list.tsx';
import { RiskMap } from './risk-map.tsx';
import { SaveAssessment } from './save-assessment.tsx';
import { ScreeningTable, type Answering } from './screening-table.tsx';
import { openFieldMark, TemplateSection } from './template-fields.tsx';

type Begun = 'screening' | 'assessment';

/** Opens the record, and begins it where nobody has. */
async function openRecord(activity: string, record: Begun, there: RecordStanding | null, field?: string) {
  await guarded(async () => {
    const { id, ref } = there ?? (await engine.impact.begin({ activity, record }));
    if (there === null) {
      await refreshRecords();
      notifyDone(text.begun[record](ref));
    }
    showRecord({ kind: record, id, ...(field === undefined ? {} : { field }) });
  });
}

/** Where each record stands, and the way to it: it is sent, reviewed and approved there like any other. */
function RecordButton({ assessed, record, main }: { assessed: ImpactAssessed; record: Begun; main: boolean }) {
  const there = assessed.records[record];
  const { data: workspace } = useWorkspace();
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      disabled={there === null && (workspace?.readOnly ?? true)}
      onClick={() => void openRecord(assessed.activity.id, record, there)}
    >
      {there === null ? text.begin[record] : text.opens(there)}
    </Button>
  );
}

const idOf = (part: string): string => `impact-${part}`;

/** Every part of the page with how much of it is filled; a press goes there. */
function PartStrip({ fields }: { fields: readonly FilledField[] }) {
  const sections = impactText.sections.map((title, section) => {
    const own = fields.filter((field) => field.section === section);
    const filled = own.filter(({ state }) => state === 'filled').length;
    return [String(section), text.parts.section(section, title, filled, own.length)] as const;
  });
  const parts = [
    ['screening', text.parts.screening] as const,
    ...sections.slice(0, 5),
    ['risks', text.parts.risks] as const,
    ...sections.slice(5),
  ];
  return (
    <nav className={styles.parts} aria-label={text.parts.label}>
      {parts.map(([part, label]) => (
        <button
          key={part}
          type="button"
          className={styles.chip}
          onClick={() => document.getElementById(idOf(part))?.scrollIntoView({ block: 'start' })}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

/** Whether it may be written from here: an approved or sent version is gone to. */
const isDraft = (record: RecordStanding | null): boolean =>
  record === null || record.state === 'draft' || record.state === 'returned';

/** The page as it is read: screening, sections 0 to 6, and the risks between them. */
function Assessed({
  assessed,
  onAnswer,
}: {
  assessed: ImpactAssessed;
  onAnswer: ((field: FilledField) => void) | null;
}) {
  const { screening, fields, risks, records, activity, template } = assessed;
  const section = (at: number) => (
    <div key={at} id={idOf(String(at))} className={styles.part}>
      <TemplateSection section={at} fields={fields} onAnswer={onAnswer} />
    </div>
  );
  const { data: workspace } = useWorkspace();
  const there = records.assessment;
  const rating: Rating | null =
    onAnswer === null
      ? null
      : {
          here: isDraft(there),
          activity: activity.id,
          operator: workspace?.operator ?? '',
          elsewhere: () => void openRecord(activity.id, 'assessment', there, 'risks'),
        };
  const answering: Answering | null =
    onAnswer === null
      ? null
      : {
          here: isDraft(records.screening),
          activity: activity.id,
          operator: workspace?.operator ?? '',
          elsewhere: (field) => void openRecord(activity.id, 'screening', records.screening, field),
        };
  return (
    <>
      <PartStrip fields={fields} />
      {assessed.outdatedSince !== null && (
        <Notice tone="warn" action={<EntryChip seq={assessed.outdatedSince} />}>
          {impactDocumentText.outdated(assessed.outdatedSince)}
        </Notice>
      )}
      <Notice>{impactText.consultationNote(template.publishedOn, template.consultationUntil)}</Notice>
      <div id={idOf('screening')} className={styles.part} />
      <Section title={text.screening.title}>
        <p className={styles.result}>{text.screening.result(screening, records.screening)}</p>
        <p className={styles.tally}>{impactText.tally(screening)}</p>
        <ScreeningTable screening={screening} answering={answering} />
      </Section>
      {[0, 1, 2, 3, 4].map(section)}
      <div id={idOf('risks')} className={styles.part} />
      <Section title={text.risks.label} aside={<span className={styles.soft}>{text.risks.count(risks)}</span>}>
        <div className={styles.risks}>
          <RiskMap risks={risks} />
          <RiskList risks={risks} rating={rating} />
        </div>
      </Section>
      {[5, 6].map(section)}
    </>
  );
}

/** The impact assessment of one activity: whether it is needed, what is known of it, what is open, and who answers. */
export function ImpactPage({ activity }: { activity: string }) {
  const found = useImpact(activity);
  const { data: workspace } = useWorkspace();
  const head = useRef<HTMLHeadingElement>(null);
  const loaded = found.data !== undefined;
  useEffect(() => {
    if (loaded) head.current?.focus();
  }, [loaded]);
  const next = (): void => {
    const open = [...document.querySelectorAll<HTMLElement>(`[${openFieldMark}]`)];
    // The one after the one that holds the focus, round from the end to the start.
    open[(open.indexOf(document.activeElement as HTMLElement) + 1) % open.length]?.focus();
  };
  useScreenCommand({ id: 'impact.next-open', label: text.nextOpen, keys: 'F8', run: next });
  if (found.isError)
    return (
      <FailureNotice
        error={found.error}
        onRetry={() => void found.refetch()}
        actions={<Button onClick={() => showRegisterTab('assessments')}>{text.back}</Button>}
      />
    );
  if (found.data === undefined) return <SkeletonRows rows={10} />;
  const assessed = found.data;
  const { activity: about, records, fields, byRegister, byAssessment } = assessed;
  const answer = ({ place }: FilledField): void => {
    if (place.kind === 'assessment') void openRecord(about.id, 'assessment', records.assessment, place.field);
    else if (place.id === null) showRegisterTab(place.kind === 'organisation' ? 'organisation' : 'activities');
    else showRecord({ kind: place.kind, id: place.id, field: place.field });
  };
  return (
    <div className={recordStyles.page}>
      <div className={recordStyles.head}>
        <Button
          variant="subtle"
          leftSection={<ArrowLeft size={14} aria-hidden="true" />}
          onClick={() => showRecord({ kind: 'activity', id: about.id })}
        >
          {text.backTo(about.ref)}
        </Button>
        <h2 ref={head} tabIndex={-1} className={recordStyles.title}>
          {text.title(about.ref, about.name)}
        </h2>
        <span className={recordStyles.grow} />
        <SaveAssessment activity={about.id} name={about.name} />
        <RecordButton assessed={assessed} record="screening" main={records.screening === null} />
        <RecordButton assessed={assessed} record="assessment" main={records.screening !== null} />
      </div>
      <div className={recordStyles.work} tabIndex={0} role="group" aria-label={text.title(about.ref, about.name)}>
        <div className={styles.column}>
          <p className={styles.soft} role="status">
            {text.counts(fields.length, byRegister, byAssessment)}
          </p>
          <Assessed assessed={assessed} onAnswer={(workspace?.readOnly ?? true) ? null : answer} />
        </div>
      </div>
    </div>
  );
}
