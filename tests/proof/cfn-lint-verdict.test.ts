import { expect, test } from 'vitest'
import { type Finding, findingsIn, told, verdictOn } from './cfn-lint-verdict.ts'

const finding = (Id: string, Level = 'Error'): Finding => ({
  Filename: 'a.template.json',
  Level,
  Rule: { Id },
  Message: 'Additional properties are not allowed',
  Location: { Path: ['Resources', 'Planted', 'Properties', 0] },
})

test('nothing but what is ignored with a reason is a clean bill', () => {
  const verdict = verdictOn([finding('W3005', 'Warning'), finding('W3005', 'Warning')])

  expect(verdict).toEqual({ faults: [], ignored: { W3005: 2 }, unused: [] })
  expect(told(verdict)).toEqual([
    '0 errors, 0 warnings, 0 remarks',
    expect.stringMatching(/^ignored: W3005, 2 times: CDK/),
  ])
})

test('any other finding is told with its template, its place and what is wrong', () => {
  const verdict = verdictOn([
    finding('W3005', 'Warning'),
    finding('E3002'),
    finding('W9', 'Warning'),
    finding('I1', 'Info'),
  ])

  expect(verdict.faults).toHaveLength(3)
  expect(told(verdict)).toContain('1 errors, 1 warnings, 1 remarks')
  expect(told(verdict)).toContain(
    '✗ E3002 a.template.json Resources/Planted/Properties/0: Additional properties are not allowed',
  )
})

test('a rule that is ignored for nothing is told, so that the list does not outlive its reasons', () => {
  expect(verdictOn([]).unused).toEqual(['W3005'])
})

test('no finding at all is printed as nothing', () => {
  expect(findingsIn('\n')).toEqual([])
  expect(findingsIn('[{"Level":"Error"}]')).toHaveLength(1)
})
