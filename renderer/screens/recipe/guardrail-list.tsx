import { Button } from '@mantine/core';
import { useState } from 'react';
import { stateOf, type GuardFinding, type GuardState } from '#shared/domain/guardrail.ts';
import { Verdict } from '#renderer/design/verdict.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './live.module.css';

const text = recipeText.guard;
const rank: Record<GuardState, number> = {
  blocked: 0,
  'needs-you': 1,
  'not-stated': 2,
  'does-not-apply': 3,
  passed: 4,
};

function Finding({ finding: { id, verdict, state, message, columns, evidence, fix } }: { finding: GuardFinding }) {
  return (
    <li className={styles.finding}>
      <div className={styles.findingHead}>
        <Verdict verdict={verdict} state={state} />
        <span className={styles.findingId}>{id}</span>
      </div>
      <p className={styles.words}>{message}</p>
      {verdict !== 'pass' && evidence !== '' && <p className={styles.soft}>{evidence}</p>}
      {verdict !== 'pass' && columns.length > 0 && <p className={styles.soft}>{text.columns(columns)}</p>}
      {verdict !== 'pass' && fix !== '' && (
        <p className={styles.fix}>
          <strong>{text.fix}:</strong> {fix}
        </p>
      )}
    </li>
  );
}

/** What the guardrails say of the output: what blocks first, what passed on demand. */
export function GuardrailList({ findings }: { findings: GuardFinding[] }) {
  const [all, setAll] = useState(false);
  const open = findings
    .filter(({ verdict }) => verdict !== 'pass')
    .toSorted((a, b) => rank[stateOf(a)] - rank[stateOf(b)]);
  const others = findings
    .filter(({ verdict }) => verdict === 'pass')
    .toSorted((a, b) => rank[stateOf(b)] - rank[stateOf(a)]);
  const passed = others.filter((finding) => stateOf(finding) === 'passed').length;
  return (
    <>
      <ul className={styles.findings}>
        {[...open, ...(all ? others : [])].map((finding, at) => (
          <Finding key={`${finding.id}-${at}`} finding={finding} />
        ))}
      </ul>
      {others.length > 0 && (
        <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {text.passed(passed, others.length - passed)} · {all ? text.hide : text.show}
        </Button>
      )}
    </>
  );
}
