import { Button, Menu } from '@mantine/core';
import { EllipsisVertical, FileDown, FolderOpen, Users } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { recipe as recipeSchema } from '#shared/domain/recipe-file.ts';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { saveRecipe } from '#renderer/client/save-recipe.ts';
import { OfferDialog, type OfferedRecipe } from '#renderer/recipe-offer/offer-dialog.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { choosePopulation } from './choose-population.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

const text = recipeText.files;

/** The recipe as a file of its own: written for next month, opened with what has drifted since. */
export function RecipeFiles({
  dataset,
  draft,
  onReplaced,
}: {
  dataset: DatasetSummary;
  draft: RecipeDraft;
  onReplaced(): void;
}) {
  const { recipe, act, readOnly } = draft;
  const [offered, setOffered] = useState<(OfferedRecipe & { fileName: string }) | null>(null);
  const save = (): Promise<void> => guarded(() => saveRecipe(recipe, dataset.name));
  const open = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestOpen({ kind: 'recipe' });
      if (!grant) return;
      const found = await engine.recipes.importFile({ datasetId: dataset.id, grantId: grant.grantId });
      setOffered({ ...found, recipe: recipeSchema.parse(found.recipe), fileName: grant.fileName });
    });
  const use = (): void => {
    if (!offered) return;
    act({ kind: 'recipe-replaced', recipe: offered.recipe });
    onReplaced();
    setOffered(null);
    notifyDone(text.opened(offered.fileName, offered.recipe.steps.length));
  };
  useScreenCommand({ id: 'recipe.saveFile', label: text.save, run: () => void save() });
  useScreenCommand(readOnly ? null : { id: 'recipe.openFile', label: text.open, run: () => void open() });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<EllipsisVertical size={13} aria-hidden="true" />}>{text.more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FileDown size={14} aria-hidden="true" />} onClick={() => void save()}>
            {text.save}
          </Menu.Item>
          <Menu.Item
            disabled={readOnly}
            leftSection={<FolderOpen size={14} aria-hidden="true" />}
            onClick={() => void open()}
          >
            {text.open}
          </Menu.Item>
          <Menu.Item
            disabled={readOnly}
            leftSection={<Users size={14} aria-hidden="true" />}
            onClick={() => void choosePopulation(dataset.id, draft)}
          >
            {text.population}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {offered && (
        <OfferDialog
          title={text.title(offered.fileName)}
          sentence={text.sentence(offered.recipe.steps.length)}
          offered={offered}
          onUse={use}
          onClose={() => setOffered(null)}
        />
      )}
    </>
  );
}
