import { wordList } from '#shared/domain/word-list.ts';
import { fold } from '#shared/domain/fold.ts';

/** ISO 3166-1 alpha-2 codes (2024). */
const alpha2 = wordList(`
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
  `);

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
