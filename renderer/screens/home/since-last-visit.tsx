import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import { homeText } from '#shared/text/window/home.ts';
import { moment } from '#shared/text/numbers.ts';
import styles from './home.module.css';

const text = homeText.sinceLastVisit;

/** What happened in the register since the workspace was opened the time before, the newest first. */
export function SinceLastVisit() {
  const { data } = useQuery({
    queryKey: [...keys.register, 'since-last-visit'],
    queryFn: () => engine.register.sinceLastVisit({}),
  });
  if (!data || data.since === null || data.entries.length === 0) return null;
  const { since, total, entries } = data;
  return (
    <Section
      title={text.title(moment(since))}
      aside={<Button onClick={() => goTo('register')}>{text.all(total)}</Button>}
    >
      <ul className={styles.happened}>
        {entries.map(({ seq, sentence }) => (
          <li key={seq}>
            <Button size="compact-xs" onClick={() => goToEntry(seq)}>
              #{seq}
            </Button>{' '}
            {sentence}
          </li>
        ))}
      </ul>
    </Section>
  );
}
