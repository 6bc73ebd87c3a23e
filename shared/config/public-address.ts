import { BlockList, isIP } from 'node:net'

/** https://www.iana.org/assignments/iana-ipv4-special-registry, multicast, and what is reserved. */
const notPublic4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Whatever lies outside is not assigned, local, multicast, or an IPv4 address in disguise, mapped or behind NAT64. */
const global6 = ['2000::', 3] as const

/** Within it: Teredo and other protocols, documentation, and 6to4, which carries an IPv4 address. */
const notPublic6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const listOf = (ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const [address, bits] of ranges) list.addSubnet(address, bits, family)
  return list
}

const [refused4, global, refused6] = [listOf(notPublic4, 'ipv4'), listOf([global6], 'ipv6'), listOf(notPublic6, 'ipv6')]

/** Of an address as a resolver gives it: whether it is anybody's on the open Internet. What is no address is not. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !refused4.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return global.check(address, 'ipv6') && !refused6.check(address, 'ipv6')
}

/** A URL's host when it is an address; the URL parser has brought every spelling of it, decimal or octal, to one. */
export const addressIn = ({ hostname }: URL): string | undefined => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) ? host : undefined
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isOnThisMachine = ({ hostname }: URL): boolean => loopback.has(hostname)
