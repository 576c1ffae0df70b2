import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const named = new Set(
  (
    'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,district of columbia,florida,georgia,' +
    'hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,' +
    'mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,' +
    'north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,' +
    'vermont,virginia,washington,west virginia,wisconsin,wyoming,' +
    'new england,middle atlantic,mid atlantic,south atlantic,east north central,west north central,east south ' +
    'central,west south central,mountain,pacific,northeast,midwest,south,west,north,east,southwest,southeast,' +
    'northwest,north west,north east,south west,south east,central,' +
    'alberta,british columbia,manitoba,new brunswick,newfoundland and labrador,nova scotia,ontario,prince edward ' +
    'island,quebec,saskatchewan,new south wales,victoria,queensland,western australia,south ' +
    'australia,tasmania,australian capital territory,northern territory,' +
    'bayern,baden wurttemberg,berlin,brandenburg,bremen,hamburg,hessen,mecklenburg ' +
    'vorpommern,niedersachsen,nordrhein westfalen,rheinland pfalz,saarland,sachsen,sachsen anhalt,schleswig ' +
    'holstein,thuringen,bavaria,saxony,lower saxony,hesse,thuringia,' +
    'ile de france,auvergne rhone alpes,nouvelle aquitaine,occitanie,hauts de france,grand est,provence alpes cote ' +
    'd azur,bretagne,normandie,pays de la loire,bourgogne franche comte,centre val de loire,corse,' +
    'andalucia,aragon,asturias,cantabria,castilla y leon,castilla la mancha,cataluna,catalunya,comunidad ' +
    'valenciana,extremadura,galicia,madrid,murcia,navarra,pais vasco,la rioja,baleares,canarias,' +
    'lombardia,lazio,campania,sicilia,veneto,emilia ' +
    'romagna,piemonte,puglia,toscana,calabria,sardegna,liguria,marche,abruzzo,friuli venezia giulia,trentino alto ' +
    'adige,umbria,basilicata,molise,valle d aosta,' +
    'acre,alagoas,amapa,amazonas,bahia,ceara,distrito federal,espirito santo,goias,maranhao,mato grosso,mato ' +
    'grosso do sul,minas gerais,para,paraiba,parana,pernambuco,piaui,rio de janeiro,rio grande do norte,rio grande ' +
    'do sul,rondonia,roraima,santa catarina,sao paulo,sergipe,tocantins,' +
    'noord holland,zuid holland,utrecht,gelderland,noord brabant,limburg,overijssel,flevoland,groningen,friesland,' +
    'drenthe,zeeland,england,scotland,wales,northern ireland,maharashtra,karnataka,tamil nadu,kerala,gujarat,delhi,' +
    'uttar pradesh,west bengal,rajasthan,telangana,punjab,bihar'
  ).split(','),
);
const codes = new Set(
  wordList(`
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY PR AE AP AA GU VI AB BC MB NB NL NS ON PE QC SK NT NU YT NSW VIC QLD WA SA TAS
    ACT AC AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO BW BY BE BB HB HH HE MV NI NW RP
    SL SN ST SH TH
  `),
);
const key = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

export const stateRegion = semanticType({
  id: 'state_region',
  label: 'State, region or province',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'integer'],
  valueCheck: (text) => codes.has(text.toUpperCase()) || named.has(key(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.8, minDistinct: 3, alone: true },
  lookAlikes: [
    'country',
    'city',
    'county',
    'first_name',
    'job_level',
    'place_of_birth',
    'employment_type',
    'experience',
    'continent',
    'language',
    'gender',
    'device_type',
    'nationality',
    'electoral_district',
    'timezone',
    'language_locale',
    'company_size',
    'middle_name',
    'name_prefix',
    'last_name',
    'department',
    'political_affiliation',
    'calendar_feature',
    'marital_status',
    'neighborhood',
    'currency_code',
    'residence_type',
  ],
  noun: 'states or regions',
  positives: [
    'California',
    'NY',
    'Bayern',
    'Île-de-France',
    'Andalucía',
    'Lombardia',
    'São Paulo',
    'Noord-Holland',
    'West North Central',
  ],
  negatives: ['Springfield', 'Anna', '49', 'yes', 'active', 'ZZ', 'pending', '2024'],
  headers: ['state', 'Bundesland', 'département', 'provincia', 'regione', 'provincie', 'US Region'],
  source: 'ISO 3166-2 (2020); US Census Bureau regions and divisions',
});
