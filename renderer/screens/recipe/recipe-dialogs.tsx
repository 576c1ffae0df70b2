import type { Purpose } from '#shared/domain/purpose.ts';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { AddStepDialog } from './add-step-dialog.tsx';
import { PurposeDialog } from './purpose-dialog.tsx';

/** A step to add, the purpose to be made one's own or edited, a recipe to be replaced by a recommended one. */
export type OpenDialog = 'add' | 'own' | 'edit' | 'recommend';

interface Props {
  open: OpenDialog | null;
  /** How many steps a recommended recipe would replace. */
  steps: number;
  /** The recipe's own, and all there are. */
  purpose: Purpose | null;
  purposes: readonly Purpose[];
  onAdd(step: RecipeStep): void;
  onPurpose(id: string): void;
  onRecommend(): void;
  onClose(): void;
}

/** The dialogs of the recipe screen, of which one at most is open. */
export function RecipeDialogs({ open, steps, purpose, purposes, onAdd, onPurpose, onRecommend, onClose }: Props) {
  return (
    <>
      {open === 'add' && (
        <AddStepDialog
          onAdd={(step) => {
            onAdd(step);
            onClose();
          }}
          onClose={onClose}
        />
      )}
      {(open === 'own' || open === 'edit') && (
        <PurposeDialog
          edited={open === 'edit' ? purpose : null}
          purposes={purposes}
          onClose={onClose}
          onSaved={(id) => {
            onClose();
            onPurpose(id);
          }}
        />
      )}
      <ConfirmDialog
        opened={open === 'recommend'}
        title={text.recommendAgain.title}
        confirm={text.recommendAgain.confirm}
        onClose={onClose}
        onConfirm={async () => onRecommend()}
      >
        {text.recommendAgain.sentence(steps)}
      </ConfirmDialog>
    </>
  );
}
