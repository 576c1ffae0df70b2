import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { PolicyItem } from '#shared/contract/policy.ts';
import { policyTopics } from '#shared/policy/index.ts';
import { policyKey, type PolicyRuling } from '#shared/policy/policy-in-force.ts';
import type { PolicyRow, PolicyTopic } from '#shared/policy/policy-row.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

const shownRow = ({ value, validFrom, source, checkedOn, note }: PolicyRow): PolicyItem['row'] => ({
  value,
  validFrom,
  source,
  checkedOn,
  note,
});

function itemOf({ rows, unit }: PolicyTopic, { id, subject, value, row, override }: PolicyRuling): PolicyItem {
  return {
    key: policyKey(id, subject),
    id,
    subject,
    value,
    unit,
    ...row.bounds,
    row: shownRow(row),
    pending: rows.filter((other) => other.pending && other.subject === subject).map(shownRow),
    override,
  };
}

/** What holds of every subject that has a row, on a day (YYYY-MM-DD), in the order of the topics. */
export function listPolicy(state: EngineSession, onDate: string): PolicyItem[] {
  const policy = state.policyOn(onDate);
  return policyTopics.flatMap((topic) =>
    [...new Set(topic.rows.map(({ subject }) => subject))].flatMap((subject) => {
      const ruling = policy.ruling(topic.id, subject);
      return ruling === null ? [] : [itemOf(topic, ruling)];
    }),
  );
}

/** The same of a day that somebody typed; default: today. @throws Failure WRONG_USAGE where it is no date */
export function policyOfDay(state: EngineSession, onDate: string | undefined): PolicyItem[] {
  if (onDate !== undefined && !z.iso.date().safeParse(onDate).success)
    throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  return listPolicy(state, onDate ?? state.today());
}
