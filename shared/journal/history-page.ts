import { csvText } from '#shared/domain/csv-text.ts';
import { documentPage, words, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import { historyPageText as text } from '#shared/text/history/page.ts';
import { moment } from '#shared/text/numbers.ts';

/** One entry as it is printed. */
export interface PrintedEntry {
  seq: number;
  /** ISO 8601 in UTC. */
  at: string;
  actor: string;
  kind: string;
  sentence: string;
  leafHash: string;
}

/** The history of a workspace, or a part of it, newest first. */
export interface PrintedHistory {
  workspace: string;
  organisation: string;
  entries: readonly PrintedEntry[];
  /** How many entries the register has. */
  of: number;
  /** What was chosen, each choice with its label; empty for everything. */
  choices: readonly (readonly [label: string, value: string])[];
  /** The newest signed head; null where there is none. */
  head: { size: number; root: string; at: string; note: string } | null;
  /** What verifying the register found, just before. */
  verified: { ok: boolean; problems: readonly string[] };
  /** ISO 8601. */
  printedAt: string;
}

const shownHash = 16;

/**
 * The history as a document that is read without Custos and without colour: sentences first, what proves them last.
 */
export function historyDocument(history: PrintedHistory): PageDocument {
  const { workspace, organisation, entries, of, choices, head, verified, printedAt } = history;
  const rows = entries.map(({ seq, at, actor, sentence, leafHash }) => [
    String(seq),
    moment(at),
    actor,
    sentence,
    leafHash.slice(0, shownHash),
  ]);
  const proof: PagePart[] =
    head === null
      ? [words(text.noHead)]
      : [
          {
            part: 'facts',
            rows: [
              [text.head.size, String(head.size)],
              [text.head.root, head.root],
              [text.head.at, moment(head.at)],
            ],
          },
          { part: 'exact', text: head.note },
        ];
  const broken: PagePart[] = verified.ok ? [] : [{ part: 'words', text: text.broken(verified.problems), broken: true }];
  return {
    title: text.title(workspace),
    parts: [
      { part: 'heading', text: text.title(workspace) },
      words(text.made(organisation, moment(printedAt))),
      ...broken,
      {
        part: 'frame',
        parts: [
          { part: 'words', text: '', strong: text.shown(entries.length, of) },
          { part: 'facts', rows: choices },
        ],
      },
      entries.length === 0 ? words(text.none) : { part: 'table', heads: text.heads, rows },
      {
        part: 'section',
        title: text.proof,
        parts: [...(verified.ok ? [words(text.holds(of))] : []), ...proof],
      },
      { part: 'foot', text: text.foot(shownHash) },
    ],
  };
}

/** The same as an HTML page laid out for A4 and Letter. */
export const historyPage = (history: PrintedHistory): string => documentPage(historyDocument(history));

/** The same as a table for other programs: instants in UTC, hashes whole. */
export const historyCsv = ({ entries }: Pick<PrintedHistory, 'entries'>): string =>
  csvText([
    ['seq', 'time', 'who', 'kind', 'sentence', 'leaf_hash'],
    ...entries.map(({ seq, at, actor, kind, sentence, leafHash }) => [
      String(seq),
      at,
      actor,
      kind,
      sentence,
      leafHash,
    ]),
  ]);
