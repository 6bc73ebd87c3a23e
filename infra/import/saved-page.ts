import { realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The names below a folder under which the usual tools save what an address shows. */
const namesOf = ({ hostname, pathname, search }: URL): readonly string[] => {
  const path = decoded(pathname)
  if (path === undefined) return []
  const bare = path.replace(/\/+$/, '')
  const own = [
    `${bare}${search}`,
    `${bare}${search}.html`,
    bare,
    `${bare}.html`,
    `${bare}.htm`,
    `${bare}.md`,
    `${bare}/index.html`,
    `${bare}/index.htm`,
  ]
  return [hostname, ''].flatMap((host) => own.map((name) => `${host}${name}`))
}

/** Segment by segment: an encoded slash or dot must not lead anywhere. */
const decoded = (pathname: string): string | undefined => {
  try {
    const segments = pathname.split('/').map(decodeURIComponent)
    return segments.some((one) => one === '..' || /[/\\\0]/.test(one)) ? undefined : segments.join('/')
  } catch {
    return undefined
  }
}

/** Where an address lies in a folder of saved pages; undefined where it does not, or leads out of it. */
export const savedPage = (folder: string, url: string): string | undefined => {
  const root = realpathSync(folder)
  for (const name of namesOf(new URL(url))) {
    const file = join(root, name)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue
    if (realpathSync(file).startsWith(`${root}${sep}`)) return file
  }
  return undefined
}
