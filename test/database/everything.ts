import type { Table } from '../../src/catalog/table.ts'

/** The table app.account that everything.sql makes. */
export const accountWithoutColumns: Omit<Table, 'columns'> = {
  name: 'app.account',
  kind: 'table',
  persistence: 'permanent',
  primaryKey: { name: 'account_pkey', columns: ['id'] },
  uniques: [{ name: 'account_tenant_id_id_key', columns: ['tenant_id', 'id'] }],
  foreignKeys: [
    {
      name: 'account_parent_id_fkey',
      columns: ['parent_id'],
      deferrable: 'initially immediate',
      references: 'app.account',
      referencedColumns: ['id'],
      onDelete: 'no action',
      onUpdate: 'no action',
      validated: true,
    },
    {
      name: 'account_tenant_id_fkey',
      columns: ['tenant_id'],
      references: 'app.tenant',
      referencedColumns: ['id'],
      onDelete: 'cascade',
      onUpdate: 'set null',
      validated: true,
    },
  ],
  checks: [
    {
      name: 'account_note',
      expression: {
        columns: ['note'],
        functions: [],
        provesNotNull: 'note',
        notNull: ['note'],
        condition: { column: 'note', is: 'not null' },
      },
      validated: false,
    },
  ],
  notNulls: ['big', 'id', 'note', 'small', 'status', 'tenant_id'].map((column) => ({
    name: `account_${column}_not_null`,
    column,
    validated: true,
  })),
  exclusions: [{ name: 'account_during_excl', operators: ['&&'] }],
  defaultPartition: false,
  inherits: [],
  rowSecurity: true,
  owner: 'schemalint_owner',
  known: 'wholly',
}

/** The keys of some grants that everything.sql leaves; `again` where they may be granted again. */
export const privileges: readonly string[] = [
  'SELECT on table app.paid to PUBLIC',
  'SELECT on sequence app.ticket to schemalint_reader',
  'USAGE on sequence app.ticket to schemalint_reader',
  'INSERT on table app.account(note) to schemalint_reader again',
  'UPDATE on table app.account(note) to schemalint_reader',
  'UPDATE on table app.account(status) to schemalint_reader',
  'USAGE on schema app to schemalint_reader',
  'USAGE on schema public to PUBLIC',
  'EXECUTE on function app.area(integer, app.pair, text[]) to schemalint_login',
  'EXECUTE on function app.area(integer, app.pair, text[]) to schemalint_reader',
  'EXECUTE on function app."both"(integer, text) to schemalint_reader',
  'EXECUTE on function app.clean(integer) to schemalint_reader',
  'EXECUTE on function app.joined(text) to schemalint_reader',
  'EXECUTE on function app.touch() to schemalint_reader',
  'USAGE on type app.status to schemalint_reader',
]
