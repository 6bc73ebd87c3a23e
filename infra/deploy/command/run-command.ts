import { ConfigError } from '#shared/config/errors.ts'
import { explainFailure, isCloudFailure } from '../cloud/failure.ts'
import { CommandError } from './errors.ts'

const problemsOf = (error: unknown): readonly string[] => {
  if (error instanceof ConfigError) return error.problems
  if (error instanceof CommandError) return [error.message]
  if (!isCloudFailure(error)) return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  const { found, todo } = explainFailure(error)
  return [found, `→ ${todo}`]
}

/** Runs a command to its exit code; whatever stops it is told in lines. */
export const runCommand = async (command: (words: readonly string[]) => Promise<number>): Promise<never> => {
  try {
    process.exit(await command(process.argv.slice(2)))
  } catch (error) {
    for (const problem of problemsOf(error)) console.error(problem)
    // A connection that never answers must not keep the command alive.
    process.exit(1)
  }
}
