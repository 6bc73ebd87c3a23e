import { hear } from '../asked.ts'

/** Thrown for a line of meanings that cannot be read; names the place. */
export class MeaningError extends Error {
  override readonly name = 'MeaningError'
}

const LINE = /^(?<meaning>[?a-z]+): (?<forms>\S.*)$/u

/** The names of all meanings: those of the first language count, the others must use them. */
export const meaningNames = (content: string): readonly string[] => {
  const names = lines(content, 'en').map(({ meaning }) => meaning)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new MeaningError(`en: "${twice}" stands twice`)
  return names
}

/** `meaning form form;meaning form` with folded forms, as `readLexicon` reads it. */
export const writeForms = (language: string, content: string, names: readonly string[]): string =>
  lines(content, language)
    .map(({ meaning, forms }) => {
      const at = names.indexOf(meaning)
      if (at === -1) throw new MeaningError(`${language}: "${meaning}" is no meaning of meanings/en.txt`)
      const folded = forms.map((form) => foldForm(form, language)).filter((form) => form !== '')
      return [at, ...new Set(folded)].join(' ')
    })
    .join(';')

const lines = (content: string, language: string) =>
  content.split('\n').flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const found = LINE.exec(line.trim())?.groups
    if (found?.meaning === undefined || found.forms === undefined)
      throw new MeaningError(`${language}: "${line}" must be "meaning: form form"`)
    return [{ meaning: found.meaning, forms: found.forms.split(/\s+/) }]
  })

/** A phrase keeps no stars: its words are compared whole. */
const foldForm = (form: string, language: string): string => {
  const { words, units } = hear(form.replaceAll('*', '').replaceAll('_', ' '))
  const unspaced = units.length > 0 && words.length > 1 && units[0] !== words[0]
  if (words.length === 0) throw new MeaningError(`${language}: "${form}" has no word`)
  if (words.length > 1) return words.join(unspaced ? '' : '_')
  return `${form.startsWith('*') ? '*' : ''}${words[0]}${form.endsWith('*') ? '*' : ''}`
}
