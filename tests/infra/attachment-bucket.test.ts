import { expect, test } from 'vitest'
import { resourcesOf } from './read-template.ts'
import { sampleTemplate, withFiles } from './sample-stack.ts'

const bucketsOf = (sections: object) => {
  const buckets = Object.entries(resourcesOf(sampleTemplate({ ...withFiles, ...sections }), 'AWS::S3::Bucket'))
  const of = (part: string) => buckets.find(([id]) => id.startsWith(`Attachments${part}`))?.[1].Properties
  return { files: of('Files'), log: of('Log') }
}
const expirations = (properties: object | undefined) =>
  JSON.stringify(properties).match(/"ExpirationInDays":\d+/g) ?? []
const algorithm = (properties: object | undefined) => /"SSEAlgorithm":"([\w:]+)"/.exec(JSON.stringify(properties))?.[1]

test('files go when their messages go, and who took them is known as long as any log', () => {
  const { files, log } = bucketsOf({ retention: { recordDays: 400, logDays: 30 } })

  expect(expirations(files)).toEqual(['"ExpirationInDays":400'])
  expect(expirations(log)).toEqual(['"ExpirationInDays":30'])
})

test('records that are kept until erased keep their files', () => {
  expect(expirations(bucketsOf({ retention: { recordDays: 0 } }).files)).toEqual([])
})

test('no version outlives what was erased', () => {
  expect(bucketsOf({}).files).not.toHaveProperty('VersioningConfiguration')
})

test('the company’s own key locks the files; the log, which S3 writes itself, lies under the key of S3', () => {
  const { files, log } = bucketsOf({ encryption: { customerManagedKey: true } })

  expect([algorithm(files), algorithm(log)]).toEqual(['aws:kms', 'AES256'])
  expect(algorithm(bucketsOf({}).files)).toBe('AES256')
})

test('both are closed to the public and to whoever speaks without TLS', () => {
  const template = sampleTemplate(withFiles)
  const policies = Object.values(resourcesOf(template, 'AWS::S3::BucketPolicy')).map((one) => JSON.stringify(one))

  expect(Object.values(bucketsOf({})).map((one) => one?.PublicAccessBlockConfiguration)).toEqual(
    Array(2).fill({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    }),
  )
  expect(policies).toHaveLength(2)
  for (const policy of policies) expect(policy).toContain('"aws:SecureTransport":"false"')
})
