import { buffer } from 'node:stream/consumers'
import { type Listening, listen } from '../../local/http/listen.ts'
import { asList, asObject, type Json, type JsonObject } from '../../local/json.ts'
import { startModelStandIn } from '../../local/model/stand-in.ts'
import type { Meter } from './meter.ts'

const textCharacters = (blocks: Json | undefined): number =>
  asList(blocks).reduce((sum: number, block) => sum + String(asObject(block).text ?? '').length, 0)

/** What a model reads: the instruction, the conversation, and the tool's description, which is billed as well. */
export const inputCharacters = ({ system, messages, toolConfig }: JsonObject): number =>
  textCharacters(system) +
  asList(messages).reduce((sum: number, message) => sum + textCharacters(asObject(message).content), 0) +
  asList(asObject(toolConfig).tools).reduce((sum: number, tool) => sum + JSON.stringify(tool).length, 0)

/** What a model writes: the input of the tool it calls. */
export const outputCharacters = ({ output }: JsonObject): number =>
  asList(asObject(asObject(output).message).content).reduce((sum: number, block) => {
    const { text, toolUse } = asObject(block)
    return sum + String(text ?? '').length + (toolUse ? JSON.stringify(asObject(toolUse).input).length : 0)
  }, 0)

/** The stand-in for Bedrock with a meter before it. Only the turn ever asks it. */
export const startMeteredModel = async (meter: Meter, door: string): Promise<Listening> => {
  const standIn = await startModelStandIn()
  const server = await listen(0, async (incoming, out) => {
    const body = await buffer(incoming)
    const answer = await fetch(`${standIn.url}${incoming.url}`, {
      method: incoming.method ?? 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(body),
    })
    const text = await answer.text()
    meter.count(door, 'modelInputCharacters', inputCharacters(asObject(JSON.parse(body.toString('utf8')) as Json)))
    meter.count(door, 'modelOutputCharacters', outputCharacters(asObject(JSON.parse(text) as Json)))
    out.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text)
  })
  return {
    url: server.url,
    close: async () => {
      await server.close()
      await standIn.close()
    },
  }
}
