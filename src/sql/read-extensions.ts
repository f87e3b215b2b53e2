import type { Action } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import { requiredExtensions, schemaOfExtension } from '../catalog/extensions.ts'
import type { Node } from './parser.ts'
import { creationSchema, type Reading } from './reading.ts'

/** CREATE EXTENSION; CASCADE makes those that it needs before it, in the same schema where one is said. */
export function readCreateExtension(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const said: Identifier | undefined = options.find((each) => each.defname === 'schema')?.arg?.String?.sval
  const isCascading = options.some((each) => each.defname === 'cascade' && each.arg?.Boolean?.boolval === true)
  const make = (name: Identifier, isLenient: boolean): Action => {
    const schema = schemaOfExtension(name, said, creationSchema(reading))
    return {
      kind: 'createExtension',
      span: reading.statement,
      name,
      ...(schema === undefined ? {} : { schema }),
      ...(isLenient ? { lenient: true } : {}),
    }
  }
  const needed = isCascading ? requiredExtensions(node.extname) : []
  const missing = needed.filter((name) => !reading.before.extensions.has(name))
  return [...missing.map((name) => make(name, true)), make(node.extname, node.if_not_exists === true)]
}
