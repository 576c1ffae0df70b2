import { useDifferences } from '#renderer/client/differences.ts';
import { Section } from '#renderer/design/section.tsx';
import { DifferenceList } from '#renderer/differences/difference-list.tsx';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { differencesWindowText as text } from '#shared/text/window/differences.ts';
import { goToField } from './go-to-field.ts';

/** What the data show and this record does not say, each with one click to the field and to the proof; else nothing. */
export function RecordDifferences({ kind, id }: { kind: RecordKind; id: string }) {
  const { data } = useDifferences();
  const mine = data?.differences.filter(({ place }) => place?.kind === kind && place.id === id) ?? [];
  if (mine.length === 0) return null;
  return (
    <Section title={text.ofRecord(mine.length)}>
      <DifferenceList differences={mine} label={text.tasks} onField={goToField} />
    </Section>
  );
}
