import { parseArgs } from 'node:util'

/** `--check` of a training command; `--help` prints the usage and ends, and an unknown option ends with 1. */
export const trainingFlags = (usage: string): { readonly check: boolean } => {
  const { check, help } = written(usage)
  if (!help) return { check }
  console.log(usage)
  return process.exit(0)
}

const written = (usage: string) => {
  try {
    const flag = { type: 'boolean', default: false } as const
    return parseArgs({ options: { check: flag, help: flag } }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return process.exit(1)
  }
}
