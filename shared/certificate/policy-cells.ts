import { policyKey } from '#shared/policy/policy-in-force.ts';
import { certificatePageText as text } from '#shared/text/certificate.ts';
import { policyText } from '#shared/text/policy.ts';
import type { Certificate } from './certificate.ts';

const { heads } = text;

/** What the columns of `policyCells` are called. */
export const policyHeads: readonly string[] = [heads.row, heads.value, heads.source, heads.set];

/** The rows of the policy that decided something, as they are shown; one set otherwise names who, why and in place of what. */
export const policyCells = ({ policy = [] }: Pick<Certificate, 'policy'>): string[][] =>
  policy.map(({ id, subject, value, unit, source, overridden }) => [
    policyKey(id, subject),
    policyText.value(value, unit),
    source,
    overridden === undefined
      ? text.asShipped
      : text.setOtherwise(overridden, policyText.value(overridden.shipped, unit)),
  ]);
