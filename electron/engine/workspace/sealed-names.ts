/** Names of a dataset's sealed files. */
export const sealedRows = (datasetId: string): string => `${datasetId}.rows`;
export const sealedProfiles = (datasetId: string): string => `${datasetId}.profiles`;
export const sealedCodebook = (datasetId: string): string => `${datasetId}.codebook`;
export const sealedDates = (datasetId: string): string => `${datasetId}.dates`;
export const sealedRejects = (datasetId: string): string => `${datasetId}.rejects`;

/** Name of the table of what the tokens of a domain stand for. */
export const sealedTokens = (domain: string): string => `tokens-${domain}`;

/** A sealed file that lies in place, or waits to, and the SHA-256 (hex) of it. */
export interface SealedFile {
  name: string;
  sha256: string;
}
