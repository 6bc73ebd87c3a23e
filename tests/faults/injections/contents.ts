import { photo, type SimulatedFile } from '#tests/simulation/files.ts'

interface Sent {
  readonly name: string
  readonly file: SimulatedFile
}

/** A letter, a picture and a page, each with the text in it where a model that looks at it finds it. */
const kinds: readonly ((text: string) => Sent)[] = [
  (text) => ({ name: 'letter.txt', file: { bytes: Buffer.from(text), contentType: 'text/plain' } }),
  (text) => ({
    name: 'picture.png',
    file: { bytes: Buffer.concat([photo, Buffer.from(`tEXtComment\0${text}`)]), contentType: 'image/png' },
  }),
  (text) => ({
    name: 'page.pdf',
    file: { bytes: Buffer.from(`%PDF-1.4\n(${text}) Tj`), contentType: 'application/pdf' },
  }),
]

export const contentOf = (text: string, n: number): Sent => {
  const kind = kinds[n % kinds.length] ?? kinds[0]
  if (!kind) throw new Error('there are no files')
  return kind(text)
}
