import type { GrantUse } from './bridge.ts';
import type { KeyStoreStatus } from './workspaces.ts';

/**
 * What the engine asks of the system's own key store, which only the shell can reach. `get` and `set` carry a
 * passphrase: never part of the contract that windows see.
 */
export type KeyStoreRequest =
  | { act: 'status' }
  | { act: 'list' }
  | { act: 'get'; workspaceId: string }
  | { act: 'set'; workspaceId: string; secret: string }
  | { act: 'forget'; workspaceId: string };

/** What is answered to each request. `failed`: the key store did not do it. */
export type KeyStoreAnswer =
  | { status: KeyStoreStatus }
  | { workspaceIds: string[] }
  | { secret: string | null }
  | { done: true }
  | { failed: true };

export const papers = ['A4', 'Letter'] as const;
export type Paper = (typeof papers)[number];

/** What the engine asks of the desktop around it: a document as PDF, a file shown where it lies. */
export type DesktopRequest = { act: 'print'; html: string; paper: Paper } | { act: 'show'; path: string };
export type DesktopAnswer = { pdf: Uint8Array } | { done: true } | { failed: true };

/**
 * What the Electron main process tells the engine, outside every window's reach: files it may use, what the windows'
 * ports carry, answers of the key store.
 */
export type ToEngine =
  | { control: 'grant'; grantId: string; path: string; use: GrantUse }
  | { control: 'connect'; connectionId: string }
  | { control: 'data'; connectionId: string; payload: unknown }
  | { control: 'disconnect'; connectionId: string }
  | { control: 'key-store-answer'; requestId: string; answer: KeyStoreAnswer }
  | { control: 'desktop-answer'; requestId: string; answer: DesktopAnswer }
  | { control: 'stop' };

/**
 * What the engine tells main. `ready`: it answers; `workPrefix` is what the paths of all its working directories begin
 * with, for main to remove should the engine die before it could. `stopped`: everything is closed and wiped, the
 * process may end.
 */
export type FromEngine =
  | { control: 'ready'; workPrefix: string }
  | { control: 'data'; connectionId: string; payload: unknown }
  | { control: 'key-store'; requestId: string; request: KeyStoreRequest }
  | { control: 'desktop'; requestId: string; request: DesktopRequest }
  | { control: 'stopped' };
