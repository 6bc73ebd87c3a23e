import type { AnsweredQuestion } from './answered-sample.ts'
import { type Group, likestOf } from './group.ts'
import { termsOf } from './terms.ts'
import type { Said, Space, Vector } from './vectors.ts'

/** A sample of the questions that were answered, and how many each stands for. */
export interface Answered {
  readonly questions: readonly AnsweredQuestion[]
  readonly each: number
}

const likeAt = 0.45

export const saidIn = ({ questions, each }: Answered): readonly Said[] =>
  questions.map(({ language, asked }) => ({ language, terms: termsOf(asked), count: each }))

/** By their words alone: what was answered had an article near, and what failed mostly had none. */
export const placedIn = ({ place }: Space, { questions }: Answered): readonly Vector[] =>
  questions.map(({ language, asked }) => place({ language, asked, articles: [] }))

/** By the place of a group, how often what it asks was answered. */
export const timesAnswered = (groups: readonly Group[], placed: readonly Vector[], each: number): readonly number[] => {
  const times = groups.map(() => 0)
  const likest = likestOf(groups)
  for (const vector of placed) {
    const { at, likeness } = likest(vector)
    if (at >= 0 && likeness >= likeAt) times[at] = (times[at] ?? 0) + each
  }
  return times
}
