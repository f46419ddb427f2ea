import { BlockList, isIP } from 'node:net';

/** Which addresses a message may go to. */
export interface Reach {
  /** What is wrong with an address as it is written, or nothing. */
  wrong(url: string): string | undefined;
  /** Whether a host that was looked up may be called. */
  mayCall(address: string): boolean;
}

const inner = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is routed in public (2000::/3) is called, and of it nothing that wraps another address. */
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inner.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, 'ipv4');
  return family === 6 && outer.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

const LONGEST = 1000;

/** Push services are where a browser says they are, and a browser may say anything: https, a public host, no way into our own network. */
export const PUBLIC_ONLY: Reach = {
  wrong(text) {
    if (text.length > LONGEST) return 'is too long';
    if (!URL.canParse(text)) return 'is not an address';
    const url = new URL(text);
    if (url.protocol !== 'https:') return 'must begin with https://';
    if (url.username !== '' || url.password !== '') return 'must not have a name or a password';
    if (url.port !== '') return 'must be on the usual port';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'is not a public address';
    if (!host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)\.?$/.test(host)) return 'is not a public host';
    return undefined;
  },
  mayCall: isPublicAddress,
};

/** The webhook is the operator's own choice: a gateway within the network is what it is for. */
export const ANYWHERE: Reach = { wrong: (text) => (URL.canParse(text) ? undefined : 'is not an address'), mayCall: () => true };
