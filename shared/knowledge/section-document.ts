import { createHash } from 'node:crypto'
import type { StoredPassage } from './compiled.ts'

/** A section as Bedrock's store is given it: one document, with what is known of it in a file beside it. */
export interface SectionDocument {
  readonly key: string
  readonly text: string
  readonly metadataKey: string
  /** JSON, as Bedrock reads it. */
  readonly metadata: string
}

/** Bedrock keeps this much of a company's own beside a vector in S3 Vectors. */
export const mostMetadataBytes = 1_024

/** Everything of the company's is below it, so that no other file of the bucket is taken for an article. */
export const documentPrefix = 'sections/'

const attributesOf = ({ text: _text, ...known }: StoredPassage): Omit<StoredPassage, 'text'> => known

interface Headed {
  readonly title: string
  readonly heading?: string | undefined
}

/** What stands above a section belongs to its meaning, so it is embedded with it. */
const headOf = ({ title, heading }: Headed): string =>
  heading === undefined ? `# ${title}\n\n` : `# ${title}\n\n## ${heading}\n\n`

/** Named by what is in it: a section that did not change keeps its name, and is neither uploaded nor embedded again. */
export const documentOf = (passage: StoredPassage): SectionDocument => {
  const text = `${headOf(passage)}${passage.text}`
  const metadata = JSON.stringify({ metadataAttributes: attributesOf(passage) })
  const digest = createHash('sha256').update(text).update(metadata).digest('hex').slice(0, 16)
  const key = `${documentPrefix}${passage.articleId}/${digest}.md`
  return { key, text, metadataKey: `${key}.metadata.json`, metadata }
}

/** The section's own text again; whatever a parser made of the lines above it stays. */
export const sectionText = (content: string, known: Headed): string => {
  const head = headOf(known)
  return content.startsWith(head) ? content.slice(head.length) : content
}

/** Why a section cannot be kept with all that a reply needs of it; undefined where it can. */
export const metadataFault = (passage: StoredPassage): string | undefined => {
  const bytes = Buffer.byteLength(JSON.stringify(attributesOf(passage)))
  if (bytes <= mostMetadataBytes) return undefined
  const where = passage.heading === undefined ? 'its beginning' : `its section "${passage.heading.slice(0, 60)}"`
  return `${where} has ${bytes} bytes of name, title, url and headings: Bedrock keeps at most ${mostMetadataBytes}`
}
