import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { worstFirst, type SinglingOut } from '#shared/domain/finding.ts';
import { ShareBar } from '#renderer/charts/share-bar.tsx';
import { useStanding } from '#renderer/client/use-standing.ts';
import { selectColumn } from '#renderer/state/ui-state.ts';
import { figuresText } from '#shared/text/figures.ts';
import { classifyText } from '#shared/text/window/classify.ts';
import styles from './classify.module.css';

const text = classifyText.singlingOut;

/** The strip's two figures in sentences: over what is counted, and over all columns. */
function Standing({ dataset }: { dataset: DatasetSummary }) {
  const { assessment, hasRecipe } = useStanding(dataset);
  if (assessment === null) return null;
  const { uniqueRows, uniqueAllColumns, rowsOut, counted, columns } = assessment;
  return (
    <p className={styles.sentence}>
      <strong>{text.headline(uniqueRows, rowsOut, figuresText.overFew(counted), hasRecipe)}</strong>{' '}
      {text.all(uniqueAllColumns, rowsOut, columns, hasRecipe)}
    </p>
  );
}

/** One set of columns with the rows that are alone over it. */
function Ranked({ set: { columns, uniqueShare, alone, of, ...set } }: { set: SinglingOut }) {
  const estimated = set.estimated === true;
  return (
    <li className={styles.set}>
      <span className={styles.setColumns}>
        {columns.map((name) => (
          <button key={name} type="button" className={styles.chip} onClick={() => selectColumn(name)}>
            {name.slice(0, 100)}
          </button>
        ))}
      </span>
      <ShareBar share={uniqueShare} />
      <strong>{text.sentence(columns.length, uniqueShare, estimated)}</strong>
      <span className={styles.setRows}>
        {alone !== undefined && of !== undefined && text.rows(alone, of, estimated)}
      </span>
    </li>
  );
}

/** Which columns and combinations single people out, worst first, as sentences with a bar, under the strip's figures. */
export function SinglingOutTab({
  dataset,
  classification: { singlingOut: sets, person, columns },
}: {
  dataset: DatasetSummary;
  classification: ClassifiedDataset;
}) {
  const ranked = new Set(sets.flatMap((set) => (set.columns.length === 1 ? set.columns : [])));
  const others = columns.length - ranked.size;
  // What an earlier version recorded left columns out; of a long or a wide table not every column was counted.
  const isComplete =
    columns.length <= 200 && sets.every(({ alone, estimated }) => alone !== undefined && estimated !== true);
  return (
    <>
      <Standing dataset={dataset} />
      {sets.length === 0 ? (
        <p className={styles.none}>{text.none}</p>
      ) : (
        <>
          <p className={styles.sentence}>
            {text.why}
            {person !== undefined && ` ${text.person(person)}`}
            {sets.some(({ estimated }) => estimated) && ` ${text.estimated}`}
          </p>
          <ol className={styles.sets}>
            {worstFirst(sets).map((set) => (
              <Ranked key={set.columns.join('\u0000')} set={set} />
            ))}
          </ol>
          {isComplete && others > 0 && <p className={styles.sentence}>{text.others(others)}</p>}
        </>
      )}
    </>
  );
}
