import { Button } from '@mantine/core';
import { useState } from 'react';
import type { GuardFinding, GuardVerdict } from '#shared/domain/guardrail.ts';
import { Verdict } from '#renderer/design/verdict.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './live.module.css';

const text = recipeText.guard;
const rank: Record<GuardVerdict, number> = { block: 0, warn: 1, pass: 2 };

function Finding({ finding: { id, verdict, message, columns, evidence, fix } }: { finding: GuardFinding }) {
  return (
    <li className={styles.finding}>
      <div className={styles.findingHead}><Verdict verdict={verdict} /><span className={styles.findingId}>{id}</span></div>
      <p className={styles.words}>{message}</p>
      {verdict !== 'pass' && evidence !== '' && <p className={styles.soft}>{evidence}</p>}
      {verdict !== 'pass' && columns.length > 0 && <p className={styles.soft}>{text.columns(columns)}</p>}
      {verdict !== 'pass' && fix !== '' && <p className={styles.fix}><strong>{text.fix}:</strong> {fix}</p>}
    </li>
  );
}

/** What the guardrails say of the output: what blocks first, what passed on demand. */
export function GuardrailList({ findings }: { findings: GuardFinding[] }) {
  const [all, setAll] = useState(false);
  const open = findings.filter(({ verdict }) => verdict !== 'pass').toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
  const passed = findings.filter(({ verdict }) => verdict === 'pass');
  return (
    <>
      <ul className={styles.findings}>{[...open, ...(all ? passed : [])].map((finding, at) => <Finding key={`${finding.id}-${at}`} finding={finding} />)}</ul>
      {passed.length > 0 && <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>{text.passed(passed.length)} · {all ? text.hide : text.show}</Button>}
    </>
  );
}
