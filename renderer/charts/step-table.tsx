import type { KeptColumn, KeptStep } from '#shared/domain/kept-figures.ts';
import { keptWindowText as text } from '#shared/text/window/kept.ts';
import styles from './before-after.module.css';

/** Shares (0…1) of a step on both sides. */
export interface StepShares {
  step: KeptStep;
  before: number;
  after: number;
}

/** What each step has of all rows that are on the axis. */
export function sharesOf(steps: readonly KeptStep[]): StepShares[] {
  const sum = (side: 'before' | 'after'): number =>
    Math.max(
      1,
      steps.reduce((all, step) => all + step[side], 0),
    );
  const [before, after] = [sum('before'), sum('after')];
  return steps.map((step) => ({ step, before: step.before / before, after: step.after / after }));
}

/** A column step by step: shares as numbers, and as a bar within a bar where it is the picture itself. */
export function StepTable({ column, bars }: { column: KeptColumn; bars: boolean }) {
  const shares = sharesOf(column.steps ?? []);
  const most = Math.max(0.001, ...shares.flatMap(({ before, after }) => [before, after]));
  return (
    <table className={styles.steps} data-bars={bars || undefined}>
      <colgroup>
        <col className={styles.stepName} />
        {bars && <col />}
        <col className={styles.stepShare} />
        <col className={styles.stepShare} />
      </colgroup>
      <thead className={bars ? 'sr-only' : undefined}>
        <tr>
          <th scope="col">{text.heads.step}</th>
          {bars && <th scope="col">{text.heads.bar}</th>}
          <th scope="col" className={styles.number}>
            {text.heads.before}
          </th>
          <th scope="col" className={styles.number}>
            {text.heads.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ step, before, after }, at) => (
          <tr key={at}>
            <th scope="row" title={text.step(column.axis, step)}>
              {text.step(column.axis, step)}
            </th>
            {bars && (
              <td>
                <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    x={0}
                    y={1}
                    width={(before / most) * 100}
                    height={12}
                    className={styles.before}
                    vectorEffect="non-scaling-stroke"
                  />
                  <rect x={0} y={4} width={(after / most) * 100} height={6} className={styles.after} />
                </svg>
              </td>
            )}
            <td className={styles.number} data-soft="">
              {text.share(before, 1)}
            </td>
            <td className={styles.number}>{text.share(after, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
