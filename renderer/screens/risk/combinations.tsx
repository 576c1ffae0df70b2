import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SinglingOut } from '#shared/domain/finding.ts';
import { Section } from '#renderer/design/section.tsx';
import { percent } from '#shared/text/numbers.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import styles from './risk.module.css';

const first = 6;

/** Which combinations of columns single people out, worst first; of two alike the one that needs fewer facts. */
export function Combinations({ sets }: { sets: readonly SinglingOut[] }) {
  const [all, setAll] = useState(false);
  const worst = sets
    .filter(({ uniqueShare }) => uniqueShare > 0)
    .toSorted((a, b) => b.uniqueShare - a.uniqueShare || a.columns.length - b.columns.length);
  return (
    <Section title={text.combos}>
      <p className={styles.soft}>{worst.length === 0 ? text.combosNone : text.combosWhy}</p>
      <ol className={styles.combos}>
        {worst.slice(0, all ? undefined : first).map(({ columns, uniqueShare }) => (
          <li key={columns.join('\u0000')}>
            <span className={styles.combo}>{text.combo(columns, uniqueShare)}</span>
            <svg
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              className={styles.bar}
              role="img"
              aria-label={percent(uniqueShare)}
            >
              <rect width="100" height="6" className={styles.ground} />
              <rect width={uniqueShare * 100} height="6" className={styles.mark} />
            </svg>
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
