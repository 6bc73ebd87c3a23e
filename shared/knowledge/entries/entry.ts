/** One thing that a company's knowledge answers, and how its customers ask for it. */
export interface Entry {
  readonly entry: string
  /** How articles call it; customers' questions often use the same words. */
  readonly title?: string
  readonly examples: readonly string[]
}

export const questionsOf = ({ entry, title = entry.replaceAll(/[_-]/g, ' '), examples }: Entry): readonly string[] => [
  title,
  ...examples,
]
