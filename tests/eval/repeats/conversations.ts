import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFollowUps } from '#shared/triggers/repeated/training/follow-ups.ts'

export type Kind = 'each once' | 'one twice' | 'one thrice'

/** A customer's side, oldest first. */
export interface Held {
  readonly language: string
  readonly kind: Kind
  readonly messages: readonly string[]
}

/** What is asked about one thing: a question's wordings, question by question. */
type Matter = readonly (readonly string[])[]

/** Conversations made of every `<language>.txt` in a folder, the same ones each time. */
export const heldConversations = (folder: string): readonly Held[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const language = name.replace('.txt', '')
      return mattersIn(language, readFileSync(join(folder, name), 'utf8')).flatMap((matter) => [
        ...eachOnce(matter).map((messages) => ({ language, kind: 'each once' as const, messages })),
        ...oneTwice(matter).map((messages) => ({ language, kind: 'one twice' as const, messages })),
        ...oneThrice(matter).map((messages) => ({ language, kind: 'one thrice' as const, messages })),
      ])
    })

const mattersIn = (language: string, content: string): readonly Matter[] => {
  const families = Map.groupBy(readFollowUps(language, content), ({ family }) => family)
  return [...families.values()].map((questions) => questions.map(({ lines }) => lines))
}

const eachOnce = (matter: Matter): readonly (readonly string[])[] => [
  matter.flatMap((wordings) => wordings[0] ?? []),
  matter.flatMap((wordings) => wordings.at(-1) ?? []).reverse(),
]

const oneTwice = (matter: Matter): readonly (readonly string[])[] =>
  matter.flatMap((wordings) => {
    const [first, again] = wordings
    return first === undefined || again === undefined ? [] : [[first, ...others(matter, wordings), again]]
  })

/** Three wordings alone, and with others asked between. */
const oneThrice = (matter: Matter): readonly (readonly string[])[] =>
  matter.flatMap((wordings) => {
    const [one, two, three] = wordings
    if (one === undefined || two === undefined || three === undefined) return []
    const [x, y, z] = others(matter, wordings)
    const woven = [
      [one, two, three],
      [x, two, y, three, one],
      [three, x, one, y, z, two],
    ]
    return woven.map((messages) => messages.flatMap((message) => message ?? []))
  })

const others = (matter: Matter, wordings: readonly string[]): readonly string[] =>
  matter.filter((other) => other !== wordings).flatMap((other) => other[0] ?? [])
