import type { AppCommandId } from '#shared/domain/app-command.ts';

/** What may be asked of the open dialog. A workspace is a folder, everything else a file. */
export const openKinds = [
  'dataset',
  'recipe',
  'codebook',
  'register',
  'workspace',
  'key',
  'head',
  'consent',
  'hierarchy',
  'backup',
] as const;
export type OpenKind = (typeof openKinds)[number];

/** What may be asked of the save dialog. */
export const saveKinds = [
  'release',
  'recipe',
  'dictionary',
  'workspace',
  'key',
  'report',
  'certificate',
  'evidence',
  'history',
  'head',
  'assessment',
  'register',
  'people',
  'copy',
  'letter',
  'calendar',
  'notice',
  'breach',
  'audit',
  'segments',
  'hierarchy',
  'tables',
  'backup',
] as const;
export type SaveKind = (typeof saveKinds)[number];

export type GrantUse = 'read' | 'write' | 'workspace-create' | 'workspace-open';

/** Permission to use one file or folder, as the page knows it: never its path. */
export interface FileGrant {
  readonly grantId: string;
  readonly fileName: string;
  /** Bytes; 0 for a folder and for a file that is not there yet. */
  readonly size: number;
  readonly use: GrantUse;
}

/**
 * `died`: a new engine is being started and its port will follow; `gave-up`: it died too often, `detail` says what to
 * do.
 */
export interface EngineStateChange {
  readonly state: 'starting' | 'ready' | 'died' | 'gave-up';
  /** How many engines have died since the app started. */
  readonly deaths: number;
  /** A sentence for people; empty unless something went wrong. */
  readonly detail: string;
}

export interface RuntimeInfo {
  readonly electron: string;
  readonly chrome: string;
  readonly platform: string;
  /** True on the registry-hosted Electron that exists for trying the product out: the status bar says so. */
  readonly evaluationRuntime: boolean;
  /** Whether Chromium runs without its sandbox (started as root). */
  readonly sandboxed: boolean;
}

/** `ask`: the person is being asked and the window stays; `close`: nothing would be lost, or the person said so. */
export interface CloseAnswer {
  readonly answer: 'ask' | 'close';
}

/**
 * All that a page can ask of the shell, as `window.custos`: named functions, frozen, no general channel.
 * Each `on…` returns the function that stops listening.
 */
export interface CustosBridge {
  readonly runtime: RuntimeInfo;
  /**
   * Asks for a line to the engine. The port arrives as `window.postMessage({ custos: 'port' }, origin, [port])` as soon
   * as an engine is ready, and again after each restart.
   */
  connect(): Promise<void>;
  /** Null where the person cancelled. */
  requestOpen(request: { kind: OpenKind }): Promise<FileGrant | null>;
  requestSave(request: { kind: SaveKind; suggestedName: string }): Promise<FileGrant | null>;
  /**
   * For a file a person dropped on the window; a dropped `.custos` folder is granted as a workspace. Rejects with a
   * sentence for anything else.
   */
  grantDropped(file: { readonly name: string }): Promise<FileGrant>;
  /** The present state is told at once, then each change. */
  onEngineState(listener: (change: EngineStateChange) => void): () => void;
  /** The menu was used. */
  onMenuCommand(listener: (command: AppCommandId) => void): () => void;
  /** The window is about to close. To be answered within eight seconds: a silent page is closed. */
  onCloseAsked(listener: () => void): () => void;
  answerClose(answer: CloseAnswer): Promise<void>;
  /**
   * A file was named on the command line, or in a second start of the app; those named before listening are told at
   * once.
   */
  onFileOpened(listener: (grant: FileGrant) => void): () => void;
}

/** Names of the channels between preload and main; both read them here. */
export const shellChannels = {
  connect: 'custos:connect',
  port: 'custos:port',
  requestOpen: 'custos:request-open',
  requestSave: 'custos:request-save',
  grantDropped: 'custos:grant-dropped',
  watchEngine: 'custos:watch-engine',
  engineState: 'custos:engine-state',
  menuCommand: 'custos:menu-command',
  closeAsked: 'custos:close-asked',
  closeAnswer: 'custos:close-answer',
  watchFiles: 'custos:watch-files',
  fileOpened: 'custos:file-opened',
} as const;

declare global {
  interface Window {
    readonly custos: CustosBridge;
  }
}
