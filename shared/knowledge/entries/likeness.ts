import type { Questions, Weighed } from './weighing.ts'

/** For each group of questions the cosine, 0 to 1, of a text and the likest of the group. */
export type Likeness = (text: Weighed) => Float64Array

interface Held {
  readonly question: number
  readonly value: number
}

export const likenessTo = (groups: readonly Questions[]): Likeness => {
  const groupOf = groups.flatMap((questions, group) => questions.map(() => group))
  const holders = new Map<number, Held[]>()
  for (const [question, { rows, values }] of groups.flat().entries())
    for (const [place, row] of rows.entries()) {
      const held = { question, value: values[place] ?? 0 }
      const known = holders.get(row)
      if (known) known.push(held)
      else holders.set(row, [held])
    }
  return ({ rows, values }) => {
    const cosines = new Float64Array(groupOf.length)
    for (const [place, row] of rows.entries())
      for (const { question, value } of holders.get(row) ?? [])
        cosines[question] = (cosines[question] ?? 0) + value * (values[place] ?? 0)
    const likest = new Float64Array(groups.length)
    for (const [question, group] of groupOf.entries())
      likest[group] = Math.max(likest[group] ?? 0, cosines[question] ?? 0)
    return likest
  }
}
