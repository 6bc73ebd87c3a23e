import { expect, test } from 'vitest'
import { nothingWasRefused } from '#tests/e2e/checks/policies.ts'

const onPurpose =
  'User: arn:aws:sts::1:assumed-role/cdk-hnb659fds-file-publishing-role-1-us-east-1/e2e is not authorized'
const door = 'User: arn:aws:sts::1:assumed-role/Baton-TakeTurnRole/x is not authorized to perform: sqs:SendMessage'

test('a door that was refused is named with what it wanted, once', async () => {
  await expect(nothingWasRefused([door, onPurpose, door])).rejects.toThrow(
    `expected that no door is refused what it does:\n${door}`,
  )
})

test('what was refused on purpose is no fault', async () => {
  await expect(nothingWasRefused([onPurpose])).resolves.toBeUndefined()
})
