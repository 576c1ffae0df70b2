import { Button } from '@mantine/core';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import type { FilledField } from '#shared/register/impact/filled.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import { BehindChips } from './behind-chips.tsx';
import styles from './impact.module.css';

const text = impactWindowText.fields;

/** Marks a field of the template, so that the next open one can be gone to. */
export const openFieldMark = 'data-open-field';

function Field({ field, onAnswer }: { field: FilledField; onAnswer: ((field: FilledField) => void) | null }) {
  const name = impactText.numbered(field.number, impactText.field(field.id));
  const answer = onAnswer !== null && (
    <Button
      size="compact-sm"
      aria-label={text.answerOf(name, field.state)}
      {...(field.state === 'open' ? { [openFieldMark]: '' } : {})}
      onClick={() => onAnswer(field)}
    >
      {field.state === 'open' ? text.answer : text.change}
    </Button>
  );
  return (
    <div className={styles.field} role="group" aria-label={name} data-state={field.state}>
      <h3 className={styles.name}>{name}</h3>
      {field.state === 'open' ? (
        <div className={styles.open}>
          <div>
            <Pill tone="unstated">{impactText.open(field.who)}</Pill>
            {field.unread !== undefined && <div className={styles.soft}>{impactText.mightAnswer(field.unread)}</div>}
          </div>
          {answer}
        </div>
      ) : (
        <div className={styles.said} data-by={field.by}>
          <div className={styles.saidHead}>
            <ul className={styles.lines}>
              {field.lines.map((line, at) => (
                <li key={at}>{line}</li>
              ))}
            </ul>
            {answer}
          </div>
          <span className={styles.soft}>{text.by[field.by]} </span>
          <BehindChips from={field.from} />
        </div>
      )}
    </div>
  );
}

/** One section of the template: how much of it is filled, and each field with its way to where it is answered. */
export function TemplateSection({
  section,
  fields,
  onAnswer,
}: {
  section: number;
  fields: readonly FilledField[];
  onAnswer: ((field: FilledField) => void) | null;
}) {
  const own = fields.filter((field) => field.section === section);
  const filled = own.filter(({ state }) => state === 'filled').length;
  return (
    <Section
      title={text.section(section, impactText.sections[section] ?? '')}
      aside={<span className={styles.soft}>{text.ofSection(filled, own.length)}</span>}
    >
      {own.map((field) => (
        <Field key={field.id} field={field} onAnswer={onAnswer} />
      ))}
    </Section>
  );
}
