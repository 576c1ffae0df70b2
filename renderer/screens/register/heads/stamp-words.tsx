import { Section } from '#renderer/design/section.tsx';
import { headsTabText } from '#shared/text/window/heads.ts';
import styles from './heads.module.css';

const text = headsTabText.stamp;

/** How a head gets a time stamp of a third party, by hand, and what such a stamp shows. */
export function StampWords() {
  return (
    <Section title={text.title}>
      <p className={styles.said}>{text.said}</p>
      <p className={styles.said}>{text.proves}</p>
    </Section>
  );
}
