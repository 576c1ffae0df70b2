import { Check, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './live.module.css';

const text = recipeText.live;

function Tile({ label, value, note, good }: { label: string; value: string; note: ReactNode; good: boolean }) {
  const Icon = good ? Check : CircleX;
  return (
    <div className={styles.tile} data-good={good}>
      <dt>{label}</dt>
      <dd className={styles.tileValue}>{value}</dd>
      <dd className={styles.tileNote}><Icon size={12} aria-hidden="true" />{note}</dd>
    </div>
  );
}

/** Where the output stands against its target: smallest group, unique rows, rows left out. */
export function StandingNumbers({ assessment, recipe }: { assessment: Assessment; recipe: Recipe }) {
  const { k, uniqueRows, rowsOut, rowsIn, suppressed } = assessment;
  const { target } = recipe;
  const share = rowsIn === 0 ? 0 : suppressed / rowsIn;
  return (
    <dl className={styles.tiles}>
      <Tile label={text.k} value={text.kValue(k)} note={k >= target.k ? text.kReached(target.k) : text.kMissed(target.k)} good={k >= target.k} />
      <Tile label={text.unique} value={text.uniqueValue(uniqueRows, rowsOut)} note={uniqueRows === 0 ? text.uniqueNone : text.uniqueSome} good={uniqueRows === 0} />
      <Tile label={text.suppressed} value={text.suppressedValue(suppressed, rowsIn)} note={text.suppressedShare(share, target.suppression)} good={share <= target.suppression} />
    </dl>
  );
}
