/** Why a release was refused, inside a sentence. */
export const refusals = {
  TARGET_MISSED: 'it misses its target',
  GUARDRAIL_BLOCKS: 'a check blocks it',
  REGISTER_CONTRADICTS: 'the workspace is not what its register says',
} as const;
