/** What a document says of its own bytes, within its first kilobyte: HTML's meta, or XML's declaration. */
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i
const HEAD_BYTES = 1024

const byMark = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const declared = (bytes: Uint8Array): string | undefined => {
  const [, html, xml] = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')) ?? []
  const label = html ?? xml
  try {
    return label && new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/**
 * Text of a file that says its charset by a mark, says it in words, or does not. What is UTF-8 is UTF-8, whatever it says
 * of itself: old templates say "iso-8859-1" long after the editor moved on. The rest is taken for Windows' Latin.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const label = byMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : (declared(bytes) ?? 'windows-1252'))
  return new TextDecoder(label).decode(bytes)
}
