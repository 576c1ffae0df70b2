import { z } from 'zod';
import { method } from './failure.ts';

/** Raised with every change that an older window could not live with. */
export const contractVersion = 1;

export const engine = {
  /** First call on every port: refuses a window of another contract version. */
  hello: method
    .input(z.object({ contractVersion: z.number() }))
    .output(z.object({ appVersion: z.string(), node: z.string(), duckdb: z.string(), sqlite: z.string() })),
  /** Licences of everything that is shipped, as plain text. */
  thirdPartyNotices: method.input(z.object({})).output(z.object({ text: z.string() })),
};
