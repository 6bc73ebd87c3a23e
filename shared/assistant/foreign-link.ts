import type { Passage } from '../knowledge/passage.ts'
import { linkedHosts, mailAddresses } from './linked-hosts.ts'

export interface LinkGrounds {
  readonly passages: readonly Pick<Passage, 'url' | 'title' | 'heading' | 'text'>[]
  /** The company's own hosts, `*.` for all below one. */
  readonly sites: readonly string[]
  /** What is vouched for about the customer: an address of theirs may be repeated to them. */
  readonly verified: readonly string[]
}

const isOwn = (host: string, sites: readonly string[]): boolean =>
  sites.some((site) => (site.startsWith('*.') ? host.endsWith(site.slice(1)) : host === site))

/** A link of a draft that leads to no host of the passages and to none of the company's: whose it is, nobody knows. */
export const foreignLink = (reply: string, { passages, sites, verified }: LinkGrounds): string | undefined => {
  const hosts = linkedHosts(reply)
  const addresses = mailAddresses(reply)
  if (hosts.length === 0 && addresses.length === 0) return undefined
  const written = passages
    .map(({ url, title, heading = '', text }) => `${url}\n${title}\n${heading}\n${text}`)
    .join('\n')
  const addressesOf = (text: string) => mailAddresses(text)
  const hostOfAddress = (address: string) => address.slice(address.lastIndexOf('@') + 1)
  const given = new Set([...linkedHosts(written), ...addressesOf(written).map(hostOfAddress)])
  const theirs = new Set(verified.flatMap(addressesOf))
  const isGiven = (host: string) => given.has(host) || isOwn(host, sites)
  return (
    hosts.find((host) => !isGiven(host)) ??
    addresses.find((address) => !isGiven(hostOfAddress(address)) && !theirs.has(address))
  )
}
