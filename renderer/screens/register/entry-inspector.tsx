import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import type { GuardState, GuardVerdict } from '#shared/domain/guardrail.ts';
import { recordKindIds } from '#shared/register/record-kinds/index.ts';
import { count, listed, moment } from '#shared/text/numbers.ts';
import { registerText as text } from '#shared/text/window/register.ts';
import { ToldButtons } from '#renderer/elsewhere/told-buttons.tsx';
import styles from './entry-inspector.module.css';
import { fieldWords, kindWords } from './form/field-words.ts';

const shortList = (names: string[]): string =>
  names.length <= 3 ? listed(names) : text.detail.decisions(names.length);
const isHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value);
const isId = (value: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const isMoment = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(value);

type Fact = readonly [key: string, value: unknown];

/** What only programs tell things apart by; names of it stand in the sentence. */
const isForPrograms = ([key, value]: Fact): boolean =>
  key === 'keyId' || (typeof value === 'string' && (isHash(value) || isId(value)));

/** A kind of record and its fields by what people call them; all else as it is. */
function inWords([key, value]: Fact, recordKind: unknown): Fact {
  const kind = recordKindIds.find((id) => id === recordKind);
  if (kind === undefined) return [key, value];
  if (key === 'recordKind') return [key, kindWords(kind).one];
  if ((key !== 'fields' && key !== 'takenOver') || !Array.isArray(value)) return [key, value];
  return [key, value.map((field) => fieldWords(kind, String(field)).label)];
}

function Value({ value }: { value: unknown }): ReactNode {
  if (value === null || value === '') return '—';
  if (typeof value === 'number') return count(value);
  if (typeof value === 'boolean') return value ? text.detail.yes : text.detail.no;
  if (typeof value === 'string') {
    if (isMoment(value)) return moment(value);
    return isHash(value) || isId(value) ? <span className={styles.hash}>{value}</span> : value;
  }
  if (Array.isArray(value) && value.length === 0) return '—';
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? (
      listed(value)
    ) : (
      <Items items={value as Record<string, unknown>[]} />
    );
  return Object.entries(value as Record<string, unknown>)
    .map(([key, item]) => `${text.fact(key)}: ${String(item)}`)
    .join(', ');
}

/** A list inside a payload: guardrail answers with their verdict, decisions by column. */
function Items({ items }: { items: Record<string, unknown>[] }) {
  return (
    <ul className={styles.items}>
      {items.map((item, at) => (
        <li key={`${String(item.id ?? item.column ?? '')}-${at}`}>
          {typeof item.verdict === 'string' ? (
            <>
              <Verdict verdict={item.verdict as GuardVerdict} state={item.state as GuardState | undefined} />{' '}
              {String(item.id)}
              {Array.isArray(item.columns) && item.columns.length > 0 ? `: ${shortList(item.columns as string[])}` : ''}
            </>
          ) : (
            Object.values(item)
              .filter((part) => part !== null && part !== '')
              .map(String)
              .join(' · ')
          )}
        </li>
      ))}
    </ul>
  );
}

/** One entry, whole: in words, with the hashes that hold it in its place. */
export function EntryInspector({ seq }: { seq: number }) {
  const entry = useQuery({ queryKey: [...keys.register, 'entry', seq], queryFn: () => engine.register.get({ seq }) });
  if (entry.isError)
    return (
      <Inspector>
        <FailureNotice error={entry.error} onRetry={() => void entry.refetch()} />
      </Inspector>
    );
  if (!entry.data)
    return (
      <Inspector>
        <SkeletonRows rows={6} />
      </Inspector>
    );
  const { kind, ts, clock, actor, subjectRef, about, payload, leafHash, prevHash, sentence } = entry.data;
  const said = payload !== null && typeof payload === 'object' ? (payload as Record<string, unknown>) : {};
  const all = Object.entries(said).map((fact) => inWords(fact, said.recordKind));
  const facts = all.filter((fact) => !isForPrograms(fact));
  const named = about ?? (typeof said.ref === 'string' ? said.ref : null);
  return (
    <Inspector>
      <Section title={text.kind(kind)}>
        <p className={styles.soft}>{text.detail.heading(seq)}</p>
        <p className={styles.sentence}>{sentence}</p>
        <Facts
          items={[
            { label: text.detail.when, value: moment(ts) },
            ...(clock !== undefined && clock < ts ? [{ label: text.detail.clock, value: moment(clock) }] : []),
            { label: text.detail.who, value: actor },
            { label: text.detail.about, value: named },
          ]}
        />
        {kind === 'elsewhere.told' && typeof said.releaseId === 'string' && (
          <ToldButtons releaseId={said.releaseId} entry={seq} />
        )}
      </Section>
      <Section title={text.detail.payload}>
        <Facts
          items={facts.map(([key, value]) => ({
            label: text.fact(key),
            value: <Value value={value} />,
            numeric: typeof value === 'number',
          }))}
        />
      </Section>
      <details className={styles.fold}>
        <summary>{text.detail.proof}</summary>
        <Facts
          items={[
            { label: text.detail.subject, value: <span className={styles.hash}>{subjectRef}</span> },
            ...all
              .filter(isForPrograms)
              .map(([key, value]) => ({ label: text.fact(key), value: <Value value={value} /> })),
            { label: text.detail.leaf, value: <span className={styles.hash}>{leafHash}</span> },
            { label: text.detail.previous, value: <span className={styles.hash}>{prevHash}</span> },
          ]}
        />
      </details>
    </Inspector>
  );
}
