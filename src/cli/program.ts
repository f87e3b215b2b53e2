import { Command, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { PRESETS } from '../config/config.ts'
import { ALEMBIC } from '../migrations/read-project.ts'
import { RUNNERS } from '../migrations/runners.ts'
import { readingAlembic } from './alembic-options.ts'
import { runAllow } from './allow-command.ts'
import { knowing } from './baseline-options.ts'
import { runCheck } from './check-command.ts'
import { runConfig } from './config-command.ts'
import { runExplain } from './explain-command.ts'
import { runInit } from './init-command.ts'
import { LOCKS_FORMATS, runLocks } from './locks-command.ts'
import { judgingNew } from './newness-options.ts'
import { addRule, collect, parseCount, parsePostgres } from './options.ts'
import { addFormat, FORMATS } from './output.ts'
import { runRules } from './rules-command.ts'
import { runSchema, SCHEMA_FORMATS } from './schema-command.ts'
import { runVerify } from './verify-command.ts'

/** The command line: what can be said, and which function is told. */
export function program(): Command {
  const root = new Command('schemalint')
    .description('Tells what a PostgreSQL migration will do before PostgreSQL does it')
    .version(manifest.version)
    .showHelpAfterError('(schemalint --help lists what there is)')
    .exitOverride()
  judging(root.command('check').description('lint migrations; no database, no network'))
    .addOption(new Option('--postgres <major>', 'the version the migrations will run on').argParser(parsePostgres))
    .addOption(baseOption())
    .option('--fix', 'apply the fixes that are safe')
    .option('--fix-dry-run', 'show what --fix would change')
    .action((paths: string[], options) => runCheck(paths, options))
  allowing(root.command('allow').description('write a comment that allows a finding, and why')).action(runAllow)
  verifying(
    judging(
      root
        .command('verify')
        .description('apply migrations to a throw-away PostgreSQL, observe, compare, lint the result'),
    ),
  ).action((paths: string[], options) => runVerify(paths, options))
  describing(
    root.command('schema').description('print the schema that migrations add up to, without a database'),
  ).action((paths: string[], options) => runSchema(paths, options))
  locking(
    root.command('locks').description('what each statement locks, for whom and for how long; no database'),
  ).action((paths: string[], options) => runLocks(paths, options))
  ruleSources(
    root
      .command('explain')
      .argument('<rule>', 'the name of a rule')
      .description('what a rule is about: what, why, instead, a bad and a good example'),
  ).action((rule: string, options) => runExplain(rule, options))
  ruleSources(root.command('rules').description('the table of rules, with preset and severity'))
    .addOption(new Option('--format <format>').choices(['text', 'json', 'markdown']).default('text'))
    .action((options) => runRules(options))
  takingUp(
    root
      .command('init')
      .description('write configuration, baseline, hook and workflow for the layout it finds; never over a file'),
  ).action((options) => runInit(options))
  root
    .command('config')
    .description('what the configuration says, and which file says it')
    .option('--print', 'the default, and the only thing to do with it', true)
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .addOption(configOption())
    .action((options) => runConfig(options))
  return root
}

function judging(command: Command): Command {
  return knowing(judgingNew(readingAlembic(ruleSources(command))))
    .argument('[paths...]', 'files and folders; without any, those of the configuration or of the usual layouts')
    .addOption(runnerOption())
    .addOption(databaseOption())
    .addOption(new Option('--preset <name>', 'which rules judge').choices([...PRESETS]))
    .addOption(
      new Option('--rule <name=severity>', 'error, warning or off for one rule; may be repeated').argParser(addRule),
    )
    .addOption(new Option('--only <name>', 'this rule alone; may be repeated').argParser(collect))
    .addOption(
      new Option(
        '--format <name[=file]>',
        `how to tell: ${FORMATS.join(', ')}; may be repeated. Text by default, with annotations in GitHub Actions`,
      ).argParser(addFormat),
    )
    .option('--output <file>', 'write there instead of to standard output')
    .addOption(
      new Option('--fail-on <severity>', 'what makes the exit code 1')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .addOption(new Option('--max-warnings <number>', 'more than these make the exit code 1').argParser(parseCount))
    .option('--no-color', 'as does NO_COLOR in the environment')
    .option('--quiet', 'only errors, and no progress')
    .option('--verbose', 'explain each finding, not only the first of each rule')
}

function allowing(command: Command): Command {
  return readingAlembic(ruleSources(command))
    .argument('<rule>', 'the name of a rule')
    .argument('<file:line>', 'where it finds something: any line of the statement')
    .argument('<reason>', 'why that is no danger here')
    .option('--until <day>', 'the last day on which it is allowed, as YYYY-MM-DD')
    .addOption(new Option('--preset <name>', 'which rules judge').choices([...PRESETS]))
    .addOption(new Option('--postgres <major>', 'the version the migrations will run on').argParser(parsePostgres))
    .addOption(runnerOption())
    .addOption(databaseOption())
}

function takingUp(command: Command): Command {
  return command
    .addOption(
      new Option('--preset <name>', 'which rules judge; by default as the layout suggests').choices([...PRESETS]),
    )
    .option('--no-baseline', 'leave what is found today to be mended')
    .option('--no-hook', 'write no hook')
    .option('--no-workflow', 'write no workflow')
    .option('--no-execute', 'read Alembic revisions without running them')
    .option('--yes', 'ask nothing')
    .option('--dry-run', 'only show what would be written')
}

function configOption(): Option {
  return new Option('--config <file>', 'the configuration; by default schemalint.config.* or a manifest, here or above')
}

function databaseOption(): Option {
  return new Option('--database <name>', 'one of those that the configuration knows')
}

function runnerOption(): Option {
  const names = [ALEMBIC, ...RUNNERS.map((each) => each.name)]
  return new Option('--runner <name>', 'whose layout and transactions; by default told from the files').choices(names)
}

function locking(command: Command): Command {
  return readingAlembic(command)
    .argument('[paths...]', 'files and folders; without any, those of the configuration or of the usual layouts')
    .addOption(runnerOption())
    .addOption(databaseOption())
    .addOption(new Option('--format <format>').choices([...LOCKS_FORMATS]).default('text'))
    .addOption(baseOption())
    .addOption(new Option('--postgres <major>', 'the version the migrations will run on').argParser(parsePostgres))
    .option('--no-color', 'as does NO_COLOR in the environment')
    .addOption(configOption())
}

function describing(command: Command): Command {
  return readingAlembic(command)
    .argument('[paths...]', 'files and folders; without any, those of the configuration or of the usual layouts')
    .addOption(runnerOption())
    .addOption(databaseOption())
    .addOption(
      new Option('--format <format>', 'DDL, the catalog, or an entity diagram')
        .choices([...SCHEMA_FORMATS])
        .default('sql'),
    )
    .addOption(new Option('--postgres <major>', 'the version the schema is for').argParser(parsePostgres))
    .addOption(baseOption())
    .option('--output <file>', 'write there instead of to standard output')
    .addOption(configOption())
}

function baseOption(): Option {
  return new Option(
    '--base <url or file>',
    'start from a server’s schema, which is only read, or from what pg_dump wrote',
  )
}

function verifying(command: Command): Command {
  return command
    .addOption(baseOption())
    .addOption(
      new Option('--embedded', 'on PGlite, inside this process; the default').conflicts([
        'container',
        'url',
        'local',
        'engine',
      ]),
    )
    .addOption(
      new Option('--container [image]', 'on a container of this image, by default postgres:17').conflicts([
        'url',
        'local',
        'engine',
      ]),
    )
    .addOption(
      new Option('--local', 'on a server of its own, started with programs of this machine').conflicts([
        'url',
        'engine',
      ]),
    )
    .addOption(
      new Option('--engine <major>', 'on a server that npm installed, of version 12 to 18')
        .argParser(parsePostgres)
        .conflicts(['url']),
    )
    .option('--url <url>', 'on this server, in a database that is made for the run and dropped after it')
    .addOption(new Option('--postgres <major>', 'the version that the server must have').argParser(parsePostgres))
    .addOption(
      new Option('--rows <number>', 'put so many rows into every table before each migration').argParser(parseCount),
    )
    .option('--down', 'take each migration up, down and up again, and name what its down half leaves')
    .option('--contend', 'read and write the tables meanwhile, and tell for which statements that waits')
    .option('--keep', 'leave the database, and say how to connect to it')
    .option('--behaviour', 'try whether an UPDATE moves updated_at; the default', true)
    .option('--no-behaviour', 'do not try it')
}

function ruleSources(command: Command): Command {
  return command
    .addOption(new Option('--rules <folder>', 'a folder of rules of your own; may be repeated').argParser(collect))
    .addOption(configOption())
}
