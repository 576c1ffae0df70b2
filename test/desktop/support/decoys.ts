import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers on this machine that a page might try to reach; they note everything that arrives. */
export interface Decoys {
  http: string;
  /** host:port */
  udp: string;
  /** Requests and packets, in words. */
  seen: string[];
  close(): Promise<void>;
}

export async function startDecoys(): Promise<Decoys> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('connection', () => seen.push('connection'));
  server.on('upgrade', (request, socket) => {
    seen.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4', () => seen.push('packet'));
  await new Promise<void>((resolve) => udp.bind(0, '0.0.0.0', resolve));
  return {
    http: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    udp: `127.0.0.1:${udp.address().port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => udp.close(resolve));
    },
  };
}
