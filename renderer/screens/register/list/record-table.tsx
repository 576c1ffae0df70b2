import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { Pill, type Tone } from '#renderer/design/pill.tsx';
import { showRecord } from '#renderer/state/register-place.ts';
import type { RecordSummary } from '#shared/contract/records.ts';
import type { Comparison } from '#shared/register/compare/difference.ts';
import { isAnswered } from '#shared/register/minimum.ts';
import { listed } from '#shared/text/numbers.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { fieldWords, kindWords, optionWords } from '../form/field-words.ts';
import styles from './list.module.css';
import { differencesOf, openOf } from './record-order.ts';

const text = recordsText.list;
const rowHeight = 32;
const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface Column {
  id: keyof typeof text.columns;
  /** Width in the grid of a row. */
  width: string;
  cell(record: RecordSummary): ReactNode;
}

const stateTone = ({ state, unreadable }: RecordSummary): Tone =>
  unreadable ? 'block' : state === 'approved' ? 'quiet' : state === 'retired' ? 'quiet' : 'warn';

const state: Column = {
  id: 'state',
  width: 'minmax(150px, 1fr)',
  cell: (record) =>
    record.unreadable ? (
      <Pill tone="block">{text.unreadable}</Pill>
    ) : (
      <span className={styles.states}>
        {[record, ...record.beside].map((version) => (
          <Pill key={`${version.version} ${version.state}`} tone={stateTone({ ...record, state: version.state })}>
            {text.state(version.state, version.version, version.savedBy)}
          </Pill>
        ))}
      </span>
    ),
};

const cells: Column = {
  id: 'cells',
  width: '72px',
  cell: ({ minimum }) =>
    minimum === null ? '' : text.cells(minimum.cells.filter(isAnswered).length, minimum.cells.length),
};

const basis: Column = {
  id: 'basis',
  width: 'minmax(96px, 0.8fr)',
  cell: ({ bases }) =>
    bases.length === 0 ? (
      <Pill tone="unstated">{text.noBasis}</Pill>
    ) : (
      listed(bases.map((id) => optionWords(fieldWords('purpose', 'basis'), id)))
    ),
};

const open: Column = { id: 'open', width: '80px', cell: (record) => text.openFields(openOf(record)) };
const kind: Column = { id: 'kind', width: 'minmax(110px, 0.7fr)', cell: (record) => kindWords(record.kind).one };
/** Declared against observed; until it is compared nothing is known, and that is said. */
function DataSay({ record, comparison }: { record: RecordSummary; comparison: Comparison | undefined }) {
  const { namesData } = record;
  const many = differencesOf(comparison, record);
  if (many > 0) return <Pill tone="block">{text.differences(many)}</Pill>;
  if (comparison === undefined || !namesData) return <Pill tone="unstated">{text.notCompared}</Pill>;
  return comparison.notJudged.length > 0 ? text.noneAsFarAsJudged : text.noDifference;
}

const dataSay = (comparison: Comparison | undefined): Column => ({
  id: 'data',
  width: '130px',
  cell: (record) => <DataSay record={record} comparison={comparison} />,
});

/** The columns of a list: of activities with their cells, of others with what is open. */
function columnsFor(records: readonly RecordSummary[], comparison: Comparison | undefined): Column[] {
  const kinds = new Set(records.map((record) => record.kind));
  if (kinds.has('activity')) return [basis, cells, dataSay(comparison), state];
  return [...(kinds.size > 1 ? [kind] : []), open, state];
}

interface RowProps {
  record: RecordSummary;
  /** Its place in the whole list. */
  at: number;
  columns: readonly Column[];
  style: CSSProperties;
  /** Whether Tab reaches it. */
  reached: boolean;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One record; its name opens it. */
function RecordRow({ record, at, columns, style, reached, onFocus, onKeyDown }: RowProps) {
  return (
    <div role="row" aria-rowindex={at + 2} className={styles.row} style={style}>
      <span role="cell" className={styles.ref}>
        {record.ref}
      </span>
      <span role="cell" className={styles.cell}>
        <button
          type="button"
          data-at={at}
          tabIndex={reached ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          className={styles.open}
          onClick={() => showRecord({ kind: record.kind, id: record.id })}
        >
          {record.title || text.unnamed}
        </button>
      </span>
      {columns.map(({ id, cell }) => (
        <span key={id} role="cell" className={styles.cell}>
          {cell(record)}
        </span>
      ))}
    </div>
  );
}

/** Records as a table of which only the rows in sight are drawn; arrows move, Enter opens. */
export function RecordTable({
  records,
  label,
  comparison,
}: {
  records: readonly RecordSummary[];
  label: string;
  /** Of activities: what the data show against what the register says, once it is known. */
  comparison: Comparison | undefined;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const columns = columnsFor(records, comparison);
  const template = `84px minmax(180px, 1.6fr) ${columns.map(({ width }) => width).join(' ')}`;
  /** The row that Tab reaches: the one that was left, else the first in sight. */
  const [current, setCurrent] = useState(0);
  const drawn = rows.getVirtualItems();
  const reached = drawn.some(({ index }) => index === current) ? current : (drawn[0]?.index ?? 0);
  const focus = (at: number): void => {
    rows.scrollToIndex(at);
    // The row is drawn with the next frame.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = Number((event.target as HTMLElement).dataset.at ?? -1);
    focus(Math.max(0, Math.min(records.length - 1, at + step)));
  };
  return (
    <div className={styles.table} role="table" aria-label={label} aria-rowcount={records.length + 1}>
      <div role="rowgroup">
        <div role="row" className={styles.head} style={{ gridTemplateColumns: template }}>
          <span role="columnheader">{text.columns.ref}</span>
          <span role="columnheader">{text.columns.name}</span>
          {columns.map(({ id }) => (
            <span key={id} role="columnheader">
              {text.columns[id]}
            </span>
          ))}
        </div>
      </div>
      <div ref={scroller} role="rowgroup" className={styles.body}>
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {drawn.map(({ index, start }) => (
            <RecordRow
              key={records[index]!.id}
              record={records[index]!}
              at={index}
              columns={columns}
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              reached={index === reached}
              onFocus={() => setCurrent(index)}
              onKeyDown={onKeyDown}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
