import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RetentionLine, RetentionRan, RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionWindowText as text } from '#shared/text/window/retention.ts';
import { LineDeeds, type LineWish } from './line-deeds.tsx';
import { lineKey } from './use-retention.ts';
import styles from './retention.module.css';

const words = text.timeline;

/** A number with its bar; all bars of a line on one scale. */
function NumberCell({ value, most, className }: { value: number; most: number; className?: string | undefined }) {
  return (
    <td className={`${styles.number} ${className ?? ''}`}>
      {words.cell(value)}
      {value > 0 && (
        <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect x={100 - (value / most) * 100} width={(value / most) * 100} height="4" />
        </svg>
      )}
    </td>
  );
}

/** Why a line goes by these dates, what holds it, which rows have none. */
function Details({ line, span }: { line: RetentionLine; span: number }) {
  return (
    <tr>
      <td colSpan={span} className={styles.under}>
        <ul className={styles.told}>
          {line.told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {line.holds.length > 0 && <li>{words.hold(line.holds)}</li>}
          {line.undated > 0 && <li>{words.undatedRows(line.undatedRows, line.undated)}</li>}
        </ul>
      </td>
    </tr>
  );
}

interface LineProps {
  line: RetentionLine;
  rehearsed: RetentionRan['lines'][number] | undefined;
  mayApprove: boolean;
  onWish(wish: LineWish): void;
}

function Line({ line, rehearsed, mayApprove, onWish }: LineProps) {
  const [open, setOpen] = useState(false);
  const { over, months, later, undated, duration, grace, state } = line;
  const most = Math.max(1, over, later, ...months);
  const isPlain = !open && rehearsed === undefined;
  const isHeld = state === 'held';
  return (
    <>
      <tr className={isPlain ? undefined : styles.main} data-state={state}>
        <th scope="row" className={styles.what}>
          {line.title}
          <div className={styles.soft}>
            <bdi>{words.of(line)}</bdi>
          </div>
          <div className={duration === null ? styles.isOpen : styles.soft}>
            {words.period(duration, grace)}
            {isHeld && `, ${words.states.held}`}
          </div>
        </th>
        <NumberCell value={over} most={most} className={`${styles.over} ${over > line.held ? styles.isOver : ''}`} />
        {months.map((ends, at) => (
          <NumberCell key={at} value={ends} most={most} />
        ))}
        <NumberCell value={later} most={most} />
        <td className={`${styles.number} ${undated > 0 ? styles.isOpen : ''}`}>{words.cell(undated)}</td>
        <td className={styles.deed}>
          <LineDeeds line={line} rehearsed={rehearsed} mayApprove={mayApprove} onWish={onWish} />
          <div>
            <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
              {words.details}
            </Button>
          </div>
        </td>
      </tr>
      {rehearsed !== undefined && (
        <tr className={open ? styles.main : undefined}>
          <td colSpan={months.length + 5} className={styles.under}>
            <span role="status">{text.rehearsed(rehearsed)}</span>
          </td>
        </tr>
      )}
      {open && <Details line={line} span={months.length + 5} />}
    </>
  );
}

interface Props {
  timeline: RetentionTimeline;
  rehearsed: ReadonlyMap<string, RetentionRan['lines'][number]>;
  mayApprove: boolean;
  onWish(wish: LineWish): void;
}

/** What expires when: a line for each rule on each dataset, today’s line between what is over and what is to come. */
export function TimelineTable({ timeline: { months, lines }, rehearsed, mayApprove, onWish }: Props) {
  return (
    <table className={styles.timeline} aria-label={words.label}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col" className={`${styles.number} ${styles.over}`}>
            {words.over}
          </th>
          {months.map((month) => (
            <th key={month} scope="col" className={styles.number} aria-label={words.monthInFull(month)}>
              {words.month(month)}
            </th>
          ))}
          <th scope="col" className={styles.number}>
            {words.later}
          </th>
          <th scope="col" className={styles.number}>
            {words.undated}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line
            key={lineKey(line)}
            line={line}
            rehearsed={rehearsed.get(lineKey(line))}
            mayApprove={mayApprove}
            onWish={onWish}
          />
        ))}
      </tbody>
    </table>
  );
}
