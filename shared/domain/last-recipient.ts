/**
 * To whom the newest release for a purpose went; empty where none said.
 * @param releases newest first
 */
export const lastRecipient = (
  releases: readonly { purpose: string; recipient?: string | undefined }[],
  purpose: string,
): string =>
  releases.find((release) => release.purpose === purpose && release.recipient !== undefined)?.recipient ?? '';
