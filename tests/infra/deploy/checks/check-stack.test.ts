import { expect, test } from 'vitest'
import { checkBootstrap } from '#infra/deploy/checks/check-bootstrap.ts'
import { checkStack } from '#infra/deploy/checks/check-stack.ts'
import { stackOf } from '../support/memory-cloud.ts'

const found = (status: string) => checkStack('Baton', stackOf({ status }))

test('a stack that is not there yet holds nobody up', () => {
  expect(checkStack('Baton', undefined)).toMatchObject({
    mark: 'open',
    found: expect.stringContaining('npm run deploy'),
  })
})

test.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'])(
  'a stack in %s may be changed',
  (status) => {
    expect(found(status).mark).toBe('good')
  },
)

test('a change that was taken back is told', () => {
  expect(found('UPDATE_ROLLBACK_COMPLETE').found).toMatch(/last change failed/)
  expect(found('UPDATE_COMPLETE').found).not.toMatch(/failed/)
})

test.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])(
  'a first creation that failed (%s) is started over by a deployment, and what it left is named',
  (status) => {
    expect(found(status)).toMatchObject({ mark: 'open', todo: expect.stringContaining('--delete-data') })
  },
)

test('a stack that was begun and never made is made by a deployment', () => {
  expect(found('REVIEW_IN_PROGRESS').mark).toBe('open')
})

test.each([
  ['UPDATE_IN_PROGRESS', /wait/],
  ['ROLLBACK_IN_PROGRESS', /wait/],
  ['DELETE_IN_PROGRESS', /wait/],
  ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', /wait/],
  ['DELETE_FAILED', /delete Baton again/],
  ['UPDATE_ROLLBACK_FAILED', /npx cdk rollback Baton/],
  ['UPDATE_FAILED', /npx cdk rollback Baton/],
])('a stack in %s cannot be changed, and how that ends is told', (status, todo) => {
  expect(found(status)).toMatchObject({ mark: 'bad', todo: expect.stringMatching(todo) })
})

test('a reason that CloudFormation gives is passed on', () => {
  const { found: told } = checkStack('Baton', stackOf({ status: 'DELETE_FAILED', reason: 'table is protected' }))

  expect(told).toContain('table is protected')
})

test.each([
  ['6', 'good'],
  ['33', 'good'],
  ['5', 'open'],
  [undefined, 'open'],
])('a bootstrap of version %s is %s', (version, mark) => {
  const outputs = version ? { BootstrapVersion: version } : {}

  expect(checkBootstrap(stackOf({ name: 'CDKToolkit', outputs })).mark).toBe(mark)
})

test('an account without a bootstrap gets one from the deployment; one that is stuck has to be mended', () => {
  expect(checkBootstrap(undefined)).toMatchObject({ mark: 'open', found: expect.stringContaining('npm run deploy') })
  expect(checkBootstrap(stackOf({ name: 'CDKToolkit', status: 'UPDATE_ROLLBACK_FAILED' })).mark).toBe('bad')
})
