import { createHash } from 'node:crypto';
import type { FairnessAudit, FairnessGroup, Verdict } from '#shared/domain/fairness-audit.ts';
import { auditColumns, readWrittenRule } from '#shared/fairness/written-audit.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

type Payload = EntryPayload<'fairness.audited'>;
type Verdicts = Payload['groupings'][number]['verdicts'][number];

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An audit as the file that it is saved as. */
export const auditFileText = (audit: FairnessAudit): string => `${JSON.stringify(audit, null, 2)}\n`;

/** Over the names of a table's columns: a file may hold several tables. */
export const columnsSha256 = (columns: TableInHand['columns']): string =>
  sha256Of(JSON.stringify(columns.map(({ name }) => name)));

/** Verdicts of the groups that are held against the reference; nothing: there is nobody to measure it on. */
function countVerdicts(measure: Verdicts['measure'], found: readonly (Verdict | undefined)[]): Verdicts {
  const many = (verdict: Verdict | undefined): number => found.filter((one) => one === verdict).length;
  return {
    measure,
    disparity: many('disparity_indicated'),
    noDisparity: many('no_disparity_detected'),
    inconclusive: many('inconclusive'),
    tooSmall: many('too_small'),
    notStated: many(undefined),
  };
}

function verdictsOf(groups: readonly FairnessGroup[]): Verdicts[] {
  const compared = groups.filter(({ isReference }) => !isReference);
  const measures = groups[0]?.measures.map(({ measure }) => measure) ?? [];
  const ofMeasure = measures.map((id) =>
    countVerdicts(
      id,
      compared.map(({ measures: all }) => all.find(({ measure }) => measure === id)?.against?.verdict),
    ),
  );
  return [
    ...ofMeasure,
    ...(measures.length > 1
      ? [
          countVerdicts(
            'equalisedOdds',
            compared.map(({ equalisedOdds }) => equalisedOdds?.verdict),
          ),
        ]
      : []),
    ...(groups.some(({ calibration }) => calibration?.error)
      ? [
          countVerdicts(
            'calibration',
            compared.map(({ calibration }) => calibration?.against?.verdict),
          ),
        ]
      : []),
  ];
}

const yesOf = ({ column, rule, chosenBy }: { column: string; rule: string; chosenBy: 'person' | 'values' }) => {
  const read = readWrittenRule(rule);
  return { column, rule: read === null ? { kind: 'texts' as const } : { ...read, than: String(read.than) }, chosenBy };
};

/** What the log says of an audit: columns, formulas, counts of verdicts. Names of groups and chosen values are data. */
export function auditEntry(
  audit: FairnessAudit,
  { datasetId, sha256, columns }: Pick<TableInHand, 'datasetId' | 'sha256' | 'columns'>,
): Payload {
  const { outcome, label, score, settings, groupings } = audit;
  return {
    datasetId,
    fileName: audit.file,
    sourceSha256: sha256,
    columnsSha256: columnsSha256(columns),
    outcome: yesOf(outcome),
    label: label && yesOf(label),
    score: score?.column ?? null,
    groups: auditColumns(audit),
    rows: audit.rows,
    people: audit.people,
    chosen: outcome.chosen,
    groupings: groupings.map(({ columns: by, groups }) => ({
      columns: by,
      groups: groups.length,
      verdicts: verdictsOf(groups),
    })),
    formulas: [...Object.entries(fairnessText.measures), ...Object.entries(fairnessText.comparisons)]
      .filter(
        ([measure]) => label !== null || ['selectionRate', 'statisticalParity', 'disparateImpact'].includes(measure),
      )
      .map(([measure, [, formula]]) => ({ measure, formula })),
    settings: {
      confidence: String(settings.confidence),
      bandLow: String(settings.band.low),
      bandHigh: String(settings.band.high),
      alpha: String(settings.alpha),
      smallestGroup: settings.smallestGroup,
      smallestExpected: settings.smallestExpected,
    },
    tested: audit.tested,
    auditSha256: sha256Of(auditFileText(audit)),
  };
}
