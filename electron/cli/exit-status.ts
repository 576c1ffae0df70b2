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

interface Issue {
  path?: unknown[];
  values?: unknown[];
  minimum?: number;
  maximum?: number;
}

/** What a field may be, where the contract says so. */
const allowed = ({ values, minimum, maximum }: Issue): string => (values !== undefined ? ` (${values.join(', ')})` : minimum !== undefined ? ` (at least ${minimum})` : maximum !== undefined ? ` (at most ${maximum})` : '');

/** Names the fields that the contract refused and what they may be; never their values. */
function validationSentence(error: unknown): string {
  const issues = (error as { data?: { issues?: Issue[] } }).data?.issues ?? [];
  const fields = [...new Set(issues.map((issue) => ({ name: (issue.path ?? []).map(String).join('.'), issue })).filter(({ name }) => name !== '').map(({ name, issue }) => `${name}${allowed(issue)}`))];
  return fields.length > 0 ? `check ${fields.join(', ')}.` : 'check the options.';
}
