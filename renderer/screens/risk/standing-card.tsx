import type { ReactNode } from 'react';
import type { Assessment } from '#shared/contract/recipes.ts';
import { ClassSizeChart } from '#renderer/charts/class-size-chart.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import { figuresText } from '#shared/text/figures.ts';
import { count } from '#shared/text/numbers.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import styles from './risk.module.css';

/** One state of the dataset: its numbers and the sizes of its groups. `assessment` null: `children` say why. */
export function StandingCard({
  title,
  why,
  assessment,
  k,
  children,
}: {
  title: string;
  why: string;
  assessment: Assessment | null;
  k: number;
  children?: ReactNode;
}) {
  const reached = assessment !== null && assessment.k >= k;
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{title}</h2>
        {assessment && <Verdict verdict={reached ? 'pass' : 'block'}>{`k = ${count(assessment.k)}`}</Verdict>}
      </div>
      <p className={styles.soft}>{why}</p>
      {assessment ? (
        <>
          <Facts
            items={[
              { label: text.unique, value: text.ofRows(assessment.uniqueRows, assessment.rowsOut), numeric: true },
              {
                label: figuresText.allColumns,
                value: text.ofRows(assessment.uniqueAllColumns, assessment.rowsOut),
                numeric: true,
              },
              {
                label: figuresText.relinkable,
                value: <span title={figuresText.relinkableHelp}>{figuresText.share(assessment.relinkable)}</span>,
                numeric: true,
              },
              {
                label: text.highest,
                value: <span title={text.highestHelp}>{text.oneIn(assessment.k)}</span>,
                numeric: true,
              },
              { label: text.rows, value: count(assessment.rowsOut), numeric: true },
              {
                label: text.suppressed,
                value: assessment.suppressed === 0 ? count(0) : text.ofRows(assessment.suppressed, assessment.rowsIn),
                numeric: true,
              },
            ]}
          />
          <h3 className={styles.chartTitle}>{text.classes}</h3>
          <ClassSizeChart histogram={assessment.histogram} k={k} />
          <p className={styles.soft}>
            {text.measuredOver(assessment.counted)} {assessment.countsPersons ? text.people : ''}
          </p>
        </>
      ) : (
        children
      )}
    </section>
  );
}
