import type { components } from './schema.ts'

type Schemas = components['schemas']

export type Desk = Schemas['Desk']
export type Team = Schemas['Teams']['teams'][number]
export type Waiting = Schemas['Line']['waiting'][number]
export type Line = Schemas['Line']
export type Handoff = Schemas['Handoff']
export type Message = Schemas['Message']
export type Conversation = Schemas['Conversation']
export type Claim = Schemas['Claim']
export type Fired = Handoff['fired'][number]
export type Brief = Handoff['brief']
export type Attachment = NonNullable<Message['attachments']>[number]
