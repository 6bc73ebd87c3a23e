// Written by `npm run openapi` from the document of the agent API.

export interface paths {
  '/agents/me': {
    get: {
      parameters: {}
      responses: {
        200: { content: { 'application/json': components['schemas']['Desk'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/teams': {
    get: {
      parameters: {}
      responses: {
        200: { content: { 'application/json': components['schemas']['Teams'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/teams/{team}/line': {
    get: {
      parameters: { path: { team: string }; query?: { limit?: number; after?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Line'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/teams/{team}/claim': {
    post: {
      parameters: { path: { team: string }; query?: { wait?: number } }
      requestBody: { content: { 'application/json': { claimId: string } } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Claim'] } }
        204: { content?: never }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/heartbeat': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Lease'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/accept': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Handoff'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/release': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      responses: {
        204: { content?: never }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/decline': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      responses: {
        204: { content?: never }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/messages': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      requestBody: { content: { 'application/json': { text: string } } }
      responses: {
        201: { content: { 'application/json': components['schemas']['Message'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/notes': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      requestBody: { content: { 'application/json': { text: string } } }
      responses: {
        201: { content: { 'application/json': components['schemas']['Message'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/transfer': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      requestBody: { content: { 'application/json': { team: string; reason: string } } }
      responses: {
        204: { content?: never }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/return': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      responses: {
        204: { content?: never }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs/{id}/resolve': {
    post: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      requestBody: { content: { 'application/json': { outcome: string; note?: string } } }
      responses: {
        204: { content?: never }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        409: components['responses']['Conflict']
        410: components['responses']['Gone']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/agents/me/handoffs': {
    get: {
      parameters: {}
      responses: {
        200: { content: { 'application/json': components['schemas']['Mine'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/conversations/{id}': {
    get: {
      parameters: { path: { id: string }; query?: { from?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Conversation'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/conversations/{id}/attachments/{messageId}/{index}': {
    get: {
      parameters: { path: { id: string; messageId: string; index: number } }
      responses: {
        200: { content: { 'application/json': components['schemas']['AttachmentLink'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/handoffs': {
    get: {
      parameters: { query?: { from?: string; to?: string; team?: string; kind?: 'failure' | 'topic'; trigger?: string; topic?: string; limit?: number; after?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Log']; 'text/csv': string } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/reports/weekly': {
    get: {
      parameters: { query?: { week?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['WeeklyReport']; 'text/html': string; 'text/csv': string } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/what-if': {
    post: {
      parameters: { header?: { 'idempotency-key'?: string } }
      requestBody: { content: { 'application/json': { config: Record<string, unknown>; from?: string; to?: string } } }
      responses: {
        202: { content: { 'application/json': components['schemas']['WhatIf'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        409: components['responses']['Conflict']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/what-if/{id}': {
    get: {
      parameters: { path: { id: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['WhatIf'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/what-if/{id}/differences': {
    get: {
      parameters: { path: { id: string }; query?: { kind?: 'same' | 'moved' | 'earlier' | 'later' | 'new' | 'gone'; after?: string } }
      responses: {
        200: { content: { 'application/json': components['schemas']['WhatIfDifferences'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/customers/{id}': {
    put: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      requestBody: { content: { 'application/json': { name?: string; tier?: string; value?: 0 | number; account?: string; language?: string; verified?: Record<string, string>; attributes?: Record<string, string> } } }
      responses: {
        200: { content: { 'application/json': components['schemas']['Customer'] } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        409: components['responses']['Conflict']
        413: components['responses']['TooLarge']
        415: components['responses']['UnsupportedMediaType']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
    delete: {
      parameters: { path: { id: string }; header?: { 'idempotency-key'?: string } }
      responses: {
        200: { content: { 'application/json': { id: string; at: string; erased: { messages: number; conversations: number; handoffs: number; profiles: number; files: number; reports: number; exports: number; others: number }; looks: number; verifiedAt?: string; looksAgainAt?: string; remains: ({ what: string; until: string })[] } } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/erasures/{id}': {
    get: {
      parameters: { path: { id: string } }
      responses: {
        200: { content: { 'application/json': { id: string; at: string; erased: { messages: number; conversations: number; handoffs: number; profiles: number; files: number; reports: number; exports: number; others: number }; looks: number; verifiedAt?: string; looksAgainAt?: string; remains: ({ what: string; until: string })[] } } }
        400: components['responses']['BadRequest']
        401: components['responses']['Unauthorized']
        403: components['responses']['Forbidden']
        404: components['responses']['NotFound']
        413: components['responses']['TooLarge']
        429: components['responses']['TooManyRequests']
        500: components['responses']['ServerError']
        503: components['responses']['Busy']
      }
    }
  }
  '/openapi.json': {
    get: {
      parameters: {}
      responses: {
        200: { content: { 'application/json': Record<string, unknown> } }
      }
    }
  }
}

export interface components {
  schemas: {
    Problem: { type: 'about:blank'; title: string; status: number; code: string; detail?: string; instance?: string }
    Message: { id: string; conversationId: string; at: string; sentAt?: string; author: { kind: 'customer' | 'assistant' | 'agent' | 'system'; name?: string; id?: string }; text: string; cutFrom?: number; delivery?: 'pending' | 'sent' | 'delivered' | 'read' | 'failed'; deliveryCause?: string; internal?: true; erased?: true; attachments?: ({ kind?: string; id?: string; name?: string; contentType?: string; size?: number; url?: string; kept?: { contentType: string; size: number }; notKept?: 'too-large' | 'refused' | 'unreachable' | 'not-stored' | 'no-time' | 'too-many'; link?: string })[]; evidence?: { passages: ({ title: string; url: string; confidence: number; used?: true })[]; wish?: string; topic?: string; usedTools?: (string)[] } }
    Handoff: { id: string; threadId: string; conversationId: string; number: number; team: string; earlierTeams?: (string)[]; kind: 'failure' | 'topic'; trigger: string; topic?: string; reason: string; status: 'waiting' | 'claimed' | 'returned' | 'closed'; startedAt: string; headStartSeconds?: number; handedOffAt: string; claimedAt?: string; leaseUntil?: string; acceptedAt?: string; agent?: { id: string; name: string }; firstClaimedAt?: string; firstReplyAt?: string; endedAt?: string; clocks: { waitBeforeSeconds: number; waitToClaimSeconds?: number; waitToReplySeconds?: number; handleSeconds?: number }; outcome?: string; language: string; channel: string; rule: string; configVersion: string; fired: ({ trigger: string; kind: 'failure' | 'topic'; topic?: string; reason: string; evidence: { matched?: string; score: number; threshold: number; detail?: string } })[]; escalations?: ({ at: string; from: string; to: string; rule: string })[]; counters: { claims: number; releases: number; declines: number; expiries: number; transfers: number; overflows: number }; brief: { summary: string; customer: { id?: string; name?: string; tier?: string; account?: string; verified: Record<string, string>; claims?: ({ what: string; value: string; messageId: string; at: string })[]; verifications: ({ what: string; value: string; how: 'channel' | 'company' | 'token' | 'resolver'; by: string; at: string })[]; nameFrom?: 'profile' | 'channel' }; records: ({ source: string; fetchedAt: string; fields: Record<string, unknown>; why?: string; input?: Record<string, unknown>; failure?: string })[]; tried: ({ action: 'offered-article' | 'found-article' | 'answered' | 'called-tool'; title: string; url?: string; confidence?: number; used?: true; at: string })[]; receipt?: { messages: number; messageIds: (string)[] } } }
    Claim: { leaseUntil: string; handoff: components['schemas']['Handoff']; transcript: (components['schemas']['Message'])[] }
    Lease: { leaseUntil?: string }
    Desk: { agent: { id: string; name: string; supervisor: boolean; admin: boolean }; company: { name: string; language: string }; teams: ({ id: string; name: string; languages: (string)[]; open: boolean; mine: boolean })[]; outcomes: (string)[]; leaseSeconds: number }
    Line: { team: string; waiting: ({ handoffId: string; conversationId: string; startedAt: string; totalSeconds: number; headStartSeconds?: number; waitSeconds: number; kind: string; trigger: string; topic?: string; reason: string })[]; next?: string }
    Teams: { teams: ({ id: string; name: string; languages: (string)[]; open: boolean; waiting: number; capacity: number })[] }
    Mine: { handoffs: (components['schemas']['Handoff'])[] }
    Conversation: { id: string; threadId: string; status: 'assistant' | 'waiting' | 'claimed' | 'closed'; startedAt: string; closedAt?: string; outcome?: string; channel: string; language?: string; customerId?: string; messages: (components['schemas']['Message'])[]; handoffs: (components['schemas']['Handoff'])[]; previous: (string)[] }
    AttachmentLink: { url: string; expiresAt: string; name: string; contentType: string; size: number }
    Log: { handoffs: (components['schemas']['Handoff'])[]; next?: string }
    WeeklyReport: { week: string; from: string; to: string; figures: { handoffs: number; conversations: number; kinds: Record<string, number>; triggers: Record<string, number>; topics: Record<string, number>; teams: Record<string, number>; outcomes: Record<string, number>; open: number; transfers: number; returns: number; repeats: number; waitBefore: { samples: number; medianSeconds?: number; p90Seconds?: number }; waitToClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; waitToReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; handle: { samples: number; medianSeconds?: number; p90Seconds?: number } }; before: { week: string; figures: { handoffs: number; conversations: number; kinds: Record<string, number>; triggers: Record<string, number>; topics: Record<string, number>; teams: Record<string, number>; outcomes: Record<string, number>; open: number; transfers: number; returns: number; repeats: number; waitBefore: { samples: number; medianSeconds?: number; p90Seconds?: number }; waitToClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; waitToReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; handle: { samples: number; medianSeconds?: number; p90Seconds?: number } } }; longerAfterThanBefore: boolean; endedAlone?: number; turns?: { now: Record<string, number>; before: Record<string, number> }; shadow?: ({ trigger: string; now: { fired: number; added: number; earlier: number; same: number }; before: { fired: number; added: number; earlier: number; same: number }; turnsEarlier: Record<string, number>; load: ({ team: string; handoffs: number; medianSeconds: number; seconds: number })[]; samples: ({ text: string; language: string; conversationId: string; matched?: string; score: number; threshold: number; turnsEarlier?: number })[] })[]; turnsLeftOut?: { conversationsRead: number }; clusters?: { causes: ({ name: string; verdict: 'content-gap' | 'missing-integration' | 'covered' | 'unclear' | 'spam'; evidence: { ownThings: number; toolsFailed: number; unanswered: number; lookedUp: number; spam: number; failedOfAsked?: number }; handoffs: number; share: number; before: number; languages: Record<string, number>; topics: Record<string, number>; triggers: Record<string, number>; handleSeconds?: number; workSeconds: number; samples: ({ text: string; language: string; handoffId: string })[]; articles: ({ title: string; url: string; confidence: number; nearestTo: number })[] })[]; others: ({ name: string; verdict: 'content-gap' | 'missing-integration' | 'covered' | 'unclear' | 'spam'; evidence: { ownThings: number; toolsFailed: number; unanswered: number; lookedUp: number; spam: number; failedOfAsked?: number }; handoffs: number; share: number; before: number; languages: Record<string, number>; topics: Record<string, number>; triggers: Record<string, number>; handleSeconds?: number; workSeconds: number; samples: ({ text: string; language: string; handoffId: string })[]; articles: ({ title: string; url: string; confidence: number; nearestTo: number })[] })[]; scattered: number; unasked: number }; changes?: ({ figure: string; unit: 'handoffs' | 'seconds' | 'share'; before: number; now: number; z: number; sentence: string })[]; waits?: { now: { overall: { before: { samples: number; medianSeconds?: number; p90Seconds?: number }; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; longerAfterThanBefore: boolean }; teams: Record<string, { before: { samples: number; medianSeconds?: number; p90Seconds?: number }; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; longerAfterThanBefore: boolean }>; triggers: Record<string, { before: { samples: number; medianSeconds?: number; p90Seconds?: number }; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; longerAfterThanBefore: boolean }> }; before: { overall: { before: { samples: number; medianSeconds?: number; p90Seconds?: number }; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; longerAfterThanBefore: boolean }; teams: Record<string, { before: { samples: number; medianSeconds?: number; p90Seconds?: number }; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; longerAfterThanBefore: boolean }>; triggers: Record<string, { before: { samples: number; medianSeconds?: number; p90Seconds?: number }; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; longerAfterThanBefore: boolean }> } }; hours?: ({ team: string; weekday: number; hour: number; arrivals: number; toClaim: { samples: number; medianSeconds?: number; p90Seconds?: number }; toReply: { samples: number; medianSeconds?: number; p90Seconds?: number }; claims: number; agentHours: number; claimsPerAgentHour?: number })[]; timeZones?: Record<string, string>; staffing?: { from: string; holes: ({ team: string; weekday: number; fromHour: number; toHour: number; cause: 'too-few' | 'after-closing'; handoffs: number; medianSeconds: number; usualSeconds: number; weeks: number; recurred: number; chance: number; claimsPerAgentHour?: number; usualClaimsPerAgentHour?: number })[] }; work?: { now: { moved: ({ kind: string; trigger: string; handoffs: number; handled: number; seconds: number })[]; movedSeconds: number; removed?: ({ topic: string; conversations: number; medianSeconds: number; seconds: number })[]; removedSeconds?: number }; before: { moved: ({ kind: string; trigger: string; handoffs: number; handled: number; seconds: number })[]; movedSeconds: number; removed?: ({ topic: string; conversations: number; medianSeconds: number; seconds: number })[]; removedSeconds?: number } }; outcomesByTrigger?: Record<string, Record<string, number>>; around?: { now: { sameConversation: number; sameTopic: number; sameTopicBy: Record<string, number> }; before: { sameConversation: number; sameTopic: number; sameTopicBy: Record<string, number> } }; transfersByRule?: ({ rule: string; handoffs: number; transferred: number; to: Record<string, number> })[] }
    WhatIf: { id: string; state: 'queued' | 'running' | 'done' | 'failed'; askedAt: string; from: string; to: string; configVersion: string; keptUntil: string; progress?: { turns: number; reached?: string }; endedAt?: string; failure?: 'failed' | 'took-too-long' | 'died' | 'not-started'; result?: { turns: number; conversations: number; stretches: number; kinds: Record<string, number>; open: number; triggers: Record<string, { before: number; after: number }>; load: Record<string, Record<string, { before: number; after: number }>>; outcomes: Record<string, Record<string, number>>; confusion: Record<string, Record<string, number>>; shadow: Record<string, number>; differences: { found: number; kept: number } } }
    WhatIfDifferences: { differences: ({ kind: 'same' | 'moved' | 'earlier' | 'later' | 'new' | 'gone'; conversationId: string; open: boolean; outcome?: string; before?: { at: string; asked: string; team?: string; rule?: string; handoffId?: string; fired: ({ trigger: string; kind: 'failure' | 'topic'; topic?: string; reason: string; evidence: { matched?: string; score: number; threshold: number; detail?: string } })[] }; after?: { at: string; asked: string; team?: string; rule?: string; handoffId?: string; fired: ({ trigger: string; kind: 'failure' | 'topic'; topic?: string; reason: string; evidence: { matched?: string; score: number; threshold: number; detail?: string } })[] } })[]; next?: string }
    Customer: { name?: string; tier?: string; value?: 0 | number; account?: string; language?: string; verified?: Record<string, string>; attributes?: Record<string, string>; id: string; updatedAt: string }
  }
  responses: {
    BadRequest: { content: { 'application/problem+json': components['schemas']['Problem'] } }
    Unauthorized: { content: { 'application/problem+json': components['schemas']['Problem']; 'application/json': Record<string, unknown> } }
    Forbidden: { content: { 'application/problem+json': components['schemas']['Problem'] } }
    NotFound: { content: { 'application/problem+json': components['schemas']['Problem'] } }
    Conflict: { content: { 'application/problem+json': components['schemas']['Problem'] } }
    Gone: { content: { 'application/problem+json': components['schemas']['Problem'] } }
    TooLarge: { content: { 'application/problem+json': components['schemas']['Problem']; 'application/json': Record<string, unknown> } }
    UnsupportedMediaType: { content: { 'application/problem+json': components['schemas']['Problem'] } }
    TooManyRequests: { content: { 'application/problem+json': components['schemas']['Problem']; 'application/json': Record<string, unknown> } }
    ServerError: { content: { 'application/problem+json': components['schemas']['Problem']; 'application/json': Record<string, unknown> } }
    Busy: { content: { 'application/problem+json': components['schemas']['Problem']; 'application/json': Record<string, unknown> } }
  }
}
