import { Check, CircleX } from 'lucide-react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { figuresText } from '#shared/text/figures.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { Breakable } from '#renderer/design/breakable.tsx';
import styles from './live.module.css';

const text = recipeText.live;

function Tile({ label, value, note, good }: { label: string; value: string; note: string; good: boolean }) {
  const Icon = good ? Check : CircleX;
  return (
    <div className={styles.tile} data-good={good}>
      <dt>{label}</dt>
      <dd className={styles.tileValue}>{value}</dd>
      <dd className={styles.tileNote}>
        <Icon size={12} aria-hidden="true" />
        <Breakable text={note} />
      </dd>
    </div>
  );
}

/**
 * Where the output stands against its target: smallest group, unique rows over what is counted and over everything,
 * what the source gives away, rows left out.
 */
export function StandingNumbers({ assessment, recipe }: { assessment: Assessment; recipe: Recipe }) {
  const { k, counted, uniqueRows, uniqueAllColumns, relinkable, rowsOut, rowsIn, suppressed } = assessment;
  const { suppression } = recipe.target;
  const wanted = kOf(recipe);
  // Of no rows at all nothing good can be said.
  const some = rowsOut > 0;
  const share = rowsIn === 0 ? 0 : suppressed / rowsIn;
  return (
    <dl className={styles.tiles}>
      <Tile
        label={text.k}
        value={text.kValue(k)}
        note={k >= wanted ? text.kReached(wanted) : text.kMissed(wanted)}
        good={k >= wanted}
      />
      <Tile
        label={text.unique}
        value={text.uniqueValue(uniqueRows, rowsOut)}
        note={text.over(counted)}
        good={some && uniqueRows === 0}
      />
      <Tile
        label={figuresText.allColumns}
        value={text.uniqueValue(uniqueAllColumns, rowsOut)}
        note={text.allColumns(uniqueAllColumns)}
        good={some && uniqueAllColumns === 0}
      />
      <Tile
        label={figuresText.relinkable}
        value={figuresText.share(relinkable)}
        note={text.relinkable(relinkable)}
        good={some && relinkable === 0}
      />
      <Tile
        label={text.suppressed}
        value={text.suppressedValue(suppressed, rowsIn)}
        note={text.suppressedShare(share, suppression)}
        good={share <= suppression}
      />
    </dl>
  );
}
