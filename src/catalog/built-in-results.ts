// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program

/** The functions and aggregates of pg_catalog whose every form gives one value of the same type, by that type. */
export const RESULTS: Readonly<Record<string, string>> = {
  'aclitem': `
  makeaclitem
  `,
  'aclitem[]': `
  acldefault
  `,
  'bigint': `
  bit_count count crc32 crc32c currval dense_rank gin_clean_pending_list int2int4_sum lastval nextval pg_database_size
  pg_indexes_size pg_relation_size pg_sequence_last_value pg_size_bytes pg_table_size pg_tablespace_size
  pg_total_relation_size rank regr_count row_number setval txid_current txid_current_if_assigned txid_snapshot_xmax
  txid_snapshot_xmin
  `,
  'boolean': `
  amvalidate bool_and bool_or every has_any_column_privilege has_column_privilege has_database_privilege
  has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege has_largeobject_privilege
  has_parameter_privilege has_schema_privilege has_sequence_privilege has_server_privilege has_table_privilege
  has_tablespace_privilege has_type_privilege is_normalized isclosed isfinite ishorizontal isopen isparallel isperp
  isvertical jsonb_path_exists jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz jsonb_populate_record_valid
  like lower_inc lower_inf notlike overlaps pg_advisory_unlock pg_advisory_unlock_shared pg_cancel_backend
  pg_collation_is_visible pg_column_is_updatable pg_conversion_is_visible pg_function_is_visible pg_has_role
  pg_index_column_has_property pg_index_has_property pg_indexam_has_property pg_input_is_valid pg_is_in_recovery
  pg_is_other_temp_schema pg_is_wal_replay_paused pg_isolation_test_session_is_blocked pg_jit_available
  pg_log_backend_memory_contexts pg_numa_available pg_opclass_is_visible pg_operator_is_visible pg_opfamily_is_visible
  pg_promote pg_relation_is_publishable pg_reload_conf pg_restore_attribute_stats pg_restore_relation_stats
  pg_rotate_logfile pg_table_is_visible pg_terminate_backend pg_try_advisory_lock pg_try_advisory_lock_shared
  pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared pg_ts_config_is_visible pg_ts_dict_is_visible
  pg_ts_parser_is_visible pg_ts_template_is_visible pg_type_is_visible pg_visible_in_snapshot postgresql_fdw_validator
  regexp_like row_security_active satisfies_hash_partition txid_visible_in_snapshot unicode_assigned upper_inc
  upper_inf xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xmlexists xmlvalidate
  xpath_exists
  `,
  'bytea': `
  convert convert_to decode loread pg_read_binary_file set_byte sha224 sha256 sha384 sha512
  `,
  'cidr': `
  network
  `,
  'date': `
  make_date to_date
  `,
  'daterange': `
  daterange daterange_canonical
  `,
  'double precision': `
  acos acosd acosh area asin asind asinh atan atan2 atan2d atand atanh cbrt corr cos cosd cosh cot cotd covar_pop
  covar_samp cume_dist date_part degrees dexp diameter dlog1 dlog10 dround dtrunc erf erfc gamma height lgamma
  percent_rank pg_notification_queue_usage pi radians radius random_normal regr_avgx regr_avgy regr_intercept regr_r2
  regr_slope regr_sxx regr_sxy regr_syy sin sind sinh slope tan tand tanh width
  `,
  'inet': `
  broadcast hostmask inet_client_addr inet_server_addr netmask
  `,
  'int4range': `
  int4range int4range_canonical
  `,
  'int8range': `
  int8range int8range_canonical
  `,
  'integer': `
  array_length array_lower array_ndims array_position array_upper ascii bit_length brin_summarize_new_values
  brin_summarize_range cardinality char_length character_length family get_bit get_byte inet_client_port
  inet_server_port int4inc json_array_length jsonb_array_length lowrite masklen min_scale mxid_age npoints ntile
  num_nonnulls num_nulls numnode octet_length pg_backend_pid pg_char_to_encoding pg_column_size pg_encoding_max_length
  pg_event_trigger_table_rewrite_reason pg_import_system_collations pg_relation_is_updatable pg_trigger_depth position
  regexp_count regexp_instr scale strpos textlen to_regtypemod width_bucket
  `,
  'integer[]': `
  array_positions pg_blocking_pids pg_safe_snapshot_blocking_pids
  `,
  'interval': `
  justify_days justify_hours justify_interval make_interval
  `,
  'json': `
  array_to_json json_agg json_agg_strict json_build_array json_build_object json_object json_object_agg
  json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict json_strip_nulls row_to_json to_json
  `,
  'jsonb': `
  jsonb_agg jsonb_agg_strict jsonb_build_array jsonb_build_object jsonb_insert jsonb_object jsonb_object_agg
  jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict jsonb_path_query_array
  jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_set jsonb_set_lax jsonb_strip_nulls
  to_jsonb
  `,
  'line': `
  line
  `,
  'lseg': `
  diagonal
  `,
  'macaddr8': `
  macaddr8_set7bit
  `,
  'name': `
  current_database current_schema current_user getdatabaseencoding getpgusername nameconcatoid pg_client_encoding
  pg_encoding_to_char session_user
  `,
  'name[]': `
  current_schemas
  `,
  'numeric': `
  div extract factorial int8_sum numeric_div_trunc numeric_exp numeric_inc numeric_ln numeric_log numeric_sqrt
  to_number trim_scale
  `,
  'numrange': `
  numrange
  `,
  'oid': `
  pg_column_toast_chunk_id pg_event_trigger_table_rewrite_oid pg_my_temp_schema pg_nextoid pg_relation_filenode
  `,
  'path': `
  pclose popen
  `,
  'pg_lsn': `
  pg_backup_start pg_create_restore_point pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
  pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_log_standby_snapshot pg_logical_emit_message pg_switch_wal
  `,
  'pg_snapshot': `
  pg_current_snapshot
  `,
  'point': `
  center
  `,
  'real': `
  ts_rank ts_rank_cd
  `,
  'regclass': `
  pg_filenode_relation pg_partition_root to_regclass
  `,
  'regcollation': `
  to_regcollation
  `,
  'regconfig': `
  get_current_ts_config
  `,
  'regnamespace': `
  to_regnamespace
  `,
  'regoper': `
  to_regoper
  `,
  'regoperator': `
  to_regoperator
  `,
  'regproc': `
  to_regproc
  `,
  'regprocedure': `
  to_regprocedure
  `,
  'regrole': `
  to_regrole
  `,
  'regtype': `
  pg_basetype pg_typeof to_regtype
  `,
  'smallint': `
  uuid_extract_version
  `,
  'text': `
  abbrev array_dims array_to_string casefold cash_words chr col_description concat concat_ws convert_from
  current_query current_setting encode format format_type host icu_unicode_version initcap json_typeof jsonb_pretty
  jsonb_typeof left lpad md5 normalize obj_description oidvectortypes pg_collation_actual_version pg_collation_for
  pg_column_compression pg_current_logfile pg_database_collation_actual_version pg_describe_object pg_export_snapshot
  pg_indexam_progress_phasename pg_read_file pg_relation_filepath pg_size_pretty pg_tablespace_location pg_xact_status
  querytree quote_ident quote_literal quote_nullable regexp_replace regexp_substr repeat replace right rpad set_config
  shobj_description similar_escape similar_to_escape split_part system_user timeofday to_ascii to_bin to_char to_hex
  to_oct translate txid_status unicode_version unistr version
  `,
  'text[]': `
  parse_ident pg_settings_get_flags regexp_match regexp_split_to_array string_to_array ts_lexize tsvector_to_array
  `,
  'tid': `
  currtid2
  `,
  'time without time zone': `
  make_time
  `,
  'timestamp with time zone': `
  clock_timestamp date_add date_subtract make_timestamptz now pg_conf_load_time pg_last_xact_replay_timestamp
  pg_postmaster_start_time pg_xact_commit_timestamp statement_timestamp to_timestamp transaction_timestamp
  uuid_extract_timestamp
  `,
  'timestamp without time zone': `
  make_timestamp
  `,
  'tsquery': `
  phraseto_tsquery plainto_tsquery to_tsquery ts_rewrite websearch_to_tsquery
  `,
  'tsrange': `
  tsrange
  `,
  'tstzrange': `
  tstzrange
  `,
  'tsvector': `
  array_to_tsvector json_to_tsvector jsonb_to_tsvector setweight strip to_tsvector ts_delete ts_filter
  `,
  'txid_snapshot': `
  txid_current_snapshot
  `,
  'uuid': `
  gen_random_uuid uuidv4 uuidv7
  `,
  'xid8': `
  pg_current_xact_id pg_current_xact_id_if_assigned pg_snapshot_xmax pg_snapshot_xmin
  `,
  'xml': `
  cursor_to_xml cursor_to_xmlschema database_to_xml database_to_xml_and_xmlschema database_to_xmlschema query_to_xml
  query_to_xml_and_xmlschema query_to_xmlschema schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema
  table_to_xml table_to_xml_and_xmlschema table_to_xmlschema xmlagg xmlcomment xmltext
  `,
  'xml[]': `
  xpath
  `,
}
