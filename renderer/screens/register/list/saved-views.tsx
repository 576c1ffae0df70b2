import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { RecordView } from '#shared/domain/record-view.ts';
import { recordsText } from '#shared/text/window/records.ts';
import styles from './list.module.css';

const text = recordsText.list.views;
const queryKey = [...keys.records, 'views'];

/** Keeps the views of the workspace, and shows them anew. */
const keep = (views: RecordView[]): Promise<void> =>
  guarded(async () => {
    await engine.records.saveViews({ views });
    await refresh(queryKey);
  });

/** Asks for the name that a narrowed list is kept by; one of that name is replaced. */
function NameForm({ onSave }: { onSave(name: string): void }) {
  const [name, setName] = useState('');
  return (
    <form
      className={styles.viewForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim());
      }}
    >
      <TextInput
        label={text.name}
        data-autofocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={name.trim() === ''}>
        {text.keep}
      </Button>
    </form>
  );
}

/** Narrowed lists that people keep in this workspace: to go back to, to add this one to, to take out. */
export function SavedViews({ now, onShow }: { now: Omit<RecordView, 'name'>; onShow(view: RecordView): void }) {
  const { data: views = [] } = useQuery({ queryKey, queryFn: () => engine.records.views({}) });
  const { data: workspace } = useWorkspace();
  const [naming, setNaming] = useState(false);
  const readOnly = workspace?.readOnly ?? true;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<Bookmark size={14} aria-hidden="true" />}>{text.open}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => onShow(view)}>
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item disabled={readOnly} onClick={() => setNaming(true)}>
            {text.save}
          </Menu.Item>
          {views.map(({ name }) => (
            <Menu.Item
              key={name}
              disabled={readOnly}
              onClick={() => void keep(views.filter((one) => one.name !== name))}
            >
              {text.remove(name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={() => setNaming(false)} title={text.title} size={420}>
        <NameForm
          onSave={(name) => {
            setNaming(false);
            void keep([...views.filter((one) => one.name !== name), { name, ...now }]);
          }}
        />
      </Modal>
    </>
  );
}
