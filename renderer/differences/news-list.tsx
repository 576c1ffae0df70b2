import { Button } from '@mantine/core';
import type { EditionNews } from '#shared/domain/edition.ts';
import { editionWindowText as text } from '#shared/text/window/editions.ts';
import { Pill, type Tone } from '#renderer/design/pill.tsx';
import { goTo, selectColumn } from '#renderer/state/ui-state.ts';
import styles from './news-list.module.css';

const tones: Record<EditionNews['weight'], Tone> = { block: 'block', warn: 'warn', tell: 'quiet' };

/** What a file has that the edition before had not, each with the way to its place. */
export function NewsList({ news }: { news: readonly EditionNews[] }) {
  return (
    <ul className={styles.list} aria-label={text.list}>
      {news.map(({ about, id, change, weight, sentence, detail }) => (
        <li key={`${about} ${id} ${sentence}`}>
          <Pill tone={tones[weight]}>{text.weights[weight]}</Pill>
          <span>
            {sentence}
            {detail !== '' && <span className={styles.detail}>{detail}</span>}
          </span>
          {about === 'guardrail' && <Button onClick={() => goTo('release')}>{text.toGuardrail}</Button>}
          {about === 'column' && change !== 'gone' && (
            <Button
              onClick={() => {
                selectColumn(id);
                goTo('classify');
              }}
            >
              {text.toColumn}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
