import type { AttackKind, AttackResult } from '#shared/domain/attack-results.ts';
import type { AnonymisedTables, TableEdition, TableJoin } from '#shared/domain/anonymised-tables.ts';
import type { DisclosureTest } from '#shared/domain/release-figures.ts';
import { editionReleaseText } from '#shared/text/engine/edition-release.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { figuresText } from '#shared/text/figures.ts';
import { attacked as withRefused, type Answer } from '#engine/release/attack-answers.ts';
import { pointsAt } from '#engine/release/edition-answer.ts';
import type { AttackedJoin } from './attack-joined.ts';

/** Columns of one of the tables. */
export interface ColumnsOf {
  table: string;
  columns: readonly string[];
}

export interface TablesToLabel {
  /** As measured on the written files, and what was asked for. */
  k: number;
  targetK: number;
  people: number;
  /** Written columns of all tables, their keys left out. */
  columns: number;
  tables: number;
  attacked: AttackedJoin;
  /** Columns in which a value reads otherwise for one person than for another. */
  local: readonly ColumnsOf[];
  /** Rows that found no place in their group, by table. */
  leftOut: readonly { table: string; rows: number }[];
  undecided: readonly ColumnsOf[];
  /** Special categories, crime and money: whether those who read alike differ in them is not measured. */
  sensitive: readonly ColumnsOf[];
  earlier: { joins: readonly TableJoin[] | null; editions: readonly TableEdition[] };
}

export type LabelledTables = Pick<AnonymisedTables, 'label' | 'tests' | 'against'>;

/** What the attacks of a kind say: passed only where at least one was judged and none is refused. */
function byAttacks(attacked: AttackedJoin, kind: AttackKind): Answer {
  const judged: AttackResult[] = (attacked.findings?.results ?? []).filter(
    ({ attack, verdict }) => attack === kind && verdict !== null,
  );
  const passed = judged.filter(({ verdict }) => verdict === 'passed').length;
  const open = judged.filter(({ verdict }) => verdict === 'cannot-be-judged').length;
  const detail =
    attacked.findings === null ? text.notAttacked(attacked.why) : text.attacks(passed, judged.length, open);
  const result = passed > 0 && open === 0 ? 'pass' : 'not-assessed';
  const missing = result === 'pass' ? [] : [text.against.open(figuresText.questions[kind], detail)];
  const answer: Answer = { test: { test: kind, result, detail }, missing };
  return withRefused(answer, attacked.findings);
}

/** An answer with what else is known of its question, which can only make it worse. */
function and({ test, missing }: Answer, more: { detail: string; missing: readonly string[]; failed: boolean }): Answer {
  const result: DisclosureTest['result'] = more.failed ? 'fail' : test.result;
  return {
    test: { ...test, result, detail: `${more.detail} ${test.detail}` },
    missing: [...more.missing, ...missing],
  };
}

/** What earlier releases say about linking. */
function linking({ earlier: { joins, editions } }: TablesToLabel): Parameters<typeof and>[1] {
  const joining = (joins ?? []).filter(({ joined }) => joined !== null && joined > 0);
  const unknown = (joins ?? []).filter(({ joined }) => joined === null);
  const pointing = editions.filter(pointsAt);
  return {
    detail: [
      text.freshKeys,
      releaseText.earlier.all(joins === null ? null : [...joins]),
      ...(editions.length === 0 ? [] : [editionReleaseText.all(editions)]),
    ].join(' '),
    missing: [
      ...joining.map((one) => releaseText.missing.joins(one)),
      ...unknown.map((one) => releaseText.missing.notCompared(one)),
      ...editionReleaseText.missing(pointing),
    ],
    failed: joining.length > 0 || pointing.length > 0,
  };
}

/**
 * What may be said of the released tables. *Anonymised* as of one table: k people over all columns of all tables joined, no
 * identifier and no undecided column left, all three questions answered and passed, no earlier release joined. What was
 * recoded locally, or left out by where its group lies, is *k-anonymous* at most.
 */
export function labelTables(input: TablesToLabel): LabelledTables {
  const { k, targetK, people, columns, tables, attacked, local, leftOut, undecided, sensitive } = input;
  const wanted = Math.max(2, targetK);
  const single = and(byAttacks(attacked, 'singling-out'), {
    detail: text.behind(k, people, columns, tables),
    missing: k >= wanted ? [] : [text.against.k(k, wanted)],
    failed: k < wanted,
  });
  const answers = [single, and(byAttacks(attacked, 'linkability'), linking(input)), byAttacks(attacked, 'inference')];
  const against = [
    ...local.map(({ table, columns: names }) => text.against.local(table, names)),
    ...leftOut.map(({ table, rows }) => text.against.leftOut(table, rows)),
    ...undecided.map(({ table, columns: names }) => text.against.undecided(table, names)),
    ...sensitive.map(({ table, columns: names }) => text.against.sensitive(table, names)),
    ...new Set(answers.flatMap(({ missing }) => missing)),
  ];
  return {
    label: against.length === 0 ? 'anonymised' : 'k-anonymous',
    tests: answers.map(({ test }) => test),
    against,
  };
}
