import { ORPCError } from '@orpc/contract';
import { Failure } from '#shared/contract/failure.ts';
import { isDiskFull } from '#engine/machine/disk-full.ts';
import { engineText } from '#shared/text/engine/engine.ts';

/** errno → what a person can do. The message of the error itself may quote a path or a value and stays inside. */
const systemErrors: Record<string, Failure> = {
  ENAMETOOLONG: new Failure('TARGET_UNWRITABLE', engineText.nameTooLong),
  EROFS: new Failure('TARGET_UNWRITABLE', engineText.readOnlyPlace),
  EACCES: new Failure('TARGET_UNWRITABLE', engineText.notPermitted),
};

/**
 * Every error that leaves the engine: a `Failure` keeps its code and sentence, anything else becomes INTERNAL without
 * its message.
 */
export function toContractError(
  error: unknown,
): ORPCError<string, { detail: string; findings?: unknown[] | undefined }> {
  if (error instanceof ORPCError) return error as never;
  const known =
    error instanceof Failure
      ? error
      : isDiskFull(error)
        ? new Failure('DISK_FULL', engineText.diskFull)
        : systemErrors[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  if (known)
    return new ORPCError(known.code, {
      status: 400,
      message: known.message,
      data: { detail: known.message, ...(known.findings ? { findings: known.findings } : {}) },
    });
  const name = error instanceof Error ? error.name : engineText.unknownError;
  const detail = engineText.unexpected(name);
  return new ORPCError('INTERNAL', { status: 500, message: detail, data: { detail }, cause: error });
}
