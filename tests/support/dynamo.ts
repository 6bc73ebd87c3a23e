import { randomUUID } from 'node:crypto'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { ownDynamo, startDynoxide } from '#infra/local/table/dynoxide.ts'
import { byCustomerIndex, listsIndex } from '#shared/aws/dynamo-keys.ts'
import { type DynamoTable, marshallOptions } from '#shared/aws/dynamo-table.ts'

/** A real DynamoDB API for one test file: its own emulator, with the one table in it. */
export interface TestDynamo {
  readonly url: string
  readonly table: DynamoTable
  /** The variables that lead a door's own SDK client here. */
  readonly environment: Readonly<Record<string, string>>
  /** Another empty table of the same shape. */
  emptyTable(): Promise<DynamoTable>
  stop(): Promise<void>
}

const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
]
const index = (IndexName: string, hash: string, range: string) => ({
  IndexName,
  KeySchema: keys(hash, range),
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
})

export const createBatonTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'listKey', 'listSort', 'customerId'].map(attribute),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [index(listsIndex, 'listKey', 'listSort'), index(byCustomerIndex, 'customerId', 'sk')],
    }),
  )
}

/** Credentials that an emulator accepts and nobody else does. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' }

export const localEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
}

export const startDynamo = async (): Promise<TestDynamo> => {
  const own = process.env.DYNAMODB_ENDPOINT
  const server = own ? ownDynamo(own) : await startDynoxide()
  const client = new DynamoDBClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: localCredentials,
    maxAttempts: 3,
    // Many callers at once share these sockets; the default of 50 would queue them.
    requestHandler: new NodeHttpHandler({ httpAgent: { maxSockets: 200 } }),
  })
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions })
  const emptyTable = async (): Promise<DynamoTable> => {
    const name = `baton-${randomUUID()}`
    await createBatonTable(client, name)
    return { client: documents, name }
  }
  const table = await emptyTable()

  return {
    url: server.url,
    table,
    environment: { ...localEnvironment, AWS_ENDPOINT_URL_DYNAMODB: server.url, BATON_TABLE: table.name },
    emptyTable,
    stop: async () => {
      client.destroy()
      await server.close()
    },
  }
}
