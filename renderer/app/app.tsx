import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '#renderer/design/base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '#renderer/client/query-client.ts';
import { styleNonce } from '#renderer/design/style-nonce.ts';
import { cssVariables, theme } from '#renderer/design/theme.ts';
import { appText } from '#shared/text/window/app.ts';
import { Shell } from './shell.tsx';
import styles from './shell.module.css';

// Only the choice of theme is kept by the page, so that the first frame already has it; the engine's settings stay the truth.
const schemeManager = localStorageColorSchemeManager({ key: 'custos-theme' });

/** The window: theme, answers of the engine, and the frame. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} getStyleNonce={styleNonce} colorSchemeManager={schemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Shell />
        <section aria-label={appText.notices}><Notifications withinPortal={false} position="bottom-right" limit={4} className={styles.notices!} zIndex={300} /></section>
      </QueryClientProvider>
    </MantineProvider>
  );
}
