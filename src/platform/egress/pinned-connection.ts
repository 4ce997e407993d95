import type { LookupFunction } from 'node:net';
import { isIPv6 } from 'node:net';
import { buildConnector, Client, ProxyAgent, type Dispatcher } from 'undici';

export interface ConnectionSettings {
  timeoutMs: number;
  /** PEM certificates trusted beside those of Node; for servers with a private authority. */
  trustedCertificates?: string;
}

const maxHeaderBytes = 16 * 1024;

/**
 * A connection to the origin of `url` that can reach the given addresses and no other. TLS still checks the certificate
 * against the name, and the Host header still carries it.
 *
 * It serves one request: the next one meets the name servers again.
 */
export function connectTo(url: URL, addresses: string[], settings: ConnectionSettings): Dispatcher {
  const { timeoutMs, trustedCertificates: ca } = settings;
  const connect = buildConnector({
    ...(ca !== undefined && { ca }),
    rejectUnauthorized: true,
    timeout: timeoutMs,
    lookup: answerWith(addresses),
    autoSelectFamily: true,
    // A dead IPv6 route must not use up the time, and a far host must not be given up too soon.
    autoSelectFamilyAttemptTimeout: 1_500,
  });
  return new Client(url.origin, {
    connect,
    pipelining: 0,
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

/** A tunnel through the operator's proxy, which resolves names and decides about addresses itself. */
export function connectThrough(proxy: string, settings: ConnectionSettings): Dispatcher {
  const { timeoutMs, trustedCertificates: ca } = settings;
  return new ProxyAgent({
    uri: proxy,
    proxyTunnel: true,
    requestTls: { ...(ca !== undefined && { ca }), rejectUnauthorized: true, timeout: timeoutMs },
    proxyTls: { ...(ca !== undefined && { ca }), timeout: timeoutMs },
    pipelining: 0,
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

function answerWith(addresses: string[]): LookupFunction {
  const records = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_hostname, options, callback) => {
    if (options.all) return callback(null, records);
    const [first] = records;
    return callback(null, first?.address ?? '', first?.family);
  };
}
