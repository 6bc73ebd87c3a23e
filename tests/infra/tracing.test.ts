import { describe, expect, test } from 'vitest'
import { plain, type Resource, resourcesOf } from './read-template.ts'
import { inBedrock, sampleTemplate } from './sample-stack.ts'

const functionsOf = (sections: object) => Object.entries(resourcesOf(sampleTemplate(sections), 'AWS::Lambda::Function'))

describe('a company that is traced', () => {
  const template = sampleTemplate(inBedrock)
  const policies = Object.entries(resourcesOf(template, 'AWS::IAM::Policy')).filter(([, { Properties }]) =>
    JSON.stringify(Properties.PolicyDocument).includes('xray:'),
  )

  test('has every door followed', () => {
    const modes = functionsOf(inBedrock).map(([id, { Properties }]) => [id, Properties.TracingConfig])

    expect(modes.length).toBeGreaterThan(6)
    for (const [id, mode] of modes) expect([id, mode]).toEqual([id, { Mode: 'Active' }])
  })

  test('writes the one wildcard of it into one policy, which lets traces be written and nothing be read', () => {
    expect(policies).toHaveLength(1)
    expect(policies[0]?.[1].Properties.PolicyDocument).toMatchObject({
      Statement: [{ Effect: 'Allow', Resource: '*', Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'] }],
    })
  })

  test('has that policy before any of its functions, and on each one’s role', () => {
    const [[policy, attached] = ['', { Properties: {} }]] = policies
    const holders = (attached.Properties.Roles as readonly unknown[]).map(plain)

    for (const [, door] of functionsOf(inBedrock)) {
      expect((door as Resource & { readonly DependsOn?: unknown }).DependsOn).toContain(policy)
      expect(holders).toContain(plain(door.Properties.Role))
    }
  })
})

test('a company that has switched it off pays for no trace, and grants nothing for it', () => {
  const template = sampleTemplate({ tracing: false })

  for (const [, { Properties }] of functionsOf({ tracing: false })) expect(Properties.TracingConfig).toBeUndefined()
  expect(JSON.stringify(template.toJSON())).not.toContain('xray:')
})
