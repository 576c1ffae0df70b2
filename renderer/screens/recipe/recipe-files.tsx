import { Button, Menu, Modal } from '@mantine/core';
import { EllipsisVertical, FileDown, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { RecipeProblem } from '#shared/contract/recipes.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { recipe as recipeSchema, type Recipe } from '#shared/domain/recipe-file.ts';
import { useScreenCommand } from '#renderer/app/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { saveRecipe } from '#renderer/client/save-recipe.ts';
import { Section } from '#renderer/design/section.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './recipe.module.css';
import type { RecipeDraft } from './use-recipe-draft.ts';

const text = recipeText.files;

interface Offered { fileName: string; recipe: Recipe; problems: RecipeProblem[]; drift: string[] }

function Sentences({ title, sentences, none }: { title: string; sentences: string[]; none?: string }) {
  if (sentences.length === 0 && none === undefined) return null;
  return <Section title={title}>{sentences.length === 0 ? <p className={styles.inspectorWords}>{none}</p> : <ul className={styles.driftList}>{sentences.slice(0, 200).map((sentence, at) => <li key={at}>{sentence}</li>)}</ul>}</Section>;
}

/** What an opened recipe means for this dataset, before it takes the present one's place. */
function OfferDialog({ offered, onUse, onClose }: { offered: Offered; onUse(): void; onClose(): void }) {
  const { fileName, recipe, problems, drift } = offered;
  return (
    <Modal opened onClose={onClose} title={text.title(fileName)} size={620}>
      <p className={styles.inspectorWords}>{text.sentence(recipe.steps.length)}</p>
      <Sentences title={text.drift} sentences={drift} none={text.noDrift} />
      <Sentences title={text.problems} sentences={problems.map(({ sentence }) => sentence)} />
      <div className={styles.dialogButtons}><Button onClick={onClose}>{recipeText.cancel}</Button><Button data-autofocus variant="filled" onClick={onUse}>{text.confirm}</Button></div>
    </Modal>
  );
}

/** The recipe as a file of its own: written for next month, opened with what has drifted since. */
export function RecipeFiles({ dataset, draft, onReplaced }: { dataset: DatasetSummary; draft: RecipeDraft; onReplaced(): void }) {
  const { recipe, act, readOnly } = draft;
  const [offered, setOffered] = useState<Offered | null>(null);
  const save = (): Promise<void> => guarded(() => saveRecipe(recipe, dataset.name));
  const open = (): Promise<void> => guarded(async () => {
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
        <Menu.Target><Button rightSection={<EllipsisVertical size={13} aria-hidden="true" />}>{text.more}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FileDown size={14} aria-hidden="true" />} onClick={() => void save()}>{text.save}</Menu.Item>
          <Menu.Item disabled={readOnly} leftSection={<FolderOpen size={14} aria-hidden="true" />} onClick={() => void open()}>{text.open}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {offered && <OfferDialog offered={offered} onUse={use} onClose={() => setOffered(null)} />}
    </>
  );
}
