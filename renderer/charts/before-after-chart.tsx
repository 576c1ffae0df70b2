import { useElementSize } from '@mantine/hooks';
import type { KeptColumn } from '#shared/domain/kept-figures.ts';
import { keptWindowText as text } from '#shared/text/window/kept.ts';
import styles from './before-after.module.css';
import charts from './charts.module.css';
import { sharesOf, StepTable, type StepShares } from './step-table.tsx';

const height = 156;
const foot = 20;
const top = 6;
/** Room of a label on the axis. */
const labelWidth = 62;

/** Which colour is which side. */
export function BeforeAfterLegend() {
  return (
    <p className={styles.legend}>
      <span>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <rect x={0.5} y={1.5} width={13} height={11} className={styles.before} />
        </svg>
        {text.before}
      </span>
      <span>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <rect x={0} y={4} width={14} height={6} className={styles.after} />
        </svg>
        {text.after}
      </span>
    </p>
  );
}

/** Bars of ranges side by side, with what is written of them inside; what has no value stands apart at the end. */
function Ranges({ column, shares, width }: { column: KeptColumn; shares: StepShares[]; width: number }) {
  const most = Math.max(0.001, ...shares.flatMap(({ before, after }) => [before, after]));
  const gap = shares.at(-1)?.step.is === 'none' ? 10 : 0;
  const wide = (width - gap) / shares.length;
  const base = height - foot;
  const x = (at: number): number => at * wide + (shares[at]?.step.is === 'none' ? gap : 0);
  const tall = (share: number): number => (share === 0 ? 0 : Math.max(1, (share / most) * (base - top)));
  const every = Math.max(1, Math.ceil(labelWidth / wide));
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={text.chart(column, shares.length)}
      className={charts.chart}
    >
      {shares.map(({ step, before, after }, at) => (
        <g key={at}>
          <title>{text.stepTitle(column.axis, step, before, after)}</title>
          <rect x={x(at)} y={0} width={wide} height={base} fill="transparent" />
          <rect
            x={x(at) + 1.5}
            y={base - tall(before)}
            width={wide - 3}
            height={tall(before)}
            className={styles.before}
          />
          <rect
            x={x(at) + wide * 0.28}
            y={base - tall(after)}
            width={wide * 0.44}
            height={tall(after)}
            className={styles.after}
          />
          {step.is === 'range' && step.from !== null && at % every === 0 && (
            <text x={x(at)} y={height - 6} textAnchor="middle" className={charts.tick}>
              {text.edge(column.axis, step.from)}
            </text>
          )}
          {step.is === 'none' && (
            <text x={width} y={height - 6} textAnchor="end" className={charts.tick}>
              {text.step(column.axis, step)}
            </text>
          )}
        </g>
      ))}
      <line x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} className={charts.axisLine} />
    </svg>
  );
}

/** A column before and after on one axis: ranges as bars side by side, values one under the other. */
export function BeforeAfterChart({ column }: { column: KeptColumn }) {
  const { ref, width } = useElementSize();
  const { steps, why, same } = column;
  const shares = sharesOf(steps ?? []);
  const ranges = column.axis !== 'value' && shares.some(({ step }) => step.is === 'range');
  const written = shares.reduce((sum, { step }) => sum + step.after, 0) + column.apart;
  return (
    <figure className={styles.card} aria-label={column.column}>
      <figcaption className={styles.head}>
        <span className={styles.name} title={column.column.slice(0, 500)}>
          {column.column.slice(0, 100)}
        </span>
        <span className={styles.aside}>{steps === null ? '' : text.same(same)}</span>
      </figcaption>
      {steps === null ? (
        <p className={charts.none}>{why === null ? '' : text.why[why]}</p>
      ) : ranges ? (
        <>
          <div ref={ref} className={charts.frame}>
            {width > 0 && <Ranges column={column} shares={shares} width={width} />}
          </div>
          <details className={styles.table}>
            <summary>{text.asTable}</summary>
            <StepTable column={column} bars={false} />
          </details>
        </>
      ) : (
        <StepTable column={column} bars />
      )}
      {column.apart > 0 && <p className={styles.table}>{text.apart(column.apart, written)}</p>}
    </figure>
  );
}
