/** A passage longer than this is cut between paragraphs: the model reads few passages, and each should be about one thing. */
const longestPassageCharacters = 1_200

const fence = /^\s*(`{3,}|~{3,})/
const ruleOfTable = /^\s*\|?[\s:|-]*-[\s:|-]*$/
const sentenceEnd = /(?<=[.!?…]["”»)]?)\s+|(?<=[。！？])/u

/** Paragraphs; the empty lines within code end none. */
const blocksOf = (text: string): string[] => {
  const blocks: string[][] = [[]]
  let open: string | undefined
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1]
    if (open === undefined && line.trim() === '') {
      blocks.push([])
      continue
    }
    blocks.at(-1)?.push(line)
    if (mark !== undefined) open = open === undefined ? mark : mark.startsWith(open) ? undefined : open
  }
  return blocks.filter(({ length }) => length > 0).map((lines) => lines.join('\n'))
}

/** Neighbours as long as they fit together; one that is too long alone stays so. */
const packed = (parts: readonly string[], between: string, most: number): string[] => {
  const packs: string[] = []
  for (const part of parts) {
    const last = packs.at(-1)
    if (last !== undefined && last.length + between.length + part.length <= most)
      packs[packs.length - 1] = `${last}${between}${part}`
    else packs.push(part)
  }
  return packs
}

const inCharacters = (text: string, most: number): string[] => {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + most
    // Half a character is none.
    const whole = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
    pieces.push(text.slice(at, whole))
    at = whole
  }
  return pieces
}

const inSentences = (line: string, most: number): string[] =>
  line.length <= most
    ? [line]
    : packed(
        line.split(sentenceEnd).flatMap((sentence) =>
          sentence.length <= most
            ? [sentence]
            : packed(
                sentence.split(' ').flatMap((word) => inCharacters(word, most)),
                ' ',
                most,
              ),
        ),
        ' ',
        most,
      )

/** Each part of a table has its head, and each part of code its fences: alone they would say nothing. */
const cutBlock = (block: string): string[] => {
  if (block.length <= longestPassageCharacters) return [block]
  const lines = block.split('\n')
  const [first = '', second = ''] = lines
  const mark = fence.exec(first)?.[1]
  const head = first.includes('|') && ruleOfTable.test(second) ? `${first}\n${second}\n` : mark ? `${first}\n` : ''
  const foot = mark ? `\n${mark}` : ''
  const closed = mark !== undefined && lines.at(-1)?.trim() === mark
  const most = Math.max(longestPassageCharacters / 2, longestPassageCharacters - head.length - foot.length)
  const body = lines.slice(head.split('\n').length - 1, closed ? -1 : undefined)
  const parts = head === '' ? body.flatMap((line) => inSentences(line, most)) : body
  return packed(parts, '\n', most).map((part) => `${head}${part}${foot}`)
}

/** Cut between paragraphs where it is too long, and within one only where that alone is. */
export const cutLong = (text: string): string[] =>
  packed(blocksOf(text).flatMap(cutBlock), '\n\n', longestPassageCharacters)
