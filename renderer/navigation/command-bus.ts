import { useEffect, useRef } from 'react';
import type { AppCommandId } from '#shared/domain/app-command.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

/** A command only a screen offers while it is shown: it appears in the palette beside the menu's commands. */
export interface ScreenCommand {
  id: string;
  label: string;
  keys?: string;
  run(): void;
}

const offered = createStore<{
  commands: ReadonlyMap<string, ScreenCommand>;
  handlers: ReadonlyMap<AppCommandId, () => void>;
}>({ commands: new Map(), handlers: new Map() });

export const useScreenCommands = (): ReadonlyMap<string, ScreenCommand> => useStore(offered, (now) => now.commands);
export const useCommandHandlers = (): ReadonlyMap<AppCommandId, () => void> => useStore(offered, (now) => now.handlers);
export const currentHandlers = () => offered.get();

/** Offers a command in the palette while the calling component is shown; `null` withdraws it. */
export function useScreenCommand(command: ScreenCommand | null): void {
  const latest = useRef(command);
  latest.current = command;
  const id = command?.id;
  const label = command?.label;
  const keys = command?.keys;
  useEffect(() => {
    if (id === undefined || label === undefined) return;
    offered.set((now) => ({
      commands: new Map(now.commands).set(id, {
        id,
        label,
        ...(keys === undefined ? {} : { keys }),
        run: () => latest.current?.run(),
      }),
    }));
    return () => offered.set((now) => ({ commands: new Map([...now.commands].filter(([key]) => key !== id)) }));
  }, [id, label, keys]);
}

/**
 * Gives a command of the menu its effect while the calling component is shown (undo and redo of a screen, say); `null`
 * leaves it greyed.
 */
export function useCommandHandler(id: AppCommandId, run: (() => void) | null): void {
  const latest = useRef(run);
  latest.current = run;
  const active = run !== null;
  useEffect(() => {
    if (!active) return;
    const handler = (): void => latest.current?.();
    offered.set((now) => ({ handlers: new Map(now.handlers).set(id, handler) }));
    return () =>
      offered.set((now) => ({
        handlers: new Map([...now.handlers].filter(([key, value]) => key !== id || value !== handler)),
      }));
  }, [id, active]);
}
