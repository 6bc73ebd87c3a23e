/** How a browser is told to take a file. */
export interface ServedAs {
  readonly contentType: string
  /** The header `content-disposition`. */
  readonly disposition: string
}

export interface AttachmentLink {
  readonly url: string
  /** Epoch milliseconds: the end that is signed into the URL. */
  readonly expiresAt: number
}

/** Makes links that open one file for whoever has them, until they end. */
export interface AttachmentLinks {
  make(key: string, servedAs: ServedAs): Promise<AttachmentLink>
}

/** Long enough to click on, too short to be passed around. */
export const linkSeconds = 300

/** What no browser runs, whatever is in it; by the extension of its name. A page or a drawing may hold a script. */
const harmless: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'video/quicktime': 'mov',
}

const unknownType = 'application/octet-stream'

export const servedType = (contentType: string): string =>
  Object.hasOwn(harmless, contentType) ? contentType : unknownType

const nameLimit = 100
const endingLimit = 16

/**
 * Characters that are no part of a name: controls, what turns the reading direction round, blanks that count as letters
 * and push an ending out of sight, what a path or a header is made of.
 */
const unfit = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0"\\/:*?<>|%;]/gu

/** Long names lose their middle: the ending says what a file is. */
const shortened = (name: string): string => {
  const characters = [...name]
  if (characters.length <= nameLimit) return name
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? ''
  const kept = [...ending].length <= endingLimit ? ending : ''
  return characters.slice(0, nameLimit - [...kept].length).join('') + kept
}

const hasEnding = (name: string): boolean => /\.[\p{L}\p{N}]{1,16}$/u.test(name)

/** A name to save a file under, from the name that its sender gave it, if any, or from what it is; it says what it is. */
export const fileName = (given: string | undefined, kind: string | undefined, contentType: string): string => {
  const clean = (text: string) =>
    text
      .replace(unfit, '_')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = Object.hasOwn(harmless, contentType) ? `.${harmless[contentType]}` : ''
  const name = clean(given ?? '') || clean(kind ?? '') || 'file'
  return shortened(hasEnding(name) ? name : `${name}${ending}`)
}

/** RFC 8187: what is not ASCII, as the bytes of UTF-8. */
const extended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

/** RFC 6266: saved, never shown in the page's place; an ASCII name for readers that know no other. */
export const dispositionOf = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]/gu, '_')}"; filename*=UTF-8''${extended(name)}`
