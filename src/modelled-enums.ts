import type { Catalog } from './catalog/catalog.ts'
import { partsOf, qualify } from './catalog/names.ts'
import type { ModelledEnum } from './rule.ts'
import type { ModelEnum } from './text/models.ts'

/** The enums of models whose types are in a catalog. Without a schema, an enum is the only type of its name, or not known. */
export function modelledEnums(models: readonly ModelEnum[], { enums }: Catalog): readonly ModelledEnum[] {
  return models.flatMap(({ schema, name, labels }) => {
    const named = [...enums.keys()].filter((each) => partsOf(each).name === name)
    const types = schema === undefined ? named : named.filter((each) => each === qualify(schema, name))
    const [type, ...others] = types
    return type === undefined || others.length > 0 ? [] : [{ type, labels }]
  })
}
