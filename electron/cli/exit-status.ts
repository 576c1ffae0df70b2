import { failureCodes, type FailureCode } from '#shared/contract/failure.ts';

interface CodedError {
  code?: string;
  message?: string;
  data?: { detail?: string };
}

/** Sentence and exit status (interface.md) of anything a command threw. */
export function describeFailure(error: unknown): { sentence: string; exit: number; findings: unknown[] } {
  const { code, message, data } = (error ?? {}) as CodedError;
  if (code !== undefined && Object.hasOwn(failureCodes, code)) {
    const all = (data as { findings?: { id?: string }[] } | undefined)?.findings ?? (error as { findings?: { id?: string }[] }).findings ?? [];
    // A missed target is G6 in other words.
    const findings = code === 'TARGET_MISSED' ? all.filter(({ id }) => id !== 'G6') : all;
    return { sentence: data?.detail ?? message ?? code, exit: failureCodes[code as FailureCode].exit, findings };
  }
  if (code === 'BAD_REQUEST') return { sentence: `That cannot be done as asked: ${validationSentence(error)}`, exit: 2, findings: [] };
  return { sentence: `Something unexpected happened (${error instanceof Error ? error.name : 'unknown error'}). Nothing was written.`, exit: 3, findings: [] };
}

/** Names the fields that the contract refused; never their values. */
function validationSentence(error: unknown): string {
  const issues = (error as { data?: { issues?: { path?: unknown[] }[] } }).data?.issues ?? [];
  const fields = [...new Set(issues.map(({ path }) => (path ?? []).map(String).join('.')).filter(Boolean))];
  return fields.length > 0 ? `check ${fields.join(', ')}.` : 'check the options.';
}
