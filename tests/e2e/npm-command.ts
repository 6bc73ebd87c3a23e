import { type Finished, runChild } from './child.ts'

/** Runs one of the project's own commands, as somebody would type it, with the words after `--`. */
export type RunNpm = (script: string, ...words: readonly string[]) => Promise<Finished>

export const npmIn = (env: Readonly<Record<string, string>>, logFile: string): RunNpm => {
  return (script, ...words) => runChild({ command: 'npm', args: ['run', script, '--', ...words], env, logFile })
}

const linesShown = 25

/** The end of what a command printed, for a failure. */
export const endOf = (output: string): string => output.trimEnd().split('\n').slice(-linesShown).join('\n')
