import type { KeptFigures } from '#shared/domain/kept-figures.ts';
import { keptWindowText as text } from '#shared/text/window/kept.ts';
import { Section } from '#renderer/design/section.tsx';
import { Associations } from './associations.tsx';
import { Distributions } from './distributions.tsx';
import styles from './kept.module.css';

/** What of the distributions and correlations is in what the recipe would write, ways over all rows among it. */
export function KeptSection({ kept }: { kept: KeptFigures | null }) {
  const nothing =
    kept === null
      ? text.nothing
      : kept.rows.after === 0
        ? text.noRows
        : kept.columns.length === 0
          ? text.noColumns
          : null;
  if (kept === null || nothing !== null)
    return (
      <Section title={text.title}>
        <p className={styles.soft}>{nothing}</p>
      </Section>
    );
  return (
    <>
      <Section title={text.title}>
        <p className={styles.soft}>
          {text.intro(kept.least)} {text.worstFirst} {text.sampledOf(kept)}
        </p>
        <Distributions columns={kept.columns} />
        {kept.gone.length > 0 && (
          <details className={styles.every}>
            <summary>{text.goneOf(kept.gone.length)}</summary>
            <p className={styles.soft}>{kept.gone.join(', ')}</p>
          </details>
        )}
      </Section>
      <Section title={text.associations.title}>
        <Associations associations={kept.associations} />
      </Section>
    </>
  );
}
