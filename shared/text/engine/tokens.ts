/** Tokens and the table of what they stand for. */
export const tokensText = {
  noDomain: (domain: string) =>
    `This workspace has written no tokens of the domain ${domain}. Check its name: it is the step’s “domain”.`,
  reasonMissing: 'Say why the tokens are forgotten: --reason TEXT. The register keeps it.',
  needWorkspace:
    'Tokens need a workspace: it keeps, sealed, what each stands for. Open one with --workspace, or use a keyed hash, ' +
    'which nobody can look up.',
};
