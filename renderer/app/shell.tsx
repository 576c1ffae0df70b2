import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { ActionIcon } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { useConnection } from '#renderer/client/connection.ts';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { useStore } from '#renderer/state/create-store.ts';
import { uiState, useScreen } from '#renderer/state/ui-state.ts';
import { appText } from '#shared/text/window/app.ts';
import { WorkspaceDialogs } from '#renderer/workspace/workspace-dialogs.tsx';
import { CommandPalette } from './command-palette.tsx';
import { EngineNotice } from './engine-notice.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { InspectorSlotProvider, useInspectorSlot } from '../navigation/inspector.tsx';
import { MeterStrip } from './meter-strip.tsx';
import { NoticeList } from './notice-list.tsx';
import { Rail } from './rail.tsx';
import { screens } from './screens.ts';
import styles from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { TemporaryBanner } from './temporary-banner.tsx';
import { TitleBar } from './title-bar.tsx';
import { useCommands } from './use-commands.ts';
import { useEngineLife } from './use-engine-life.ts';
import { usePanes } from './use-panes.ts';
import { useTheme } from '../design/use-theme.ts';

/** In a narrow window (or at 200 % zoom) the inspector would lie over the work: there it is shown when asked for. */
function useNarrowWindow(): void {
  useEffect(() => {
    const narrow = window.matchMedia('(max-width: 1000px)');
    const follow = (): void => uiState.set({ inspectorOpen: !narrow.matches });
    follow();
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, []);
}

/** The frame of window.md: title bar, rail, the work with its meter strip, inspector, status bar. */
export function Shell() {
  useEngineLife();
  useTheme();
  useCommands();
  usePanes();
  const current = useScreen();
  const { phase } = useConnection();
  const inspectorOpen = useStore(uiState, (now) => now.inspectorOpen);
  const { slot, setNode, filled } = useInspectorSlot();
  const entry = screens.find((screen) => screen.id === current) ?? screens[0]!;
  const Current = entry.component;
  useEffect(() => {
    document.title = `${entry.label} · ${appText.product}`;
  }, [entry.label]);
  useNarrowWindow();
  // A dead engine took every open question with it: screens are drawn anew, from fresh answers, when the next one is
  // there.
  const waiting = phase === 'connecting' || phase === 'died';
  const showInspector = filled && inspectorOpen;

  return (
    <InspectorSlotProvider value={slot}>
      <a
        href="#work"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('work')?.focus();
        }}
      >
        {appText.skip}
      </a>
      <div className={styles.frame} data-inspector={showInspector || undefined}>
        <TitleBar />
        <Rail />
        <main id="work" className={styles.main} tabIndex={-1}>
          <EngineNotice />
          <TemporaryBanner />
          <NoticeList />
          <div className={styles.work}>
            <ErrorBoundary key={current}>
              <Suspense fallback={<SkeletonRows />}>
                {waiting ? <SkeletonRows label={appText.engine.connecting} /> : <Current />}
              </Suspense>
            </ErrorBoundary>
          </div>
          <MeterStrip />
          <div id="dialogs" />
        </main>
        <aside className={styles.inspector} aria-label={appText.inspectorLabel} hidden={!showInspector}>
          <ActionIcon
            className={styles.hide}
            aria-label={appText.hideInspector}
            onClick={() => uiState.set({ inspectorOpen: false })}
          >
            <PanelRightClose size={16} aria-hidden="true" />
          </ActionIcon>
          <div ref={setNode} className={styles.slot} tabIndex={0} role="group" aria-label={appText.inspectorLabel} />
        </aside>
        {filled && !inspectorOpen && (
          <ActionIcon
            className={styles.show}
            variant="default"
            aria-label={appText.showInspector}
            onClick={() => uiState.set({ inspectorOpen: true })}
          >
            <PanelRightOpen size={16} aria-hidden="true" />
          </ActionIcon>
        )}
        <StatusBar />
      </div>
      <CommandPalette />
      <WorkspaceDialogs />
    </InspectorSlotProvider>
  );
}
