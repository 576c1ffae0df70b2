import type { Classification, Decision, Finding } from '#shared/domain/finding.ts';
import type { JoinLineage } from '#shared/domain/joined-view.ts';
import { joinsText as text } from '#shared/text/engine/joins.ts';
import type { DatasetRecord } from '#engine/session/dataset-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** The records of both sources. */
export interface SourceRecords {
  left: DatasetRecord;
  right: DatasetRecord;
}

/** What is known of the column with the keyed hash: it was made here. */
const keyFinding = (name: string, { left, right }: JoinLineage): Finding => ({
  name,
  class: 'linkable',
  category: 'personal',
  type: 'person_id',
  flags: [],
  confidence: 1,
  needsReview: false,
  runnerUp: null,
  evidence: [{ kind: 'table', detail: text.evidence(left.column, right.column) }],
  notes: [],
});

/**
 * What the columns of a view are suggested to hold: what they were in their sources, whose values they are; the rest by
 * its own rows.
 */
export function inheritedFindings(
  found: Classification,
  key: string,
  lineage: JoinLineage,
  sources: SourceRecords,
): Classification {
  const origin = new Map(lineage.columns.map((column) => [column.name, column]));
  const columns = found.columns.map((finding): Finding => {
    if (finding.name === key) return keyFinding(key, lineage);
    const of = origin.get(finding.name);
    const source = of && sources[of.side].classification.columns.find(({ name }) => name === of.from);
    return source === undefined ? finding : { ...source, name: finding.name };
  });
  const inventory = found.inventory.filter(({ column }) => column !== key);
  return { ...found, columns, inventory, channel: null, source: null };
}

/** What people decided on the sources' columns, as decisions on those of the view. */
export function inheritedDecisions(lineage: JoinLineage, sources: SourceRecords): Decision[] {
  return lineage.columns.flatMap(({ name, side, from }) => {
    const { decisions, summary } = sources[side];
    const decision = decisions.find(({ column }) => column === from);
    if (decision === undefined) return [];
    return [{ ...decision, column: name, reason: text.decidedAs(summary.name, decision.reason) }];
  });
}

/** Enters inherited decisions, inside the transaction that enters the view. */
export function enterDecisions(
  workspace: Workspace,
  { id, sha256 }: { id: string; sha256: string },
  suggestions: Classification,
  decisions: readonly Decision[],
): void {
  if (decisions.length === 0) return;
  for (const decision of decisions) workspace.catalog.classifications.decide(id, decision);
  const byName = new Map(suggestions.columns.map((finding) => [finding.name, finding]));
  workspace.register.append({
    kind: 'classification.decided',
    subjectRef: id,
    payload: {
      datasetId: id,
      sourceSha256: sha256,
      decisions: decisions.map(({ column, action, type, class: kind, reason }) => ({
        column,
        action,
        type,
        class: kind,
        suggestedType: byName.get(column)?.type ?? type,
        suggestedClass: byName.get(column)?.class ?? kind,
        reason,
        recordSha256: workspace.catalog.held.hashOf('decision', id, column),
      })),
    },
  });
}
