import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { KnowledgeFound } from '#shared/domain/risk-check.ts';
import { knowledgeTitle } from '#shared/text/knowledge-sets.ts';
import { riskText } from '#shared/text/window/risk.ts';
import { LimitBar } from '#renderer/charts/limit-bar.tsx';
import { Section } from '#renderer/design/section.tsx';
import styles from './risk.module.css';

const text = riskText.knowledge;

function Found({ found: set, limit }: { found: KnowledgeFound | undefined; limit: number }) {
  if (set === undefined) return riskText.notMeasured;
  const { columns, found } = set;
  if (found === null) return columns.length === 0 ? text.none : riskText.notMeasured;
  return (
    <span className={styles.gauge} data-wide="" title={text.knows(columns)}>
      <span className={styles.figure}>{riskText.compared.share(found.share)}</span>
      <LimitBar share={found.share} limit={limit} />
      <span className={styles.aside}>{text.alone(found.alone, found.of)}</span>
    </span>
  );
}

/** What each kind of outsider finds by what they know, as imported and in the recipe's output. */
export function KnowledgeBars({ result: { before, after }, k }: { result: ComparedRisk; k: number }) {
  return (
    <Section title={text.title}>
      <p className={styles.soft}>{text.why}</p>
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
          {before.knowledge.map((set) => (
            <tr key={set.id}>
              <th scope="row" title={text.knows(set.columns)}>
                {knowledgeTitle(set.id)}
              </th>
              <td>
                <Found found={set} limit={1 / k} />
              </td>
              <td>
                {after === null ? (
                  riskText.notMeasured
                ) : (
                  <Found found={after.knowledge.find(({ id }) => id === set.id)} limit={1 / k} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
