import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { stateOf, type GuardFinding, type GuardState, type GuardVerdict } from '#shared/domain/guardrail.ts';
import { guardrails } from '#shared/guardrails/index.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { overrideWindowText as overrideText } from '#shared/text/window/override.ts';
import { FixAll, FixButton, LastFixNotice } from './fix-button.tsx';
import { OverrideButton } from './override-button.tsx';
import { useOverrideReasons } from './override-reasons.ts';
import styles from './release.module.css';
import { SettleButton } from './settle-button.tsx';

const rank: Record<GuardState, number> = {
  blocked: 0,
  'needs-you': 1,
  'not-stated': 2,
  passed: 3,
  'does-not-apply': 4,
};

/** The guardrail's number, which the register and the certificate name, with what it is about. */
export const titleOf = (id: string): string =>
  [id, guardrails.find((guardrail) => guardrail.id === id)?.title].filter(Boolean).join(' ');

/** One line of the checks: what was looked at, what was found, what to do. */
export function Item({
  verdict,
  state,
  title,
  sentence,
  fix,
  children,
}: {
  verdict: GuardVerdict;
  state?: GuardState | undefined;
  title: string;
  sentence: string;
  fix?: string;
  /** What can be done about it at once. */
  children?: ReactNode;
}) {
  return (
    <li className={styles.item}>
      <span>
        <Verdict verdict={verdict} state={state} />
      </span>
      <div>
        <p className={styles.sentence}>
          <strong>{title}.</strong> {sentence}
        </p>
        {fix !== undefined && fix !== '' && verdict !== 'pass' && (
          <p className={styles.soft}>
            {text.fix}: {fix}
          </p>
        )}
        <div className={styles.acts}>{children}</div>
      </div>
    </li>
  );
}

/** What every guardrail says: first what asks for something, and on a press what passed. */
export function FindingList({
  findings,
  head,
  beside,
}: {
  findings: readonly GuardFinding[];
  /** Lines that stand above them. */
  head?: ReactNode;
  /** What can be done about one at once. */
  beside(finding: GuardFinding): ReactNode;
}) {
  const [all, setAll] = useState(false);
  const sorted = findings.toSorted((a, b) => rank[stateOf(a)] - rank[stateOf(b)]);
  const open = sorted.filter(({ verdict }) => verdict !== 'pass');
  const others = sorted.filter(({ verdict }) => verdict === 'pass');
  const passed = others.filter((finding) => stateOf(finding) === 'passed').length;
  return (
    <>
      <ul className={styles.list}>
        {head}
        {[...open, ...(all ? others : [])].map((finding) => {
          const { id, verdict, state, message, fix } = finding;
          return (
            <Item key={id} verdict={verdict} state={state} title={titleOf(id)} sentence={message} fix={fix}>
              {beside(finding)}
            </Item>
          );
        })}
      </ul>
      {others.length > 0 && (
        <Button className={styles.more} variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {text.passed(passed, others.length - passed)} · {all ? text.hidePassed : text.showPassed}
        </Button>
      )}
    </>
  );
}

/** What would stop the release, what deserves a thought, and what is fine: the target first, then every guardrail. */
export function Checklist({
  datasetId,
  recipe,
  assessment,
}: {
  datasetId: string;
  recipe: Recipe;
  assessment: Assessment;
}) {
  const { k, suppressed, rowsIn, findings, missing, label } = assessment;
  const anonymised = recipe.release === 'anonymised';
  const wanted = kOf(recipe);
  // A class of one is never anonymous, whatever was asked for.
  const reached = k >= Math.max(2, wanted);
  const within = suppressed <= recipe.target.suppression * rowsIn;
  const reasons = useOverrideReasons(datasetId, recipe);
  const blocks = findings.filter(({ verdict }) => verdict === 'block');
  const blocking = blocks.filter(({ id, overridable }) => overridable !== true || reasons[id] === undefined).length;
  return (
    <Section
      title={text.checklist}
      aside={
        blocking > 0 ? (
          <div className={styles.acts}>
            <FixAll datasetId={datasetId} recipe={recipe} findings={blocks} />
            <Button onClick={() => goTo('recipe')}>{text.change}</Button>
          </div>
        ) : undefined
      }
    >
      <LastFixNotice datasetId={datasetId} recipe={recipe} />
      {blocking > 0 && <Notice tone="block">{text.blocks(blocking)}</Notice>}
      {blocking === 0 && blocks.length > 0 && <Notice tone="warn">{overrideText.allOverridden(blocks.length)}</Notice>}
      <FindingList
        findings={findings}
        head={
          <>
            {anonymised && label !== 'synthetic' && (
              <Item
                verdict={reached ? 'pass' : 'block'}
                title={text.facts.k}
                sentence={text.target(k, wanted, reached, assessment.counted)}
              />
            )}
            <Item
              verdict={within ? 'pass' : 'block'}
              title={text.facts.suppressed}
              sentence={
                within ? text.fits(suppressed, rowsIn) : text.missed(suppressed, rowsIn, recipe.target.suppression)
              }
            />
            {(reached || !anonymised) &&
              missing.map((sentence) => (
                <Item
                  key={sentence}
                  verdict="block"
                  title={anonymised ? text.word : text.targetTitle}
                  sentence={sentence}
                />
              ))}
          </>
        }
        beside={(finding) => (
          <>
            <FixButton finding={finding} datasetId={datasetId} recipe={recipe} />
            <SettleButton finding={finding} datasetId={datasetId} purpose={recipe.purpose} />
            <OverrideButton block={finding} datasetId={datasetId} recipe={recipe} />
          </>
        )}
      />
    </Section>
  );
}
