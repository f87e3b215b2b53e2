/** Whether objects of a kind are the whole server's, and no database's alone. */
export function isShared(objectType: string): boolean {
  return SHARED.has(objectType)
}

/** A kind of object in SQL's words, without the grammar's prefix. */
export function wordsOf(objectType: string): string {
  return objectType.replace('OBJECT_', '').replace('_ACL', '').replaceAll('_', ' ')
}

const SHARED: ReadonlySet<string> = new Set([
  'OBJECT_DATABASE',
  'OBJECT_PARAMETER_ACL',
  'OBJECT_ROLE',
  'OBJECT_SUBSCRIPTION',
  'OBJECT_TABLESPACE',
])
