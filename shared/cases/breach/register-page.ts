import { words, type PageDocument } from '#shared/pages/page-document.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachPageText } from '#shared/text/cases/breach-pages.ts';
import { untoldTerms, type JustificationTerm } from '#shared/domain/justification-terms.ts';
import type { BreachBody } from '../breach.ts';
import { inZone } from './clock.ts';
import type { PageMade } from './form-page.ts';
import { affectedBy } from './scope.ts';

const text = breachPageText.register;

function authorityOf({ decision, notified, zone }: BreachBody): string {
  if (notified !== null) return text.toldOn(inZone(notified.at, zone), notified.authority);
  if (decision === null) return text.undecided;
  return (decision.authority.tell ? text.toBeTold : text.notTold)(decision.authority.reason);
}

function peopleOf({ decision, told, zone }: BreachBody): string {
  if (told !== null) return text.peopleToldOn(inZone(told.at, zone), told.people);
  if (decision === null) return text.undecided;
  return (decision.people.tell ? text.toBeTold : text.notTold)(decision.people.reason);
}

const rowOf = (body: BreachBody): string[] => [
  `${body.ref} ${body.facts.title}`,
  inZone(body.facts.awareAt, body.zone),
  breachWords.states[body.state],
  body.scope === null ? text.notCounted : breachWords.people(affectedBy(body.scope.parts).people),
  authorityOf(body),
  peopleOf(body),
  body.closing === null ? text.open : text.closing(body.closing.effects, body.closing.remedy),
];

/** The register of Art. 33(5): every breach, those that no authority was told of with the reason. */
export function registerOfBreaches(
  bodies: readonly BreachBody[],
  { at, workspaceId, organisation, unreadable }: PageMade & { organisation: string; unreadable: number },
): PageDocument {
  const title = text.title(organisation);
  return {
    title,
    parts: [
      { part: 'heading', text: title },
      words(text.law),
      words(text.made(at, bodies.length)),
      ...(unreadable === 0 ? [] : [{ part: 'words' as const, text: text.unreadable(unreadable), broken: true }]),
      ...(bodies.length === 0
        ? [words(text.none)]
        : [{ part: 'table' as const, heads: text.heads, rows: bodies.map(rowOf) }]),
      { part: 'foot', text: breachPageText.form.foot(workspaceId) },
    ],
  };
}

/** The same for programs: every record as it lies sealed. */
/** With the term of the vocabulary for why people are not told. */
const withTerm = (body: BreachBody): BreachBody & { untoldTerm: JustificationTerm | null } => {
  const ground = body.decision?.people.ground ?? null;
  return { ...body, untoldTerm: ground === null ? null : untoldTerms[ground] };
};

export const registerJson = (
  bodies: readonly BreachBody[],
  about: PageMade & { organisation: string; unreadable: number },
): string =>
  `${JSON.stringify({ format: 'custos-breach-register', formatVersion: 1, ...about, breaches: bodies.map(withTerm) }, null, 2)}\n`;
