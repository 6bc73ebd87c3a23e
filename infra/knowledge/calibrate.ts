import { dirname, resolve } from 'node:path'
import { bedrockSearch } from '#shared/knowledge/bedrock-knowledge.ts'
import { bedrockKnowledgeClient } from '#shared/knowledge/bedrock-knowledge-client.ts'
import { readNotedQuestions } from '#shared/knowledge/compile.ts'
import { silentLog } from '#shared/log/log.ts'
import { destinationOf } from '../deploy/command/destination.ts'
import { CommandError } from '../deploy/command/errors.ts'
import { destinationOptions, takeAll } from '../deploy/command/options.ts'
import { reachCloud } from '../deploy/command/reach-cloud.ts'
import { runCommand } from '../deploy/command/run-command.ts'
import { loadConfig } from '../load-config.ts'
import { fewestQuestions, fitCalibration } from './fit-calibration.ts'

const usage = `node infra/knowledge/calibrate.ts [options]     fits knowledge.bedrock.calibration to the deployed knowledge base
  -c name=value     config=FILE, stage=NAME
  --profile NAME    the AWS profile to use
Asks it each question that an article notes, once; nothing is changed.`

await runCommand(async (words) => {
  const values = takeAll(words, { ...destinationOptions, help: 'flag' })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const destination = destinationOf({ values, rest: [] })
  const { config } = await loadConfig(destination.configPath)
  const { folder, store, bedrock: settings } = config.knowledge
  if (store !== 'bedrock') throw new CommandError('knowledge.store is built-in: its calibration comes with it')
  const asked = readNotedQuestions(resolve(dirname(destination.configPath), folder))
  if (asked.length < fewestQuestions)
    throw new CommandError(
      `the articles note ${asked.length} questions: must be ${fewestQuestions} or more to fit anything`,
    )
  const { cloud } = await reachCloud(destination.profile)
  const id = (await cloud.stacks.find(destination.stackName))?.outputs.KnowledgeBaseId
  if (!id) throw new CommandError(`${destination.stackName} has no knowledge base yet: deploy it first`)
  const client = bedrockKnowledgeClient({ region: cloud.region })
  const search = bedrockSearch({ client, knowledgeBaseId: id, settings, log: silentLog })
  const { calibration, error, found } = await fitCalibration(search, asked, settings.calibration)
  console.log(`${asked.length} noted questions asked; the best passage was of the right article for ${found} of them`)
  console.log(
    `calibration error ${error.before.toFixed(3)} as configured, ${error.after.toFixed(3)} fitted (on questions left out)`,
  )
  if (!(calibration.slope > 0))
    throw new CommandError('a higher score means no surer answer here: nothing to be fitted')
  console.log(`knowledge.bedrock: { calibration: { slope: ${calibration.slope}, offset: ${calibration.offset} } }`)
  return 0
})
