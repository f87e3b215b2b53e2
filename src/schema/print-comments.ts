import type { Catalog, Described, Identifier, Name } from '../catalog/catalog.ts'
import { constraintsOf } from '../catalog/constraints.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'

/** COMMENT ON for everything that is described. */
export function printComments(catalog: Catalog): readonly string[] {
  const { tables, indexes, sequences, views, enums, domains, types, functions, triggers, policies } = catalog
  const { schemas, extensions, others } = catalog
  return [
    ...[...schemas.values()].flatMap((schema) => on(`schema ${quoteIdentifier(schema.name)}`, schema)),
    ...[...extensions.values()].flatMap((each) => on(`extension ${quoteIdentifier(each.name)}`, each)),
    ...[...enums.values(), ...types.values()].flatMap((type) => on(`type ${type.name}`, type)),
    ...[...types.values()].flatMap((type) => (type.kind === 'composite' ? columns(type.name, type.attributes) : [])),
    ...[...domains.values()].flatMap((domain) => [
      ...on(`domain ${domain.name}`, domain),
      ...parts('constraint', `domain ${domain.name}`, domain.checks),
    ]),
    ...[...functions].flatMap(([key, each]) => on(`${each.kind} ${key}`, each)),
    ...[...sequences.values()].flatMap((sequence) => on(`sequence ${sequence.name}`, sequence)),
    ...[...tables.values()].flatMap((table) => [
      ...on(`${table.kind === 'foreign' ? 'foreign table' : 'table'} ${table.name}`, table),
      ...columns(table.name, table.columns),
      ...parts('constraint', table.name, constraintsOf(table)),
    ]),
    ...[...views.values()].flatMap((view) => [
      ...on(`${view.materialized ? 'materialized view' : 'view'} ${view.name}`, view),
      ...columns(
        view.name,
        Object.entries(view.columnComments ?? {}).map(([name, comment]) => ({ name, comment })),
      ),
    ]),
    ...[...others].flatMap(([key, each]) => (each.kind === 'event trigger' ? [] : on(key, each))),
    ...[...indexes.values()].flatMap((index) => on(`index ${index.name}`, index)),
    ...[...triggers.values()].flatMap((trigger) => parts('trigger', trigger.table, [trigger])),
    ...[...policies.values()].flatMap((policy) => parts('policy', policy.table, [policy])),
  ]
}

/** ALTER … DEPENDS ON EXTENSION for everything that goes with one. */
export function printExtensionDependencies({ indexes, views, functions, triggers }: Catalog): readonly string[] {
  const dependent = (object: string, { goesWith = [] }: Described) =>
    goesWith.map((extension) => `alter ${object} depends on extension ${quoteIdentifier(extension)}`)
  return [
    ...[...functions].flatMap(([key, each]) => dependent(`${each.kind} ${key}`, each)),
    ...[...views.values()].flatMap((view) => dependent(`materialized view ${view.name}`, view)),
    ...[...indexes.values()].flatMap((index) => dependent(`index ${index.name}`, index)),
    ...[...triggers.values()].flatMap((trigger) =>
      dependent(`trigger ${quoteIdentifier(trigger.name)} on ${trigger.table}`, trigger),
    ),
  ]
}

/** COMMENT ON for one object, if it is described. */
export function on(object: string, { comment }: Described): readonly string[] {
  return comment === undefined ? [] : [`comment on ${object} is ${quoteLiteral(comment)}`]
}

type Part = Described & { readonly name: Identifier }

function columns(relation: Name, all: readonly Part[]): readonly string[] {
  return all.flatMap((each) => on(`column ${relation}.${quoteIdentifier(each.name)}`, each))
}

function parts(kind: 'constraint' | 'trigger' | 'policy', of: string, all: readonly Part[]): readonly string[] {
  return all.flatMap((each) => on(`${kind} ${quoteIdentifier(each.name)} on ${of}`, each))
}
