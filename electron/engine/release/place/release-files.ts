/** Where the certificate of a release is written. */
export const certificateOf = (outputPath: string): string => `${outputPath}.certificate.json`;

/** Where the proof is written that a register knows of a release and its certificate. */
export const proofOf = (outputPath: string): string => `${certificateOf(outputPath)}.tlog-proof`;

/** All files of a release, the output first; the proof where a register knows of it. */
export const releaseFiles = (outputPath: string, registered: boolean): string[] => [
  outputPath,
  certificateOf(outputPath),
  ...(registered ? [proofOf(outputPath)] : []),
];
