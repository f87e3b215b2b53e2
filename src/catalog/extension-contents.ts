// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program

import type { ExtensionContents } from './extensions.ts'

/** What the extensions make that come with PostgreSQL. Names with `@` are of an extension's own types. */
export const EXTENSION_CONTENTS: Readonly<Record<string, ExtensionContents>> = {
  'amcheck': {
    functions: 'bt_index_check: regclass>void; regclass bool>void; regclass bool bool>void | bt_index_parent_check: regclass>void; regclass bool>void; regclass bool bool>void; regclass bool bool bool>void | gin_index_check: regclass>void | verify_heapam: regclass bool bool text int8 int8/5>*{blkno int8, offnum int4, attnum int4, msg text}',
  },
  'autoinc': {
    functions: 'autoinc: >trigger',
  },
  'bloom': {
    classes: 'int4_ops bloom! integer | text_ops bloom! text',
    methods: 'bloom',
  },
  'btree_gin': {
    classes: 'bit_ops gin! bit | bool_ops gin! boolean | bpchar_ops gin! character | bytea_ops gin! bytea | char_ops gin! "char" | cidr_ops gin! cidr | date_ops gin! date | enum_ops gin! anyenum | float4_ops gin! real | float8_ops gin! double precision | inet_ops gin! inet | int2_ops gin! smallint | int4_ops gin! integer | int8_ops gin! bigint | interval_ops gin! interval | macaddr8_ops gin! macaddr8 | macaddr_ops gin! macaddr | money_ops gin! money | name_ops gin! name | numeric_ops gin! numeric | oid_ops gin! oid | text_ops gin! text | time_ops gin! time without time zone | timestamp_ops gin! timestamp without time zone | timestamptz_ops gin! timestamp with time zone | timetz_ops gin! time with time zone | uuid_ops gin! uuid | varbit_ops gin! bit varying | varchar_ops gin! character varying',
  },
  'btree_gist': {
    types: 'gbtreekey16 U | gbtreekey2 U | gbtreekey32 U | gbtreekey4 U | gbtreekey8 U | gbtreekey_var U',
    classes: 'gist_bit_ops gist! bit | gist_bool_ops gist! boolean | gist_bpchar_ops gist! character | gist_bytea_ops gist! bytea | gist_cash_ops gist! money | gist_cidr_ops gist! cidr | gist_date_ops gist! date | gist_enum_ops gist! anyenum | gist_float4_ops gist! real | gist_float8_ops gist! double precision | gist_inet_ops gist! inet | gist_int2_ops gist! smallint | gist_int4_ops gist! integer | gist_int8_ops gist! bigint | gist_interval_ops gist! interval | gist_macaddr8_ops gist! macaddr8 | gist_macaddr_ops gist! macaddr | gist_numeric_ops gist! numeric | gist_oid_ops gist! oid | gist_text_ops gist! text | gist_time_ops gist! time without time zone | gist_timestamp_ops gist! timestamp without time zone | gist_timestamptz_ops gist! timestamp with time zone | gist_timetz_ops gist! time with time zone | gist_uuid_ops gist! uuid | gist_vbit_ops gist! bit varying',
    operators: '<->: int8 int8>int8, date date>int4, float8 float8>float8, int4 int4>int4, interval interval>interval, money money>money, oid oid>oid, float4 float4>float4, int2 int2>int2, time time>interval, timestamptz timestamptz>interval, timestamp timestamp>interval',
  },
  'citext': {
    types: 'citext S collated',
    casts: '@citext varchar | @citext text',
    classes: 'citext_ops btree! citext | citext_ops hash! citext | citext_pattern_ops btree',
    operators: '!~: @citext @citext>bool, @citext text>bool | !~*: @citext @citext>bool, @citext text>bool | !~~: @citext @citext>bool, @citext text>bool | !~~*: @citext @citext>bool, @citext text>bool | <: @citext @citext>bool | <=: @citext @citext>bool | <>: @citext @citext>bool | =: @citext @citext>bool | >: @citext @citext>bool | >=: @citext @citext>bool | ~: @citext @citext>bool, @citext text>bool | ~*: @citext @citext>bool, @citext text>bool | ~<=~: @citext @citext>bool | ~<~: @citext @citext>bool | ~>=~: @citext @citext>bool | ~>~: @citext @citext>bool | ~~: @citext @citext>bool, @citext text>bool | ~~*: @citext @citext>bool, @citext text>bool',
    functions: 'citext: bool>@citext; bpchar>@citext; inet>@citext | citextsend: @citext>bytea | max: @citext>@citext | min: @citext>@citext | regexp_match: @citext @citext>_text; @citext @citext text>_text | regexp_matches: @citext @citext>*_text; @citext @citext text>*_text | regexp_replace: @citext @citext text>text; @citext @citext text text>text | regexp_split_to_array: @citext @citext>_text; @citext @citext text>_text | regexp_split_to_table: @citext @citext>*text; @citext @citext text>*text | replace: @citext @citext @citext>text | split_part: @citext @citext int4>text | strpos: @citext @citext>int4 | translate: @citext @citext text>text',
  },
  'cube': {
    types: 'cube U',
    classes: 'cube_ops btree! cube | gist_cube_ops gist! cube',
    operators: '&&: @cube @cube>bool | ->: @cube int4>float8 | <: @cube @cube>bool | <#>: @cube @cube>float8 | <->: @cube @cube>float8 | <=: @cube @cube>bool | <=>: @cube @cube>float8 | <>: @cube @cube>bool | <@: @cube @cube>bool | =: @cube @cube>bool | >: @cube @cube>bool | >=: @cube @cube>bool | @>: @cube @cube>bool | ~>: @cube int4>float8',
    functions: 'cube: @cube float8>@cube; @cube float8 float8>@cube; float8>@cube; float8 float8>@cube; _float8>@cube; _float8 _float8>@cube | cube_dim: @cube>int4 | cube_enlarge: @cube float8 int4>@cube | cube_inter: @cube @cube>@cube | cube_is_point: @cube>bool | cube_ll_coord: @cube int4>float8 | cube_send: @cube>bytea | cube_size: @cube>float8 | cube_subset: @cube _int4>@cube | cube_union: @cube @cube>@cube | cube_ur_coord: @cube int4>float8',
  },
  'dblink': {
    wrappers: 'dblink_fdw',
    functions: 'dblink: text>*record; text bool>*record; text text>*record; text text bool>*record | dblink_build_sql_delete: text int2vector int4 _text>text | dblink_build_sql_insert: text int2vector int4 _text _text>text | dblink_build_sql_update: text int2vector int4 _text _text>text | dblink_cancel_query: text>text | dblink_close: text>text; text bool>text; text text>text; text text bool>text | dblink_connect: text>text; text text>text | dblink_connect_u: text>text; text text>text | dblink_current_query: >text | dblink_disconnect: >text; text>text | dblink_error_message: text>text | dblink_exec: text>text; text bool>text; text text>text; text text bool>text | dblink_fdw_validator: _text oid>void | dblink_fetch: text int4>*record; text int4 bool>*record; text text int4>*record; text text int4 bool>*record | dblink_get_connections: >_text | dblink_get_notify: >*{notify_name text, be_pid int4, extra text}; text>*{notify_name text, be_pid int4, extra text} | dblink_get_pkey: text>*@dblink_pkey_results | dblink_get_result: text>*record; text bool>*record | dblink_is_busy: text>int4 | dblink_open: text text>text; text text bool>text; text text text>text; text text text bool>text | dblink_send_query: text text>int4',
  },
  'dict_int': {},
  'dict_xsyn': {},
  'earthdistance': {
    requires: 'cube',
    domains: 'earth @cube',
    operators: '<@>: point point>float8',
    functions: 'earth: >float8 | earth_box: @earth float8>@cube | earth_distance: @earth @earth>float8 | gc_to_sec: float8>float8 | latitude: @earth>float8 | ll_to_earth: float8 float8>@earth | longitude: @earth>float8 | sec_to_gc: float8>float8',
  },
  'file_fdw': {
    wrappers: 'file_fdw',
    functions: 'file_fdw_handler: >fdw_handler | file_fdw_validator: _text oid>void',
  },
  'fuzzystrmatch': {
    functions: 'daitch_mokotoff: text>_text | difference: text text>int4 | dmetaphone: text>text | dmetaphone_alt: text>text | levenshtein: text text>int4; text text int4 int4 int4>int4 | levenshtein_less_equal: text text int4>int4; text text int4 int4 int4 int4>int4 | metaphone: text int4>text | soundex: text>text | text_soundex: text>text',
  },
  'hstore': {
    types: 'ghstore U | hstore U',
    classes: 'btree_hstore_ops btree! hstore | gin_hstore_ops gin! hstore | gist_hstore_ops gist! hstore | hash_hstore_ops hash! hstore',
    operators: '#<#: @hstore @hstore>bool | #<=#: @hstore @hstore>bool | #=: anyelement @hstore>anyelement | #>#: @hstore @hstore>bool | #>=#: @hstore @hstore>bool | %#: @hstore>_text | %%: @hstore>_text | -: @hstore @hstore>@hstore, @hstore text>@hstore, @hstore _text>@hstore | ->: @hstore text>text, @hstore _text>_text | <>: @hstore @hstore>bool | <@: @hstore @hstore>bool | =: @hstore @hstore>bool | ?: @hstore text>bool | ?&: @hstore _text>bool | ?|: @hstore _text>bool | @>: @hstore @hstore>bool | ||: @hstore @hstore>@hstore',
    functions: 'akeys: @hstore>_text | avals: @hstore>_text | defined: @hstore text>bool | each: @hstore>*{key text, value text} | hstore: record>@hstore; text text>@hstore; _text>@hstore; _text _text>@hstore | hstore_send: @hstore>bytea | hstore_to_json: @hstore>json | hstore_to_json_loose: @hstore>json | hstore_to_jsonb: @hstore>jsonb | hstore_to_jsonb_loose: @hstore>jsonb | hstore_version_diag: @hstore>int4 | isdefined: @hstore text>bool | isexists: @hstore text>bool | skeys: @hstore>*text | slice: @hstore _text>@hstore | svals: @hstore>*text | tconvert: text text>@hstore',
  },
  'insert_username': {
    functions: 'insert_username: >trigger',
  },
  'intagg': {
    functions: 'int_array_aggregate: int4>_int4 | int_array_enum: _int4>*int4',
  },
  'intarray': {
    types: 'intbig_gkey U | query_int U',
    classes: 'gin__int_ops gin | gist__int_ops gist! integer[] | gist__intbig_ops gist',
    operators: '#: _int4>int4, _int4 int4>int4 | &: _int4 _int4>_int4 | &&: _int4 _int4>bool | +: _int4 int4>_int4, _int4 _int4>_int4 | -: _int4 int4>_int4, _int4 _int4>_int4 | <@: _int4 _int4>bool | @>: _int4 _int4>bool | @@: _int4 @query_int>bool | |: _int4 int4>_int4, _int4 _int4>_int4 | ~~: @query_int _int4>bool',
    functions: '_int_different: _int4 _int4>bool | _int_same: _int4 _int4>bool | intset: int4>_int4 | querytree: @query_int>text | sort: _int4>_int4; _int4 text>_int4 | sort_asc: _int4>_int4 | sort_desc: _int4>_int4 | subarray: _int4 int4>_int4; _int4 int4 int4>_int4 | uniq: _int4>_int4',
  },
  'isn': {
    types: 'ean13 U | isbn U | isbn13 U | ismn U | ismn13 U | issn U | issn13 U | upc U',
    classes: 'ean13_ops btree! ean13 | ean13_ops hash! ean13 | isbn13_ops btree! isbn13 | isbn13_ops hash! isbn13 | isbn_ops btree! isbn | isbn_ops hash! isbn | ismn13_ops btree! ismn13 | ismn13_ops hash! ismn13 | ismn_ops btree! ismn | ismn_ops hash! ismn | issn13_ops btree! issn13 | issn13_ops hash! issn13 | issn_ops btree! issn | issn_ops hash! issn | upc_ops btree! upc | upc_ops hash! upc',
    operators: '<: @ean13 @ean13>bool, @ean13 @isbn>bool, @ean13 @isbn13>bool, @ean13 @ismn>bool, @ean13 @ismn13>bool, @ean13 @issn>bool, @ean13 @issn13>bool, @ean13 @upc>bool, @isbn @ean13>bool, @isbn @isbn>bool, @isbn @isbn13>bool, @isbn13 @ean13>bool, @isbn13 @isbn>bool, @isbn13 @isbn13>bool, @ismn @ean13>bool, @ismn @ismn>bool, @ismn @ismn13>bool, @ismn13 @ean13>bool, @ismn13 @ismn>bool, @ismn13 @ismn13>bool, @issn @ean13>bool, @issn @issn>bool, @issn @issn13>bool, @issn13 @ean13>bool, @issn13 @issn>bool, @issn13 @issn13>bool, @upc @ean13>bool, @upc @upc>bool | <=: @ean13 @ean13>bool, @ean13 @isbn>bool, @ean13 @isbn13>bool, @ean13 @ismn>bool, @ean13 @ismn13>bool, @ean13 @issn>bool, @ean13 @issn13>bool, @ean13 @upc>bool, @isbn @ean13>bool, @isbn @isbn>bool, @isbn @isbn13>bool, @isbn13 @ean13>bool, @isbn13 @isbn>bool, @isbn13 @isbn13>bool, @ismn @ean13>bool, @ismn @ismn>bool, @ismn @ismn13>bool, @ismn13 @ean13>bool, @ismn13 @ismn>bool, @ismn13 @ismn13>bool, @issn @ean13>bool, @issn @issn>bool, @issn @issn13>bool, @issn13 @ean13>bool, @issn13 @issn>bool, @issn13 @issn13>bool, @upc @ean13>bool, @upc @upc>bool | <>: @ean13 @ean13>bool, @ean13 @isbn>bool, @ean13 @isbn13>bool, @ean13 @ismn>bool, @ean13 @ismn13>bool, @ean13 @issn>bool, @ean13 @issn13>bool, @ean13 @upc>bool, @isbn @ean13>bool, @isbn @isbn>bool, @isbn @isbn13>bool, @isbn13 @ean13>bool, @isbn13 @isbn>bool, @isbn13 @isbn13>bool, @ismn @ean13>bool, @ismn @ismn>bool, @ismn @ismn13>bool, @ismn13 @ean13>bool, @ismn13 @ismn>bool, @ismn13 @ismn13>bool, @issn @ean13>bool, @issn @issn>bool, @issn @issn13>bool, @issn13 @ean13>bool, @issn13 @issn>bool, @issn13 @issn13>bool, @upc @ean13>bool, @upc @upc>bool | =: @ean13 @ean13>bool, @ean13 @isbn>bool, @ean13 @isbn13>bool, @ean13 @ismn>bool, @ean13 @ismn13>bool, @ean13 @issn>bool, @ean13 @issn13>bool, @ean13 @upc>bool, @isbn @ean13>bool, @isbn @isbn>bool, @isbn @isbn13>bool, @isbn13 @ean13>bool, @isbn13 @isbn>bool, @isbn13 @isbn13>bool, @ismn @ean13>bool, @ismn @ismn>bool, @ismn @ismn13>bool, @ismn13 @ean13>bool, @ismn13 @ismn>bool, @ismn13 @ismn13>bool, @issn @ean13>bool, @issn @issn>bool, @issn @issn13>bool, @issn13 @ean13>bool, @issn13 @issn>bool, @issn13 @issn13>bool, @upc @ean13>bool, @upc @upc>bool | >: @ean13 @ean13>bool, @ean13 @isbn>bool, @ean13 @isbn13>bool, @ean13 @ismn>bool, @ean13 @ismn13>bool, @ean13 @issn>bool, @ean13 @issn13>bool, @ean13 @upc>bool, @isbn @ean13>bool, @isbn @isbn>bool, @isbn @isbn13>bool, @isbn13 @ean13>bool, @isbn13 @isbn>bool, @isbn13 @isbn13>bool, @ismn @ean13>bool, @ismn @ismn>bool, @ismn @ismn13>bool, @ismn13 @ean13>bool, @ismn13 @ismn>bool, @ismn13 @ismn13>bool, @issn @ean13>bool, @issn @issn>bool, @issn @issn13>bool, @issn13 @ean13>bool, @issn13 @issn>bool, @issn13 @issn13>bool, @upc @ean13>bool, @upc @upc>bool | >=: @ean13 @ean13>bool, @ean13 @isbn>bool, @ean13 @isbn13>bool, @ean13 @ismn>bool, @ean13 @ismn13>bool, @ean13 @issn>bool, @ean13 @issn13>bool, @ean13 @upc>bool, @isbn @ean13>bool, @isbn @isbn>bool, @isbn @isbn13>bool, @isbn13 @ean13>bool, @isbn13 @isbn>bool, @isbn13 @isbn13>bool, @ismn @ean13>bool, @ismn @ismn>bool, @ismn @ismn13>bool, @ismn13 @ean13>bool, @ismn13 @ismn>bool, @ismn13 @ismn13>bool, @issn @ean13>bool, @issn @issn>bool, @issn @issn13>bool, @issn13 @ean13>bool, @issn13 @issn>bool, @issn13 @issn13>bool, @upc @ean13>bool, @upc @upc>bool',
    functions: 'is_valid: @ean13>bool; @isbn>bool; @isbn13>bool; @ismn>bool; @ismn13>bool; @issn>bool; @issn13>bool; @upc>bool | isbn: @ean13>@isbn | isbn13: @ean13>@isbn13 | ismn: @ean13>@ismn | ismn13: @ean13>@ismn13 | isn_weak: >bool; bool>bool | issn: @ean13>@issn | issn13: @ean13>@issn13 | make_valid: @ean13>@ean13; @isbn>@isbn; @isbn13>@isbn13; @ismn>@ismn; @ismn13>@ismn13; @issn>@issn; @issn13>@issn13; @upc>@upc | upc: @ean13>@upc',
  },
  'lo': {
    domains: 'lo oid',
    functions: 'lo_manage: >trigger | lo_oid: @lo>oid',
  },
  'ltree': {
    types: 'lquery U | ltree U | ltree_gist U | ltxtquery U',
    classes: 'gist__ltree_ops gist! ltree[] | gist_ltree_ops gist! ltree | hash_ltree_ops hash! ltree | ltree_ops btree! ltree',
    operators: '<: @ltree @ltree>bool | <=: @ltree @ltree>bool | <>: @ltree @ltree>bool | <@: @ltree @ltree>bool, @ltree _@ltree>bool, _@ltree @ltree>bool | =: @ltree @ltree>bool | >: @ltree @ltree>bool | >=: @ltree @ltree>bool | ?: _@lquery @ltree>bool, _@lquery _@ltree>bool, @ltree _@lquery>bool, _@ltree _@lquery>bool | ?<@: _@ltree @ltree>@ltree | ?@: _@ltree @ltxtquery>@ltree | ?@>: _@ltree @ltree>@ltree | ?~: _@ltree @lquery>@ltree | @: @ltree @ltxtquery>bool, _@ltree @ltxtquery>bool, @ltxtquery @ltree>bool, @ltxtquery _@ltree>bool | @>: @ltree @ltree>bool, @ltree _@ltree>bool, _@ltree @ltree>bool | ^<@: @ltree @ltree>bool, @ltree _@ltree>bool, _@ltree @ltree>bool | ^?: _@lquery @ltree>bool, _@lquery _@ltree>bool, @ltree _@lquery>bool, _@ltree _@lquery>bool | ^@: @ltree @ltxtquery>bool, _@ltree @ltxtquery>bool, @ltxtquery @ltree>bool, @ltxtquery _@ltree>bool | ^@>: @ltree @ltree>bool, @ltree _@ltree>bool, _@ltree @ltree>bool | ^~: @lquery @ltree>bool, @lquery _@ltree>bool, @ltree @lquery>bool, _@ltree @lquery>bool | ||: @ltree @ltree>@ltree, @ltree text>@ltree, text @ltree>@ltree | ~: @lquery @ltree>bool, @lquery _@ltree>bool, @ltree @lquery>bool, _@ltree @lquery>bool',
    functions: 'index: @ltree @ltree>int4; @ltree @ltree int4>int4 | lca: @ltree @ltree>@ltree; @ltree @ltree @ltree>@ltree; @ltree @ltree @ltree @ltree>@ltree; @ltree @ltree @ltree @ltree @ltree>@ltree; @ltree @ltree @ltree @ltree @ltree @ltree>@ltree; @ltree @ltree @ltree @ltree @ltree @ltree @ltree>@ltree; @ltree @ltree @ltree @ltree @ltree @ltree @ltree @ltree>@ltree; _@ltree>@ltree | lquery_send: @lquery>bytea | ltree2text: @ltree>text | ltree_send: @ltree>bytea | ltxtq_send: @ltxtquery>bytea | nlevel: @ltree>int4 | subltree: @ltree int4 int4>@ltree | subpath: @ltree int4>@ltree; @ltree int4 int4>@ltree | text2ltree: text>@ltree',
  },
  'moddatetime': {
    functions: 'moddatetime: >trigger',
  },
  'pageinspect': {
    functions: 'brin_metapage_info: bytea>{magic text, version int4, pagesperrange int4, lastrevmappage int8} | brin_page_items: bytea regclass>*{itemoffset int4, blknum int8, attnum int4, allnulls bool, hasnulls bool, placeholder bool, empty bool, value text} | brin_page_type: bytea>text | brin_revmap_data: bytea>*{pages tid} | bt_metap: text>{magic int4, version int4, root int8, level int8, fastroot int8, fastlevel int8, last_cleanup_num_delpages int8, last_cleanup_num_tuples float8, allequalimage bool} | bt_multi_page_stats: text int8 int8>*{blkno int8, type char, live_items int4, dead_items int4, avg_item_size int4, page_size int4, free_size int4, btpo_prev int8, btpo_next int8, btpo_level int8, btpo_flags int4} | bt_page_items: bytea>*{itemoffset int2, ctid tid, itemlen int2, nulls bool, vars bool, data text, dead bool, htid tid, tids _tid}; text int8>*{itemoffset int2, ctid tid, itemlen int2, nulls bool, vars bool, data text, dead bool, htid tid, tids _tid} | bt_page_stats: text int8>{blkno int8, type char, live_items int4, dead_items int4, avg_item_size int4, page_size int4, free_size int4, btpo_prev int8, btpo_next int8, btpo_level int8, btpo_flags int4} | fsm_page_contents: bytea>text | get_raw_page: text int8>bytea; text text int8>bytea | gin_leafpage_items: bytea>*{first_tid tid, nbytes int2, tids _tid} | gin_metapage_info: bytea>{pending_head int8, pending_tail int8, tail_free_size int4, n_pending_pages int8, n_pending_tuples int8, n_total_pages int8, n_entry_pages int8, n_data_pages int8, n_entries int8, version int4} | gin_page_opaque_info: bytea>{rightlink int8, maxoff int4, flags _text} | gist_page_items: bytea regclass>*{itemoffset int2, ctid tid, itemlen int2, dead bool, keys text} | gist_page_items_bytea: bytea>*{itemoffset int2, ctid tid, itemlen int2, dead bool, key_data bytea} | gist_page_opaque_info: bytea>{lsn pg_lsn, nsn pg_lsn, rightlink int8, flags _text} | hash_bitmap_info: regclass int8>*{bitmapblkno int8, bitmapbit int4, bitstatus bool} | hash_metapage_info: bytea>{magic int8, version int8, ntuples float8, ffactor int4, bsize int4, bmsize int4, bmshift int4, maxbucket int8, highmask int8, lowmask int8, ovflpoint int8, firstfree int8, nmaps int8, procid oid, spares _int8, mapp _int8} | hash_page_items: bytea>*{itemoffset int4, ctid tid, data int8} | hash_page_stats: bytea>{live_items int4, dead_items int4, page_size int4, free_size int4, hasho_prevblkno int8, hasho_nextblkno int8, hasho_bucket int8, hasho_flag int4, hasho_page_id int4} | hash_page_type: bytea>text | heap_page_item_attrs: bytea regclass>*{lp int2, lp_off int2, lp_flags int2, lp_len int2, t_xmin xid, t_xmax xid, t_field3 int4, t_ctid tid, t_infomask2 int4, t_infomask int4, t_hoff int2, t_bits text, t_oid oid, t_attrs _bytea}; bytea regclass bool>*{lp int2, lp_off int2, lp_flags int2, lp_len int2, t_xmin xid, t_xmax xid, t_field3 int4, t_ctid tid, t_infomask2 int4, t_infomask int4, t_hoff int2, t_bits text, t_oid oid, t_attrs _bytea} | heap_page_items: bytea>*{lp int2, lp_off int2, lp_flags int2, lp_len int2, t_xmin xid, t_xmax xid, t_field3 int4, t_ctid tid, t_infomask2 int4, t_infomask int4, t_hoff int2, t_bits text, t_oid oid, t_data bytea} | heap_tuple_infomask_flags: int4 int4>{raw_flags _text, combined_flags _text} | page_checksum: bytea int8>int2 | page_header: bytea>{lsn pg_lsn, checksum int2, flags int2, lower int4, upper int4, special int4, pagesize int4, version int2, prune_xid xid} | tuple_data_split: oid bytea int4 int4 text>_bytea; oid bytea int4 int4 text bool>_bytea',
  },
  'pg_buffercache': {
    relations: 'pg_buffercache: bufferid int4, relfilenode oid, reltablespace oid, reldatabase oid, relforknumber int2, relblocknumber int8, isdirty bool, usagecount int2, pinning_backends int4 | pg_buffercache_numa: bufferid int4, os_page_num int8, numa_node int4',
    functions: 'pg_buffercache_evict: int4>{buffer_evicted bool, buffer_flushed bool} | pg_buffercache_evict_all: >{buffers_evicted int4, buffers_flushed int4, buffers_skipped int4} | pg_buffercache_evict_relation: regclass>{buffers_evicted int4, buffers_flushed int4, buffers_skipped int4} | pg_buffercache_numa_pages: >*record | pg_buffercache_pages: >*record | pg_buffercache_summary: >{buffers_used int4, buffers_unused int4, buffers_dirty int4, buffers_pinned int4, usagecount_avg float8} | pg_buffercache_usage_counts: >*{usage_count int4, buffers int4, dirty int4, pinned int4}',
  },
  'pg_freespacemap': {
    functions: 'pg_freespace: regclass>*{blkno int8, avail int2}; regclass int8>int2',
  },
  'pg_logicalinspect': {
    functions: 'pg_get_logical_snapshot_info: text>{state text, xmin xid, xmax xid, start_decoding_at pg_lsn, two_phase_at pg_lsn, initial_xmin_horizon xid, building_full_snapshot bool, in_slot_creation bool, last_serialized_snapshot pg_lsn, next_phase_at xid, committed_count int4, committed_xip _xid, catchange_count int4, catchange_xip _xid} | pg_get_logical_snapshot_meta: text>{magic int4, checksum int8, version int4}',
  },
  'pg_prewarm': {
    functions: 'autoprewarm_dump_now: >int8 | autoprewarm_start_worker: >void | pg_prewarm: regclass text text int8 int8/4>int8',
  },
  'pg_stat_statements': {
    relations: 'pg_stat_statements: userid oid, dbid oid, toplevel bool, queryid int8, query text, plans int8, total_plan_time float8, min_plan_time float8, max_plan_time float8, mean_plan_time float8, stddev_plan_time float8, calls int8, total_exec_time float8, min_exec_time float8, max_exec_time float8, mean_exec_time float8, stddev_exec_time float8, rows int8, shared_blks_hit int8, shared_blks_read int8, shared_blks_dirtied int8, shared_blks_written int8, local_blks_hit int8, local_blks_read int8, local_blks_dirtied int8, local_blks_written int8, temp_blks_read int8, temp_blks_written int8, shared_blk_read_time float8, shared_blk_write_time float8, local_blk_read_time float8, local_blk_write_time float8, temp_blk_read_time float8, temp_blk_write_time float8, wal_records int8, wal_fpi int8, wal_bytes numeric, wal_buffers_full int8, jit_functions int8, jit_generation_time float8, jit_inlining_count int8, jit_inlining_time float8, jit_optimization_count int8, jit_optimization_time float8, jit_emission_count int8, jit_emission_time float8, jit_deform_count int8, jit_deform_time float8, parallel_workers_to_launch int8, parallel_workers_launched int8, stats_since timestamptz, minmax_stats_since timestamptz | pg_stat_statements_info: dealloc int8, stats_reset timestamptz',
    functions: 'pg_stat_statements: bool>*{userid oid, dbid oid, toplevel bool, queryid int8, query text, plans int8, total_plan_time float8, min_plan_time float8, max_plan_time float8, mean_plan_time float8, stddev_plan_time float8, calls int8, total_exec_time float8, min_exec_time float8, max_exec_time float8, mean_exec_time float8, stddev_exec_time float8, rows int8, shared_blks_hit int8, shared_blks_read int8, shared_blks_dirtied int8, shared_blks_written int8, local_blks_hit int8, local_blks_read int8, local_blks_dirtied int8, local_blks_written int8, temp_blks_read int8, temp_blks_written int8, shared_blk_read_time float8, shared_blk_write_time float8, local_blk_read_time float8, local_blk_write_time float8, temp_blk_read_time float8, temp_blk_write_time float8, wal_records int8, wal_fpi int8, wal_bytes numeric, wal_buffers_full int8, jit_functions int8, jit_generation_time float8, jit_inlining_count int8, jit_inlining_time float8, jit_optimization_count int8, jit_optimization_time float8, jit_emission_count int8, jit_emission_time float8, jit_deform_count int8, jit_deform_time float8, parallel_workers_to_launch int8, parallel_workers_launched int8, stats_since timestamptz, minmax_stats_since timestamptz} | pg_stat_statements_info: >{dealloc int8, stats_reset timestamptz} | pg_stat_statements_reset: oid oid int8 bool/4>timestamptz',
  },
  'pg_surgery': {
    functions: 'heap_force_freeze: regclass _tid>void | heap_force_kill: regclass _tid>void',
  },
  'pg_trgm': {
    types: 'gtrgm U',
    classes: 'gin_trgm_ops gin | gist_trgm_ops gist',
    operators: '%: text text>bool | %>: text text>bool | %>>: text text>bool | <%: text text>bool | <->: text text>float4 | <->>: text text>float4 | <->>>: text text>float4 | <<%: text text>bool | <<->: text text>float4 | <<<->: text text>float4',
    functions: 'set_limit: float4>float4 | show_limit: >float4 | show_trgm: text>_text | similarity: text text>float4 | strict_word_similarity: text text>float4 | word_similarity: text text>float4',
  },
  'pg_visibility': {
    functions: 'pg_check_frozen: regclass>*{t_ctid tid} | pg_check_visible: regclass>*{t_ctid tid} | pg_truncate_visibility_map: regclass>void | pg_visibility: regclass>*{blkno int8, all_visible bool, all_frozen bool, pd_all_visible bool}; regclass int8>{all_visible bool, all_frozen bool, pd_all_visible bool} | pg_visibility_map: regclass>*{blkno int8, all_visible bool, all_frozen bool}; regclass int8>{all_visible bool, all_frozen bool} | pg_visibility_map_summary: regclass>{all_visible int8, all_frozen int8}',
  },
  'pg_walinspect': {
    functions: 'pg_get_wal_block_info: pg_lsn pg_lsn bool/1>*{start_lsn pg_lsn, end_lsn pg_lsn, prev_lsn pg_lsn, block_id int2, reltablespace oid, reldatabase oid, relfilenode oid, relforknumber int2, relblocknumber int8, xid xid, resource_manager text, record_type text, record_length int4, main_data_length int4, block_data_length int4, block_fpi_length int4, block_fpi_info _text, description text, block_data bytea, block_fpi_data bytea} | pg_get_wal_record_info: pg_lsn>{start_lsn pg_lsn, end_lsn pg_lsn, prev_lsn pg_lsn, xid xid, resource_manager text, record_type text, record_length int4, main_data_length int4, fpi_length int4, description text, block_ref text} | pg_get_wal_records_info: pg_lsn pg_lsn>*{start_lsn pg_lsn, end_lsn pg_lsn, prev_lsn pg_lsn, xid xid, resource_manager text, record_type text, record_length int4, main_data_length int4, fpi_length int4, description text, block_ref text} | pg_get_wal_stats: pg_lsn pg_lsn bool/1>*{resource_manager/record_type text, count int8, count_percentage float8, record_size int8, record_size_percentage float8, fpi_size int8, fpi_size_percentage float8, combined_size int8, combined_size_percentage float8}',
  },
  'pgcrypto': {
    functions: 'armor: bytea>text; bytea _text _text>text | crypt: text text>text | dearmor: text>bytea | decrypt: bytea bytea text>bytea | decrypt_iv: bytea bytea bytea text>bytea | digest: bytea text>bytea; text text>bytea | encrypt: bytea bytea text>bytea | encrypt_iv: bytea bytea bytea text>bytea | fips_mode: >bool | gen_random_bytes: int4>bytea | gen_random_uuid: >uuid | gen_salt: text>text; text int4>text | hmac: bytea bytea text>bytea; text text text>bytea | pgp_armor_headers: text>*{key text, value text} | pgp_key_id: bytea>text | pgp_pub_decrypt: bytea bytea>text; bytea bytea text>text; bytea bytea text text>text | pgp_pub_decrypt_bytea: bytea bytea>bytea; bytea bytea text>bytea; bytea bytea text text>bytea | pgp_pub_encrypt: text bytea>bytea; text bytea text>bytea | pgp_pub_encrypt_bytea: bytea bytea>bytea; bytea bytea text>bytea | pgp_sym_decrypt: bytea text>text; bytea text text>text | pgp_sym_decrypt_bytea: bytea text>bytea; bytea text text>bytea | pgp_sym_encrypt: text text>bytea; text text text>bytea | pgp_sym_encrypt_bytea: bytea text>bytea; bytea text text>bytea',
  },
  'pgrowlocks': {
    functions: 'pgrowlocks: text>*{locked_row tid, locker xid, multi bool, xids _xid, modes _text, pids _int4}',
  },
  'pgstattuple': {
    functions: 'pg_relpages: regclass>int8; text>int8 | pgstatginindex: regclass>{version int4, pending_pages int4, pending_tuples int8} | pgstathashindex: regclass>{version int4, bucket_pages int8, overflow_pages int8, bitmap_pages int8, unused_pages int8, live_items int8, dead_items int8, free_percent float8} | pgstatindex: regclass>{version int4, tree_level int4, index_size int8, root_block_no int8, internal_pages int8, leaf_pages int8, empty_pages int8, deleted_pages int8, avg_leaf_density float8, leaf_fragmentation float8}; text>{version int4, tree_level int4, index_size int8, root_block_no int8, internal_pages int8, leaf_pages int8, empty_pages int8, deleted_pages int8, avg_leaf_density float8, leaf_fragmentation float8} | pgstattuple: regclass>{table_len int8, tuple_count int8, tuple_len int8, tuple_percent float8, dead_tuple_count int8, dead_tuple_len int8, dead_tuple_percent float8, free_space int8, free_percent float8}; text>{table_len int8, tuple_count int8, tuple_len int8, tuple_percent float8, dead_tuple_count int8, dead_tuple_len int8, dead_tuple_percent float8, free_space int8, free_percent float8} | pgstattuple_approx: regclass>{table_len int8, scanned_percent float8, approx_tuple_count int8, approx_tuple_len int8, approx_tuple_percent float8, dead_tuple_count int8, dead_tuple_len int8, dead_tuple_percent float8, approx_free_space int8, approx_free_percent float8}',
  },
  'plpgsql': {
    schema: 'pg_catalog',
    functions: 'plpgsql_validator: oid>void',
  },
  'pltcl': {
    schema: 'pg_catalog',
  },
  'pltclu': {
    schema: 'pg_catalog',
  },
  'postgres_fdw': {
    wrappers: 'postgres_fdw',
    functions: 'postgres_fdw_disconnect: text>bool | postgres_fdw_disconnect_all: >bool | postgres_fdw_get_connections: bool/1>*{server_name text, user_name text, valid bool, used_in_xact bool, closed bool, remote_backend_pid int4} | postgres_fdw_handler: >fdw_handler | postgres_fdw_validator: _text oid>void',
  },
  'refint': {
    functions: 'check_foreign_key: >trigger | check_primary_key: >trigger',
  },
  'seg': {
    types: 'seg U',
    classes: 'gist_seg_ops gist! seg | seg_ops btree! seg',
    operators: '&&: @seg @seg>bool | &<: @seg @seg>bool | &>: @seg @seg>bool | <: @seg @seg>bool | <<: @seg @seg>bool | <=: @seg @seg>bool | <>: @seg @seg>bool | <@: @seg @seg>bool | =: @seg @seg>bool | >: @seg @seg>bool | >=: @seg @seg>bool | >>: @seg @seg>bool | @>: @seg @seg>bool',
    functions: 'seg_center: @seg>float4 | seg_inter: @seg @seg>@seg | seg_lower: @seg>float4 | seg_size: @seg>float4 | seg_union: @seg @seg>@seg | seg_upper: @seg>float4',
  },
  'sslinfo': {
    functions: 'ssl_cipher: >text | ssl_client_cert_present: >bool | ssl_client_dn: >text | ssl_client_dn_field: text>text | ssl_client_serial: >numeric | ssl_extension_info: >*{name text, value text, critical bool} | ssl_is_used: >bool | ssl_issuer_dn: >text | ssl_issuer_field: text>text | ssl_version: >text',
  },
  'tablefunc': {
    functions: 'connectby: text text text text int4>*record; text text text text int4 text>*record; text text text text text int4>*record; text text text text text int4 text>*record | crosstab: text>*record; text int4>*record; text text>*record | crosstab2: text>*@tablefunc_crosstab_2 | crosstab3: text>*@tablefunc_crosstab_3 | crosstab4: text>*@tablefunc_crosstab_4 | normal_rand: int4 float8 float8>*float8',
  },
  'tcn': {
    functions: 'triggered_change_notification: >trigger',
  },
  'tsm_system_rows': {},
  'tsm_system_time': {},
  'unaccent': {
    functions: 'unaccent: regdictionary text>text; text>text',
  },
  'uuid-ossp': {
    functions: 'uuid_generate_v1: >uuid | uuid_generate_v1mc: >uuid | uuid_generate_v3: uuid text>uuid | uuid_generate_v4: >uuid | uuid_generate_v5: uuid text>uuid | uuid_nil: >uuid | uuid_ns_dns: >uuid | uuid_ns_oid: >uuid | uuid_ns_url: >uuid | uuid_ns_x500: >uuid',
  },
  'xml2': {
    functions: 'xml_encode_special_chars: text>text | xml_valid: text>bool | xpath_bool: text text>bool | xpath_list: text text>text; text text text>text | xpath_nodeset: text text>text; text text text>text; text text text text>text | xpath_number: text text>float4 | xpath_string: text text>text | xpath_table: text text text text text>*record | xslt_process: text text>text; text text text>text',
  },
}
