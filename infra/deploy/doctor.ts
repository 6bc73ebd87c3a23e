import { examine } from './checks/examine.ts'
import { isBad, summaryLine, verdictLines } from './checks/verdict-lines.ts'
import { destinationOf } from './command/destination.ts'
import { destinationOptions, refuseUnknown, takeOptions } from './command/options.ts'
import { runCommand } from './command/run-command.ts'
import { readSurroundings } from './command/surroundings.ts'
import { openTerminal } from './command/terminal.ts'

const usage = `npm run doctor -- [options]     looks at everything a deployment rests on, and changes nothing;
                                of the channels' secrets it tells which fields are empty, never a value
  -c name=value   as for npm run deploy: config=FILE, stage=NAME, callbackUrl=URL
  --profile NAME  the AWS profile to use
  --call-model    also asks the model for one word, which costs a few tokens
  --json          prints the verdicts as JSON
Exit code 1 if there is anything to mend.`

const kinds = { ...destinationOptions, 'call-model': 'flag', json: 'flag', help: 'flag' } as const

await runCommand(async (words) => {
  const taken = takeOptions(words, kinds)
  refuseUnknown(taken.rest, kinds)
  const { say, colours } = openTerminal()
  if (taken.values.help) {
    say(usage)
    return 0
  }
  const verdicts = await examine(await readSurroundings(destinationOf(taken)), Boolean(taken.values['call-model']))
  if (taken.values.json) say(JSON.stringify(verdicts, undefined, 2))
  else for (const line of [...verdictLines(verdicts, colours), '', summaryLine(verdicts)]) say(line)
  return verdicts.some(isBad) ? 1 : 0
})
