import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { riskText } from '#shared/text/window/risk.ts';
import { Section } from '#renderer/design/section.tsx';
import styles from './risk.module.css';

const text = riskText.guarded;

function value(check: RiskCheck | null, column: string): string {
  if (check === null) return riskText.notMeasured;
  const l = check.l[column];
  return l === undefined ? text.gone : text.value(l.distinct, l.entropy, check.t[column] ?? 1);
}

/** l and t of each column that is to be protected, over the groups of the other counted columns. */
export function GuardedColumns({ result: { before, after } }: { result: ComparedRisk }) {
  const columns = [...new Set([...Object.keys(before.l), ...Object.keys(after?.l ?? {})])];
  return (
    <Section title={text.title}>
      {columns.length === 0 ? (
        <p className={styles.soft}>{text.none}</p>
      ) : (
        <table className={styles.bars}>
          <thead>
            <tr>
              {text.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td>{value(before, column)}</td>
                <td>{value(after, column)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
