import { Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { writtenAs } from '#shared/domain/written-as.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { engine } from '#renderer/client/connection.ts';
import { keepOfDataset } from '#renderer/client/keep-of-dataset.ts';
import { keys } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { maskText } from '#renderer/design/mask-text.ts';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './live.module.css';
import { previewLines, type PreviewLine } from './preview-lines.ts';

const text = recipeText.preview;
interface Cell {
  text: string | null;
  masked: boolean;
}
type Line = PreviewLine<Cell>;
const rowsShown = 12;
/** Lines drawn at first, and added by each press of the button. */
const linesShown = 150;
/** Longer texts are cut: a cell can hold megabytes. */
const shown = ({ text: value, masked }: Cell): string =>
  value === null ? '' : masked ? maskText(value) : value.slice(0, 120);

function Value({ cell, old = false }: { cell: Cell; old?: boolean }) {
  if (cell.text === null) return <span className={styles.nothing}>{text.empty}</span>;
  return (
    <span className={old ? styles.old : styles.new} title={cell.masked ? text.masked : shown(cell)}>
      {cell.masked && <VisuallyHidden>{text.masked} </VisuallyHidden>}
      {shown(cell)}
    </span>
  );
}

/** Both are in sight and alike; of masked ones nobody can tell. */
const isSame = (old: Cell, fresh: Cell | null | undefined): boolean =>
  fresh != null && !old.masked && !fresh.masked && old.text === fresh.text;

/** A value before and after; what did not change is shown once. */
function Change({ line, cell: { old, fresh } }: { line: Line; cell: Line['cells'][number] }) {
  if (!line.changed || (!line.dropped && isSame(old, fresh))) return <Value cell={old} />;
  return (
    <>
      <span className="sr-only">{text.before}: </span>
      <Value cell={old} old />
      {!line.dropped && fresh && (
        <>
          <span className="sr-only"> {text.after}: </span>
          <Value cell={fresh} />
        </>
      )}
    </>
  );
}

function Lines({ lines, rows }: { lines: Line[]; rows: number }) {
  return (
    <table className={styles.previewTable}>
      <thead>
        <tr>
          <th scope="col">{text.column}</th>
          {Array.from({ length: rows }, (_, at) => (
            <th key={at} scope="col">
              {text.row(at)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, number) => (
          <tr key={number} data-dropped={line.dropped || undefined}>
            <th scope="row" title={line.name.slice(0, 500)}>
              <span>{line.name.slice(0, 100)}</span>
              {line.dropped && <em>{text.dropped}</em>}
            </th>
            {line.cells.map((cell, at) => (
              <td key={at}>
                <Change line={line} cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One line per column: the same rows before and after, masked as the engine delivers them. */
export function PreviewTable({ datasetId, recipe }: { datasetId: string; recipe: Recipe }) {
  const [most, setMost] = useState(linesShown);
  const [onlyChanged, setOnlyChanged] = useState(true);
  const { data, isError, error, refetch } = useQuery({
    queryKey: [...keys.preview(datasetId), recipe],
    queryFn: ({ signal }) => engine.recipes.preview({ datasetId, recipe, limit: rowsShown }, { signal }),
    placeholderData: keepOfDataset(datasetId),
  });
  if (isError) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={10} />;
  // What became something else is looked at first; of a dropped column there is only one thing to say.
  const as = writtenAs(recipe);
  const wanted = previewLines(data.before, data.after)
    .filter(({ changed }) => changed || !onlyChanged)
    .toSorted((a, b) => Number(a.dropped) - Number(b.dropped));
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <p className={styles.soft}>
          {text.why} {as === 'rows' ? data.notRun.length > 0 && text.notRun(data.notRun) : text.notRows[as]}
        </p>
        <Checkbox
          label={text.only}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
      </div>
      <div className={styles.previewScroll} tabIndex={0} role="group" aria-label={text.table}>
        <Lines lines={wanted.slice(0, most)} rows={data.before.rows.length} />
        {wanted.length > most && (
          <Button variant="subtle" onClick={() => setMost(most + linesShown)}>
            {text.moreLines(Math.min(linesShown, wanted.length - most), wanted.length)}
          </Button>
        )}
      </div>
    </div>
  );
}
