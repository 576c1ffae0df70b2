import type { FairnessAudit, FairnessGroup, Grouping, Measured } from '#shared/domain/fairness-audit.ts';
import { facts, list, page, safe, section, table } from '#shared/pages/page-parts.ts';
import { fairnessPageText as text } from '#shared/text/fairness-page.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { dotPlot, rateScale, ratioScale, type Dot } from './dot-plot.ts';

/** Groups of fewer people are not shown on a page that others read. */
const fewest = 10;

const number = (value: number | null | undefined): string => (typeof value === 'number' ? value.toFixed(3) : '–');
const between = (limits: { low: number | null; high: number | null } | undefined): string =>
  limits === undefined || limits.low === null
    ? '–'
    : `${number(limits.low)} … ${limits.high === null ? '∞' : number(limits.high)}`;
const nameOf = (values: readonly (string | null)[]): string =>
  values.map((value) => value ?? fairnessText.noValue).join(' · ');
const measureOf = (group: FairnessGroup, id: Measured['measure']): Measured | undefined =>
  group.measures.find(({ measure }) => measure === id);
const verdictOf = ({ isReference }: FairnessGroup, one: Measured | undefined): string =>
  isReference ? text.reference : one?.against ? fairnessText.verdicts[one.against.verdict] : '–';

function rateDot(group: FairnessGroup): Dot {
  const rate = measureOf(group, 'selectionRate');
  return {
    label: nameOf(group.values),
    value: rate?.value ?? null,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
    isWeak: rate?.against?.verdict === 'too_small',
  };
}

function ratioDot(group: FairnessGroup): Dot {
  const against = measureOf(group, 'selectionRate')?.against;
  return {
    label: nameOf(group.values),
    value: against?.ratio.value ?? null,
    low: against?.ratio.low ?? null,
    high: against?.ratio.high ?? null,
    isWeak: against?.verdict === 'too_small',
  };
}

function selectionRow(group: FairnessGroup): string[] {
  const rate = measureOf(group, 'selectionRate');
  return [
    nameOf(group.values),
    String(group.people),
    String(group.chosen),
    number(rate?.value),
    between(rate),
    number(rate?.against?.ratio.value),
    between(rate?.against?.ratio),
    verdictOf(group, rate),
  ];
}

function errorRows(group: FairnessGroup): string[][] {
  const name = nameOf(group.values);
  const { comparisons, measures, verdicts } = fairnessText;
  const { equalisedOdds: odds, calibration } = group;
  return [
    ...group.measures
      .filter(({ measure }) => measure !== 'selectionRate')
      .map((one) => [
        name,
        measures[one.measure][0],
        number(one.value),
        between(one),
        number(one.against?.difference.value),
        between(one.against?.difference),
        verdictOf(group, one),
      ]),
    ...(odds
      ? [
          [
            name,
            comparisons.equalisedOdds[0],
            '',
            '',
            number(odds.worst.value),
            between(odds.worst),
            verdicts[odds.verdict],
          ],
        ]
      : []),
    ...(calibration?.error
      ? [[name, comparisons.calibration[0], number(calibration.error.value), between(calibration.error), '', '', '']]
      : []),
  ];
}

/** Observed shares by step of the score, for every group that has a calibration. */
const calibrationRows = (groups: readonly FairnessGroup[]): string[][] =>
  groups.flatMap(({ values, calibration }) =>
    (calibration?.bins ?? [])
      .filter(({ people }) => people >= fewest)
      .map((bin) => [
        nameOf(values),
        bin.from === bin.to ? String(bin.from) : `${number(bin.from)} … ${number(bin.to)}`,
        String(bin.people),
        number(bin.meanScore),
        number(bin.observed),
        between(bin),
      ]),
  );

const overallRows = ({ overall }: Grouping): string[][] =>
  overall.map(({ measure, difference, ratio, highest, lowest }) => [
    measure === 'equalisedOdds' ? fairnessText.comparisons.equalisedOdds[0] : fairnessText.measures[measure][0],
    number(difference.value),
    between(difference),
    number(ratio?.value),
    between(ratio),
    nameOf(highest),
    nameOf(lowest),
  ]);

const titled = (title: string, body: string): string => (body === '' ? '' : `<h3>${safe(title)}</h3>${body}`);

function groupingSection(audit: FairnessAudit, grouping: Grouping): string {
  const shown = grouping.groups.filter(({ people }) => people >= fewest);
  const hidden = grouping.groups.length - shown.length;
  const rates = shown.map(rateDot);
  const ratios = shown.filter(({ isReference }) => !isReference).map(ratioDot);
  const overallRate = audit.outcome.chosen / audit.people;
  // An extreme may be a group that is not shown.
  const overall = hidden > 0 ? '' : table(text.overallHeads, overallRows(grouping));
  return section(
    text.by(grouping.columns),
    [
      `<p>${safe(text.heldAgainst(nameOf(grouping.reference.values), grouping.reference.why))}</p>`,
      hidden > 0 ? `<p>${safe(text.hidden(hidden, fewest))}</p>` : '',
      titled(text.rates, dotPlot(rates, rateScale(rates), { title: text.rates, marks: [overallRate] })),
      ratios.length === 0
        ? ''
        : titled(
            text.ratios,
            dotPlot(ratios, ratioScale, { title: text.ratios, marks: [1], band: audit.settings.band }),
          ),
      table(text.selectionHeads, shown.map(selectionRow)),
      audit.label === null ? '' : titled(text.mistakes, table(text.errorHeads, shown.flatMap(errorRows))),
      titled(text.calibration, table(text.calibrationHeads, calibrationRows(shown))),
      titled(text.overall, overall),
    ].join(''),
  );
}

/**
 * An audit as a page that others read: question and people, per column of groups the rates and ratios drawn with their
 * intervals, the tables behind them, then formulas, methods and limits. Groups of fewer than ten people are counted and
 * not shown, nor what would tell them.
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
      [text.chosen, text.chosenOf(outcome.chosen, audit.people)],
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
        `<p>${safe(fairnessText.methods)}</p>`,
    ),
  ]);
}
