import { words, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import { breachPageText } from '#shared/text/cases/breach-pages.ts';
import { inZone } from './clock.ts';
import type { BreachView } from './view.ts';

const text = breachPageText.letter;

/** What the letter says, by part; null: a person has to write it. */
function letterParts({
  body: { facts, zone },
  kinds,
  untold,
  register,
}: BreachView): [title: string, said: string[] | null][] {
  const [dpo] = register.organisation.dpo;
  const { email, phone } = register.organisation;
  const contact =
    facts.contact === ''
      ? dpo === undefined
        ? null
        : [text.contact(dpo.name, dpo.email, dpo.phone)]
      : [text.contact(facts.contact, email, phone)];
  const when =
    facts.occurredFrom === null
      ? []
      : [text.when(inZone(facts.occurredFrom, zone), facts.occurredTo === null ? '' : inZone(facts.occurredTo, zone))];
  const written = (value: string): string[] | null => (value === '' ? null : [value]);
  return [
    [text.what, facts.description === '' ? null : [facts.description, ...when]],
    ...(kinds.length + untold.length === 0
      ? []
      : [[text.data, [text.dataKinds(kinds, untold)]] satisfies [string, string[]]]),
    [text.consequences, written(facts.consequences)],
    [text.measures, written(facts.measuresTaken)],
    ...(facts.measuresPlanned === '' ? [] : [[text.plan, [facts.measuresPlanned]] satisfies [string, string[]]]),
    [text.advice, written(facts.adviceToPeople)],
    [text.ask, contact],
  ];
}

const missingOf: Record<string, string> = {
  [text.what]: text.missingParts.what,
  [text.consequences]: text.missingParts.consequences,
  [text.measures]: text.missingParts.measures,
  [text.advice]: text.missingParts.advice,
  [text.ask]: text.missingParts.contact,
};

/**
 * The letter to the people (Art. 34(2)): what happened, what it may mean, what was done, whom to ask. What nobody has
 * written stands in brackets. Always a draft: nothing sends it.
 */
export function letterPage(view: BreachView): PageDocument {
  return {
    title: text.title,
    parts: [
      { part: 'frame', parts: [{ part: 'words', text: '', strong: breachPageText.draft }, words(text.language)] },
      { part: 'heading', text: text.title },
      words(view.register.organisation.name),
      words(text.subject),
      ...letterParts(view).map(([title, lines]): PagePart => ({
        part: 'section',
        title,
        parts: (lines ?? [text.missing(missingOf[title] ?? title)]).map(words),
      })),
      words(text.rights),
    ],
  };
}
