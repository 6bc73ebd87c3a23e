/** One line that an author wrote: its text may hold slots, `{a|b}`. */
export interface ExampleLine {
  readonly text: string
  /** Every trigger that a careful reader would say holds. */
  readonly triggers: readonly string[]
  /** Where it stands: `en/legal.txt:12`. */
  readonly place: string
  readonly language: string
}

const LINE = /^(?<sign>[+-])(?:\[(?<also>[a-z, -]*)\])?\s+(?<text>\S.*)$/u

/** Thrown for a line that is neither an example nor a comment; names the place. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError'
}

export interface ExampleFile {
  /** The trigger the file is about, or `none`. */
  readonly trigger: string
  readonly language: string
  readonly content: string
}

/** Reads `+ text` as an example of the file's trigger and `- text` as one of its opposite; names in brackets hold as well. */
export const readExamples = (
  { trigger, language, content }: ExampleFile,
  known: readonly string[],
): readonly ExampleLine[] =>
  content.split('\n').flatMap((line, at) => {
    const place = `${language}/${trigger}.txt:${at + 1}`
    if (line.trim() === '' || line.startsWith('#')) return []
    const found = LINE.exec(line.trim())?.groups
    if (found?.text === undefined)
      throw new ExampleError(`${place}: "${line}" must be "+ text", "- text" or "# comment"`)
    const also = (found.also ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const unknown = also.find((name) => !known.includes(name))
    if (unknown !== undefined) throw new ExampleError(`${place}: "${unknown}" must be one of ${known.join(', ')}`)
    if (found.sign === '+' && !known.includes(trigger))
      throw new ExampleError(`${place}: ${trigger}.txt holds "-" lines only`)
    const triggers = found.sign === '+' ? [trigger, ...also] : also
    return [{ text: found.text, triggers: [...new Set(triggers)], place, language }]
  })
