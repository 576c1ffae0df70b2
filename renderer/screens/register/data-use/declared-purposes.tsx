import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Notice } from '#renderer/design/notice.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { showRecord } from '#renderer/state/register-place.ts';
import type { PurposeOfDataset, TestOfDataset, UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import { compatibilityOutcomeWords, lawfulBasisWords } from '#shared/text/register/options.ts';
import { dataUseText } from '#shared/text/window/data-use.ts';
import styles from './data-use.module.css';

const text = dataUseText.purposes;

function RecordButton({ record }: { record: Pick<PurposeOfDataset, 'kind' | 'id' | 'ref'> }) {
  const { kind, id, ref } = record;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={text.openRecord(ref)}
      onClick={() => showRecord({ kind, id })}
    >
      {ref}
    </Button>
  );
}

function PurposeLine({ purpose, columns }: { purpose: PurposeOfDataset; columns: number }) {
  const { title, basis, justified, state, pending, by } = purpose;
  return (
    <li className={styles.purpose}>
      <RecordButton record={purpose} />
      <span className={styles.title} title={title}>
        {title}
      </span>
      <span>
        {basis === null ? <Pill tone="unstated">{text.noBasis}</Pill> : lawfulBasisWords[basis]}{' '}
        {basis !== null && !justified && <Pill tone="unstated">{text.notJustified}</Pill>}
      </span>
      <span className={styles.soft}>
        {purpose.columns === null ? text.all(columns) : text.some(purpose.columns.length, columns)}
      </span>
      <span>
        <Pill tone={state === 'approved' ? 'quiet' : 'warn'}>{text.state(state)}</Pill>{' '}
        {pending && <Pill tone="warn">{text.pending}</Pill>}
      </span>
      <span className={styles.said}>
        <span className={styles.soft}>{text.saidIn}</span>
        {by.map((record) => (
          <RecordButton key={record.id} record={record} />
        ))}
      </span>
    </li>
  );
}

function TestLine({ test }: { test: TestOfDataset }) {
  const { title, state, outcome, onConsent } = test;
  const words = compatibilityOutcomeWords as Readonly<Record<string, string>>;
  return (
    <li className={styles.purpose}>
      <RecordButton record={test} />
      <span className={styles.title} title={title}>
        {title}
      </span>
      <span>
        {outcome === null ? <Pill tone="unstated">{dataUseText.tests.undecided}</Pill> : (words[outcome] ?? outcome)}{' '}
        {onConsent && <Pill tone="block">{dataUseText.tests.onConsent}</Pill>}
      </span>
      <span />
      <span>
        <Pill tone={state === 'approved' ? 'quiet' : 'warn'}>{text.state(state)}</Pill>
      </span>
      <span />
    </li>
  );
}

/** What one dataset is declared to be for, with its basis and where that is said; and which purposes are being tested. */
export function DeclaredPurposes({
  uses,
  readOnly,
  onDeclare,
}: {
  uses: UsesOfDataset;
  readOnly: boolean;
  /** Null while the form is open already. */
  onDeclare: (() => void) | null;
}) {
  const { name, purposes, tests, columns, unreadable } = uses;
  return (
    <Section
      title={text.title(name)}
      aside={
        <Button
          leftSection={<Plus size={14} aria-hidden="true" />}
          variant={purposes.length === 0 ? 'filled' : 'default'}
          disabled={readOnly || onDeclare === null}
          onClick={onDeclare ?? (() => {})}
        >
          {text.declare}
        </Button>
      }
    >
      {unreadable.length > 0 && <Notice tone="block">{text.unreadable(unreadable)}</Notice>}
      {purposes.length === 0 ? (
        <Notice tone="warn">{text.none(name)}</Notice>
      ) : (
        <ul className={styles.purposes} aria-label={text.list}>
          {purposes.map((purpose) => (
            <PurposeLine key={`${purpose.id} ${purpose.pending}`} purpose={purpose} columns={columns} />
          ))}
        </ul>
      )}
      {tests.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{dataUseText.tests.list}</h3>
          <ul className={styles.purposes} aria-label={dataUseText.tests.list}>
            {tests.map((test) => (
              <TestLine key={test.id} test={test} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
