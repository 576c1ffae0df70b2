import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, CircleHelp, Minus } from 'lucide-react';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import type { ColumnMark } from '#shared/domain/shown-class.ts';
import {
  isPrefilled,
  type NecessityCell,
  type NecessityMatrix,
  type NecessityRow,
} from '#shared/register/minimisation/necessity-matrix.ts';
import { dataUseText } from '#shared/text/window/data-use.ts';
import { between, type ChosenCells } from './chosen-cells.ts';
import styles from './data-use.module.css';

const text = dataUseText.matrix;
const rowHeight = 32;
const nameWidth = 220;
const purposeWidth = 240;
const icons = { needed: Check, 'not-needed': Minus, open: CircleHelp };
/** Rows and columns that a key goes. */
const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [15, 0],
  PageUp: [-15, 0],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
};

/** A cell as a screen reader says it. */
const spoken = (cell: NecessityCell): string =>
  [
    text.need[cell.need],
    ...(cell.why === '' ? [] : [cell.why]),
    cell.from.by === 'purpose' ? (cell.need === 'open' ? '' : text.prefilled) : cell.from.ref,
    cell.drafted === undefined ? '' : text.draft(cell.drafted.need),
  ]
    .filter(Boolean)
    .join(', ');

function CellFace({ cell }: { cell: NecessityCell }) {
  const Icon = icons[cell.need];
  return (
    <span
      aria-hidden="true"
      className={styles.face}
      data-need={cell.need}
      data-prefilled={isPrefilled(cell) || undefined}
    >
      <Icon size={13} />
      <span className={styles.word}>
        {isPrefilled(cell) && <span className={styles.generated}>◇ </span>}
        {text.need[cell.need]}
      </span>
      {cell.drafted !== undefined && <Pill tone="warn">{text.draft(cell.drafted.need)}</Pill>}
      <span className={styles.why} title={cell.why}>
        {cell.why}
      </span>
    </span>
  );
}

interface Props {
  label: string;
  matrix: NecessityMatrix;
  rows: readonly NecessityRow[];
  classes: ReadonlyMap<string, ColumnMark>;
  chosen: ChosenCells | null;
  onChoose(cells: ChosenCells): void;
  /** Somebody wants to write the decision of what is chosen. */
  onDecide(): void;
  onTakeOver(): void;
}

/** Where the keyboard is, and from where it chooses several cells. */
function usePlace({ rows, matrix, onChoose, onDecide, onTakeOver }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const choose = (row: number, column: number, several: boolean): void => {
    const from = several && column === at.column ? anchor : row;
    setAt({ row, column });
    setAnchor(from);
    onChoose({ purpose: matrix.purposes[column]!.id, columns: between(rows, from, row) });
  };
  const go = (row: number, column: number, several: boolean): void => {
    const [toRow, toColumn] = [
      Math.max(0, Math.min(rows.length - 1, row)),
      Math.max(0, Math.min(matrix.purposes.length - 1, column)),
    ];
    choose(toRow, toColumn, several);
    virtual.scrollToIndex(toRow);
    // The row is drawn with the next frame.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${toRow}"][data-column="${toColumn}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { row, column } = event.currentTarget.dataset;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    if (step !== undefined) go(Number(row) + step[0], Number(column) + step[1], event.shiftKey);
    else if (event.key === 'Enter') onDecide();
    else if (event.key === 't') onTakeOver();
    else if (event.key === ' ') choose(Number(row), Number(column), event.shiftKey);
    else return;
    event.preventDefault();
  };
  const onClick = ({ currentTarget, shiftKey }: MouseEvent<HTMLElement>): void =>
    choose(Number(currentTarget.dataset.row), Number(currentTarget.dataset.column), shiftKey);
  return { scroller, virtual, at, onKeyDown, onClick };
}

/** Purposes with how the columns stand for each; a press chooses all of them. */
function GridHead({
  matrix,
  rows,
  template,
  onChoose,
}: Pick<Props, 'matrix' | 'rows' | 'onChoose'> & { template: CSSProperties }) {
  return (
    <div role="row" aria-rowindex={1} className={styles.head} style={template}>
      <span role="columnheader" aria-colindex={1} className={styles.columnHead}>
        {text.column}
      </span>
      {matrix.purposes.map(({ id, title }, column) => (
        <span key={id} role="columnheader" aria-colindex={column + 2} className={styles.purposeHead}>
          <button
            type="button"
            className={styles.headButton}
            title={title}
            aria-label={text.head(title, rows.length)}
            onClick={() => onChoose({ purpose: id, columns: rows.map((row) => row.column) })}
          >
            {title}
          </button>
          <span className={styles.counts}>{countsOf(matrix, column)}</span>
        </span>
      ))}
    </div>
  );
}

/** Purposes over columns as a grid of which only the rows in sight are drawn. */
export function NecessityGrid(props: Props) {
  const { label, matrix, rows, classes, chosen, onChoose } = props;
  const { purposes } = matrix;
  const { scroller, virtual, at, onKeyDown, onClick } = usePlace(props);
  const drawn = virtual.getVirtualItems();
  // Tab reaches the cell that was left, else the first in sight.
  const reached = drawn.some(({ index }) => index === at.row) ? at.row : (drawn[0]?.index ?? 0);
  const template = {
    gridTemplateColumns: `${nameWidth}px repeat(${purposes.length}, minmax(${purposeWidth}px, 1fr))`,
    minWidth: nameWidth + purposes.length * purposeWidth,
  };
  const chosenColumns = new Set(chosen?.columns);
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={purposes.length + 1}
      aria-multiselectable="true"
    >
      <GridHead matrix={matrix} rows={rows} template={template} onChoose={onChoose} />
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const { column: name, cells } = rows[index]!;
          const shown = classes.get(name);
          return (
            <div
              key={name}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              style={{ ...template, transform: `translateY(${start}px)` }}
            >
              <span role="rowheader" aria-colindex={1} className={styles.name} title={name.slice(0, 500)}>
                {shown !== undefined && <ClassBadge of={shown} short />}
                <bdi>{name.slice(0, 200)}</bdi>
              </span>
              {cells.map((cell, column) => (
                <span
                  key={cell.purpose}
                  role="gridcell"
                  aria-colindex={column + 2}
                  aria-selected={chosen?.purpose === cell.purpose && chosenColumns.has(name)}
                  data-row={index}
                  data-column={column}
                  tabIndex={index === reached && column === at.column ? 0 : -1}
                  className={styles.cell}
                  onKeyDown={onKeyDown}
                  onClick={onClick}
                >
                  <span className="sr-only">
                    {text.cell(name.slice(0, 200), purposes[column]!.title, spoken(cell))}
                  </span>
                  <CellFace cell={cell} />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** How the columns of the dataset stand for one purpose. */
function countsOf({ rows }: NecessityMatrix, column: number): string {
  const many = (need: NecessityCell['need']): number => rows.filter(({ cells }) => cells[column]?.need === need).length;
  return text.counts(many('needed'), many('not-needed'), many('open'));
}
