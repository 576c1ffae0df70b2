import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '#renderer/design/base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '#renderer/client/query-client.ts';
import { styleNonce } from '#renderer/design/style-nonce.ts';
import { cssVariables, theme } from '#renderer/design/theme.ts';
import { Shell } from './shell.tsx';

// Only the choice of theme is kept by the page, so that the first frame already has it; the engine's settings stay the
// truth.
const schemeManager = localStorageColorSchemeManager({ key: 'custos-theme' });

/** The window: theme, answers of the engine, and the frame. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Shell />
      </QueryClientProvider>
    </MantineProvider>
  );
}
