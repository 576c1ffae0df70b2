import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Redo2, Undo2 } from 'lucide-react';
import { heightOf } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { hierarchyText } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import type { TreeEditor } from './use-tree-editor.ts';

const text = hierarchyText.actions;

/** What the keys do, as buttons; `level` is the one in use, which a new level goes above. */
export function TreeActions({ editor, level, disabled }: { editor: TreeEditor; level: number; disabled: boolean }) {
  const { chosen, tree } = editor;
  const [first] = chosen;
  const groups = chosen.length > 0 && chosen.every((node) => node.level > 0);
  useCommandHandler('edit.undo', editor.canUndo ? editor.undo : null);
  useCommandHandler('edit.redo', editor.canRedo ? editor.redo : null);
  return (
    <div className={styles.bar} role="toolbar" aria-label={hierarchyText.title}>
      <ActionIcon variant="default" aria-label={text.undo} disabled={!editor.canUndo} onClick={editor.undo}>
        <Undo2 size={15} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={text.redo} disabled={!editor.canRedo} onClick={editor.redo}>
        <Redo2 size={15} aria-hidden="true" />
      </ActionIcon>
      <Button
        disabled={disabled || !groups || chosen.length > 1}
        onClick={() => first && editor.set({ renaming: first, refusal: null })}
      >
        {text.rename}
      </Button>
      <Button disabled={disabled || !first || first.level >= heightOf(tree)} onClick={editor.group}>
        {text.group}
      </Button>
      <Button disabled={disabled || !groups || chosen.length < 2} onClick={editor.merge}>
        {text.merge}
      </Button>
      <Button disabled={disabled || !first} onClick={editor.cutChosen}>
        {text.cut}
      </Button>
      <Button disabled={disabled || editor.cut.length === 0} onClick={editor.paste}>
        {text.paste}
      </Button>
      <Button disabled={disabled || !first} onClick={editor.remove}>
        {text.remove}
      </Button>
      <Button disabled={disabled} onClick={() => editor.addLevel(level)}>
        {text.addLevel}
      </Button>
      <Button disabled={disabled || heightOf(tree) === 1} onClick={() => editor.removeLevel(level)}>
        {text.removeLevel}
      </Button>
      <TextInput
        className={styles.find}
        aria-label={hierarchyText.find}
        placeholder={hierarchyText.find}
        value={editor.search}
        onChange={(event) => editor.set({ search: event.currentTarget.value })}
      />
    </div>
  );
}
