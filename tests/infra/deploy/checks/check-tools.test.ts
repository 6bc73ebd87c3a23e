import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { neededBootstrap } from '#infra/deploy/checks/check-bootstrap.ts'
import { checkCdkCommand, checkNode } from '#infra/deploy/checks/check-tools.ts'

test.each([
  ['v24.21.0', 'good'],
  ['v26.0.0', 'good'],
  ['v22.18.0', 'bad'],
  ['v20.20.0', 'bad'],
])('Node %s is %s', (version, mark) => {
  expect(checkNode(version).mark).toBe(mark)
})

test.each([
  ['2.1148.1', 'good'],
  ['3.0.0', 'bad'],
  [undefined, 'bad'],
])('with 2.1148.1 pinned, a CDK command %s is %s', (installed, mark) => {
  expect(checkCdkCommand('2.1148.1', installed).mark).toBe(mark)
})

test('the pin is exact: the registry calls a release published by accident its latest', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))

  expect(devDependencies['aws-cdk']).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the bootstrap that is asked for is the one that an assembly asks for', () => {
  const app = new App({ builtinCloudFormationValidation: false })
  new Stack(app, 'Any')

  expect(app.synth().getStackByName('Any').requiresBootstrapStackVersion).toBe(neededBootstrap)
})
