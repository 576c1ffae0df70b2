import { failureCodes, type FailureCode } from '#shared/contract/failure.ts';
import { isDiskFull } from '#engine/machine/disk-full.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { programText } from '#shared/text/cli/program.ts';

const text = programText.refused;

interface CodedError {
  code?: string;
  message?: string;
  data?: { detail?: string };
}

/** What is looked at of a guardrail's answer here. */
interface Told {
  id?: string;
  overridden?: object;
}

/** Whether the command was typed so that it cannot be done: its help says how it is meant. */
export function isUsageError(error: unknown): boolean {
  const { code } = (error ?? {}) as CodedError;
  return code === 'WRONG_USAGE' || code === 'BAD_REQUEST';
}

/** Sentence and exit status (interface.md) of anything a command threw. */
export function describeFailure(error: unknown): { sentence: string; exit: number; findings: unknown[] } {
  const { code, message, data } = (error ?? {}) as CodedError;
  if (code !== undefined && Object.hasOwn(failureCodes, code)) {
    const all =
      (data as { findings?: Told[] } | undefined)?.findings ?? (error as { findings?: Told[] }).findings ?? [];
    // A missed target is G6 in other words, and what is overridden stands in nobody's way.
    const findings = all.filter(
      ({ id, overridden }) => overridden === undefined && !(code === 'TARGET_MISSED' && id === 'G6'),
    );
    return { sentence: data?.detail ?? message ?? code, exit: failureCodes[code as FailureCode].exit, findings };
  }
  if (isDiskFull(error)) return { sentence: engineText.diskFull, exit: failureCodes.DISK_FULL.exit, findings: [] };
  if (code === 'BAD_REQUEST') return { sentence: validationSentence(error), exit: 2, findings: [] };
  return { sentence: programText.unexpected(error instanceof Error ? error.name : null), exit: 3, findings: [] };
}

interface Issue {
  path?: unknown[];
  values?: unknown[];
  minimum?: number;
  maximum?: number;
  /** What kind of number was wanted: of a whole one `int`. */
  expected?: string;
  format?: string;
}

/** A field and what it may be, where the contract says so. */
function allowed(field: string, { values, minimum, maximum, expected, format }: Issue): string {
  if (values !== undefined) return text.oneOf(field, values.map(String));
  if (minimum !== undefined) return text.atLeast(field, minimum);
  if (expected === 'int' || format === 'safeint') return text.whole(field);
  return maximum === undefined ? field : text.atMost(field, maximum);
}

/** Names the fields that the contract refused and what they may be; never their values. */
function validationSentence(error: unknown): string {
  const issues = (error as { data?: { issues?: Issue[] } }).data?.issues ?? [];
  const fields = [
    ...new Set(
      issues
        .map((issue) => ({ name: (issue.path ?? []).map(String).join('.'), issue }))
        .filter(({ name }) => name !== '')
        .map(({ name, issue }) => allowed(name, issue)),
    ),
  ];
  return fields.length > 0 ? text.fields(fields) : text.options;
}
