import { GetServiceQuotaCommand, paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import { clientSettings } from './client-settings.ts'
import { codeOf } from './failure.ts'
import type { Quota, Quotas } from './ports.ts'

export const quotasOfAccount = (region: string): Quotas => {
  const client = new ServiceQuotasClient(clientSettings(region))
  return {
    one: async (ServiceCode, QuotaCode) => {
      try {
        const { Quota: found } = await client.send(new GetServiceQuotaCommand({ ServiceCode, QuotaCode }))
        return found?.Value
      } catch (error) {
        if (codeOf(error) === 'NoSuchResourceException') return undefined
        throw error
      }
    },
    ofBedrock: async () => {
      const found: Quota[] = []
      const pages = paginateListServiceQuotas({ client, pageSize: 100 }, { ServiceCode: 'bedrock' })
      for await (const page of pages)
        for (const { QuotaName, Value } of page.Quotas ?? [])
          if (QuotaName && Value !== undefined) found.push({ name: QuotaName, value: Value })
      return found
    },
  }
}
