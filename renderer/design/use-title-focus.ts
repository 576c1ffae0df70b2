import { useEffect } from 'react';

/** Puts the focus on the screen's title: whoever waited for the end of a job hears first how it ended. */
export function useTitleFocus(of: string): void {
  useEffect(() => document.getElementById('screen-title')?.focus(), [of]);
}
