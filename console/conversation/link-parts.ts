/** The API's own path to an attachment, taken apart for the client that puts it together again. */
export const linkParts = (link: string): { id: string; messageId: string; index: number } | undefined => {
  const [, id, messageId, index] = /^\/conversations\/([^/]+)\/attachments\/([^/]+)\/(\d+)$/.exec(link) ?? []
  if (id === undefined || messageId === undefined) return undefined
  return { id: decodeURIComponent(id), messageId: decodeURIComponent(messageId), index: Number(index) }
}
