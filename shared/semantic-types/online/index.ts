import { advertisingClickId } from './advertising-click-id.ts';
import { cookieId } from './cookie-id.ts';
import { sessionId } from './cookie-id.ts';
import { deviceId } from './device-identifiers.ts';
import { advertisingId } from './device-identifiers.ts';
import { imei } from './device-identifiers.ts';
import { ipAddress } from './ip-address.ts';
import { macAddress } from './mac-address.ts';
import { userAgent } from './user-agent.ts';

/**
 * Every online identifier (taxonomy 6c; GDPR Recital 30); a file in this folder that is missing here fails the registry
 * test.
 */
export const onlineTypes = [
  advertisingClickId,
  cookieId,
  sessionId,
  deviceId,
  advertisingId,
  imei,
  ipAddress,
  macAddress,
  userAgent,
] as const;
