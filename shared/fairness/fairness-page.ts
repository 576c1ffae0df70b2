import type { FairnessAudit, FairnessGroup, Grouping, Measured } from '#shared/domain/fairness-audit.ts';
import { facts, list, page, safe, section, table } from '#shared/pages/page-parts.ts';
import { fairnessPageText as text } from '#shared/text/fairness-page.ts';
import {
  calibrationRows,
  errorRows,
  groupName,
  hasTooSmall,
  overallRows,
  selectionRow,
  withheldRow,
} from '#shared/text/fairness-rows.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { dotPlot, rateScale, ratioScale, type Dot } from './dot-plot.ts';
import { auditSettings } from './settings.ts';

/** Groups of fewer people are not shown on a page that others read. */
const fewest = 10;

const selectionOf = (group: FairnessGroup): Measured | undefined =>
  group.measures.find(({ measure }) => measure === 'selectionRate');

function rateDot(group: FairnessGroup): Dot {
  const rate = selectionOf(group);
  return {
    label: groupName(group.values),
    value: rate?.value ?? null,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
    isWeak: rate?.against?.verdict === 'too_small',
  };
}

function ratioDot(group: FairnessGroup): Dot {
  const against = selectionOf(group)?.against;
  return {
    label: groupName(group.values),
    value: against?.ratio.value ?? null,
    low: against?.ratio.low ?? null,
    high: against?.ratio.high ?? null,
    isWeak: against?.verdict === 'too_small',
  };
}

const titled = (title: string, body: string): string => (body === '' ? '' : `<h3>${safe(title)}</h3>${body}`);

/** An extreme may be a group that is not shown: then nothing is said over the groups that it is among. */
function overallTables(grouping: Grouping, gone: ReadonlySet<FairnessGroup>): string {
  const { overAll, overAllWithSmall, overJudged, overallHeads } = fairnessText;
  const { smallestGroup } = auditSettings;
  const named = (overall: Grouping['overall']): string => table(overallHeads, overallRows(overall));
  const all = gone.size > 0 ? '' : named(grouping.overall);
  const judgedGone = [...gone].some(({ people }) => people >= smallestGroup);
  const hasSmall = hasTooSmall(grouping);
  return [
    titled(hasSmall ? overAllWithSmall : overAll, all),
    hasSmall && !judgedGone ? titled(overJudged(smallestGroup), named(grouping.overallJudged)) : '',
  ].join('');
}

function groupingSection(audit: FairnessAudit, grouping: Grouping): string {
  const gone = hiddenGroups(grouping.groups, fewest);
  const shown = grouping.groups.filter((group) => !gone.has(group));
  const hidden = gone.size;
  const small = grouping.groups.filter(({ people }) => people < fewest).length;
  // Their numbers would tell of the small ones; their verdicts do not, and may be what the audit is about.
  const named = grouping.groups.filter((group) => gone.has(group) && group.people >= fewest);
  const rates = shown.map(rateDot);
  const ratios = shown.filter(({ isReference }) => !isReference).map(ratioDot);
  const overallRate = audit.outcome.chosen / audit.people;
  return section(
    text.by(grouping.columns),
    [
      `<p>${safe(text.heldAgainst(groupName(grouping.reference.values), grouping.reference.why))}</p>`,
      hidden > 0 ? `<p>${safe(text.hidden(small, hidden - small, fewest))}</p>` : '',
      titled(text.rates, dotPlot(rates, rateScale(rates), { title: text.rates, marks: [overallRate] })),
      ratios.length === 0
        ? ''
        : titled(
            text.ratios,
            dotPlot(ratios, ratioScale, { title: text.ratios, marks: [1], band: audit.settings.band }),
          ),
      table(fairnessText.selectionHeads, [...shown.map(selectionRow), ...named.map(withheldRow)]),
      audit.label === null ? '' : titled(text.mistakes, table(fairnessText.errorHeads, shown.flatMap(errorRows))),
      titled(
        text.calibration,
        table(
          fairnessText.calibrationHeads,
          shown.flatMap((group) => calibrationRows(group, fewest)),
        ),
      ),
      overallTables(grouping, gone),
    ].join(''),
  );
}

/**
 * An audit as a page that others read: question and people, per column of groups the rates and ratios drawn with their
 * intervals, the tables behind them, then formulas, methods and limits. Groups of fewer than ten people are counted and
 * not shown; of as many others as it takes that no sum tells of them only name and verdict are.
 * @param made day it was made, ISO
 */
export function fairnessPage(audit: FairnessAudit, made: string): string {
  const { outcome, label, score } = audit;
  const { measures, comparisons } = fairnessText;
  return page(text.title(audit.file), [
    `<h1>${safe(text.title(audit.file))}</h1>`,
    `<p>${safe(text.question(outcome.column, outcome.rule))}</p>`,
    facts([
      [text.file, audit.file],
      [text.made, made],
      [text.people, String(audit.people)],
      [text.chosen, text.chosenOf(outcome.chosen, audit.people, outcome.rate)],
      [
        text.label,
        label === null ? text.noLabel : text.labelOf(label.column, label.rule, label.positive, label.people),
      ],
      ...(score === null ? [] : [[text.score, score.column] as const]),
    ]),
    ...audit.groupings.map((grouping) => groupingSection(audit, grouping)),
    section(text.limits, list(audit.notes)),
    section(
      text.formulas,
      table(text.formulaHeads, [...Object.values(measures), ...Object.values(comparisons)]) +
        `<p>${safe(fairnessText.methods)}</p><p>${safe(fairnessText.tested(audit.tested))}</p>`,
    ),
  ]);
}
