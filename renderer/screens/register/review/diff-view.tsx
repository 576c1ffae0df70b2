import type { Difference } from '#shared/register/diff.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { fieldWords } from '../form/field-words.ts';
import { useFormContext } from '../form/record-form-context.ts';
import { diffLines } from './diff-lines.ts';
import styles from './review.module.css';

const text = recordsText.diff;

/** What changed, field by field, in one column: what was said over what is said now. */
export function DiffView({ kind, differences }: { kind: RecordKind; differences: readonly Difference[] }) {
  const names = useFormContext();
  if (differences.length === 0) return <p className={styles.quiet}>{text.nothing}</p>;
  return (
    <ul className={styles.diff} aria-label={text.label}>
      {differences.map((difference) => (
        <li key={difference.field}>
          <strong>{fieldWords(kind, difference.field).label}</strong>
          {diffLines(kind, difference, names).map(({ sign, words }, at) => (
            <div key={`${sign}${at}`} className={styles.diffLine} data-sign={sign}>
              <span aria-hidden="true">{sign}</span>
              <span className="sr-only">{sign === '−' ? text.before : text.after}</span>
              {sign === '−' ? <del>{words}</del> : <ins>{words}</ins>}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
