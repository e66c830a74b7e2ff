import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';

/** A body of which nothing has come for so long is given up. */
const SILENCE_MS = 5 * 60_000;

interface Started {
  readonly request: IncomingMessage;
  readonly server: Server;
}

/**
 * Lets a body take as long as it keeps coming: Node itself ends every request after five minutes, too few for a
 * catalogue, or for a picture from a phone far out. Headers keep their minute. Next makes the servers, so they are met
 * at their first request.
 * @returns ends it for servers not met yet
 */
export function letUploadsTakeTheirTime(): () => void {
  subscribe('http.server.request.start', onStart);
  return () => unsubscribe('http.server.request.start', onStart);
}

function onStart(message: unknown): void {
  const { request, server } = message as Started;
  server.requestTimeout = 0;
  if (!hasBody(request)) return;
  request.setTimeout(SILENCE_MS);
  request.once('end', () => request.socket.setTimeout(0));
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
