import { createHash } from 'node:crypto'
import type { NearArticle } from './case.ts'

/** A question that the assistant answered. */
export interface AnsweredQuestion {
  readonly at: number
  readonly id: string
  readonly language: string
  readonly asked: string
  readonly articles: readonly Pick<NearArticle, 'url' | 'confidence' | 'sureness'>[]
  readonly topic?: string
}

const most = 20_000
const whole = 2 ** 32

/** Takes every question until there are too many, then each second, fourth, … by its id: the same ones in any order. */
export class AnsweredSample {
  #limit = whole
  #kept = new Map<AnsweredQuestion, number>()

  add(question: AnsweredQuestion): void {
    const place = createHash('md5').update(question.id).digest().readUInt32BE(0)
    if (place >= this.#limit) return
    this.#kept.set(question, place)
    if (this.#kept.size <= most) return
    this.#limit /= 2
    for (const [one, at] of this.#kept) if (at >= this.#limit) this.#kept.delete(one)
  }

  get questions(): readonly AnsweredQuestion[] {
    return [...this.#kept.keys()]
  }

  /** How many each kept one stands for. */
  get each(): number {
    return whole / this.#limit
  }
}
