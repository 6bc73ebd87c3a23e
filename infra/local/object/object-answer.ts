export interface ObjectAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}

const escaped = (text: string): string => text.replace(/[<>&"']/g, (one) => `&#${one.codePointAt(0)};`)

/** One element of text, or of elements that are written already. */
export const element = (name: string, content: string | readonly string[]): string =>
  `<${name}>${typeof content === 'string' ? escaped(content) : content.join('')}</${name}>`

/** An answer in S3's XML. */
export const xml = (status: number, root: string, content: readonly string[]): ObjectAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content)}`),
})
