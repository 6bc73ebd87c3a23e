import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** The table as the adapters need it: a document client and the table's name. */
export interface DynamoTable {
  readonly client: DynamoDBDocumentClient
  readonly name: string
  /** What has expired by then is not shown, though DynamoDB deletes it days later. @default nothing has expired */
  readonly clock?: () => number
}

/**
 * A map is a map whatever its names: the SDK takes one that has the name `constructor` for an instance of a class, and
 * refuses to store it.
 */
export const marshallOptions = { removeUndefinedValues: true, convertClassInstanceToMap: true } as const

/** Fails fast, because an agent or a customer waits: 3 attempts of at most 3 s, where the SDK's own default has no timeout. */
export const dynamoTable = (name: string): DynamoTable => ({
  name,
  clock: () => Date.now(),
  client: DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 3,
      requestHandler: new NodeHttpHandler({
        connectionTimeout: 1_000,
        requestTimeout: 3_000,
        throwOnRequestTimeout: true,
      }),
    }),
    { marshallOptions },
  ),
})
