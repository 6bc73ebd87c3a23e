import type { Judgement } from './judge.ts'

/** More than this, and the rules have become decoration. */
export const mostAcknowledgements = 10

/** Why the judgement is not a good one; nothing where it is. */
export const faultsOf = ({ packs, acknowledgements }: Judgement): readonly string[] => [
  ...packs.flatMap(({ left }) => left.map(({ id, path, cause }) => `${id} at ${path}: ${cause}`)),
  ...acknowledgements
    .filter(({ covers }) => covers === 0)
    .map(({ id, path }) => `${id} is acknowledged at ${path}, where nothing is found: remove it`),
  ...acknowledgements
    .filter(({ reason }) => reason.trim().length < 40)
    .map(({ id, path }) => `${id} is acknowledged at ${path} without a reason that a reviewer could weigh`),
  ...(acknowledgements.length > mostAcknowledgements
    ? [`${acknowledgements.length} acknowledgements: must be at most ${mostAcknowledgements}`]
    : []),
]

/** The whole judgement, to be read. */
export const told = (judgement: Judgement): readonly string[] => {
  const { packs, acknowledgements } = judgement
  const faults = faultsOf(judgement)
  return [
    ...packs.map(
      ({ name, findings, left }) =>
        `${name.padEnd(12)} ${findings} findings, ${findings - left.length} acknowledged, ${left.length} left`,
    ),
    '',
    `${acknowledgements.length} acknowledgements of at most ${mostAcknowledgements}`,
    ...acknowledgements.flatMap(({ id, path, reason, covers }) => [`  ${id} at ${path} (${covers})`, `    ${reason}`]),
    ...(faults.length > 0 ? ['', ...faults.map((fault) => `✗ ${fault}`)] : []),
  ]
}
