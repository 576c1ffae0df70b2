import { spotlight } from '@mantine/spotlight';
import { appCommands, type AppCommandId, type GoCommandId } from '#shared/domain/app-command.ts';
import { screens } from '#shared/domain/screens.ts';
import { openDataset, trySample } from '#renderer/workspace/open-dataset.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import { showDialog } from '#renderer/workspace/dialog-state.ts';
import { chooseWorkspace, closeWorkspace, guarded, leaveWorkspace } from '#renderer/workspace/workspace-actions.ts';
import { switchTheme } from '../design/use-theme.ts';

/** What decides whether a command can be used now. */
export interface CommandContext {
  workspace: { temporary: boolean } | null;
  handlers: ReadonlyMap<AppCommandId, () => void>;
}

interface Effect {
  run(): void;
  isAvailable?(context: CommandContext): boolean;
}

const goEffects = Object.fromEntries(screens.map(({ id }) => [`go.${id}`, { run: () => goTo(id) }])) as Record<
  GoCommandId,
  Effect
>;
/** Only a screen that offers a handler gives it a meaning. */
const byScreen = (): Effect | null => null;

/**
 * The effect of every command; the list itself (names, menu, keys) is shared with the menu. A new command does not
 * compile until it has one.
 */
const effects: Record<AppCommandId, Effect | null> = {
  'dataset.open': { run: () => void openDataset() },
  'dataset.trySample': { run: () => void trySample() },
  'workspace.create': { run: () => void guarded(() => leaveWorkspace(async () => showDialog({ kind: 'create' }))) },
  'workspace.open': { run: () => void chooseWorkspace() },
  'workspace.save': {
    run: () => showDialog({ kind: 'save' }),
    isAvailable: ({ workspace }) => workspace?.temporary === true,
  },
  'workspace.close': { run: () => void closeWorkspace(), isAvailable: ({ workspace }) => workspace !== null },
  'evidence.export': {
    run: () => showDialog({ kind: 'evidence' }),
    isAvailable: ({ workspace }) => workspace !== null,
  },
  'register.import': {
    run: () => showDialog({ kind: 'register-import' }),
    isAvailable: ({ workspace }) => workspace !== null,
  },
  'register.export': {
    run: () => showDialog({ kind: 'register-export' }),
    isAvailable: ({ workspace }) => workspace !== null,
  },
  'edit.undo': byScreen(),
  'edit.redo': byScreen(),
  'app.palette': { run: () => spotlight.open() },
  ...goEffects,
  'app.toggleTheme': { run: () => switchTheme() },
  'app.about': byScreen(),
};

/** What a command does now, or null where it cannot be used. A screen's handler goes before the general effect. */
export function commandEffect(id: AppCommandId, context: CommandContext): (() => void) | null {
  const handler = context.handlers.get(id);
  if (handler) return handler;
  const effect = effects[id];
  return effect && (effect.isAvailable?.(context) ?? true) ? effect.run : null;
}

export { appCommands };
