import { afterAll, beforeAll, describe } from 'vitest'
import { tablePorts } from './cloud-ports.ts'
import { startDynamo, type TestDynamo } from './dynamo.ts'
import { memoryPorts, type TablePorts } from './ports.ts'

/** One suite, held to by the fake and by the real adapter; `fresh` gives the ports of an empty table. */
export const onEachTable = (suite: (fresh: () => Promise<TablePorts>) => void): void => {
  describe('in memory', () => suite(async () => memoryPorts()))

  describe('in DynamoDB', () => {
    let dynamo: TestDynamo
    beforeAll(async () => {
      dynamo = await startDynamo()
    })
    afterAll(() => dynamo.stop())

    suite(async () => tablePorts(await dynamo.emptyTable()))
  })
}
