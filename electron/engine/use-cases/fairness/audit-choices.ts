import type { AuditChoices } from '#shared/contract/fairness.ts';
import { yesOf } from '#shared/fairness/yes-words.ts';
import { isAuditGroupType, isScoreType } from '#shared/guardrails/type-properties.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { auditsInLog } from './audits-in-log.ts';

/**
 * What an audit of a dataset can go by: its columns, which of them serve, values to choose from where they are not
 * personal; and which audits the log has. No row is read. @throws Failure DATASET_UNKNOWN
 */
export async function auditChoices(state: EngineSession, datasetId: string): Promise<AuditChoices> {
  const workspace = state.requireWorkspace();
  const session = await state.dataset(datasetId);
  const hidden = session.hiddenColumns();
  const profiles = new Map(session.profiles.map((profile) => [profile.name, profile]));
  const { summary } = session.record;
  return {
    columns: session.effectiveFindings().flatMap(({ name, type }) => {
      const profile = profiles.get(name);
      if (profile === undefined) return [];
      const top = profile.top.map(({ value }) => value).filter((value) => value !== '');
      // Words for yes and no are nobody's, whatever the column may be.
      const yes = profile.distinct === 2 ? yesOf(top) : null;
      const isHidden = hidden.has(name) && yes === null;
      return [
        {
          name,
          isGroup: isAuditGroupType(type),
          isScore: isScoreType(type),
          isNumber: profile.valueType === 'integer' || profile.valueType === 'decimal',
          distinct: profile.distinct,
          values: isHidden ? [] : top,
          hidden: isHidden,
          yes,
        },
      ];
    }),
    made: state.audits.of(datasetId),
    inLog: auditsInLog(workspace, { ...summary, datasetId }).filter(({ ofTheseData }) => ofTheseData),
  };
}
