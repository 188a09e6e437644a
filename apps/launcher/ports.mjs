import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

function tryListening(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done({ code: error.code }));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: chosen } = server.address();
      server.close(() => done({ port: chosen }));
    });
  });
}

export async function freePort() {
  return (await tryListening(0, '127.0.0.1')).port;
}

export async function isFree(port) {
  return (await tryListening(port, '127.0.0.1')).code === undefined;
}

/** The port that the product listens on: a number that nobody else holds, or a failure that says what to do. */
export async function claimPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Failure(`PORT must be a whole number from 1 to 65535, not "${text}": for instance PORT=3001 npm start`);
  for (const host of ['::', '0.0.0.0', '127.0.0.1']) {
    const { code } = await tryListening(port, host);
    if (code === 'EADDRINUSE')
      throw new Failure(
        `Port ${port} is taken by another program: stop that program, or choose another port: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new Failure(`This user may not listen on port ${port}: choose one above 1024: PORT=3000 npm start`);
  }
  return port;
}
