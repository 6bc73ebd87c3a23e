import type { Acknowledgement, Judgement } from './judge.ts'

/** More than this, and the rules have become decoration. */
export const mostAcknowledgements = 10
/** Of the console, which a company may have or not, besides. */
export const mostOfConsole = 4

const isOfConsole = ({ path }: Acknowledgement): boolean => path.split('/')[1] === 'Console'

/** Why the judgement is not a good one; nothing where it is. */
export const faultsOf = ({ packs, acknowledgements }: Judgement): readonly string[] => [
  ...packs.flatMap(({ left }) => left.map(({ id, path, cause }) => `${id} at ${path}: ${cause}`)),
  ...acknowledgements
    .filter(({ covers }) => covers === 0)
    .map(({ id, path }) => `${id} is acknowledged at ${path}, where nothing is found: remove it`),
  ...acknowledgements
    .filter(({ reason }) => reason.trim().length < 40)
    .map(({ id, path }) => `${id} is acknowledged at ${path} without a reason that a reviewer could weigh`),
  ...tooMany(acknowledgements.filter((one) => !isOfConsole(one)).length, mostAcknowledgements, 'acknowledgements'),
  ...tooMany(acknowledgements.filter(isOfConsole).length, mostOfConsole, "acknowledgements of the console's"),
]

const tooMany = (count: number, most: number, what: string): readonly string[] =>
  count > most ? [`${count} ${what}: must be at most ${most}`] : []

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
    `${acknowledgements.length} acknowledgements of at most ${mostAcknowledgements}, and ${mostOfConsole} of the console's`,
    ...acknowledgements.flatMap(({ id, path, reason, covers }) => [`  ${id} at ${path} (${covers})`, `    ${reason}`]),
    ...(faults.length > 0 ? ['', ...faults.map((fault) => `✗ ${fault}`)] : []),
  ]
}
