import { AgentsInTheWorld } from '#tests/faults/abuse/agents-in-the-world.ts'
import { askCell } from '#tests/faults/abuse/ask-cell.ts'
import { openGate, stormTheGate } from '#tests/faults/abuse/at-the-gate.ts'
import { allCells } from '#tests/faults/abuse/cells.ts'
import { checks, type Fuzzed, fuzzOperation, servedDocument } from '#tests/faults/abuse/fuzz-api.ts'
import { type Figure, none, type Part, type Progress } from '../figure.ts'

/** Sound ones, and as many broken ones, for each operation. */
const usualCases = 160
const seed = 20_261_122

/** Every operation asked for what its document says it takes, and for what it says it does not. */
const fuzz = async (progress: Progress, scale: number): Promise<readonly Figure[]> => {
  const cases = Math.ceil(usualCases * scale)
  const document = await servedDocument()
  const all: Fuzzed[] = []
  for (const operation of document.operations) {
    const fuzzed = await fuzzOperation(operation, document, { seed, cases })
    all.push(fuzzed)
    for (const finding of fuzzed.findings.slice(0, 5)) progress(JSON.stringify(finding))
  }
  const sum = (count: (fuzzed: Fuzzed) => number) => all.reduce((total, one) => total + count(one), 0)
  const asked = `${sum(({ sound }) => sound)} sound, ${sum(({ broken }) => broken)} broken, ${sum(({ unauthorized }) => unauthorized)} unauthorized`
  const size = `${document.operations.length} operations, ${asked}`
  return checks.map((check) =>
    none(
      `R10 ${check}`,
      size,
      sum(({ findings }) => findings.filter((one) => one.check === check).length),
    ),
  )
}

/** Who may do what with a conversation in which state. */
const cells = async (progress: Progress): Promise<Figure> => {
  const world = new AgentsInTheWorld()
  let wrong = 0
  for (const cell of allCells) {
    const answer = await askCell(world, cell)
    if (answer === cell.expected) continue
    wrong += 1
    progress(`${cell.operation} of ${cell.caller}, ${cell.state}: ${answer} instead of ${cell.expected}`)
  }
  return none('R10 cells answered otherwise', `${allCells.length} cells of caller, state and operation`, wrong)
}

/** Forged tokens at every operation of the API as it is synthesised, behind its own authorizer. */
const tokens = async (progress: Progress): Promise<Figure> => {
  const gate = await openGate()
  try {
    const { attacks, operations, letIn } = await stormTheGate(gate)
    for (const one of letIn.slice(0, 20)) progress(one)
    return none('R10 forged tokens let in', `${attacks} tokens at ${operations} operations`, letIn.length)
  } finally {
    await gate.close()
  }
}

/** R10: the agent API under fire. */
export const api: Part = async (progress, scale) => ({
  figures: [...(await fuzz(progress, scale)), await cells(progress), await tokens(progress)],
})
