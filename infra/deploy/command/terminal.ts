import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

export interface Terminal {
  /** Somebody is there to answer. */
  readonly interactive: boolean
  readonly colours: boolean
  say(line: string): void
  ask(question: string): Promise<string>
  /** As ask, without showing what is typed. */
  askHidden(question: string): Promise<string>
}

const question = async (text: string, output: NodeJS.WritableStream): Promise<string> => {
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return (await lines.question(text)).trim()
  } finally {
    lines.close()
  }
}

/** Questions go to standard error, so that an answer may be piped. */
export const openTerminal = (print: (line: string) => void = console.log): Terminal => ({
  interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  say: print,
  ask: (text) => question(text, process.stderr),
  askHidden: async (text) => {
    process.stderr.write(text)
    const answer = await question('', new Writable({ write: (_chunk, _encoding, done) => done() }))
    process.stderr.write('\n')
    return answer
  },
})
