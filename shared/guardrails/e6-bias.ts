import type { AuditInLog } from '#shared/domain/declared-use.ts';
import { because } from '#shared/domain/reason.ts';
import { told } from '#shared/facts/fact.ts';
import { e6Text } from '#shared/text/guardrails/e6-bias.ts';
import { visibleOutputs } from './output-view.ts';
import { isAuditGroupType, isScoreType } from './type-properties.ts';
import { doesNotApply, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const audits = (of: string, { outcome, score }: AuditInLog): boolean => outcome === of || score === of;

/** The newest audit of each outcome by each set of groups: a later one says what the earlier one said. */
function newest(of: readonly AuditInLog[]): AuditInLog[] {
  const last = new Map<string, AuditInLog>();
  for (const audit of of) last.set(JSON.stringify([audit.outcome, audit.score, [...audit.groups].sort()]), audit);
  return [...last.values()];
}

/** What the audits of these columns, each of which has one, say together. */
function judgeAudits(columns: string[], made: readonly AuditInLog[], serving: readonly string[]) {
  const entries = made.map(({ entry }) => entry);
  const groups = [...new Set(made.flatMap((audit) => audit.groups))];
  const sum = (of: 'disparities' | 'open' | 'openCrossed'): number => made.reduce((all, audit) => all + audit[of], 0);
  const [disparities, open, openCrossed] = [sum('disparities'), sum('open'), sum('openCrossed')];
  if (disparities > 0) return warn(columns, because('disparity-found', { entries, groups, disparities }));
  const notAudited = serving.filter((column) => !groups.includes(column));
  if (notAudited.length > 0 && notAudited.length === serving.length)
    return { ...notStated(because('groups-not-audited', { entries, groups, notAudited })), columns };
  if (open > 0) return { ...notStated(because('audit-open', { entries, groups, open })), columns };
  return pass(because('audited', { names: columns, entries, groups, notAudited, openCrossed }));
}

const churn = exampleColumn('churn_label', 'kept');
const gender = exampleColumn('gender', 'redacted');
const audited: AuditInLog = {
  entry: 12,
  outcome: 'churn_label',
  score: null,
  groups: ['gender'],
  disparities: 0,
  open: 0,
  openCrossed: 0,
  ofTheseData: true,
};
const afterAudit = (over: Partial<AuditInLog>) =>
  exampleInput([churn, gender], { release: 'targeting', declared: { audits: [{ ...audited, ...over }] } });

/** Reduce the bias of machine learning: what people are chosen by needs an audit of the very data. */
export const e6 = guardrail({
  id: 'E6',
  ...e6Text,
  source: 'Ethics rule 6; GDPR Art. 5(1)(a), recital 71',
  needs: ['segment'],
  blocks: {},
  judge(view) {
    if (view.release !== 'targeting') return doesNotApply(because('not-for-targeting'));
    const outputs = visibleOutputs(view);
    if (outputs.length === 0) return doesNotApply(because('no-columns'));
    const { segment } = view.facts;
    const scores = outputs.flatMap(({ findings }) => findings.filter(({ type }) => isScoreType(type)));
    const choosing = segment.state === 'told' ? segment.value.columns : [];
    const columns = [...new Set([...scores.map(({ name }) => name), ...choosing])];
    if (columns.length === 0) return pass(because('no-score'));
    const made = view.declared.audits;
    const current = newest(made.filter(({ ofTheseData }) => ofTheseData));
    const without = columns.filter((column) => !current.some((audit) => audits(column, audit)));
    if (without.length > 0) {
      const older = made.filter((audit) => without.some((column) => audits(column, audit))).at(-1);
      if (older !== undefined) return warn(without, because('audit-of-other-data', { entry: older.entry }));
      const isScore = without.some((column) => scores.some(({ name }) => name === column));
      return warn(without, because(isScore ? 'score-not-audited' : 'segment-not-audited'));
    }
    const serving = view.findings.filter(({ type }) => isAuditGroupType(type)).map(({ name }) => name);
    return judgeAudits(
      columns,
      current.filter((audit) => columns.some((column) => audits(column, audit))),
      serving.filter((name) => !columns.includes(name)),
    );
  },
  examples: [
    { name: 'no score', input: exampleInput([], { release: 'targeting' }), verdict: 'pass', code: 'no-score' },
    {
      name: 'a churn label',
      input: exampleInput([churn], { release: 'targeting' }),
      verdict: 'warn',
      code: 'score-not-audited',
    },
    {
      name: 'a segment',
      input: exampleInput([exampleColumn('city', 'kept')], {
        release: 'targeting',
        facts: { segment: told({ columns: ['city'], leftOut: 3 }) },
      }),
      verdict: 'warn',
      code: 'segment-not-audited',
    },
    {
      name: 'audited with last month’s file',
      input: afterAudit({ ofTheseData: false }),
      verdict: 'warn',
      code: 'audit-of-other-data',
    },
    {
      name: 'an audit that indicates disparities',
      input: afterAudit({ disparities: 2 }),
      verdict: 'warn',
      code: 'disparity-found',
    },
    {
      name: 'audited by regions alone, where gender is known',
      input: afterAudit({ groups: ['region'] }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'groups-not-audited',
    },
    {
      name: 'an audit that could not judge a group',
      input: afterAudit({ open: 1 }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'audit-open',
    },
    { name: 'audited, every group within the band', input: afterAudit({}), verdict: 'pass', code: 'audited' },
    {
      name: 'a churn label that nobody is chosen by',
      input: exampleInput([churn]),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'not-for-targeting',
    },
    {
      name: 'nothing that can be read',
      input: exampleInput([exampleColumn('churn_label', 'redacted')], { release: 'targeting' }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'no-columns',
    },
  ],
});
