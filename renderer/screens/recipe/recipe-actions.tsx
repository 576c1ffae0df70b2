import { ActionIcon, Button } from '@mantine/core';
import { Plus, Redo2, Undo2, WandSparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

interface Props {
  draft: RecipeDraft;
  recommending: boolean;
  onAdd(): void;
  onRecommend(): void;
  /** What stands after the buttons. */
  children: ReactNode;
}

/** Undo, redo, add a step, have a recipe recommended: as buttons, and the last two in the palette. */
export function RecipeActions({ draft, recommending, onAdd, onRecommend, children }: Props) {
  const { recipe, readOnly } = draft;
  useScreenCommand(readOnly ? null : { id: 'recipe.add', label: text.add.title, run: onAdd });
  useScreenCommand(
    readOnly || recommending ? null : { id: 'recipe.recommend', label: text.recommend, run: onRecommend },
  );
  return (
    <>
      <ActionIcon variant="default" aria-label={text.undo} disabled={!draft.undo} onClick={() => draft.undo?.()}>
        <Undo2 size={15} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={text.redo} disabled={!draft.redo} onClick={() => draft.redo?.()}>
        <Redo2 size={15} aria-hidden="true" />
      </ActionIcon>
      <Button disabled={readOnly} leftSection={<Plus size={14} aria-hidden="true" />} onClick={onAdd}>
        {text.add.button}
      </Button>
      <Button
        variant={recipe.steps.length === 0 ? 'filled' : 'default'}
        disabled={readOnly || recommending}
        leftSection={<WandSparkles size={14} aria-hidden="true" />}
        onClick={onRecommend}
      >
        {text.recommend}
      </Button>
      {children}
    </>
  );
}
