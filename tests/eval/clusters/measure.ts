import { readFileSync } from 'node:fs'
import type { Case } from '#shared/report/clusters/case.ts'
import { groupQuestions } from '#shared/report/clusters/group.ts'
import { joinByOwnWord } from '#shared/report/clusters/heads.ts'
import { mergeGroups } from '#shared/report/clusters/merge.ts'
import { spaceOf } from '#shared/report/clusters/vectors.ts'

/** A question and the matter that it is about; `-` for one that nobody else asks. */
export interface Labelled {
  readonly matter: string
  readonly language: string
  readonly asked: string
}

export interface Figures {
  readonly questions: number
  readonly groups: number
  /** Of the questions in groups of two and more, those of their group's commonest matter. */
  readonly purity: number
  /** Of pairs about one matter in one language, those that stand in one group. */
  readonly recall: number
  /** The same of pairs in two languages. */
  readonly recallAcross: number
  readonly milliseconds: number
}

export const readAsked = (): readonly Labelled[] =>
  readFileSync(new URL('./asked.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [matter = '', language = '', asked = ''] = line.split('\t')
      return { matter, language, asked }
    })

export const caseOf = ({ language, asked }: Labelled, at: number, fields: Partial<Case> = {}): Case => ({
  handoffId: `h${at}`,
  conversationId: `c${at}`,
  at,
  language,
  trigger: 'low-confidence',
  asked,
  articles: [],
  toolFailed: false,
  ...fields,
})

const share = (some: number, all: number): number => (all === 0 ? 1 : some / all)

/** @param byWord whether groups of one word of their own are joined as well */
export const measure = (labelled: readonly Labelled[], byWord = false): Figures => {
  const started = performance.now()
  const space = spaceOf(labelled.map((one, at) => caseOf(one, at)))
  const alike = mergeGroups(groupQuestions(space.questions), space)
  const groups = byWord ? joinByOwnWord(alike, space, []) : alike
  const milliseconds = Math.round(performance.now() - started)
  const placed = groups.flatMap(({ members }, group) =>
    members.flatMap(({ cases }) => cases.map(({ at }) => ({ group, ...(labelled[at] as Labelled) }))),
  )
  const several = [...Map.groupBy(placed, ({ group }) => group).values()].filter(({ length }) => length > 1)
  const purest = several.map((some) =>
    Math.max(
      ...[...Map.groupBy(some, ({ matter }) => matter)].map(([matter, own]) => (matter === '-' ? 1 : own.length)),
    ),
  )
  const pairs = placed.flatMap((one, at) =>
    placed
      .slice(at + 1)
      .flatMap((other) => (other.matter === one.matter && one.matter !== '-' ? [[one, other] as const] : [])),
  )
  const recallOf = (some: typeof pairs) => share(some.filter(([a, b]) => a.group === b.group).length, some.length)
  return {
    questions: placed.length,
    groups: groups.length,
    purity: share(
      purest.reduce((sum, one) => sum + one, 0),
      several.reduce((sum, { length }) => sum + length, 0),
    ),
    recall: recallOf(pairs.filter(([a, b]) => a.language === b.language)),
    recallAcross: recallOf(pairs.filter(([a, b]) => a.language !== b.language)),
    milliseconds,
  }
}
