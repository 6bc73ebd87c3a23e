import { Aws, Stack } from 'aws-cdk-lib'
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { exportPlaces } from '#shared/export/export-files.ts'
import { catalogType } from '../export/columns.ts'
import { hourQuery } from '../export/hour-query.ts'
import { type ExportQuery, fixedQueries } from '../export/queries.ts'
import { type View, views } from '../export/views.ts'
import { announce } from './announce.ts'
import type { OwnKey } from './own-key.ts'

export interface ExportQueriesProps {
  readonly bucket: Bucket
  readonly teams: BatonConfig['teams']
  /** @default a key that S3 owns */
  readonly key: OwnKey | undefined
}

/** A line of the export is a row: no line of JSON has the character that parts its columns, nor a line's end. */
const wholeLines = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  serdeInfo: {
    serializationLibrary: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
    parameters: { 'field.delim': '\u0001', 'serialization.format': '\u0001' },
  },
}

/** The last export as tables that Athena knows, and the report's questions to them. */
export class ExportQueries extends Construct {
  private readonly database: CfnDatabase
  private readonly databaseName: string
  private readonly workGroup: CfnWorkGroup

  constructor(scope: Construct, id: string, { bucket, teams, key }: ExportQueriesProps) {
    super(scope, id)
    // People write it into queries, where a name with capitals or hyphens would have to be quoted.
    this.databaseName = `${Stack.of(this)
      .stackName.toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')}_export`
    this.database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: this.databaseName, description: 'Baton: the table as it was last night' },
    })
    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: `${Stack.of(this).stackName}-export`,
      description: 'Baton: questions to the last export; answers are kept for a day',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        resultConfiguration: {
          outputLocation: `s3://${bucket.bucketName}/${exportPlaces.results}`,
          encryptionConfiguration: key
            ? { encryptionOption: 'SSE_KMS', kmsKey: key.key.keyArn }
            : { encryptionOption: 'SSE_S3' },
        },
      },
    })
    const items = this.items(bucket)
    for (const view of views) this.view(view).addResourceDependency(items)
    for (const query of [...fixedQueries, hourQuery(teams)]) this.query(query)
    announce(this, { ExportDatabase: this.databaseName, ExportWorkGroup: this.workGroup.name })
  }

  private items(bucket: Bucket): CfnTable {
    return this.table('Items', {
      name: 'items',
      description: 'Each record of the table as a line of JSON.',
      tableType: 'EXTERNAL_TABLE',
      parameters: { EXTERNAL: 'TRUE' },
      storageDescriptor: {
        ...wholeLines,
        columns: [{ name: 'line', type: 'string' }],
        location: `s3://${bucket.bucketName}/${exportPlaces.table}`,
      },
    })
  }

  /** As Athena itself keeps a view in the catalog. */
  private view({ name, says, columns, sql }: View): CfnTable {
    const written = {
      originalSql: sql,
      catalog: 'awsdatacatalog',
      schema: this.databaseName,
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
    }
    return this.table(`View${name}`, {
      name,
      description: says,
      tableType: 'VIRTUAL_VIEW',
      parameters: { presto_view: 'true', comment: 'Presto View' },
      viewOriginalText: `/* Presto View: ${Buffer.from(JSON.stringify(written)).toString('base64')} */`,
      viewExpandedText: '/* Presto View */',
      storageDescriptor: {
        columns: columns.map((column) => ({ name: column.name, type: catalogType(column) })),
        serdeInfo: {},
        location: '',
      },
    })
  }

  private table(id: string, tableInput: CfnTable.TableInputProperty): CfnTable {
    const table = new CfnTable(this, id, { catalogId: Aws.ACCOUNT_ID, databaseName: this.databaseName, tableInput })
    table.addResourceDependency(this.database)
    return table
  }

  private query({ name, says, sql }: ExportQuery): void {
    const id = name.replaceAll(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase())
    const query = new CfnNamedQuery(this, id, {
      name,
      description: says,
      database: this.databaseName,
      queryString: sql,
      workGroup: this.workGroup.name,
    })
    query.addResourceDependency(this.workGroup)
    query.addResourceDependency(this.database)
  }
}
