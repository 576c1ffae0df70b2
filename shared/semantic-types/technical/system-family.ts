import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'technical', flags: [], source: 'taxonomy 6g' } as const;
const device = (tracks: string) => ({ tracks, reveals: 'device' as const });

/** Devices, software and networks, without an identifier in them: known by their headers. */
export const systemFamily = headerTypes([
  {
    ...shared,
    id: 'app_version',
    label: 'Version of an app',
    accepts: kinds.any,
    tracking: device('which software a person uses'),
    headers: ['app_version', 'Appversion', "version de l'application", 'softwareversie'],
  },
  {
    ...shared,
    id: 'device_capability',
    label: 'Ability of a device',
    accepts: kinds.any,
    tracking: device('what a device can do'),
    headers: ['br_cookies', 'Cookies aktiviert', 'cookies activés', 'cookies habilitadas'],
  },
  {
    ...shared,
    id: 'screen_property',
    label: 'Screen',
    accepts: kinds.any,
    tracking: device('the screen a person uses'),
    headers: ['screen_resolution', 'Bildschirmauflösung', "résolution d'écran", 'schermresolutie'],
  },
  {
    ...shared,
    id: 'platform',
    label: 'Platform',
    accepts: ['category', 'text', 'integer', 'code'],
    headers: ['platform', 'Plattform', 'plateforme', 'plataforma'],
  },
  {
    ...shared,
    id: 'language_locale',
    label: 'Language setting',
    accepts: ['category', 'text', 'code'],
    lookAlikes: ['language'],
    tracking: { tracks: 'the language a device is set to', reveals: 'device' },
    headers: ['locale', 'Spracheinstellung', 'langue du navigateur', 'configuración regional'],
  },
  {
    ...shared,
    id: 'domain_name',
    label: 'Domain',
    accepts: ['code', 'text', 'category'],
    lookAlikes: ['host_name', 'url'],
    headers: ['email_domain', 'Domäne', 'nom de domaine', 'domeinnaam'],
  },
  {
    ...shared,
    id: 'host_name',
    label: 'Host',
    accepts: ['code', 'text', 'category'],
    lookAlikes: ['domain_name', 'ip_address'],
    headers: ['hostname', 'Rechnername', "nom d'hôte", 'hostnaam'],
  },
  {
    ...shared,
    id: 'http_status',
    label: 'HTTP status',
    accepts: ['integer', 'category'],
    range: [100, 599],
    headers: ['status_code', 'HTTP-Statuscode', 'code de réponse', 'código de respuesta'],
  },
  {
    ...shared,
    id: 'network_port',
    label: 'Port',
    accepts: ['integer', 'category'],
    range: [0, 65535],
    headers: ['src_port', 'Portnummer', 'numéro de port', 'poortnummer'],
  },
  {
    ...shared,
    id: 'network_protocol',
    label: 'Protocol or request',
    accepts: kinds.any,
    headers: ['protocol', 'Netzwerkprotokoll', 'protocole', 'protocolo'],
  },
  {
    ...shared,
    id: 'url',
    label: 'Web address',
    accepts: ['code', 'text', 'category'],
    lookAlikes: ['page_url', 'referrer_url', 'person_profile_url', 'photo_url'],
    headers: ['link', 'Weblink', 'lien', 'enlace'],
  },
  {
    ...shared,
    id: 'json_blob',
    label: 'Structured text',
    accepts: ['text', 'long_text', 'code', 'category'],
    headers: ['payload', 'Rohdaten', 'données brutes', 'datos brutos'],
  },
]);
