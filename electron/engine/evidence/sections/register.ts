import { packPlaces } from '#shared/evidence/pack-places.ts';
import { writeDpv } from '#shared/register/dpv/write-dpv.ts';
import { registerJson } from '#shared/register/json/register-json.ts';
import { packedText, type PackSection } from '../pack-section.ts';

/** The register of processing in the forms that programs read. */
export const registerSection: PackSection = ({ register }) => [
  packedText(`${packPlaces.register}/register.json`, registerJson(register)),
  packedText(`${packPlaces.register}/register.jsonld`, writeDpv(register).text),
];
