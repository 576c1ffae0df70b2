/** What is said of a release whose own record is gone. */
export const releasedFindingsText = {
  /** @param code why, by the guardrail's own code; null in old entries */
  byLog: (code: string | null): string =>
    `The record of this release was deleted; the register kept the answer${code === null ? '' : ` (${code})`}.`,
};
