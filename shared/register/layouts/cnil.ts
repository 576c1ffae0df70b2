import type { Column, Layout } from './layout.ts';

const security: Column[] = [
  {
    heading: 'Contrôle d’accès des utilisateurs',
    also: ['Contrôle d’accès', 'User access control'],
    cell: 'measuresAccess',
  },
  { heading: 'Mesures de traçabilité', also: ['Traçabilité', 'Traceability measures'], cell: 'measuresTraces' },
  {
    heading: 'Mesures de protection des logiciels',
    also: ['Protection des logiciels', 'Software protection measures'],
    cell: 'measuresSoftware',
  },
  { heading: 'Sauvegarde des données', also: ['Sauvegardes', 'Data backup'], cell: 'measuresBackup' },
  { heading: 'Chiffrement des données', also: ['Chiffrement', 'Data encryption'], cell: 'measuresEncryption' },
  { heading: 'Contrôle des sous-traitants', also: ['Control of processors'], cell: 'measuresProcessors' },
  {
    heading: 'Autres mesures',
    also: ['Mesures de sécurité', 'Other measures', 'Security measures'],
    cell: 'measuresOther',
  },
];

const transfers: Column[] = [
  {
    heading: 'Des données personnelles sont-elles transmises hors de l’Union européenne ?',
    also: ['Transferts des données hors UE', 'Transferts hors UE', 'Transfers outside the EU'],
    cell: 'transfersYesNo',
  },
  {
    heading: 'Si oui, vers quel(s) pays ?',
    also: ['Vers quels pays', 'Pays de destination', 'Pays tiers', 'Which countries', 'Destination countries'],
    cell: 'transferTargets',
  },
  {
    heading: 'Garanties',
    also: ['Garanties appropriées', 'Type de garanties', 'Safeguards', 'Garanties spécifiques'],
    cell: 'safeguards',
  },
  { heading: 'Destinataire de chaque transfert', cell: 'transferRecipients', extra: true },
];

const own: Column[] = [
  { heading: 'Référence', also: ['Réf', 'Numéro de la fiche', 'N° de fiche', 'Reference'], cell: 'ref', extra: true },
  { heading: 'Responsable opérationnel', also: ['Responsable de l’activité', 'Owner'], cell: 'owner', extra: true },
  { heading: 'Service', also: ['Direction', 'Unit'], cell: 'ownerUnit', extra: true },
  { heading: 'Fonction', also: ['Business function'], cell: 'businessFunction', extra: true },
  { heading: 'Version', cell: 'version', extra: true },
  { heading: 'État', also: ['Statut', 'State'], cell: 'state', extra: true },
];

const opening: Column[] = [
  {
    heading: 'Nom de l’activité',
    also: [
      'Activité',
      'Nom du traitement',
      'Désignation de l’activité',
      'Intitulé',
      'Intitulé du traitement',
      'Dénomination du traitement',
      'Nom',
      'Titre',
      'Traitement',
      'Name of the activity',
      'Processing activity',
    ],
    cell: 'name',
  },
  {
    heading: 'Date de création de la fiche',
    also: ['Date de création', 'Creation date of the form', 'Created on'],
    cell: 'createdOn',
  },
  {
    heading: 'Date de dernière mise à jour de la fiche',
    also: ['Date de dernière mise à jour', 'Mise à jour', 'Last updated on', 'Date of last update'],
    cell: 'updatedOn',
  },
];

/** The lines of the form in its order, then what the register knows and the form does not ask. */
const controller: Column[] = [
  ...opening,
  {
    heading: 'Nom du responsable conjoint du traitement',
    also: ['Responsable conjoint', 'Co-responsable', 'Joint controller', 'Name of the joint controller'],
    cell: 'jointControllers',
  },
  {
    heading: 'Nom du logiciel ou de l’application (si pertinent)',
    also: ['Logiciel', 'Application', 'Software', 'Name of the software or application'],
    cell: 'systems',
  },
  {
    heading: 'Objectifs poursuivis',
    also: ['Finalités', 'Finalité', 'Finalité principale', 'Objectives pursued', 'Purposes', 'Objectif'],
    cell: 'purposes',
  },
  {
    heading: 'Catégories de personnes concernées',
    also: ['Personnes concernées', 'Categories of data subjects', 'Data subjects'],
    cell: 'dataSubjects',
  },
  {
    heading: 'État-civil, identité, données d’identification, images',
    also: ['État civil, identité', 'Civil status, identity, identification data, images'],
    cell: 'dataIdentity',
  },
  { heading: 'Vie personnelle', also: ['Personal life'], cell: 'dataPersonalLife' },
  { heading: 'Vie professionnelle', also: ['Professional life'], cell: 'dataProfessional' },
  {
    heading: 'Informations d’ordre économique et financier',
    also: ['Economic and financial information'],
    cell: 'dataFinancial',
  },
  { heading: 'Données de connexion', also: ['Connection data'], cell: 'dataConnection' },
  { heading: 'Données de localisation', also: ['Location data'], cell: 'dataLocation' },
  { heading: 'Internet', also: ['Internet (cookies, traceurs, données de navigation)'], cell: 'dataInternet' },
  {
    heading: 'Autres catégories de données',
    also: ['Autres données', 'Catégories de données', 'Catégories de données collectées', 'Other categories of data'],
    cell: 'dataOther',
  },
  {
    heading: 'Des données sensibles sont-elles traitées ?',
    also: ['Données sensibles', 'Are sensitive data processed', 'Sensitive data'],
    cell: 'sensitiveData',
  },
  {
    heading: 'Durées de conservation des catégories de données',
    also: ['Durée de conservation', 'Durées de conservation', 'Délais d’effacement', 'Retention periods'],
    cell: 'retention',
  },
  { heading: 'Destinataires internes', also: ['Internal recipients'], cell: 'recipientsInternal' },
  {
    heading: 'Organismes externes',
    also: ['Destinataires externes', 'Destinataires', 'Catégories de destinataires', 'External organisations'],
    cell: 'recipientsExternal',
  },
  { heading: 'Sous-traitants', also: ['Processors'], cell: 'recipientsProcessors' },
  ...transfers,
  ...security,
  { heading: 'Base légale', also: ['Base juridique', 'Legal basis', 'Lawful basis'], cell: 'basis', extra: true },
  { heading: 'Condition de l’article 9', cell: 'conditions', extra: true },
  { heading: 'Justification de la base légale', cell: 'justification', extra: true },
  {
    heading: 'Source des données',
    also: ['Origine des données', 'Source of the data'],
    cell: 'dataSources',
    extra: true,
  },
  { heading: 'Contrats avec les sous-traitants', cell: 'contracts', extra: true },
  { heading: 'Décision automatisée', also: ['Automated decisions'], cell: 'automatedDecision', extra: true },
  ...own,
];

/** The CNIL advises a second register for what is done as a processor. */
const processor: Column[] = [
  ...opening,
  {
    heading: 'Nom et coordonnées du client responsable de traitement',
    also: ['Client', 'Responsable de traitement', 'Nom et coordonnées du client', 'Controller'],
    cell: 'controllers',
  },
  { heading: 'Représentant du client', cell: 'controllerRepresentatives' },
  { heading: 'Délégué à la protection des données du client', cell: 'controllerDpos' },
  {
    heading: 'Catégories de traitements effectués pour le compte du client',
    also: ['Catégories de traitements', 'Categories of processing'],
    cell: 'processingCategories',
  },
  {
    heading: 'Nom du logiciel ou de l’application (si pertinent)',
    also: ['Logiciel', 'Application', 'Software'],
    cell: 'systems',
  },
  { heading: 'Sous-traitants ultérieurs', also: ['Sous-traitants'], cell: 'subProcessors' },
  ...transfers,
  ...security,
  { heading: 'Contrat', also: ['Contrat avec le client'], cell: 'processorContracts', extra: true },
  ...own,
];

/** France: Commission nationale de l'informatique et des libertés, basic register: a form per activity. */
export const cnil: Layout = {
  id: 'cnil',
  authority: 'CNIL',
  language: 'fr',
  shape: 'forms',
  tables: [
    { role: 'controller', sheet: 'Fiches', columns: controller },
    { role: 'processor', sheet: 'Fiches (sous-traitant)', columns: processor },
  ],
  head: [
    { heading: 'Nom de l’organisme', also: ['Organisme', 'Name of the organisation'], cell: 'organisationName' },
    { heading: 'Adresse', also: ['Address'], cell: 'organisationAddress' },
    {
      heading: 'Adresse électronique',
      also: ['Courriel', 'E-mail', 'Email', 'Adresse de messagerie'],
      cell: 'organisationEmail',
    },
    { heading: 'Téléphone', also: ['Telephone', 'Phone'], cell: 'organisationPhone' },
    {
      heading: 'Délégué à la protection des données',
      also: ['DPO', 'Nom et coordonnées du délégué à la protection des données', 'Data Protection Officer'],
      cell: 'dpoName',
    },
    { heading: 'Adresse électronique du délégué', also: ['Courriel du DPO'], cell: 'dpoEmail' },
    { heading: 'Téléphone du délégué', also: ['Téléphone du DPO'], cell: 'dpoPhone' },
    { heading: 'Représentant dans l’Union européenne', also: ['Représentant'], cell: 'representativeName' },
    { heading: 'Coordonnées du représentant', cell: 'representativeContact' },
  ],
  source:
    'CNIL, modèle de registre de base (fiche de registre), read in a public transcript of its lines; the form for ' +
    'processors follows the CNIL’s guidance and was not seen',
  checkedOn: '2026-11-29',
  headings: 'copied',
};
