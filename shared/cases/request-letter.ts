import type { RequestLetter } from '#shared/domain/request.ts';
import { words, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import { letterLanguages, type LetterWords } from '#shared/text/request-letters.ts';
import type { RequestDeed, RequestRecord } from './request.ts';
import { endsUse } from './request-stages.ts';

interface LetterContext {
  organisation: string;
  /** The day by which the next duty is due; null where none is. */
  due: string | null;
  /** The day of the letter. */
  on: string;
}

const list = (title: string, items: readonly string[]): PagePart[] =>
  items.length === 0 ? [] : [{ part: 'section', title, parts: [{ part: 'list', items }] }];

/** Rows of each dataset: in the column that has most of them, since several may name the same rows. */
function foundIn({ search }: RequestRecord): [string, number][] {
  const most = new Map<string, number>();
  for (const { dataset, rows, place } of search?.hits ?? [])
    if (place !== 'recipe') most.set(dataset, Math.max(most.get(dataset) ?? 0, rows));
  return [...most];
}

function deedWords(text: LetterWords, { what, note, rows, fileName }: RequestDeed): string {
  switch (what) {
    case 'copied':
      return text.copy(fileName ?? '');
    case 'erased':
      return text.erased(rows ?? 0);
    case 'rectified':
      return text.rectified(note, rows ?? 0);
    case 'suppressed':
      return text.suppressed;
    case 'stopped':
    case 'by-hand':
      return note;
  }
}

/** What was found, decided and done; what is kept and who was told. */
function answerParts(text: LetterWords, request: RequestRecord): PagePart[] | null {
  const { decision, search, deeds, recipients } = request;
  if (decision === null) return null;
  const found = foundIn(request);
  const nowhere = search !== null && found.length === 0 ? [words(text.foundNothing(search.searched.length))] : [];
  const kept = decision.kept.map(({ hit, reason }) => text.kept(search?.hits[hit]?.dataset ?? '', reason));
  const remains = deeds.flatMap((deed) => deed.remains.map(({ what, why }) => text.kept(what, why)));
  const told = recipients.flatMap(({ recipient, toldOn, notTold }) => {
    const whom = recipient ?? text.somebody;
    if (toldOn !== null) return [text.told(whom, text.day(toldOn))];
    return notTold === '' ? [] : [text.notTold(whom, notTold)];
  });
  return [
    words(text.outcome[decision.outcome]),
    ...(decision.ground === null ? [] : [words(text.ground[decision.ground])]),
    ...(decision.reason === '' ? [] : [words(text.because(decision.reason))]),
    ...nowhere,
    ...list(
      text.foundHead,
      found.map(([dataset, rows]) => text.found(dataset, rows)),
    ),
    ...list(
      text.doneHead,
      deeds.map((deed) => deedWords(text, deed)),
    ),
    ...list(text.keptHead, [...kept, ...remains]),
    ...list(
      text.notSearchedHead,
      (search?.notSearched ?? []).map(({ what, why }) => text.kept(what, why)),
    ),
    ...list(text.toldHead, told),
    words(text.remedies),
  ];
}

function recipientParts(text: LetterWords, { type, recipients }: RequestRecord): PagePart[] | null {
  if (recipients.length === 0) return null;
  return [
    ...recipients.map(({ fileName, writtenAt }) => words(text.toRecipient(fileName, text.day(writtenAt.slice(0, 10))))),
    words(text.became[type]),
    words(text.likewise),
    words(text.separately),
  ];
}

/** @returns null where there is nothing to tell in it yet */
function partsOf(
  text: LetterWords,
  request: RequestRecord,
  letter: RequestLetter,
  { due }: LetterContext,
): PagePart[] | null {
  const received = words(text.received(text.wish[request.type], text.day(request.receivedOn)));
  const by = due === null ? [] : [words(text.answerBy(text.day(due)))];
  switch (letter) {
    case 'acknowledge':
      return [received, ...(endsUse(request.type) ? [words(text.atOnce)] : by)];
    case 'ask-identity': {
      const asked = request.waits.findLast(({ why }) => why === 'identity');
      if (asked === undefined) return null;
      return [received, words(text.askIdentity), words(asked.detail), words(text.identityUse)];
    }
    case 'extension': {
      if (request.extension === null || due === null) return null;
      const { reason } = request.extension;
      return [received, words(text.longer(text.day(due))), words(text.because(reason)), words(text.remedies)];
    }
    case 'answer': {
      const answer = answerParts(text, request);
      return answer === null ? null : [received, ...answer];
    }
    case 'tell-recipients':
      return recipientParts(text, request);
  }
}

/**
 * A letter about a request, in the person's language where the texts are there in it, else in English. It has no value
 * of the data in it.
 * @returns null where there is nothing to tell in it yet
 */
export function letterOf(request: RequestRecord, letter: RequestLetter, context: LetterContext): PageDocument | null {
  const language = letterLanguages[request.language] === undefined ? 'en' : request.language;
  const text = letterLanguages[language]!;
  const parts = partsOf(text, request, letter, context);
  if (parts === null) return null;
  const title = text.titles[letter];
  const toPerson = letter !== 'tell-recipients';
  const above = [context.organisation, text.day(context.on), text.reference(request.ref)];
  const address = [request.name, request.contact, request.onBehalf === '' ? '' : text.onBehalf(request.onBehalf)];
  const lines = (toPerson ? [...above, ...address] : above).filter((line) => line !== '');
  return {
    title,
    language,
    parts: [
      ...lines.map(words),
      { part: 'heading', text: title },
      words(text.dear(toPerson ? request.name : '')),
      ...parts,
      words(text.regards),
      words(context.organisation === '' ? '[…]' : context.organisation),
    ],
  };
}

function plain(part: PagePart): string[] {
  switch (part.part) {
    case 'list':
      return [part.items.map((item) => `- ${item}`).join('\n')];
    case 'section':
      return [part.title, ...part.parts.flatMap(plain)];
    case 'heading':
    case 'words':
    case 'exact':
    case 'foot':
      return [part.text];
    default:
      return [];
  }
}

/** A letter as plain text, for an e-mail. */
export const letterText = ({ parts }: PageDocument): string => `${parts.flatMap(plain).join('\n\n')}\n`;
