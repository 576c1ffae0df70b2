/** `custos principles`. */
export const principlesCommandText = {
  description: 'where the workspace and each dataset stand on G1–G7 and E1–E9; --json has every check with its entry',
  control: 'control',
  workspace: 'workspace',
  examples: ['custos principles --workspace Acme.custos'],
};
