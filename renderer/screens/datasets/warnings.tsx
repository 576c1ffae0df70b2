import { Section } from '#renderer/design/section.tsx';
import styles from './datasets.module.css';

/** What a person should know of how a file was read; nothing where there is nothing. */
export function Warnings({ title, warnings }: { title: string; warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Section>
  );
}
