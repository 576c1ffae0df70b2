/** `custos principles`. */
export const principlesCommandText = {
  description: 'where the workspace and each dataset stand on G1–G7 and E1–E9; --json has every check with its entry',
  keep: 'enter in the log where they stand now',
  control: 'control',
  workspace: 'workspace',
  /** `where`: what it is of, with the controls that it is said under. */
  reason: (state: string, where: ReadonlyMap<string, readonly string[]>, says: string, fix: string) =>
    `${state}: ${[...where].map(([about, controls]) => `${about} (${controls.join(', ')})`).join('; ')}\n  ${says}` +
    `${fix === '' ? '' : `\n  → ${fix}`}`,
  examples: ['custos principles --workspace Acme.custos', 'custos principles --keep --workspace Acme.custos'],
};
