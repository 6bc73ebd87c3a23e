import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from './decode-text.ts'
import { type Document, draftOf } from './document-draft.ts'
import { DocumentError, type Finding, type Gathered, gatheredFrom, type Reading, together } from './draft.ts'
import { readPage } from './html-draft.ts'
import { markdownDocument } from './markdown-document.ts'

/** More than any article: what is larger is an export of something else. */
export const largestDocumentBytes = 5 * 1024 * 1024
const MOST_FILES = 20_000

const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path)
const isHtml = (path: string): boolean => /\.x?html?$/i.test(path)

export const readDocumentFile = (file: string): string => {
  const { size } = statSync(file)
  if (size > largestDocumentBytes)
    throw new DocumentError(`has ${size} bytes, at most ${largestDocumentBytes} are read`)
  return decodeText(readFileSync(file))
}

/** A page as it lies in a folder or was saved of a sitemap. @throws {DocumentError} */
export const documentOf = (path: string, text: string, address?: string): Document =>
  isMarkdown(path) ? markdownDocument(path, text) : pageDocument(path, text, address)

const pageDocument = (path: string, html: string, address?: string): Document => {
  const { language: declared, ...page } = readPage(html, address)
  const named =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '')
      .replaceAll(/[-_]+/g, ' ') ?? path
  return { ...page, title: page.title || named, from: path, path, ...(declared && { declared }) }
}

/** Links are neither files nor folders here: they could lead anywhere. */
const filesOf = (folder: string, below = ''): readonly string[] =>
  readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) return filesOf(folder, path)
      return entry.isFile() ? [path] : []
    })
    .sort()

const passedOver = (others: readonly string[], folder: string): readonly Finding[] =>
  others.length === 0
    ? []
    : [
        {
          kind: 'passed-over',
          about: folder,
          message: `${others.length} ${others.length === 1 ? 'file is' : 'files are'} neither Markdown nor HTML, such as ${others.slice(0, 3).join(', ')}`,
        },
      ]

/** Every Markdown and HTML file below a folder; links out of it are not followed. */
export const readFolder = (folder: string, reading: Reading): Gathered => {
  const files = filesOf(folder)
  const wanted = files.filter((path) => isMarkdown(path) || isHtml(path))
  if (wanted.length > MOST_FILES)
    throw new DocumentError(`holds ${wanted.length} documents, at most ${MOST_FILES} are read`)
  const read = wanted.map((path) =>
    gatheredFrom(path, () => {
      const text = readDocumentFile(join(folder, path))
      const address = reading.baseUrl && URL.parse(path, reading.baseUrl)?.href
      return draftOf(documentOf(path, text, address), reading)
    }),
  )
  const others = files.filter((path) => !wanted.includes(path))
  return together([...read, { drafts: [], findings: passedOver(others, folder) }])
}
