import { Button } from '@mantine/core';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { typeWords } from '#shared/text/window/classes.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';

const text = recipeText.purpose;

/** The purpose as stated to people and authorities, while no step is chosen. */
export function PurposeInspector({
  purpose,
  release,
  readOnly,
  onOwn,
  onEdit,
}: {
  purpose: Purpose | null;
  release: ReleaseKind;
  readOnly: boolean;
  onOwn(): void;
  onEdit(): void;
}) {
  return (
    <Inspector>
      {purpose && (
        <>
          <h2 className={styles.inspectorTitle}>
            {purpose.code} {purpose.title}
          </h2>
          <p className={styles.inspectorWords}>{purpose.description}</p>
          {purpose.targeting && (
            <p className={styles.inspectorWords}>
              <Pill tone="warn">{text.targeting}</Pill>
            </p>
          )}
          <Section title={text.lawfulBases}>
            <ul className={styles.plain}>
              {purpose.lawfulBases.map(({ basis, why }) => (
                <li key={basis}>
                  <strong>{text.bases[basis]}</strong> {why}
                </li>
              ))}
            </ul>
          </Section>
          <Section title={text.dataNeeded}>
            <ul className={styles.plain}>
              {purpose.dataNeeded.map(({ types, detail, why }, at) => (
                <li key={at}>
                  <strong>{detail}</strong> {why}
                  <details className={styles.types}>
                    <summary>{text.typesOf(types.length)}</summary>
                    {types.map(typeWords).join(', ')}
                  </details>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={text.benefit}>
            <p className={styles.inspectorWords}>{purpose.customerBenefit}</p>
          </Section>
          <Section title={text.retention}>
            <p className={styles.inspectorWords}>
              <strong>{text.retentionDays(purpose.retentionDays)}.</strong> {purpose.retentionWhy}
            </p>
          </Section>
          {purpose.preset && <p className={styles.inspectorSoft}>{text.preset}</p>}
        </>
      )}
      <Section title={text.releaseHeading}>
        <p className={styles.inspectorWords}>
          <strong>{text.releases[release]}.</strong> {text.releaseHelp[release]}
        </p>
      </Section>
      <div className={styles.inspectorButtons}>
        {purpose && (
          <Button disabled={readOnly} onClick={onEdit}>
            {text.edit}
          </Button>
        )}
        <Button disabled={readOnly} onClick={onOwn}>
          {text.own}
        </Button>
      </div>
    </Inspector>
  );
}
