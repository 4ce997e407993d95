import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All addresses that are given to hosts today; whatever lies outside is special in one way or another. */
const globalUnicastV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Well-known prefix of NAT64: networks without IPv4 reach every IPv4 host through it. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** Public by number, but answered by the machine's own cloud: Azure's platform service. */
const cloudServices = ['168.63.129.16'];

/**
 * Whether an address belongs to a host of the public internet.
 *
 * Private, loopback, link-local, shared, documentation, multicast and tunnel ranges do not (6to4, Teredo and local NAT64
 * among them). An IPv4 address inside an IPv6 one (mapped, NAT64) is judged by the IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' && !cloudServices.includes(parsed.toString());
  const inner = innerAddress(parsed);
  if (inner) return isPublicAddress(inner.toString());
  return parsed.match(globalUnicastV6) && parsed.range() === 'unicast';
}

/** Whether an address is this machine itself: 127.0.0.0/8, ::1, or the first mapped into IPv6. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}

function innerAddress(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(nat64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : undefined;
}
