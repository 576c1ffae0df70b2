import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { appText } from '#shared/text/window/app.ts';

/**
 * Keeps a fault in one screen from taking the window down. The fault's own text is not shown: it might hold a value.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => this.setState({ failed: false });
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title={appText.crash.title}
          actions={
            <>
              <Button variant="filled" onClick={again}>
                {appText.crash.again}
              </Button>
              <Button
                onClick={() => {
                  goTo('home');
                  again();
                }}
              >
                {appText.crash.home}
              </Button>
            </>
          }
        >
          {appText.crash.sentence}
        </EmptyState>
      </div>
    );
  }
}
