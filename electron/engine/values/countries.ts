import { wordList } from '#shared/domain/word-list.ts';
import { alpha2 } from '#shared/domain/country-codes.ts';
import { fold } from '#shared/domain/fold.ts';

/** ISO 3166-1 alpha-3 codes of the larger states. */
const alpha3 = wordList(`
    AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI KHM CMR
    CAN CPV CAF TCD CHL CHN COL COM COD COG CRI CIV HRV CUB CYP CZE DNK DJI DOM ECU EGY SLV EST ETH FIN FRA GAB GMB GEO
    DEU GHA GRC GTM GIN GUY HTI HND HKG HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KOR PRK KWT KGZ LAO LVA
    LBN LSO LBR LBY LTU LUX MDG MWI MYS MDV MLI MLT MRT MUS MEX MDA MCO MNG MNE MAR MOZ MMR NAM NPL NLD NZL NIC NER NGA
    NOR OMN PAK PAN PRY PER PHL POL PRT PRI QAT ROU RUS RWA SAU SEN SRB SGP SVK SVN SOM ZAF ESP LKA SDN SWE CHE SYR TWN
    TJK TZA THA TGO TTO TUN TUR TKM UGA UKR ARE GBR USA URY UZB VEN VNM YEM ZMB ZWE
  `);

export const countryCodes: ReadonlySet<string> = new Set([...alpha2, ...alpha3, 'UK']);

const aliases =
  'uk,usa,us,u s a,united states of america,great britain,england,scotland,wales,northern ireland,russia,south ' +
  'korea,north korea,korea,iran,syria,vietnam,viet nam,laos,bolivia,venezuela,tanzania,moldova,macedonia,holland,' +
  'ivory coast,cape verde,burma,czech republic,czechia,swaziland,trinadad tobago,trinidad tobago,hong kong,taiwan,' +
  'palestine,the netherlands,bosnia,uae,dr congo,congo,saudiarabia,puerto rico,republic of korea,holand ' +
  'netherlands,columbia,yugoslavia,deutschland,osterreich,schweiz,brasil,mexico,espana,italia,lybia,kuwait,lebanon,' +
  'tunis,brunei,kosovo,united kingdom of great britain and northern ireland';

const key = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

let names: ReadonlyMap<string, string> | undefined;

/** The runtime's own country names (CLDR) in seven languages, folded, with their codes. */
function namesWithCodes(): ReadonlyMap<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of alpha2) {
      const name = display.of(code);
      if (name && name !== code)
        for (const form of [
          key(name),
          key(name).replace(/ (and|und|et|y|e|en) /g, ' '),
          key(name.replace(/\(.*\)/, '')),
        ])
          if (!found.has(form)) found.set(form, code);
    }
  }
  names = found;
  return found;
}

let everyName: ReadonlySet<string> | undefined;

/** Country names in seven languages and the usual aliases, folded. */
export const countryNames = (): ReadonlySet<string> =>
  (everyName ??= new Set([...aliases.split(','), ...namesWithCodes().keys()]));

/** Aliases of countries whose postal codes are told apart. */
const aliasCodes: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  us: 'US',
  'united states of america': 'US',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
};

/** ISO 3166-1 alpha-2 of a country by its code or name; null where it is not known. */
export function countryCodeOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (code === 'UK') return 'GB';
  if (code.length === 2 && countryCodes.has(code)) return code;
  return namesWithCodes().get(key(text)) ?? aliasCodes[key(text)] ?? null;
}
