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

let names: ReadonlySet<string> | undefined;

/** Country names in seven languages (the runtime's own CLDR data) and the usual aliases, folded. */
export function countryNames(): ReadonlySet<string> {
  if (names) return names;
  const found = new Set(aliases.split(','));
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of alpha2) {
      const name = display.of(code);
      if (name && name !== code)
        found
          .add(key(name))
          .add(key(name).replace(/ (and|und|et|y|e|en) /g, ' '))
          .add(key(name.replace(/\(.*\)/, '')));
    }
  }
  names = found;
  return found;
}
