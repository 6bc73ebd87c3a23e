import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect } from '#infra/local/demo/expect.ts'
import { exportPlaces, type SeenExports } from '#shared/export/export-files.ts'
import { s3ExportFiles } from '#shared/export/s3-export-files.ts'
import type { Day, Play } from '../day.ts'
import { messagesOf, oweErasureNow, put } from '../table.ts'

const open = ({ cloud }: Day) => {
  const door = cloud.running.functionNamed('ExportTable')
  const Bucket = door.definition.environment.EXPORT_BUCKET ?? ''
  const client = new S3Client({ ...cloud.operator, forcePathStyle: true })
  const keep = (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket, Key, Body }))
  return {
    tick: () => cloud.running.runScheduled(door.definition.id),
    look: (): Promise<SeenExports> => s3ExportFiles(client, Bucket).look(),
    /** An answer of Athena's, what it reads, and an export of long ago: each of which somebody has to delete. */
    keepOld: async () => {
      const prefix = `${exportPlaces.exports}2020-01-01/AWSDynamoDB/01-old/`
      const summary = { exportTime: '2020-01-01T03:00:00Z', itemCount: 1 }
      await keep(`${prefix}manifest-summary.json`, JSON.stringify(summary))
      await keep(`${exportPlaces.table}files.txt`, `s3://${Bucket}/${prefix}data/a.json.gz\n`)
      await keep(`${exportPlaces.results}answer.csv`, 'Ada')
    },
  }
}

export const isExported = ({ cloud }: Day): boolean => cloud.running.stack.ofType('AWS::Athena::WorkGroup').length > 0

/** Of a configuration that exports its table. */
export const exported: Play = {
  title: 'the table is exported, read, exported again, and whoever is erased is in no export and no answer',
  play: async (day) => {
    const { tick, look, keepOld } = open(day)
    const admin = day.agent('admin', 'Admin')
    const { identity, thread } = await day.waitingFor('care')
    await tick()
    await keepOld()
    await tick()
    const { exports } = await look()
    expect(exports.length === 1 && exports[0]?.finished?.items, `one export is read (there are ${exports.length})`)

    const words = await messagesOf(day, thread)
    await keepOld()
    const { body } = await admin.call<{ id: string }>('DELETE', `/customers/${identity.id}`)
    expect((await look()).exports.length === 0, 'no export is left')
    await keepOld()
    for (const item of words) await put(day, item)
    await oweErasureNow(day, body.id)
    await day.cloud.sweep()
    expect((await look()).exports.length === 0, 'none that came meanwhile is left')
    await keepOld()
    await tick()
    expect((await look()).exports.length === 0, 'one from before the erasure goes once it is whole')
  },
}
