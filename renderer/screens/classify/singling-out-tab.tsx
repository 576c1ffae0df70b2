import { worstFirst, type SinglingOut } from '#shared/domain/finding.ts';
import { ShareBar } from '#renderer/charts/share-bar.tsx';
import { selectColumn } from '#renderer/state/ui-state.ts';
import { classifyText } from '#shared/text/window/classify.ts';
import styles from './classify.module.css';

const text = classifyText.singlingOut;

/** Which combinations of linkable columns single people out, worst first, as sentences with a bar. */
export function SinglingOutTab({ sets }: { sets: SinglingOut[] }) {
  if (sets.length === 0) return <p className={styles.none}>{text.none}</p>;
  return (
    <>
      <p className={styles.sentence}>{text.why}</p>
      <ol className={styles.sets}>
        {worstFirst(sets).map(({ columns, uniqueShare }) => (
          <li key={columns.join('\u0000')} className={styles.set}>
            <div>
              <strong>{text.sentence(columns, uniqueShare)}</strong>
            </div>
            <div className={styles.setColumns}>
              {columns.map((name) => (
                <button key={name} type="button" className={styles.chip} onClick={() => selectColumn(name)}>
                  {name.slice(0, 100)}
                </button>
              ))}
            </div>
            <ShareBar share={uniqueShare} />
          </li>
        ))}
      </ol>
    </>
  );
}
