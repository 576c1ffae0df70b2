import { csvText } from '#shared/domain/csv-text.ts';
import { facts, page, safe, section, table } from '#shared/pages/page-parts.ts';
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
 * The history as an HTML page laid out for A4 and Letter that is read without Custos and without colour: sentences first,
 * what proves them last.
 */
export function historyPage(history: PrintedHistory): string {
  const { workspace, organisation, entries, of, choices, head, verified, printedAt } = history;
  const rows = entries.map(({ seq, at, actor, sentence, leafHash }) => [
    String(seq),
    moment(at),
    actor,
    sentence,
    leafHash.slice(0, shownHash),
  ]);
  const broken = verified.ok ? '' : `<p class="broken">${safe(text.broken(verified.problems))}</p>`;
  const proof =
    head === null
      ? `<p>${safe(text.noHead)}</p>`
      : `${facts([
          [text.head.size, String(head.size)],
          [text.head.root, head.root],
          [text.head.at, moment(head.at)],
        ])}<pre>${safe(head.note)}</pre>`;
  return page(text.title(workspace), [
    `<h1>${safe(text.title(workspace))}</h1><p>${safe(text.made(organisation, moment(printedAt)))}</p>`,
    broken,
    `<div class="label"><p><strong>${safe(text.shown(entries.length, of))}</strong></p>`,
    choices.length === 0 ? '' : facts(choices),
    '</div>',
    entries.length === 0 ? `<p>${safe(text.none)}</p>` : table(text.heads, rows),
    section(text.proof, `${verified.ok ? `<p>${safe(text.holds(of))}</p>` : ''}${proof}`),
    `<footer>${safe(text.foot(shownHash))}</footer>`,
  ]);
}

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
