import type { EditionCheck } from '#shared/domain/edition.ts';
import { importText as text } from '#shared/text/cli/import.ts';
import { editionText } from '#shared/text/editions.ts';
import type { CommandContext } from './context.ts';
import { describeFailure } from './exit-status.ts';
import type { Terminal } from './output.ts';

/** What an imported file was found to be against the edition before it. */
export interface TriedEdition {
  /** Null where there is no earlier edition, or it could not be told. */
  sinceLast: EditionCheck | null;
  /** Why it could not be told; null where it was, and where nothing was to be told. */
  sinceLastFailed: string | null;
}

/** Runs the guardrails on an imported file. The dataset is there already: what goes wrong here is told beside it. */
export async function checkedEdition({ client, follow }: CommandContext, datasetId: string): Promise<TriedEdition> {
  try {
    return { sinceLast: await follow(client.editions.check({ datasetId })), sinceLastFailed: null };
  } catch (error) {
    return { sinceLast: null, sinceLastFailed: describeFailure(error).sentence };
  }
}

const marks = { block: '✕', warn: '!', tell: '·' } as const;

/** What is new, line by line. */
export function tellEdition(terminal: Terminal, { sinceLast, sinceLastFailed }: TriedEdition): void {
  if (sinceLastFailed !== null) terminal.say(text.notChecked(sinceLastFailed));
  if (sinceLast === null) return;
  const { news, earlier, notes, registerEntry } = sinceLast;
  if (news.length === 0) terminal.say(editionText.nothingNew(earlier.name));
  else terminal.say(editionText.heading(news.length, earlier.name));
  for (const { weight, sentence, detail } of news) terminal.say(text.news(marks[weight], sentence, detail));
  for (const note of notes) terminal.say(note);
  terminal.say(text.entered(registerEntry));
}
