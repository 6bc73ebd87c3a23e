import type { ComponentChildren } from 'preact'
import { webAddress } from './web-address.ts'

/** A link that leaves the console; an address that is none of the web's stays text. */
export const OutsideLink = ({ url, children }: { url: string | undefined; children: ComponentChildren }) => {
  const address = webAddress(url)
  if (address === undefined) return <>{children}</>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
