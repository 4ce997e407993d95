import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  // Tests look into the data of every type; what is not there fails the expectation.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether the secret signed it, as the library of Standard Webhooks says. */
  signedWith(secret: string): boolean;
}

export interface EventReceiver {
  readonly url: string;
  readonly events: ReceivedEvent[];
  /** How to answer; 204 without it. */
  answer: (event: ReceivedEvent, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** A server of somebody who hears of events. */
export async function startEventReceiver(): Promise<EventReceiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const event = received(Buffer.concat(chunks).toString('utf8'), request.headers);
      receiver.events.push(event);
      receiver.answer(event, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: EventReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    events: [],
    answer: answerWith(204),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

export const answerWith =
  (status: number, headers: Record<string, string> = {}) =>
  (_event: ReceivedEvent, response: ServerResponse): void =>
    void response.writeHead(status, headers).end();

function received(text: string, headers: IncomingHttpHeaders): ReceivedEvent {
  const { type, data } = JSON.parse(text) as Pick<ReceivedEvent, 'type' | 'data'>;
  const signedWith = (secret: string): boolean => {
    try {
      new Webhook(secret).verify(text, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };
  return { id: String(headers['webhook-id']), type, data, text, headers, signedWith };
}
