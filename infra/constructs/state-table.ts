import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** Actions of whoever runs transactions over a thread: each part of a transaction needs its own right. */
const readAndWrite = ['Query', 'GetItem', 'PutItem', 'UpdateItem']

export interface StateTableProps {
  /** @default a key that DynamoDB owns */
  readonly key: OwnKey | undefined
}

/** The one table. The indexes serve lists; the waiting line is read from the base table, which alone is consistent. */
export class StateTable extends Construct {
  private readonly table: TableV2
  private readonly key: OwnKey | undefined

  constructor(scope: Construct, id: string, { key }: StateTableProps) {
    super(scope, id)
    this.key = key
    this.table = new TableV2(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      timeToLiveAttribute: 'ttl',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(key && { encryption: TableEncryptionV2.customerManagedKey(key.key) }),
      globalSecondaryIndexes: [
        {
          indexName: 'lists',
          partitionKey: text('listKey'),
          sortKey: text('listSort'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: 'byCustomer',
          partitionKey: text('customerId'),
          sortKey: text('sk'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    })
  }

  /** One thread, its line and its customer. */
  readWrite(door: Door): void {
    this.allow(door, readAndWrite)
  }

  /** Also out of a line, and what the lists lead to, many records at a time. */
  readWriteAndList(door: Door): void {
    this.allow(door, [...readAndWrite, 'DeleteItem', 'BatchGetItem'])
    this.list(door, 'lists')
  }

  /** Everything of one customer, to erase it. */
  listByCustomer(door: Door): void {
    this.list(door, 'byCustomer')
  }

  /** Marks what became of one message. */
  readAndUpdate(door: Door): void {
    this.allow(door, ['GetItem', 'UpdateItem'])
  }

  /** Reads the log and files one report. */
  readAndFile(door: Door): void {
    this.allow(door, ['Query', 'BatchGetItem', 'PutItem'])
    this.list(door, 'lists')
  }

  private allow(door: Door, actions: readonly string[]): void {
    door.tell('BATON_TABLE', this.table.tableName)
    door.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.table.tableArn],
    )
    this.key?.storedBy(door)
  }

  private list(door: Door, index: 'lists' | 'byCustomer'): void {
    door.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${index}`])
  }
}
