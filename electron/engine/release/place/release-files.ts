import { isDelimited } from '#shared/domain/output-formats.ts';

/** Where the certificate of a release is written. */
export const certificateOf = (outputPath: string): string => `${outputPath}.certificate.json`;

/** Where the proof is written that a register knows of a release and its certificate. */
export const proofOf = (outputPath: string): string => `${certificateOf(outputPath)}.tlog-proof`;

/** Where the Data Package descriptor of a release is written; null for a format that is no delimited text. */
export const descriptorOf = (outputPath: string): string | null =>
  isDelimited(outputPath) ? `${outputPath}.datapackage.json` : null;

/** All files of a release, the output first; the proof where a register knows of it, the descriptor where one is written. */
export const releaseFiles = (
  outputPath: string,
  { registered, described = true }: { registered: boolean; described?: boolean },
): string[] => [
  outputPath,
  certificateOf(outputPath),
  ...[described ? descriptorOf(outputPath) : null, registered ? proofOf(outputPath) : null].filter(
    (path) => path !== null,
  ),
];
