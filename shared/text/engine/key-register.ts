import { shortName } from '../names.ts';

/** The register of keys. */
export const keyRegisterText = {
  unknown: (name: string) =>
    `No pseudonyms are written under ${shortName(name)}: it is no purpose, and no release names it. custos keys list shows the names.`,
  needsReason: 'Say why the key is changed: what is written from now on joins nothing that was written before.',
  due: (title: string) => `Change the key of pseudonyms for ${shortName(title)}`,
};
