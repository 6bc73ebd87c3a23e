import type { Part } from './figure.ts'
import { abuse } from './parts/abuse.ts'
import { api } from './parts/api.ts'
import { backlog } from './parts/backlog.ts'
import { briefs } from './parts/briefs.ts'
import { calls } from './parts/calls.ts'
import { channels } from './parts/channels.ts'
import { costOfAClaim } from './parts/cost-of-a-claim.ts'
import { crashes } from './parts/crashes.ts'
import { deliveries } from './parts/deliveries.ts'
import { erasure } from './parts/erasure.ts'
import { guards } from './parts/guards.ts'
import { injections } from './parts/injections.ts'
import { load } from './parts/load.ts'
import { model } from './parts/model.ts'
import { outage } from './parts/outage.ts'
import { poison } from './parts/poison.ts'
import { races } from './parts/races.ts'
import { sends } from './parts/sends.ts'

/** The longest first: they share the cores. */
export const parts: Readonly<Record<string, Part>> = {
  load,
  model,
  crashes,
  guards,
  injections,
  briefs,
  races,
  abuse,
  api,
  poison,
  channels,
  sends,
  deliveries,
  outage,
  erasure,
  costOfAClaim,
  calls,
  backlog,
}
