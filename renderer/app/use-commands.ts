import { useEffect } from 'react';
import { appCommands, type AppCommandId } from '#shared/domain/app-command.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { keys, queryClient } from '#renderer/client/query-client.ts';
import { takeDropped, takeFile } from '#renderer/workspace/open-dataset.ts';
import { answerCloseAsked } from '#renderer/workspace/answer-close.ts';
import { guarded, openLastWorkspace } from '#renderer/workspace/workspace-actions.ts';
import { commandEffect } from '../navigation/app-commands.ts';
import { currentHandlers } from '../navigation/command-bus.ts';
import { isShortcut, isTyping } from './shortcut.ts';

export const isMac = (): boolean => window.custos.runtime.platform === 'darwin';

const runCommand = (id: AppCommandId): boolean => {
  const effect = commandEffect(id, {
    workspace: queryClient.getQueryData<WorkspaceSummary | null>(keys.workspace) ?? null,
    handlers: currentHandlers().handlers,
  });
  effect?.();
  return effect !== null;
};

/** In a field, undo and redo belong to the text. */
const belongsToField = (id: AppCommandId, target: EventTarget | null): boolean =>
  id.startsWith('edit.') && isTyping(target);

/** Menu, shortcuts, dropped files and files named at start: all lead to the same commands. */
export function useCommands(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = appCommands.find((entry) => entry.keys !== undefined && isShortcut(event, entry.keys, isMac()));
      if (command && !belongsToField(command.id, event.target) && runCommand(command.id)) event.preventDefault();
      for (const { keys: accelerator, run } of currentHandlers().commands.values()) {
        if (accelerator !== undefined && isShortcut(event, accelerator, isMac())) {
          event.preventDefault();
          run();
        }
      }
    };
    const onDragOver = (event: DragEvent): void => event.preventDefault();
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void takeDropped(file);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    void openLastWorkspace();
    const stopMenu = window.custos.onMenuCommand(runCommand);
    const stopAsking = window.custos.onCloseAsked(() => void answerCloseAsked());
    const stopFiles = window.custos.onFileOpened((grant) => void guarded(() => takeFile(grant)));
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
      stopMenu();
      stopAsking();
      stopFiles();
    };
  }, []);
}
