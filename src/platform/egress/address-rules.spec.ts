import fc from 'fast-check';
import { isLoopbackAddress, isPublicAddress } from './address-rules.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '185.199.108.153', '2606:4700:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['this network', '0.0.0.0'],
    ['all of this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local', '169.254.169.254'],
    ['shared by a carrier', '100.64.0.1'],
    ['shared by a carrier', '100.100.100.200'],
    ['benchmarks', '198.18.0.1'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['documentation', '203.0.113.7'],
    ['old 6to4 relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['a platform service', '168.63.129.16'],
    ['loopback of six', '::1'],
    ['unspecified', '::'],
    ['mapped private', '::ffff:10.0.0.1'],
    ['mapped loopback in hex', '::ffff:7f00:1'],
    ['IPv4-compatible loopback', '::7f00:1'],
    ['translated', '::ffff:0:7f00:1'],
    ['NAT64 loopback', '64:ff9b::7f00:1'],
    ['NAT64 link-local', '64:ff9b::a9fe:a9fe'],
    ['local NAT64', '64:ff9b:1::808:808'],
    ['6to4', '2002:7f00:1::'],
    ['6to4 of a public address', '2002:808:808::1'],
    ['Teredo', '2001:0:808:808::1'],
    ['unique local', 'fd00::1'],
    ['unique local of a cloud', 'fd00:ec2::254'],
    ['link-local of six', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['multicast of six', 'ff02::1'],
    ['documentation of six', '2001:db8::1'],
    ['discard', '100::1'],
    ['outside the global range', '4000::1'],
    ['no address', 'example.edu'],
    ['an abbreviated address', '127.1'],
    ['nothing', ''],
  ])('refuses %s: %s', (_name, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('judges an IPv4 address the same, mapped or not', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => isPublicAddress(address) === isPublicAddress(`::ffff:${address}`)));
  });
});

describe('isLoopbackAddress', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['localhost', false],
  ])('%s: %s', (address, expected) => {
    expect(isLoopbackAddress(address)).toBe(expected);
  });
});
