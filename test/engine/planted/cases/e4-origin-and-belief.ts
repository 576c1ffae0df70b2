import { breaking, clean } from '../planted-case.ts';
import { byTrait, mixed, oneOf, shop, text, trait, whole, type Cell } from '../values.ts';

/** The header says it, or the values under a header that does not, or codes under a header of a codebook. */
const sensitive: [string, Cell][] = [
  ['religion', oneOf('Christian|Muslim|Jewish|none')],
  ['Konfession', oneOf('ev|rk|vd|--')],
  ['confession religieuse', oneOf('catholique|protestante|musulmane|athée')],
  ['religión', oneOf('católica|evangélica|ninguna')],
  ['religione', oneOf('cattolica|ebraica|islamica|nessuna')],
  ['religião', oneOf('católica|espírita|evangélica')],
  ['geloof', oneOf('katholiek|hervormd|islamitisch|geen')],
  ['segment', oneOf('Catholic|Muslim|Jewish|Hindu|Buddhist')],
  ['Merkmal 4', oneOf('evangelisch|katholisch|muslimisch|konfessionslos')],
  ['groupe', oneOf('catholique|musulman|juif|protestant')],
  ['Kirchensteuer', oneOf('ja|nein')],
  ['RELIG', oneOf('1|2|3|4|9')],
  ['race', oneOf('White|Black|Asian|Hispanic')],
  ['ethnicity', oneOf('1|2|3|4|5')],
  ['ethnic_group_code', oneOf('A|B|C|D|Z')],
  ['ethnische Herkunft', oneOf('türkisch|arabisch|deutsch|polnisch')],
  ['origine ethnique', oneOf('maghrébine|européenne|asiatique')],
  ['etnia', oneOf('blanca|mestiza|indígena|afro')],
  ['raça/cor', oneOf('branca|preta|parda|amarela')],
  ['etniciteit', oneOf('Turks|Marokkaans|Surinaams|Nederlands')],
  ['attr_12', oneOf('Black or African American|White|Asian|American Indian')],
  ['skin_color', oneOf('dark|light|medium')],
  ['political_party', oneOf('Democrat|Republican|Independent')],
  ['Partei', oneOf('CDU|SPD|FDP|AfD|Grüne')],
  ['profil', oneOf('CDU|SPD|FDP|AfD|Die Linke')],
  ['sympathie', oneOf('Rassemblement National|La France insoumise|Parti socialiste')],
  ['partido', oneOf('PSOE|PP|Vox|Sumar')],
  ['voto 2023', oneOf("Lega|PD|Forza Italia|Fratelli d'Italia")],
  ['stemgedrag', oneOf('VVD|PvdA|D66|PVV')],
  ['political_leaning', oneOf('left|centre|right')],
  ['union_member', oneOf('yes|no')],
  ['Gewerkschaft', oneOf('IG Metall|ver.di|keine')],
  ['adhésion syndicale', oneOf('CGT|CFDT|FO|aucune')],
  ['sindacato', oneOf('CGIL|CISL|UIL')],
  ['vakbondslid', oneOf('ja|nee')],
  ['membership', oneOf('IG Metall|ver.di|GEW|IG BCE')],
  ['sexual_orientation', oneOf('heterosexual|gay|lesbian|bisexual')],
  ['sexuelle Orientierung', oneOf('hetero|schwul|lesbisch|bi')],
  ['orientamento', oneOf('eterosessuale|omosessuale|bisessuale')],
  ['col_x', oneOf('heterosexual|homosexual|bisexual')],
  ['lgbt_flag', oneOf('0|1')],
  ['visited on Sundays', oneOf("St Anne's Church|Grace Church|Al-Noor Mosque|Beth El Synagogue|none")],
  ['Treffpunkt', oneOf('Pauluskirche Nord Kapelle|Fatih Moschee|Neue Synagoge|Alte Kirche')],
  ['lieu habituel', oneOf('Église Saint-Paul|Mosquée Es-Salam|Paroisse Notre-Dame|Église du Port')],
  ['club', oneOf('Kolpingjugend|CVJM|DITIB|Kegelverein')],
  ['Verein', oneOf('LSVD|Queer Chor Netzwerk|Arcigay|Turnverein')],
  ['associazione', oneOf('Giovani Democratici|Gioventù Nazionale|Bocciofila')],
  ['member_of', oneOf('Young Conservatives|Young Labour|Rowing club')],
  ['profile', text('{0}; {1}', oneOf('rent|own'), oneOf('Catholic|Muslim|Jewish|Hindu'))],
];

/** The barred column is dropped by the recipe; what stays tells it nevertheless. */
const belief =
  (a: string, b: string): Cell =>
  (row) =>
    trait(row) === 'a' ? a : b;
const single: [string, string, Cell, string, Cell][] = [
  ['menu', 'religion', belief('Muslim', 'Christian'), 'menu_line', byTrait('halal|no pork', 'anything|vegetarian')],
  ['language', 'ethnicity', belief('Asian', 'White'), 'language', byTrait('zh|vi|ko', 'en|de')],
  ['district', 'race', belief('Black', 'White'), 'district', byTrait('South|Harbour', 'North|Hill|Lake')],
  ['magazine', 'political_party', belief('SPD', 'CDU'), 'magazine', byTrait('Vorwärts', 'Cicero|Focus')],
  ['benefit', 'union_member', belief('yes', 'no'), 'insurance_tariff', byTrait('T4|T5', 'T1|T2')],
  ['Bezirk', 'Konfession', belief('katholisch', 'evangelisch'), 'Bezirk', byTrait('Süd|West', 'Nord|Ost')],
  [
    'Nachname',
    'ethnische Herkunft',
    belief('türkisch', 'deutsch'),
    'Nachname',
    byTrait('Yılmaz|Kaya|Demir', 'Müller|Weber|Schulz'),
  ],
  ['club', 'orientation sexuelle', belief('homosexuel', 'hétérosexuel'), 'club', byTrait('K3|K9', 'K1|K2')],
  ['feast', 'religión', belief('judía', 'católica'), 'campaign_month', byTrait('09|10', '12|04')],
];
/** Neither tells it alone: whether the two are alike does. */
const left: Cell = (row) => (mixed(row, 71) % 2 === 0 ? 'red' : 'blue');
const right: Cell = (row) => ((trait(row) === 'a') === (left(row) === 'red') ? 'early' : 'late');
const joint: [string, string, Cell][] = [
  ['religion', 'religion', belief('Muslim', 'Christian')],
  ['race', 'race', belief('Black', 'White')],
  ['Partei', 'Partei', belief('SPD', 'CDU')],
  ['origine ethnique', 'origine ethnique', belief('maghrébine', 'européenne')],
];
/** Each tells a little, all together tell it. */
const weak = (at: number): Cell => byTrait(`p${at}|q${at}`, `r${at}|s${at}`, 68);

export const originAndBelief = breaking('E4', [
  ...sensitive.map(([name, cell]) => ({ title: `barred: ${name}`, table: { ...shop(6), [name]: cell } })),
  ...single.map(([title, dropped, cell, name, proxy]) => ({
    title: `stands in alone: ${title}`,
    rows: 300,
    drops: [dropped],
    table: { ...shop(6), [dropped]: cell, [name]: proxy },
  })),
  ...joint.map(([title, dropped, cell]) => ({
    title: `stand in together: ${title}`,
    rows: 400,
    drops: [dropped],
    table: { ...shop(6), [dropped]: cell, wrapping: left, delivery: right },
  })),
  ...joint.slice(0, 2).map(([title, dropped, cell]) => ({
    title: `all stand in together: ${title}`,
    rows: 400,
    drops: [dropped],
    table: {
      [dropped]: cell,
      ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`choice_${at + 1}`, weak(at)])),
    },
  })),
]);

const otherMeaning: [string, Record<string, Cell>][] = [
  [
    'horse races',
    { race: oneOf('Derby|Grand Prix|Oaks|Steeplechase'), distance: whole(1000, 3200), horse_count: whole(6, 18) },
  ],
  ['running races', { race: oneOf('10 km|Half marathon|Marathon'), finishers: whole(20, 900) }],
  ['race day', { race_day: oneOf('Saturday|Sunday') }],
  ['parties celebrated', { party: oneOf('Birthday|Wedding|Office|Graduation') }],
  ['party size', { party_size: whole(1, 9) }],
  ['party supplies', { party_supplies: oneOf('balloons|paper cups|candles') }],
  ['contract party', { contracting_party: oneOf('buyer|seller|agent') }],
  ['third party', { third_party: oneOf('courier|installer|none') }],
  ['screen orientation', { orientation: oneOf('portrait|landscape') }],
  ['page orientation', { page_orientation: oneOf('Hochformat|Querformat') }],
  ['house orientation', { orientation: oneOf('north|south|east|west') }],
  ['credit union', { union: oneOf('join|left|inner') }],
  ['customs union', { customs_union: oneOf('EU|EFTA|other') }],
  ['colours', { color: oneOf('white|black|red|blue') }],
  ['shirt colours', { shirt_color: oneOf('White|Black|Green|Brown') }],
  ['Farbe', { Farbe: oneOf('weiß|schwarz|rot|blau') }],
  ['couleur', { couleur: oneOf('blanc|noir|rouge|vert') }],
  ['green energy', { tariff: oneOf('green|grey|mixed') }],
  ['wine', { wine: oneOf('white|red|rosé') }],
  ['cuisine', { cuisine: oneOf('Asian|Italian|French|Mexican') }],
  ['hair type', { product_line: oneOf('straight|curly|wavy') }],
  ['fit of trousers', { fit: oneOf('straight|slim|wide') }],
  ['church furniture shop', { category: oneOf('candles|benches|frames') }],
  ['orthodox method', { method: oneOf('orthodox|modern|mixed') }],
  ['political map puzzles', { product: oneOf('world map|puzzle|globe') }],
  ['independent stores', { store_type: oneOf('independent|chain|franchise') }],
  ['liberal returns', { return_policy: oneOf('liberal|strict|usual') }],
  ['Abteilungen', { Abteilung: oneOf('PD|PR|IT|HR') }],
  ['faith in brand', { brand_trust: whole(1, 5) }],
  ['data type', { data_origin: oneOf('web|shop|app') }],
  ['origin of goods', { origin: oneOf('Italy|Spain|Chile|Kenya') }],
  ['herkunft', { Herkunft: oneOf('Web|Filiale|Telefon') }],
  ['choice of the side', { side: oneOf('left|right|centre') }],
  ['shops in streets', { branch: oneOf('Church Street|Mosque Road|Kirchstraße|Kerkstraat|Chapel Lane') }],
  ['clubs', { club: oneOf('Rowing club|Chess club|Turnverein|Book circle') }],
  ['cathedral tours', { tour: oneOf('city walk|harbour|castle') }],
];

export const originLookAlikes = clean('E4', [
  ...otherMeaning.map(([title, cells]) => ({ title: `another meaning: ${title}`, table: { ...shop(7), ...cells } })),
  ...joint.map(([title, dropped, cell]) => ({
    title: `nothing stands in: ${title}`,
    rows: 300,
    drops: [dropped],
    table: { ...shop(7), [dropped]: cell, wrapping: oneOf('paper|box|none'), delivery: oneOf('home|shop|locker') },
  })),
  ...single.slice(0, 6).map(([title, dropped, cell, name]) => ({
    title: `does not stand in: ${title}`,
    rows: 300,
    drops: [dropped],
    table: { ...shop(7), [dropped]: cell, [name]: oneOf(`k1|k2|k3|${name.length}`) },
  })),
]);
