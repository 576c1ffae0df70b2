import { longPattern } from '#shared/domain/long-pattern.ts';
import { isParty } from '#shared/semantic-types/telling-values.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const parties = new Set(
  (
    'democrat,democratic,republican,independent,libertarian,green,green party,conservative,labour,liberal,liberal ' +
    'democrat,tory,ukip,snp,plaid cymru,sinn fein,dem,rep,gop,cdu,csu,spd,fdp,afd,bsw,grune,bundnis 90/die ' +
    'grunen,die linke,linke,freie wahler,' +
    'lrem,lr,ps,pcf,rn,fn,ump,modem,udi,eelv,lfi,nupes,gdr,src,ecolo,en marche !,parti socialiste,les ' +
    'republicains,rassemblement national,mouvement ' +
    'democrate,psoe,pp,vox,podemos,ciudadanos,iu,erc,pnv,junts,sumar,pd,pdl,m5s,lega,forza italia,fratelli d ' +
    'italia,fdi,italia viva,azione,' +
    'pt,psdb,mdb,pmdb,psl,pl,psd,pdt,psb,psol,novo,dem,prb,ptb,psc,pcdob,pv,prp,pps,pr,sd,podemos,avante,patriota,' +
    'republicanos,uniao,solidariedade,vvd,pvda,cda,d66,pvv,groenlinks,sgp,denk,fvd,bbb,nsc,christenunie,' +
    'pri,pan,prd,morena,mc,udi,rn,ppd,pc,ind,rd,fa,evopoli,ph,republicano'
  ).split(','),
);
const key = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.']/g, '').trim();

const partyNames = longPattern('i')`
  \b(?:
    lega (?:per|nord)|forza italia|fratelli d'italia|movimento 5 stelle|cinque stelle|unione di centro|
    rifondazione comunista|christlich demokratische|sozialdemokratische|bündnis 90|freie demokraten|
    alternative für|rassemblement national|europe[- ]écologie|france insoumise|partido popular|unidas podemos|
    esquerra|volkspartij|christen ?unie|liberal democrats?|sinn féin
  )\b
`;

export const politicalAffiliation = semanticType({
  id: 'political_affiliation',
  auditGroup: true,
  label: 'Political party or view',
  class: 'linkable',
  category: 'personal',
  flags: ['political'],
  accepts: ['category', 'text', 'code', 'integer', 'long_text'],
  valueCheck: (text) =>
    parties.has(key(text)) ||
    partyNames.test(text) ||
    isParty(text) ||
    /\b(?:party|partei|parti|partido|partito|partij)\b/i.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.4, minDistinct: 3, alone: true },
  lookAlikes: [
    'state_region',
    'country',
    'employment_type',
    'product_variation',
    'title',
    'attendance',
    'department',
    'job_level',
    'app_version',
    'language_locale',
    'family_relationship',
    'user_location',
    'race_ethnicity',
    'name_prefix',
    'name_suffix',
  ],
  positives: ['Democrat', 'Republican', 'CDU', 'SPD', 'Parti socialiste', 'PSOE', 'PT', 'Labour Party'],
  negatives: ['Germany', 'yes', '1', 'Anna', 'vip', 'Berlin', 'open', 'other'],
  headers: ['political_party', 'Partei', 'parti politique', 'partido', 'partito', 'politieke partij'],
  source: 'GDPR article 9 (2016); registers of parliamentary parties DE FR ES IT BR NL US UK CL MX (2024)',
});
