import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A unix socket that leads to another one and can be cut, as when the server behind it dies, and mended. */
export class BreakableSocket {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'dalma-socket-'));
  readonly path = path.join(this.#folder, 'through.sock');
  readonly #open = new Set<Socket>();
  #server: Server | null = null;

  constructor(private readonly target: string) {}

  async mend(): Promise<void> {
    this.#server = createServer((near) => this.#join(near)).listen(this.path);
    await once(this.#server, 'listening');
  }

  /** Ends every connection and refuses new ones. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  async remove(): Promise<void> {
    await this.cut();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #join(near: Socket): void {
    const far = connect(this.target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(from);
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          this.#open.delete(from);
          to.destroy();
        });
      from.pipe(to);
    }
  }
}
