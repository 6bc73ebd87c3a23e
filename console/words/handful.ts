/** `1 message`, `2 messages`: for languages that tell one from many. */
export const handfulOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
