/** A line of a stream, counted from one, empty ones included. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Splits at line feeds only: JSON may hold every other separator, and holds no line feed. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0
  let open: string[] = []
  for await (const chunk of chunks) {
    const [rest = '', ...begun] = chunk.split('\n')
    open.push(rest)
    for (const next of begun) {
      number++
      yield { number, text: plain(open.join(''), number) }
      open = [next]
    }
  }
  const last = open.join('')
  if (last !== '') yield { number: number + 1, text: plain(last, number + 1) }
}

const BYTE_ORDER_MARK = /^\ufeff/

const plain = (text: string, number: number): string => (number === 1 ? text.replace(BYTE_ORDER_MARK, '') : text).trim()
