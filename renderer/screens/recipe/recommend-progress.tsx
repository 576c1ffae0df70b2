import { Button, Progress } from '@mantine/core';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';

/**
 * While a recipe is being searched: what is going on, and Cancel. How long it takes is not known, so the bar does not
 * pretend to.
 */
export function RecommendProgress({ name, onCancel }: { name: string; onCancel(): void }) {
  return (
    <div className={styles.recommending} role="status">
      <div className={styles.recommendingWords}>
        <strong>{text.recommending(name)}</strong>
        <span>{text.recommendingWhy}</span>
      </div>
      <Progress.Root size={4} className={styles.recommendingBar}>
        <Progress.Section
          value={100}
          striped
          animated
          withAria={false}
          role="progressbar"
          aria-label={text.recommending(name)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={text.recommendingWhy}
        />
      </Progress.Root>
      <Button onClick={onCancel}>{text.cancel}</Button>
    </div>
  );
}
