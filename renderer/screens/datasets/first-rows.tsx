import { Switch } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeOptions, SourceColumn } from '#shared/domain/intake.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { maskText } from '#renderer/design/mask-text.ts';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { intakeText } from '#shared/text/window/intake.ts';
import styles from './first-rows.module.css';

const text = intakeText.rows;
type Cell = { text: string | null; masked: boolean };

function Cells({ row }: { row: Cell[] }) {
  return row.map((cell, at) => (
    <td key={at} data-masked={cell.masked || undefined} data-empty={!cell.text || undefined}>
      {!cell.text ? text.empty : cell.masked ? maskText(cell.text) : cell.text.slice(0, 200)}
    </td>
  ));
}

/**
 * Ten rows as they would be imported: whoever chose the file judges by them whether it is read rightly. In clear when
 * asked for.
 */
export function FirstRows({
  grantId,
  options,
  columns,
}: {
  grantId: string;
  options: IntakeOptions;
  columns: SourceColumn[];
}) {
  const [clear, setClear] = useState(false);
  const peek = useQuery({
    queryKey: ['peek', grantId, options, clear],
    queryFn: async ({ signal }) => {
      const found = await engine.datasets.peek({ grantId, options, clear }, { signal });
      if (clear) void refresh(keys.register, keys.verification);
      return found;
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (peek.isError) return <FailureNotice error={peek.error} onRetry={() => void peek.refetch()} />;
  if (peek.isPending) return <SkeletonRows rows={6} label={text.looking} />;
  if (peek.data === null)
    return (
      <Section title={intakeText.columns(columns.length)}>
        <p className={styles.soft}>{text.tooLarge}</p>
      </Section>
    );
  const { rows, columns: shown } = peek.data;
  const toggle = (
    <Switch label={text.clear} checked={clear} onChange={(event) => setClear(event.currentTarget.checked)} />
  );
  return (
    <Section
      title={`${text.title(rows.length)} · ${intakeText.columns(columns.length)}`}
      aside={rows.length > 0 ? toggle : undefined}
    >
      {rows.length === 0 && <p className={styles.soft}>{text.none}</p>}
      {/* A wide table scrolls by itself, also by keyboard. */}
      <div className={styles.frame} tabIndex={0} role="group" aria-label={text.label} aria-busy={peek.isFetching}>
        <table className={styles.table}>
          <thead>
            <tr>
              {shown.map((name, at) => (
                <th key={at} scope="col" title={columns[at]?.header === null ? intakeText.unnamed : name.slice(0, 500)}>
                  <bdi>{name.slice(0, 100)}</bdi>
                </th>
              ))}
              {columns.length > shown.length && <th scope="col">{text.more(columns.length - shown.length)}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <Cells row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > 0 && !clear && (
        <p className={styles.soft}>
          {text.masked} {text.clearHelp}
        </p>
      )}
    </Section>
  );
}
