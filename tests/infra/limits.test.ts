import { describe, expect, test } from 'vitest'
import { doorIds } from '#infra/bundle/door-entries.ts'
import { checkConfig } from '#shared/config/check-config.ts'
import { ConfigError } from '#shared/config/errors.ts'
import { longestStackName, resolved } from './rules/resolved.ts'
import { at, ofType, type Resources, resourcesIn } from './rules/resources.ts'
import { companyOf, sampleConfig, sampleTemplate, twentyTeams } from './sample-stack.ts'

const noArticles = { articlesIn: () => ({ count: 1, topics: [], faults: [] }), notices: {}, isPriced: () => true }
const problemsOf = (sections: object): readonly string[] => {
  try {
    checkConfig({ ...sampleConfig(), ...sections }, noArticles)
    return []
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)]
  }
}

const template = sampleTemplate(twentyTeams)
const resources = resourcesIn(template)
const json = template.toJSON()

/** As Lambda measures it: the variables as one JSON object, in the account where every name is longest. */
const environmentBytes = (all: Resources, id: string): number =>
  Buffer.byteLength(JSON.stringify(resolved(at(all[id], 'Properties.Environment.Variables'), all)))

test('twenty teams with the longest ids are a configuration, and one more or one longer is told plainly', () => {
  const tooLong = `t${'x'.repeat(32)}`

  expect(problemsOf(twentyTeams)).toEqual([])
  expect(problemsOf(companyOf(21))).toEqual(['teams: 21 teams are not allowed: must be at most 20'])
  expect(problemsOf({ teams: { [tooLong]: { name: 'Care', languages: ['en'] } }, defaultTeam: tooLong })).toEqual([
    `teams.${tooLong}: "${tooLong}" is not allowed: must be a lower-case id of letters, digits and dashes, at most 32, starting with a letter`,
  ])
})

describe('with twenty teams, the longest ids, a key and mails', () => {
  test('the stack has far fewer than 500 resources, in far less than a megabyte', () => {
    expect(Object.keys(resources).length).toBeLessThan(250)
    expect(Buffer.byteLength(JSON.stringify(json, null, 1))).toBeLessThan(400_000)
  })

  test('it has far fewer than 200 outputs and parameters, and no id longer than 255', () => {
    expect(Object.keys(json.Outputs).length).toBeLessThan(50)
    expect(Object.keys(json.Parameters ?? {}).length).toBeLessThan(50)
    expect(Math.max(...Object.keys(resources).map((id) => id.length))).toBeLessThan(255)
  })

  test.each(ofType(resources, 'AWS::Lambda::Function').map(([id]) => id))(
    'the environment of %s fits in 4 KB',
    (id) => {
      expect(environmentBytes(resources, id)).toBeLessThanOrEqual(4096)
    },
  )

  test.each(ofType(resources, 'AWS::IAM::Role').map(([id]) => id))(
    'the policies of %s fit in 10,240 characters',
    (id) => {
      const own = ofType(resources, 'AWS::IAM::Policy').filter(([, policy]) =>
        JSON.stringify(at(policy, 'Properties.Roles')).includes(`"${id}"`),
      )
      const characters = own.map(([, policy]) =>
        JSON.stringify(resolved(at(policy, 'Properties.PolicyDocument'), resources)),
      )

      expect(own.length).toBeGreaterThan(0)
      expect(characters.join('').length).toBeLessThan(10_240)
    },
  )

  test('each function’s own policy fits in 20 KB, because a permission stands for the whole API', () => {
    const permissions = ofType(resources, 'AWS::Lambda::Permission')

    expect(permissions.length).toBeLessThanOrEqual(doorIds.length)
    expect(JSON.stringify(permissions).length).toBeLessThan(20_480)
  })

  test('the API has far fewer than 300 routes, and the key a policy far below 32 KB', () => {
    const [[, key] = []] = ofType(resources, 'AWS::KMS::Key')

    expect(ofType(resources, 'AWS::ApiGatewayV2::Route').length).toBeLessThan(100)
    expect(JSON.stringify(at(key, 'Properties.KeyPolicy')).length).toBeLessThan(8_192)
  })
})

test('one team more would not fit: the limit of twenty is there for a reason', () => {
  const more = resourcesIn(sampleTemplate(companyOf(21)))
  const turn = ofType(more, 'AWS::Lambda::Function').map(([id]) => environmentBytes(more, id))

  expect(Math.max(...turn)).toBeGreaterThan(4096)
  expect(longestStackName.length).toBe('Baton-'.length + 20)
})
