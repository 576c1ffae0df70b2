import { z } from 'zod';
import { bound, call, column, unread } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';
import { findPlatform, platformIds, platformProfiles } from '../platforms/index.ts';
import { platformFields, takesField } from '../platforms/platform-profile.ts';
import { platformEmail, platformMaid, platformPhone } from '../platforms/platform-text.ts';

const words = operationsText['platform-hash'];

/**
 * SHA-256 without a key, lower-case hex, of the identifier as one platform writes it: for matching with that platform
 * only. Whoever can list the possible values (all phone numbers: minutes) can undo it, so the result stays personal
 * data and the guardrails say so.
 */
export const platformHash = defineOperation({
  id: 'platform-hash',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    platform: z.enum(platformIds),
    field: z.enum(platformFields).default('email'),
    callingCode: z
      .string()
      .regex(/^([1-9]\d{0,3})?$/)
      .default(''),
    /** Version of the platform's profile; recipes from before there were several name none and mean the first. */
    profile: z.int().min(1).max(1_000).default(1),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'hashed-unkeyed', valueType: 'text' })),
  }),
  check: ({ columns, platform, field, profile }, known) => [
    ...checkColumns(columns, known),
    ...(profile > findPlatform(platform).version
      ? [
          {
            setting: 'profile',
            code: 'profile-from-future',
            sentence: words.profileFromFuture(findPlatform(platform).label, profile, findPlatform(platform).version),
          },
        ]
      : []),
    ...(takesField(findPlatform(platform), field)
      ? []
      : [
          {
            setting: 'field',
            code: field === 'phone' ? 'platform-without-phone' : 'platform-without-maid',
            sentence:
              field === 'phone'
                ? words.withoutPhone(findPlatform(platform).label)
                : words.withoutMaid(findPlatform(platform).label, findPlatform(platform).maid === 'plain-only'),
          },
        ]),
  ],
  plan: ({ columns, platform, field, callingCode }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const profile = findPlatform(platform);
      const written = {
        email: () => platformEmail(column(name), profile),
        phone: () => platformPhone(column(name), profile, callingCode),
        maid: () => platformMaid(column(name), profile),
      };
      return { read: written[field](), value: call('sha256', bound), fails: unread(column(name), bound) };
    }),
  describe: ({ columns, platform, field }) => words.describe[field](columns, findPlatform(platform).label),
  form: [
    columnsField,
    {
      setting: 'platform',
      control: 'choice',
      ...words.platform,
      options: platformProfiles.map(({ id, label }) => ({ value: id, label })),
    },
    choiceField('field', platformFields, words.field),
    { setting: 'callingCode', control: 'text', ...words.callingCode },
    { setting: 'profile', control: 'number', ...words.profile, minimum: 1 },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'reversible-by-guessing',
  repeatable: false,
  examples: [
    {
      name: 'Google drops dots and tags of its own addresses',
      settings: { columns: ['mail'], platform: 'google', field: 'email', callingCode: '', profile: 1 },
      columns: ['mail'],
      before: [[' Jane.Doe+News@GMail.com '], ['mary@example.com'], ['not an address'], [''], [null]],
      after: {
        columns: ['mail'],
        rows: [
          ['d6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69'],
          ['f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79'],
          [null],
          [null],
          [null],
        ],
      },
    },
    {
      name: 'Meta keeps them',
      settings: { columns: ['mail'], platform: 'meta', field: 'email', callingCode: '', profile: 1 },
      columns: ['mail'],
      before: [[' Jane.Doe+News@GMail.com '], ['\uFEFFMARY@example.com']],
      after: {
        columns: ['mail'],
        rows: [
          ['f41439c944a763c9812d700a779941cec169de13c9ccd13aaf9424ba5231620a'],
          ['f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79'],
        ],
      },
    },
    {
      name: 'Meta phone numbers',
      settings: { columns: ['tel'], platform: 'meta', field: 'phone', callingCode: '1', profile: 1 },
      columns: ['tel'],
      before: [['+1 (555) 987-6543'], ['0015559876543'], ['555 987 6543'], ['12'], [null]],
      after: {
        columns: ['tel'],
        rows: [
          ['1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e'],
          ['1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e'],
          ['1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e'],
          [null],
          [null],
        ],
      },
    },
    {
      name: 'an advertising id in lower case with its dashes, and none that is all zeros',
      settings: { columns: ['id'], platform: 'snap', field: 'maid', callingCode: '', profile: 1 },
      columns: ['id'],
      before: [
        ['5F3A2B18-9C4D-4E7F-B8E2-17D3A1E69B25'],
        ['5f3a2b189c4d4e7fb8e217d3a1e69b25'],
        ['00000000-0000-0000-0000-000000000000'],
        ['none'],
        [null],
      ],
      after: {
        columns: ['id'],
        rows: [
          ['83dc3f5f32b9472613b0f038d36f22585a609d018af6f6067f50da318bf354bd'],
          ['83dc3f5f32b9472613b0f038d36f22585a609d018af6f6067f50da318bf354bd'],
          [null],
          [null],
          [null],
        ],
      },
    },
    {
      name: 'a number without a country is not guessed',
      settings: { columns: ['tel'], platform: 'google', field: 'phone', callingCode: '', profile: 1 },
      columns: ['tel'],
      before: [['+15559876543'], ['555 987 6543']],
      after: { columns: ['tel'], rows: [['a6e349c7a8850f27ebcfa1865854e845c074da83ff19384d4b4c9df78357fa5a'], [null]] },
    },
  ],
  problems: [
    {
      name: 'a platform that takes advertising ids in plain text only',
      settings: { columns: ['id'], platform: 'google', field: 'maid' },
      columns: ['id'],
      code: 'platform-without-maid',
    },
    {
      name: 'a platform that matches no phone numbers',
      settings: { columns: ['tel'], platform: 'x', field: 'phone' },
      columns: ['tel'],
      code: 'platform-without-phone',
    },
    {
      name: 'a profile of the platform that is newer than the program',
      settings: { columns: ['mail'], platform: 'google', profile: 99 },
      columns: ['mail'],
      code: 'profile-from-future',
    },
    {
      name: 'an unknown platform',
      settings: { columns: ['tel'], platform: 'other' },
      columns: ['tel'],
      code: 'settings',
    },
  ],
});
