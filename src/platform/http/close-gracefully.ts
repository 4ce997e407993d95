import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets the server end as soon as the requests that run are answered. Node itself would wait for connections that were
 * opened and never used, and for those that an answer keeps alive, up to a minute.
 */
export function closeGracefully(instance: FastifyInstance): void {
  const requests = new Map<Socket, number>();
  let closing = false;
  const changeBy = (socket: Socket, by: number): void => {
    const running = (requests.get(socket) ?? 0) + by;
    requests.set(socket, running);
    if (closing && running === 0) socket.destroySoon();
  };
  instance.server.on('connection', (socket: Socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  instance.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    changeBy(socket, 1);
    response.once('close', () => changeBy(socket, -1));
  });
  instance.addHook('preClose', (done) => {
    closing = true;
    for (const [socket, running] of requests) if (running === 0) socket.destroySoon();
    done();
  });
}
