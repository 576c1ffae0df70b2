import { Button } from '@mantine/core';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { saveNow, useSaveState } from './recipe-saver.ts';
import styles from './recipe.module.css';

/** Whether the workspace holds what is on screen. */
export function SaveNote({ datasetId }: { datasetId: string }) {
  const state = useSaveState(datasetId);
  return (
    <span className={styles.saveNote}>
      <span role="status">{text.saving[state ?? 'none']}</span>
      {state === 'failed' && (
        <Button variant="subtle" size="compact-xs" onClick={() => void saveNow(datasetId)}>
          {text.saveNow}
        </Button>
      )}
    </span>
  );
}
