import { createStore, useStore } from '#renderer/state/create-store.ts';
import { uiState } from '#renderer/state/ui-state.ts';
import { failureText } from '#shared/text/window/failures.ts';
import { readFailure } from './failure.ts';

/** What was done last, as the status bar says it; where it leads to something, the press that shows it. */
export interface DoneNotice {
  message: string;
  /** When it was said, in milliseconds of the page's own clock. */
  at: number;
  show?: { label: string; run(): void };
}
/** Something that went wrong or is worth knowing, above the work until it is closed. */
export interface StandingNotice {
  key: string;
  tone: 'block' | 'quiet';
  title: string;
  message: string;
  times: number;
}

interface Notices {
  done: DoneNotice | null;
  standing: StandingNotice[];
}

const notices = createStore<Notices>({ done: null, standing: [] });
export const useDoneNotice = (): DoneNotice | null => useStore(notices, ({ done }) => done);
export const useStandingNotices = (): StandingNotice[] => useStore(notices, ({ standing }) => standing);

/** Kept at most: of a folder of bad files the newest are told, and how many there were. */
const most = 50;

function stand(tone: StandingNotice['tone'], title: string, message: string): void {
  const key = JSON.stringify([tone, title, message]);
  notices.set(({ standing }) => {
    const times = (standing.find((notice) => notice.key === key)?.times ?? 0) + 1;
    return {
      standing: [{ key, tone, title, message, times }, ...standing.filter((notice) => notice.key !== key)].slice(
        0,
        most,
      ),
    };
  });
}

/** Tells that an action failed: what happened, what was kept, what to do. */
export function notifyFailure(error: unknown): void {
  const { code, detail } = readFailure(error);
  const { title, kept, next } = failureText[code];
  stand('block', title, [detail, kept, next].filter(Boolean).join(' '));
}

/** Sentences worth knowing that ask for nothing. */
export function notifyNotices(title: string, sentences: string[]): void {
  for (const message of sentences.toReversed()) stand('quiet', title, message);
}

/** Tells in the status bar that something was done; it stands there until the next act. */
export const notifyDone = (message: string, show?: DoneNotice['show']): void =>
  notices.set({ done: { message, at: performance.now(), ...(show ? { show } : {}) } });

/** As long as it takes to read two lines. */
const readIn = 8000;

/** Somebody went on to something else: what was said before has been read, if it stood long enough. */
export function forgetDone(): void {
  const { done } = notices.get();
  if (done !== null && performance.now() - done.at > readIn) notices.set({ done: null });
}

export const closeNotice = (key: string): void =>
  notices.set(({ standing }) => ({ standing: standing.filter((notice) => notice.key !== key) }));
export const closeNotices = (): void => notices.set({ standing: [] });

// Going to another screen is an act: what was said of the last one has been read.
let { screen } = uiState.get();
uiState.subscribe(() => {
  const now = uiState.get().screen;
  if (now !== screen) notices.set({ done: null });
  screen = now;
});
