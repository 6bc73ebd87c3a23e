import { CommandError } from './errors.ts'

/** How often each option may be given, and whether it carries a value. */
export type OptionKind = 'flag' | 'value' | 'list'
export type OptionKinds = Readonly<Record<string, OptionKind>>

export interface TakenOptions {
  /** Every value that an option was given; a flag that was given holds `true`. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** What belongs to somebody else, in its order. */
  readonly rest: readonly string[]
}

/** Which deployment is meant: every command takes these. */
export const destinationOptions = { context: 'list', profile: 'value' } as const satisfies OptionKinds

const nameOf = (word: string): string => (word === '-c' ? 'context' : word.replace(/^--/, ''))

/** Takes the options that are a command's own and leaves the rest, which may be the CDK command's. @throws {CommandError} */
export const takeOptions = (words: readonly string[], kinds: OptionKinds): TakenOptions => {
  const values: Record<string, string[]> = {}
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, written = word, joined] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
    const kind = word.startsWith('-') ? kinds[nameOf(written)] : undefined
    if (!kind) {
      rest.push(word)
      continue
    }
    const value = kind === 'flag' ? 'true' : (joined ?? words[++at])
    if (value === undefined || (joined === undefined && value.startsWith('--')))
      throw new CommandError(`${written} needs a value`)
    values[nameOf(written)] = kind === 'list' ? [...(values[nameOf(written)] ?? []), value] : [value]
  }
  return { values, rest }
}

/** For a command that hands nothing on, and takes words without a dash for its own. @throws {CommandError} */
export const refuseUnknown = (rest: readonly string[], kinds: OptionKinds): void => {
  const [unknown] = rest.filter((word) => word.startsWith('-'))
  const allowed = Object.keys(kinds).map((name) => (name === 'context' ? '-c name=value' : `--${name}`))
  if (unknown) throw new CommandError(`unknown option "${unknown}": allowed are ${allowed.join(', ')}`)
}

/** For a command that knows options alone. @throws {CommandError} */
export const takeAll = (words: readonly string[], kinds: OptionKinds): TakenOptions['values'] => {
  const { values, rest } = takeOptions(words, kinds)
  refuseUnknown(rest, kinds)
  if (rest[0] !== undefined) throw new CommandError(`"${rest[0]}" is not an option; see --help`)
  return values
}

/** `-c stage=test` as the CDK command reads it. @throws {CommandError} */
export const contextOf = (written: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    written.map((pair) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
      if (!name) throw new CommandError(`-c "${pair}" is not allowed: must be name=value, such as stage=test`)
      return [name, value ?? '']
    }),
  )
