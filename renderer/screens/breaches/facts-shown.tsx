import type { BreachShown } from '#shared/contract/breaches.ts';
import { inZone } from '#shared/cases/breach/clock.ts';
import { breachWords as words } from '#shared/text/cases/breach.ts';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { Section } from '#renderer/design/section.tsx';
import { Said } from './said.tsx';

const text = breachesWindowText.facts;

/** What is known of a breach that nobody changes any more, or not here. */
export function FactsShown({ breach: { body } }: { breach: BreachShown }) {
  const { facts, zone } = body;
  const at = (moment: string | null): string | null => (moment === null ? null : inZone(moment, zone));
  return (
    <Section title={text.title}>
      <Said
        items={[
          [text.what, facts.description === '' ? facts.title : facts.description],
          [text.from, at(facts.occurredFrom)],
          [text.to, at(facts.occurredTo)],
          [text.detected, at(facts.detectedAt)],
          [text.type, facts.types.map((type) => words.types[type]).join('; ')],
          [text.cause, words.causes[facts.cause]],
          [text.processor, facts.processor?.name ?? null],
          [text.processorTold, at(facts.processor?.toldAt ?? null)],
          [text.whose, facts.peopleAre],
          [text.encrypted, words.answers[facts.encrypted]],
          [text.key, words.answers[facts.keyTaken]],
          [text.backups, words.answers[facts.backups]],
          [text.severity, facts.severity === null ? null : (words.severities[facts.severity] ?? null)],
          [text.severityReason, facts.severityReason],
          [text.consequences, facts.consequences],
          [text.taken, facts.measuresTaken],
          [text.planned, facts.measuresPlanned],
          [text.advice, facts.adviceToPeople],
          [text.contact, facts.contact],
        ]}
      />
    </Section>
  );
}
