import { checkPattern } from './check-pattern.ts'
import type { OwnTopic, TriggerConfig } from './config.ts'
import { oneOf, problem } from './problem.ts'
import type { Entries } from './sound-entries.ts'

/** From fewer a classifier learns words, not what they have in common. */
const FEWEST_EXAMPLES = 5
/** A training row keeps what it is about in the bits of one number. */
const MOST_TAUGHT = 30

export const checkOwnTopics = (own: Entries<OwnTopic>, builtIn: readonly string[]): readonly string[] => [
  ...checkTaught(own.filter(([, { examples }]) => examples.length > 0).length),
  ...own.flatMap(([at, topic]) => [
    ...checkId(`triggers.own.${at}.id`, topic.id, own.find(([, { id }]) => id === topic.id)?.[0] === at, builtIn),
    ...checkWays(`triggers.own.${at}`, topic),
    ...checkExamples(`triggers.own.${at}.examples`, topic.examples),
    ...checkCounterexamples(`triggers.own.${at}.counterexamples`, topic),
    ...(topic.pattern === undefined ? [] : checkPattern(`triggers.own.${at}.pattern of "${topic.id}"`, topic.pattern)),
  ]),
]

const checkTaught = (taught: number): readonly string[] =>
  taught > MOST_TAUGHT
    ? [`triggers.own: ${taught} topics with examples are not allowed: must be at most ${MOST_TAUGHT}`]
    : []

/** Knowing nothing at all is the lower of the two floors; equal ones would leave nothing in between. */
export const checkFloors = (triggers: TriggerConfig): readonly string[] => {
  const nothing = triggers['outside-knowledge']
  const little = triggers['low-confidence']
  return nothing.enabled && little.enabled && nothing.floor >= little.floor
    ? [
        problem(
          'triggers.outside-knowledge.floor',
          nothing.floor,
          `must be below low-confidence.floor, ${little.floor}`,
        ),
      ]
    : []
}

/** What is certain is possible as well. */
export const checkBands = (triggers: TriggerConfig): readonly string[] =>
  Object.entries(triggers).flatMap(([id, trigger]) =>
    'possible' in trigger && trigger.possible > trigger.certain
      ? [problem(`triggers.${id}.possible`, trigger.possible, `must not be above certain, ${trigger.certain}`)]
      : [],
  )

export const checkExceptions = (triggers: TriggerConfig, channels: readonly string[]): readonly string[] =>
  [...Object.entries(triggers), ...triggers.own.map((own, at) => [`own.${at}`, own] as const)].flatMap(
    ([id, trigger]) =>
      ('exceptOn' in trigger ? trigger.exceptOn : []).flatMap((channel, at) =>
        channels.includes(channel) ? [] : [problem(`triggers.${id}.exceptOn.${at}`, channel, oneOf(channels))],
      ),
  )

const checkId = (field: string, id: string, isFirst: boolean, builtIn: readonly string[]): readonly string[] => {
  if (builtIn.includes(id)) return [problem(field, id, 'must not be the name of a built-in trigger')]
  return isFirst ? [] : [problem(field, id, 'must be the id of one topic only')]
}

const checkExamples = (field: string, examples: readonly string[]): readonly string[] => {
  const different = new Set(examples).size
  return different === 0 || different >= FEWEST_EXAMPLES
    ? []
    : [`${field}: ${different} of them teach too little: must be at least ${FEWEST_EXAMPLES} different ones, or none`]
}

const checkCounterexamples = (field: string, { examples, counterexamples }: OwnTopic): readonly string[] =>
  counterexamples.flatMap((text, at) =>
    examples.includes(text) ? [problem(`${field}.${at}`, text, 'must not be among the examples as well')] : [],
  )

const checkWays = (field: string, { id, phrases, pattern, examples, description }: OwnTopic): readonly string[] =>
  phrases.length > 0 || pattern || examples.length > 0 || description?.trim()
    ? []
    : [problem(field, id, 'can never fire: must have phrases, a pattern, examples or a description')]
