import { google } from './google.ts';
import { linkedin } from './linkedin.ts';
import { meta } from './meta.ts';
import { microsoft } from './microsoft.ts';
import { pinterest } from './pinterest.ts';
import type { PlatformProfile } from './platform-profile.ts';
import { reddit } from './reddit.ts';
import { snap } from './snap.ts';
import { tiktok } from './tiktok.ts';
import { x } from './x.ts';

const newest = [google, meta, linkedin, tiktok, pinterest, snap, x, microsoft, reddit] as const;

export type PlatformId = (typeof newest)[number]['id'];

/** The one list of platforms, each in its newest version. */
export const platformProfiles: readonly PlatformProfile<PlatformId>[] = newest;

export const platformIds = newest.map(({ id }) => id) as [PlatformId, ...PlatformId[]];

/** The newest profile of a platform. */
export const findPlatform = (id: PlatformId): PlatformProfile<PlatformId> =>
  platformProfiles.find((profile) => profile.id === id) ?? google;
