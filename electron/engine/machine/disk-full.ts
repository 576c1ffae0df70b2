/**
 * Whether an error, whoever threw it, says that a disk or a quota is full, or takes no more of one file: the system,
 * SQLite, or the data engine in words of its own.
 */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'DISK_FULL'].includes(code) || saysDiskFull(at.message))
      return true;
  }
  return false;
}

/** Of a data engine's message, which may quote a path: only asked, never shown. */
export const saysDiskFull = (message: string): boolean =>
  /no space left on device|file too large|not enough space on the disk|disk quota exceeded|disk (?:is )?full/i.test(
    message,
  );
