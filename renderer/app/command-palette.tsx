import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { Columns3, CornerDownRight, Database, Search } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
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

type Action = SpotlightActionGroupData['actions'][number];

const forCommand = (id: string, label: string, keys: string | undefined, run: () => void): Action => ({
  id,
  label,
  onClick: run,
  rightSection: keys === undefined ? undefined : <kbd>{shortcutText(keys, isMac())}</kbd>,
  leftSection: <CornerDownRight size={14} aria-hidden="true" />,
});

const toDataset = ({ id, name }: DatasetSummary): Action => ({
  id: `dataset:${id}`,
  label: name,
  leftSection: <Database size={14} aria-hidden="true" />,
  onClick: () => {
    selectDataset(id);
    goTo('datasets');
  },
});

const toColumn = (name: string): Action => ({
  id: `column:${name}`,
  label: name.slice(0, 200),
  leftSection: <Columns3 size={14} aria-hidden="true" />,
  onClick: () => {
    selectColumn(name);
    goTo('datasets');
  },
});

/** What fits the words typed, in groups of which none is empty. */
function useActions(query: string): SpotlightActionGroupData[] {
  const workspace = useWorkspace().data ?? null;
  const handlers = useCommandHandlers();
  const screenCommands = useScreenCommands();
  const datasets = useDatasets().data;
  const dataset = useDataset();
  return useMemo(() => {
    const words = query.trim().toLowerCase();
    const fits = (label: string): boolean => label.toLowerCase().includes(words);
    const commands = appCommands.flatMap(({ id, label, keys }) => {
      const run = id === 'app.palette' ? null : commandEffect(id, { workspace, handlers });
      return run && fits(label) ? [forCommand(id, label, keys, run)] : [];
    });
    const onScreen = [...screenCommands.values()]
      .filter(({ label }) => fits(label))
      .map(({ id, label, run, keys }) => forCommand(id, label, keys, run));
    const toDatasets = (datasets ?? []).filter(({ name }) => fits(name)).map(toDataset);
    const columns = words === '' || !dataset ? [] : dataset.columns.map(({ name }) => name).filter(fits);
    return [
      { group: appText.paletteGroups.here, actions: onScreen },
      { group: appText.paletteGroups.commands, actions: commands },
      { group: datasetsText.title, actions: toDatasets },
      { group: appText.paletteGroups.columns, actions: columns.slice(0, mostColumns).map(toColumn) },
    ].filter((group) => group.actions.length > 0);
  }, [query, workspace, handlers, screenCommands, datasets, dataset]);
}

/** Ctrl/⌘ K: every command that can be used now, every dataset, every column. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const actions = useActions(query);
  const changeQuery = useCallback((next: string) => setQuery(next), []);
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
      // There at once, so that what is typed right after the keys that open it is typed into it.
      transitionProps={{ duration: 0 }}
      nothingFound={appText.paletteEmpty}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': appText.paletteTitle } }}
      searchProps={{
        leftSection: <Search size={16} aria-hidden="true" />,
        placeholder: appText.search,
        'aria-label': appText.paletteTitle,
        autoFocus: true,
      }}
    />
  );
}
