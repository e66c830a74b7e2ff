import { createServer } from 'node:net';
import { SetupError } from '../services';

/** The first free port from `first` on. A port counts as taken when anything on this machine listens on it. */
export async function freePort(first: number, host: string): Promise<number> {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) {
    if (await isFree(port, host)) return port;
  }
  throw new SetupError(
    `The ports from ${first} on are all taken: choose another with PORT=8080 npm run demo.`,
  );
}

/** A port the system picks, for this moment. */
export function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** One address after the other: our own probes would stand in each other's way. */
async function isFree(port: number, host: string): Promise<boolean> {
  for (const one of [host, '0.0.0.0', '::']) {
    if (!(await canListen(port, one))) return false;
  }
  return true;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((answer, reject) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EACCES') reject(new SetupError(reserved(port)));
      // A family of addresses this machine does not have is no obstacle.
      else answer(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)));
  });
}

const reserved = (port: number) =>
  `This system lets only its administrator listen on port ${port}: choose one from 1024 on, as in PORT=8080 npm run demo.`;
