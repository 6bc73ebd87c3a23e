import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, type CfnGlobalTable, ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** Actions of whoever runs transactions over a thread: each part of a transaction needs its own right. */
const queryAndWrite = ['Query', 'PutItem', 'UpdateItem']

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
    if (key) lock(this.table.node.defaultChild as CfnGlobalTable, key)
  }

  /** One thread, into its line and out of it, and its customer, by whatever finds one. */
  readWrite(door: Door): void {
    this.allow(door, [...queryAndWrite, 'DeleteItem', 'BatchGetItem'])
  }

  /** Also out of a line, and what the lists lead to, many records at a time. */
  readWriteAndList(door: Door): void {
    this.allow(door, [...queryAndWrite, 'DeleteItem', 'BatchGetItem'])
    this.list(door, 'lists')
  }

  /** A record that its key alone names: an agent's state, a claim. */
  readOne(door: Door): void {
    door.allow(['dynamodb:GetItem'], [this.table.tableArn])
  }

  /** Everything of one customer, to erase it. */
  listByCustomer(door: Door): void {
    this.list(door, 'byCustomer')
  }

  /** Marks what became of one message. */
  readAndUpdate(door: Door): void {
    this.allow(door, ['GetItem', 'UpdateItem'])
  }

  /** Reads the log and the conversations behind it, and files one report. */
  readAndFile(door: Door): void {
    this.allow(door, ['Query', 'BatchGetItem', 'PutItem'])
    this.list(door, 'lists')
  }

  /** Has all of it written into a bucket as it is at one moment; that door reads none of it itself. */
  exportedBy(door: Door): void {
    door.tell('TABLE_ARN', this.table.tableArn)
    door.allow(['dynamodb:ExportTableToPointInTime'], [this.table.tableArn])
  }

  /** Reads conversations as the lists name them, keeps what it finds, and takes it away where it may not be kept. */
  readAndAnswer(door: Door): void {
    this.allow(door, ['Query', 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
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

/** By hand, because the construct asks for a key per region by name, and the stack is deployed to whichever it is asked to. */
const lock = (table: CfnGlobalTable, { key }: OwnKey): void => {
  table.addPropertyOverride('SSESpecification', { SSEEnabled: true, SSEType: 'KMS' })
  table.addPropertyOverride('Replicas.0.SSESpecification', { KMSMasterKeyId: key.keyArn })
}
