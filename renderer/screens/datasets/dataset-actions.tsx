import { ActionIcon, Button, Menu } from '@mantine/core';
import { ArrowRight, BookOpenText, Combine, Ellipsis, FileUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { openDataset } from '#renderer/workspace/open-dataset.ts';
import { goTo, selectDataset } from '#renderer/state/ui-state.ts';
import { joinText } from '#shared/text/window/join.ts';
import { datasetsText as text } from '#shared/text/window/datasets.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

const saveDictionary = (dataset: DatasetSummary): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestSave({
      kind: 'dictionary',
      suggestedName: text.dictionaryName(dataset.name),
    });
    if (!grant) return;
    const { fileName } = await engine.datasets.exportDictionary({ datasetId: dataset.id, grantId: grant.grantId });
    await refresh(keys.register, keys.verification);
    notifyDone(text.dictionarySaved(fileName));
  });

/** Deletes a dataset for a stated reason, which goes into the register. */
function DeleteDialog({
  dataset,
  all,
  opened,
  onClose,
}: {
  dataset: DatasetSummary;
  all: readonly DatasetSummary[];
  opened: boolean;
  onClose(): void;
}) {
  const views = all.filter(({ join }) => join?.left.datasetId === dataset.id || join?.right.datasetId === dataset.id);
  const [reason, setReason] = useState('');
  const remove = async (): Promise<void> => {
    await engine.datasets.delete({ datasetId: dataset.id, reason });
    selectDataset(null);
    await refresh(keys.datasets, keys.register, keys.verification);
    notifyDone(text.delete.done(dataset.name));
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={text.delete.title(dataset.name)}
      confirm={text.delete.confirm}
      danger
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={remove}
    >
      <p>{text.delete.sentence}</p>
      {views.length > 0 && <p>{joinText.madeOf(views.map(({ name }) => name))}</p>}
      <ReasonField label={text.delete.reason} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

interface Props {
  dataset: DatasetSummary;
  /** Every dataset of the workspace. */
  all: readonly DatasetSummary[];
  readOnly: boolean;
  /** Null: there is no other dataset to join with. */
  onJoin: (() => void) | null;
}

/** Open another, join with another, save the data dictionary, delete. */
export function DatasetActions({ dataset, all, readOnly, onJoin }: Props) {
  const [deleting, setDeleting] = useState(false);
  useScreenCommand({
    id: 'dataset.dictionary',
    label: text.actions.dictionary,
    run: () => void saveDictionary(dataset),
  });
  useScreenCommand(readOnly || onJoin === null ? null : { id: 'dataset.join', label: joinText.open, run: onJoin });
  useScreenCommand(
    readOnly ? null : { id: 'dataset.delete', label: text.actions.delete, run: () => setDeleting(true) },
  );
  return (
    <>
      <Button
        disabled={readOnly}
        leftSection={<FileUp size={14} aria-hidden="true" />}
        onClick={() => void openDataset()}
      >
        {text.actions.open}
      </Button>
      {onJoin !== null && (
        <Button disabled={readOnly} leftSection={<Combine size={14} aria-hidden="true" />} onClick={onJoin}>
          {joinText.open}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={text.actions.more}>
            <Ellipsis size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<BookOpenText size={14} aria-hidden="true" />}
            onClick={() => void saveDictionary(dataset)}
          >
            {text.actions.dictionary}
          </Menu.Item>
          <Menu.Item
            leftSection={<Trash2 size={14} aria-hidden="true" />}
            color="red"
            disabled={readOnly}
            onClick={() => setDeleting(true)}
          >
            {text.actions.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="filled"
        rightSection={<ArrowRight size={14} aria-hidden="true" />}
        onClick={() => goTo('classify')}
      >
        {text.actions.next}
      </Button>
      <DeleteDialog dataset={dataset} all={all} opened={deleting} onClose={() => setDeleting(false)} />
    </>
  );
}
