import type { Usage } from './load/usage.ts'
import type { ModelPrice } from './price-list.ts'

/** English text, as Amazon's and Anthropic's own pages put it; other languages take more tokens for the same text. */
export const charactersPerToken = 4

export interface Tokens {
  readonly input: number
  readonly output: number
  readonly calls: number
}

export const tokensOf = (usage: Usage): Tokens => {
  const doors = Object.values(usage)
  const sum = (read: (door: (typeof doors)[number]) => number) => doors.reduce((total, door) => total + read(door), 0)
  return {
    input: sum(({ modelInputCharacters }) => modelInputCharacters) / charactersPerToken,
    output: sum(({ modelOutputCharacters }) => modelOutputCharacters) / charactersPerToken,
    calls: sum(({ calls }) => calls['bedrock converse'] ?? 0),
  }
}

export const tokenDollars = ({ input, output }: Tokens, model: ModelPrice): number =>
  (input * model.inputPerMillion + output * model.outputPerMillion) / 1_000_000
