import { ChevronRight } from 'lucide-react';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import type { PrinciplesShown } from '#shared/contract/principles.ts';
import { principleStates } from '#shared/text/principles.ts';
import { principlesText as text } from '#shared/text/window/principles.ts';
import { Verdict } from '#renderer/design/verdict.tsx';
import { goToPlace } from './go-to-place.ts';
import { nextSteps, type NextStep } from './next-steps.ts';
import styles from './principles.module.css';

/** A cell of the matrix: a control, for a dataset or (null) the workspace. */
export interface ChosenCell {
  control: string;
  dataset: string | null;
}

const sameCell = (a: ChosenCell | null, b: ChosenCell): boolean =>
  a !== null && a.control === b.control && a.dataset === b.dataset;

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell; one of them is in the order of the tab key. */
function useArrows() {
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = steps[event.key];
    const cell = event.currentTarget.closest('td');
    const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
    if (step === undefined || !cell || !row || table.current === null) return;
    const next = table.current.rows[row.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
    const button = next?.querySelector<HTMLButtonElement>('button[data-cell]');
    if (!button) return;
    event.preventDefault();
    button.focus();
  };
  return { table, onKeyDown };
}

/** What to do next, one press to where it is done; the same words stand once. */
function Next({ step }: { step: NextStep | undefined }) {
  if (step === undefined) return text.nothing;
  if ('as' in step) return text.asAbove(step.as);
  const { fix, place } = step.check;
  if (place === null) return fix;
  return (
    <button type="button" className={styles.go} onClick={() => goToPlace(place)}>
      {fix}
      <ChevronRight size={13} aria-hidden="true" className={styles.arrow} />
    </button>
  );
}

/** Rows are the principles and rules, columns the workspace and datasets; a cell says its state in a word. */
export function PrinciplesMatrix({
  found,
  datasets,
  chosen,
  onChoose,
}: {
  found: PrinciplesShown;
  datasets: PrinciplesShown['datasets'];
  chosen: ChosenCell | null;
  onChoose(cell: ChosenCell): void;
}) {
  const { table, onKeyDown } = useArrows();
  const steps = useMemo(() => nextSteps(found), [found]);
  const columns: { dataset: string | null; name: string }[] = [
    { dataset: null, name: text.workspace },
    ...datasets.map(({ id, name }) => ({ dataset: id, name })),
  ];
  return (
    <table ref={table} className={styles.matrix} aria-label={text.label}>
      <thead>
        <tr>
          <th scope="col">{text.control}</th>
          {columns.map(({ dataset, name }) => (
            <th key={dataset ?? ''} scope="col" className={styles.name} title={name}>
              <bdi>{name}</bdi>
            </th>
          ))}
          <th scope="col">{text.next}</th>
        </tr>
      </thead>
      <tbody>
        {found.controls.map(({ id, title }, row) => (
          <tr key={id}>
            <th scope="row">
              <span className={styles.id}>{id}</span> {title}
            </th>
            {columns.map(({ dataset, name }, column) => {
              const cell = found.cells.find((each) => each.control === id && each.dataset === dataset);
              const here = { control: id, dataset };
              const first = chosen === null ? row === 0 && column === 0 : sameCell(chosen, here);
              return (
                <td key={dataset ?? ''}>
                  <button
                    type="button"
                    data-cell
                    className={styles.cell}
                    tabIndex={first ? 0 : -1}
                    aria-pressed={sameCell(chosen, here)}
                    aria-label={`${id}, ${name}: ${principleStates[cell?.state ?? 'not-stated']}`}
                    onKeyDown={onKeyDown}
                    onClick={() => onChoose(here)}
                  >
                    <Verdict verdict="pass" state={cell?.state ?? 'not-stated'}>
                      {principleStates[cell?.state ?? 'not-stated']}
                    </Verdict>
                  </button>
                </td>
              );
            })}
            <td className={styles.next}>
              <Next step={steps.get(id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
