import { afterAll, beforeAll, describe } from 'vitest'
import { simulatedTable } from '#tests/simulation/simulated-cloud.ts'
import { tablePorts } from './cloud-ports.ts'
import { startDynamo, type TestDynamo } from './dynamo.ts'
import { memoryPorts, type TablePorts } from './ports.ts'

/** One suite, held to by the fake and by the real adapter over two kinds of table; `fresh` gives the ports of an empty table. */
export const onEachTable = (suite: (fresh: () => Promise<TablePorts>) => void): void => {
  describe('in memory', () => suite(async () => memoryPorts()))

  describe('in the simulation', () => suite(async () => tablePorts(simulatedTable())))

  describe('in DynamoDB', () => {
    let dynamo: TestDynamo
    beforeAll(async () => {
      dynamo = await startDynamo()
    })
    afterAll(() => dynamo.stop())

    suite(async () => tablePorts(await dynamo.emptyTable()))
  })
}
