import { Button } from '@mantine/core';
import { useState } from 'react';
import { worstFirst, type SinglingOut } from '#shared/domain/finding.ts';
import { ShareBar } from '#renderer/charts/share-bar.tsx';
import { Section } from '#renderer/design/section.tsx';
import { riskText as text } from '#shared/text/window/risk.ts';
import styles from './risk.module.css';

const first = 6;

/** Which combinations of columns single people out, worst first; of two alike the one that needs fewer facts. */
export function Combinations({ sets }: { sets: readonly SinglingOut[] }) {
  const [all, setAll] = useState(false);
  const worst = worstFirst(sets.filter(({ uniqueShare }) => uniqueShare > 0));
  return (
    <Section title={text.combos}>
      <p className={styles.soft}>{worst.length === 0 ? text.combosNone : text.combosWhy}</p>
      <ol className={styles.combos}>
        {worst.slice(0, all ? undefined : first).map(({ columns, uniqueShare }) => (
          <li key={columns.join('\u0000')}>
            <span className={styles.combo}>{text.combo(columns, uniqueShare)}</span>
            <ShareBar share={uniqueShare} />
          </li>
        ))}
      </ol>
      {worst.length > first && (
        <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.more(worst.length - first)}
        </Button>
      )}
    </Section>
  );
}
