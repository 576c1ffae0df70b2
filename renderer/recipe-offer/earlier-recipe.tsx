import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { recipe as recipeSchema, type Recipe } from '#shared/domain/recipe-file.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { untouchedRecipe } from '#renderer/client/untouched-recipe.ts';
import { shortName } from '#shared/text/names.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { OfferDialog } from './offer-dialog.tsx';

const text = recipeText.earlier;

/**
 * Last month's recipe, one press away where this dataset has the columns of an earlier one; nothing where it has not.
 * Its dates count from today.
 */
export function EarlierRecipe({
  datasetId,
  primary,
  onUse,
}: {
  datasetId: string;
  primary: boolean;
  onUse(recipe: Recipe, name: string): void;
}) {
  const [open, setOpen] = useState(false);
  const found = useQuery({
    queryKey: [...keys.recipe(datasetId), 'earlier'],
    queryFn: () => engine.recipes.earlier({ datasetId }),
  }).data;
  if (!found) return null;
  const { name, importedAt, problems, drift } = found;
  const before = recipeSchema.parse(found.recipe);
  const { referenceDate } = untouchedRecipe(before.purpose);
  const recipe = { ...before, referenceDate };
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        leftSection={<History size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {text.use(shortName(name))}
      </Button>
      {open && (
        <OfferDialog
          title={text.title(shortName(name))}
          sentence={text.sentence(recipe.steps.length, importedAt, before.referenceDate, referenceDate)}
          offered={{ recipe, problems, drift }}
          onUse={() => {
            setOpen(false);
            onUse(recipe, name);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
