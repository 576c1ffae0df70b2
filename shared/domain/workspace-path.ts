/** The folder a workspace is made in, `NAME.custos`: a name without the ending gets it. */
export const workspacePath = (path: string): string => (path.endsWith('.custos') ? path : `${path}.custos`);
