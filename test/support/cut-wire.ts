import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to the database that a test can cut and mend: a TCP relay in between. */
export class CuttableWire {
  private readonly sockets = new Set<Socket>();
  private whole = true;

  private constructor(
    private readonly server: Server,
    /** The same URL, through the wire. */
    readonly url: string,
  ) {}

  static async to(target: string): Promise<CuttableWire> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(target);
    through.hostname = '127.0.0.1';
    through.port = String((server.address() as AddressInfo).port);
    const wire = new CuttableWire(server, through.href);
    server.on('connection', (near) => wire.join(near, connect(Number(port), hostname)));
    return wire;
  }

  private join(near: Socket, far: Socket): void {
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ]) {
      this.sockets.add(socket);
      // What breaks on one side is gone on the other: that is all a wire knows.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    if (!this.whole) near.destroy();
    else near.pipe(far).pipe(near);
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async remove(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
