/** A column of numbers as text: base64 of its bytes, little-endian on every machine that this runs on. */
export const base64 = (column: Uint8Array | Int8Array | Uint16Array | Uint32Array): string =>
  Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64')

/** A copy, as a buffer's bytes may begin where no number may. */
export const bytesOf = (text: string): ArrayBuffer => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
