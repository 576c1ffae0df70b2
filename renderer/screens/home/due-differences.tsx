import { Button } from '@mantine/core';
import { useDifferences } from '#renderer/client/differences.ts';
import { Section } from '#renderer/design/section.tsx';
import { DifferenceList } from '#renderer/differences/difference-list.tsx';
import { showRegisterTab } from '#renderer/state/register-place.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import { differencesWindowText as text } from '#shared/text/window/differences.ts';

/** So many stand on Home; the others are under Register. */
const most = 4;

/** What the data show and the register does not say, the gravest first. */
export function DueDifferences() {
  const { data } = useDifferences();
  if (!data || data.differences.length === 0) return null;
  const { differences } = data;
  const all = (
    <Button
      onClick={() => {
        showRegisterTab('differences');
        goTo('register');
      }}
    >
      {text.all(differences.length)}
    </Button>
  );
  return (
    <Section title={text.due} aside={all}>
      <DifferenceList differences={differences.slice(0, most)} label={text.tasks} />
    </Section>
  );
}
