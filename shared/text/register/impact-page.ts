import type { FilledField } from '#shared/register/impact/filled.ts';
import type { RuleEvidence } from '#shared/register/rules/rule.ts';
import { impactText as text } from './impact.ts';

function entryOf(proof: RuleEvidence): string {
  switch (proof.of) {
    case 'record':
      return text.fromEntry(proof.ref, proof.entry);
    case 'columns':
      return text.dataset(proof.name);
    case 'release':
      return text.release(proof.entry);
  }
}

/**
 * An assessment as it is read: the sections of the template, each field with what it says and the entries behind it, or
 * who must answer it.
 */
export const impactPageText = (
  activity: string,
  { publishedOn, consultationUntil }: { publishedOn: string; consultationUntil: string },
  fields: readonly FilledField[],
): string => {
  const filled = fields.filter(({ state }) => state === 'filled').length;
  const sections = text.sections.map((title, section) =>
    [
      `${section} ${title}`,
      ...fields
        .filter((field) => field.section === section)
        .flatMap((field) => [
          `  ${text.numbered(field.number, field.section, text.field(field.id))}`,
          ...(field.state === 'open'
            ? [`    ${text.open(field.who)}`]
            : [
                ...field.lines.map((line) => `    ${line}`),
                `    ${text.goesBy([...new Set(field.from.map(entryOf))])}`,
              ]),
        ]),
    ].join('\n'),
  );
  return [
    text.title(activity),
    text.consultationNote(publishedOn, consultationUntil),
    text.filled(filled, fields.length),
    ...sections,
  ].join('\n\n');
};
