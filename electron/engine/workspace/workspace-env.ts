/** What workspaces take from the world around them; tests hand in their own. */
export interface WorkspaceEnv {
  clock: () => Date;
  random: (bytes: number) => Uint8Array;
  /** Per user, outside every workspace: signed heads, recent workspaces, settings. */
  profileDirectory: string;
  /** Private working directories (0700) are made here. */
  workRoot: string;
  appVersion: string;
  /** log2 of scrypt's N for new passphrases; the usual cost where it is not given. */
  passphraseCost?: number;
}
