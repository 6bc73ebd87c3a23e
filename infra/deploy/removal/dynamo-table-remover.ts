import { DeleteTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb'
import { clientSettings } from '../cloud/client-settings.ts'
import { codeOf } from '../cloud/failure.ts'
import { alreadyGone, type Remover } from './ports.ts'

/** The table is protected against just this, so the protection goes first. Its last backups stay with DynamoDB for 35 days. */
export const dynamoTableRemover = (region: string): Remover => {
  const client = new DynamoDBClient(clientSettings(region))
  return async ({ physicalId: TableName }) => {
    try {
      await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }))
      await client.send(new DeleteTableCommand({ TableName }))
      return 'deleted; DynamoDB keeps a last backup for 35 days'
    } catch (error) {
      if (codeOf(error) === 'ResourceNotFoundException') return alreadyGone
      throw error
    }
  }
}
