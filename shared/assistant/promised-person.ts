import { type PromisePhrases, promisePhrases } from './promise-phrases.ts'
import { promisePhrasesElsewhere } from './promise-phrases-elsewhere.ts'

const invisible = /\p{Cf}/gu
const accents = /[\u0300-\u036f]/g

/** Letters as they are looked for: without accents, in one width, with one apostrophe. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/ı/g, 'i')
    .replace(/ł/gi, 'l')
    .replace(/ø/gi, 'o')
    .replace(/[*_~"“”«»]/g, '')

const compiled = Object.values({ ...promisePhrases, ...promisePhrasesElsewhere }).map(
  ({ promises, unless }: PromisePhrases) => ({
    promise: new RegExp(
      promises
        .map((one) => `(?:${one})`)
        .join('|')
        .normalize('NFKD')
        .replace(accents, '')
        .normalize('NFC'),
      'iu',
    ),
    unless: new RegExp(unless.normalize('NFKD').replace(accents, '').normalize('NFC'), 'iu'),
  }),
)

const sentences = /[^.!?。！？।؟\n]+[.!?。！？।؟]*/gu
/** A list's second half is not under the first one's condition. */
const longest = 400

/**
 * The sentence of a draft that says that a person takes over, calls or answers, in any of the languages known here. That
 * one may be asked for is no promise, nor is what hangs on a condition said before it.
 */
export const promisedPerson = (reply: string): string | undefined =>
  (plain(reply).match(sentences) ?? [])
    .find((sentence) => {
      const said = sentence.trim().replace(/\s+/g, ' ').slice(0, longest)
      return compiled.some(({ promise, unless }) => {
        const found = promise.exec(said)
        return found !== null && !unless.test(said.slice(0, found.index))
      })
    })
    ?.trim()
