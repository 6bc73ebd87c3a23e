import type { Terminal } from '#infra/deploy/command/terminal.ts'

export interface HeardTerminal extends Terminal {
  readonly lines: string[]
  /** What was asked. */
  readonly questions: string[]
}

/** A terminal with nobody at it, or with somebody who gives these answers. */
export const silentTerminal = (...answers: readonly string[]): HeardTerminal => {
  const lines: string[] = []
  const questions: string[] = []
  const ask = async (question: string): Promise<string> => {
    questions.push(question)
    return answers[questions.length - 1] ?? ''
  }
  return {
    interactive: answers.length > 0,
    colours: false,
    lines,
    questions,
    say: (line) => lines.push(line),
    ask,
    askHidden: ask,
  }
}
