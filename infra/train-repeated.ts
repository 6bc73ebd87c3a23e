import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSameFolder } from '#shared/triggers/repeated/training/same-folder.ts'
import { trainRepeats, usualRepeatTraining } from '#shared/triggers/repeated/training/train-repeats.ts'
import { projectFolder } from './bundle/door-entries.ts'
import { trainingFlags } from './training-flags.ts'

const usage = `npm run train:repeated [-- --check]
  --check  trains and compares; writes nothing, and ends with 1 if the bytes differ`

const { check } = trainingFlags(usage)
const file = join(projectFolder, 'shared/triggers/repeated/weights.json')
const examples = readSameFolder(join(projectFolder, 'shared/triggers/examples-same'))
const lines = examples.groups.reduce((sum, group) => sum + group.lines.length, 0)
console.error(`${examples.groups.length} groups of ${lines} lines, ${examples.dialogues.length} dialogues`)
const weights = `${JSON.stringify(trainRepeats(examples, usualRepeatTraining), null, 2)}\n`
if (check) {
  const same = weights === readFileSync(file, 'utf8')
  console.log(
    same ? 'the weights are those that the examples make' : 'the examples make others: npm run train:repeated',
  )
  process.exitCode = same ? 0 : 1
} else {
  writeFileSync(file, weights)
  console.log(`${weights.length} characters written to shared/triggers/repeated/weights.json`)
}
