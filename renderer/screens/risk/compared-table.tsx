import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { riskText } from '#shared/text/window/risk.ts';
import { LimitBar } from '#renderer/charts/limit-bar.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import styles from './risk.module.css';

const text = riskText.compared;

/** What a share comes to, and how far it fills its bar. */
function Gauge({ share, words, limit }: { share: number; words: string; limit: number }) {
  return (
    <span className={styles.gauge}>
      <span className={styles.figure}>{words}</span>
      <LimitBar share={share} limit={limit} />
    </span>
  );
}

interface Line {
  name: string;
  /** Which attacker of the literature it is, and by what it goes. */
  help?: string;
  cell(check: RiskCheck): ReactNode;
}

/** The lines of the table. @param limit chance of being found that the recipe allows */
function linesOf({ before }: ComparedRisk, k: number, limit: number): Line[] {
  return [
    { name: text.rows, cell: ({ rows }) => text.left(rows) },
    { name: text.alone, cell: ({ alone, counts }) => text.people(alone.people, alone.of, counts) },
    { name: text.below(k), cell: ({ below, rows }) => (below ? text.ofAll(below.rows, rows) : riskText.notMeasured) },
    {
      name: text.prosecutor,
      help: text.prosecutorHelp,
      cell: ({ prosecutor }) => <Gauge share={prosecutor.max} words={text.oneIn(prosecutor.max)} limit={limit} />,
    },
    {
      name: text.journalist,
      help: text.journalistHelp[before.journalist.basis],
      cell: ({ journalist }) => <Gauge share={journalist.max} words={text.oneIn(journalist.max)} limit={limit} />,
    },
    {
      name: text.marketer,
      help: text.marketerHelp,
      cell: ({ marketer }) => <Gauge share={marketer.average} words={text.share(marketer.average)} limit={limit} />,
    },
  ];
}

/** The dataset as imported beside the recipe's output, over the same columns: who is alone, and what attackers reach. */
export function ComparedTable({ result, k, problems }: { result: ComparedRisk; k: number; problems: number }) {
  const { before, after } = result;
  const lines = linesOf(result, k, 1 / k);
  const empty = after !== null && after.rows === 0;
  return (
    <section aria-label={text.label} className={styles.wide}>
      <table className={styles.compared}>
        <thead>
          <tr>
            <th scope="col">
              <details className={styles.names}>
                <summary>{text.over(before.qi)}</summary>
                <p>{text.columns(before.qi)}</p>
              </details>
            </th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, help, cell }, at) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {help !== undefined && <span className={styles.meant}>{help}</span>}
              </th>
              <td>{cell(before)}</td>
              {after === null ? (
                at === 0 && (
                  <td rowSpan={lines.length} className={styles.none}>
                    <p>
                      {problems > 0 ? (
                        riskText.cannotRun(problems)
                      ) : (
                        <>
                          <strong>{riskText.noRecipe.title}.</strong> {riskText.noRecipe.sentence}
                        </>
                      )}
                    </p>
                    <Button onClick={() => goTo('recipe')}>{riskText.noRecipe.go}</Button>
                  </td>
                )
              ) : (
                <td>{empty && at > 0 ? riskText.notMeasured : cell(after)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{text.limit(k)}</p>
    </section>
  );
}
