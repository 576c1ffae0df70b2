import { Button } from '@mantine/core';
import type { SegmentLoss as Loss } from '#shared/domain/segments.ts';
import { count, percent } from '#shared/text/numbers.ts';
import { segmentsText } from '#shared/text/segments.ts';
import { segmentsWindowText } from '#shared/text/window/segments.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import styles from './segments.module.css';

const text = segmentsWindowText.loss;

/** The same segments of the source and of what the recipe would release; or why that cannot be told. */
export function SegmentLoss({ loss, k }: { loss: Loss | null; k: number }) {
  const toRecipe = <Button onClick={() => goTo('recipe')}>{text.toRecipe}</Button>;
  return (
    <Section title={text.title}>
      {loss === null && <Notice action={toRecipe}>{text.none}</Notice>}
      {loss !== null && loss.sameSegment === null && (
        <Notice tone="warn" action={toRecipe}>
          {segmentsText.notes.lossMissing(loss.missing)}
        </Notice>
      )}
      {loss !== null && loss.sameSegment !== null && (
        <>
          <p>{text.note(loss.sameSegment, loss.leftOut ?? 0)}</p>
          <table className={styles.table} aria-label={text.label}>
            <ColumnHeads names={text.heads} />
            <tbody>
              {loss.groups.map(({ name, before, after, stay, meanBefore, meanAfter, meanError }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={styles.number}>{count(before)}</td>
                  <td className={styles.number}>{after === null ? text.under(k) : count(after)}</td>
                  <td className={styles.number}>{percent(stay)}</td>
                  <td className={styles.number}>{segmentsWindowText.amount(meanBefore)}</td>
                  <td className={styles.number}>{segmentsWindowText.amount(meanAfter)}</td>
                  <td className={styles.number}>{text.error(meanError)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Section>
  );
}
