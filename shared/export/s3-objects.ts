import { DeleteObjectsCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'

export interface ListedObject {
  readonly key: string
  readonly at: number
}

/** A bucket, page by page. */
export const s3Objects = (client: S3Client, Bucket: string) => {
  async function* pages(Prefix: string): AsyncGenerator<readonly ListedObject[]> {
    let ContinuationToken: string | undefined
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken !== undefined && { ContinuationToken }) }),
      )
      yield (page.Contents ?? []).flatMap(({ Key, LastModified }) =>
        Key === undefined ? [] : [{ key: Key, at: LastModified?.getTime() ?? 0 }],
      )
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken !== undefined)
  }

  return {
    pages,

    list: async (prefix: string): Promise<readonly ListedObject[]> => {
      const all: ListedObject[] = []
      for await (const page of pages(prefix)) all.push(...page)
      return all
    },

    /** A page at a time, until none is left, of those that are meant. */
    removeAll: async (prefix: string, isMeant: (one: ListedObject) => boolean = () => true): Promise<void> => {
      for await (const page of pages(prefix)) {
        const Objects = page.filter(isMeant).map(({ key }) => ({ Key: key }))
        if (Objects.length === 0) continue
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        )
        if (Errors[0]) throw new Error(`${Errors.length} files under ${prefix} were not deleted: ${Errors[0].Code}`)
      }
    },
  }
}
