import { explainFailure } from '../cloud/failure.ts'
import type { Stacks } from '../cloud/ports.ts'
import type { Kept } from './kept.ts'
import type { Removers } from './ports.ts'

interface Removal {
  readonly stacks: Pick<Stacks, 'holds'>
  readonly removers: Removers
  say(line: string): void
}

/** Deletes what stacks left, one by one; one that fails does not save the others. Resolves with whether all are gone. */
export const removeData = async (removal: Removal, left: readonly Kept[]): Promise<boolean> => {
  let gone = true
  for (const kept of left) {
    const said = await removeOne(removal, kept)
    gone &&= said.gone
    removal.say(`  ${said.gone ? '✓' : '✗'} ${kept.kind} ${kept.physicalId}: ${said.what}`)
  }
  return gone
}

const removeOne = async ({ stacks, removers }: Removal, kept: Kept): Promise<{ gone: boolean; what: string }> => {
  const remover = removers[kept.kind]
  if (!remover) return { gone: false, what: 'not deleted by this command: delete it in its console' }
  try {
    // It may have been taken into another stack since, which now lives on it.
    if (await stacks.holds(kept.physicalId)) return { gone: false, what: 'belongs to a stack that is there: kept' }
    return { gone: true, what: await remover(kept) }
  } catch (error) {
    const { found, todo } = explainFailure(error)
    return { gone: false, what: `${found} → ${todo}` }
  }
}
