import { extname } from 'node:path';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { settingsRepository } from '#engine/catalog/repositories/settings.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { HistoryFilter } from '#shared/contract/register.ts';
import { entrySentence } from '#shared/journal/entry-sentence.ts';
import {
  historyCsv,
  historyDocument,
  historyPage,
  type PrintedEntry,
  type PrintedHistory,
} from '#shared/journal/history-page.ts';
import { historyText } from '#shared/text/history/index.ts';
import { historyPageText as text } from '#shared/text/history/page.ts';
import { moment } from '#shared/text/numbers.ts';
import { registerText } from '#shared/text/window/register.ts';
import { printDocument } from '#engine/register-files/print-document.ts';
import { historyOf } from './history/history-of.ts';
import { searchHistory } from './history/search-history.ts';
import { payloadFacts } from './payload-facts.ts';
import { reading } from './open-for-reading.ts';
import { verifyInFull } from './read-journal.ts';

/** Entries that a PDF takes: some two hundred pages. */
export const mostOnPaper = 5000;

export interface HistoryToPrint {
  filter: HistoryFilter;
  /** What the workspace is called. */
  name: string;
  profileDirectory: string;
  now: Date;
}

/** The chosen entries of a register with all that a page says of them. Needs no passphrase. */
export async function historyToPrint(
  directory: string,
  { filter, name, profileDirectory, now }: HistoryToPrint,
): Promise<PrintedHistory> {
  const { ok, checkpoint, problems, entries: of } = await verifyInFull(directory, { profileDirectory });
  return reading(directory, (db) => {
    const log = logRepository(db);
    const { items, names } = historyOf(directory, log);
    const { found } = searchHistory(items, filter);
    const entries = log.these(found.toReversed().map(({ seq }) => seq)).map((entry): PrintedEntry => {
      const [seq, kind, actor] = [Number(entry.seq), String(entry.kind), String(entry.actor)];
      const payload = payloadFacts(entry.payload);
      return {
        seq,
        at: String(entry.ts),
        actor,
        kind,
        sentence: entrySentence({ kind, actor, payload }, (id) => names.nameAt(id, seq)),
        leafHash: String(entry.leaf_hash),
      };
    });
    const dataset = found.find((item) => item.dataset === filter.dataset)?.about;
    return {
      workspace: name,
      organisation: settingsRepository(db).get('organisation') ?? '',
      entries,
      of,
      choices: choicesOf(filter, dataset ?? undefined),
      head: checkpoint === null ? null : { ...checkpoint, note: log.checkpoint() ?? '' },
      verified: { ok, problems: problems.map(({ detail }) => detail) },
      printedAt: now.toISOString(),
    };
  });
}

/** What was chosen, in words. */
function choicesOf(filter: HistoryFilter, dataset: string | undefined): [string, string][] {
  const { text: words, actor, area, kind, since, before } = filter;
  const { choices } = text;
  const chosen: [string, string | undefined][] = [
    [choices.text, words],
    [choices.actor, actor],
    [choices.area, area === undefined ? undefined : historyText.areas[area]],
    [choices.dataset, dataset ?? filter.dataset],
    [choices.kind, kind === undefined ? undefined : registerText.kind(kind)],
    [choices.since, since === undefined ? undefined : moment(since)],
    [choices.before, before === undefined ? undefined : moment(before)],
  ];
  return chosen.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[label, value]]));
}

/**
 * The history as the text of a file, by its ending: `.csv`, `.pdf` (to be printed from this HTML) or HTML.
 * @throws Failure WRONG_USAGE for a PDF of too many entries
 */
export function historyFile(history: PrintedHistory, path: string): string {
  const ending = extname(path).toLowerCase();
  if (ending === '.csv') return historyCsv(history);
  if (ending === '.pdf' && history.entries.length > mostOnPaper)
    throw new Failure('WRONG_USAGE', text.tooLong(history.entries.length, mostOnPaper));
  return historyPage(history);
}

/** The same as PDF, set without a window. @param resources the folder that holds `fonts/` */
export async function historyPdf(history: PrintedHistory, resources: string): Promise<Uint8Array> {
  return (await printDocument(historyDocument(history), { asOf: history.printedAt, resources })).bytes;
}
