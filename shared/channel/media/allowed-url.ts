/** How far a URL from outside may lead. */
export interface Reach {
  /** Exact names, or `*.fbcdn.net` for all below one. */
  readonly hosts: readonly string[]
  /** A provider's API that the configuration puts on this machine, such as `http://127.0.0.1:4010`. @default none */
  readonly ownOrigin?: string | undefined
}

const isListed = (hostname: string, hosts: readonly string[]): boolean =>
  hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host))

/** Https at its own port, nobody's name and password before a host that is listed letter by letter; or nothing. */
export const allowedUrl = (url: URL, { hosts, ownOrigin }: Reach): URL | undefined => {
  if (url.username !== '' || url.password !== '') return undefined
  if (ownOrigin !== undefined && url.origin === ownOrigin) return url
  return url.protocol === 'https:' && url.port === '' && isListed(url.hostname, hosts) ? url : undefined
}
