import { packPlaces } from '#shared/evidence/pack-places.ts';
import { retentionEntries } from '#shared/journal/entry-kinds/retention.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import { count } from '#shared/text/numbers.ts';
import { retentionText } from '#shared/text/retention.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';
import {
  namesIn,
  packedJson,
  packedText,
  type PackContents,
  type PackedRetention,
  type PackSection,
} from '../pack-section.ts';
import type { PackedFile } from '../write-zip.ts';

const text = evidenceText.retention;

/** A count or a run of retention as the log has it: numbers and hashes, nobody's row. */
interface Run {
  entry: number;
  leafHash: string;
  at: string;
  by: string;
  kind: 'ran' | 'rehearsed';
  datasetId: string;
  dataset: string;
  today: string;
  rules: readonly { rule: string; column: string; total: number; over: number; held: number; undated: number }[];
  [more: string]: unknown;
}

/** Counts and runs by then, in their order. */
function runsIn(contents: PackContents): Run[] {
  const names = namesIn(contents);
  return contents.entries.flatMap(({ seq, ts, actor, kind, leaf_hash: leafHash, payload }): Run[] => {
    if (kind !== 'retention.ran' && kind !== 'retention.rehearsed') return [];
    const { success, data } = retentionEntries[kind].safeParse(payloadFacts(payload));
    if (!success) return [];
    const dataset = names.get(data.datasetId) ?? data.datasetId;
    const which = kind === 'retention.ran' ? ('ran' as const) : ('rehearsed' as const);
    return [{ entry: seq, leafHash, at: ts, by: actor, kind: which, dataset, ...data }];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const said = (value: unknown): string => (typeof value === 'number' ? count(value) : '');
const hash = (value: unknown): string => (typeof value === 'string' ? value : '');

const runRow = (run: Run): string[] => [
  String(run.entry),
  run.today,
  text.kinds[run.kind],
  run.dataset,
  count(sum(run.rules.map(({ over }) => over))),
  count(sum(run.rules.map(({ held }) => held))),
  count(sum(run.rules.map(({ undated }) => undated))),
  said(run.rowsBefore),
  said(run.rowsAfter),
  said(run.cellsEmptied),
  hash(run.sha256Before),
  hash(run.sha256After),
];

/** The rules, what they are about, holds and what is due next, as they stand now. */
function standing({ rules, bindings, holds, due }: PackedRetention) {
  return [
    {
      heading: text.rules,
      said: [],
      table: {
        heads: text.ruleHeads,
        rows: rules.map(({ title, duration, grace, action, legalReason, decided }) => [
          title,
          retentionText.period(duration, grace),
          retentionText.actions[action],
          legalReason,
          decided === null ? text.notDecided : text.decided(decided),
        ]),
      },
      records: [],
    },
    {
      heading: text.bindings,
      said: bindings.length === 0 ? [text.noBindings] : [],
      table: {
        heads: text.bindingHeads,
        rows: bindings.map(({ dataset, title, column, told, counted, next }) => [
          dataset,
          title,
          column,
          told,
          counted === null ? text.notCounted : text.counted(counted),
          next ?? '',
        ]),
      },
      records: [],
    },
    {
      heading: text.holds,
      said: holds.length === 0 ? [text.noHolds] : [],
      table: {
        heads: text.holdHeads,
        rows: holds.map((hold) => [
          text.held(hold),
          hold.citation,
          hold.until,
          hold.holds ? '' : text.holdOver,
          hold.reason,
        ]),
      },
      records: [],
    },
    {
      heading: text.due,
      said: due.length === 0 ? [text.nothingDue] : [],
      table: { heads: text.dueHeads, rows: due.map(({ what, at }) => [what, at.slice(0, 10)]) },
      records: [],
    },
  ];
}

function page({ organisation, asOf, workspaceId, retention }: PackContents, runs: readonly Run[]): PackedFile {
  const document = {
    title: text.title(organisation),
    said: [text.said(asOf), ...(retention === null ? [text.past] : [])],
    draft: false,
    sections: [
      ...(retention === null ? [] : standing(retention)),
      {
        heading: text.runs,
        said: runs.length === 0 ? [text.noRuns] : [],
        table: { heads: text.runHeads, rows: runs.map(runRow) },
        records: [],
      },
    ],
    foot: text.foot(workspaceId),
  };
  return packedText(`${packPlaces.retention}/retention.html`, registerPage(document));
}

/**
 * Periods of retention (G5): the rules, what they are about, holds, what is due next, and each count and run with its
 * numbers and the hashes of the rows before and after. Of a past day what the log has: counts and runs.
 */
export const retentionSection: PackSection = (contents) => {
  const { retention, asOf, profile } = contents;
  if (profile === 'public') return [];
  const runs = runsIn(contents);
  if (retention === null && runs.length === 0) return [];
  return [
    page(contents, runs),
    packedJson(`${packPlaces.retention}/retention.json`, {
      asOf,
      standing: retention,
      runs: runs.map(({ entry }) => entry),
    }),
    ...runs.map((run) => packedJson(`${packPlaces.retention}/${run.kind}-${run.entry}.json`, run)),
  ];
};
