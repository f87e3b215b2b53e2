import type { Catalog } from '../catalog/catalog.ts'
import { functionKey } from '../catalog/fold-objects.ts'
import { partsOf } from '../catalog/names.ts'
import { textOf } from '../text/source-file.ts'
import { functionMark, type Part, typeMarks } from './part.ts'

/** Functions and procedures, as they were written. */
export function printFunctions(catalog: Catalog): readonly Part[] {
  return [...catalog.functions.values()].map((each): Part => {
    const { schema } = partsOf(each.name)
    const text = each.origin === undefined ? undefined : textOf(each.origin)
    return {
      makes: [functionMark(each.name)],
      needs: [...each.arguments.flatMap(typeMarks), ...typeMarks(each.returns)],
      statements: [text ?? `-- function ${functionKey(each)}: its body is not known`],
      ...(schema === 'public' ? {} : { searchPath: [schema, 'public'] }),
    }
  })
}
