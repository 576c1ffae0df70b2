import { Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { engine } from '#renderer/client/connection.ts';
import { keepOfDataset } from '#renderer/client/keep-of-dataset.ts';
import { keys } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { maskText } from '#renderer/design/mask-text.ts';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './live.module.css';

const text = recipeText.preview;
interface Cell {
  text: string | null;
  masked: boolean;
}
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
  const { before, after } = data;
  const target = new Map(after.columns.map((name, at) => [name, at]));
  const lines = before.columns.map((name, at) => {
    const to = target.get(name);
    const cells = before.rows.map((row, number) => ({
      old: row[at]!,
      fresh: to === undefined ? null : (after.rows[number]?.[to] ?? null),
    }));
    return {
      name,
      dropped: to === undefined,
      cells,
      changed: to === undefined || cells.some(({ old, fresh }) => fresh !== null && old.text !== fresh.text),
    };
  });
  // What became something else is looked at first; of a dropped column there is only one thing to say.
  const wanted = lines
    .filter(({ changed }) => changed || !onlyChanged)
    .toSorted((a, b) => Number(a.dropped) - Number(b.dropped));
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <p className={styles.soft}>{text.why}</p>
        <Checkbox
          label={text.only}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
      </div>
      <div className={styles.previewScroll} tabIndex={0} role="group" aria-label={text.table}>
        <table className={styles.previewTable}>
          <thead>
            <tr>
              <th scope="col">{text.column}</th>
              {before.rows.map((_, at) => (
                <th key={at} scope="col">
                  {text.row(at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {wanted.slice(0, most).map(({ name, dropped, cells, changed }, line) => (
              <tr key={line} data-dropped={dropped || undefined}>
                <th scope="row" title={name.slice(0, 500)}>
                  <span>{name.slice(0, 100)}</span>
                  {dropped && <em>{text.dropped}</em>}
                </th>
                {cells.map(({ old, fresh }, at) => (
                  <td key={at}>
                    {changed ? (
                      <>
                        <span className="sr-only">{text.before}: </span>
                        <Value cell={old} old />
                      </>
                    ) : (
                      <Value cell={old} />
                    )}
                    {!dropped && changed && fresh && (
                      <>
                        <span className="sr-only"> {text.after}: </span>
                        <Value cell={fresh} />
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {wanted.length > most && (
          <Button variant="subtle" onClick={() => setMost(most + linesShown)}>
            {text.moreLines(Math.min(linesShown, wanted.length - most), wanted.length)}
          </Button>
        )}
      </div>
    </div>
  );
}
