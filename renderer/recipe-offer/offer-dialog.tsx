import { Button, Modal } from '@mantine/core';
import type { RecipeProblem } from '#shared/contract/recipes.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { Section } from '#renderer/design/section.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './recipe-offer.module.css';

const text = recipeText.files;

/** A recipe from elsewhere, held against the dataset it is to be used on. */
export interface OfferedRecipe {
  recipe: Recipe;
  problems: RecipeProblem[];
  drift: string[];
}

function Sentences({ title, sentences, none }: { title: string; sentences: string[]; none?: string }) {
  if (sentences.length === 0 && none === undefined) return null;
  return (
    <Section title={title}>
      {sentences.length === 0 ? (
        <p className={styles.words}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {sentences.slice(0, 200).map((sentence, at) => (
            <li key={at}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What a recipe from elsewhere means for this dataset, before it takes the present one's place. */
export function OfferDialog({
  title,
  sentence,
  offered,
  onUse,
  onClose,
}: {
  title: string;
  sentence: string;
  offered: OfferedRecipe;
  onUse(): void;
  onClose(): void;
}) {
  return (
    <Modal opened onClose={onClose} title={title} size={620}>
      <p className={styles.words}>{sentence}</p>
      <Sentences title={text.drift} sentences={offered.drift} none={text.noDrift} />
      <Sentences title={text.problems} sentences={offered.problems.map((problem) => problem.sentence)} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{recipeText.cancel}</Button>
        <Button data-autofocus variant="filled" onClick={onUse}>
          {text.confirm}
        </Button>
      </div>
    </Modal>
  );
}
