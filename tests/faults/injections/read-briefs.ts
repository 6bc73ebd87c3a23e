import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Brief } from '#shared/handoff/brief.ts'
import type { Simulation } from '#tests/simulation/simulation.ts'

/** Every brief that is kept, with its thread; found by what it is, whatever its key. */
export const readBriefs = ({ world }: Simulation): readonly { readonly threadId: string; readonly brief: Brief }[] =>
  [...world.cloud.table.everything()]
    .map((item) => unmarshall({ ...item }))
    .filter(({ brief }) => brief !== undefined)
    .map(({ pk, brief }) => ({ threadId: String(pk).slice('THREAD#'.length), brief: brief as Brief }))
