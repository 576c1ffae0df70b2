import { Button } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/design/section.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import type { FairnessAudit, FairnessGroup, Grouping, Measured } from '#shared/domain/fairness-audit.ts';
import type { GuardState, GuardVerdict } from '#shared/domain/guardrail.ts';
import { rateScale, ratioScale, type Dot, type Scale } from '#shared/fairness/dot-plot.ts';
import { groupName } from '#shared/text/fairness-rows.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { count } from '#shared/text/numbers.ts';
import { fairnessScreenText as text } from '#shared/text/window/fairness.ts';
import { DotAxis, DotCell } from './dot-cell.tsx';
import styles from './fairness.module.css';
import { FurtherMeasures } from './further-measures.tsx';

/** Groups that are shown before somebody asks for all. */
const shownFirst = 20;

type Shown = keyof typeof fairnessText.verdicts | 'not_stated';
const looks: Record<Shown, { verdict: GuardVerdict; state?: GuardState }> = {
  disparity_indicated: { verdict: 'warn' },
  no_disparity_detected: { verdict: 'pass' },
  inconclusive: { verdict: 'warn', state: 'not-stated' },
  too_small: { verdict: 'warn', state: 'not-stated' },
  not_stated: { verdict: 'warn', state: 'not-stated' },
};

const selectionOf = ({ measures }: FairnessGroup): Measured | undefined =>
  measures.find(({ measure }) => measure === 'selectionRate');
const verdictOf = (group: FairnessGroup): Shown => selectionOf(group)?.against?.verdict ?? 'not_stated';

/** What asks for a look comes first; the reference leads. */
const order: readonly Shown[] = [
  'disparity_indicated',
  'inconclusive',
  'too_small',
  'not_stated',
  'no_disparity_detected',
];
const worstFirst = (groups: readonly FairnessGroup[]): FairnessGroup[] =>
  groups.toSorted(
    (one, other) =>
      Number(other.isReference) - Number(one.isReference) ||
      order.indexOf(verdictOf(one)) - order.indexOf(verdictOf(other)) ||
      other.people - one.people,
  );

const dotOf = (group: FairnessGroup): Dot => {
  const rate = selectionOf(group);
  return {
    label: groupName(group.values),
    value: rate?.value ?? null,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
    isWeak: verdictOf(group) === 'too_small',
  };
};

function GroupRow({
  group,
  rates,
  overall,
  band,
}: {
  group: FairnessGroup;
  rates: Scale;
  overall: number;
  band: FairnessAudit['settings']['band'];
}) {
  const { label, ...rate } = dotOf(group);
  const ratio = selectionOf(group)?.against?.ratio;
  const verdict = verdictOf(group);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={styles.number}>{count(group.people)}</td>
      <td className={styles.number}>{text.rate(rate)}</td>
      <td>
        <DotCell {...rate} ground={{ scale: rates, mark: overall }} />
      </td>
      {group.isReference ? (
        <td colSpan={3} className={styles.soft}>
          {fairnessText.reference}
        </td>
      ) : (
        <>
          <td className={styles.number}>{text.ratio(ratio)}</td>
          <td>
            <DotCell
              value={ratio?.value ?? null}
              low={ratio?.low ?? null}
              high={ratio?.high ?? null}
              isWeak={rate.isWeak}
              ground={{ scale: ratioScale, mark: 1, band }}
            />
          </td>
          <td>
            <Verdict {...looks[verdict]}>
              {verdict === 'not_stated' ? fairnessText.notMeasured : fairnessText.verdicts[verdict]}
            </Verdict>
          </td>
        </>
      )}
    </tr>
  );
}

/** One column of groups, or several crossed: rates and ratios drawn with their intervals, the verdicts, and the rest on request. */
export function GroupingPart({ audit, grouping }: { audit: FairnessAudit; grouping: Grouping }) {
  const [all, setAll] = useState(false);
  const groups = worstFirst(grouping.groups);
  const shown = all ? groups : groups.slice(0, shownFirst);
  const rates = rateScale(shown.map(dotOf));
  const title = text.by(grouping.columns);
  return (
    <Section title={title}>
      <p className={styles.soft}>
        {text.heldAgainst(groupName(grouping.reference.values), grouping.reference.why, grouping.columns.length > 1)}
      </p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{text.heads.group}</th>
              <th scope="col" className={styles.number}>
                {text.heads.people}
              </th>
              <th scope="col" className={styles.number}>
                {text.heads.rate}
              </th>
              <th scope="col">
                <span className={styles.unseen}>{text.heads.rateDrawn}</span>
                <DotAxis scale={{ ...rates, ticks: [rates.from, (rates.from + rates.to) / 2, rates.to] }} />
              </th>
              <th scope="col" className={styles.number}>
                {text.heads.ratio}
              </th>
              <th scope="col">
                <span className={styles.unseen}>{text.heads.ratioDrawn}</span>
                <DotAxis scale={{ ...ratioScale, ticks: [0.25, 0.5, 0.8, 1.25, 2, 4] }} />
              </th>
              <th scope="col">{text.heads.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <GroupRow
                key={JSON.stringify(group.values)}
                group={group}
                rates={rates}
                overall={audit.outcome.rate.value}
                band={audit.settings.band}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>{text.drawn}</p>
      <div className={styles.buttons}>
        {groups.length > shownFirst && (
          <Button aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text.worst(shownFirst) : text.all(groups.length)}
          </Button>
        )}
      </div>
      <FurtherMeasures grouping={grouping} groups={shown} hasLabel={audit.label !== null} title={title} />
    </Section>
  );
}
