import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { Columns3, CornerDownRight, Database, Search } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useDataset, useDatasets, useWorkspace } from '#renderer/client/queries.ts';
import { goTo, selectColumn, selectDataset } from '#renderer/state/ui-state.ts';
import { appText } from '#shared/text/window/app.ts';
import { datasetsText } from '#shared/text/window/datasets.ts';
import { appCommands, commandEffect } from '../navigation/app-commands.ts';
import { useCommandHandlers, useScreenCommands } from '../navigation/command-bus.ts';
import { shortcutText } from './shortcut.ts';
import { isMac } from './use-commands.ts';

/** Columns shown at once: a dataset may have thousands. */
const mostColumns = 12;

/** Ctrl/⌘ K: every command that can be used now, every dataset, every column. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const workspace = useWorkspace().data ?? null;
  const handlers = useCommandHandlers();
  const screenCommands = useScreenCommands();
  const datasets = useDatasets().data;
  const dataset = useDataset();
  const changeQuery = useCallback((next: string) => setQuery(next), []);

  const actions = useMemo((): SpotlightActionGroupData[] => {
    const words = query.trim().toLowerCase();
    const fits = (label: string): boolean => label.toLowerCase().includes(words);
    const keyHint = (keys: string | undefined) =>
      keys === undefined ? undefined : <kbd>{shortcutText(keys, isMac())}</kbd>;
    const commands = appCommands.flatMap((command) => {
      const run = command.id === 'app.palette' ? null : commandEffect(command.id, { workspace, handlers });
      return run && fits(command.label)
        ? [
            {
              id: command.id,
              label: command.label,
              onClick: run,
              rightSection: keyHint(command.keys),
              leftSection: <CornerDownRight size={14} aria-hidden="true" />,
            },
          ]
        : [];
    });
    const onScreen = [...screenCommands.values()]
      .filter(({ label }) => fits(label))
      .map(({ id, label, run, keys }) => ({
        id,
        label,
        onClick: run,
        rightSection: keyHint(keys),
        leftSection: <CornerDownRight size={14} aria-hidden="true" />,
      }));
    const toDatasets = (datasets ?? [])
      .filter(({ name }) => fits(name))
      .map(({ id, name }) => ({
        id: `dataset:${id}`,
        label: name,
        leftSection: <Database size={14} aria-hidden="true" />,
        onClick: () => {
          selectDataset(id);
          goTo('datasets');
        },
      }));
    const toColumns =
      words === '' || !dataset
        ? []
        : dataset.columns
            .filter(({ name }) => fits(name))
            .slice(0, mostColumns)
            .map(({ name }) => ({
              id: `column:${name}`,
              label: name.slice(0, 200),
              leftSection: <Columns3 size={14} aria-hidden="true" />,
              onClick: () => {
                selectColumn(name);
                goTo('datasets');
              },
            }));
    return [
      { group: appText.paletteGroups.here, actions: onScreen },
      { group: appText.paletteGroups.commands, actions: commands },
      { group: datasetsText.title, actions: toDatasets },
      { group: appText.paletteGroups.columns, actions: toColumns },
    ].filter((group) => group.actions.length > 0);
  }, [query, workspace, handlers, screenCommands, datasets, dataset]);

  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={changeQuery}
      filter={(_, all) => all}
      shortcut={null}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      nothingFound={appText.paletteEmpty}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': appText.paletteTitle } }}
      searchProps={{
        leftSection: <Search size={16} aria-hidden="true" />,
        placeholder: appText.search,
        'aria-label': appText.paletteTitle,
      }}
    />
  );
}
