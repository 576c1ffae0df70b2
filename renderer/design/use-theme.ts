import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyFailure } from '#renderer/client/notify.ts';
import { keys, queryClient } from '#renderer/client/query-client.ts';
import { useSettings } from '#renderer/client/queries.ts';

/** Keeps the page's theme as the settings say. */
export function useTheme(): void {
  const { setColorScheme } = useMantineColorScheme();
  const { data } = useSettings();
  useEffect(() => {
    if (data) setColorScheme(data.theme === 'system' ? 'auto' : data.theme);
  }, [data, setColorScheme]);
}

/** The scheme on screen, whether chosen or the system's. */
export const useScheme = (): 'light' | 'dark' => useComputedColorScheme('light');

/** Saves a change of the settings; the window follows at once. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  try {
    queryClient.setQueryData(keys.settings, await engine.settings.set(change));
  } catch (error) {
    notifyFailure(error);
  }
}

/** From light to dark or back, by what is on screen now. */
export const switchTheme = (): void =>
  void changeSettings({ theme: document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'light' : 'dark' });
