import { i as __toESM, n as __esmMin, r as __require, t as __commonJSMin } from "./chunk.js";
import { t as UserError } from "./user-error.js";
import { a as truncateIdentifier, i as quoteIdentifier, n as partsOf, r as qualify, t as IDENTIFIER_BYTES } from "./names.js";
import { $ as partitionsOf$1, A as step, At as withLookups, Bt as withoutEntry, Ct as sequencesOf, D as checkSteps, Dt as triggersCalling, E as keySteps, Et as tablesReferencing, Ft as retarget, It as withoutTexts, J as strongestLock, Lt as mapEntries, Mt as mentionsOf, O as foreignKeySteps, Ot as triggersOf, Pt as renameInObject, Q as descendantsOf, Rt as withEntry, St as policiesOf, T as indexSteps, Tt as tablesNaming, X as whoWaits, Y as tableWithChildren, Z as defaultPartitionOf, _ as partitionSteps, _t as grantsOn, a as fixInSteps, at as exclusive, bt as partitionsOf, c as isAppendOnly, ct as on, d as migrationRule, dt as textOf, et as withChildren, f as ownTables, ft as PUBLIC, g as detachSteps, gt as functionsNamed, h as triggersOn, ht as childrenOf, i as columnOf$1, it as blocksWriters, j as stepAlone, k as notNullSteps, kt as viewsReading, l as judgedTables, m as strongEffects, mt as grantKey, n as baseType, nt as LOCK_MODES, o as grantsOn$1, p as schemaRule, pt as defaultPrivilegeKey, q as relationsBeside, r as blockingEffects, rt as blocksReaders, s as indexesOn, st as mergeEffects, t as actionRule, tt as withPartitions, u as leadsWith, ut as placed, vt as indexesOf, w as columnSteps, wt as tableConstraintExists, xt as partsOfIndex, yt as mentioning, zt as without } from "./rule2.js";
import * as nodeModule from "node:module";
import { createRequire } from "node:module";
import { execFileSync, spawn } from "node:child_process";
import path, { basename, delimiter, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { accessSync, constants, existsSync, readFileSync, readdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import process$1 from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createInterface } from "node:readline";
import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import os from "node:os";
import tty from "node:tty";

//#region node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));

//#endregion
//#region node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
					break;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));

//#endregion
//#region node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));

//#endregion
//#region node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));

//#endregion
//#region node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));

//#endregion
//#region node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path$1 = __require("node:path");
	const fs = __require("node:fs");
	const process$2 = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process$2.stdout.write(str),
				writeErr: (str) => process$2.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process$2.stdout.isTTY ? process$2.stdout.columns : void 0,
				getErrHelpWidth: () => process$2.stderr.isTTY ? process$2.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process$2.stdout.isTTY && process$2.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process$2.stderr.isTTY && process$2.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process$2.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) if (option.negate) val = false;
				else if (option.isBoolean() || option.optional) val = true;
				else val = "";
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				handleOptionValue(val, `error: option '${option.flags}' argument '${val}' is invalid.`, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				handleOptionValue(val, `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process$2.versions?.electron) parseOptions.from = "electron";
				const execArgv = process$2.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process$2.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process$2.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path$1.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path$1.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path$1.resolve(path$1.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path$1.basename(this._scriptPath, path$1.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path$1.extname(executableFile));
			let proc;
			if (process$2.platform !== "win32") if (launchWithNode) {
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process$2.execArgv).concat(args);
				proc = childProcess.spawn(process$2.argv[0], args, { stdio: "inherit" });
			} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process$2.execArgv).concat(args);
				proc = childProcess.spawn(process$2.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process$2.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process$2.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process$2.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process$2.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process$2.env[option.envVar]);
					else this.emit(`optionEnv:${option.name()}`);
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path$1.basename(filename, path$1.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process$2.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process$2.env.NO_COLOR || process$2.env.FORCE_COLOR === "0" || process$2.env.FORCE_COLOR === "false") return false;
		if (process$2.env.FORCE_COLOR || process$2.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));

//#endregion
//#region node_modules/commander/index.js
var require_commander = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));

//#endregion
//#region node_modules/commander/esm.mjs
var import_commander = /* @__PURE__ */ __toESM(require_commander(), 1);
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = import_commander.default;

//#endregion
//#region src/text/printable.ts
/**
* Makes untrusted text safe for a terminal: control characters, escape sequences and the
* marks that reorder text are shown as escapes instead of being obeyed.
*/
function printable(text) {
	return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

//#endregion
//#region package.json
var version = "0.1.0";

//#endregion
//#region src/config/config.ts
/** The presets from small to large. */
const PRESETS = [
	"recommended",
	"service",
	"strict"
];
/** The oldest and newest major version that can be the target. */
const VERSIONS = {
	oldest: 12,
	newest: 18
};

//#endregion
//#region src/migrations/alembic/alembic-folders.ts
/** Folders of Alembic projects in and below a folder: of their configuration, or else of env.py beside revisions. */
function alembicFolders(folder, depth = DEEPEST) {
	if (isAlembicFolder(folder)) return [folder];
	if (depth === 0) return [];
	return readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory() && !NOT_OF_THE_PROJECT.test(each.name)).flatMap((each) => alembicFolders(join(folder, each.name), depth - 1));
}
/** Folders are not looked for deeper than this. */
const DEEPEST = 7;
/** Folders that hold what others wrote, what is built, or what is tried. */
const NOT_OF_THE_PROJECT = /^(?:\..*|node_modules|vendor|venv|dist|build|target|testdata|tests?|fixtures|examples?)$/;
/** Whether a folder holds a configuration of Alembic, or env.py beside revisions. */
function isAlembicFolder(folder) {
	return configIn$1(folder) !== void 0 || isScriptFolder(folder);
}
/** Whether a folder is one that `alembic init` made. */
function isScriptFolder(folder) {
	return existsSync(join(folder, "env.py")) && existsSync(join(folder, "versions"));
}
/** The configuration of Alembic in a folder. */
function configIn$1(folder) {
	return ["alembic.ini", "pyproject.toml"].map((name) => join(folder, name)).find(isConfig);
}
/** Whether a file is a configuration of Alembic. */
function isConfig(path) {
	if (!existsSync(path) || !statSync(path).isFile()) return false;
	if (path.endsWith(".toml")) return /^\[tool\.alembic\]/m.test(readFileSync(path, "utf8"));
	return path.endsWith(".ini") && /^\[alembic\]/m.test(readFileSync(path, "utf8"));
}
/** The sections of alembic.ini that speak of a project of their own, as `alembic --name` reads them, by their script folders. */
function sectionsIn(config) {
	const found = /* @__PURE__ */ new Map();
	if (!config.endsWith(".ini")) return found;
	const folder = dirname(config);
	for (const text of readFileSync(config, "utf8").split(/^(?=\[)/m)) {
		const name = /^\[([^\]]+)\]/.exec(text)?.[1] ?? "DEFAULT";
		const location = scriptLocation(text);
		if (name === "DEFAULT" || location === void 0) continue;
		const script = [folder, dirname(folder)].map((each) => resolve(each, location.replace("%(here)s", folder))).find((each) => existsSync(each));
		if (script !== void 0) found.set(script, name);
	}
	return found;
}
/** What a configuration, or a section of one, gives as script_location. */
function scriptLocation(text) {
	return /^\s*script_location\s*=\s*"?(.*?)"?\s*$/m.exec(text)?.[1];
}

//#endregion
//#region src/migrations/alembic/interpreter.ts
/**
* The interpreters that may be the project's own, the likeliest first: the one that is
* named and no other, else uv's, Poetry's, a virtual environment beside the project, and
* those on the PATH. uv neither installs nor downloads anything here.
*/
function interpretersFor(folder, named) {
	if (named !== void 0) return [{
		command: named,
		args: [],
		name: named
	}];
	const folders = [...foldersAbove(folder)];
	const holds = (file) => folders.some((each) => existsSync(join(each, file)));
	const found = [];
	if (holds("uv.lock") && onPath("uv") !== void 0) found.push({
		command: "uv",
		args: [
			"run",
			"--offline",
			"--no-sync",
			"--quiet",
			"python"
		],
		name: "uv run"
	});
	if (holds("poetry.lock") && onPath("poetry") !== void 0) found.push({
		command: "poetry",
		args: ["run", "python"],
		name: "poetry run"
	});
	for (const each of folders) for (const name of [".venv", "venv"]) {
		const python = VENV_PYTHON.map((inner) => join(each, name, inner)).find((path) => existsSync(path));
		if (python !== void 0) found.push({
			command: python,
			args: [],
			name: python
		});
	}
	const global = ["python3", "python"].flatMap((name) => [...allOnPath(name)]);
	return [...found, ...global.map((command) => ({
		command,
		args: [],
		name: command
	}))];
}
const VENV_PYTHON = ["bin/python", "Scripts/python.exe"];
/** A folder and those above it, up to the top of the repository. */
function* foldersAbove(folder) {
	for (let each = folder;; each = dirname(each)) {
		yield each;
		if (existsSync(join(each, ".git")) || dirname(each) === each) return;
	}
}
function onPath(name) {
	return allOnPath(name).next().value ?? void 0;
}
function* allOnPath(name) {
	const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
	for (const folder of (process.env.PATH ?? "").split(delimiter)) for (const suffix of suffixes) {
		const path = join(folder, name + suffix);
		if (folder !== "" && isExecutable(path)) yield path;
	}
}
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

//#endregion
//#region src/migrations/alembic/find-project.ts
/**
* The Alembic project that paths belong to; undefined where they belong to none, or where
* its revisions do nothing but run files of SQL, which say more themselves.
* @throws UserError where they belong to several.
*/
function findAlembicProject(paths, from) {
	const found = projectsAt(paths, from);
	const project = oneOf(found);
	return project === void 0 || found.length < paths.length || onlyRunsFiles(project) ? void 0 : project;
}
/**
* The Alembic project that paths belong to, or the only one below them.
* @throws UserError where there is none, or there are several.
*/
function findNamedProject(paths, from) {
	const project = oneOf(projectsAt(paths, from)) ?? oneBelow(paths, projectsBelow(paths, from));
	if (project !== void 0) return project;
	throw new UserError("there is no Alembic project here", "name the folder that holds alembic.ini");
}
/**
* The only Alembic project anywhere below paths, which nobody named.
* @throws UserError where there are several.
*/
function findAlembicBelow(paths, from) {
	return oneBelow(paths, projectsBelow(paths, from).filter(({ project }) => !onlyRunsFiles(project)));
}
function projectsAt(paths, from) {
	return paths.flatMap((path) => projectAt(resolve(from, path), path) ?? []);
}
/** What projects found for several paths are together. */
function oneOf(found) {
	const [first] = found;
	if (first === void 0) return void 0;
	const other = found.find((each) => each.config !== first.config || each.section !== first.section);
	if (other !== void 0) {
		const nameOf = ({ config, section }) => section === void 0 ? config : `[${section}] of ${config}`;
		throw new UserError("the paths belong to several Alembic projects", `check ${nameOf(first)} and ${nameOf(other)} apart`);
	}
	const selected = found.every((each) => each.selected !== void 0) ? found.flatMap((each) => each.selected ?? []) : void 0;
	const { selected: _, ...project } = first;
	return selected === void 0 ? project : {
		...project,
		selected
	};
}
function projectsBelow(paths, from) {
	return paths.flatMap((path) => {
		const folder = resolve(from, path);
		return isFolder$2(folder) ? below(folder, path) : [];
	});
}
function below(path, shown) {
	return alembicFolders(path).flatMap((folder) => {
		const there = join(shown, relative(path, folder)).split(sep).join("/");
		const project = projectAt(folder, there);
		return project === void 0 ? [] : [{
			folder,
			shown: there,
			project
		}];
	});
}
function oneBelow(paths, found) {
	if (found.length <= 1) return found[0]?.project;
	throw new UserError(`there are several Alembic projects below ${paths.join(", ")}`, `name one: ${found.map(({ shown }) => shown).join(", ")}; or all, under databases in the configuration`);
}
function projectAt(path, shown) {
	if (!existsSync(path)) return void 0;
	if (!isFolder$2(path)) {
		if (isConfig(path)) return {
			config: path,
			folder: dirname(path),
			reason: `${shown} is its configuration`
		};
		if (!path.endsWith(".py") || !isRevision(path)) return void 0;
		return around(dirname(path), [path], `${shown} is a revision`);
	}
	const config = configIn$1(path);
	if (config !== void 0) return {
		config,
		folder: path,
		reason: `${basename(config)} in ${shown}`
	};
	if (isScriptFolder(path)) return around(path, void 0, `env.py in ${shown}`);
	if (revisionsIn(path).length > 0) return around(path, [path], `revisions in ${shown}`);
	const [inner, ...more] = below(path, shown);
	return inner !== void 0 && dirname(inner.folder) === path && more.length === 0 ? inner.project : void 0;
}
/** The configuration that belongs to a folder inside a project. */
function around(folder, selected, reason) {
	const rest = selected === void 0 ? {} : { selected };
	let script;
	for (const each of foldersAbove(folder)) {
		script ??= existsSync(join(each, "env.py")) ? each : void 0;
		const config = configIn$1(each) ?? configIn$1(join(each, "conf"));
		if (config === void 0) continue;
		const section = sectionsIn(config).get(script ?? "");
		const named = section === void 0 || section === "alembic" ? {} : { section };
		return {
			config,
			folder: dirname(config),
			reason,
			...named,
			...rest
		};
	}
	return script === void 0 ? void 0 : {
		config: script,
		folder: script,
		reason,
		...rest
	};
}
function isFolder$2(path) {
	return existsSync(path) && statSync(path).isDirectory();
}
function isRevision(path) {
	const text = readFileSync(path, "utf8");
	return /^revision\b/m.test(text) && /^down_revision\b/m.test(text);
}
function revisionsIn(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter((name) => name.endsWith(".py") && name !== "env.py").map((name) => join(folder, name)).filter(isRevision);
}
/** Whether every revision names a file of SQL that is kept beside the project. */
function onlyRunsFiles({ config, folder }) {
	const script = resolve(folder, scriptLocation(isFolder$2(config) ? "" : readFileSync(config, "utf8"))?.replace("%(here)s", folder) ?? ".");
	const revisions = revisionsIn(join(script, "versions"));
	return revisions.length > 0 && revisions.every((path) => namesSqlFile(readFileSync(path, "utf8"), script));
}
function namesSqlFile(revision, script) {
	const names = [...revision.matchAll(/["']([\w./-]+\.sql)["']/g)].map((match) => match[1] ?? "");
	const folders = [
		script,
		join(script, "sql"),
		join(script, "versions")
	];
	return names.length > 0 && names.every((name) => folders.some((each) => existsSync(join(each, name))));
}

//#endregion
//#region src/migrations/alembic/notes.ts
/** How many names a line tells before it only counts them. */
const SHOWN$1 = 5;
/** What was replaced, and what does not belong to the graph: a line for each kind. */
function notesOf(answer, shown) {
	const of = (kind) => answer.notes.filter((note) => note.kind === kind);
	const lines = [
		line("modules that are not installed were replaced", of("module").map(named$2)),
		line("modules that break when imported were replaced in part", of("broken").map((note) => `${note.name} (${note.reason ?? "no reason"})`)),
		line("types of replaced modules are rendered by their name", of("type").map(named$2)),
		line("values of replaced modules are not known", of("value").map(named$2)),
		line("files that are not Python were not read", answer.broken.map(({ file, reason }) => `${shown(file)}: ${reason}`))
	];
	const { online } = answer;
	const ran = `${online?.ran} of ${answer.revisions.length} revisions were run by Alembic ${answer.alembic} on a server`;
	if (online !== void 0) lines.push(online.ended === null ? ran : `${ran}, which then ended: ${online.ended}`);
	return lines.filter((each) => each !== void 0);
}
function line(what, names) {
	if (names.length === 0) return void 0;
	const more = names.length > SHOWN$1 ? ` and ${names.length - SHOWN$1} more` : "";
	return `${what}: ${names.slice(0, SHOWN$1).join(", ")}${more}`;
}
function named$2({ name, revisions }) {
	return revisions.length === 0 ? name : `${name} (in ${revisions.length} revision${revisions.length === 1 ? "" : "s"})`;
}

//#endregion
//#region src/migrations/alembic/rendered-script.ts
/**
* The statements of a half as one text of SQL that knows where its parts are written in
* Python. Each statement is a part of its own: an open quote in one does not reach the next.
*/
function renderedScript(path, statements, fileOf) {
	const pieces = [];
	let text = "";
	for (const entry of statements) {
		pieces.push({
			start: text.length,
			end: text.length + entry.sql.length,
			entry
		});
		text += `${entry.sql}\n;\n`;
	}
	const file = {
		path,
		text,
		placeOf: (start, end) => placeIn(pieces, start, end, fileOf, path)
	};
	const parts = pieces.map((piece) => ({
		file,
		start: piece.start,
		end: piece.end
	}));
	return {
		span: {
			file,
			start: 0,
			end: text.length
		},
		parts
	};
}
function placeIn(pieces, start, end, fileOf, path) {
	const piece = pieces.findLast((each) => each.start <= start) ?? pieces[0];
	if (piece === void 0) return {
		file: fileOf(path),
		start: 0,
		end: 0
	};
	const { entry } = piece;
	const range = rangeIn(entry, start - piece.start, Math.min(end, piece.end) - piece.start);
	return {
		file: fileOf(entry.file),
		start: range[0],
		end: range[1]
	};
}
/** Where a range of a statement is written: from what its first character is to what its last one is. */
function rangeIn(entry, start, end) {
	const first = pointIn(entry, start);
	const last = pointIn(entry, Math.max(start, end - 1));
	if (first === void 0 || last === void 0 || last[1] < first[0]) return [entry.start, entry.end];
	return [first[0], last[1]];
}
function pointIn(entry, at) {
	const region = entry.regions.find(([from, to]) => from <= at && at < to);
	if (region === void 0) return void 0;
	const [from, , start, end, isExact] = region;
	return isExact ? [start + at - from, start + at - from + 1] : [start, end];
}

//#endregion
//#region src/migrations/alembic/relay.ts
/** The lines that are no request, once the output has ended; a relay answers the others. Throws what it throws. */
async function relayed(relay, { output, input }) {
	const rest = [];
	input.on("error", () => void 0);
	for await (const line of createInterface({ input: output })) if (relay === void 0 || !line.startsWith("{\"run\": ")) rest.push(line);
	else input.write(`${JSON.stringify(await relay.run(JSON.parse(line).run))}\n`);
	return rest.join("\n");
}

//#endregion
//#region src/migrations/alembic/run-bridge.ts
/** Longer than this many milliseconds the bridge is not waited for. */
const PATIENCE = 18e4;
/** How the bridge says that its interpreter has no Alembic. */
const NO_ALEMBIC = 97;
/**
* Asks the first interpreter that has Alembic. Where none has, the revisions are read
* without running them, and that is told.
* @throws UserError where there is no Python, or the project cannot be read.
*/
async function runBridge(project, options) {
	const { config, folder, section } = project;
	const interpreters = interpretersFor(folder, options.python);
	const request = {
		config,
		environment: options.runsEnvironment,
		...section === void 0 ? {} : { section }
	};
	const tried = [];
	const able = [];
	for (const interpreter of options.executes ? interpreters : []) {
		const outcome = await ask(interpreter, {
			...request,
			mode: "execute",
			...onlineFor(options)
		}, options.relay);
		if (outcome.kind === "answer") return {
			answer: outcome.answer,
			interpreter
		};
		if (outcome.kind === "failed" && options.relay !== void 0) throw new UserError("the revisions could not be run", `${interpreter.name}: ${outcome.reason}`);
		tried.push(`${interpreter.name}: ${outcome.reason}`);
		if (outcome.kind === "no-alembic") able.push(interpreter);
	}
	if (options.executes && options.python !== void 0 && able.length === 0) throw new UserError(`${options.python} cannot be used`, tried.join("; "));
	if (able.length > 0) options.onNote(`no interpreter has Alembic (${tried.join("; ")}): revisions are read without running them`);
	let poorer;
	for (const interpreter of options.executes ? able : interpreters) {
		const outcome = await ask(interpreter, {
			...request,
			mode: "read"
		});
		if (outcome.kind === "answer" && outcome.answer.alembic !== void 0) return {
			answer: outcome.answer,
			interpreter
		};
		if (outcome.kind === "answer") poorer ??= {
			answer: outcome.answer,
			interpreter
		};
		else tried.push(`${interpreter.name}: ${outcome.reason}`);
	}
	if (poorer !== void 0) return poorer;
	throw new UserError("Alembic revisions are Python, and there is no Python that can read them", tried.length === 0 ? "name the project’s interpreter: --python .venv/bin/python" : tried.join("; "));
}
function onlineFor({ relay }) {
	return relay === void 0 ? {} : { online: relay.hasDowns ? "up and down" : "up" };
}
async function ask(interpreter, request, relay) {
	const { code, stdout, stderr } = await runPython(interpreter, [BRIDGE, JSON.stringify(request)], relay);
	if (code === NO_ALEMBIC) return {
		kind: "no-alembic",
		reason: "no Alembic"
	};
	const answer = code === 0 ? parse$2(stdout) : void 0;
	if (answer === void 0) return {
		kind: "failed",
		reason: lastLine(stderr) ?? `it ended with ${code}`
	};
	if ("trouble" in answer) throw new UserError(answer.trouble, answer.hint ?? void 0);
	return {
		kind: "answer",
		answer
	};
}
/** The folder of the bridge, beside the bundle as beside this source. */
const BRIDGE = fileURLToPath(new URL("./schemalint_alembic", import.meta.url));
/** Runs Python with a script; what cannot be started ends like what fails. Throws what the relay throws. */
function runPython({ command, args }, script, relay) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, [...args, ...script], { env: {
			...process.env,
			PYTHONDONTWRITEBYTECODE: "1",
			PYTHONIOENCODING: "utf-8"
		} });
		setTimeout(() => child.kill("SIGKILL"), PATIENCE).unref();
		let stderr = "";
		child.stderr.setEncoding("utf8").on("data", (text) => {
			stderr = (stderr + text).slice(-1e4);
		});
		if (relay === void 0) child.stdin.end();
		const stdout = relayed(relay, {
			output: child.stdout,
			input: child.stdin
		});
		stdout.catch((reason) => {
			child.kill("SIGKILL");
			reject(reason);
		});
		child.on("error", (error) => resolve({
			code: "no start",
			stdout: "",
			stderr: error.message
		}));
		child.on("close", async (code, signal) => resolve({
			code: code ?? signal ?? "nothing",
			stdout: await stdout,
			stderr: signal === "SIGKILL" ? TOO_LONG : stderr
		}));
	});
}
const TOO_LONG = `it was not done after ${PATIENCE / 1e3} seconds`;
function parse$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function lastLine(text) {
	return text.trim().split("\n").at(-1)?.trim() || void 0;
}

//#endregion
//#region src/migrations/alembic/read-alembic.ts
/** Reads an Alembic project through the bridge. Throws UserError where that is impossible. */
async function readAlembic(project, from, options) {
	const { answer, interpreter } = await runBridge(project, options);
	const python = `Python ${answer.python} (${interpreter.name})`;
	options.onNote(answer.mode === "execute" ? `revisions run by ${python} with Alembic ${answer.alembic}, SQLAlchemy ${answer.sqlalchemy}` : `revisions read by ${python}, not run`);
	return historyFrom(answer, project, from);
}
/** The history that an answer tells of. */
function historyFrom(answer, project, from) {
	const files = new FilesOf(answer, from);
	const selected = project.selected === void 0 ? void 0 : selectedIn(answer, project.selected, files);
	if (selected?.size === 0) throw new UserError(`${files.shown(project.config)} knows no revision in ${project.selected?.map((each) => files.shown(each)).join(", ")}`, "name the configuration that they belong to");
	const { settings, online } = answer;
	const model = settings.transactionPerMigration ? "per-migration" : "whole-run";
	return {
		runner: "alembic",
		reason: project.reason,
		transaction: model,
		migrations: answer.revisions.map((entry) => migrationFrom(entry, model, files)),
		passedOver: [],
		...settings.configure === null ? {} : { configured: files.span(settings.configure) },
		notes: [...notesOf(answer, (path) => files.shown(path)), ...sectionsBeside(project, files)],
		...online === void 0 ? {} : { ran: online.ran },
		...selected === void 0 ? {} : { selected }
	};
}
/** The other projects that a configuration tells of. */
function sectionsBeside({ config, section = "alembic" }, files) {
	const told = [...sectionsIn(config)].filter(([, name]) => name !== section).map(([folder, name]) => `[${name}] with ${files.shown(folder)}`);
	return told.length === 0 ? [] : [`of ${files.shown(config)} was not read: ${told.join(", ")}`];
}
/** The texts that the bridge looked at, under paths relative to a folder. */
var FilesOf = class {
	#answer;
	#from;
	#files = /* @__PURE__ */ new Map();
	constructor(answer, from) {
		this.#answer = answer;
		this.#from = from;
	}
	shown(path) {
		return relative(this.#from, path).split(sep).join("/");
	}
	file(path) {
		const known = this.#files.get(path);
		if (known !== void 0) return known;
		const { files, settings } = this.#answer;
		const text = files[path] ?? (settings.configure?.file === path ? settings.configure.text : "");
		const file = {
			path: this.shown(path),
			text
		};
		this.#files.set(path, file);
		return file;
	}
	span({ file, start, end }) {
		return {
			file: this.file(file),
			start,
			end
		};
	}
};
function migrationFrom(entry, model, files) {
	const fileOf = (path) => files.file(path);
	const hasBlock = [entry.up, entry.down].some((half) => half.statements.some((each) => each.block !== void 0));
	const isSpelledOut = model === "per-migration" && hasBlock;
	const script = (half) => renderedScript(files.shown(entry.file), isSpelledOut ? inTransaction(half, entry) : half.statements, fileOf);
	return {
		version: entry.revision,
		up: script(entry.up),
		...entry.down.body === "absent" ? {} : { down: script(entry.down) },
		transaction: isSpelledOut ? "per-statement" : model,
		revision: factsFrom(entry, files)
	};
}
/** Around an autocommit block Alembic ends one transaction and begins another: here the first and last ends are said, too. */
function inTransaction(half, entry) {
	const [start, end] = half.span ?? entry.span;
	const say = (sql) => ({
		sql,
		file: entry.file,
		start,
		end,
		regions: []
	});
	return half.statements.length === 0 ? [] : [
		say("BEGIN"),
		...half.statements,
		say("COMMIT")
	];
}
function factsFrom(entry, files) {
	const at = ([start, end]) => files.span({
		file: entry.file,
		start,
		end
	});
	return {
		place: at(entry.span),
		follows: entry.follows,
		isHead: entry.isHead,
		up: halfFacts(entry.up, entry, files, entry.fault ?? void 0),
		down: halfFacts(entry.down, entry, files),
		imports: entry.imports.map(({ module, models, span }) => ({
			module,
			models,
			place: at(span)
		})),
		comments: entry.comments.map(at)
	};
}
function halfFacts(half, entry, files, fault) {
	const [start, end] = half.span ?? entry.span;
	const place = files.span({
		file: entry.file,
		start,
		end
	});
	const refuses = half === entry.down && (half.body === "refuses" || half.fault?.refuses === true);
	const reason = fault ?? (refuses ? void 0 : half.fault?.message);
	const { file = entry.file, start: from = start, end: to = end } = half.fault ?? {};
	const faultPlace = fault === void 0 ? files.span({
		file,
		start: from,
		end: to
	}) : place;
	return {
		place,
		body: refuses ? "refuses" : half.body,
		...reason === void 0 ? {} : { unread: {
			reason,
			place: faultPlace
		} },
		questions: half.reads.map((read) => ({
			what: read.what,
			place: files.span(read)
		})),
		isAnswered: half.ran === true
	};
}
function selectedIn(answer, selected, files) {
	const isSelected = (path) => selected.some((each) => path === each || path.startsWith(each + sep));
	return new Set(answer.revisions.filter((each) => isSelected(each.file)).map((each) => files.shown(each.file)));
}

//#endregion
//#region src/migrations/find-files.ts
/** Files above this many bytes are not read at all. */
const MAXIMUM_BYTES$1 = 2e7;
/**
* The SQL files at and below the given paths, each once, under paths relative to a folder.
* @throws UserError where a path does not exist or cannot be read.
*/
function findFiles(paths, from) {
	const found = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const absolute = resolve(from, path);
		if (!existsSync(absolute)) throw new UserError(`there is no file or folder ${path}`, "name a migration file, or the folder that holds them");
		for (const file of walk(absolute, /* @__PURE__ */ new Set())) found.set(realpathSync(file), file);
	}
	return [...found.values()].map((file) => readFile(file, relative(from, file).split(sep).join("/")));
}
/** Folders that hold no migrations of the project itself. */
const SKIPPED = new Set([
	"node_modules",
	".git",
	".venv",
	"venv",
	"__pycache__"
]);
/** A folder is entered once however many links lead to it. */
function* walk(path, entered) {
	if (!isFolder$1(path)) {
		if (isFile(path)) yield path;
		return;
	}
	const real = realpathSync(path);
	if (entered.has(real)) return;
	entered.add(real);
	for (const name of listFolder(path)) {
		if (SKIPPED.has(name)) continue;
		const child = join(path, name);
		if (isFolder$1(child)) yield* walk(child, entered);
		else if (name.endsWith(".sql")) yield* walk(child, entered);
	}
}
/** A link that leads nowhere, or to itself, is neither folder nor file. */
function isFolder$1(path) {
	return statsOf(path)?.isDirectory() === true;
}
function isFile(path) {
	return statsOf(path)?.isFile() === true;
}
function statsOf(path) {
	try {
		return statSync(path);
	} catch {
		return;
	}
}
function listFolder(path) {
	try {
		return readdirSync(path).toSorted();
	} catch (error) {
		throw new UserError(`cannot read the folder ${path}`, error instanceof Error ? error.message : void 0);
	}
}
function readFile(path, shown) {
	const { size } = statSync(path);
	if (size > MAXIMUM_BYTES$1) return {
		file: {
			path: shown,
			text: ""
		},
		unreadable: `the file has ${size} bytes; schemalint reads up to ${MAXIMUM_BYTES$1}`
	};
	let bytes;
	try {
		bytes = readFileSync(path);
	} catch (error) {
		throw new UserError(`cannot read ${shown}`, error instanceof Error ? error.message : void 0);
	}
	try {
		return { file: {
			path: shown,
			text: new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(bytes)
		} };
	} catch {
		return {
			file: {
				path: shown,
				text: bytes.toString("latin1")
			},
			unreadable: "the file is not valid UTF-8, which is what PostgreSQL is told to expect"
		};
	}
}

//#endregion
//#region src/migrations/project.ts
/** Looks around files whose paths are relative to a folder. Nothing is read until it is asked for. */
function projectOf(files, named, from) {
	const folders = new Set(files.map(({ file }) => posix.dirname(file.path)));
	for (const path of named) if (isFolder(resolve(from, path))) folders.add(path.replace(/\/+$/, "") || ".");
	return {
		files,
		folders: [...folders].toSorted(),
		list: (folder) => isFolder(resolve(from, folder)) ? readdirSync(resolve(from, folder)).toSorted() : [],
		read: (path) => readSmall(resolve(from, path)),
		above: (folder, name) => findAbove(resolve(from, folder), name)
	};
}
/** No plan or manifest is larger than this many bytes. */
const MAXIMUM_BYTES = 5e6;
function readSmall(path) {
	if (!existsSync(path)) return void 0;
	const stats = statSync(path);
	return stats.isFile() && stats.size <= MAXIMUM_BYTES ? readFileSync(path, "utf8") : void 0;
}
function findAbove(from, name) {
	for (let folder = from;; folder = dirname(folder)) {
		const text = readSmall(join(folder, name));
		if (text !== void 0) return text;
		if (existsSync(join(folder, ".git")) || dirname(folder) === folder) return void 0;
	}
}
function isFolder(path) {
	return existsSync(path) && statSync(path).isDirectory();
}

//#endregion
//#region src/migrations/migration.ts
/** A script that is a whole file. */
function wholeFile(file, unreadable) {
	const span = {
		file,
		start: 0,
		end: file.text.length
	};
	return unreadable === void 0 ? { span } : {
		span,
		unreadable
	};
}

//#endregion
//#region src/migrations/placing.ts
/** Reads a history in which each file is a migration, or one half of it. */
function readPlaced(project, placing) {
	const placed = [];
	const passedOver = [];
	for (const found of project.files) {
		const place = placing.place(found.file.path);
		if (place === void 0) passedOver.push(found.file.path);
		else placed.push({
			...place,
			found
		});
	}
	placed.sort(inOrder);
	const downs = new Map(placed.filter(isDown).map((each) => [pairOf(each), each.found]));
	const ups = new Set(placed.filter((each) => !isDown(each)).map(pairOf));
	const migrations = [];
	for (const each of placed) {
		if (isDown(each) && ups.has(pairOf(each))) continue;
		migrations.push(migrationOf$1(each, isDown(each) ? void 0 : downs.get(pairOf(each)), placing));
	}
	return {
		migrations,
		passedOver
	};
}
function migrationOf$1(placed, down, placing) {
	const { found, version, key } = placed;
	const base = {
		version,
		...key === void 0 ? {} : { key: `${placed.folder}/${key}` }
	};
	const run = placing.run(found, placed);
	const sections = found.unreadable === void 0 ? placing.sections?.(found) : void 0;
	if (sections !== void 0) return {
		...base,
		...run,
		up: sections.up,
		...sections.down === void 0 ? {} : { down: sections.down }
	};
	const up = wholeFile(found.file, found.unreadable);
	return down === void 0 ? {
		...base,
		...run,
		up
	} : {
		...base,
		...run,
		up,
		down: wholeFile(down.file, down.unreadable)
	};
}
/** A place by a file's stem and folder. */
function placeOf$3(path, direction, stem) {
	return {
		direction,
		folder: posix.dirname(path),
		order: numbersOf$1(/^[\d._-]*/.exec(stem)?.[0] ?? ""),
		version: stem
	};
}
/** The place of a `VERSION_name.sql` file, whose version no other file may have. */
function numberedPlace(path, pattern = /^(\d+)_.*\.sql$/) {
	const name = posix.basename(path);
	const number = pattern.exec(name)?.[1];
	if (number === void 0) return void 0;
	const key = BigInt(number).toString();
	return {
		direction: "up",
		folder: posix.dirname(path),
		order: [BigInt(number)],
		version: stemOf(path),
		key
	};
}
/** A file's name without its folder and `.sql`. */
function stemOf(path) {
	return posix.basename(path).replace(/\.sql$/, "");
}
/** The numbers in a version: `1.2_3` is 1, 2, 3. */
function numbersOf$1(version) {
	return (version.match(/\d+/g) ?? []).map((digits) => BigInt(digits));
}
/** Orders files by folder, then by number, then by name. */
function inOrder(a, b) {
	if (a.folder !== b.folder) return a.folder < b.folder ? -1 : 1;
	if (a.order.length === 0 !== (b.order.length === 0)) return a.order.length === 0 ? 1 : -1;
	for (let position = 0; position < Math.max(a.order.length, b.order.length); position++) {
		const left = a.order[position] ?? -1n;
		const right = b.order[position] ?? -1n;
		if (left !== right) return left < right ? -1 : 1;
	}
	return a.version < b.version ? -1 : a.version > b.version ? 1 : 0;
}
function isDown({ direction }) {
	return direction === "down";
}
/** Both halves of a migration have it. */
function pairOf({ folder, version }) {
	return `${folder} ${version}`;
}

//#endregion
//#region src/migrations/runners/atlas.ts
/** Atlas, versioned migrations. */
const atlas = {
	name: "atlas",
	source: "https://atlasgo.io/versioned/apply#transaction-configuration",
	layout: "`VERSION_name.sql` beside atlas.sum, by name",
	transactions: "one for each file; none with `-- atlas:txmode none` and an empty line after it",
	transaction: "per-migration",
	recognize: ({ folders, list }) => folders.some((folder) => list(folder).includes("atlas.sum")) ? "atlas.sum" : void 0,
	read: (project) => readPlaced(project, {
		place: (path) => {
			const version = /^([^_]+)/.exec(stemOf(path))?.[1] ?? "";
			return {
				...placeOf$3(path, "up", stemOf(path)),
				folder: posix.dirname(path),
				order: [0n],
				key: version
			};
		},
		run: ({ file }) => ({ transaction: isWithout(file.text) ? "per-statement" : "per-migration" })
	})
};
/** A directive of the file stands in its first comment, which an empty line ends; else it is the first statement's. */
function isWithout(text) {
	const head = /^(?:--[^\n]*\r?\n)+(?=[ \t]*\r?\n)/.exec(text)?.[0] ?? "";
	return /^--\s*atlas:txmode\s+none\b/m.test(head);
}

//#endregion
//#region src/migrations/runners/flyway.ts
/** Flyway: versioned, undo and repeatable migrations. */
const flyway = {
	name: "flyway",
	source: "https://documentation.red-gate.com/flyway/flyway-concepts/migrations",
	layout: "`V1_2__name.sql`, its undo `U1_2__name.sql`; `R__name.sql` after all versions, by name",
	transactions: "one for each file; none where no statement of it may be in one, or its `.conf` says `executeInTransaction=false`",
	transaction: "per-migration",
	recognize: ({ files, folders, above }) => {
		const count = files.filter(({ file }) => PATTERN$2.test(posix.basename(file.path))).length;
		if (count === 0 || folders.some((folder) => usesRefinery(above, folder))) return void 0;
		return `${count} files are named V…__… or R__…`;
	},
	read: (project) => {
		const transaction = [
			"flyway.conf",
			"flyway.toml",
			"conf/flyway.conf"
		].some((name) => project.folders.some((folder) => /^\s*(?:flyway\.)?group\s*=\s*true/m.test(project.above(folder, name) ?? ""))) ? "whole-run" : "per-migration";
		return {
			...readPlaced(project, {
				place: flywayPlace,
				run: ({ file }) => /^\s*executeInTransaction\s*=\s*false/m.test(project.read(`${file.path}.conf`) ?? "") ? { transaction: "per-statement" } : {
					transaction,
					unwrapped: "nothing-transactional"
				}
			}),
			transaction
		};
	}
};
/** Refinery of Rust: the names of Flyway, but `U` is a migration whose version may come late. */
const refinery = {
	name: "refinery",
	source: "https://docs.rs/refinery",
	layout: "`V1__name.sql` and, out of order, `U1__name.sql`, by the version as a number",
	transactions: "one for each file",
	transaction: "per-migration",
	recognize: ({ files, folders, above }) => {
		return files.some(({ file }) => /^[VU]\d+__.*\.sql$/.test(posix.basename(file.path))) && folders.some((folder) => usesRefinery(above, folder)) ? "Cargo.toml names refinery" : void 0;
	},
	read: (project) => readPlaced(project, {
		place: (path) => {
			const number = /^[VU](\d+)__(.*)\.sql$/.exec(posix.basename(path))?.[1];
			if (number === void 0) return void 0;
			return {
				direction: "up",
				folder: posix.dirname(path),
				order: numbersOf$1(number),
				version: number,
				key: `${BigInt(number)}`
			};
		},
		run: () => ({ transaction: "per-migration" })
	})
};
const PATTERN$2 = /^(?:[VUB]([\d._]+)|R)__(.*)\.sql$/;
/** All locations make one history, whatever folder a file lies in. */
function flywayPlace(path) {
	const name = posix.basename(path);
	const match = PATTERN$2.exec(name);
	if (match === null) return void 0;
	const version = match[1];
	if (version === void 0) return {
		direction: "up",
		folder: "",
		order: [],
		version: name
	};
	const order = numbersOf$1(version);
	if (name.startsWith("B")) return void 0;
	return {
		direction: name.startsWith("U") ? "down" : "up",
		folder: "",
		order,
		version,
		key: order.join(".")
	};
}
function usesRefinery(above, folder) {
	return /^\s*refinery\b/m.test(above(folder, "Cargo.toml") ?? "");
}

//#endregion
//#region src/migrations/runners/golang-migrate.ts
/** golang-migrate. */
const golangMigrate = {
	name: "golang-migrate",
	source: "https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md",
	layout: "`VERSION_title.up.sql` and `.down.sql`, by the version as a number",
	transactions: "a file is sent as one query, which is a transaction where it holds several statements",
	transaction: "per-migration",
	recognize: ({ files, folders, above }) => {
		if (!files.some(({ file }) => PATTERN$1.test(posix.basename(file.path)))) return void 0;
		return folders.some((folder) => above(folder, "go.mod") !== void 0) ? ".up.sql files in a Go module" : void 0;
	},
	read: (project) => readPlaced(project, {
		place: (path) => {
			const match = PATTERN$1.exec(posix.basename(path));
			if (match === null) return void 0;
			const [, number = "", title = "", direction] = match;
			const version = `${number}_${title}`;
			const order = numbersOf$1(number);
			return {
				direction,
				folder: posix.dirname(path),
				order,
				version,
				key: `${order[0]}`
			};
		},
		run: () => ({
			transaction: "per-migration",
			unwrapped: "single-statement"
		})
	})
};
const PATTERN$1 = /^(\d+)_(.*)\.(up|down)\.sql$/;

//#endregion
//#region src/migrations/runners/javascript.ts
/** Prisma Migrate: a folder for each migration. */
const prisma = {
	name: "prisma",
	source: "https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories",
	layout: "`NAME/migration.sql`, by the folders as text",
	transactions: "a file is sent as one query, which is a transaction where it holds several statements",
	transaction: "per-migration",
	recognize: ({ files }) => {
		const count = files.filter(({ file }) => isMigration(file.path)).length;
		return count > 0 ? `${count} files are NAME/migration.sql` : void 0;
	},
	read: (project) => readPlaced(project, {
		place: (path) => {
			if (!isMigration(path)) return void 0;
			const folder = posix.dirname(path);
			const version = posix.basename(folder);
			return {
				direction: "up",
				folder: posix.dirname(folder),
				order: [0n],
				version
			};
		},
		run: () => ({
			transaction: "per-migration",
			unwrapped: "single-statement"
		})
	})
};
/** Drizzle Kit: a journal tells the order. */
const drizzle = {
	name: "drizzle",
	source: "https://orm.drizzle.team/docs/drizzle-kit-migrate",
	layout: "`TAG.sql` with `--> statement-breakpoint`, in the order of meta/_journal.json",
	transactions: "one for all pending migrations",
	transaction: "whole-run",
	recognize: (project) => {
		if (project.folders.some((folder) => journalOf(project, folder) !== void 0)) return "meta/_journal.json";
		return project.files.some(({ file }) => file.text.includes("--> statement-breakpoint")) ? "files say --> statement-breakpoint" : void 0;
	},
	read: (project) => {
		const journals = new Map(project.folders.map((folder) => [folder, journalOf(project, folder)]));
		return readPlaced(project, {
			place: (path) => {
				const tags = journals.get(posix.dirname(path));
				const place = placeOf$3(path, "up", stemOf(path));
				if (tags === void 0) return place;
				const position = tags.indexOf(place.version);
				return position < 0 ? void 0 : {
					...place,
					order: [BigInt(position)]
				};
			},
			run: () => ({ transaction: "whole-run" })
		});
	}
};
/** Supabase CLI. */
const supabase = {
	name: "supabase",
	source: "https://supabase.com/docs/guides/deployment/database-migrations",
	layout: "`VERSION_name.sql`, by name; other names are passed over",
	transactions: "one for each file",
	transaction: "per-migration",
	recognize: ({ folders }) => folders.some((folder) => `/${folder}`.endsWith("/supabase/migrations")) ? "the folder supabase/migrations" : void 0,
	read: (project) => readPlaced(project, {
		place: (path) => {
			const number = /^(\d+)_.*\.sql$/.exec(posix.basename(path))?.[1];
			return number === void 0 ? void 0 : {
				...placeOf$3(path, "up", stemOf(path)),
				order: [0n],
				key: number
			};
		},
		run: () => ({ transaction: "per-migration" })
	})
};
/** graphile-migrate: committed migrations, then the current one. */
const graphileMigrate = {
	name: "graphile-migrate",
	source: "https://github.com/graphile/migrate#readme",
	layout: "`committed/000001-name.sql` by number, then `current.sql` or the files of `current/`",
	transactions: "one for each file; none with `--! no-transaction`",
	transaction: "per-migration",
	recognize: ({ files }) => {
		const count = files.filter(({ file }) => /^--! Previous:/m.test(file.text)).length;
		return count > 0 ? `${count} files say --! Previous:` : void 0;
	},
	read: (project) => readPlaced(project, {
		place: (path) => {
			const [parent, name] = path.split("/").slice(-2);
			const number = parent === "committed" ? /^(\d{6})/.exec(name ?? "")?.[1] : void 0;
			if (number !== void 0) return {
				...placeOf$3(path, "up", stemOf(path)),
				folder: "",
				key: number,
				order: [BigInt(number)]
			};
			if (name === "current.sql" || parent === "current" || parent === void 0) return {
				direction: "up",
				folder: "",
				order: [],
				version: stemOf(path)
			};
		},
		run: ({ file }) => ({ transaction: /^--! no-transaction\b/m.test(file.text) ? "per-statement" : "per-migration" })
	})
};
/** postgres-migrations of npm. */
const postgresMigrations = {
	name: "postgres-migrations",
	source: "https://github.com/thomwright/postgres-migrations#readme",
	layout: "`1_name.sql`, by the number; `VERSION-name.sql` too",
	transactions: "one for each file; with `-- postgres-migrations disable-transaction` it is sent as one query",
	transaction: "per-migration",
	recognize: ({ folders, above }) => folders.some((folder) => /"postgres-migrations"\s*:/.test(above(folder, "package.json") ?? "")) ? "package.json names postgres-migrations" : void 0,
	read: (project) => readPlaced(project, {
		place: (path) => {
			const number = /^(\d+)/.exec(posix.basename(path))?.[1];
			if (number === void 0) return void 0;
			return {
				...placeOf$3(path, "up", stemOf(path)),
				order: [BigInt(number)],
				key: `${BigInt(number)}`
			};
		},
		run: ({ file }) => ({
			transaction: "per-migration",
			...file.text.includes("-- postgres-migrations disable-transaction") ? { unwrapped: "single-statement" } : {}
		})
	})
};
function isMigration(path) {
	return posix.basename(path) === "migration.sql" && posix.dirname(path) !== ".";
}
/** The tags of a folder's journal in order; undefined where there is none that names a file there. */
function journalOf(project, folder) {
	const text = project.read(posix.join(folder, "meta/_journal.json"));
	if (text === void 0) return void 0;
	try {
		const { entries } = JSON.parse(text);
		const tags = (entries ?? []).toSorted((a, b) => a.idx - b.idx).map((entry) => entry.tag);
		const names = project.list(folder);
		return tags.some((tag) => names.includes(`${tag}.sql`)) ? tags : void 0;
	} catch {
		return;
	}
}

//#endregion
//#region src/migrations/runners/liquibase.ts
/** Liquibase, changelogs in formatted SQL. */
const liquibaseSql = {
	name: "liquibase-sql",
	source: "https://docs.liquibase.com/concepts/changelogs/sql-format.html",
	layout: "`--liquibase formatted sql`, then a change set after each `--changeset author:id`; files by name",
	transactions: "one for each change set; none with `runInTransaction:false`",
	transaction: "per-migration",
	recognize: ({ files }) => {
		const count = files.filter(({ file }) => FORMATTED$1.test(file.text)).length;
		return count > 0 ? `${count} files say --liquibase formatted sql` : void 0;
	},
	read: ({ files }) => {
		const placed = files.map((found) => ({
			found,
			place: placeOf$3(found.file.path, "up", stemOf(found.file.path))
		})).toSorted((a, b) => inOrder(a.place, b.place));
		return {
			migrations: placed.flatMap(({ found }) => changeSetsOf(found)),
			passedOver: placed.filter(({ found }) => !FORMATTED$1.test(found.file.text)).map(({ found }) => found.file.path)
		};
	}
};
const FORMATTED$1 = /^\s*--\s*liquibase\s+formatted\s+sql\b/i;
const CHANGE_SET = /^[ \t]*--+[ \t]*changeset[ \t]+(\S+)([^\r\n]*)/gim;
function changeSetsOf({ file, unreadable }) {
	if (!FORMATTED$1.test(file.text)) return [];
	const heads = [...file.text.matchAll(CHANGE_SET)];
	return heads.map((head, position) => {
		const end = heads[position + 1]?.index ?? file.text.length;
		const [, name = "", attributes = ""] = head;
		const isOff = /\brunInTransaction:\s*"?false/i.test(attributes);
		const span = {
			file,
			start: head.index,
			end
		};
		return {
			version: name,
			key: `${file.path} ${name}`,
			up: unreadable === void 0 ? { span } : {
				span,
				unreadable
			},
			...rollbackOf(file, head.index, end),
			transaction: isOff ? "per-statement" : "per-migration"
		};
	});
}
/** The half that undoes stands in comments, each line after `--rollback`; no statement is read from it. */
function rollbackOf(file, start, end) {
	const match = /^[ \t]*--+[ \t]*rollback\b/im.exec(file.text.slice(start, end));
	return match === null ? {} : { down: { span: {
		file,
		start: start + match.index,
		end
	} } };
}

//#endregion
//#region src/migrations/sections.ts
/** Divides a file at its runner's comments; undefined for a file without the first. */
function sectionsOf(file, { up, down }) {
	const upMark = up.exec(file.text);
	if (upMark === null) return void 0;
	const downMark = down.exec(file.text);
	const isDownLast = downMark === null || downMark.index > upMark.index;
	const upEnd = isDownLast ? downMark?.index ?? file.text.length : file.text.length;
	const upScript = { span: {
		file,
		start: upMark.index,
		end: upEnd
	} };
	if (downMark === null) return { up: upScript };
	const downEnd = isDownLast ? file.text.length : upMark.index;
	return {
		up: upScript,
		down: { span: {
			file,
			start: downMark.index,
			end: downEnd
		} }
	};
}

//#endregion
//#region src/migrations/runners/marked.ts
const GOOSE = {
	up: /^\s*--\s*\+goose\s+Up\b/im,
	down: /^\s*--\s*\+goose\s+Down\b/im
};
const DBMATE = {
	up: /^--\s*migrate:up\b/im,
	down: /^--\s*migrate:down\b/im
};
const SQL_MIGRATE = {
	up: /^\s*--\s*\+migrate\s+Up\b/im,
	down: /^\s*--\s*\+migrate\s+Down\b/im
};
/** goose: both halves in one file, divided by comments. */
const goose = {
	name: "goose",
	source: "https://pressly.github.io/goose/documentation/annotations/",
	layout: "`VERSION_name.sql` with `-- +goose Up` and `-- +goose Down`, by the version as a number",
	transactions: "one for each file; none with `-- +goose NO TRANSACTION`",
	transaction: "per-migration",
	...marked("-- +goose Up", GOOSE, ({ file }) => ({ transaction: /^\s*--\s*\+goose\s+NO\s+TRANSACTION\b/im.test(file.text) ? "per-statement" : "per-migration" }))
};
/** dbmate: both halves in one file; a half is sent as one query. */
const dbmate = {
	name: "dbmate",
	source: "https://github.com/amacneil/dbmate#migration-options",
	layout: "`VERSION_name.sql` with `-- migrate:up` and `-- migrate:down`, by name",
	transactions: "one for each file; with `transaction:false` the half is one query, a transaction where it holds several statements",
	transaction: "per-migration",
	...marked("-- migrate:up", DBMATE, ({ file }) => ({
		transaction: "per-migration",
		.../^--\s*migrate:up\b.*\btransaction:\s*false/im.test(file.text) ? { unwrapped: "single-statement" } : {}
	}))
};
/** sql-migrate of rubenv. */
const sqlMigrate = {
	name: "sql-migrate",
	source: "https://github.com/rubenv/sql-migrate#writing-migrations",
	layout: "`NAME.sql` with `-- +migrate Up` and `-- +migrate Down`, by leading number, then by name",
	transactions: "one for each file; none with `notransaction` after `Up`",
	transaction: "per-migration",
	...marked("-- +migrate Up", SQL_MIGRATE, ({ file }) => ({ transaction: /^\s*--\s*\+migrate\s+Up\b.*\bnotransaction\b/im.test(file.text) ? "per-statement" : "per-migration" }))
};
/** node-pg-migrate's SQL files; its default is one transaction for all pending ones. */
const nodePgMigrate = {
	name: "node-pg-migrate",
	source: "https://salsita.github.io/node-pg-migrate/migrations/",
	layout: "`TIMESTAMP_name.sql` with `-- Up Migration` and `-- Down Migration`, by name",
	transactions: "one for all pending migrations",
	transaction: "whole-run",
	...marked("-- Up Migration", {
		up: /^\s*--[\s-]*up\s+migration\b/im,
		down: /^\s*--[\s-]*down\s+migration\b/im
	}, () => ({ transaction: "whole-run" }))
};
/** tern: what stands above a comment is the up half. */
const tern = {
	name: "tern",
	source: "https://github.com/jackc/tern#migrations",
	layout: "`001_name.sql`, the halves divided by `---- create above / drop below ----`, by number",
	transactions: "one for each file; with `---- tern: disable-tx ----` the file is sent as it is",
	transaction: "per-migration",
	...marked("---- create above / drop below ----", {
		up: /^/,
		down: /^---- create above \/ drop below ----/m
	}, ({ file }) => ({
		transaction: "per-migration",
		.../^---- tern: disable-tx ----/m.test(file.text) ? { unwrapped: "single-statement" } : {}
	}))
};
/** The marks of a file, whichever runner's they are: in a folder of which no runner can be told. */
function anySections({ file }) {
	for (const marks of [
		GOOSE,
		DBMATE,
		SQL_MIGRATE
	]) {
		const sections = sectionsOf(file, marks);
		if (sections !== void 0) return sections;
	}
}
function marked(comment, marks, run) {
	const mark = marks.up.source === "^" ? marks.down : marks.up;
	return {
		recognize: ({ files }) => {
			const count = files.filter(({ file }) => mark.test(file.text)).length;
			return count * 2 > files.length ? `${count} of ${files.length} files say ${comment}` : void 0;
		},
		read: (project) => readPlaced(project, {
			place: (path) => isDump(path) ? void 0 : numberedPlace(path) ?? placeOf$3(path, "up", stemOf(path)),
			sections: ({ file }) => sectionsOf(file, marks),
			run
		})
	};
}
/** What runners write to tell the schema that they arrived at. */
function isDump(path) {
	return posix.basename(path) === "schema.sql" || posix.basename(path) === "structure.sql";
}

//#endregion
//#region src/migrations/runners/rust.ts
/** sqlx. */
const sqlx = {
	name: "sqlx",
	source: "https://docs.rs/sqlx/latest/sqlx/macro.migrate.html",
	layout: "`VERSION_name.sql`, or `.up.sql` and `.down.sql`, by the version as a number",
	transactions: "one for each file; one that begins with `-- no-transaction` is sent as one query, a transaction where it holds several statements",
	transaction: "per-migration",
	recognize: ({ files, folders, above }) => {
		if (!files.some(({ file }) => PATTERN.test(posix.basename(file.path)))) return void 0;
		return folders.some((folder) => /^\s*sqlx\b|\bdependencies\.sqlx\b/m.test(above(folder, "Cargo.toml") ?? "")) ? "Cargo.toml names sqlx" : void 0;
	},
	read: (project) => readPlaced(project, {
		place: (path) => {
			const place = numberedPlace(path);
			if (place === void 0) return void 0;
			const half = /^(.*)\.(up|down)$/.exec(place.version);
			return half === null ? place : {
				...place,
				direction: half[2],
				version: half[1] ?? ""
			};
		},
		run: ({ file }) => ({
			transaction: "per-migration",
			...file.text.startsWith("-- no-transaction") ? { unwrapped: "single-statement" } : {}
		})
	})
};
/** Diesel: a folder for each migration. */
const diesel = {
	name: "diesel",
	source: "https://docs.rs/diesel_migrations",
	layout: "`VERSION_name/up.sql` and `down.sql`, by the digits of the version",
	transactions: "one for each folder; with `run_in_transaction = false` in its metadata.toml the file is sent as one query",
	transaction: "per-migration",
	recognize: ({ files }) => {
		const count = files.filter(({ file }) => dieselPlace(file.path) !== void 0).length;
		return count > 0 ? `${count} files are NUMBER_name/up.sql or down.sql` : void 0;
	},
	read: (project) => readPlaced(project, {
		place: dieselPlace,
		run: ({ file }) => {
			const settings = project.read(posix.join(posix.dirname(file.path), "metadata.toml")) ?? "";
			return {
				transaction: "per-migration",
				.../^\s*run_in_transaction\s*=\s*false/m.test(settings) ? { unwrapped: "single-statement" } : {}
			};
		}
	})
};
const PATTERN = /^\d+_.*\.sql$/;
/** To Diesel, 2017-08-31-230457 is the number 20170831230457. */
function dieselPlace(path) {
	const name = posix.basename(path);
	const folder = posix.dirname(path);
	const version = posix.basename(folder);
	if (name !== "up.sql" && name !== "down.sql" || !/\d/.test(version)) return void 0;
	const digits = /^[\d-]*/.exec(version)?.[0].replaceAll("-", "") ?? "";
	return {
		direction: name === "up.sql" ? "up" : "down",
		folder: posix.dirname(folder),
		order: numbersOf$1(digits),
		version,
		...digits === "" ? {} : { key: digits }
	};
}

//#endregion
//#region src/migrations/runners/sqitch.ts
/** Sqitch: a plan names the changes; psql runs each script as it is. */
const sqitch = {
	name: "sqitch",
	source: "https://sqitch.org/docs/manual/sqitchtutorial/",
	layout: "`deploy/NAME.sql`, `revert/NAME.sql`, `verify/NAME.sql`, in the order of sqitch.plan",
	transactions: "those that a script opens itself",
	transaction: "per-statement",
	recognize: (project) => planOf(project) === void 0 ? void 0 : "sqitch.plan",
	read: (project) => {
		const found = planOf(project);
		if (found === void 0) return {
			migrations: [],
			passedOver: project.files.map(({ file }) => file.path)
		};
		const { folder, changes } = found;
		const fileOf = (half, name) => project.files.find(({ file }) => file.path === posix.join(folder, half, `${name}.sql`));
		const migrations = changes.flatMap((change) => {
			const deploy = fileOf("deploy", change);
			return deploy === void 0 ? [] : [migrationOf(change, deploy, fileOf("revert", change))];
		});
		const used = new Set(migrations.flatMap(({ up, down }) => [up.span.file.path, down?.span.file.path]));
		const isVerify = (path) => posix.dirname(path) === posix.join(folder, "verify");
		return {
			migrations,
			passedOver: project.files.map(({ file }) => file.path).filter((path) => !used.has(path) && !isVerify(path))
		};
	}
};
function migrationOf(version, deploy, revert) {
	return {
		version,
		up: wholeFile(deploy.file, deploy.unreadable),
		...revert === void 0 ? {} : { down: wholeFile(revert.file, revert.unreadable) },
		transaction: "per-statement"
	};
}
/** The changes of the plan beside or above the files; one reworked after a tag has the tag in its earlier name. */
function planOf(project) {
	for (const each of project.folders) for (const folder of [each, posix.dirname(each)]) {
		const text = project.read(posix.join(folder, "sqitch.plan"));
		if (text !== void 0) return {
			folder,
			changes: changesIn$1(text)
		};
	}
}
function changesIn$1(plan) {
	const changes = [];
	for (const line of plan.split(/\r?\n/)) {
		const tag = /^\s*@(\S+)/.exec(line)?.[1];
		const name = /^\s*([^\s%#@]\S*)/.exec(line)?.[1];
		if (tag !== void 0) changes.push(`@${tag}`);
		else if (name !== void 0) changes.push(name);
	}
	return changes.flatMap((name, position) => {
		if (name.startsWith("@")) return [];
		const again = changes.indexOf(name, position + 1);
		const tag = changes.slice(position + 1, Math.max(again, 0)).find((each) => each.startsWith("@"));
		return again < 0 || tag === void 0 ? [name] : [`${name}${tag}`];
	});
}

//#endregion
//#region src/migrations/runners/sql.ts
/** A folder of SQL files, run in the order of their names by a program of one's own. */
const sql = {
	name: "sql",
	source: "none: what a plain folder is taken for",
	layout: "`NAME.sql`, or `NAME.up.sql` and `NAME.down.sql`, by leading number, then by name",
	transactions: "one for each file of several statements that begins none itself; none where a comment says `no-transaction` as any runner here spells it",
	transaction: "per-migration",
	recognize: () => "no runner leaves its marks here",
	read: (project) => readPlaced(project, {
		place: (path) => {
			const half = /^(.*)\.(up|down)$/.exec(stemOf(path));
			return half === null ? placeOf$3(path, "up", stemOf(path)) : placeOf$3(path, half[2], half[1] ?? "");
		},
		sections: anySections,
		run: ({ file }) => ({
			transaction: NO_TRANSACTION.test(file.text) ? "per-statement" : "per-migration",
			unwrapped: "own-transaction"
		})
	})
};
const NO_TRANSACTION = /^--+!?\s*(?:\+goose\s+|\S+:\s*|\S+:\w+\s+)?no[- ]transaction\b|^--\s*atlas:txmode\s+none|^--\s*migrate:up\b.*\btransaction:\s*false/im;

//#endregion
//#region src/migrations/runners.ts
/** Every runner of SQL files, the one with the surest marks first: the first that recognizes a project is taken. */
const RUNNERS = [
	sqitch,
	liquibaseSql,
	graphileMigrate,
	prisma,
	diesel,
	drizzle,
	goose,
	dbmate,
	sqlMigrate,
	tern,
	nodePgMigrate,
	atlas,
	supabase,
	refinery,
	flyway,
	sqlx,
	golangMigrate,
	postgresMigrations,
	sql
];

//#endregion
//#region src/migrations/read-history.ts
/**
* Reads the migrations at and below the given paths in the order their runner applies them:
* the runner that is named, or the one whose marks the files bear.
* @throws UserError where a path does not exist or cannot be read, or the runner is not known.
*/
function readHistory(paths, from, named) {
	const files = findFiles(paths, from);
	if (files.length === 0) refuseRevisionsInPython(paths, from);
	const project = projectOf(files, paths, from);
	for (const runner of named === void 0 ? RUNNERS : [runnerNamed(named)]) {
		const reason = named === void 0 ? runner.recognize(project) : "it was named";
		if (reason === void 0) continue;
		const { transaction = runner.transaction, ...reading } = runner.read(project);
		return {
			runner: runner.name,
			reason,
			transaction,
			...reading
		};
	}
	throw new Error("every project is recognized by the last runner");
}
function runnerNamed(name) {
	const found = RUNNERS.find((each) => each.name === name);
	if (found !== void 0) return found;
	throw new UserError(`there is no runner ${name}`, `known: ${RUNNERS.map((each) => each.name).join(", ")}`);
}
/** Revisions in Python are not SQL: to pass over them without a word would look like a clean result. */
function refuseRevisionsInPython(paths, from) {
	for (const path of paths) {
		if (![
			"alembic.ini",
			"versions",
			"alembic/versions",
			"env.py"
		].some((each) => existsSync(resolve(from, path, each)))) continue;
		throw new UserError(`${path} holds Alembic revisions in Python and no SQL`, "--runner alembic reads them");
	}
}

//#endregion
//#region src/migrations/read-project.ts
/** The runner whose migrations are programs in Python. */
const ALEMBIC = "alembic";
/**
* Reads the migrations at and below paths in their runner's order: revisions through the
* Alembic bridge, files of SQL directly. Throws UserError where that is impossible.
*/
async function readProject({ paths, from, runner, alembic }) {
	const options = alembic ?? {
		executes: true,
		runsEnvironment: false,
		onNote: () => void 0
	};
	if (runner === ALEMBIC) return readAlembic(findNamedProject(paths, from), from, options);
	if (runner !== void 0) return readHistory(paths, from, runner);
	const project = findAlembicProject(paths, from);
	if (project !== void 0) return readAlembic(project, from, options);
	const history = readHistory(paths, from);
	const inner = isUnordered(history) ? findAlembicBelow(paths, from) : void 0;
	return inner === void 0 ? history : readAlembic(inner, from, options);
}
/** Files of no runner whose names give no order are hardly migrations. */
function isUnordered({ runner, migrations }) {
	return runner === sql.name && !migrations.some(({ version }) => /^\d/.test(version));
}

//#endregion
//#region src/cli/alembic-options.ts
/** Adds the options for Alembic projects to a command. */
function readingAlembic(command) {
	return command.option("--python <path>", "the interpreter for Alembic revisions; by default the project’s own").option("--no-execute", "read Alembic revisions without running them; name what cannot be read so").addOption(new Option("--alembic-env", "run env.py, too").conflicts(["noExecute"]));
}
/** The options as the bridge takes them; how revisions are read is told on standard error. */
function alembicFrom(flags) {
	return {
		...flags.python === void 0 ? {} : { python: flags.python },
		executes: flags.execute !== false,
		runsEnvironment: flags.alembicEnv === true,
		onNote: (text) => {
			if (flags.quiet !== true) process.stderr.write(`schemalint: ${printable(text)}\n`);
		}
	};
}

//#endregion
//#region src/catalog/empty-catalog.ts
/**
* The catalog of a database that nobody has put anything into. Its schema `public` may be
* used by everyone, and until PostgreSQL 14 everyone may create in it too.
*/
function emptyCatalog(postgres) {
	const grants = (postgres >= 15 ? ["USAGE"] : ["CREATE", "USAGE"]).map((privilege) => ({
		target: "schema",
		on: "public",
		privilege,
		grantee: PUBLIC,
		grantable: false
	}));
	return withLookups({
		schemas: new Map([["public", { name: "public" }]]),
		tables: /* @__PURE__ */ new Map(),
		indexes: /* @__PURE__ */ new Map(),
		sequences: /* @__PURE__ */ new Map(),
		enums: /* @__PURE__ */ new Map(),
		domains: /* @__PURE__ */ new Map(),
		types: /* @__PURE__ */ new Map(),
		views: /* @__PURE__ */ new Map(),
		functions: /* @__PURE__ */ new Map(),
		triggers: /* @__PURE__ */ new Map(),
		policies: /* @__PURE__ */ new Map(),
		extensions: new Map([["plpgsql", { name: "plpgsql" }]]),
		roles: /* @__PURE__ */ new Map(),
		grants: new Map(grants.map((grant) => [grantKey(grant), grant])),
		defaultPrivileges: /* @__PURE__ */ new Map(),
		session: { searchPath: ["public"] }
	});
}

//#endregion
//#region src/catalog/edit-catalog.ts
/** The catalog with a table added or replaced. */
function withTable(catalog, table) {
	return {
		...catalog,
		tables: withEntry(catalog.tables, table.name, table)
	};
}
/** The catalog with one table changed; a table it does not know becomes partly known first. */
function changeTable(catalog, name, change) {
	return withTable(catalog, change(catalog.tables.get(name) ?? partlyKnownTable(name)));
}
/** A table of which nothing is known but that it exists. */
function partlyKnownTable(name) {
	return {
		name,
		kind: "table",
		persistence: "permanent",
		columns: [],
		uniques: [],
		foreignKeys: [],
		checks: [],
		exclusions: [],
		defaultPartition: false,
		inherits: [],
		rowSecurity: false,
		known: "partly"
	};
}
/** The table with one column changed; the table itself where it has no such column. */
function changeColumn(table, name, change) {
	if (!table.columns.some((column) => column.name === name)) return table;
	return {
		...table,
		columns: table.columns.map((column) => column.name === name ? change(column) : column)
	};
}
/** The object without some of its keys: an absent key and an undefined one are not the same here. */
function omit(object, ...keys) {
	const copy = { ...object };
	for (const key of keys) delete copy[key];
	return copy;
}
/** What an object is given when it is made: the owner and comment of the one that it replaces, else the role that SET ROLE chose. */
function ownerAndComment(catalog, earlier) {
	const owner = earlier === void 0 ? catalog.session.role : earlier.owner;
	const comment = earlier?.comment;
	return {
		...owner === void 0 ? {} : { owner },
		...comment === void 0 ? {} : { comment }
	};
}

//#endregion
//#region src/catalog/constraints.ts
/** All constraints of a table with what kind each is of. */
function constraintsOf(table) {
	const { primaryKey, uniques, foreignKeys, checks, exclusions, notNulls } = table;
	return [
		...primaryKey === void 0 ? [] : [{
			kind: "primary key",
			...primaryKey
		}],
		...uniques.map((each) => ({
			kind: "unique",
			...each
		})),
		...foreignKeys.map((each) => ({
			kind: "foreign key",
			...each
		})),
		...checks.map((each) => ({
			kind: "check",
			...each
		})),
		...exclusions.map((each) => ({
			kind: "exclude",
			...each
		})),
		...(notNulls ?? []).map((each) => ({
			kind: "not null",
			...each
		}))
	];
}
/** The table with each constraint as a function makes it, or without it where the function gives undefined. */
function changeConstraints(table, change) {
	const list = (constraints) => constraints.flatMap((each) => {
		const changed = change(each);
		return changed === void 0 ? [] : [changed];
	});
	const { primaryKey, notNulls } = table;
	const key = primaryKey === void 0 ? void 0 : change(primaryKey);
	return {
		...omit(table, "primaryKey"),
		...key === void 0 ? {} : { primaryKey: key },
		uniques: list(table.uniques),
		foreignKeys: list(table.foreignKeys),
		checks: list(table.checks),
		exclusions: list(table.exclusions),
		...notNulls === void 0 ? {} : { notNulls: list(notNulls) }
	};
}
/** A column or constraint that one more parent has. */
function withParent(own) {
	const { local, parents } = own.inherited ?? {
		local: true,
		parents: 0
	};
	return {
		...own,
		inherited: {
			local,
			parents: parents + 1
		}
	};
}
/** The copy of a parent's column or constraint that a child is given: COMMENT ON describes the parent's alone. */
function inheritedCopy(parent) {
	return asInherited(omit(parent, "origin", "comment"));
}
/** A column or constraint that only one parent has, and not the table itself. */
function asInherited(own) {
	return {
		...own,
		inherited: {
			local: false,
			parents: 1
		}
	};
}
/**
* A column or constraint that one parent less has: undefined where nobody is left to have
* it. `keeps` says that the table has it for its own from here on.
*/
function withoutParent(own, keeps) {
	const { local, parents } = own.inherited ?? {
		local: true,
		parents: 1
	};
	const inherited = {
		local: local || keeps,
		parents: parents - 1
	};
	if (inherited.parents > 0) return {
		...own,
		inherited
	};
	return inherited.local ? omit(own, "inherited") : void 0;
}

//#endregion
//#region src/catalog/rename-texts.ts
/** Carries a rename into every text that refers to what is renamed, as the server does. */
function renameTexts(catalog, renaming) {
	const name = renaming.kind === "column" ? renaming.table : renaming.from;
	const inMap = (map) => mapEntries(map, (object, key) => [key, renameInObject(object, renaming)], mentioning(map, name));
	return {
		...catalog,
		tables: inMap(catalog.tables),
		indexes: inMap(catalog.indexes),
		views: inMap(catalog.views),
		functions: inMap(catalog.functions),
		triggers: inMap(catalog.triggers),
		policies: inMap(catalog.policies),
		domains: inMap(catalog.domains),
		types: inMap(catalog.types)
	};
}

//#endregion
//#region src/catalog/fold-objects.ts
/** The key of a trigger or policy, whose names are unique within their table only. */
function onTableKey(table, name) {
	return `${table}.${quoteIdentifier(name)}`;
}
/** Removes an enum, domain, composite or range type; CASCADE takes the columns of that type. */
function dropType(catalog, action) {
	const result = {
		...catalog,
		enums: withoutEntry(catalog.enums, action.type),
		domains: withoutEntry(catalog.domains, action.type),
		types: withoutEntry(catalog.types, action.type)
	};
	if (!action.cascade) return result;
	const isOfType = (type) => type === action.type || type === `${action.type}[]`;
	const tables = mapEntries(result.tables, (table, name) => {
		const columns = table.columns.filter((column) => !isOfType(column.type)).map((column) => defaultNames(column, action.type) ? omit(column, "default") : column);
		return [name, columns.length === table.columns.length && columns.every((each, at) => each === table.columns[at]) ? table : {
			...table,
			columns
		}];
	});
	return {
		...result,
		tables
	};
}
/** Whether the default of a column is made by way of a type, such as one that the column had before. */
function defaultNames({ default: value, generated }, type) {
	return generated === void 0 && value?.sql !== void 0 && mentionsOf(value.sql).includes(type);
}
/** Adds a function, or replaces the one with the same name and arguments. */
function createFunction(catalog, action) {
	const key = functionKey(action.function);
	const made = {
		...action.function,
		...ownerAndComment(catalog, catalog.functions.get(key)),
		origin: action.span
	};
	return {
		...catalog,
		functions: withEntry(catalog.functions, key, made)
	};
}
/** The key of a function: its name and the types of its input arguments. */
function functionKey(each) {
	return `${each.name}(${each.arguments.join(", ")})`;
}
/** Removes a function; CASCADE takes the triggers that call it. */
function dropFunction(catalog, action) {
	const dropped = catalog.functions.get(action.function);
	const functions = withoutEntry(catalog.functions, action.function);
	const grants = without(catalog.grants, (each) => each.target === "function", grantsOn(catalog, action.function));
	const result = {
		...catalog,
		functions,
		grants
	};
	if (!action.cascade || dropped === void 0) return result;
	return {
		...result,
		triggers: without(catalog.triggers, () => true, triggersCalling(catalog, dropped.name))
	};
}
/** Replaces what is known of a function, which may have got another name, schema or owner. */
function alterFunction(catalog, action) {
	const before = catalog.functions.get(action.function);
	if (before === void 0) return catalog;
	const key = functionKey(action.to);
	const functions = withEntry(withoutEntry(catalog.functions, action.function), key, action.to);
	if (before.name === action.to.name) return {
		...catalog,
		functions
	};
	const triggers = mapEntries(catalog.triggers, (trigger, each) => {
		return [each, trigger.function === before.name ? {
			...trigger,
			function: action.to.name
		} : trigger];
	});
	const renamed = {
		...catalog,
		functions,
		triggers
	};
	if (functionsNamed(renamed, before.name).length > 0) return renamed;
	return renameTexts(renamed, {
		kind: "function",
		from: before.name,
		to: action.to.name
	});
}
/** Sets whether one trigger, or all of a table, fire. */
function setTriggerEnabled(catalog, action) {
	const change = (trigger, key) => {
		const isMeant = (action.trigger ?? trigger.name) === trigger.name;
		const { enabled, fires } = action;
		if (!isMeant || trigger.enabled === enabled && trigger.fires === fires) return [key, trigger];
		return [key, {
			...omit(trigger, "fires"),
			enabled,
			...fires === void 0 ? {} : { fires }
		}];
	};
	return {
		...catalog,
		triggers: mapEntries(catalog.triggers, change, triggersOf(catalog, action.table))
	};
}

//#endregion
//#region src/catalog/fold-comments.ts
/** Describes an object, or takes its description away. What the catalog does not know stays unknown. */
function setComment(catalog, on, comment) {
	const describe = (object) => described(object, comment);
	switch (on.object) {
		case "relation": return describeEntry(catalog, [
			"tables",
			"views",
			"indexes",
			"sequences"
		], on.name, describe);
		case "column": return describeColumn(catalog, on.relation, on.name, comment);
		case "constraint": {
			const table = catalog.tables.get(on.table);
			if (table === void 0) return catalog;
			return withTable(catalog, changeConstraints(table, (each) => each.name === on.name ? describe(each) : each));
		}
		case "domainConstraint": return changeEntry(catalog, "domains", on.domain, (domain) => ({
			...domain,
			checks: domain.checks.map((each) => each.name === on.name ? describe(each) : each)
		}));
		case "trigger": return describeEntry(catalog, ["triggers"], onTableKey(on.table, on.name), describe);
		case "policy": return describeEntry(catalog, ["policies"], onTableKey(on.table, on.name), describe);
		case "type": return describeEntry(catalog, [
			"enums",
			"domains",
			"types"
		], on.name, describe);
		case "function": return describeEntry(catalog, ["functions"], on.name, describe);
		case "schema": return describeEntry(catalog, ["schemas"], on.name, describe);
		case "extension": return describeEntry(catalog, ["extensions"], on.name, describe);
	}
}
function described(object, comment) {
	const bare = omit(object, "comment");
	return comment === void 0 ? bare : {
		...bare,
		comment
	};
}
function describeEntry(catalog, kinds, name, describe) {
	const kind = kinds.find((each) => catalog[each].has(name));
	return kind === void 0 ? catalog : changeEntry(catalog, kind, name, describe);
}
function changeEntry(catalog, kind, name, change) {
	const map = catalog[kind];
	const object = map.get(name);
	return object === void 0 ? catalog : {
		...catalog,
		[kind]: withEntry(map, name, change(object))
	};
}
function describeColumn(catalog, relation, name, comment) {
	const table = catalog.tables.get(relation);
	if (table !== void 0) return withTable(catalog, changeColumn(table, name, (column) => described(column, comment)));
	if (catalog.types.has(relation)) return changeEntry(catalog, "types", relation, (type) => type.kind !== "composite" ? type : {
		...type,
		attributes: type.attributes.map((each) => each.name === name ? described(each, comment) : each)
	});
	return changeEntry(catalog, "views", relation, (view) => describedColumn(view, name, comment));
}
function describedColumn(view, name, comment) {
	const others = Object.entries(view.columnComments ?? {}).filter(([column]) => column !== name);
	return withColumnComments(view, comment === void 0 ? others : [...others, [name, comment]]);
}
/** A view with the descriptions of its columns, in the order of their names. */
function withColumnComments(view, comments) {
	const bare = omit(view, "columnComments");
	if (comments.length === 0) return bare;
	return {
		...bare,
		columnComments: Object.fromEntries(comments.toSorted(([a], [b]) => a < b ? -1 : 1))
	};
}

//#endregion
//#region src/catalog/fold-drop.ts
/** Removes a table with everything that cannot be without it, and foreign keys that reference it; CASCADE takes views too. */
function dropTable(catalog, name, cascade = false) {
	if (cascade) return dropTable(dropReaders(catalog, name), name);
	let result = {
		...catalog,
		tables: withoutEntry(catalog.tables, name)
	};
	for (const child of childrenOf(catalog, name)) result = dropTable(result, child.name);
	const dropKeys = (table, key) => {
		return [key, {
			...table,
			foreignKeys: table.foreignKeys.filter((foreignKey) => foreignKey.references !== name)
		}];
	};
	const all = () => true;
	return {
		...result,
		tables: mapEntries(result.tables, dropKeys, tablesReferencing(result, name)),
		indexes: without(result.indexes, all, indexesOf(result, name)),
		triggers: without(result.triggers, (trigger) => trigger.table === name, triggersOf(result, name)),
		policies: without(result.policies, all, policiesOf(result, name)),
		sequences: without(result.sequences, all, sequencesOf(result, name)),
		grants: without(result.grants, (grant) => grant.target === "table", grantsOn(result, name))
	};
}
/** Removes a view or materialized view; CASCADE takes those that read it. */
function dropView(catalog, view, cascade) {
	const result = cascade ? dropReaders(catalog, view) : catalog;
	return {
		...result,
		views: withoutEntry(result.views, view),
		grants: without(result.grants, (each) => each.target === "table", grantsOn(result, view)),
		triggers: without(result.triggers, (each) => each.table === view, triggersOf(result, view)),
		indexes: without(result.indexes, () => true, indexesOf(result, view))
	};
}
/** Removes the views that read a relation, or a column of it, and those that read them. */
function dropReaders(catalog, relation, column) {
	let result = catalog;
	for (const [view] of viewsReading(catalog, relation, column)) if (view !== relation && result.views.has(view)) result = dropView(result, view, true);
	return result;
}
/** Removes a schema with all that is in it. */
function dropSchema(catalog, schema) {
	let result = {
		...catalog,
		schemas: withoutEntry(catalog.schemas, schema)
	};
	const isInside = (name) => partsOf(name).schema === schema;
	for (const name of catalog.tables.keys()) if (isInside(name)) result = dropTable(result, name);
	const outside = (map) => without(map, (_, name) => isInside(name));
	return {
		...result,
		sequences: outside(result.sequences),
		enums: outside(result.enums),
		domains: outside(result.domains),
		types: outside(result.types),
		views: outside(result.views),
		functions: outside(result.functions),
		triggers: without(result.triggers, (trigger) => isInside(trigger.function)),
		grants: without(result.grants, (grant) => isInside(grant.on) || grant.target === "schema" && grant.on === schema),
		defaultPrivileges: without(result.defaultPrivileges, (entry) => entry.schema === schema)
	};
}

//#endregion
//#region src/catalog/generated-names.ts
/**
* The name that the server invents for an index, sequence or the index of a constraint
* (`ChooseRelationName` in indexcmds.c): the first free one of `t_c_key`, `t_c_key1` …
*/
function chooseRelationName(catalog, schema, parts, isConstraint) {
	return firstFree(parts, (name) => {
		return relationExists(catalog, qualify(schema, name)) || isConstraint && constraintExists(catalog, schema, name);
	});
}
/** The name that the server invents for a CHECK or FOREIGN KEY (`ChooseConstraintName` in pg_constraint.c). */
function chooseConstraintName(catalog, schema, parts) {
	return firstFree(parts, (name) => constraintExists(catalog, schema, name));
}
/** Joins the column names of an index or foreign key as the server does for a generated name. */
function joinColumnNames(names) {
	let joined = "";
	for (const name of names) {
		joined = joined === "" ? name : `${joined}_${name}`;
		if (Buffer.byteLength(joined) > IDENTIFIER_BYTES) break;
	}
	return truncateIdentifier(joined);
}
/** What the server takes for a key of an index when it invents a name. */
function keyName(key) {
	return "column" in key ? key.column : key.name;
}
/** Names of index keys made distinct as the server does: `expr`, `expr1`. */
function distinctKeyNames(names) {
	const distinct = [];
	for (const name of names) {
		let candidate = name;
		for (let pass = 1; distinct.includes(candidate); pass++) {
			const suffix = String(pass);
			candidate = truncateIdentifier(name, IDENTIFIER_BYTES - suffix.length) + suffix;
		}
		distinct.push(candidate);
	}
	return distinct;
}
/** Whether a table, index, sequence, view or composite type has this name: they share one name space. */
function relationExists(catalog, name) {
	return catalog.tables.has(name) || catalog.indexes.has(name) || catalog.sequences.has(name) || catalog.views.has(name) || catalog.types.get(name)?.kind === "composite";
}
function firstFree(parts, isTaken) {
	for (let pass = 0;; pass++) {
		const name = objectName$1({
			...parts,
			label: pass === 0 ? parts.label : `${parts.label}${pass}`
		});
		if (!isTaken(name)) return name;
	}
}
/** Shortens the longer of table and column until the whole fits (`makeObjectName` in indexcmds.c). */
function objectName$1({ table, column, label }) {
	const available = IDENTIFIER_BYTES - (1 + label.length + (column === void 0 ? 0 : 1));
	let tableBytes = Buffer.byteLength(table);
	let columnBytes = column === void 0 ? 0 : Buffer.byteLength(column);
	while (tableBytes + columnBytes > available) if (tableBytes > columnBytes) tableBytes--;
	else columnBytes--;
	const parts = [truncateIdentifier(table, tableBytes)];
	if (column !== void 0) parts.push(truncateIdentifier(column, columnBytes));
	return [...parts, label].join("_");
}
function constraintExists(catalog, schema, name) {
	if (tableConstraintExists(catalog, schema, name)) return true;
	const prefix = qualify(schema, "").slice(0, -2);
	for (const domain of catalog.domains.values()) if (domain.name.startsWith(prefix) && domain.checks.some((check) => check.name === name)) return true;
	return false;
}

//#endregion
//#region src/catalog/storage-options.ts
/**
* Sets some options and resets others; what is set goes to the end, as `transformRelOptions` does.
* Those of the TOAST table are kept apart, and come last.
*/
function setOptions(object, options, reset = []) {
	const kept = Object.entries(object.options ?? {}).filter(([name]) => !(name in options) && !reset.includes(name));
	const isOfToast = ([name]) => name.startsWith("toast.");
	const all = [...kept, ...Object.entries(options)];
	const entries = [...all.filter((each) => !isOfToast(each)), ...all.filter(isOfToast)];
	const bare = omit(object, "options");
	return entries.length === 0 ? bare : {
		...bare,
		options: Object.fromEntries(entries)
	};
}
/** `pg_default` is where everything is kept of which nothing is said. */
function withTablespace(object, tablespace) {
	const bare = omit(object, "tablespace");
	return tablespace === "pg_default" ? bare : {
		...bare,
		tablespace
	};
}

//#endregion
//#region src/catalog/fold-indexes.ts
/**
* Adds an index and, on a partitioned table, one to each partition. ON ONLY makes the
* parent's alone, which stays invalid until every partition's index is attached to it.
*/
function createIndex(catalog, definition, how) {
	const { schema, name: table } = partsOf(definition.table);
	const keyNames = distinctKeyNames([...definition.keys.map(keyName), ...definition.included]);
	const column = joinColumnNames(keyNames);
	const name = definition.name ?? chooseRelationName(catalog, schema, {
		table,
		column,
		label: "idx"
	}, false);
	const partitions = partitionsOf(catalog, definition.table);
	const index = {
		...definition,
		keys: definition.keys.map((key, position) => "column" in key ? withoutOwnCollation(catalog, definition.table, key) : {
			...key,
			name: keyNames[position]
		}),
		name: qualify(schema, name),
		constraint: false,
		...how.parent === void 0 ? {} : { partitionOf: how.parent },
		valid: !(how.onOnly && partitions.length > 0),
		...how.span === void 0 ? {} : { origin: how.span }
	};
	let result = withIndex(catalog, index);
	if (how.onOnly) return result;
	for (const partition of partitions) {
		const own = findSameIndex(result, index, partition.name, true);
		result = own === void 0 ? givePartition(result, index, partition.name) : hangOn(result, index, own);
	}
	return partsOfIndex(result, index.name).every(([, part]) => part.valid) ? result : withIndex(result, {
		...index,
		valid: false
	});
}
/** The catalog with an index added or replaced. */
function withIndex(catalog, index) {
	return {
		...catalog,
		indexes: withEntry(catalog.indexes, index.name, index)
	};
}
/** Gives a partition the like of an index of its parent; one that it has already is attached instead. */
function givePartition(catalog, index, partition) {
	const own = findSameIndex(catalog, index, partition);
	if (own !== void 0) return hangOn(catalog, index, own);
	return createIndex(catalog, indexCopy(index, partition), {
		onOnly: false,
		parent: index.name
	});
}
/** A partition's index that can be attached to one of its parent: of the same shape, and not attached yet. */
function findSameIndex(catalog, index, partition, takesInvalid = false) {
	const isSame = (each) => each.partitionOf === void 0 && (each.valid || takesInvalid) && (each.constraint || index.constraint !== true) && hasSameShape(each, index);
	return indexesOf(catalog, partition).find(([, each]) => isSame(each))?.[1];
}
/** Attaches a partition's index to its parent's, and the constraint behind it. */
function hangOn(catalog, parent, part) {
	const result = withIndex(catalog, {
		...part,
		partitionOf: parent.name
	});
	if (!parent.constraint || !part.constraint) return result;
	const name = partsOf(part.name).name;
	return changeTable(result, part.table, (table) => changeConstraints(table, (each) => each.name === name && isKey$1(table, name) ? asInherited(each) : each));
}
/** Removes an index and the ones of partitions that hang on it. */
function dropIndex(catalog, name) {
	const index = catalog.indexes.get(name);
	if (index === void 0) return catalog;
	let result = {
		...catalog,
		indexes: withoutEntry(catalog.indexes, name)
	};
	for (const [part] of partsOfIndex(catalog, name)) result = dropIndex(result, part);
	return forgetMarks(result, index);
}
/** Makes the indexes of a partition that is detached its own again, with the constraints behind them. */
function releaseIndexes(catalog, partition) {
	let result = catalog;
	for (const [, index] of indexesOf(catalog, partition)) {
		if (index.partitionOf === void 0) continue;
		const name = partsOf(index.name).name;
		result = withIndex(result, omit(index, "partitionOf"));
		result = changeTable(result, partition, (table) => changeConstraints(table, (each) => each.name === name && isKey$1(table, name) ? withoutParent(each, true) : each));
	}
	return result;
}
/** Attaches a partition's index to its parent's, which becomes valid with the last one. */
function attachIndex(catalog, parent, part) {
	const index = catalog.indexes.get(parent);
	const own = catalog.indexes.get(part);
	if (index === void 0 || own === void 0 || own.partitionOf === parent) return catalog;
	return validateIndex(hangOn(catalog, index, own), parent);
}
/** Changes an index as ALTER INDEX says. */
function alterIndex(catalog, { index: name, change }) {
	const index = catalog.indexes.get(name);
	if (index === void 0) return catalog;
	switch (change.form) {
		case "setOptions": return withIndex(catalog, setOptions(index, change.options));
		case "resetOptions": return withIndex(catalog, setOptions(index, {}, change.names));
		case "setTablespace": return withIndex(catalog, withTablespace(index, change.tablespace));
		case "setStatistics": {
			const { position, statistics } = change;
			const edit = (key) => {
				const bare = omit(key, "statistics");
				return statistics === void 0 ? bare : {
					...bare,
					statistics
				};
			};
			return withIndex(catalog, {
				...index,
				keys: index.keys.map((key, place) => place + 1 === position ? edit(key) : key)
			});
		}
	}
}
/** An index as the definition of the same on another table. */
function indexCopy(index, table) {
	const { method, keys, included, unique, predicate, nullsNotDistinct, options } = retarget(index, index.table, table);
	return {
		table,
		method,
		keys: keys.map((key) => omit(key, "statistics")),
		included,
		unique,
		...nullsNotDistinct === void 0 ? {} : { nullsNotDistinct },
		...predicate === void 0 ? {} : { predicate },
		...options === void 0 ? {} : { options }
	};
}
/** COLLATE says nothing where it is the column's own. */
function withoutOwnCollation(catalog, table, key) {
	const column = catalog.tables.get(table)?.columns.find((each) => each.name === key.column);
	return key.collation !== void 0 && key.collation === column?.collation ? omit(key, "collation") : key;
}
function isKey$1(table, name) {
	return constraintsOf(table).some((each) => each.name === name && (each.kind === "primary key" || each.kind === "unique" || each.kind === "exclude"));
}
function validateIndex(catalog, name) {
	const index = catalog.indexes.get(name);
	if (index === void 0 || index.valid) return catalog;
	if (partsOfIndex(catalog, name).filter(([, part]) => part.valid).length < partitionsOf(catalog, index.table).length) return catalog;
	const result = withIndex(catalog, {
		...index,
		valid: true
	});
	return index.partitionOf === void 0 ? result : validateIndex(result, index.partitionOf);
}
/** A table whose rows were told apart or ordered by an index is no longer. */
function forgetMarks(catalog, index) {
	const table = catalog.tables.get(index.table);
	if (table === void 0) return catalog;
	const { replicaIdentity, clusteredOn } = table;
	const isIdentity = typeof replicaIdentity === "object" && replicaIdentity.index === index.name;
	if (!isIdentity && clusteredOn !== index.name) return catalog;
	return changeTable(catalog, index.table, (each) => {
		const bare = isIdentity ? omit(each, "replicaIdentity") : each;
		return clusteredOn === index.name ? omit(bare, "clusteredOn") : bare;
	});
}
/** Whether two indexes, of a partition and of its parent, have the same keys and properties. */
function hasSameShape(a, b) {
	const shape = ({ method, keys, included, unique, nullsNotDistinct, predicate }) => JSON.stringify([
		method,
		keys.map(unnamed),
		included,
		unique,
		nullsNotDistinct,
		predicate
	], withoutTexts);
	return shape(a) === shape(b);
}
/** A key without the name that it has in one index only. */
function unnamed(key) {
	return "column" in key ? omit(key, "statistics") : omit(key, "name", "statistics");
}

//#endregion
//#region src/catalog/fold-privileges.ts
/** Adds the privileges of GRANT; the owner's own are not listed. */
function grant(catalog, action, postgres) {
	let grants = catalog.grants;
	for (const each of spelledOut(action.privileges, action.on)) {
		if (each.grantee === ownerOf$1(catalog, each.target, each.on) || isImplied(each)) continue;
		if (each.privilege === "MAINTAIN" && postgres < 17) continue;
		const earlier = grants.get(grantKey(each));
		const grantable = action.grantable || earlier?.grantable === true;
		grants = withEntry(grants, grantKey(each), {
			...each,
			grantable,
			origin: action.span
		});
	}
	return {
		...catalog,
		grants
	};
}
/** Takes privileges away; one on a table takes the same on its columns along. */
function revoke(catalog, action) {
	let grants = catalog.grants;
	for (const each of spelledOut(action.privileges, action.on)) {
		const key = grantKey(each);
		const held = grants.get(key);
		if (held !== void 0) grants = action.grantOptionOnly ? withEntry(grants, key, {
			...held,
			grantable: false
		}) : withoutEntry(grants, key);
		if (each.column !== void 0 || action.grantOptionOnly) continue;
		grants = without(grants, (other) => other.column !== void 0 && grantKey({
			...each,
			column: other.column
		}) === grantKey(other));
	}
	return {
		...catalog,
		grants
	};
}
/** Adds what ALTER DEFAULT PRIVILEGES … GRANT gives. */
function grantByDefault(catalog, action, postgres) {
	let defaultPrivileges = catalog.defaultPrivileges;
	for (const entry of defaultsOf(catalog, action.privileges, action)) {
		if (entry.grantee === entry.role || isImplied(entry)) continue;
		if (entry.privilege === "MAINTAIN" && postgres < 17) continue;
		const made = {
			...entry,
			grantable: action.grantable,
			origin: action.span
		};
		defaultPrivileges = withEntry(defaultPrivileges, defaultPrivilegeKey(entry), made);
	}
	return {
		...catalog,
		defaultPrivileges
	};
}
/** Removes what ALTER DEFAULT PRIVILEGES … REVOKE takes. */
function revokeByDefault(catalog, action) {
	let defaultPrivileges = catalog.defaultPrivileges;
	for (const entry of defaultsOf(catalog, action.privileges, action)) defaultPrivileges = withoutEntry(defaultPrivileges, defaultPrivilegeKey(entry));
	return {
		...catalog,
		defaultPrivileges
	};
}
/** Gives a new object the privileges that ALTER DEFAULT PRIVILEGES promised for such objects. */
function applyDefaultPrivileges(catalog, target, on, owner, schema = partsOf(on).schema) {
	let grants = catalog.grants;
	for (const entry of catalog.defaultPrivileges.values()) {
		if (entry.target !== target || entry.role !== owner) continue;
		if (entry.schema !== void 0 && entry.schema !== schema) continue;
		const { privilege, grantee, grantable, origin } = entry;
		const made = {
			target,
			on,
			privilege,
			grantee,
			grantable,
			...origin === void 0 ? {} : { origin }
		};
		grants = withEntry(grants, grantKey(made), made);
	}
	return {
		...catalog,
		grants
	};
}
/** Removes a role and its memberships. */
function dropRole(catalog, role) {
	const roles = mapEntries(withoutEntry(catalog.roles, role), (each, name) => {
		return [name, each.memberOf.includes(role) ? {
			...each,
			memberOf: each.memberOf.filter((one) => one !== role)
		} : each];
	});
	return {
		...catalog,
		roles
	};
}
/** Adds or removes a membership. */
function changeMembership(catalog, role, member, joins) {
	const known = catalog.roles.get(member);
	if (known === void 0) return catalog;
	const others = known.memberOf.filter((each) => each !== role);
	const memberOf = joins ? [...others, role].toSorted() : others;
	return {
		...catalog,
		roles: withEntry(catalog.roles, member, {
			...known,
			memberOf
		})
	};
}
/** Renames a role wherever it owns, holds or gives something. */
function renameRole(catalog, from, to) {
	const named = (role) => role === from ? to : role;
	const owned = (each) => each.owner === from ? {
		...each,
		owner: to
	} : each;
	return {
		...catalog,
		roles: mapEntries(catalog.roles, (role, name) => {
			return [named(name), {
				...role,
				name: named(name),
				memberOf: role.memberOf.map(named).toSorted()
			}];
		}),
		tables: mapEntries(catalog.tables, (table, name) => [name, owned(table)]),
		schemas: mapEntries(catalog.schemas, (schema, name) => [name, owned(schema)]),
		grants: mapEntries(catalog.grants, (each, key) => {
			if (each.grantee !== from) return [key, each];
			const changed = {
				...each,
				grantee: to
			};
			return [grantKey(changed), changed];
		}),
		defaultPrivileges: mapEntries(catalog.defaultPrivileges, (entry, key) => {
			if (entry.grantee !== from && entry.role !== from) return [key, entry];
			const changed = {
				...entry,
				grantee: named(entry.grantee),
				...entry.role === void 0 ? {} : { role: named(entry.role) }
			};
			return [defaultPrivilegeKey(changed), changed];
		})
	};
}
/** Hands a relation or schema to another owner, whose own grants are then no longer listed. */
function setOwner(catalog, action) {
	const owner = action.owner === void 0 ? {} : { owner: action.owner };
	const target = action.target === "schema" ? "schema" : void 0;
	const grants = without(catalog.grants, (each) => {
		return each.on === action.on && each.grantee === action.owner && each.target === "schema" === (target === "schema");
	});
	if (action.target === "schema") {
		const schema = catalog.schemas.get(action.on);
		return {
			...catalog,
			grants,
			schemas: schema ? withEntry(catalog.schemas, action.on, {
				name: action.on,
				...owner
			}) : catalog.schemas
		};
	}
	if (action.target === "function") return {
		...catalog,
		grants,
		functions: owned(catalog.functions, action)
	};
	if (action.target === "type") {
		const { enums, domains, types } = catalog;
		return {
			...catalog,
			grants,
			enums: owned(enums, action),
			domains: owned(domains, action),
			types: owned(types, action)
		};
	}
	if (catalog.views.has(action.on)) return {
		...catalog,
		grants,
		views: owned(catalog.views, action)
	};
	const table = catalog.tables.get(action.on);
	if (table === void 0) return {
		...catalog,
		grants
	};
	const { owner: _, ...rest } = table;
	return {
		...catalog,
		grants,
		tables: withEntry(catalog.tables, action.on, {
			...rest,
			...owner
		})
	};
}
function owned(map, { on, owner }) {
	const known = map.get(on);
	if (known === void 0) return map;
	const { owner: _, ...rest } = known;
	return withEntry(map, on, {
		...rest,
		...owner === void 0 ? {} : { owner }
	});
}
/** What ALL PRIVILEGES stands for; MAINTAIN since PostgreSQL 17. */
const PRIVILEGES = {
	table: [
		"SELECT",
		"INSERT",
		"UPDATE",
		"DELETE",
		"TRUNCATE",
		"REFERENCES",
		"TRIGGER",
		"MAINTAIN"
	],
	sequence: [
		"SELECT",
		"UPDATE",
		"USAGE"
	],
	function: ["EXECUTE"],
	schema: ["CREATE", "USAGE"],
	type: ["USAGE"],
	database: [
		"CREATE",
		"CONNECT",
		"TEMPORARY"
	]
};
function spelledOut(change, objects) {
	const { target } = change;
	const list = change.privileges === "all" ? PRIVILEGES[target].map((privilege) => ({
		privilege,
		columns: []
	})) : change.privileges;
	return objects.flatMap((on) => change.grantees.flatMap((grantee) => list.flatMap(({ privilege, columns }) => {
		const whole = {
			target,
			on,
			privilege,
			grantee
		};
		return columns.length === 0 ? [whole] : columns.map((column) => ({
			...whole,
			column
		}));
	})));
}
function defaultsOf(catalog, change, scope) {
	const sessionRole = catalog.session.role;
	const roles = scope.roles.length === 0 ? [sessionRole] : scope.roles;
	const schemas = scope.schemas.length === 0 ? [void 0] : scope.schemas;
	return roles.flatMap((role) => schemas.flatMap((schema) => spelledOut(change, [""]).map(({ privilege, grantee, target }) => ({
		target,
		privilege,
		grantee,
		...role === void 0 ? {} : { role },
		...schema === void 0 ? {} : { schema }
	}))));
}
/** PostgreSQL gives these to PUBLIC by itself, so the catalog leaves them out. */
function isImplied(grant) {
	if (grant.grantee !== PUBLIC) return false;
	return grant.target === "function" || grant.target === "type" || grant.target === "database" && grant.privilege !== "CREATE";
}
function ownerOf$1(catalog, target, on) {
	if (target === "schema") return catalog.schemas.get(on)?.owner;
	return target === "table" ? catalog.tables.get(on)?.owner : void 0;
}

//#endregion
//#region src/catalog/fold-not-nulls.ts
/**
* Makes a column NOT NULL, in the table's children too. Since PostgreSQL 18 that is a
* constraint with a name; a column that is NOT NULL already keeps the one it has.
*/
function addNotNull(catalog, table, definition, only = false) {
	const known = catalog.tables.get(table);
	const { name: tableName, schema } = partsOf(table);
	const { column, noInherit } = definition;
	const existing = notNullOn(known, column);
	const parts = {
		table: tableName,
		column,
		label: "not_null"
	};
	const name = existing?.name ?? definition.name ?? chooseConstraintName(catalog, schema, parts);
	const made = existing ?? {
		name,
		column,
		validated: definition.notValid !== true,
		...noInherit === void 0 ? {} : { noInherit },
		...definition.span === void 0 ? {} : { origin: definition.span }
	};
	const validated = made.validated || definition.notValid !== true;
	const local = made.inherited === void 0 ? {} : { inherited: {
		...made.inherited,
		local: true
	} };
	let result = putNotNull(catalog, table, {
		...made,
		...local,
		validated
	});
	if (only || noInherit === true || existing?.noInherit === true) return result;
	for (const child of childrenOf(catalog, table)) result = inheritNotNull(result, child.name, {
		...made,
		validated
	}, existing === void 0);
	return result;
}
/** Gives a table what its parent has; `isFurther` where the child does not count that parent yet. */
function inheritNotNull(catalog, table, parent, isFurther) {
	const own = notNullOn(catalog.tables.get(table), parent.column);
	const made = own === void 0 ? inheritedCopy(parent) : isFurther ? withParent(own) : own;
	let result = putNotNull(catalog, table, {
		...made,
		validated: made.validated || parent.validated
	});
	for (const child of childrenOf(catalog, table)) result = inheritNotNull(result, child.name, made, own === void 0);
	return result;
}
/** Makes a column nullable again, in children that have it of nobody else too. */
function dropNotNull(catalog, table, column, only = false) {
	const own = notNullOn(catalog.tables.get(table), column);
	let result = changeTable(catalog, table, (known) => ({
		...changeColumn(known, column, (each) => ({
			...each,
			nullable: true
		})),
		...known.notNulls === void 0 ? {} : { notNulls: known.notNulls.filter((each) => each.column !== column) }
	}));
	if (own?.noInherit === true) return result;
	for (const child of childrenOf(catalog, table)) result = disinheritNotNull(result, child, column, only);
	return result;
}
/** The NOT NULL constraint of a column. */
function notNullOn(table, column) {
	return table?.notNulls?.find((each) => each.column === column);
}
function disinheritNotNull(catalog, child, column, only) {
	if (child.notNulls === void 0) return only ? catalog : dropNotNull(catalog, child.name, column);
	const own = notNullOn(child, column);
	const kept = own && withoutParent(own, only);
	return kept === void 0 ? dropNotNull(catalog, child.name, column) : putNotNull(catalog, child.name, kept);
}
function putNotNull(catalog, table, notNull) {
	return changeTable(catalog, table, (known) => {
		const marked = changeColumn(known, notNull.column, (each) => ({
			...each,
			nullable: false
		}));
		if (known.notNulls === void 0) return marked;
		const others = known.notNulls.filter((each) => each.column !== notNull.column);
		return {
			...marked,
			notNulls: [...others, notNull]
		};
	});
}

//#endregion
//#region src/catalog/fold-keys.ts
/** Adds a primary key, unique or exclusion constraint with its index, to partitions too. */
function addIndexed(catalog, table, definition, how = {}) {
	if (definition.type !== "exclusion" && definition.usingIndex !== void 0) return addUsingIndex(catalog, table, definition, definition.usingIndex);
	const withNotNulls = definition.type === "primaryKey" ? addKeyNotNulls(catalog, table, definition, how) : catalog;
	const { schema } = partsOf(table);
	const name = definition.name ?? chooseName(withNotNulls, table, definition);
	const partitions = partitionsOf(withNotNulls, table);
	const index = {
		...indexOf(definition, table),
		name: qualify(schema, name),
		...how.parent === void 0 ? {} : { partitionOf: how.parent },
		valid: !(how.only === true && partitions.length > 0)
	};
	let result = record(withIndex(withNotNulls, index), table, definition, name, how.parent !== void 0);
	if (how.only === true) return result;
	for (const partition of partitions) result = giveConstraint(result, index, partition.name, definition);
	return result;
}
/** Gives a partition the like of a constraint of its parent; an equal one that it has becomes part of it. */
function giveConstraint(catalog, index, partition, definition) {
	const own = findSameIndex(catalog, index, partition);
	if (own !== void 0) return hangOn(catalog, index, own);
	return addIndexed(catalog, partition, omit(retarget(definition, index.table, partition), "name", "span", "tablespace"), { parent: index.name });
}
/** A constraint of a table as the definition of the same on another one; undefined where no constraint owns the index. */
function definitionOf(table, index) {
	const name = partsOf(index.name).name;
	const { primaryKey, uniques, exclusions } = table;
	const key = primaryKey?.name === name ? primaryKey : uniques.find((each) => each.name === name);
	const { keys, included, method, predicate, options, nullsNotDistinct } = indexCopy(index, table.name);
	const storage = options === void 0 ? {} : { options };
	if (key !== void 0) return {
		...omit(key, "name", "inherited", "origin", "comment"),
		type: key === primaryKey ? "primaryKey" : "unique",
		included,
		...nullsNotDistinct === void 0 ? {} : { nullsNotDistinct },
		...storage
	};
	const exclusion = exclusions.find((each) => each.name === name);
	if (exclusion === void 0) return void 0;
	const where = predicate === void 0 ? {} : { predicate };
	return {
		...omit(exclusion, "name", "inherited", "origin", "comment"),
		type: "exclusion",
		method,
		keys,
		included,
		...where,
		...storage
	};
}
/** The columns of a primary key become NOT NULL before the key is named. */
function addKeyNotNulls(catalog, table, key, how) {
	let result = catalog;
	for (const column of key.columns) {
		const known = result.tables.get(table);
		const isNullable = known?.columns.find((each) => each.name === column)?.nullable !== false;
		const isUnnamed = known?.notNulls !== void 0 && notNullOn(known, column) === void 0;
		if (isNullable || isUnnamed) result = addNotNull(result, table, { column }, how.only);
	}
	return result;
}
function chooseName(catalog, table, definition) {
	const { schema, name } = partsOf(table);
	if (definition.type === "primaryKey") return chooseRelationName(catalog, schema, {
		table: name,
		label: "pkey"
	}, true);
	return chooseRelationName(catalog, schema, {
		table: name,
		column: joinColumnNames(distinctKeyNames([...definition.type === "exclusion" ? definition.keys.map(keyName) : definition.columns, ...definition.included])),
		label: definition.type === "unique" ? "key" : "excl"
	}, true);
}
function indexOf(definition, table) {
	const { options, tablespace, included, span } = definition;
	return {
		table,
		...shapeOf(definition),
		included,
		...options === void 0 ? {} : { options },
		...tablespace === void 0 ? {} : { tablespace },
		constraint: true,
		...span === void 0 ? {} : { origin: span }
	};
}
function shapeOf(definition) {
	if (definition.type === "exclusion") {
		const { method, keys, predicate } = definition;
		const names = distinctKeyNames(keys.map(keyName));
		return {
			method,
			keys: keys.map((key, position) => "column" in key ? key : {
				...key,
				name: names[position]
			}),
			unique: false,
			...predicate === void 0 ? {} : { predicate }
		};
	}
	const { columns, nullsNotDistinct, withoutOverlaps } = definition;
	return {
		method: withoutOverlaps === true ? "gist" : "btree",
		keys: columns.map((column) => ({ column })),
		unique: true,
		...nullsNotDistinct === void 0 ? {} : { nullsNotDistinct }
	};
}
function addUsingIndex(catalog, table, key, indexName) {
	const index = catalog.indexes.get(indexName);
	const { schema, name: oldName } = partsOf(indexName);
	const name = key.name ?? oldName;
	const columns = (index?.keys ?? []).flatMap((part) => "column" in part ? [part.column] : []);
	const definition = {
		...key,
		columns
	};
	const result = record(key.type === "primaryKey" ? addKeyNotNulls(catalog, table, definition, {}) : catalog, table, definition, name, false);
	if (index === void 0) return result;
	const renamed = {
		...index,
		name: qualify(schema, name),
		constraint: true
	};
	return withIndex(renameMarks({
		...result,
		indexes: withoutEntry(result.indexes, indexName)
	}, table, indexName, renamed.name), renamed);
}
function record(catalog, table, definition, name, isInherited) {
	const { span, deferrable } = definition;
	const made = {
		name,
		...definition.type === "exclusion" ? { operators: definition.operators } : keyFacts(definition),
		...deferrable === void 0 ? {} : { deferrable },
		...span === void 0 ? {} : { origin: span }
	};
	const own = isInherited ? asInherited(made) : made;
	return changeTable(catalog, table, (known) => {
		if (definition.type === "exclusion") return {
			...known,
			exclusions: [...known.exclusions, own]
		};
		if (definition.type === "primaryKey") return {
			...known,
			primaryKey: own
		};
		return {
			...known,
			uniques: [...known.uniques, own]
		};
	});
}
function keyFacts({ columns, withoutOverlaps }) {
	return {
		columns,
		...withoutOverlaps === void 0 ? {} : { withoutOverlaps }
	};
}
/** What a table is clustered or replicated by keeps being so under the index's other name. */
function renameMarks(catalog, table, from, to) {
	const { replicaIdentity, clusteredOn } = catalog.tables.get(table) ?? {};
	const isIdentity = typeof replicaIdentity === "object" && replicaIdentity.index === from;
	if (!isIdentity && clusteredOn !== from) return catalog;
	return changeTable(catalog, table, (each) => ({
		...each,
		...isIdentity ? { replicaIdentity: { index: to } } : {},
		...clusteredOn === from ? { clusteredOn: to } : {}
	}));
}

//#endregion
//#region src/catalog/rename-type-uses.ts
/** Carries the rename of a type into the domains, types and functions that are made of it. */
function renameTypeUses(catalog, from, to) {
	if (!(catalog.enums.has(from) || catalog.domains.has(from) || catalog.types.has(from) || catalog.tables.has(from)) && !catalog.views.has(from)) return catalog;
	const renamed = (type) => renameType(type, from, to);
	const functions = [...catalog.functions].filter(([, each]) => each.parameters.some(({ type }) => renamed(type) !== type) || renamed(each.returns) !== each.returns);
	const keys = /* @__PURE__ */ new Map();
	const inFunction = (each, key) => {
		const changed = {
			...each,
			arguments: each.arguments.map(renamed),
			parameters: each.parameters.map((parameter) => ({
				...parameter,
				type: renamed(parameter.type)
			})),
			returns: renamed(each.returns)
		};
		keys.set(key, functionKey(changed));
		return [functionKey(changed), changed];
	};
	const inDomain = (domain, key) => {
		const type = renamed(domain.type);
		return [key, type === domain.type ? domain : {
			...domain,
			type
		}];
	};
	return moveGrants({
		...catalog,
		functions: mapEntries(catalog.functions, inFunction, functions),
		domains: mapEntries(catalog.domains, inDomain),
		types: mapEntries(catalog.types, (type, key) => [key, inType(type, renamed)])
	}, keys);
}
function inType(type, renamed) {
	if (type.kind === "range") {
		const [subtype, multirange] = [renamed(type.subtype), renamed(type.multirange)];
		return subtype === type.subtype && multirange === type.multirange ? type : {
			...type,
			subtype,
			multirange
		};
	}
	if (type.kind !== "composite" || type.attributes.every((each) => renamed(each.type) === each.type)) return type;
	return {
		...type,
		attributes: type.attributes.map((each) => ({
			...each,
			type: renamed(each.type)
		}))
	};
}
function moveGrants(catalog, keys) {
	if (keys.size === 0) return catalog;
	const grants = mapEntries(catalog.grants, (grant, key) => {
		const on = grant.target === "function" ? keys.get(grant.on) ?? grant.on : grant.on;
		if (on === grant.on) return [key, grant];
		return [grantKey({
			...grant,
			on
		}), {
			...grant,
			on
		}];
	});
	return {
		...catalog,
		grants
	};
}
function renameType(type, from, to) {
	const [, set = "", name = "", array = ""] = /^(SETOF )?(.*?)((?:\[\])?)$/.exec(type) ?? [];
	return name === from ? `${set}${to}${array}` : type;
}

//#endregion
//#region src/catalog/fold-rename.ts
/** Gives a relation or type another name or schema, and carries the name wherever the catalog refers to it. */
function renameRelation(catalog, from, to) {
	const moved = partsOf(from).schema === partsOf(to).schema ? catalog : moveDependents(catalog, from, partsOf(to).schema);
	const named = (name) => name === from ? to : name;
	const index = moved.indexes.get(from);
	const used = renameTypeUses(moved, from, to);
	const marked = index === void 0 ? used : renameMarks(used, index.table, from, to);
	return renameTexts({
		...marked,
		...renameObjects(marked, from, to),
		...renameReferences(marked, from, named),
		...renameTable(marked, from, to, named)
	}, {
		kind: "relation",
		from,
		to
	});
}
/** Gives every object of a schema the schema's other name. */
function renameSchema(catalog, from, to) {
	let result = catalog;
	const maps = [
		catalog.tables,
		catalog.indexes,
		catalog.sequences,
		catalog.views,
		catalog.enums,
		catalog.domains,
		catalog.types
	];
	for (const map of maps) for (const name of map.keys()) {
		const parts = partsOf(name);
		if (parts.schema === from) result = renameRelation(result, name, qualify(to, parts.name));
	}
	const prefix = `${qualify(from, "").slice(0, -2)}`;
	const renamed = (key) => partsOf(key).schema === from ? qualify(to, "").slice(0, -2) + key.slice(prefix.length) : key;
	for (const each of catalog.functions.values()) {
		if (partsOf(each.name).schema !== from) continue;
		result = renameTexts(result, {
			kind: "function",
			from: each.name,
			to: renamed(each.name)
		});
	}
	return {
		...result,
		schemas: mapEntries(result.schemas, (schema, name) => name === from ? [to, {
			...schema,
			name: to
		}] : [name, schema]),
		functions: mapEntries(result.functions, (each, key) => [renamed(key), renamed(key) === key ? each : {
			...each,
			name: renamed(each.name)
		}]),
		triggers: mapEntries(result.triggers, (trigger, key) => [key, {
			...trigger,
			function: renamed(trigger.function)
		}]),
		grants: mapEntries(result.grants, (grant, key) => {
			if (grant.target !== "schema" || grant.on !== from) return [key, grant];
			const changed = {
				...grant,
				on: to
			};
			return [grantKey(changed), changed];
		})
	};
}
/** A table takes its indexes and owned sequences along to another schema. */
function moveDependents(catalog, table, schema) {
	let result = catalog;
	const move = (name) => renameRelation(result, name, qualify(schema, partsOf(name).name));
	for (const [index] of indexesOf(catalog, table)) result = move(index);
	for (const [sequence] of sequencesOf(catalog, table)) result = move(sequence);
	return result;
}
function renameObjects(catalog, from, to) {
	const rename = (map) => {
		const known = map.get(from);
		return known === void 0 ? map : withEntry(withoutEntry(map, from), to, {
			...known,
			name: to
		});
	};
	return {
		views: rename(catalog.views),
		enums: rename(catalog.enums),
		domains: rename(catalog.domains),
		types: rename(catalog.types)
	};
}
function renameTable(catalog, from, to, named) {
	const type = (text) => text === from ? to : text === `${from}[]` ? `${to}[]` : text;
	const inTable = (table, name) => {
		const foreignKeys = table.foreignKeys.map((key) => ({
			...key,
			references: named(key.references)
		}));
		const partitionOf = table.partitionOf === void 0 ? {} : { partitionOf: named(table.partitionOf) };
		const columns = table.columns.map((column) => ({
			...column,
			type: type(column.type)
		}));
		const changed = {
			...table,
			columns,
			name: named(name),
			foreignKeys,
			...partitionOf,
			inherits: table.inherits.map(named)
		};
		return [named(name), changed];
	};
	return { tables: mapEntries(catalog.tables, inTable, tablesNaming(catalog, from)) };
}
function renameReferences(catalog, from, named) {
	const inIndex = (index, name) => {
		const partitionOf = index.partitionOf === void 0 ? {} : { partitionOf: named(index.partitionOf) };
		return [named(name), {
			...index,
			name: named(name),
			table: named(index.table),
			...partitionOf
		}];
	};
	const inSequence = (sequence, name) => {
		const { ownedBy } = sequence;
		const owned = ownedBy === void 0 ? {} : { ownedBy: {
			...ownedBy,
			table: named(ownedBy.table)
		} };
		return [named(name), {
			...sequence,
			name: named(name),
			...owned
		}];
	};
	const onTable = (each, key) => {
		const table = named(each.table);
		return table === each.table ? [key, each] : [table + key.slice(each.table.length), {
			...each,
			table
		}];
	};
	const inGrant = (grant) => {
		const changed = {
			...grant,
			on: named(grant.on)
		};
		return [grantKey(changed), changed];
	};
	return {
		indexes: mapEntries(catalog.indexes, inIndex, [
			...own(catalog.indexes, from),
			...indexesOf(catalog, from),
			...partsOfIndex(catalog, from)
		]),
		sequences: mapEntries(catalog.sequences, inSequence, [...own(catalog.sequences, from), ...sequencesOf(catalog, from)]),
		triggers: mapEntries(catalog.triggers, onTable, triggersOf(catalog, from)),
		policies: mapEntries(catalog.policies, onTable, policiesOf(catalog, from)),
		grants: mapEntries(catalog.grants, inGrant, grantsOn(catalog, from))
	};
}
function own(map, name) {
	const value = map.get(name);
	return value === void 0 ? [] : [[name, value]];
}

//#endregion
//#region src/catalog/sequence-options.ts
/** The sequence that options make, or make of one that is there (`init_params` in sequence.c). */
function withOptions(sequence, options, isNew) {
	const before = inFull(sequence);
	const type = options.type ?? sequence.type;
	const increment = options.increment === void 0 ? before.increment : BigInt(options.increment);
	const bounds = defaultBounds(type, increment);
	const [least, greatest] = RANGES[sequence.type];
	const isTypeChanged = options.type !== void 0;
	const keptMinimum = isTypeChanged && before.minimum === least ? RANGES[type][0] : before.minimum;
	const keptMaximum = isTypeChanged && before.maximum === greatest ? RANGES[type][1] : before.maximum;
	const minimum = bound(options.minimum, bounds.minimum, isNew ? bounds.minimum : keptMinimum);
	const maximum = bound(options.maximum, bounds.maximum, isNew ? bounds.maximum : keptMaximum);
	const first = increment > 0n ? minimum : maximum;
	const start = options.start === void 0 ? isNew ? first : before.start : BigInt(options.start);
	const cache = options.cache ?? sequence.cache ?? "1";
	const cycle = options.cycle ?? sequence.cycle ?? false;
	const ownedBy = options.ownedBy === "none" ? void 0 : options.ownedBy ?? sequence.ownedBy;
	return {
		...omit(sequence, "start", "increment", "minimum", "maximum", "cache", "cycle", "ownedBy"),
		type,
		...start === first ? {} : { start: String(start) },
		...increment === 1n ? {} : { increment: String(increment) },
		...minimum === bounds.minimum ? {} : { minimum: String(minimum) },
		...maximum === bounds.maximum ? {} : { maximum: String(maximum) },
		...cache === "1" ? {} : { cache },
		...cycle ? { cycle } : {},
		...ownedBy === void 0 ? {} : { ownedBy }
	};
}
function inFull(sequence) {
	const increment = BigInt(sequence.increment ?? 1);
	const bounds = defaultBounds(sequence.type, increment);
	const minimum = sequence.minimum === void 0 ? bounds.minimum : BigInt(sequence.minimum);
	const maximum = sequence.maximum === void 0 ? bounds.maximum : BigInt(sequence.maximum);
	const first = increment > 0n ? minimum : maximum;
	return {
		increment,
		minimum,
		maximum,
		start: sequence.start === void 0 ? first : BigInt(sequence.start)
	};
}
function bound(written, byDefault, kept) {
	if (written === void 0) return kept;
	return written === "none" ? byDefault : BigInt(written);
}
function defaultBounds(type, increment) {
	const [least, greatest] = RANGES[type];
	return increment > 0n ? {
		minimum: 1n,
		maximum: greatest
	} : {
		minimum: least,
		maximum: -1n
	};
}
const RANGES = {
	smallint: [-(2n ** 15n), 2n ** 15n - 1n],
	integer: [-(2n ** 31n), 2n ** 31n - 1n],
	bigint: [-(2n ** 63n), 2n ** 63n - 1n]
};

//#endregion
//#region src/catalog/fold-sequences.ts
/** Adds a sequence. */
function createSequence(catalog, action) {
	return withSequence(catalog, {
		...withOptions({
			type: "bigint",
			...action.sequence
		}, action.options, true),
		origin: action.span
	});
}
/** Changes a sequence as ALTER SEQUENCE says. */
function alterSequence(catalog, action) {
	const known = catalog.sequences.get(action.sequence);
	if (known === void 0) return catalog;
	return withSequence(catalog, withPersistence(withOptions(known, action.options, false), action.persistence));
}
/** Adds the sequence behind a serial or identity column, as permanent as the table. */
function addOwnedSequence(catalog, table, column, postgres) {
	const options = column.sequence ?? {};
	const sequence = withOptions(bareSequence(catalog, table, column, options, postgres), options, true);
	const ownedBy = {
		table,
		column: column.name
	};
	return withSequence(catalog, {
		...sequence,
		ownedBy,
		...column.span === void 0 ? {} : { origin: column.span }
	});
}
/** Changes the sequences of a column. */
function changeOwnedSequences(catalog, table, column, change) {
	const own = sequencesOf(catalog, table).filter(([, sequence]) => sequence.ownedBy?.column === column);
	return {
		...catalog,
		sequences: mapEntries(catalog.sequences, (each, name) => [name, change(each)], own)
	};
}
/** Removes the sequences that belong to a column. */
function dropSequencesOwnedBy(catalog, table, column) {
	const sequences = without(catalog.sequences, ({ ownedBy }) => ownedBy?.column === column, sequencesOf(catalog, table));
	return {
		...catalog,
		sequences
	};
}
/** The sequence with another persistence, where one is said. */
function withPersistence(sequence, persistence) {
	if (persistence === void 0) return sequence;
	const bare = omit(sequence, "persistence");
	return persistence === "permanent" ? bare : {
		...bare,
		persistence
	};
}
function bareSequence(catalog, table, column, options, postgres) {
	const { schema, name } = partsOf(table);
	const parts = {
		table: name,
		column: column.name,
		label: "seq"
	};
	const type = column.type === "smallint" || column.type === "integer" ? column.type : "bigint";
	const tablePersistence = catalog.tables.get(table)?.persistence;
	const followed = tablePersistence === "unlogged" && postgres < 15 ? void 0 : tablePersistence;
	return withPersistence({
		name: options.name ?? qualify(schema, chooseRelationName(catalog, schema, parts, false)),
		type
	}, options.persistence ?? followed);
}
function withSequence(catalog, sequence) {
	return {
		...catalog,
		sequences: withEntry(catalog.sequences, sequence.name, sequence)
	};
}

//#endregion
//#region src/catalog/literal-defaults.ts
/**
* The default of a column whose type changes. A string or NULL without a type of its own got
* that of the column when it was given, and keeps it: `'1970-01-01'` of a column that becomes
* timestamptz is still a timestamp.
*/
function defaultOfType(catalog, column) {
	const { default: value } = column;
	if (value?.sql === void 0 || column.generated !== void 0 || !isUntyped(value.sql)) return column;
	const sql = {
		...value.sql,
		pieces: [
			...value.sql.pieces,
			"::",
			...typePieces(catalog, column.type)
		]
	};
	return {
		...column,
		default: {
			...value,
			sql
		}
	};
}
/** Carries the other name of an enum's label into the defaults that are that label. */
function renameLabelInDefaults(catalog, type, from, to) {
	const inDefault = (value) => {
		const [first, ...rest] = value.sql?.pieces ?? [];
		const literal = typeof first === "string" ? LITERAL.exec(first) : null;
		if (value.sql === void 0 || literal === null || literalValue(literal[1]) !== from) return value;
		const renamed = `'${to.replaceAll("'", "''")}'${literal[2] ?? ""}`;
		return {
			...value,
			sql: {
				...value.sql,
				pieces: [renamed, ...rest]
			}
		};
	};
	const tables = mapEntries(catalog.tables, (table, name) => {
		if (!table.columns.some((column) => column.type === type && column.default !== void 0)) return [name, table];
		const columns = table.columns.map((column) => column.type === type && column.default !== void 0 ? {
			...column,
			default: inDefault(column.default)
		} : column);
		return [name, {
			...table,
			columns
		}];
	});
	return {
		...catalog,
		tables
	};
}
function isUntyped({ pieces }) {
	const [only] = pieces;
	if (pieces.length !== 1 || typeof only !== "string") return false;
	return LITERAL.exec(only)?.[2] === "" || /^null$/i.test(only.trim());
}
/** Without modifiers, as the server has it: a length is a conversion of its own, which the other type does away with. */
function typePieces(catalog, type) {
	const [, name = "", array = ""] = /^(.*?)((?:\[\])?)$/.exec(type) ?? [];
	if (catalog.enums.has(name) || catalog.domains.has(name) || catalog.types.has(name)) return [{
		to: "type",
		name
	}, array];
	if (name.startsWith("interval")) return [type];
	const bare = name.replace(/\([^()]*\)/, "");
	return [`${UNLIMITED.get(bare) ?? bare}${array}`];
}
/** Types that have a length of 1 where none is given, under the names that have none. */
const UNLIMITED = new Map([["character", "bpchar"], ["bit", "\"bit\""]]);
/** A string, and what follows it: nothing, or a cast. */
const LITERAL = /^\s*(E?'(?:[^'\\]|''|\\.)*')\s*(|::[\s\S]*)$/i;
function literalValue(literal) {
	return literal.replace(/^E/i, "").slice(1, -1).replaceAll("''", "'");
}

//#endregion
//#region src/catalog/fold-user-types.ts
/** Adds a label to an enum where the statement says: last, or beside another label. */
function addEnumValue(catalog, action) {
	const known = catalog.enums.get(action.enum);
	if (known === void 0 || known.labels.includes(action.label)) return catalog;
	const labels = [...known.labels];
	const beside = action.neighbour === void 0 ? -1 : labels.indexOf(action.neighbour.label);
	const position = beside < 0 ? labels.length : beside + (action.neighbour?.after === true ? 1 : 0);
	labels.splice(position, 0, action.label);
	return {
		...catalog,
		enums: withEntry(catalog.enums, action.enum, {
			...known,
			labels
		})
	};
}
/** Renames a label of an enum. */
function renameEnumValue(catalog, action) {
	const known = catalog.enums.get(action.enum);
	if (known === void 0) return catalog;
	const labels = known.labels.map((label) => label === action.from ? action.to : label);
	return renameLabelInDefaults({
		...catalog,
		enums: withEntry(catalog.enums, action.enum, {
			...known,
			labels
		})
	}, action.enum, action.from, action.to);
}
/** Adds a domain and names its constraints. */
function createDomain(catalog, action, postgres) {
	const { notNullName, ...domain } = action.domain;
	let result = withDomain(catalog, {
		...domain,
		...ownerAndComment(catalog),
		checks: [],
		origin: action.span
	});
	if (!domain.nullable) result = setNotNull(result, domain.name, notNullName, postgres);
	for (const check of action.checks) result = addDomainCheck(result, action.domain.name, check);
	return result;
}
/** Changes a domain as one form of ALTER DOMAIN says. */
function alterDomain(catalog, name, alteration, postgres) {
	const domain = catalog.domains.get(name);
	if (domain === void 0) return catalog;
	const checks = (change) => withDomain(catalog, {
		...domain,
		checks: sorted$1(change(domain.checks))
	});
	switch (alteration.form) {
		case "addCheck": return addDomainCheck(catalog, name, alteration.check);
		case "dropConstraint":
			if (domain.notNullName === alteration.name) return withDomain(catalog, {
				...omit(domain, "notNullName"),
				nullable: true
			});
			return checks((list) => list.filter((check) => check.name !== alteration.name));
		case "validateConstraint": return checks((list) => list.map((check) => check.name === alteration.name ? {
			...check,
			validated: true
		} : check));
		case "renameConstraint":
			if (domain.notNullName === alteration.from) return withDomain(catalog, {
				...domain,
				notNullName: alteration.to
			});
			return checks((list) => list.map((check) => check.name === alteration.from ? {
				...check,
				name: alteration.to
			} : check));
		case "setNullable":
			if (alteration.nullable) return withDomain(catalog, {
				...omit(domain, "notNullName"),
				nullable: true
			});
			return domain.nullable ? setNotNull(catalog, name, alteration.name, postgres) : catalog;
		case "setDefault": {
			const { default: value } = alteration;
			return withDomain(catalog, {
				...omit(domain, "default"),
				...value === void 0 ? {} : { default: value }
			});
		}
	}
}
/** Changes a composite or base type as one form of ALTER TYPE says. */
function alterType(catalog, name, alteration) {
	const known = catalog.types.get(name);
	if (known === void 0) return catalog;
	if (alteration.form === "setParts") {
		if (known.kind !== "base") return catalog;
		const changed = {
			...known,
			parts: {
				...known.parts,
				...alteration.parts
			}
		};
		return {
			...catalog,
			types: withEntry(catalog.types, name, changed)
		};
	}
	if (known.kind !== "composite") return catalog;
	const attributes = attributesAfter(known, alteration);
	return {
		...catalog,
		types: withEntry(catalog.types, name, {
			...known,
			attributes
		})
	};
}
function attributesAfter(type, alteration) {
	const { attributes } = type;
	switch (alteration.form) {
		case "addAttribute": return [...attributes, alteration.attribute];
		case "dropAttribute": return attributes.filter(({ name }) => name !== alteration.name);
		case "renameAttribute": return attributes.map((each) => each.name === alteration.from ? {
			...each,
			name: alteration.to
		} : each);
		case "setAttributeType": {
			const { name } = alteration.attribute;
			return attributes.map((each) => each.name === name ? {
				...omit(each, "collation"),
				...alteration.attribute
			} : each);
		}
	}
}
/** Since PostgreSQL 17 the NOT NULL of a domain is a constraint with a name. */
function setNotNull(catalog, name, given, postgres) {
	const domain = catalog.domains.get(name);
	if (domain === void 0) return catalog;
	if (postgres < 17) return withDomain(catalog, {
		...domain,
		nullable: false
	});
	const { schema, name: table } = partsOf(name);
	const notNullName = given ?? chooseConstraintName(catalog, schema, {
		table,
		label: "not_null"
	});
	return withDomain(catalog, {
		...domain,
		nullable: false,
		notNullName
	});
}
function addDomainCheck(catalog, name, check) {
	const domain = catalog.domains.get(name);
	if (domain === void 0) return catalog;
	const { schema, name: table } = partsOf(name);
	const added = {
		name: check.name ?? chooseConstraintName(catalog, schema, {
			table,
			label: "check"
		}),
		validated: !check.notValid,
		expression: check.expression
	};
	return withDomain(catalog, {
		...domain,
		checks: sorted$1([...domain.checks, added])
	});
}
/** The server evaluates the checks of a domain in the order of their names. */
function sorted$1(checks) {
	return checks.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}
function withDomain(catalog, domain) {
	return {
		...catalog,
		domains: withEntry(catalog.domains, domain.name, domain)
	};
}

//#endregion
//#region src/catalog/fold-object.ts
/** The catalog after an action on an object that is no table. */
function foldObject(catalog, action, postgres) {
	switch (action.kind) {
		case "createSchema": {
			if (catalog.schemas.has(action.name)) return catalog;
			const owner = action.owner ?? catalog.session.role;
			const schema = {
				name: action.name,
				origin: action.span,
				...owner === void 0 ? {} : { owner }
			};
			return {
				...catalog,
				schemas: withEntry(catalog.schemas, action.name, schema)
			};
		}
		case "dropSchema": return dropSchema(catalog, action.name);
		case "renameSchema": return renameSchema(catalog, action.from, action.to);
		case "createIndex": {
			const { index, onOnly, span } = action;
			return index.name !== void 0 && relationExists(catalog, qualify(partsOf(index.table).schema, index.name)) && action.ifNotExists ? catalog : createIndex(catalog, index, {
				onOnly,
				span
			});
		}
		case "dropIndex": return dropIndex(catalog, action.index);
		case "attachIndex": return attachIndex(catalog, action.index, action.part);
		case "renameRelation": return renameRelation(catalog, action.from, action.to);
		case "setOwner": return setOwner(catalog, action);
		case "alterIndex": return alterIndex(catalog, action);
		case "createSequence": {
			const { name } = action.sequence;
			if (relationExists(catalog, name)) return catalog;
			return applyDefaultPrivileges(createSequence(catalog, action), "sequence", name, catalog.session.role);
		}
		case "alterSequence": return alterSequence(catalog, action);
		case "dropSequence": return {
			...catalog,
			sequences: withoutEntry(catalog.sequences, action.sequence)
		};
		case "createEnum": return {
			...catalog,
			enums: withEntry(catalog.enums, action.enum.name, {
				...action.enum,
				...ownerAndComment(catalog),
				origin: action.span
			})
		};
		case "addEnumValue": return addEnumValue(catalog, action);
		case "renameEnumValue": return renameEnumValue(catalog, action);
		case "createDomain": return createDomain(catalog, action, postgres);
		case "alterDomain": return alterDomain(catalog, action.domain, action.alteration, postgres);
		case "alterType": return alterType(catalog, action.type, action.alteration);
		case "createType": return {
			...catalog,
			types: withEntry(catalog.types, action.type.name, {
				...action.type,
				...ownerAndComment(catalog, catalog.types.get(action.type.name)),
				origin: action.span
			})
		};
		case "dropType": return dropType(catalog, action);
		case "createView": {
			const { name } = action.view;
			const earlier = catalog.views.get(name);
			const { columnComments } = earlier ?? {};
			const made = {
				...action.view,
				...ownerAndComment(catalog, earlier),
				...columnComments === void 0 ? {} : { columnComments },
				origin: action.span
			};
			const result = {
				...catalog,
				views: withEntry(catalog.views, name, made)
			};
			return earlier !== void 0 ? result : applyDefaultPrivileges(result, "table", name, catalog.session.role);
		}
		case "alterView": return {
			...catalog,
			views: withEntry(catalog.views, action.view, action.to)
		};
		case "refreshView": {
			const known = catalog.views.get(action.view);
			if (known === void 0) return catalog;
			const filled = omit(known, "populated");
			const to = action.populated ? filled : {
				...filled,
				populated: false
			};
			return {
				...catalog,
				views: withEntry(catalog.views, action.view, to)
			};
		}
		case "dropView": return dropView(catalog, action.view, action.cascade === true);
		case "createFunction": {
			const key = functionKey(action.function);
			const result = createFunction(catalog, action);
			return catalog.functions.has(key) ? result : applyDefaultPrivileges(result, "function", key, catalog.session.role, partsOf(action.function.name).schema);
		}
		case "alterFunction": return alterFunction(catalog, action);
		case "dropFunction": return dropFunction(catalog, action);
		case "createTrigger": {
			const key = onTableKey(action.trigger.table, action.trigger.name);
			const kept = ownerAndComment(catalog, catalog.triggers.get(key) ?? {});
			return {
				...catalog,
				triggers: withEntry(catalog.triggers, key, {
					...action.trigger,
					...kept,
					origin: action.span
				})
			};
		}
		case "dropTrigger": return {
			...catalog,
			triggers: withoutEntry(catalog.triggers, onTableKey(action.table, action.trigger))
		};
		case "renameTrigger": {
			const known = catalog.triggers.get(onTableKey(action.table, action.from));
			if (known === void 0) return catalog;
			const triggers = withoutEntry(catalog.triggers, onTableKey(action.table, action.from));
			return {
				...catalog,
				triggers: withEntry(triggers, onTableKey(action.table, action.to), {
					...known,
					name: action.to
				})
			};
		}
		case "createExtension": return {
			...catalog,
			extensions: withEntry(catalog.extensions, action.name, {
				name: action.name,
				origin: action.span
			})
		};
		case "dropExtension": return {
			...catalog,
			extensions: withoutEntry(catalog.extensions, action.name)
		};
		case "setComment": return setComment(catalog, action.on, action.comment);
		case "reindex":
		case "changeRows":
		case "readRows":
		case "maintain":
		case "lockTable": return catalog;
	}
}

//#endregion
//#region src/catalog/fold-privilege.ts
/** The catalog after an action on roles, privileges or policies. */
function foldPrivilege(catalog, action, postgres) {
	switch (action.kind) {
		case "createRole":
			if (catalog.roles.has(action.role.name)) return catalog;
			return {
				...catalog,
				roles: withEntry(catalog.roles, action.role.name, {
					...action.role,
					origin: action.span
				})
			};
		case "alterRole": {
			const known = catalog.roles.get(action.role);
			if (known === void 0) return catalog;
			return {
				...catalog,
				roles: withEntry(catalog.roles, action.role, {
					...known,
					...action.options
				})
			};
		}
		case "renameRole": return renameRole(catalog, action.from, action.to);
		case "dropRole": return dropRole(catalog, action.role);
		case "grantMembership": return changeMembership(catalog, action.role, action.member, true);
		case "revokeMembership": return changeMembership(catalog, action.role, action.member, false);
		case "grant": return grant(catalog, action, postgres);
		case "revoke": return revoke(catalog, action);
		case "grantByDefault": return grantByDefault(catalog, action, postgres);
		case "revokeByDefault": return revokeByDefault(catalog, action);
		case "reassignOwned":
		case "dropOwned": return foldOwned(catalog, action);
		case "createPolicy": {
			const key = onTableKey(action.policy.table, action.policy.name);
			return {
				...catalog,
				policies: withEntry(catalog.policies, key, {
					...action.policy,
					origin: action.span
				})
			};
		}
		case "alterPolicy": {
			const key = onTableKey(action.table, action.name);
			const known = catalog.policies.get(key);
			if (known === void 0) return catalog;
			const { roles = known.roles, using = known.using, check = known.check } = action;
			const conditions = {
				...using === void 0 ? {} : { using },
				...check === void 0 ? {} : { check }
			};
			return {
				...catalog,
				policies: withEntry(catalog.policies, key, {
					...known,
					roles,
					...conditions
				})
			};
		}
		case "renamePolicy": {
			const known = catalog.policies.get(onTableKey(action.table, action.from));
			if (known === void 0) return catalog;
			const policies = withoutEntry(catalog.policies, onTableKey(action.table, action.from));
			return {
				...catalog,
				policies: withEntry(policies, onTableKey(action.table, action.to), {
					...known,
					name: action.to
				})
			};
		}
		case "dropPolicy": return {
			...catalog,
			policies: withoutEntry(catalog.policies, onTableKey(action.table, action.name))
		};
	}
}
/** REASSIGN OWNED and DROP OWNED BY. */
function foldOwned(catalog, action) {
	const roles = action.kind === "dropOwned" ? action.roles : action.from;
	let result = catalog;
	for (const table of catalog.tables.values()) {
		if (table.owner === void 0 || !roles.includes(table.owner)) continue;
		if (action.kind === "dropOwned") result = dropTable(result, table.name);
		else result = setOwner(result, {
			...action,
			kind: "setOwner",
			target: "relation",
			on: table.name,
			...ownerFrom(action)
		});
	}
	if (action.kind === "reassignOwned") return result;
	const isTheirs = (role) => role !== void 0 && roles.includes(role);
	return {
		...result,
		grants: without(result.grants, (each) => isTheirs(each.grantee)),
		defaultPrivileges: without(result.defaultPrivileges, (entry) => isTheirs(entry.role) || isTheirs(entry.grantee))
	};
}
function ownerFrom(action) {
	return action.to === void 0 ? {} : { owner: action.to };
}

//#endregion
//#region src/catalog/column-storage.ts
/** The storage of a column, where it is not the type's own. */
function storageUnlessDefault(catalog, type, storage) {
	return storage === void 0 || storage === "default" || storage === defaultStorage(catalog, type) ? {} : { storage };
}
/** `pg_type.typstorage`: fixed-length types are plain, most others extended. */
function defaultStorage(catalog, type) {
	const base = catalog.domains.get(type)?.type;
	if (base !== void 0) return defaultStorage(catalog, base);
	if (type.endsWith("]")) return "extended";
	const name = type.replace(/\(.*?\)/, "");
	if (name === "numeric" || name === "inet" || name === "cidr") return "main";
	return PLAIN.has(name) || name.startsWith("interval ") || catalog.enums.has(type) ? "plain" : "extended";
}
const PLAIN = new Set([
	...[
		"aclitem",
		"boolean",
		"box",
		"\"char\"",
		"cid",
		"circle",
		"date",
		"real",
		"double precision",
		"gtsvector"
	],
	...[
		"smallint",
		"int2vector",
		"integer",
		"bigint",
		"interval",
		"line",
		"lseg",
		"macaddr",
		"macaddr8",
		"money"
	],
	...[
		"name",
		"oid",
		"oidvector",
		"pg_lsn",
		"point",
		"regclass",
		"regcollation",
		"regconfig",
		"regdictionary"
	],
	...[
		"regnamespace",
		"regoper",
		"regoperator",
		"regproc",
		"regprocedure",
		"regrole",
		"regtype",
		"tid"
	],
	...[
		"time without time zone",
		"time with time zone",
		"timestamp without time zone",
		"timestamp with time zone"
	],
	...[
		"tsquery",
		"uuid",
		"xid",
		"xid8"
	]
]);

//#endregion
//#region src/catalog/foreign-keys.ts
/** Whether a partition has a validated foreign key that one of its parent would take as its own. */
function hasSameKey(catalog, partition, key) {
	const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? [];
	const referenced = key.referencedColumns.length > 0 ? key.referencedColumns : implied;
	return partition.foreignKeys.some((own) => own.validated && own.references === key.references && own.columns.join() === key.columns.join() && own.referencedColumns.join() === referenced.join() && own.onDelete === key.onDelete && own.onUpdate === key.onUpdate);
}

//#endregion
//#region src/catalog/fold-constraints.ts
/** Adds a constraint to a table and, as PostgreSQL does, to its partitions or children. */
function addConstraint(catalog, table, constraint, only = false) {
	switch (constraint.type) {
		case "primaryKey":
		case "unique":
		case "exclusion": return addIndexed(catalog, table, constraint, { only });
		case "check": return addCheck(catalog, table, constraint, only);
		case "foreignKey": return addForeignKey(catalog, table, constraint);
	}
}
/** Removes a constraint, its index, and what partitions and children have of it alone. */
function dropConstraint(catalog, table, name, only = false) {
	const known = catalog.tables.get(table);
	const found = known && constraintsOf(known).find((each) => each.name === name);
	if (known === void 0 || found === void 0) return changeTable(catalog, table, (stub) => stub);
	if (found.kind === "not null") return dropNotNull(catalog, table, found.column, only);
	let result = withTable(catalog, changeConstraints(known, (each) => each.name === name ? void 0 : each));
	if (found.kind === "check") {
		if (found.noInherit === true) return result;
		for (const child of childrenOf(catalog, table)) result = disinherit(result, child, name, only);
		return result;
	}
	if (found.kind === "foreign key") {
		for (const child of partitionsOf(catalog, table)) {
			const part = child.foreignKeys.find((each) => each.inherited !== void 0 && isSameForeignKey(each, found));
			if (part !== void 0) result = dropConstraint(result, child.name, part.name);
		}
		return result;
	}
	const index = qualify(partsOf(table).schema, name);
	for (const [, part] of partsOfIndex(catalog, index)) result = dropConstraint(result, part.table, partsOf(part.name).name);
	return dropIndex(result, index);
}
/** Marks a constraint as validated, on partitions and children too. */
function validateConstraint(catalog, table, name) {
	return changeEverywhere(catalog, table, name, (each) => "validated" in each ? {
		...each,
		validated: true
	} : each);
}
/** Changes a constraint as ALTER CONSTRAINT says, on partitions and children too. */
function alterConstraint$1(catalog, table, name, { deferrable, enforced, noInherit }) {
	if (noInherit !== void 0) return setNoInherit(catalog, table, name, noInherit);
	return changeEverywhere(catalog, table, name, (each) => ({
		...each,
		...deferrable === void 0 ? {} : { deferrable: deferrable === "not deferrable" ? void 0 : deferrable },
		...enforced === void 0 ? {} : {
			enforced: enforced ? void 0 : false,
			validated: enforced
		}
	}));
}
/** Renames a constraint and the index it owns. */
function renameConstraint(catalog, table, from, to) {
	const known = catalog.tables.get(table);
	let result = changeTable(catalog, table, (each) => changeConstraints(each, (constraint) => constraint.name === from ? {
		...constraint,
		name: to
	} : constraint));
	const schema = partsOf(table).schema;
	const index = result.indexes.get(qualify(schema, from));
	if (index?.constraint === true && index.table === table) {
		const name = qualify(schema, to);
		result = renameMarks(result, table, index.name, name);
		let indexes = withEntry(withoutEntry(result.indexes, index.name), name, {
			...index,
			name
		});
		for (const [key, part] of partsOfIndex(catalog, index.name)) indexes = withEntry(indexes, key, {
			...part,
			partitionOf: name
		});
		result = {
			...result,
			indexes
		};
	}
	const found = known && constraintsOf(known).find((each) => each.name === from);
	if (found?.kind !== "check" && found?.kind !== "not null") return result;
	for (const child of childrenOf(catalog, table)) result = renameConstraint(result, child.name, from, to);
	return result;
}
/** Removes indexes and constraints of a table that use a column, as DROP COLUMN does. */
function dropConstraintsOn(catalog, table, column) {
	let result = catalog;
	for (const [name, index] of indexesOf(catalog, table)) if (usesColumn(index, column)) result = dropIndex(result, name);
	return changeTable(result, table, (known) => {
		const { primaryKey, notNulls } = known;
		const kept = primaryKey?.columns.includes(column) === true ? omit(known, "primaryKey") : known;
		const hasIndex = (each) => result.indexes.has(qualify(partsOf(table).schema, each.name));
		return {
			...kept,
			uniques: known.uniques.filter((key) => hasIndex(key) && !key.columns.includes(column)),
			foreignKeys: known.foreignKeys.filter((key) => !key.columns.includes(column)),
			checks: known.checks.filter((check) => !check.expression.columns.includes(column)),
			exclusions: known.exclusions.filter(hasIndex),
			...notNulls === void 0 ? {} : { notNulls: notNulls.filter((each) => each.column !== column) }
		};
	});
}
/** The check that a child or partition has of a parent; one of its own with that name is merged. */
function inheritCheck(catalog, table, check, of) {
	const parent = retarget(check, of, table);
	const own = catalog.tables.get(table)?.checks.find((check) => check.name === parent.name);
	const made = own === void 0 ? inheritedCopy(parent) : withParent(own);
	let result = changeTable(catalog, table, (known) => ({
		...known,
		checks: own === void 0 ? [...known.checks, made] : known.checks.map((each) => each === own ? made : each)
	}));
	if (own !== void 0) return result;
	for (const child of childrenOf(catalog, table)) result = inheritCheck(result, child.name, made, table);
	return result;
}
/** A check that one parent of a child less has. */
function disinherit(catalog, child, name, keeps) {
	const own = child.checks.find((each) => each.name === name);
	if (own === void 0) return catalog;
	const kept = withoutParent(own, keeps);
	if (kept === void 0) return dropConstraint(catalog, child.name, name);
	return withTable(catalog, {
		...child,
		checks: child.checks.map((each) => each === own ? kept : each)
	});
}
function usesColumn(index, column) {
	return index.keys.some((key) => "column" in key ? key.column === column : key.expression.columns.includes(column)) || index.included.includes(column) || index.predicate?.columns.includes(column) === true;
}
function addCheck(catalog, table, check, only) {
	const { schema, name: tableName } = partsOf(table);
	const [column, ...others] = check.expression.columns;
	const parts = {
		table: tableName,
		label: "check",
		...column !== void 0 && others.length === 0 ? { column } : {}
	};
	const name = check.name ?? chooseConstraintName(catalog, schema, parts);
	const own = catalog.tables.get(table)?.checks.find((each) => each.name === name);
	const made = own === void 0 ? checkFrom(check, name) : {
		...own,
		...locally(own)
	};
	let result = changeTable(catalog, table, (known) => ({
		...known,
		checks: own === void 0 ? [...known.checks, made] : known.checks.map((each) => each === own ? made : each)
	}));
	if (only || own !== void 0 || check.noInherit === true) return result;
	for (const child of childrenOf(catalog, table)) result = inheritCheck(result, child.name, made, table);
	return result;
}
/** A check that a table has of its parent and then says itself is merged (`MergeWithExistingConstraint` in heap.c). */
function locally(own) {
	return own.inherited === void 0 ? {} : { inherited: {
		...own.inherited,
		local: true
	} };
}
function checkFrom(check, name) {
	const { expression, notValid, noInherit, enforced } = check;
	return {
		name,
		expression,
		validated: !notValid,
		...noInherit === void 0 ? {} : { noInherit },
		...enforced === void 0 ? {} : { enforced },
		...originOf(check)
	};
}
function addForeignKey(catalog, table, key, isInherited = false) {
	const { schema, name: tableName } = partsOf(table);
	const parts = {
		table: tableName,
		column: joinColumnNames(key.columns),
		label: "fkey"
	};
	const name = key.name ?? chooseConstraintName(catalog, schema, parts);
	const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? [];
	const { type: _, span: __, notValid, ...facts } = key;
	const made = {
		...facts,
		name,
		referencedColumns: key.referencedColumns.length > 0 ? key.referencedColumns : implied,
		validated: !notValid,
		...originOf(key)
	};
	const own = isInherited ? asInherited(made) : made;
	let result = changeTable(catalog, table, (known) => ({
		...known,
		foreignKeys: [...known.foreignKeys, own]
	}));
	for (const partition of partitionsOf(catalog, table)) result = giveForeignKey(result, partition.name, made);
	return result;
}
/** Gives a partition a foreign key of its parent; an equal one of its own becomes part of it. */
function giveForeignKey(catalog, partition, parent) {
	const known = catalog.tables.get(partition);
	const { validated, name, ...facts } = omit(parent, "origin", "inherited", "comment");
	const definition = {
		...facts,
		type: "foreignKey",
		notValid: !validated
	};
	if (known !== void 0 && hasSameKey(catalog, known, definition)) {
		const own = known.foreignKeys.find((each) => each.inherited === void 0 && isSameForeignKey(each, parent));
		const part = own && asInherited(own);
		if (part === void 0) return catalog;
		return withTable(catalog, {
			...known,
			foreignKeys: known.foreignKeys.map((each) => each === own ? part : each)
		});
	}
	return addForeignKey(catalog, partition, known !== void 0 && constraintsOf(known).some((each) => each.name === name) ? definition : {
		...definition,
		name
	}, true);
}
function isSameForeignKey(a, b) {
	const shape = ({ columns, references, referencedColumns, onDelete, onUpdate }) => JSON.stringify([
		columns,
		references,
		referencedColumns,
		onDelete,
		onUpdate
	]);
	return shape(a) === shape(b);
}
/** Changes the constraints of one name of a table, its partitions and children. */
function changeEverywhere(catalog, table, name, change) {
	let result = changeTable(catalog, table, (known) => changeConstraints(known, (each) => each.name === name ? change(each) : each));
	for (const child of childrenOf(catalog, table)) result = changeEverywhere(result, child.name, name, change);
	return result;
}
/** NO INHERIT takes a NOT NULL of this table alone away from its children, INHERIT gives it to them. */
function setNoInherit(catalog, table, name, noInherit) {
	return changeTable(catalog, table, (known) => changeConstraints(known, (each) => each.name === name ? {
		...each,
		noInherit: noInherit ? true : void 0
	} : each));
}
function originOf(definition) {
	return definition.span === void 0 ? {} : { origin: definition.span };
}

//#endregion
//#region src/catalog/fold-columns.ts
/** Changes one column of a table and of the tables that inherit it. */
function foldColumn(catalog, action, postgres) {
	const { table } = action;
	const only = action.only === true;
	switch (action.kind) {
		case "addColumn": return addColumn(catalog, action, postgres);
		case "dropColumn": return dropColumn(action.cascade ? dropReaders(catalog, table, action.column) : catalog, table, action.column, only);
		case "renameColumn": {
			const result = renameColumn(catalog, table, action.from, action.to);
			return childrenOf(catalog, table).reduce((each, child) => {
				return foldColumn(each, {
					...action,
					table: child.name
				}, postgres);
			}, result);
		}
		case "setColumnType": return setColumnType(catalog, action, only);
		case "setColumnDefault": return eachColumn(catalog, table, action.column, only, (column) => {
			const bare = omit(column, "default");
			return action.default === void 0 ? bare : {
				...bare,
				default: action.default
			};
		});
		case "setColumnNullable":
			if (action.nullable) return dropNotNull(catalog, table, action.column, only);
			return addNotNull(catalog, table, {
				span: action.span,
				column: action.column,
				...action.constraint
			}, only);
		case "setColumnIdentity": return setIdentity$1(catalog, action, postgres);
		case "setColumnExpression": return eachColumn(catalog, table, action.column, only, (column) => {
			if (action.expression === void 0) return omit(column, "default", "generated");
			return {
				...column,
				default: action.expression
			};
		});
	}
}
/** The column that a definition makes, without the constraints written beside it. */
function columnFrom(definition, catalog) {
	const { name, type, collation, nullable, identity, generated, span, serial, storage, compression } = definition;
	const value = serial ? {
		columns: [],
		functions: ["nextval"]
	} : definition.default;
	return {
		name,
		type,
		...collation === void 0 ? {} : { collation },
		nullable: nullable && !serial && identity === void 0,
		...value === void 0 ? {} : { default: value },
		...identity === void 0 ? {} : { identity },
		...generated === void 0 ? {} : { generated },
		...storageUnlessDefault(catalog, type, storage),
		...compression === void 0 ? {} : { compression },
		origin: span
	};
}
/** Changes a column of a table and of the tables that inherit it. */
function eachColumn(catalog, table, column, only, change) {
	let result = changeTable(catalog, table, (known) => changeColumn(known, column, change));
	if (only) return result;
	for (const child of childrenOf(catalog, table)) result = eachColumn(result, child.name, column, false, change);
	return result;
}
/** Gives a child or partition a column of its parent; one of its own with that name is merged. */
function inheritColumn(catalog, table, column, of) {
	const parent = retarget(column, of, table);
	const own = catalog.tables.get(table)?.columns.find((each) => each.name === parent.name);
	const made = own === void 0 ? inheritedCopy(parent) : withParent(own);
	let result = changeTable(catalog, table, (known) => ({
		...known,
		columns: own === void 0 ? [...known.columns, made] : known.columns.map((each) => each === own ? made : each)
	}));
	if (own !== void 0) return result;
	for (const child of childrenOf(catalog, table)) result = inheritColumn(result, child.name, made, table);
	return result;
}
function addColumn(catalog, action, postgres) {
	const { table, column } = action;
	const known = catalog.tables.get(table);
	if (known?.columns.find((each) => each.name === column.name) !== void 0) return catalog;
	const made = columnFrom(column, catalog);
	let result = changeTable(catalog, table, (current) => ({
		...current,
		columns: [...current.columns, made]
	}));
	const passed = postgres >= 17 && known?.kind === "partitioned" ? made : omit(made, "identity");
	if (action.only !== true) for (const child of childrenOf(catalog, table)) result = inheritColumn(result, child.name, passed, table);
	if (column.serial || column.identity !== void 0) result = addOwnedSequence(result, table, column, postgres);
	if (!made.nullable && !isInPrimaryKey(column)) result = addNotNull(result, table, {
		span: column.span,
		column: column.name,
		...column.notNull
	}, action.only);
	for (const constraint of inServerOrder(column.constraints)) result = addConstraint(result, table, constraint, action.only);
	return result;
}
function isInPrimaryKey(column) {
	return column.constraints.some((each) => each.type === "primaryKey");
}
/** A table's indexes are made before its checks and foreign keys are. */
function inServerOrder(constraints) {
	const hasIndex = (each) => each.type !== "check" && each.type !== "foreignKey";
	return [...constraints.filter((each) => !hasIndex(each)), ...constraints.filter(hasIndex)];
}
function dropColumn(catalog, table, column, only) {
	let result = catalog;
	for (const child of childrenOf(catalog, table)) result = disinheritColumn(result, child, column, only);
	result = dropSequencesOwnedBy(dropConstraintsOn(result, table, column), table, column);
	result = dropForeignKeysTo(result, catalog.tables.get(table), column);
	result = changeTable(result, table, (known) => ({
		...known,
		columns: known.columns.filter((each) => each.name !== column)
	}));
	return {
		...result,
		grants: without(result.grants, (grant) => grant.column === column, grantsOn(result, table))
	};
}
/** A column that one parent of a child less has. */
function disinheritColumn(catalog, child, column, keeps) {
	const own = child.columns.find((each) => each.name === column);
	if (own === void 0) return catalog;
	const kept = withoutParent(own, keeps);
	if (kept === void 0) return dropColumn(catalog, child.name, column, false);
	return withTable(catalog, {
		...child,
		columns: child.columns.map((each) => each === own ? kept : each)
	});
}
/** DROP COLUMN … CASCADE takes with it the foreign keys that reference the key it was part of. */
function dropForeignKeysTo(catalog, table, column) {
	if (table === void 0) return catalog;
	const dropKeys = (each, name) => {
		const kept = each.foreignKeys.filter((key) => key.references !== table.name || !key.referencedColumns.includes(column));
		return [name, kept.length === each.foreignKeys.length ? each : {
			...each,
			foreignKeys: kept
		}];
	};
	return {
		...catalog,
		tables: mapEntries(catalog.tables, dropKeys, tablesReferencing(catalog, table.name))
	};
}
/** The other type brings its own collation, storage and compression, and an identity's sequence follows. */
function setColumnType(catalog, action, only) {
	const { table, type, collation } = action;
	const result = eachColumn(catalog, table, action.column, only, (column) => ({
		...omit(defaultOfType(catalog, column), "collation", "storage", "compression"),
		type,
		...collation === void 0 ? {} : { collation }
	}));
	const column = result.tables.get(table)?.columns.find((each) => each.name === action.column);
	const isSequenceType = type === "smallint" || type === "integer" || type === "bigint";
	if (column?.identity === void 0 || !isSequenceType) return result;
	return changeOwnedSequences(result, table, action.column, (each) => withOptions(each, { type }, false));
}
function setIdentity$1(catalog, action, postgres) {
	const { table, identity, span } = action;
	const column = catalog.tables.get(table)?.columns.find((each) => each.name === action.column);
	const isShared = postgres >= 17 && catalog.tables.get(table)?.kind === "partitioned";
	const result = eachColumn(catalog, table, action.column, !isShared, (each) => identity === void 0 ? omit(each, "identity") : {
		...each,
		identity
	});
	if (column === void 0) return result;
	if (identity === void 0) return dropSequencesOwnedBy(result, table, action.column);
	const { sequence } = action;
	if (column.identity === void 0) return addOwnedSequence(result, table, {
		name: action.column,
		type: column.type,
		span,
		...sequence === void 0 ? {} : { sequence }
	}, postgres);
	if (sequence === void 0) return result;
	return changeOwnedSequences(result, table, action.column, (each) => withOptions(each, sequence, false));
}
function renameColumn(catalog, table, from, to) {
	const renamed = (name) => name === from ? to : name;
	const inList = (list) => list.includes(from) ? list.map(renamed) : list;
	const inExpression = (expression) => expression.columns.includes(from) ? {
		...expression,
		columns: inList(expression.columns).toSorted()
	} : expression;
	const inTable = (each, name) => {
		const foreignKeys = each.foreignKeys.map((key) => ({
			...key,
			...name === table ? { columns: inList(key.columns) } : {},
			...name === table && key.onDeleteColumns ? { onDeleteColumns: inList(key.onDeleteColumns) } : {},
			...key.references === table ? { referencedColumns: inList(key.referencedColumns) } : {}
		}));
		if (name !== table) return [name, {
			...each,
			foreignKeys
		}];
		return [name, {
			...renameInTable(each, inList, inExpression, renamed),
			foreignKeys
		}];
	};
	const inIndex = (index, name) => {
		const keys = index.keys.map((key) => "column" in key ? {
			...key,
			column: renamed(key.column)
		} : {
			...key,
			expression: inExpression(key.expression)
		});
		const predicate = index.predicate === void 0 ? {} : { predicate: inExpression(index.predicate) };
		return [name, {
			...index,
			keys,
			included: inList(index.included),
			...predicate
		}];
	};
	const tables = mapEntries(catalog.tables, inTable, tablesNaming(catalog, table));
	const indexes = mapEntries(catalog.indexes, inIndex, indexesOf(catalog, table));
	return renameTexts({
		...catalog,
		tables,
		indexes,
		...renameColumnElsewhere(catalog, table, renamed)
	}, {
		kind: "column",
		table,
		from,
		to
	});
}
function renameInTable(table, inList, inExpression, renamed) {
	const { primaryKey, partitionKey, notNulls } = table;
	return {
		...table,
		columns: table.columns.map((column) => ({
			...column,
			name: renamed(column.name),
			...column.default === void 0 ? {} : { default: inExpression(column.default) }
		})),
		...primaryKey === void 0 ? {} : { primaryKey: {
			...primaryKey,
			columns: inList(primaryKey.columns)
		} },
		uniques: table.uniques.map((key) => ({
			...key,
			columns: inList(key.columns)
		})),
		checks: table.checks.map((check) => ({
			...check,
			expression: inExpression(check.expression)
		})),
		...partitionKey === void 0 ? {} : { partitionKey: renameInKey(partitionKey, inExpression, renamed) },
		...notNulls === void 0 ? {} : { notNulls: notNulls.map((each) => ({
			...each,
			column: renamed(each.column)
		})) }
	};
}
function renameInKey(key, inExpression, renamed) {
	return {
		...key,
		columns: key.columns.map((each) => each && renamed(each)),
		parts: key.parts.map((part) => "column" in part ? {
			...part,
			column: renamed(part.column)
		} : {
			...part,
			expression: inExpression(part.expression)
		})
	};
}
function renameColumnElsewhere(catalog, table, renamed) {
	const inTrigger = (trigger, key) => {
		return [key, trigger.table === table ? {
			...trigger,
			updateOf: trigger.updateOf.map(renamed)
		} : trigger];
	};
	const inSequence = (sequence, key) => {
		const { ownedBy } = sequence;
		return [key, ownedBy === void 0 ? sequence : {
			...sequence,
			ownedBy: {
				table,
				column: renamed(ownedBy.column)
			}
		}];
	};
	return {
		triggers: mapEntries(catalog.triggers, inTrigger, triggersOf(catalog, table)),
		sequences: mapEntries(catalog.sequences, inSequence, sequencesOf(catalog, table))
	};
}

//#endregion
//#region src/catalog/canonical-bounds.ts
/** A bound with its constants spelled as PostgreSQL prints them for the types of the parent's key. */
function canonicalBound(bound, parent) {
	if (bound.strategy === "hash") return bound;
	const parts = parent?.partitionKey?.parts ?? [];
	const typeOf = (part) => part !== void 0 && "column" in part ? parent?.columns.find((column) => column.name === part.column)?.type : void 0;
	const spelled = (value, position) => canonicalConstant(value, typeOf(parts[position]));
	if (bound.strategy === "list") return {
		...bound,
		values: bound.values.map((value) => spelled(value, 0))
	};
	return {
		...bound,
		from: bound.from.map(spelled),
		to: bound.to.map(spelled)
	};
}
/** Integers and fractions are printed bare unless negative, bigint and all else in quotes (`get_const_expr` in ruleutils.c). */
function canonicalConstant(value, type) {
	const text = /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'") ?? (/^-?[\d.]+$/.test(value) ? value : void 0);
	if (text === void 0) return value;
	if (type === void 0) return value.startsWith("-") ? quoted$1(text) : value;
	if (type === "boolean") return /^\s*(t|true|y|yes|on|1)\s*$/i.test(text) ? "true" : "false";
	if (type === "integer" || type.startsWith("numeric")) return /^\+?[\d.]+$/.test(text) ? text : quoted$1(text);
	const time = /^timestamp(?:\(\d\))? with(out)? time zone$/.exec(type);
	if (time !== null && /^\d{4}-\d\d-\d\d$/.test(text)) return quoted$1(`${text} 00:00:00${time[1] === "out" ? "" : "+00"}`);
	return quoted$1(text);
}
function quoted$1(text) {
	return `'${text.replaceAll("'", "''")}'`;
}

//#endregion
//#region src/catalog/fold-like.ts
/** The columns that LIKE copies: always with NOT NULL and collation, the rest as INCLUDING says. */
function likeColumns(catalog, table, clause) {
	const source = retarget(catalog.tables.get(clause.like)?.columns ?? [], clause.like, table);
	const includes = new Set(clause.including);
	return source.map((column) => {
		const { name, type, collation, nullable, default: value, generated, storage, compression, comment } = column;
		const isKept = generated === void 0 ? includes.has("defaults") : includes.has("generated");
		return {
			name,
			type,
			...collation === void 0 ? {} : { collation },
			nullable,
			...isKept && value !== void 0 ? { default: value } : {},
			...isKept && generated !== void 0 ? { generated } : {},
			...includes.has("storage") && storage !== void 0 ? { storage } : {},
			...includes.has("compression") && compression !== void 0 ? { compression } : {},
			...includes.has("comments") && comment !== void 0 ? { comment } : {}
		};
	});
}
/** The NOT NULLs that LIKE copies, under the names that they have. */
function likeNotNulls(catalog, clause) {
	return (catalog.tables.get(clause.like)?.notNulls ?? []).map(({ name, column, noInherit }) => ({
		name,
		column,
		...noInherit === void 0 ? {} : { noInherit }
	}));
}
/** Copies what LIKE says beside the columns: checks, identity and indexes with their constraints. */
function copyFromLike(catalog, table, clause, postgres) {
	const source = catalog.tables.get(clause.like);
	if (source === void 0) return changeTable(catalog, table, (known) => ({
		...known,
		known: "partly"
	}));
	const includes = new Set(clause.including);
	let result = source.known === "partly" ? changeTable(catalog, table, (known) => ({
		...known,
		known: "partly"
	})) : catalog;
	if (includes.has("constraints")) for (const check of retarget(source.checks, source.name, table)) {
		const notValid = check.enforced === false;
		result = addConstraint(result, table, {
			...omit(check, "inherited", "origin", "comment", "validated"),
			type: "check",
			notValid
		});
		if (includes.has("comments")) result = setComment(result, {
			object: "constraint",
			table,
			name: check.name
		}, check.comment);
	}
	if (includes.has("identity")) {
		for (const column of source.columns) if (column.identity !== void 0) result = copyIdentity(result, table, source, column, postgres);
	}
	return includes.has("indexes") ? copyIndexes(result, table, source, includes.has("comments")) : result;
}
function copyIndexes(catalog, table, source, withComments) {
	let result = catalog;
	for (const [, index] of indexesOf(catalog, source.name)) {
		const definition = index.constraint ? definitionOf(source, index) : void 0;
		const { tablespace } = index;
		const where = tablespace === void 0 ? {} : { tablespace };
		const before = result;
		result = definition === void 0 ? createIndex(before, {
			...indexCopy(index, table),
			...where
		}, { onOnly: false }) : addIndexed(before, table, {
			...retarget(definition, source.name, table),
			...where
		});
		const [name] = indexesOf(result, table).find(([each]) => !before.indexes.has(each)) ?? [];
		if (withComments && name !== void 0) result = setComment(result, {
			object: "relation",
			name
		}, index.comment);
	}
	return result;
}
function copyIdentity(catalog, table, source, column, postgres) {
	const { identity, name, type } = column;
	if (identity === void 0) return catalog;
	const result = changeTable(catalog, table, (known) => changeColumn(known, name, (each) => ({
		...each,
		identity
	})));
	const [sequence] = sequencesOf(catalog, source.name).map(([, each]) => each).filter((each) => each.ownedBy?.column === name);
	if (sequence === void 0) return addOwnedSequence(result, table, {
		name,
		type
	}, postgres);
	const { start, increment, minimum, maximum, cache, cycle } = sequence;
	const options = Object.entries({
		start,
		increment,
		minimum,
		maximum,
		cache,
		cycle
	});
	return addOwnedSequence(result, table, {
		name,
		type,
		sequence: {
			...Object.fromEntries(options.filter(([, value]) => value !== void 0)),
			type: sequence.type
		}
	}, postgres);
}

//#endregion
//#region src/catalog/fold-inheritance.ts
/** ALTER TABLE … INHERIT: what the table has already becomes its parent's too. */
function inherit(catalog, table, parent) {
	return changeTable(takeFrom(catalog, table, catalog.tables.get(parent)), table, (known) => ({
		...known,
		inherits: [...known.inherits, parent]
	}));
}
/** ALTER TABLE … NO INHERIT: what was the parent's becomes the table's own. */
function noInherit(catalog, table, parent) {
	const known = catalog.tables.get(parent);
	return changeTable(catalog, table, (child) => ({
		...leaveTo(child, known),
		inherits: child.inherits.filter((each) => each !== parent)
	}));
}
/** A child's columns, checks and NOT NULLs with one parent more. */
function takeFrom(catalog, table, parent) {
	let result = catalog;
	for (const column of parent?.columns ?? []) result = inheritColumn(result, table, column, parent.name);
	for (const check of parent?.checks ?? []) if (check.noInherit !== true) result = inheritCheck(result, table, check, parent.name);
	for (const notNull of parent?.notNulls ?? []) if (notNull.noInherit !== true) result = inheritNotNull(result, table, notNull, true);
	return result;
}
/** A child's columns, checks and NOT NULLs with one parent less; what nobody else has stays its own. */
function leaveTo(child, parent) {
	const names = new Set(parent?.columns.map((column) => column.name));
	const checks = new Set(parent?.checks.filter((check) => check.noInherit !== true).map((check) => check.name));
	const keep = (own) => withoutParent(own, true);
	return {
		...child,
		columns: child.columns.map((column) => names.has(column.name) ? keep(column) : column),
		checks: child.checks.map((check) => checks.has(check.name) ? keep(check) : check),
		...child.notNulls === void 0 ? {} : { notNulls: child.notNulls.map((each) => notNullOn(parent, each.column) ? keep(each) : each) }
	};
}

//#endregion
//#region src/catalog/fold-partitions.ts
/** Makes a table a partition; keys, foreign keys and indexes it lacks are made to match the parent's. */
function attachPartition(catalog, action, postgres) {
	const { table, partition, isDefault, bound } = action;
	const parent = catalog.tables.get(table);
	return clonePartitionParts(changeTable(takeFrom(catalog, partition, parent), partition, (known) => ({
		...asPartition(sharedIdentity(known, parent, postgres)),
		partitionOf: table,
		defaultPartition: isDefault,
		...bound === void 0 ? {} : { partitionBound: canonicalBound(bound, parent) }
	})), table, partition);
}
/**
* Makes a partition a table of its own again, with its own copies of everything. CONCURRENTLY
* leaves a CHECK that says which rows it took (`DetachAddConstraintIfNeeded` in tablecmds.c).
*/
function detachPartition(catalog, action, postgres) {
	const { partition } = action;
	const own = catalog.tables.get(partition);
	const parent = own?.partitionOf === void 0 ? void 0 : catalog.tables.get(own.partitionOf);
	const released = releaseIndexes(changeTable(catalog, partition, (table) => {
		const left = leaveTo(omit(table, "partitionOf", "partitionBound"), parent);
		const identities = new Set(parent?.columns.filter((each) => each.identity !== void 0).map((each) => each.name));
		const columns = left.columns.map((each) => postgres >= 17 && identities.has(each.name) ? omit(each, "identity") : each);
		const foreignKeys = left.foreignKeys.flatMap((key) => {
			const kept = key.inherited === void 0 ? key : withoutParent(key, true);
			return kept === void 0 ? [] : [kept];
		});
		return {
			...left,
			columns,
			foreignKeys,
			defaultPartition: false
		};
	}), partition);
	if (!action.concurrently || parent?.partitionKey === void 0) return released;
	const columns = parent.partitionKey.columns.filter((each) => each !== void 0).toSorted();
	return addConstraint(released, partition, {
		type: "check",
		expression: {
			columns,
			functions: [],
			notNull: columns
		},
		notValid: false
	});
}
/** Gives a partition what its parent's keys, foreign keys and indexes demand of each partition. */
function clonePartitionParts(catalog, parentName, partition) {
	const parent = catalog.tables.get(parentName);
	if (parent === void 0) return catalog;
	let result = catalog;
	for (const [, index] of indexesOf(catalog, parentName)) {
		const definition = index.constraint ? definitionOf(parent, index) : void 0;
		result = definition === void 0 ? givePartition(result, index, partition) : giveConstraint(result, index, partition, definition);
	}
	for (const key of parent.foreignKeys) result = giveForeignKey(result, partition, key);
	return result;
}
/** What a partition has of its parent it has of nobody else, itself included (`MergeAttributesIntoExisting` in tablecmds.c). */
function asPartition(table) {
	const { columns, checks, notNulls } = table;
	const only = (each) => each.inherited === void 0 ? each : asInherited(each);
	return {
		...table,
		columns: columns.map(only),
		checks: checks.map(only),
		...notNulls === void 0 ? {} : { notNulls: notNulls.map(only) }
	};
}
/** Partitions share the identity columns of their parent since PostgreSQL 17. */
function sharedIdentity(partition, parent, postgres) {
	if (postgres < 17) return partition;
	return {
		...partition,
		columns: partition.columns.map((column) => {
			const identity = parent?.columns.find((each) => each.name === column.name)?.identity;
			return identity === void 0 ? column : {
				...column,
				identity
			};
		})
	};
}

//#endregion
//#region src/catalog/fold-create-table.ts
/**
* Adds a table with all that CREATE TABLE makes beside it, in the order in which the server
* does and so finds names: sequences, columns, checks, NOT NULLs, what the parent of a
* partition demands, keys with their indexes, what LIKE copies, foreign keys.
*/
function createTable(catalog, action, postgres) {
	const { table: definition } = action;
	if (action.ifNotExists && relationExists(catalog, definition.name)) return catalog;
	const { name, partitionOf } = definition;
	const parents = parentsOf(catalog, definition);
	const own = definition.columns.filter((each) => !("like" in each));
	const likes = definition.columns.filter((each) => "like" in each);
	let result = withTable(catalog, bareTable(catalog, action, parents, postgres));
	for (const column of own) if (column.serial || column.identity !== void 0) result = addOwnedSequence(result, name, column, postgres);
	for (const parent of parents) for (const check of parent.checks) if (check.noInherit !== true) result = inheritCheck(result, name, check, parent.name);
	const constraints = constraintsInOrder(definition);
	for (const constraint of constraints) if (constraint.type === "check") result = addConstraint(result, name, asValid(constraint));
	result = addNotNulls(result, definition, constraints, parents);
	if (partitionOf !== void 0) result = clonePartitionParts(result, partitionOf.parent, name);
	for (const constraint of constraints) if (constraint.type !== "check" && constraint.type !== "foreignKey") result = addConstraint(result, name, constraint);
	for (const clause of likes) result = copyFromLike(result, name, clause, postgres);
	for (const constraint of constraints) if (constraint.type === "foreignKey") result = addConstraint(result, name, asValid(constraint));
	return result;
}
/** A table with nothing but its columns and what is said of it as a whole. */
function bareTable(catalog, action, parents, postgres) {
	const { name, kind, persistence, inherits, partitionKey, partitionOf, ofType, options, accessMethod } = action.table;
	const [parent] = parents;
	const tablespace = action.table.tablespace ?? (partitionOf === void 0 ? void 0 : parent?.tablespace);
	const isPartly = action.table.known === "partly" || parents.some((each) => each.known === "partly");
	return {
		...partlyKnownTable(name),
		kind,
		persistence,
		columns: columnsOf$1(catalog, action.table, parents, postgres),
		...postgres >= 18 ? { notNulls: [] } : {},
		inherits,
		known: isPartly || ofType !== void 0 ? "partly" : "wholly",
		origin: action.span,
		...partitionKey === void 0 ? {} : { partitionKey },
		...partitionOf === void 0 ? {} : {
			partitionOf: partitionOf.parent,
			defaultPartition: partitionOf.isDefault
		},
		...partitionOf?.bound === void 0 ? {} : { partitionBound: canonicalBound(partitionOf.bound, parent) },
		...ofType === void 0 ? {} : { ofType },
		...options === void 0 ? {} : { options },
		...tablespace === void 0 ? {} : { tablespace },
		...accessMethod === void 0 ? {} : { accessMethod },
		...catalog.session.role === void 0 ? {} : { owner: catalog.session.role }
	};
}
function parentsOf(catalog, definition) {
	return (definition.partitionOf === void 0 ? definition.inherits : [definition.partitionOf.parent]).map((name) => catalog.tables.get(name) ?? partlyKnownTable(name));
}
/** The parents' columns in their order, then the table's own; one named again is one column (`MergeAttributes` in tablecmds.c). */
function columnsOf$1(catalog, definition, parents, postgres) {
	const isPartition = definition.partitionOf !== void 0;
	const merged = /* @__PURE__ */ new Map();
	for (const column of parents.flatMap((parent) => inheritedColumns(parent, definition, postgres))) {
		const earlier = merged.get(column.name);
		const both = earlier && {
			...column,
			...withParent(earlier),
			nullable: earlier.nullable && column.nullable
		};
		merged.set(column.name, both ?? asInherited(column));
	}
	const own = definition.columns.flatMap((each) => "like" in each ? likeColumns(catalog, definition.name, each) : [columnFrom(each, catalog)]);
	for (const column of own) {
		const earlier = merged.get(column.name);
		if (earlier === void 0 && column.type !== "") merged.set(column.name, column);
		if (earlier !== void 0) merged.set(column.name, mergedColumn(earlier, column, isPartition));
	}
	return [...merged.values()];
}
/** Identity columns pass to partitions since PostgreSQL 17, and never to INHERITS children. */
function inheritedColumns(parent, child, postgres) {
	const isPartition = child.partitionOf !== void 0;
	return retarget(parent.columns, parent.name, child.name).map((column) => {
		const bare = omit(column, "inherited", "origin", "comment", "statistics", "options");
		return isPartition && postgres >= 17 ? bare : omit(bare, "identity");
	});
}
/** A child's own definition adds to its parent's: NOT NULL if either says so, with the child's default. */
function mergedColumn(parent, own, isPartition) {
	const { parents } = parent.inherited ?? { parents: 0 };
	const inherited = { inherited: {
		local: !isPartition,
		parents
	} };
	return {
		...parent,
		...omit(own, "type"),
		nullable: parent.nullable && own.nullable,
		...parents > 0 ? inherited : {}
	};
}
/** NOT NULLs of the table's own, each with a name of its own, then those that only parents have. */
function addNotNulls(catalog, definition, constraints, parents) {
	const { name } = definition;
	const inherited = parents.flatMap((parent) => (parent.notNulls ?? []).filter((each) => each.noInherit !== true));
	const beside = definition.columns.flatMap((each) => {
		if ("like" in each) return likeNotNulls(catalog, each);
		return !each.nullable || each.serial || each.identity !== void 0 ? [{
			...each.notNull ?? { span: each.span },
			column: each.name
		}] : [];
	});
	const ofKey = (constraints.find((each) => each.type === "primaryKey")?.columns ?? []).map((column) => ({ column }));
	const named = definition.notNulls ?? [];
	let result = catalog;
	const isNamed = (column) => named.some((each) => each.column === column && each.name !== void 0);
	for (const notNull of [
		...beside.filter((each) => !isNamed(each.column)),
		...named,
		...ofKey
	]) result = addNotNull(result, name, notNull);
	for (const notNull of inherited) result = inheritNotNull(result, name, notNull, true);
	return result;
}
/** CHECKs as written, then the primary key, then other keys, then foreign keys: the order in which the server names them. */
function constraintsInOrder(definition) {
	return withoutRepetition([...definition.columns.flatMap((element) => "like" in element ? [] : element.constraints), ...definition.constraints].toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)).toSorted((a, b) => RANK[a.type] - RANK[b.type]));
}
/** A key on the columns of an earlier one is that one, and lends it its name (`transformIndexConstraints` in parse_utilcmd.c). */
function withoutRepetition(constraints) {
	const kept = [];
	for (const constraint of constraints) {
		const earlier = kept.findIndex((each) => isKey(each) && isKey(constraint) && isSameKey(each, constraint));
		const first = kept[earlier];
		if (first === void 0) kept.push(constraint);
		else if (first.name === void 0 && constraint.name !== void 0) kept[earlier] = {
			...first,
			name: constraint.name
		};
	}
	return kept;
}
function isSameKey(a, b) {
	const shape = ({ columns, included, nullsNotDistinct, deferrable }) => JSON.stringify([
		columns,
		included,
		nullsNotDistinct,
		deferrable
	]);
	return shape(a) === shape(b);
}
function isKey(constraint) {
	return constraint.type === "primaryKey" || constraint.type === "unique";
}
const RANK = {
	check: 0,
	primaryKey: 1,
	unique: 2,
	exclusion: 2,
	foreignKey: 3
};
/** In a table without rows nothing is left to be validated, whatever NOT VALID says. */
function asValid(constraint) {
	return (!("enforced" in constraint) || constraint.enforced !== false) && "notValid" in constraint ? {
		...constraint,
		notValid: false
	} : constraint;
}

//#endregion
//#region src/catalog/fold-table-changes.ts
/** The catalog after a form of ALTER TABLE that has no action of its own. */
function foldTableChange(catalog, action) {
	const { table, change } = action;
	if (change === void 0) return catalog;
	const own = (edit) => changeTable(catalog, table, edit);
	const column = (name, edit) => eachColumn(catalog, table, name, action.only === true, edit);
	switch (change.form) {
		case "setOptions": return own((known) => setOptions(known, change.options));
		case "resetOptions": return own((known) => setOptions(known, {}, change.names));
		case "setTablespace": return own((known) => withTablespace(known, change.tablespace));
		case "setAccessMethod": return own((known) => ({
			...omit(known, "accessMethod"),
			...change.method === void 0 ? {} : { accessMethod: change.method }
		}));
		case "setReplicaIdentity": return own((known) => {
			const bare = omit(known, "replicaIdentity");
			return change.identity === "default" ? bare : {
				...bare,
				replicaIdentity: change.identity
			};
		});
		case "clusterOn": return own((known) => ({
			...omit(known, "clusteredOn"),
			...change.index === void 0 ? {} : { clusteredOn: change.index }
		}));
		case "forceRowSecurity": return own((known) => {
			const bare = omit(known, "forcesRowSecurity");
			return change.forced ? {
				...bare,
				forcesRowSecurity: true
			} : bare;
		});
		case "setColumnStatistics": return column(change.column, (known) => ({
			...omit(known, "statistics"),
			...change.statistics === void 0 ? {} : { statistics: change.statistics }
		}));
		case "setColumnOptions": return column(change.column, (known) => setOptions(known, change.options));
		case "resetColumnOptions": return column(change.column, (known) => setOptions(known, {}, change.names));
		case "setColumnStorage": return column(change.column, (known) => ({
			...omit(known, "storage"),
			...storageUnlessDefault(catalog, known.type, change.storage)
		}));
		case "setColumnCompression": return column(change.column, (known) => ({
			...omit(known, "compression"),
			...change.compression === void 0 ? {} : { compression: change.compression }
		}));
		case "alterConstraint": return alterConstraint$1(catalog, table, change.name, change.alteration);
		case "inherit": return inherit(catalog, table, change.parent);
		case "noInherit": return noInherit(catalog, table, change.parent);
		case "setType": return own((known) => ({
			...omit(known, "ofType"),
			...change.type === void 0 ? {} : { ofType: change.type }
		}));
	}
}

//#endregion
//#region src/catalog/fold-table.ts
/** The catalog after an action on tables, their columns or their constraints. */
function foldTable(catalog, action, postgres) {
	switch (action.kind) {
		case "createTable": {
			const result = createTable(catalog, action, postgres);
			return result === catalog ? catalog : applyDefaultPrivileges(result, "table", action.table.name, result.tables.get(action.table.name)?.owner);
		}
		case "dropTable": return dropTable(catalog, action.table, action.cascade);
		case "addColumn":
		case "dropColumn":
		case "renameColumn":
		case "setColumnType":
		case "setColumnDefault":
		case "setColumnNullable":
		case "setColumnIdentity":
		case "setColumnExpression": return foldColumn(catalog, action, postgres);
		case "addConstraint": return addConstraint(catalog, action.table, action.constraint, action.only);
		case "dropConstraint": return dropConstraint(catalog, action.table, action.name, action.only);
		case "renameConstraint": return renameConstraint(catalog, action.table, action.from, action.to);
		case "validateConstraint": return validateConstraint(catalog, action.table, action.name);
		case "attachPartition": return attachPartition(catalog, action, postgres);
		case "detachPartition": return detachPartition(catalog, action, postgres);
		case "setRowSecurity": return changeTable(catalog, action.table, (table) => ({
			...table,
			rowSecurity: action.enabled
		}));
		case "setPersistence": return setPersistence(catalog, action, postgres);
		case "setTriggerEnabled": return setTriggerEnabled(catalog, action);
		case "setTableProperty": return foldTableChange(catalog, action);
		case "truncateTable": return catalog;
	}
}
/** The sequences of a table's columns follow it, where they can be unlogged at all. */
function setPersistence(catalog, action, postgres) {
	const { table, persistence } = action;
	const result = changeTable(catalog, table, (known) => ({
		...known,
		persistence
	}));
	if (postgres < 15) return result;
	const change = (sequence, name) => [name, withPersistence(sequence, persistence)];
	return {
		...result,
		sequences: mapEntries(result.sequences, change, sequencesOf(result, table))
	};
}

//#endregion
//#region src/catalog/fold.ts
/** The catalog after an action. Transactions are the caller's: see `src/lint.ts`. */
function fold(catalog, action, postgres) {
	switch (action.kind) {
		case "createTable":
		case "dropTable":
		case "truncateTable":
		case "addColumn":
		case "dropColumn":
		case "renameColumn":
		case "setColumnType":
		case "setColumnDefault":
		case "setColumnNullable":
		case "setColumnIdentity":
		case "setColumnExpression":
		case "addConstraint":
		case "dropConstraint":
		case "renameConstraint":
		case "validateConstraint":
		case "attachPartition":
		case "detachPartition":
		case "setRowSecurity":
		case "setPersistence":
		case "setTriggerEnabled":
		case "setTableProperty": return foldTable(catalog, action, postgres);
		case "createSchema":
		case "dropSchema":
		case "renameSchema":
		case "createIndex":
		case "dropIndex":
		case "attachIndex":
		case "alterIndex":
		case "reindex":
		case "renameRelation":
		case "setOwner":
		case "createSequence":
		case "alterSequence":
		case "dropSequence":
		case "createEnum":
		case "addEnumValue":
		case "renameEnumValue":
		case "createDomain":
		case "alterDomain":
		case "createType":
		case "alterType":
		case "dropType":
		case "createView":
		case "alterView":
		case "dropView":
		case "refreshView":
		case "createFunction":
		case "alterFunction":
		case "dropFunction":
		case "createTrigger":
		case "dropTrigger":
		case "renameTrigger":
		case "createExtension":
		case "dropExtension":
		case "setComment":
		case "changeRows":
		case "readRows":
		case "maintain":
		case "lockTable": return foldObject(catalog, action, postgres);
		case "createRole":
		case "alterRole":
		case "renameRole":
		case "dropRole":
		case "grantMembership":
		case "revokeMembership":
		case "grant":
		case "revoke":
		case "grantByDefault":
		case "revokeByDefault":
		case "reassignOwned":
		case "dropOwned":
		case "createPolicy":
		case "alterPolicy":
		case "renamePolicy":
		case "dropPolicy": return foldPrivilege(catalog, action, postgres);
		case "setSearchPath": {
			const searchPath = action.schemas === "default" ? ["public"] : action.schemas;
			return {
				...catalog,
				session: {
					...catalog.session,
					searchPath
				}
			};
		}
		case "setRole": {
			const { searchPath } = catalog.session;
			return {
				...catalog,
				session: action.role === void 0 ? { searchPath } : {
					searchPath,
					role: action.role
				}
			};
		}
		case "beginTransaction":
		case "commitTransaction":
		case "rollBackTransaction":
		case "setSavepoint":
		case "rollBackToSavepoint":
		case "leaveCatalog":
		case "unmodelled":
		case "unparsed":
		case "truncateIdentifier":
		case "misallow":
		case "setSetting":
		case "leaveTransactionOpen":
		case "needVersion":
		case "refused":
		case "foreseeRefusal":
		case "observeOtherwise":
		case "differAfterDown": return catalog;
	}
}

//#endregion
//#region src/fingerprint.ts
/** A stable short name for what is found: equal parts give an equal one. */
function fingerprint(...parts) {
	return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

//#endregion
//#region src/text/revision.ts
/** Whether the SQL of a half is all that it sends, and does not depend on what nobody answered. */
function isKnown$1({ unread, questions, isAnswered }) {
	return unread === void 0 && (questions.length === 0 || isAnswered);
}

//#endregion
//#region src/judge-migrations.ts
/** Judges migrations as units, by the rules that look at them so. */
function judgeMigrations(migrations, rules, judged) {
	const asked = rules.flatMap(({ name, rule, severity }) => rule.scope === "migration" ? [{
		name,
		rule,
		severity
	}] : []);
	if (asked.length === 0) return [];
	const { base, catalogs } = judged;
	const history = migrations.map((each, position) => factsOf(each, catalogs[position - 1] ?? base, judged.postgres));
	const subjects = migrations.map((each, position) => subjectOf(each, history, position, judged));
	return asked.flatMap(({ name, rule, severity }) => subjects.filter(({ migration }) => migration.isJudged).flatMap((subject) => [...rule.check(subject)].map((problem) => ({
		migration: subject.migration,
		problem
	}))).map(({ migration, problem }) => {
		const { effects: _, ...rest } = problem;
		return {
			...rest,
			span: problem.span ?? migration.head,
			rule: name,
			severity,
			hazard: rule.hazard ?? "none",
			seenIn: "migrations",
			fingerprint: fingerprint(name, problem.subject, migration.path)
		};
	}));
}
function subjectOf(read, history, position, { runner, transaction, configured, base, catalogs, postgres }) {
	const after = catalogs[position] ?? base;
	return {
		migration: history[position],
		history,
		runner,
		transaction,
		...configured === void 0 ? {} : { configured },
		before: catalogs[position - 1] ?? base,
		after,
		get afterDown() {
			const { downStatements, revision } = read;
			if (downStatements === void 0 || revision !== void 0 && !isKnown$1(revision.down)) return void 0;
			return foldAll(downStatements, after, postgres);
		}
	};
}
function foldAll(statements, before, postgres) {
	let catalog = before;
	for (const statement of statements) for (const action of statement.actions(catalog, postgres)) catalog = fold(catalog, action, postgres);
	return catalog;
}
function factsOf(migration, before, postgres) {
	const { version, up, statements, revision } = migration;
	return {
		version,
		key: migration.key ?? version,
		path: up.span.file.path,
		head: revision?.up.place ?? statements[0]?.span ?? firstLine$1(up.span),
		statements: statements.length,
		get sequence() {
			return sequenceOf(statements, before, postgres);
		},
		...revision === void 0 ? {} : { revision },
		down: downOf(migration),
		isJudged: migration.standing !== "context",
		...migration.edited === void 0 ? {} : { edited: migration.edited }
	};
}
function sequenceOf(statements, before, postgres) {
	let catalog = before;
	return statements.map(({ kind, span, actions: read }) => {
		const actions = read(catalog, postgres);
		for (const action of actions) catalog = fold(catalog, action, postgres);
		return {
			kind,
			span,
			actions
		};
	});
}
/** A downgrade that refuses, or explains in a comment why it does nothing, misleads nobody. */
function downOfRevision({ down, comments, place }) {
	if (down.body === "absent" || down.body === "refuses") return down.body === "absent" ? "absent" : "reasoned";
	if (down.body === "something") return "whole";
	const isInside = ({ file, start }) => file.path === place.file.path && start > down.place.start;
	return comments.some((each) => isInside(each) && /[a-z]{2}/i.test(textOf(each))) ? "reasoned" : "empty";
}
/** What the down half of a migration is. */
function downOf({ down, downStatements, revision }) {
	if (revision !== void 0) return downOfRevision(revision);
	if (down === void 0) return "absent";
	if ((downStatements?.length ?? 0) > 0) return "whole";
	return (textOf(down.span).match(/--[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? []).some((each) => /[a-z]{2}/i.test(each) && !RUNNERS_OWN.test(each)) ? "reasoned" : "empty";
}
const RUNNERS_OWN = /^--[\s-]*(?:\+goose|\+migrate|migrate:|create above|down migration|up migration|this file should undo)/i;
function firstLine$1(span) {
	const end = span.file.text.slice(span.start, span.end).search(/[\r\n]/);
	return end < 0 ? span : {
		...span,
		end: span.start + end
	};
}

//#endregion
//#region src/catalog/effects-of-constraints.ts
/** The effects of ADD CONSTRAINT on the table itself, its children and, of a foreign key, on the other tables too. */
function ofAddConstraint(before, table, constraint, postgres) {
	switch (constraint.type) {
		case "primaryKey":
		case "unique": return ofKey(before, table, constraint, postgres);
		case "exclusion": return withPartitions(before, table, [exclusive(table, "build")]);
		case "check": return ofCheck(before, table, constraint, postgres);
		case "foreignKey": return ofForeignKey$1(before, table, constraint);
	}
}
/** Since 18 the heirs of a table are locked even for a CHECK that they do not inherit. */
function ofCheck(before, table, check, postgres) {
	const own = exclusive(table, check.notValid ? "none" : "validate");
	if (check.noInherit !== true) return withChildren(before, table, [own]);
	return postgres < 18 ? [own] : [own, ...withChildren(before, table, [exclusive(table)])];
}
function ofKey(before, table, key, postgres) {
	if (key.usingIndex !== void 0) {
		const proven = (before.indexes.get(key.usingIndex)?.keys ?? []).every((each) => "column" in each && isProvenNotNull(before, table, each.column));
		return [exclusive(table, key.type === "primaryKey" && !proven ? "validate" : "none")];
	}
	const own = exclusive(table, "build");
	const isSettled = key.columns.every((column) => isNotNull(before, table, column));
	if ((key.type === "unique" || isSettled) && postgres < 18) return [own, ...partitionsOf$1(before, table).map((each) => on(each.name, "ShareLock", "build"))];
	return withPartitions(before, table, [own]);
}
function isNotNull(catalog, table, column) {
	return catalog.tables.get(table)?.columns.find((each) => each.name === column)?.nullable === false;
}
/** Whether it needs no look at the rows to know that a column holds no NULL: it says so, or a valid CHECK does. */
function isProvenNotNull(catalog, table, column) {
	const known = catalog.tables.get(table);
	if (known === void 0) return false;
	if (!(known.notNulls?.some((each) => each.column === column && !each.validated) === true) && known.columns.some((each) => each.name === column && !each.nullable)) return true;
	return known.checks.some((check) => check.validated && check.expression.notNull?.includes(column) === true);
}
/**
* A foreign key locks both tables. Of a partitioned table each partition is checked, but for
* those that have the same key, validated: theirs becomes part of the new one, for which
* its triggers on the referenced table are dropped (measured on 14 to 18).
*/
function ofForeignKey$1(before, table, key) {
	const partitions = childrenOf(before, table).filter((child) => child.partitionOf === table);
	const attached = partitions.filter((partition) => hasSameKey(before, partition, key));
	const work = !key.notValid && (partitions.length === 0 || attached.length < partitions.length) ? "validate" : "none";
	const isElsewhere = key.references !== table;
	const referenced = withPartitions(before, key.references, [on(key.references, "ShareRowExclusiveLock", work)]);
	return [
		on(table, "ShareRowExclusiveLock", work),
		...isElsewhere ? referenced : [],
		...isElsewhere && attached.length > 0 ? [exclusive(key.references)] : [],
		...partitions.flatMap((partition) => {
			if (attached.includes(partition)) return [on(partition.name, "ShareRowExclusiveLock")];
			return ofForeignKey$1(before, partition.name, key).filter((effect) => effect.relation !== key.references);
		})
	];
}
/** DROP CONSTRAINT locks what refers to a key, and what a foreign key refers to, as it locks the table. */
function ofDropConstraint(action, before) {
	const table = before.tables.get(action.table);
	const key = table?.foreignKeys.find((each) => each.name === action.name);
	const own = onChildrenWith(action, before);
	if (key !== void 0) return [...own, ...withPartitions(before, key.references, [exclusive(key.references)])];
	if (table === void 0 || !action.cascade) return own;
	return [...own, ...referencing(before, table, action.name)];
}
/**
* The table, its partitions, and the heirs of a constraint that is inherited. With ONLY a
* CHECK becomes the children's own.
*/
function onChildrenWith(action, before) {
	const own = [exclusive(action.table)];
	const table = before.tables.get(action.table);
	const inherited = [...table?.checks ?? [], ...table?.notNulls ?? []].find(({ name }) => name === action.name);
	if (inherited === void 0) return action.only === true ? own : withPartitions(before, action.table, own);
	if (inherited.noInherit === true) return own;
	if (action.only !== true) return withChildren(before, action.table, own);
	return [...own, ...childrenOf(before, action.table).map((each) => exclusive(each.name))];
}
/** The tables whose foreign keys go with a key. */
function referencing(before, table, name) {
	const columns = [...table.primaryKey === void 0 ? [] : [table.primaryKey], ...table.uniques].find((each) => each.name === name)?.columns.toSorted().join();
	return tablesReferencing(before, table.name).flatMap(([other, { foreignKeys }]) => {
		return foreignKeys.some((each) => each.references === table.name && each.referencedColumns.toSorted().join() === columns) ? [exclusive(other)] : [];
	});
}
/** VALIDATE CONSTRAINT; one that is valid already is not looked at again. */
function ofValidate(action, before) {
	const { table, name } = action;
	const known = before.tables.get(table);
	const key = known?.foreignKeys.find((each) => each.name === name);
	if (key !== void 0) {
		if (key.validated) return [on(table, "ShareUpdateExclusiveLock")];
		const own = withPartitions(before, table, [on(table, "ShareUpdateExclusiveLock", "validate")]);
		return key.references === table ? own : [...own, on(key.references, "RowShareLock", "scan")];
	}
	if ([...known?.checks ?? [], ...known?.notNulls ?? []].some((each) => each.name === name && each.validated)) return [on(table, "ShareUpdateExclusiveLock")];
	return withChildren(before, table, [on(table, "ShareUpdateExclusiveLock", "validate")]);
}
/** ALTER CONSTRAINT: a foreign key that comes to be enforced is checked, which locks the other table as DROP does (measured on 18). */
function ofAlterConstraint(before, table, change) {
	const key = before.tables.get(table)?.foreignKeys.find((each) => each.name === change.name);
	const { enforced } = change.alteration;
	if (key === void 0 || enforced === void 0 || enforced === (key.enforced !== false)) return [exclusive(table)];
	const work = enforced ? "validate" : "none";
	return [...withPartitions(before, table, [exclusive(table, work)]), exclusive(key.references, work)];
}
/** RENAME CONSTRAINT: a CHECK has the same name in every child. */
function ofRenameConstraint(action, before, postgres) {
	if (action.index !== void 0) return ofRenameIndex(action.index, postgres);
	const own = [exclusive(action.table)];
	return before.tables.get(action.table)?.checks.some((each) => each.name === action.from) === true ? withChildren(before, action.table, own) : own;
}
/** Since 12, renaming an index keeps nobody from the table waiting. */
function ofRenameIndex(index, postgres) {
	return [on(index, postgres >= 12 ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock")];
}

//#endregion
//#region src/catalog/effects-of-drop.ts
/**
* What DROP of a table or view locks: it, what goes with it, the tables that its foreign
* keys refer to, and the parent of a partition with its default partition.
*/
function ofDropRelation(name, before, cascade) {
	const dropped = /* @__PURE__ */ new Set();
	const effects = [];
	const pending = [name];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		if (dropped.has(next)) continue;
		dropped.add(next);
		effects.push(exclusive(next));
		const table = before.tables.get(next);
		if (table !== void 0) effects.push(...besideTable$1(table, before, cascade));
		for (const child of childrenOf(before, next)) if (cascade || child.partitionOf === next) pending.push(child.name);
		if (cascade) pending.push(...viewsReading(before, next).map(([view]) => view));
	}
	return effects;
}
function besideTable$1(table, before, cascade) {
	const { name, partitionOf } = table;
	const referencing = cascade ? tablesReferencing(before, name).map(([other]) => exclusive(other)) : [];
	const beside = partitionOf === void 0 ? void 0 : defaultPartitionOf(before, partitionOf);
	return [
		...table.foreignKeys.map((key) => exclusive(key.references)),
		...referencing,
		...sequencesOf(before, name).map(([sequence]) => exclusive(sequence)),
		...partitionOf === void 0 ? [] : [exclusive(partitionOf)],
		...beside === void 0 ? [] : [exclusive(beside.name)]
	];
}

//#endregion
//#region src/catalog/built-in-casts.ts
/** To which types values of a type are cast without a change of their bytes (pg_cast.castmethod = 'b'). */
const BINARY_COERCIBLE = new Map([
	["bit", ["bit varying"]],
	["bit varying", ["bit"]],
	["character varying", ["character", "text"]],
	["cidr", ["inet"]],
	["integer", [
		"oid",
		"regclass",
		"regcollation",
		"regconfig",
		"regdictionary",
		"regnamespace",
		"regoper",
		"regoperator",
		"regproc",
		"regprocedure",
		"regrole",
		"regtype"
	]],
	["oid", [
		"integer",
		"regclass",
		"regcollation",
		"regconfig",
		"regdictionary",
		"regnamespace",
		"regoper",
		"regoperator",
		"regproc",
		"regprocedure",
		"regrole",
		"regtype"
	]],
	["pg_dependencies", ["bytea"]],
	["pg_mcv_list", ["bytea"]],
	["pg_ndistinct", ["bytea"]],
	["pg_node_tree", ["text"]],
	["regclass", ["integer", "oid"]],
	["regcollation", ["integer", "oid"]],
	["regconfig", ["integer", "oid"]],
	["regdictionary", ["integer", "oid"]],
	["regnamespace", ["integer", "oid"]],
	["regoper", [
		"integer",
		"oid",
		"regoperator"
	]],
	["regoperator", [
		"integer",
		"oid",
		"regoper"
	]],
	["regproc", [
		"integer",
		"oid",
		"regprocedure"
	]],
	["regprocedure", [
		"integer",
		"oid",
		"regproc"
	]],
	["regrole", ["integer", "oid"]],
	["regtype", ["integer", "oid"]],
	["text", ["character", "character varying"]],
	["xml", [
		"character",
		"character varying",
		"text"
	]]
]);

//#endregion
//#region src/catalog/type-changes.ts
/** Whether a cast from one type to another leaves every value's bytes as they are, so that ALTER TYPE rewrites nothing. */
function keepsBytes(catalog, from, to, postgres) {
	if (from === to) return true;
	if (isConstrained(catalog, to)) return false;
	const source = parse$1(undomained(catalog, from));
	const target = parse$1(undomained(catalog, to));
	if (source.name === target.name) return source.modifiers === target.modifiers || widens(source, target);
	if (isTimestampPair(source.name, target.name)) return postgres >= 12 && isUnlimitedTime(target);
	return target.modifiers === "" && BINARY_COERCIBLE.get(source.name)?.includes(target.name) === true;
}
/** Whether indexes on a column stay as they are when its type changes from one to another of equal bytes. */
function keepsOperators(catalog, from, to) {
	return operatorFamily(parse$1(undomained(catalog, from)).name) === operatorFamily(parse$1(undomained(catalog, to)).name);
}
/** Whether a type is a domain that may refuse values: its own constraints and those of what it is made of count. */
function isConstrained(catalog, type) {
	const domain = catalog.domains.get(type);
	if (domain === void 0) return false;
	return !domain.nullable || domain.checks.length > 0 || isConstrained(catalog, domain.type);
}
function parse$1(type) {
	const [, head = type, modifiers = "", tail = ""] = /^(.*?)(\([^()]*\))?( with(?:out)? time zone)?(?:)$/.exec(type) ?? [];
	const name = `${head}${tail}`;
	if (name.startsWith("interval")) return {
		name: "interval",
		modifiers: `${name.slice(8)}${modifiers}`
	};
	return {
		name: name === "bpchar" ? "character" : name,
		modifiers
	};
}
function undomained(catalog, type) {
	const domain = catalog.domains.get(type);
	return domain === void 0 ? type : undomained(catalog, domain.type);
}
/** Whether every value of a type stays as it is under the target's modifiers: what the types' planner support functions know. */
function widens(source, target) {
	if (target.modifiers === "") return true;
	const [from = NaN, fromScale = 0] = numbersOf(source.modifiers);
	const [to = NaN, toScale = 0] = numbersOf(target.modifiers);
	switch (target.name) {
		case "character varying":
		case "bit varying": return to >= from;
		case "numeric": return toScale === fromScale && to >= from;
		case "time without time zone":
		case "time with time zone":
		case "timestamp without time zone":
		case "timestamp with time zone": return isUnlimitedTime(target) || to >= from;
		case "interval": return widensInterval(source.modifiers, target.modifiers);
		default: return false;
	}
}
function isTimestampPair(first, second) {
	const pair = ["timestamp without time zone", "timestamp with time zone"];
	return first !== second && pair.includes(first) && pair.includes(second);
}
/** Six digits are all that times have. */
function isUnlimitedTime({ modifiers }) {
	return modifiers === "" || (numbersOf(modifiers)[0] ?? 0) >= 6;
}
/** `interval_support` in timestamp.c: the least field stays or becomes smaller, seconds keep their digits. */
function widensInterval(source, target) {
	const least = leastField(source);
	if (leastField(target) > least) return false;
	const digits = numbersOf(target)[0] ?? 6;
	return least > 0 || digits >= 6 || digits >= (numbersOf(source)[0] ?? 6);
}
function leastField(modifiers) {
	const [last = "second"] = /[a-z]+(?=\(|$)/.exec(modifiers.trim()) ?? [];
	return Math.max(0, [
		"second",
		"minute",
		"hour",
		"day",
		"month",
		"year"
	].indexOf(last));
}
function numbersOf(modifiers) {
	return [...modifiers.matchAll(/-?\d+/g)].map((each) => Number(each[0]));
}
/** varchar has no operators of its own but those of text, cidr those of inet. */
function operatorFamily(name) {
	if (name === "character varying") return "text";
	return name === "cidr" ? "inet" : name;
}

//#endregion
//#region src/catalog/built-in-functions.ts
/** The functions of pg_catalog that give one value throughout a statement, in every form. */
const NON_VOLATILE_FUNCTIONS = new Set(`
  abbrev abs acldefault aclexplode acos acosd acosh age any_value_transfn anyarray_send anycompatiblearray_send area
  array_dims array_fill array_larger array_length array_lower array_ndims array_position array_positions array_remove
  array_replace array_reverse array_send array_smaller array_sort array_to_json array_to_string array_to_tsvector
  array_upper ascii asin asind asinh atan atan2 atan2d atand atanh bit bit_count bit_length bit_send bittypmodin bool
  booland_statefunc boolor_statefunc boolsend box box_send bpchar bpchar_larger bpchar_smaller bpcharsend
  bpchartypmodin brin_bloom_summary_send brin_minmax_multi_summary_send broadcast btrim bytea bytea_larger
  bytea_smaller byteasend cardinality casefold cash_send cash_words cashlarger cashsmaller cbrt ceil ceiling center
  char char_length character_length charsend chr cidr cidr_send cidsend circle circle_send col_description concat
  concat_ws convert convert_from convert_to cos cosd cosh cot cotd crc32 crc32c current_database current_schema
  current_schemas current_setting current_user database_to_xml database_to_xml_and_xmlschema database_to_xmlschema
  date date_add date_bin date_larger date_part date_send date_smaller date_subtract date_trunc datemultirange
  daterange daterange_canonical daterange_subdiff decode degrees dexp diagonal diameter div dlog1 dlog10 dround dtrunc
  encode enum_first enum_larger enum_last enum_range enum_send enum_smaller erf erfc exp extract factorial family
  float4 float4_accum float4larger float4send float4smaller float8 float8_accum float8_avg float8_combine float8_corr
  float8_covar_pop float8_covar_samp float8_regr_accum float8_regr_avgx float8_regr_avgy float8_regr_combine
  float8_regr_intercept float8_regr_r2 float8_regr_slope float8_regr_sxx float8_regr_sxy float8_regr_syy
  float8_stddev_pop float8_stddev_samp float8_var_pop float8_var_samp float8larger float8send float8smaller floor
  fmgr_c_validator fmgr_internal_validator fmgr_sql_validator format format_type gamma gcd generate_series
  generate_subscripts get_bit get_byte get_current_ts_config getdatabaseencoding getpgusername
  has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
  has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege has_schema_privilege
  has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege height
  host hostmask icu_unicode_version inet_client_addr inet_client_port inet_send inet_server_addr inet_server_port
  initcap int2 int2_avg_accum int2_avg_accum_inv int2_sum int2int4_sum int2larger int2send int2smaller int2vectorsend
  int4 int4_avg_accum int4_avg_accum_inv int4_avg_combine int4_sum int4inc int4larger int4multirange int4range
  int4range_canonical int4range_subdiff int4send int4smaller int8 int8_avg int8_sum int8dec int8dec_any int8inc
  int8inc_any int8inc_float8_float8 int8larger int8multirange int8range int8range_canonical int8range_subdiff int8send
  int8smaller interval interval_larger interval_send interval_smaller intervaltypmodin is_normalized isclosed isfinite
  ishorizontal isopen isparallel isperp isvertical json_array_elements json_array_elements_text json_array_length
  json_build_array json_build_object json_each json_each_text json_object json_object_keys json_populate_record
  json_populate_recordset json_send json_strip_nulls json_to_record json_to_recordset json_to_tsvector json_typeof
  jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each
  jsonb_each_text jsonb_insert jsonb_object jsonb_object_keys jsonb_path_exists jsonb_path_exists_tz jsonb_path_match
  jsonb_path_match_tz jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first
  jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record jsonb_populate_record_valid
  jsonb_populate_recordset jsonb_pretty jsonb_send jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record
  jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_send justify_days justify_hours justify_interval lcm left
  length lgamma like like_escape line line_send ln log log10 lower lower_inc lower_inf lpad lseg lseg_send ltrim
  macaddr macaddr8 macaddr8_send macaddr8_set7bit macaddr_send make_date make_interval make_time make_timestamp
  make_timestamptz makeaclitem masklen md5 min_scale mod money multirange multirange_intersect_agg_transfn
  multirange_send mxid_age name nameconcatoid namesend netmask network network_larger network_smaller normalize
  notlike now npoints num_nonnulls num_nulls numeric numeric_div_trunc numeric_exp numeric_inc numeric_larger
  numeric_ln numeric_log numeric_send numeric_smaller numeric_sqrt numerictypmodin nummultirange numnode numrange
  numrange_subdiff obj_description octet_length oid oidlarger oidsend oidsmaller oidvectorsend oidvectortypes overlaps
  overlay parse_ident path path_send pclose pg_available_extension_versions pg_available_extensions pg_backend_pid
  pg_basetype pg_char_to_encoding pg_client_encoding pg_collation_for pg_collation_is_visible pg_column_compression
  pg_column_is_updatable pg_column_size pg_column_toast_chunk_id pg_conf_load_time pg_config pg_conversion_is_visible
  pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned pg_cursor pg_ddl_command_send
  pg_dependencies_send pg_describe_object pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
  pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid pg_event_trigger_table_rewrite_reason
  pg_extension_update_paths pg_filenode_relation pg_function_is_visible pg_get_acl pg_get_catalog_foreign_keys
  pg_get_constraintdef pg_get_expr pg_get_function_arg_default pg_get_function_arguments
  pg_get_function_identity_arguments pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef
  pg_get_keywords pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef pg_get_publication_tables
  pg_get_replica_identity_index pg_get_replication_slots pg_get_ruledef pg_get_serial_sequence pg_get_statisticsobjdef
  pg_get_statisticsobjdef_columns pg_get_statisticsobjdef_expressions pg_get_triggerdef pg_get_userbyid pg_get_viewdef
  pg_has_role pg_identify_object pg_identify_object_as_address pg_index_column_has_property pg_index_has_property
  pg_indexam_has_property pg_indexam_progress_phasename pg_input_error_info pg_input_is_valid pg_is_other_temp_schema
  pg_listening_channels pg_lsn pg_lsn_larger pg_lsn_send pg_lsn_smaller pg_mcv_list_items pg_mcv_list_send
  pg_my_temp_schema pg_ndistinct_send pg_node_tree_send pg_numa_available pg_opclass_is_visible pg_operator_is_visible
  pg_opfamily_is_visible pg_options_to_table pg_partition_root pg_postmaster_start_time pg_prepared_statement
  pg_relation_filenode pg_relation_filepath pg_relation_is_publishable pg_relation_is_updatable
  pg_replication_origin_oid pg_sequence_parameters pg_settings_get_flags pg_show_all_settings pg_size_bytes
  pg_size_pretty pg_snapshot_send pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name
  pg_stat_get_activity pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
  pg_stat_get_autovacuum_count pg_stat_get_backend_activity pg_stat_get_backend_activity_start
  pg_stat_get_backend_client_addr pg_stat_get_backend_client_port pg_stat_get_backend_dbid pg_stat_get_backend_idset
  pg_stat_get_backend_pid pg_stat_get_backend_start pg_stat_get_backend_subxact pg_stat_get_backend_userid
  pg_stat_get_backend_wait_event pg_stat_get_backend_wait_event_type pg_stat_get_backend_xact_start
  pg_stat_get_bgwriter_buf_written_clean pg_stat_get_bgwriter_maxwritten_clean pg_stat_get_bgwriter_stat_reset_time
  pg_stat_get_blocks_fetched pg_stat_get_blocks_hit pg_stat_get_buf_alloc pg_stat_get_checkpointer_buffers_written
  pg_stat_get_checkpointer_num_performed pg_stat_get_checkpointer_num_requested pg_stat_get_checkpointer_num_timed
  pg_stat_get_checkpointer_restartpoints_performed pg_stat_get_checkpointer_restartpoints_requested
  pg_stat_get_checkpointer_restartpoints_timed pg_stat_get_checkpointer_slru_written
  pg_stat_get_checkpointer_stat_reset_time pg_stat_get_checkpointer_sync_time pg_stat_get_checkpointer_write_time
  pg_stat_get_db_active_time pg_stat_get_db_blk_read_time pg_stat_get_db_blk_write_time pg_stat_get_db_blocks_fetched
  pg_stat_get_db_blocks_hit pg_stat_get_db_checksum_failures pg_stat_get_db_checksum_last_failure
  pg_stat_get_db_conflict_all pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock
  pg_stat_get_db_conflict_logicalslot pg_stat_get_db_conflict_snapshot pg_stat_get_db_conflict_startup_deadlock
  pg_stat_get_db_conflict_tablespace pg_stat_get_db_deadlocks pg_stat_get_db_idle_in_transaction_time
  pg_stat_get_db_numbackends pg_stat_get_db_parallel_workers_launched pg_stat_get_db_parallel_workers_to_launch
  pg_stat_get_db_session_time pg_stat_get_db_sessions pg_stat_get_db_sessions_abandoned pg_stat_get_db_sessions_fatal
  pg_stat_get_db_sessions_killed pg_stat_get_db_stat_reset_time pg_stat_get_db_temp_bytes pg_stat_get_db_temp_files
  pg_stat_get_db_tuples_deleted pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted
  pg_stat_get_db_tuples_returned pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit pg_stat_get_db_xact_rollback
  pg_stat_get_dead_tuples pg_stat_get_function_calls pg_stat_get_function_self_time pg_stat_get_function_total_time
  pg_stat_get_ins_since_vacuum pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time
  pg_stat_get_last_autovacuum_time pg_stat_get_last_vacuum_time pg_stat_get_lastscan pg_stat_get_live_tuples
  pg_stat_get_mod_since_analyze pg_stat_get_numscans pg_stat_get_progress_info pg_stat_get_replication_slot
  pg_stat_get_slru pg_stat_get_snapshot_timestamp pg_stat_get_subscription pg_stat_get_subscription_stats
  pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time pg_stat_get_total_autovacuum_time
  pg_stat_get_total_vacuum_time pg_stat_get_tuples_deleted pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated
  pg_stat_get_tuples_inserted pg_stat_get_tuples_newpage_updated pg_stat_get_tuples_returned
  pg_stat_get_tuples_updated pg_stat_get_vacuum_count pg_stat_get_wal pg_stat_get_wal_receiver pg_stat_get_wal_senders
  pg_statistics_obj_is_visible pg_table_is_visible pg_tablespace_databases pg_tablespace_location
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names pg_trigger_depth pg_ts_config_is_visible
  pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible pg_type_is_visible pg_typeof
  pg_visible_in_snapshot pg_wal_lsn_diff pg_walfile_name pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery
  point point_send poly_send polygon popen position postgresql_fdw_validator pow power querytree quote_ident
  quote_literal quote_nullable radians radius range_intersect_agg_transfn range_send record_larger record_send
  record_smaller regclass regclasssend regcollationsend regconfigsend regdictionarysend regexp_count regexp_instr
  regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr
  regnamespacesend regoperatorsend regopersend regproceduresend regprocsend regrolesend regtypesend repeat replace
  reverse right round row_security_active row_to_json rpad rtrim satisfies_hash_partition scale schema_to_xml
  schema_to_xml_and_xmlschema schema_to_xmlschema session_user set_bit set_byte set_masklen setweight sha224 sha256
  sha384 sha512 shobj_description sign similar_escape similar_to_escape sin sind sinh slope split_part sqrt
  statement_timestamp string_to_array string_to_table strip strpos substr substring system_user table_to_xml
  table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh text text_larger text_smaller textlen textsend tidlarger
  tidsend tidsmaller time time_larger time_send time_smaller timestamp timestamp_larger timestamp_send
  timestamp_smaller timestamptypmodin timestamptz timestamptz_larger timestamptz_send timestamptz_smaller
  timestamptztypmodin timetypmodin timetz timetz_larger timetz_send timetz_smaller timetztypmodin timezone to_ascii
  to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct to_regclass to_regcollation to_regnamespace
  to_regoper to_regoperator to_regproc to_regprocedure to_regrole to_regtype to_regtypemod to_timestamp to_tsquery
  to_tsvector transaction_timestamp translate trim_array trim_scale trunc ts_debug ts_delete ts_filter ts_headline
  ts_lexize ts_parse ts_rank ts_rank_cd ts_token_type tsmultirange tsquerysend tsrange tsrange_subdiff tstzmultirange
  tstzrange tstzrange_subdiff tsvector_to_array tsvectorsend txid_current txid_current_if_assigned
  txid_current_snapshot txid_snapshot_send txid_snapshot_xip txid_snapshot_xmax txid_snapshot_xmin
  txid_visible_in_snapshot unicode_assigned unicode_version unistr unknownsend unnest upper upper_inc upper_inf
  uuid_extract_timestamp uuid_extract_version uuid_send varbit varbit_send varbittypmodin varchar varcharsend
  varchartypmodin version void_send websearch_to_tsquery width width_bucket xid xid8_larger xid8_smaller xid8send
  xidsend xml xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xml_send xmlcomment xmlconcat2
  xmlexists xmltext xmlvalidate xpath xpath_exists
  `.trim().split(/\s+/));
/** The same of the extensions citext, earthdistance, hstore, intarray, ltree, pg_trgm, pgcrypto, unaccent, uuid-ossp. */
const NON_VOLATILE_EXTENSION_FUNCTIONS = new Set(`
  _int_different _int_same akeys armor avals citext citext_larger citext_smaller citextsend crypt cube cube_dim
  cube_enlarge cube_inter cube_is_point cube_ll_coord cube_send cube_size cube_subset cube_union cube_ur_coord dearmor
  decrypt decrypt_iv defined digest each earth earth_box earth_distance encrypt encrypt_iv gc_to_sec hmac hstore
  hstore_send hstore_to_json hstore_to_json_loose hstore_to_jsonb hstore_to_jsonb_loose hstore_version_diag index
  intset isdefined isexists latitude lca ll_to_earth longitude lquery_send ltree2text ltree_send ltxtq_send nlevel
  pgp_armor_headers pgp_key_id pgp_pub_decrypt pgp_pub_decrypt_bytea pgp_sym_decrypt pgp_sym_decrypt_bytea querytree
  regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table replace sec_to_gc show_limit
  show_trgm similarity skeys slice sort sort_asc sort_desc split_part strict_word_similarity strpos subarray subltree
  subpath svals tconvert text2ltree translate unaccent uniq uuid_generate_v3 uuid_generate_v5 uuid_nil uuid_ns_dns
  uuid_ns_oid uuid_ns_url uuid_ns_x500 word_similarity
  `.trim().split(/\s+/));

//#endregion
//#region src/catalog/volatility.ts
/**
* Whether an expression may give another value for each row, so that a default made of it
* cannot be stored once for all rows.
*/
function isVolatile(catalog, expression) {
	return expression.functions.some((name) => mayVary(catalog, name));
}
/** Of a function that is not known, CREATE FUNCTION's own assumption is made: that it is volatile. */
function mayVary(catalog, name) {
	const own = functionsNamed(catalog, name);
	if (own.length > 0) return own.some((each) => each.volatility === "volatile");
	if (!name.includes(".") && (NON_VOLATILE_FUNCTIONS.has(name) || SQL_VALUES.has(name))) return false;
	return !NON_VOLATILE_EXTENSION_FUNCTIONS.has(name.includes(".") ? partsOf(name).name : name);
}
/** Values that SQL writes without brackets (SQLValueFunctionOp in primnodes.h): all are stable. */
const SQL_VALUES = new Set([
	"current_catalog",
	"current_date",
	"current_role",
	"current_schema",
	"current_time",
	"current_timestamp",
	"current_user",
	"localtime",
	"localtimestamp",
	"session_user",
	"user"
]);

//#endregion
//#region src/catalog/effects-of-columns.ts
/** ADD COLUMN writes rows anew where each may get another value, and checks them where a constraint stands beside it. */
function ofAddColumn$1(action, before, postgres) {
	const { table, column } = action;
	if (before.tables.get(table)?.columns.some((each) => each.name === column.name) === true && action.ifNotExists) return [exclusive(table)];
	const isFilled = defaultOf(before, column) !== void 0 || column.serial || column.identity !== void 0;
	const work = isRewritten(before, column) ? "rewrite" : !column.nullable && !isFilled && column.generated === void 0 ? "validate" : "none";
	const beside = column.constraints.flatMap((constraint) => {
		if (constraint.type !== "foreignKey") return ofAddConstraint(before, table, constraint, postgres);
		const looked = isFilled && !constraint.notValid ? "validate" : "none";
		const referenced = on(constraint.references, "ShareRowExclusiveLock", looked);
		return [exclusive(table, looked), ...withPartitions(before, constraint.references, [referenced])];
	});
	return [...withChildren(before, table, [exclusive(table, work)]), ...beside];
}
/** Whether rows differ in what the new column holds, so that it cannot be kept once for all of them. */
function isRewritten(before, column) {
	if (column.generated !== void 0) return column.generated === "stored";
	if (column.serial || column.identity !== void 0 || isConstrained(before, column.type)) return true;
	const filled = defaultOf(before, column);
	return filled !== void 0 && isVolatile(before, filled);
}
/** The default of a column or a domain, or else that of the domain it is of. */
function defaultOf(before, column) {
	const domain = before.domains.get(column.type);
	return column.default ?? (domain === void 0 ? void 0 : defaultOf(before, domain));
}
/** SET EXPRESSION computes what is stored anew; DROP EXPRESSION keeps it, and what is not stored needs no rows. */
function ofExpression(action, before) {
	const { table, column } = action;
	const known = before.tables.get(table)?.columns.find((each) => each.name === column);
	return withChildren(before, table, [exclusive(table, action.expression !== void 0 && known?.generated !== "virtual" ? "rewrite" : "none")]);
}
/** SET NOT NULL reads every row unless a constraint that holds already proves it. */
function ofNullable(action, before) {
	const { table, column, nullable } = action;
	const isUnchecked = nullable || action.constraint?.notValid === true;
	const work = (name) => isUnchecked || isProvenNotNull(before, name, column) ? "none" : "validate";
	return withChildren(before, table, [exclusive(table)]).map((effect) => ({
		...effect,
		work: work(effect.relation)
	}));
}
/** GENERATED … AS IDENTITY; since 17 it reaches partitions. A sequence goes with DROP IDENTITY. */
function ofIdentity(action, before, postgres) {
	const own = [exclusive(action.table)];
	const sequences = ownedBy(before, action.table, action.column).map(({ relation }) => action.identity === void 0 ? exclusive(relation) : on(relation, "ShareRowExclusiveLock"));
	const had = (before.tables.get(action.table)?.columns.find((each) => each.name === action.column))?.identity === void 0 ? [] : sequences;
	return [...postgres >= 17 ? withPartitions(before, action.table, own) : own, ...had];
}
/** DROP COLUMN takes constraints, sequences and, with CASCADE, views and other tables' foreign keys with it. */
function ofDropColumn(action, before) {
	const { table, column } = action;
	const referenced = (before.tables.get(table)?.foreignKeys ?? []).flatMap((key) => key.columns.includes(column) ? [exclusive(key.references)] : []);
	const referencing = (action.cascade ? tablesReferencing(before, table) : []).flatMap(([other, { foreignKeys }]) => {
		return foreignKeys.some((key) => key.references === table && key.referencedColumns.includes(column)) ? [exclusive(other)] : [];
	});
	const views = action.cascade ? viewsReading(before, table, column) : [];
	return [
		...withChildren(before, table, [exclusive(table)]),
		...referenced,
		...referencing,
		...ownedBy(before, table, column),
		...views.flatMap(([view]) => ofDropRelation(view, before, true))
	];
}
function ownedBy(before, table, column) {
	return sequencesOf(before, table).filter(([, sequence]) => sequence.ownedBy?.column === column).map(([name]) => exclusive(name));
}

//#endregion
//#region src/catalog/effects-of-indexes.ts
/** CREATE INDEX builds it on the table, or on every partition. */
function ofCreateIndex$1(action, before) {
	const { table, name } = action.index;
	const lock = action.concurrently ? "ShareUpdateExclusiveLock" : "ShareLock";
	const isThere = name !== void 0 && relationExists(before, qualify(partsOf(table).schema, name));
	if (action.ifNotExists && isThere) return [on(table, lock)];
	if (action.onOnly && before.tables.get(table)?.kind === "partitioned") return [on(table, lock)];
	return ofBuilding(action.index, table, lock, before);
}
/** A partition that has the like of the index already is locked, as its own partitions are, and builds nothing. */
function ofBuilding(index, table, lock, before) {
	return [on(table, lock, "build"), ...partitionsOf(before, table).flatMap(({ name }) => findSameIndex(before, index, name, true) === void 0 ? ofBuilding(index, name, lock, before) : withPartitions(before, name, [on(name, lock)]))];
}
/** DROP INDEX locks the table as the index; of a partitioned table its partitions too. */
function ofDropIndex(action, before) {
	const index = before.indexes.get(action.index);
	if (index === void 0) return [];
	const lock = action.concurrently ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock";
	return withPartitions(before, index.table, [on(index.table, lock)]);
}
/** REINDEX lets rows be read, but queries that plan to use an index wait for it. */
function ofReindex(action, before) {
	const { relation, concurrently } = action;
	const isBare = (table, indexes) => indexes.length === 0 && before.tables.get(table)?.known === "wholly";
	const own = (table, indexes) => [on(table, concurrently ? "ShareUpdateExclusiveLock" : "ShareLock", isBare(table, indexes) ? "none" : "build"), ...concurrently ? [] : indexes.map((name) => exclusive(name))];
	const all = (table) => own(table, indexesOf(before, table).map(([name]) => name));
	if (relation !== void 0) {
		const index = before.indexes.get(relation);
		if (index !== void 0) return own(index.table, [relation]);
		return action.target === "index" ? [] : all(relation);
	}
	return [...before.tables.values()].filter((table) => table.kind === "table").filter(({ name }) => action.schema === void 0 || partsOf(name).schema === action.schema).filter(({ name }) => indexesOf(before, name).length > 0).flatMap(({ name }) => all(name));
}
/** ALTER INDEX … ATTACH PARTITION. */
function ofAttachIndex(action, before) {
	const tables = [action.index, action.part].flatMap((name) => before.indexes.get(name)?.table ?? []);
	return [
		on(action.index, "ShareUpdateExclusiveLock"),
		exclusive(action.part),
		...tables.map((table) => on(table, "AccessShareLock"))
	];
}
/** ALTER INDEX: a move to another tablespace copies the index. */
function ofAlterIndex(action) {
	const { index, change } = action;
	return [change.form === "setTablespace" ? exclusive(index) : on(index, "ShareUpdateExclusiveLock")];
}

//#endregion
//#region src/catalog/effects-of-objects.ts
/** What is locked beside, by a statement that changes nothing that the catalog has. */
function ofTouches({ touches }, before) {
	return (touches ?? []).flatMap(({ relation, lock, withHeirs }) => {
		const own = [on(relation, lock)];
		const isWhole = before.tables.get(relation)?.kind === "partitioned";
		return withHeirs === true && !isWhole ? withChildren(before, relation, own) : own;
	});
}
/** CREATE VIEW; a view that it replaces is locked. */
function ofCreateView(action) {
	return [exclusive(action.view.name)];
}
/** REFRESH runs the query, unless it is WITH NO DATA; CONCURRENTLY lets the old rows be read meanwhile. */
function ofRefresh(action, before) {
	const { query } = (action.populated ? before.views.get(action.view) : void 0) ?? {};
	const read = query === void 0 ? [] : mentionsOf(query).filter((name) => isRelation(before, name));
	return [action.concurrently ? on(action.view, "ExclusiveLock", "scan") : exclusive(action.view, "rewrite"), ...read.flatMap((name) => ofReading(before, name, "AccessShareLock", true))];
}
/** Rows that a query reads; of a view, what it reads in its turn. */
function ofReadRows(action, before) {
	return action.relations.flatMap(({ name, lock }) => ofReading(before, name, lock, action.scans));
}
function ofReading(before, name, lock, scans) {
	const view = before.views.get(name);
	const own = on(name, lock, scans && view?.materialized !== false ? "scan" : "none");
	if (view === void 0 || view.materialized || view.query === void 0 || !scans) return scans ? withChildren(before, name, [own]) : [own];
	return [own, ...mentionsOf(view.query).filter((each) => isRelation(before, each) && each !== name).flatMap((each) => ofReading(before, each, lock, scans))];
}
function isRelation(before, name) {
	return before.tables.has(name) || before.views.has(name);
}
/** INSERT, UPDATE, DELETE, MERGE and COPY. */
function ofChangeRows(action, before) {
	const isWhole = (action.statement === "update" || action.statement === "delete") && !action.where;
	const own = [on(action.relation, "RowExclusiveLock", isWhole ? "scan" : "none")];
	return action.statement === "insert" || action.statement === "copy" ? own : withChildren(before, action.relation, own);
}
/** LOCK TABLE. */
function ofLock(action, before) {
	const lock = LOCK_MODES[action.mode - 1] ?? "AccessExclusiveLock";
	return action.relations.flatMap((relation) => withChildren(before, relation, [on(relation, lock)]));
}
/** VACUUM, ANALYZE and CLUSTER. ANALYZE reads a sample, which does not grow with the table. */
function ofMaintain(action, before) {
	const isAnew = action.command === "vacuum full" || action.command === "cluster";
	const tables = [...before.tables.values()].filter((table) => table.kind === "table").map((table) => table.name);
	return (action.relations.length === 0 && action.command !== "cluster" ? tables : action.relations).flatMap((relation) => withChildren(before, relation, [isAnew ? exclusive(relation, "rewrite") : on(relation, "ShareUpdateExclusiveLock", action.command === "analyze" ? "none" : "scan")]));
}
/** ALTER SEQUENCE; OWNED BY looks at the table. */
function ofSequence(action) {
	const { ownedBy } = action.options;
	const table = ownedBy === void 0 || ownedBy === "none" ? [] : [on(ownedBy.table, "AccessShareLock")];
	return [on(action.sequence, "ShareRowExclusiveLock"), ...table];
}
/** ALTER DOMAIN reads every table with a column of the domain where a constraint comes to hold. */
function ofDomain$1(action, before) {
	const { alteration } = action;
	if (!(alteration.form === "addCheck" && !alteration.check.notValid || alteration.form === "validateConstraint" || alteration.form === "setNullable" && !alteration.nullable)) return [];
	return tablesOf(before, action.domain).map((table) => on(table, "ShareLock", "scan"));
}
function tablesOf(before, type) {
	const tables = tablesNaming(before, type).flatMap(([name, { kind, columns }]) => {
		return columns.some((column) => column.type === type || column.type === `${type}[]`) && kind === "table" ? [name] : [];
	});
	const domains = [...before.domains.values()].filter((each) => each.type === type);
	return [...tables, ...domains.flatMap((each) => tablesOf(before, each.name))];
}
/** DROP TYPE … CASCADE drops the columns of the type. */
function ofDropType(action, before) {
	if (!action.cascade) return [];
	return tablesOf(before, action.type).map((name) => exclusive(name));
}
/** DROP FUNCTION … CASCADE drops the triggers that call it. */
function ofDropFunction(action, before) {
	const known = before.functions.get(action.function);
	if (!action.cascade || known === void 0) return [];
	return triggersCalling(before, known.name).map(([, trigger]) => exclusive(trigger.table));
}
/** COMMENT keeps relations from other DDL; for a part that has a name of its own within a table it only looks the table up. */
function ofComment$1({ on: target }, before) {
	switch (target.object) {
		case "relation": return [on(target.name, "ShareUpdateExclusiveLock")];
		case "column": return before.types.has(target.relation) ? [] : [on(target.relation, "ShareUpdateExclusiveLock")];
		case "constraint":
		case "trigger":
		case "policy": return [on(target.table, "AccessShareLock")];
		default: return [];
	}
}
/** GRANT and REVOKE look at tables since 18. */
function ofGrant(action, postgres) {
	if (postgres < 18 || action.privileges.target !== "table") return [];
	return action.on.map((name) => on(name, "AccessShareLock"));
}

//#endregion
//#region src/catalog/effects-of-tables.ts
/** CREATE TABLE locks what it refers to, takes after or becomes a part of. */
function ofCreateTable$1(action, before) {
	const { table } = action;
	if (action.ifNotExists && before.tables.has(table.name)) return [];
	const constraints = [...table.columns.filter((each) => !("like" in each)).flatMap((column) => column.constraints), ...table.constraints];
	const inherited = (table.partitionOf === void 0 ? void 0 : before.tables.get(table.partitionOf.parent))?.foreignKeys.map((key) => key.references) ?? [];
	const referenced = constraints.flatMap((each) => each.type === "foreignKey" ? [each.references] : []);
	const others = [...inherited, ...referenced].filter((name) => name !== table.name);
	return [
		exclusive(table.name),
		...others.flatMap((name) => [on(name, "ShareRowExclusiveLock"), ...partitionsOf$1(before, name).map((each) => on(each.name, "ShareRowExclusiveLock"))]),
		...table.partitionOf === void 0 ? [] : ofPartition(table.partitionOf.parent, before),
		...table.inherits.map((name) => on(name, "ShareUpdateExclusiveLock")),
		...table.columns.flatMap((each) => "like" in each ? [on(each.like, "AccessShareLock")] : [])
	];
}
/** A partition made in place; what the default one holds may belong to it, and is read. */
function ofPartition(parent, before) {
	const beside = defaultPartitionOf(before, parent);
	return [exclusive(parent), ...beside === void 0 ? [] : [exclusive(beside.name, "scan")]];
}
/** DROP TABLE; of a table that is not known, its own lock is all that can be told. */
function ofDropTable(action, before) {
	if (action.ifExists && !before.tables.has(action.table)) return [];
	return ofDropRelation(action.table, before, action.cascade);
}
/** TRUNCATE makes files anew but empty, so that it takes no longer for longer tables. */
function ofTruncate(action, before) {
	const done = /* @__PURE__ */ new Set();
	const effects = [];
	const pending = [action.table];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		if (done.has(next)) continue;
		done.add(next);
		effects.push(...withChildren(before, next, [exclusive(next)]));
		if (action.cascade) pending.push(...tablesReferencing(before, next).map(([name]) => name));
	}
	return effects;
}
/** ATTACH PARTITION reads the partition, unless a constraint proves that its rows belong there, and builds what it lacks. */
function ofAttach(action, before, postgres) {
	const { table: parent, partition } = action;
	const beside = action.isDefault ? void 0 : defaultPartitionOf(before, parent);
	const own = withChildren(before, partition, [exclusive(partition, indexesOf(before, parent).length > indexesOf(before, partition).length ? "build" : "validate")]);
	return [
		on(parent, postgres >= 12 ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock"),
		...own,
		...beside === void 0 ? [] : [exclusive(beside.name, "validate")],
		...keysTaken(before, parent, partition, postgres)
	];
}
/** The parent's foreign keys become the partition's: those that it lacks are made and checked. */
function keysTaken(before, parent, partition, postgres) {
	const own = before.tables.get(partition);
	return (before.tables.get(parent)?.foreignKeys ?? []).flatMap((key) => {
		const definition = {
			...key,
			type: "foreignKey",
			notValid: !key.validated
		};
		if (own !== void 0 && hasSameKey(before, own, definition)) return [exclusive(key.references)];
		return ofAddConstraint(before, partition, definition, postgres);
	});
}
/**
* DETACH PARTITION. CONCURRENTLY waits for everyone who uses the parent, and takes the
* partition's exclusive lock but for an instant, in a second transaction.
*/
function ofDetach(action, before, postgres) {
	const { table: parent, partition } = action;
	if (action.concurrently) return [on(parent, "ShareUpdateExclusiveLock"), exclusive(partition)];
	const beside = defaultPartitionOf(before, parent);
	const below = partitionsOf$1(before, partition).map((each) => exclusive(each.name));
	return [
		exclusive(parent),
		postgres >= 14 ? exclusive(partition) : on(partition, "ShareUpdateExclusiveLock"),
		...below,
		...beside === void 0 ? [] : [exclusive(beside.name)]
	];
}
/** RENAME TO locks the relation; SET SCHEMA takes the sequences of its columns along. */
function ofRename$1(action, before, postgres) {
	const { from, to } = action;
	if (before.indexes.has(from)) return ofRenameIndex(from, postgres);
	if ((before.enums.has(from) || before.domains.has(from) || before.types.has(from)) && !before.tables.has(from)) return [];
	const isMoved = partsOf(from).schema !== partsOf(to).schema;
	return [exclusive(from), ...isMoved ? sequencesOf(before, from).map(([name]) => exclusive(name)) : []];
}
/** OWNER TO reaches the sequences of a table's columns. */
function ofOwner(action, before) {
	if (action.target === "schema") return [];
	return [exclusive(action.on), ...sequencesOf(before, action.on).map(([name]) => exclusive(name))];
}
/** A form of ALTER TABLE that changes neither columns nor constraints. */
function ofTableProperty(action, before) {
	const { table, property } = action;
	if (LIGHT_PROPERTIES.has(property)) {
		const own = [on(table, "ShareUpdateExclusiveLock")];
		return property === "SET STATISTICS" ? withChildren(before, table, own) : own;
	}
	if (property === "SET TABLE SPACE" || property === "SET ACCESS METHOD") return [exclusive(table, isStoredSo(before.tables.get(table), action.change) ? "none" : "rewrite")];
	const own = [exclusive(table)];
	if (action.change?.form === "alterConstraint") return ofAlterConstraint(before, table, action.change);
	if (action.change?.form === "inherit") {
		const below = descendantsOf(before, table).map((each) => on(each.name, "AccessShareLock"));
		return [
			...own,
			on(action.change.parent, "ShareUpdateExclusiveLock"),
			...below
		];
	}
	if (action.change?.form === "noInherit") return [...own, on(action.change.parent, "AccessShareLock")];
	return COLUMN_PROPERTIES.has(property) ? withChildren(before, table, own) : own;
}
/** Whether a table is where, or as, a change would have it stored; the database's own defaults are taken to be the server's. */
function isStoredSo(table, change) {
	if (table?.known !== "wholly") return false;
	if (change?.form === "setAccessMethod") return (change.method ?? "heap") === (table.accessMethod ?? "heap");
	return change?.form === "setTablespace" && change.tablespace === (table.tablespace ?? "pg_default");
}
/** Forms that let rows be read and written. */
const LIGHT_PROPERTIES = new Set([
	"SET STATISTICS",
	"SET REL OPTIONS",
	"RESET REL OPTIONS",
	"SET OPTIONS",
	"RESET OPTIONS",
	"CLUSTER ON",
	"DROP CLUSTER"
]);
/** Forms about a column, which its children have too. */
const COLUMN_PROPERTIES = new Set(["SET STORAGE", "SET COMPRESSION"]);
/** DROP SCHEMA … CASCADE drops everything within. */
function ofDropSchema(action, before) {
	if (!action.cascade) return [];
	const within = [...before.tables.keys(), ...before.views.keys()].filter((name) => partsOf(name).schema === action.name);
	const sequences = [...before.sequences.keys()].filter((name) => partsOf(name).schema === action.name);
	return [...within.flatMap((name) => ofDropRelation(name, before, true)), ...sequences.map((name) => exclusive(name))];
}
/** SET LOGGED and SET UNLOGGED write everything anew, unless it is so already. */
function ofPersistence(action, before) {
	const isSo = before.tables.get(action.table)?.persistence === action.persistence;
	const sequences = sequencesOf(before, action.table).map(([name]) => exclusive(name));
	return [exclusive(action.table, isSo ? "none" : "rewrite"), ...isSo ? [] : sequences];
}
/** A trigger for rows of a partitioned table is its partitions' too. */
function withTriggerCopies(before, own, triggers) {
	return triggers.some((each) => each.forEach === "row") ? withPartitions(before, own.relation, [own]) : [own];
}
/** The triggers of a table, or the one of a name. */
function triggersNamed(before, table, name) {
	return triggersOf(before, table).flatMap(([, each]) => name === void 0 || each.name === name ? [each] : []);
}

//#endregion
//#region src/catalog/effects-of-type-changes.ts
/**
* ALTER COLUMN … TYPE. Rows are written anew unless every step of the cast keeps their bytes;
* then indexes that compare otherwise are built anew, CHECKs on the column are checked again,
* and foreign keys with it are dropped and made again, which locks both their tables.
*/
function ofTypeChange(action, before, postgres) {
	const { table } = action;
	const change = new Change(action, before, postgres);
	const own = withChildren(before, table, [exclusive(table)]);
	const beside = own.flatMap(({ relation }) => change.onForeignKeys(relation));
	return [...own.map((effect) => exclusive(effect.relation, change.workOn(effect.relation))), ...beside];
}
var Change = class {
	#action;
	#before;
	#postgres;
	constructor(action, before, postgres) {
		this.#action = action;
		this.#before = before;
		this.#postgres = postgres;
	}
	workOn(name) {
		const table = this.#before.tables.get(name);
		if (this.#rewrites(table)) return "rewrite";
		if (table === void 0) return "none";
		const { column } = this.#action;
		if (indexesOf(this.#before, name).some(([, index]) => this.#isRebuilt(index, table))) return "build";
		return table.checks.some((check) => check.expression.columns.includes(column)) ? "validate" : "none";
	}
	/** The other sides of foreign keys that hold the column or refer to it. */
	onForeignKeys(name) {
		const table = this.#before.tables.get(name);
		const { column } = this.#action;
		const work = this.#rewrites(table) || !this.#keepsOperators(table) ? "validate" : "none";
		const own = (table?.foreignKeys ?? []).filter((key) => key.columns.includes(column));
		const from = tablesReferencing(this.#before, name).filter(([, { foreignKeys }]) => foreignKeys.some((key) => key.references === name && key.referencedColumns.includes(column)));
		return [...own.flatMap((key) => [exclusive(key.references, work), exclusive(name, work)]), ...from.flatMap(([other]) => [exclusive(other, work), exclusive(name, work)])];
	}
	/** Where the old type is not known, most changes write rows anew. */
	#rewrites(table) {
		const { using, casts } = this.#action;
		if (table?.kind === "foreign") return false;
		const type = this.#oldType(table);
		if (type === void 0 || using !== void 0 && casts === void 0) return true;
		const steps = [
			type,
			...casts ?? [],
			this.#action.type
		];
		return steps.slice(1).some((to, position) => !keepsBytes(this.#before, steps[position], to, this.#postgres));
	}
	#keepsOperators(table) {
		const type = this.#oldType(table);
		return type !== void 0 && keepsOperators(this.#before, type, this.#action.type);
	}
	/** A collation that is not said is the type's own. */
	#keepsOrder(table) {
		return table.columns.find((each) => each.name === this.#action.column)?.collation === this.#action.collation;
	}
	#oldType(table) {
		return table?.columns.find((each) => each.name === this.#action.column)?.type;
	}
	/** An index with a predicate or an expression is never taken to be the same (`CheckIndexCompatible` in indexcmds.c). */
	#isRebuilt(index, table) {
		const { column } = this.#action;
		const isKey = index.keys.some((key) => "column" in key && key.column === column);
		const isComputed = index.keys.some((key) => !("column" in key));
		if (![
			...index.keys.flatMap((key) => "column" in key ? [key.column] : key.expression.columns),
			...index.predicate?.columns ?? [],
			...index.included
		].includes(column)) return false;
		return isComputed || index.predicate !== void 0 || isKey && !(this.#keepsOperators(table) && this.#keepsOrder(table));
	}
};

//#endregion
//#region src/text/nearest.ts
/** The candidate that differs from a word by the fewest edits, if by few enough for its length. */
function nearestOf(word, candidates) {
	const bound = Math.min(2, Math.floor(word.length / 2));
	let best;
	let bestDistance = bound + 1;
	for (const candidate of candidates) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance > 0 && distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into another. */
function editDistance(a, b) {
	const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const cost = a[row - 1] === b[column - 1] ? 0 : 1;
			const above = rows[row - 1] ?? [];
			let best = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + cost);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) best = Math.min(best, (rows[row - 2]?.[column - 2] ?? 0) + 1);
			current.push(best);
		}
		rows.push(current);
	}
	return rows[a.length]?.[b.length] ?? Math.max(a.length, b.length);
}

//#endregion
//#region src/catalog/refusal.ts
/** A refusal because of what is there already. */
function existing(what, subject, reason, sqlstate, within) {
	return {
		about: "existing",
		what,
		subject,
		reason,
		sqlstate,
		...within === void 0 ? {} : { within }
	};
}
/** A refusal because of a part that a table, view or type has not; `others` are the parts that it has. */
function missingPart(within, part, reason, sqlstate, others) {
	const nearest = nearestOf(part, others);
	return {
		about: "missing",
		what: "part",
		subject: `${within}.${part}`,
		within,
		reason,
		sqlstate,
		...nearest === void 0 ? {} : { nearest }
	};
}
/** A refusal because of an object that is not there; `others` are the names of those that might have been meant. */
function missingObject(what, name, reason, sqlstate, others) {
	const { schema, name: bare } = partsOf(name);
	const besides = [];
	for (const other of others) {
		const parts = partsOf(other);
		if (parts.schema === schema) besides.push(parts.name);
	}
	const nearest = nearestOf(bare, besides);
	return {
		about: "missing",
		what,
		subject: name,
		reason,
		sqlstate,
		...nearest === void 0 ? {} : { nearest }
	};
}
/** A name as the server says it, which repeats what was written: without its schema where the search_path leads there. */
function spoken(catalog, name) {
	const { schema, name: bare } = partsOf(name);
	return schema === "pg_temp" || catalog.session.searchPath.includes(schema) ? bare : `${schema}.${bare}`;
}

//#endregion
//#region src/catalog/refusal-of-names.ts
/** That a relation to be made has the name of one that is there: tables, indexes, sequences and views share their names. */
function relationTaken(catalog, name) {
	if (!relationExists(catalog, name) || partsOf(name).schema === "pg_temp") return void 0;
	return existing("relation", name, `relation "${partsOf(name).name}" already exists`, "42P07");
}
/** That a type to be made has the name of one that is there; every table and view has a type of its own. */
function typeTaken(catalog, name) {
	if (catalog.types.get(name)?.kind === "shell" || !typeExists(catalog, name) || partsOf(name).schema === "pg_temp") return void 0;
	return existing("type", name, `type "${partsOf(name).name}" already exists`, "42710");
}
/** That a relation is not there, in the words for one that a statement works on. */
function relationMissing(catalog, name) {
	if (relationExists(catalog, name)) return void 0;
	return missingObject("relation", name, `relation "${spoken(catalog, name)}" does not exist`, "42P01", relationNames(catalog));
}
/** That a relation to be dropped is not there. One of another kind is another error. */
function dropMissing(catalog, name, word) {
	if (relationExists(catalog, name)) return void 0;
	const sqlstate = word === "index" ? "42704" : "42P01";
	const among = catalog[word === "materialized view" ? "views" : {
		table: "tables",
		index: "indexes",
		sequence: "sequences",
		view: "views"
	}[word]].keys();
	return missingObject("relation", name, `${word} "${partsOf(name).name}" does not exist`, sqlstate, among);
}
/** That the type of a column, argument or attribute is not there; types of pg_catalog are written without a schema. */
function typeMissing(catalog, type) {
	const name = type.replace(/(?:\[\])+$/, "").replace(/\([^()"]*\)$/, "");
	const { schema, name: bare } = partsOf(name);
	if (!name.includes(".") || schema === "" || bare === "" || typeExists(catalog, name)) return void 0;
	return missingObject("type", name, `type "${spoken(catalog, name)}" does not exist`, "42704", typeNames$1(catalog));
}
/** Whether a type of this name is there, those of tables, arrays and multiranges among them. */
function typeExists(catalog, name) {
	const { enums, domains, types, tables, views, sequences } = catalog;
	if ([
		enums,
		domains,
		types,
		tables,
		views,
		sequences
	].some((each) => each.has(name))) return true;
	for (const type of types.values()) if (type.kind === "range" && type.multirange === name) return true;
	return false;
}
/** The names of all types that people make as such. */
function typeNames$1(catalog) {
	return [
		...catalog.enums.keys(),
		...catalog.domains.keys(),
		...catalog.types.keys()
	];
}
/** The names of what may be read or altered as a relation. */
function relationNames(catalog) {
	return [
		...catalog.tables.keys(),
		...catalog.views.keys(),
		...catalog.sequences.keys(),
		...catalog.indexes.keys()
	];
}

//#endregion
//#region src/catalog/refusal-of-constraints.ts
/** Why the server would refuse a constraint of a table. */
function refusalOfConstraint(catalog, on, constraint) {
	return taken(catalog, on, constraint) ?? ofColumns$1(catalog, on, constraint);
}
/** A constraint with an index needs its name among the relations, any other one among the constraints of its table. */
function taken(catalog, { name, table }, constraint) {
	if (constraint.type === "primaryKey" && table?.primaryKey !== void 0) {
		const reason = `multiple primary keys for table "${partsOf(name).name}" are not allowed`;
		return existing("part", `${name}.${table.primaryKey.name}`, reason, "42P16", name);
	}
	if (constraint.name === void 0) return void 0;
	const isIndexed = constraint.type !== "check" && constraint.type !== "foreignKey";
	if ("usingIndex" in constraint && constraint.usingIndex !== void 0) return void 0;
	const relation = isIndexed ? relationTaken(catalog, qualify(partsOf(name).schema, constraint.name)) : void 0;
	if (relation !== void 0) return relation;
	const same = table === void 0 ? void 0 : constraintsOf(table).find((each) => each.name === constraint.name);
	if (same === void 0 || same.inherited !== void 0) return void 0;
	const reason = `constraint "${constraint.name}" for relation "${partsOf(name).name}" already exists`;
	return existing("part", `${name}.${constraint.name}`, reason, "42710", name);
}
function ofColumns$1(catalog, on, constraint) {
	switch (constraint.type) {
		case "foreignKey": return ofForeignKey(catalog, on, constraint);
		case "primaryKey":
		case "unique": return absent(on, constraint.columns, (column) => `column "${column}" named in key does not exist`);
		case "check":
		case "exclusion": return;
	}
}
function ofForeignKey(catalog, on, key) {
	const says = (column) => `column "${column}" referenced in foreign key constraint does not exist`;
	const isItself = key.references === on.name;
	const missing = isItself ? void 0 : relationMissing(catalog, key.references);
	if (missing !== void 0) return missing;
	const own = absent(on, key.columns, says);
	if (own !== void 0) return own;
	if (isItself) return absent(on, key.referencedColumns, says);
	return refusalOfColumns(catalog, key.references, key.referencedColumns, says);
}
/** That a table which is known as a whole has not got all of some columns. */
function refusalOfColumns(catalog, name, columns, says) {
	const table = catalog.tables.get(name);
	if (table?.known !== "wholly") return void 0;
	return absent({
		name,
		columns: table.columns.map((each) => each.name)
	}, columns, says);
}
function absent(on, columns, says) {
	const { columns: has } = on;
	const missing = has === void 0 ? void 0 : columns.find((each) => !has.includes(each) && !SYSTEM.has(each));
	return missing === void 0 ? void 0 : missingPart(on.name, missing, says(missing), "42703", has ?? []);
}
/** Columns that every table has, beside its own. */
const SYSTEM = new Set([
	"ctid",
	"cmax",
	"cmin",
	"oid",
	"tableoid",
	"xmax",
	"xmin"
]);

//#endregion
//#region src/catalog/refusal-of-tables.ts
/** Why the server would refuse an action on a table; undefined for any other action. */
function refusalOfTable(action, before) {
	switch (action.kind) {
		case "createTable": return ofCreateTable(action, before);
		case "dropTable": return action.ifExists ? void 0 : dropMissing(before, action.table, "table");
		case "truncateTable":
		case "setRowSecurity":
		case "setPersistence": return relationMissing(before, action.table);
		case "addColumn":
		case "dropColumn":
		case "renameColumn":
		case "setColumnType":
		case "setColumnDefault":
		case "setColumnNullable":
		case "setColumnIdentity":
		case "setColumnExpression":
		case "addConstraint":
		case "dropConstraint":
		case "renameConstraint":
		case "validateConstraint":
		case "setTriggerEnabled":
		case "setTableProperty": return relationMissing(before, action.table) ?? ofParts(action, before);
		case "attachPartition":
		case "detachPartition": return relationMissing(before, action.table) ?? relationMissing(before, action.partition);
		case "setComment": return ofComment(action.on, before);
		default: return;
	}
}
function ofComment(on, before) {
	switch (on.object) {
		case "relation": return relationMissing(before, on.name);
		case "column": {
			const table = before.tables.get(on.relation);
			return table !== void 0 ? columnMissing(table, on.name) : columnOwnerMissing(before, on.relation);
		}
		case "constraint":
		case "trigger": {
			const missing = relationMissing(before, on.table);
			const table = before.tables.get(on.table);
			if (missing !== void 0 || table === void 0) return missing;
			if (on.object === "trigger") return triggerMissing(before, on.table, on.name);
			return constraintMissing(table, on.name, "for table");
		}
		case "type": return typeMissing(before, on.name);
		default: return;
	}
}
function columnOwnerMissing(catalog, name) {
	return catalog.types.has(name) ? void 0 : relationMissing(catalog, name);
}
function ofCreateTable({ table, ifNotExists }, before) {
	const { name } = table;
	const taken = relationTaken(before, name);
	if (taken !== void 0) return ifNotExists ? void 0 : taken;
	const parents = [...table.inherits, ...table.partitionOf === void 0 ? [] : [table.partitionOf.parent]];
	const likes = table.columns.flatMap((each) => "like" in each ? [each.like] : []);
	for (const other of [...parents, ...likes]) {
		const missing = relationMissing(before, other);
		if (missing !== void 0) return missing;
	}
	const own = table.columns.flatMap((each) => "like" in each ? [] : [each]);
	for (const column of own) {
		const missing = typeMissing(before, column.type);
		if (missing !== void 0) return missing;
	}
	const typed = typeTaken(before, name);
	if (typed !== void 0) return typed;
	const columns = own.length === table.columns.length && parents.length === 0 && table.known === void 0 && table.ofType === void 0 ? own.map((each) => each.name) : void 0;
	for (const constraint of [...own.flatMap((each) => each.constraints), ...table.constraints]) {
		const refused = refusalOfConstraint(before, {
			name,
			columns
		}, constraint);
		if (refused !== void 0) return refused;
	}
}
function ofParts(action, before) {
	const table = before.tables.get(action.table);
	if (table === void 0) return void 0;
	switch (action.kind) {
		case "addColumn": return ofAddColumn(action, table, before);
		case "dropColumn":
		case "setColumnDefault":
		case "setColumnNullable":
		case "setColumnIdentity":
		case "setColumnExpression": return columnMissing(table, action.column);
		case "setColumnType": return columnMissing(table, action.column) ?? typeMissing(before, action.type);
		case "renameColumn": return refusalOfColumns(before, table.name, [action.from], (column) => `column "${column}" does not exist`) ?? columnTaken(table, action.to);
		case "addConstraint": {
			const columns = table.known === "wholly" ? table.columns.map((each) => each.name) : void 0;
			return refusalOfConstraint(before, {
				name: table.name,
				columns,
				table
			}, action.constraint);
		}
		case "dropConstraint":
		case "validateConstraint": return constraintMissing(table, action.name, "of relation");
		case "renameConstraint": return constraintMissing(table, action.from, "for table");
		case "setTriggerEnabled": return action.trigger === void 0 ? void 0 : triggerMissing(before, table.name, action.trigger);
		case "setTableProperty": return action.change === void 0 ? void 0 : ofChange(action.change, table);
	}
}
function ofAddColumn({ column, ifNotExists }, table, before) {
	const taken = columnTaken(table, column.name);
	if (taken !== void 0) return ifNotExists ? void 0 : taken;
	const missing = typeMissing(before, column.type);
	if (missing !== void 0) return missing;
	const columns = table.known === "wholly" ? [...table.columns.map((each) => each.name), column.name] : void 0;
	for (const constraint of column.constraints) {
		const refused = refusalOfConstraint(before, {
			name: table.name,
			columns,
			table
		}, constraint);
		if (refused !== void 0) return refused;
	}
}
function columnTaken(table, column) {
	if (!table.columns.some((each) => each.name === column)) return void 0;
	const reason = `column "${column}" of relation "${partsOf(table.name).name}" already exists`;
	return existing("part", `${table.name}.${column}`, reason, "42701", table.name);
}
function columnMissing(table, column) {
	const names = table.columns.map((each) => each.name);
	if (table.known !== "wholly" || names.includes(column)) return void 0;
	const reason = `column "${column}" of relation "${partsOf(table.name).name}" does not exist`;
	return missingPart(table.name, column, reason, "42703", names);
}
function constraintMissing(table, name, joined) {
	const names = constraintsOf(table).map((each) => each.name);
	if (table.known !== "wholly" || names.includes(name)) return void 0;
	const reason = `constraint "${name}" ${joined} "${partsOf(table.name).name}" does not exist`;
	return missingPart(table.name, name, reason, "42704", names);
}
/** That a table has no trigger of a name. */
function triggerMissing(catalog, table, name) {
	if (catalog.triggers.has(onTableKey(table, name)) || catalog.tables.get(table)?.known === "partly") return void 0;
	const others = triggersOf(catalog, table).map(([, each]) => each.name);
	return missingPart(table, name, `trigger "${name}" for table "${partsOf(table).name}" does not exist`, "42704", others);
}
function ofChange(change, table) {
	if ("column" in change) return columnMissing(table, change.column);
	return change.form === "alterConstraint" ? constraintMissing(table, change.name, "of relation") : void 0;
}

//#endregion
//#region src/catalog/refusal-of-types.ts
/** Why the server would refuse an action on a type, or one that renames or hands over an object. */
function refusalOfType(action, before) {
	switch (action.kind) {
		case "createEnum": return typeTaken(before, action.enum.name);
		case "createDomain": return typeTaken(before, action.domain.name);
		case "createType": return typeTaken(before, action.type.name) ?? (action.type.kind === "composite" ? relationTaken(before, action.type.name) : void 0);
		case "addEnumValue":
		case "renameEnumValue": return ofEnumValue(action, before);
		case "alterDomain": return missing(before, action.domain);
		case "dropType": return missing(before, action.type);
		case "renameRelation": return ofRename(action, before);
		case "setOwner": return action.target === "relation" ? relationMissing(before, action.on) : void 0;
		default: return;
	}
}
function ofRename({ from, to, isType }, before) {
	if (isType === true) return missing(before, from) ?? typeTaken(before, to);
	return relationMissing(before, from) ?? relationTaken(before, to);
}
function ofEnumValue(action, before) {
	const known = before.enums.get(action.enum);
	if (known === void 0) return missing(before, action.enum);
	if (action.kind === "renameEnumValue") return labelMissing(known, action.from) ?? labelTaken(known, action.to);
	const taken = labelTaken(known, action.label);
	if (taken !== void 0) return action.ifNotExists ? void 0 : taken;
	return action.neighbour === void 0 ? void 0 : labelMissing(known, action.neighbour.label);
}
function labelTaken({ name, labels }, label) {
	if (!labels.includes(label)) return void 0;
	return existing("part", `${name}.${label}`, `enum label "${label}" already exists`, "42710", name);
}
function labelMissing({ name, labels }, label) {
	if (labels.includes(label)) return void 0;
	return missingPart(name, label, `"${label}" is not an existing enum label`, "22023", labels);
}
function missing(catalog, name) {
	if (typeExists(catalog, name) || relationExists(catalog, name)) return void 0;
	return missingObject("type", name, `type "${partsOf(name).schema === "" ? name : spoken(catalog, name)}" does not exist`, "42704", typeNames$1(catalog));
}

//#endregion
//#region src/catalog/refusal-of-objects.ts
/** Why the server would refuse an action on an object that is neither table nor privilege; undefined for any other action. */
function refusalOfObject(action, before) {
	switch (action.kind) {
		case "createSchema": return action.ifNotExists ? void 0 : schemaTaken(before, action.name);
		case "dropSchema": return schemaMissing(before, action.name);
		case "renameSchema": return schemaMissing(before, action.from) ?? schemaTaken(before, action.to);
		case "createIndex": return ofCreateIndex(action, before);
		case "dropIndex": return dropMissing(before, action.index, "index");
		case "alterIndex":
		case "attachIndex": return relationMissing(before, action.index);
		case "reindex": return action.relation === void 0 ? void 0 : relationMissing(before, action.relation);
		case "createSequence": return action.ifNotExists ? void 0 : relationTaken(before, action.sequence.name);
		case "alterSequence": return relationMissing(before, action.sequence);
		case "dropSequence": return dropMissing(before, action.sequence, "sequence");
		case "createView": return action.replace && before.views.has(action.view.name) ? void 0 : relationTaken(before, action.view.name);
		case "refreshView": return relationMissing(before, action.view);
		case "dropView": return dropMissing(before, action.view, action.materialized === true ? "materialized view" : "view");
		case "createFunction": return action.replace ? void 0 : functionTaken(before, functionKey(action.function));
		case "dropFunction": return functionMissing(before, action.function);
		case "createTrigger":
		case "dropTrigger":
		case "renameTrigger": return ofTrigger(action, before);
		case "createExtension": return before.extensions.has(action.name) ? existing("extension", action.name, `extension "${action.name}" already exists`, "42710") : void 0;
		case "dropExtension": return extensionMissing(before, action.name);
		case "changeRows": return relationMissing(before, action.relation);
		case "readRows": return firstMissing(before, action.relations.map((each) => each.name));
		case "maintain":
		case "lockTable": return firstMissing(before, action.relations);
		default: return refusalOfType(action, before);
	}
}
function ofCreateIndex({ index, ifNotExists }, before) {
	const missing = relationMissing(before, index.table);
	if (missing !== void 0) return missing;
	const { schema } = partsOf(index.table);
	const taken = index.name === void 0 ? void 0 : relationTaken(before, qualify(schema, index.name));
	if (taken !== void 0) return ifNotExists ? void 0 : taken;
	const keys = index.keys.flatMap((key) => "column" in key ? [key.column] : []);
	const says = (column) => `column "${column}" does not exist`;
	return refusalOfColumns(before, index.table, [...keys, ...index.included], says);
}
function ofTrigger(action, before) {
	const table = action.kind === "createTrigger" ? action.trigger.table : action.table;
	const missing = relationMissing(before, table);
	if (missing !== void 0) return missing;
	if (action.kind === "dropTrigger") return triggerMissing(before, table, action.trigger);
	if (action.kind === "renameTrigger") return triggerMissing(before, table, action.from) ?? triggerTaken(before, table, action.to);
	const { trigger, replace } = action;
	if (!(functionsNamed(before, trigger.function).length > 0)) return functionMissing(before, `${trigger.function}()`);
	return replace ? void 0 : triggerTaken(before, table, trigger.name);
}
function triggerTaken(catalog, table, name) {
	if (!catalog.triggers.has(onTableKey(table, name))) return void 0;
	const reason = `trigger "${name}" for relation "${partsOf(table).name}" already exists`;
	return existing("part", onTableKey(table, name), reason, "42710", table);
}
function functionTaken(catalog, key) {
	const known = catalog.functions.get(key);
	if (known === void 0) return void 0;
	return existing("function", key, `function "${partsOf(known.name).name}" already exists with same argument types`, "42723");
}
/** Of a function that is there with other arguments nothing is said: how types are spelled would decide. */
function functionMissing(catalog, key) {
	const name = key.slice(0, key.indexOf("("));
	if (functionsNamed(catalog, name).length > 0) return void 0;
	return missingObject("function", name, `function ${spoken(catalog, name)}${key.slice(name.length)} does not exist`, "42883", [...catalog.functions.values()].map((each) => each.name));
}
function schemaTaken(catalog, name) {
	if (!catalog.schemas.has(name)) return void 0;
	return existing("schema", quoteIdentifier(name), `schema "${name}" already exists`, "42P06");
}
function schemaMissing(catalog, name) {
	if (catalog.schemas.has(name)) return void 0;
	const others = [...catalog.schemas.keys()].map((each) => qualify("", each));
	return missingObject("schema", qualify("", name), `schema "${name}" does not exist`, "3F000", others);
}
function extensionMissing(catalog, name) {
	if (catalog.extensions.has(name)) return void 0;
	const others = [...catalog.extensions.keys()].map((each) => qualify("", each));
	return missingObject("extension", qualify("", name), `extension "${name}" does not exist`, "42704", others);
}
function firstMissing(catalog, names) {
	const missing = names.find((name) => !relationExists(catalog, name));
	return missing === void 0 ? void 0 : relationMissing(catalog, missing);
}

//#endregion
//#region src/catalog/refusal-of-privileges.ts
/**
* Why the server would refuse an action on roles, privileges or policies; undefined for any
* other action. A role that is missing is none of them: roles are the whole server's.
*/
function refusalOfPrivilege(action, before) {
	switch (action.kind) {
		case "createRole": return roleTaken(before, action.role.name);
		case "renameRole": return roleTaken(before, action.to);
		case "createPolicy": {
			const { table, name } = action.policy;
			return relationMissing(before, table) ?? policyTaken(before, table, name);
		}
		case "alterPolicy":
		case "dropPolicy": return relationMissing(before, action.table) ?? policyMissing(before, action.table, action.name);
		case "renamePolicy": return relationMissing(before, action.table) ?? policyMissing(before, action.table, action.from) ?? policyTaken(before, action.table, action.to);
		case "grant":
		case "revoke": {
			const { target, allInSchema } = action.privileges;
			if (target !== "table" || allInSchema) return void 0;
			return action.on.map((name) => relationMissing(before, name)).find((each) => each !== void 0);
		}
		default: return;
	}
}
function roleTaken(catalog, name) {
	if (!catalog.roles.has(name)) return void 0;
	return existing("role", quoteIdentifier(name), `role "${name}" already exists`, "42710");
}
function policyTaken(catalog, table, name) {
	if (!catalog.policies.has(onTableKey(table, name))) return void 0;
	const reason = `policy "${name}" for table "${partsOf(table).name}" already exists`;
	return existing("part", onTableKey(table, name), reason, "42710", table);
}
function policyMissing(catalog, table, name) {
	if (catalog.policies.has(onTableKey(table, name)) || catalog.tables.get(table)?.known === "partly") return void 0;
	const others = policiesOf(catalog, table).map(([, each]) => each.name);
	return missingPart(table, name, `policy "${name}" for table "${partsOf(table).name}" does not exist`, "42704", others);
}

//#endregion
//#region src/catalog/foresee-refusal.ts
/**
* The first reason for which the server would refuse an action because of what is there, or
* is not, if the catalog held all that there is. Whether it does is for the caller to know.
* The wording and SQLSTATE are those of PostgreSQL 14 to 18.
*/
function foreseeRefusal(action, before) {
	if (action.lenient === true) return void 0;
	return refusalOfTable(action, before) ?? refusalOfObject(action, before) ?? refusalOfPrivilege(action, before);
}

//#endregion
//#region src/catalog/effects.ts
/**
* What an action does to relations: of each the strongest lock that it takes, and the
* longest work that it does while it holds it. An index is named only where its lock is
* stronger than its table's. Measured on PostgreSQL 12 to 18; `postgres` is the major version.
*/
function effects(action, before, postgres) {
	if (isPassedOver(action, before)) return [];
	const all = effectsOf(action, before, postgres);
	const spared = "only" in action && action.only === true && action.kind !== "dropConstraint" ? descendantsOf(before, action.table).map((each) => each.name) : [];
	return mergeEffects(all.filter(({ relation }) => !spared.includes(relation))).map((effect) => before.tables.get(effect.relation)?.kind === "partitioned" ? {
		...effect,
		work: "none"
	} : effect);
}
/** Whether nothing at all is done, as what an action is about is not there. */
function isPassedOver(action, before) {
	const isAsked = action.guarded === true || action.kind === "dropTrigger" || action.kind === "dropPolicy";
	if (action.lenient !== true || !isAsked || !("table" in action) || typeof action.table !== "string") return false;
	return (before.tables.get(action.table)?.known === "wholly" || before.views.has(action.table)) && foreseeRefusal(omit(action, "lenient"), before) !== void 0;
}
function effectsOf(action, before, postgres) {
	switch (action.kind) {
		case "createTable": return ofCreateTable$1(action, before);
		case "dropTable": return ofDropTable(action, before);
		case "truncateTable": return ofTruncate(action, before);
		case "addColumn": return ofAddColumn$1(action, before, postgres);
		case "dropColumn": return ofDropColumn(action, before);
		case "setColumnType": return ofTypeChange(action, before, postgres);
		case "setColumnNullable": return ofNullable(action, before);
		case "setColumnIdentity": return ofIdentity(action, before, postgres);
		case "renameColumn":
		case "setColumnDefault": return withChildren(before, action.table, [exclusive(action.table)]);
		case "setColumnExpression": return ofExpression(action, before);
		case "addConstraint": return ofAddConstraint(before, action.table, action.constraint, postgres);
		case "dropConstraint": return ofDropConstraint(action, before);
		case "renameConstraint": return ofRenameConstraint(action, before, postgres);
		case "validateConstraint": return ofValidate(action, before);
		case "setPersistence": return ofPersistence(action, before);
		case "attachPartition": return ofAttach(action, before, postgres);
		case "detachPartition": return ofDetach(action, before, postgres);
		case "alterView": return [exclusive(action.view)];
		case "setTableProperty": return ofTableProperty(action, before);
		case "setTriggerEnabled": return withTriggerCopies(before, on(action.table, "ShareRowExclusiveLock"), triggersNamed(before, action.table, action.trigger));
		case "createTrigger": return withTriggerCopies(before, on(action.trigger.table, "ShareRowExclusiveLock"), [action.trigger]);
		case "dropTrigger":
		case "renameTrigger": {
			const name = action.kind === "dropTrigger" ? action.trigger : action.from;
			return withTriggerCopies(before, exclusive(action.table), triggersNamed(before, action.table, name));
		}
		case "setRowSecurity":
		case "alterPolicy":
		case "renamePolicy":
		case "dropPolicy": return [exclusive(action.table)];
		case "createPolicy": return [exclusive(action.policy.table)];
		case "createIndex": return ofCreateIndex$1(action, before);
		case "dropIndex": return ofDropIndex(action, before);
		case "alterIndex": return ofAlterIndex(action);
		case "attachIndex": return ofAttachIndex(action, before);
		case "reindex": return ofReindex(action, before);
		case "renameRelation": return ofRename$1(action, before, postgres);
		case "setOwner": return ofOwner(action, before);
		case "createView": return ofCreateView(action);
		case "dropView": return ofDropRelation(action.view, before, action.cascade === true);
		case "refreshView": return ofRefresh(action, before);
		case "changeRows": return ofChangeRows(action, before);
		case "readRows": return ofReadRows(action, before);
		case "maintain": return ofMaintain(action, before);
		case "setComment": return ofComment$1(action, before);
		case "lockTable": return ofLock(action, before);
		case "alterSequence": return ofSequence(action);
		case "dropSequence": return [exclusive(action.sequence)];
		case "alterDomain": return ofDomain$1(action, before);
		case "dropType": return ofDropType(action, before);
		case "dropFunction": return ofDropFunction(action, before);
		case "dropSchema": return ofDropSchema(action, before);
		case "grant":
		case "revoke": return ofGrant(action, postgres);
		case "leaveCatalog":
		case "unmodelled": return ofTouches(action, before);
		case "createSchema":
		case "renameSchema":
		case "createSequence":
		case "createEnum":
		case "addEnumValue":
		case "renameEnumValue":
		case "createDomain":
		case "createType":
		case "alterType":
		case "createFunction":
		case "alterFunction":
		case "createExtension":
		case "dropExtension":
		case "createRole":
		case "alterRole":
		case "renameRole":
		case "dropRole":
		case "grantMembership":
		case "revokeMembership":
		case "grantByDefault":
		case "revokeByDefault":
		case "reassignOwned":
		case "dropOwned":
		case "setSearchPath":
		case "setRole":
		case "beginTransaction":
		case "commitTransaction":
		case "rollBackTransaction":
		case "setSavepoint":
		case "rollBackToSavepoint":
		case "unparsed":
		case "truncateIdentifier":
		case "misallow":
		case "setSetting":
		case "leaveTransactionOpen":
		case "needVersion":
		case "refused":
		case "foreseeRefusal":
		case "observeOtherwise":
		case "differAfterDown": return [];
	}
}

//#endregion
//#region src/action-judge.ts
/** For what happens outside of a migration's course: no transaction is open. */
const NONE_OPEN = {
	openedBy: void 0,
	earlier: [],
	settings: /* @__PURE__ */ new Map()
};
/** Asks the action rules about each moment; effects are computed only when one of them looks. */
var ActionJudge = class {
	findings = [];
	/** Whether what is found is told. Occurrences are counted in any case, so that fingerprints stay. */
	isTelling = true;
	#byKind = /* @__PURE__ */ new Map();
	#occurrences = /* @__PURE__ */ new Map();
	constructor(rules) {
		for (const chosen of rules) {
			const { rule } = chosen;
			if (rule.scope !== "action") continue;
			for (const kind of rule.on) this.#byKind.set(kind, [...this.#byKind.get(kind) ?? [], {
				chosen,
				rule
			}]);
		}
	}
	judge(happening, statement) {
		const asked = this.#byKind.get(happening.action.kind);
		if (asked === void 0) return;
		const moment = withEffects(happening);
		for (const { chosen, rule } of asked) for (const problem of rule.check(moment)) {
			const finding = this.#finding(chosen, rule, problem, moment, statement);
			if (this.isTelling) this.findings.push(finding);
		}
	}
	#finding(chosen, rule, problem, moment, statement) {
		const seen = problem.effects?.map((effect) => ({
			...effect,
			isNew: !moment.inUse(effect.relation)
		}));
		const content = textOf(statement.span).replace(/\s+/g, " ");
		const key = fingerprint(chosen.name, problem.subject, content);
		const occurrence = this.#occurrences.get(key) ?? 0;
		this.#occurrences.set(key, occurrence + 1);
		const { effects: _, ...rest } = problem;
		return {
			...rest,
			span: problem.span ?? moment.action.span,
			...seen === void 0 ? {} : { effects: seen },
			rule: chosen.name,
			severity: chosen.severity,
			hazard: hazardOf(seen) ?? rule.hazard ?? "none",
			seenIn: "migrations",
			fingerprint: occurrence === 0 ? key : fingerprint(key, String(occurrence))
		};
	}
};
function withEffects(happening) {
	let computed;
	return {
		...happening,
		get effects() {
			computed ??= effects(happening.action, happening.before, happening.postgres);
			return computed;
		}
	};
}
function hazardOf(seen) {
	const waiting = seen?.filter((effect) => !effect.isNew && blocksWriters(effect.lock)) ?? [];
	if (waiting.length === 0) return void 0;
	return waiting.some((effect) => effect.work !== "none") ? "blocks" : "queues";
}

//#endregion
//#region src/from-elsewhere.ts
/** Whether an object that the catalog has not got may well be there: a server, a platform or an extension may have brought it. */
function isFromElsewhere({ what, subject }, catalog) {
	const { schema, name } = partsOf(subject);
	if (schema === "" || schema === "pg_temp" || !catalog.schemas.has(schema)) return true;
	if (name.startsWith("pg_") || name.startsWith("_")) return true;
	const isBringing = [...catalog.extensions.keys()].some((each) => !BRINGS_FUNCTIONS_ALONE.has(each));
	const isElsewhere = (names) => names.some((each) => partsOf(each).name === name && partsOf(each).schema !== schema);
	switch (what) {
		case "relation": return isBringing || isElsewhere(relationNames(catalog));
		case "type": return isBringing || OF_EXTENSIONS.has(name) || isElsewhere(typeNames$1(catalog));
		case "function": return catalog.extensions.size > 1 || OF_SERVER.has(name) || isElsewhere([...catalog.functions.values()].map((each) => each.name));
		case "schema":
		case "role":
		case "extension":
		case "part": return true;
	}
}
/** Extensions that come with PostgreSQL and make neither relations nor types for others to use. */
const BRINGS_FUNCTIONS_ALONE = new Set("plpgsql pgcrypto uuid-ossp pg_trgm btree_gin btree_gist unaccent fuzzystrmatch moddatetime intarray tablefunc citext hstore ltree".split(" "));
/** Types of extensions that people have installed by whoever may. */
const OF_EXTENSIONS = new Set("citext hstore ghstore ltree lquery ltxtquery cube seg vector halfvec sparsevec geometry geography box2d box3d raster semver".split(" "));
/** Trigger functions of pg_catalog. */
const OF_SERVER = new Set("suppress_redundant_updates_trigger tsvector_update_trigger tsvector_update_trigger_column unique_key_recheck".split(" "));

//#endregion
//#region src/certainty.ts
/**
* What a history lets one be certain of. That something is not there is certain only in a
* history that is known from its start, each of its statements understood; that something
* is there, as long as it was made after the last statement that may have taken it away.
*/
var Certainty = class {
	/** Whether a text was met that is not PostgreSQL's, so that the whole may be for another server. */
	#isForeign = false;
	/** Whether something was met that the history should have made, had it been a whole. */
	#isIncomplete = false;
	/** The catalog at the last moment at which it may have been otherwise. */
	#doubted;
	/** The catalog when CASCADE may last have taken more than is modelled: views, functions, policies, triggers. */
	#cascaded;
	/** What the history itself took away or renamed. */
	#gone = /* @__PURE__ */ new Set();
	#told = /* @__PURE__ */ new Set();
	/** Why the server will refuse an action, as far as that is certain. */
	refusalOf(action, before, standing) {
		const refusal = foreseeRefusal(action, before);
		if (refusal === void 0 || this.#isForeign) return void 0;
		if (refusal.about === "existing") return this.#isSurelyThere(refusal, action, before) ? refusal : void 0;
		const isTold = this.#told.has(refusal.subject);
		this.#told.add(refusal.subject);
		return this.#isSurelyMissing(refusal, before, standing) && !isTold ? refusal : void 0;
	}
	/** Whether a relation may be otherwise than the catalog has it. */
	mayDiffer = (relation) => this.#isForeign || this.#doubted !== void 0 && holds$1(this.#doubted, relation);
	/** To be called after each action, with the catalog that it leaves. */
	record(action, after) {
		const gone = nameGone(action);
		if (gone !== void 0) this.#gone.add(gone);
		if ("cascade" in action && action.cascade === true && action.kind !== "truncateTable") this.#cascaded = after;
		if ((action.kind === "dropType" || action.kind === "dropFunction" || action.kind === "alterType") && action.cascade || action.kind === "dropExtension") this.#doubted = after;
		if (action.kind === "unmodelled" && !MAKES_ONE_TABLE.test(action.statement)) this.#doubted = after;
		if (action.kind === "unparsed") this.#isForeign = true;
	}
	/** To be called before and after a migration that is a program: what it does may not be known, or depend on what it finds. */
	recordRevision(revision, catalog) {
		if (revision !== void 0 && !isKnown$1(revision.up)) this.#doubted = catalog;
	}
	#isSurelyThere({ subject, what }, action, before) {
		const wasThere = (earlier) => earlier !== void 0 && foreseeRefusal(action, earlier)?.about === "existing";
		if (wasThere(this.#doubted)) return false;
		return before.tables.get(before.indexes.get(subject)?.table ?? subject) !== void 0 || action.kind === "addColumn" || what === "schema" || what === "type" || !wasThere(this.#cascaded);
	}
	#isSurelyMissing(refusal, before, { statement, start }) {
		const { within } = refusal;
		if (within !== void 0) {
			if (statement.some((each) => each.kind === "addColumn" && each.table === within)) return false;
			return this.#doubted === void 0 || !holds$1(this.#doubted, within);
		}
		if (isFromElsewhere(refusal, before)) return false;
		const isMade = this.#gone.has(refusal.subject) || this.#isWhole(refusal, start);
		const isCertain = this.#doubted === void 0 && isMade;
		if (!isCertain) this.#isIncomplete = true;
		this.#doubted = before;
		return isCertain;
	}
	/** A history that begins with what others made shows it where it first speaks of that. */
	#isWhole({ what }, start) {
		if (this.#isIncomplete) return false;
		const { tables, enums, domains, types, functions } = start;
		if (what === "type") return enums.size + domains.size + types.size > 0;
		return what === "function" ? functions.size > 0 : tables.size > 0;
	}
};
/** Statements whose one effect that is not modelled is which columns a table gets. */
const MAKES_ONE_TABLE = /^(?:CREATE TABLE … AS|SELECT … INTO)$/;
function nameGone(action) {
	switch (action.kind) {
		case "dropTable": return action.table;
		case "dropView": return action.view;
		case "dropIndex": return action.index;
		case "dropType": return action.type;
		case "renameRelation": return action.from;
		default: return;
	}
}
function holds$1({ tables, enums, views }, name) {
	return tables.has(name) || enums.has(name) || views.has(name);
}

//#endregion
//#region src/made-relations.ts
/**
* The relations that a deploy makes itself, so that nobody can be using them yet. What
* CREATE TABLE IF NOT EXISTS leaves behind may have been there before: it proves nothing.
*/
var MadeRelations = class {
	#names = /* @__PURE__ */ new Set();
	has(relation) {
		return this.#names.has(relation);
	}
	/** To be called before an action is judged: what it makes is new to the action itself. */
	recordMaking(action) {
		if (action.kind === "createTable") {
			if (!action.ifNotExists || action.table.persistence === "temporary") this.#names.add(action.table.name);
		}
		if (action.kind === "createView" && !action.replace) this.#names.add(action.view.name);
	}
	/** To be called after an action is judged. A name that it frees is whoever's that takes it later in the deploy. */
	recordLeaving(action) {
		if (action.kind === "dropTable") this.#names.add(action.table);
		if (action.kind === "dropView") this.#names.add(action.view);
		if (action.kind !== "renameRelation") return;
		if (this.#names.has(action.from)) this.#names.add(action.to);
		else this.#names.delete(action.to);
		this.#names.add(action.from);
	}
};

//#endregion
//#region src/deploys.ts
/** Tells migrations apart by when they are deployed: all new ones together, any other by itself. */
var Deploys = class {
	#madeByNew = new MadeRelations();
	#deployed;
	#wasNew = false;
	constructor(base) {
		this.#deployed = base;
	}
	/** To be called before each migration, with the catalog that it finds. */
	enter({ standing }, catalog) {
		const isNew = standing === "new";
		if (!(isNew && this.#wasNew)) this.#deployed = catalog;
		this.#wasNew = isNew;
		const made = isNew ? this.#madeByNew : new MadeRelations();
		return {
			deployed: this.#deployed,
			made,
			inUse: (relation) => !made.has(relation)
		};
	}
};

//#endregion
//#region src/transaction-log.ts
/** Remembers the catalogs to which ROLLBACK and ROLLBACK TO SAVEPOINT return. */
var TransactionLog = class {
	#begun;
	#savepoints = /* @__PURE__ */ new Map();
	/** The catalog after an action, be it one of transaction control. */
	fold(catalog, action, postgres) {
		switch (action.kind) {
			case "beginTransaction":
				this.#begun ??= catalog;
				return catalog;
			case "commitTransaction":
				this.#end();
				return catalog;
			case "rollBackTransaction": {
				const begun = this.#begun;
				this.#end();
				return begun ?? catalog;
			}
			case "setSavepoint":
				this.#savepoints.set(action.name, catalog);
				return catalog;
			case "rollBackToSavepoint": return this.#savepoints.get(action.name) ?? catalog;
			default: return fold(catalog, action, postgres);
		}
	}
	#end() {
		this.#begun = void 0;
		this.#savepoints.clear();
	}
};

//#endregion
//#region src/transaction-tracker.ts
/** Follows which transaction is open, what has been done in it and which settings are in force. */
var TransactionTracker = class {
	#openedBy;
	#begun;
	#earlier = [];
	#isWholeRun = false;
	#settings = /* @__PURE__ */ new Map();
	#localSettings = /* @__PURE__ */ new Map();
	/** The state before the next action; valid until that is recorded. */
	get transaction() {
		const settings = new Map([...this.#settings, ...this.#localSettings]);
		return {
			openedBy: this.#openedBy,
			earlier: this.#earlier,
			settings
		};
	}
	/** Begins a migration. A runner's single transaction for a whole run is begun by the first. */
	enter(model) {
		if (model === "whole-run" && this.#isWholeRun && this.#openedBy !== void 0) return;
		this.#isWholeRun = model === "whole-run";
		this.#settings.clear();
		this.#open(model === "per-statement" ? void 0 : "runner");
	}
	record(action) {
		switch (action.kind) {
			case "beginTransaction":
				if (this.#openedBy !== void 0) return;
				this.#open("statement");
				this.#begun = action;
				return;
			case "commitTransaction":
			case "rollBackTransaction":
				this.#open(void 0);
				return;
			case "setSetting":
				this.#set(action);
				this.#earlier.push(action);
				return;
			default: if (this.#openedBy !== void 0) this.#earlier.push(action);
		}
	}
	/** Ends a migration, and gives the BEGIN whose transaction nobody ends. */
	leave() {
		if (this.#isWholeRun) return void 0;
		const left = this.#openedBy === "statement" ? this.#begun : void 0;
		this.#open(void 0);
		return left;
	}
	#open(by) {
		this.#openedBy = by;
		this.#begun = void 0;
		this.#earlier = [];
		this.#localSettings.clear();
	}
	#set({ name, value, local }) {
		if (local && this.#openedBy === void 0) return;
		const settings = local ? this.#localSettings : this.#settings;
		if (!local) this.#localSettings.delete(name);
		if (name === "all") settings.clear();
		else if (value === void 0) settings.delete(name);
		else settings.set(name, value);
	}
};

//#endregion
//#region src/lint.ts
/** Folds migrations from a base and judges every action, then the schema they add up to. */
function lint(migrations, rules, base, postgres) {
	const judge = new ActionJudge(rules);
	const tracker = new TransactionTracker();
	const run = {
		judge,
		tracker,
		certainty: new Certainty(),
		notModelled: [],
		catalog: base,
		postgres
	};
	const catalogs = [];
	const deploys = new Deploys(base);
	for (const migration of migrations) {
		const deploy = deploys.enter(migration, run.catalog);
		const { deployed, inUse } = deploy;
		judge.isTelling = migration.standing !== "context";
		tracker.enter(migration.transaction);
		const earlier = runMigration(run, migration, deploy);
		const { catalog } = run;
		const { mayDiffer } = run.certainty;
		const left = {
			deployed,
			before: catalog,
			after: catalog,
			inUse,
			mayDiffer,
			postgres,
			transaction: NONE_OPEN,
			earlier
		};
		judgeLeftOpen(judge, tracker, migration, left);
		run.catalog = {
			...catalog,
			session: base.session
		};
		catalogs.push(run.catalog);
		judgeDown(judge, migration, {
			...left,
			before: run.catalog,
			after: run.catalog,
			earlier: []
		});
	}
	const { catalog, notModelled } = run;
	const { fresh, knownBefore } = schemaFindings(migrations, catalogs, base, schemaFinder(rules, postgres, notModelled));
	return {
		knownBefore,
		findings: [...judge.findings, ...fresh],
		catalog,
		catalogs,
		notModelled,
		statements: migrations.reduce((sum, each) => sum + each.statements.length, 0)
	};
}
/** Folds and judges what a migration does, and gives its actions. */
function runMigration(run, { statements, revision }, deploy) {
	const { judge, tracker, certainty, postgres } = run;
	const { deployed, made, inUse } = deploy;
	const { mayDiffer } = certainty;
	const log = new TransactionLog();
	const earlier = [];
	const start = run.catalog;
	certainty.recordRevision(revision, start);
	for (const statement of statements) {
		const untouched = run.catalog;
		const actions = statement.actions(untouched, postgres);
		let isRefused = false;
		for (const action of actions) {
			if (action.kind === "unmodelled") run.notModelled.push(action);
			const before = run.catalog;
			const after = log.fold(before, action, postgres);
			made.recordMaking(action);
			const { transaction } = tracker;
			const moment = {
				deployed,
				before,
				after,
				inUse,
				mayDiffer,
				postgres,
				transaction,
				earlier
			};
			const refusal = isRefused ? void 0 : certainty.refusalOf(action, before, {
				statement: actions,
				start
			});
			if (refusal !== void 0) {
				isRefused = true;
				judge.judge({
					...moment,
					action: {
						kind: "foreseeRefusal",
						span: action.span,
						refusal
					}
				}, statement);
			}
			judge.judge({
				action,
				...moment
			}, statement);
			made.recordLeaving(action);
			tracker.record(action);
			earlier.push(action);
			certainty.record(action, after);
			run.catalog = after;
		}
		if (isRefused) run.catalog = untouched;
	}
	certainty.recordRevision(revision, run.catalog);
	return earlier;
}
/** A transaction that a migration begins and does not end. */
function judgeLeftOpen(judge, tracker, { statements }, circumstances) {
	const open = tracker.leave();
	const last = statements.at(-1);
	if (open === void 0 || last === void 0) return;
	judge.judge({
		...circumstances,
		action: {
			kind: "leaveTransactionOpen",
			span: open.span
		}
	}, last);
}
/** Of a down half, what does not parse. */
function judgeDown(judge, { unparsedDown }, circumstances) {
	for (const statement of unparsedDown) for (const action of statement.actions(circumstances.before, circumstances.postgres)) judge.judge({
		...circumstances,
		action
	}, statement);
}
function schemaFinder(rules, postgres, notModelled) {
	const isWhole = !notModelled.some((each) => each.reach === "anything");
	return (catalog) => lintSchema({
		catalog,
		postgres,
		isWhole
	}, rules, "migrations");
}
/** What is found in the schema, and by fingerprint what was found there at the boundary and is not told again. */
function schemaFindings(migrations, catalogs, base, find) {
	const knownBefore = knownAtBoundary(migrations, catalogs, base, find);
	return {
		knownBefore,
		fresh: find(catalogs.at(-1) ?? base).filter(isNewIn(migrations, knownBefore))
	};
}
/** What is found in the schema as it was before the first new migration; where none is new, in the whole. */
function knownAtBoundary(migrations, catalogs, base, find) {
	if (!migrations.some((each) => each.standing !== void 0)) return /* @__PURE__ */ new Set();
	const first = migrations.findIndex((each) => each.standing === "new");
	const boundary = first < 0 ? catalogs.at(-1) : catalogs[first - 1];
	return new Set(find(boundary ?? base).map((each) => each.fingerprint));
}
/** Whether something was not known at the boundary; what an older migration brings that runs after a new one is no news. */
function isNewIn(migrations, knownBefore) {
	const first = migrations.findIndex((each) => each.standing === "new");
	const later = first < 0 ? [] : migrations.slice(first).filter((each) => each.standing === "context");
	const older = new Set(later.flatMap((each) => each.statements.map((statement) => statement.span.file.path)));
	return ({ fingerprint: print, span }) => !knownBefore.has(print) && !older.has(span?.file.path ?? "");
}
/** Judges a catalog by the schema rules. */
function lintSchema(subject, rules, seenIn) {
	return rules.flatMap(({ name, rule, severity }) => {
		if (rule.scope !== "schema") return [];
		return [...rule.check(subject)].map((problem) => schemaFinding({
			name,
			rule,
			severity
		}, problem, seenIn));
	});
}
/** A problem about an object of the schema as a finding. */
function schemaFinding(chosen, problem, seenIn) {
	const { effects: _, ...rest } = problem;
	const { name, rule, severity } = chosen;
	const hazard = rule.hazard ?? "none";
	return {
		...rest,
		rule: name,
		severity,
		hazard,
		seenIn,
		fingerprint: fingerprint(name, problem.subject)
	};
}
/** Judges actions that no migration's text shows, such as a server's refusal, against one catalog. */
function judgeActions(happened, rules, catalog, postgres, inUse = (relation) => catalog.tables.has(relation)) {
	const judge = new ActionJudge(rules);
	for (const { statement, action } of happened) judge.judge({
		action,
		deployed: catalog,
		before: catalog,
		after: catalog,
		inUse,
		mayDiffer: () => false,
		postgres,
		transaction: NONE_OPEN,
		earlier: []
	}, statement);
	return judge.findings;
}

//#endregion
//#region src/sql/lexer.ts
/**
* Finds where the token or comment that starts at an offset ends: strings, quoted
* identifiers, dollar quotes and nested comments are taken whole, words as words, and
* anything else one character at a time. An unterminated one ends with the text.
*/
function tokenEnd(text, start) {
	const character = text[start];
	if (character === "'") return quoteEnd(text, start, "'", hasEscapes(text, start));
	if (character === "\"") return quoteEnd(text, start, "\"", false);
	if (character === "-" && text[start + 1] === "-") return lineEnd(text, start);
	if (character === "/" && text[start + 1] === "*") return commentEnd(text, start);
	if (character === "$") return dollarQuoteEnd(text, start);
	if (isWordUnit(text.charCodeAt(start))) return wordEnd$1(text, start);
	return start + 1;
}
/** Whether a blank or comment starts at an offset. */
function isTrivia(text, start) {
	const character = text[start];
	if (character === void 0) return false;
	if (character === "-") return text[start + 1] === "-";
	if (character === "/") return text[start + 1] === "*";
	return character === "﻿" || /\s/.test(character);
}
/** The offset of the first thing at or after `start` that is neither blank nor comment. */
function skipTrivia(text, start, end = text.length) {
	let offset = start;
	while (offset < end && isTrivia(text, offset)) offset = tokenEnd(text, offset);
	return Math.min(offset, end);
}
/**
* Where a clause ends that starts at an offset: before the next comma, semicolon or
* closing bracket outside any bracket it opens, without trailing blanks and comments.
*/
function clauseEnd(text, start, limit = text.length) {
	let depth = 0;
	let end = start;
	for (let offset = start; offset < limit;) {
		const character = text[offset] ?? "";
		if (depth === 0 && (character === "," || character === ";" || character === ")" || character === "]")) break;
		if (character === "(" || character === "[") depth++;
		if (character === ")" || character === "]") depth--;
		const next = tokenEnd(text, offset);
		if (!isTrivia(text, offset)) end = next;
		offset = next;
	}
	return Math.min(end, limit);
}
/** Where the last token before `limit` ends, counting from `start`. */
function lastTokenEnd(text, start, limit) {
	let end = start;
	for (let offset = start; offset < limit;) {
		const next = tokenEnd(text, offset);
		if (!isTrivia(text, offset)) end = next;
		offset = next;
	}
	return Math.min(end, limit);
}
function quoteEnd(text, start, quote, escapes) {
	for (let offset = start + 1; offset < text.length; offset++) if (escapes && text[offset] === "\\") offset++;
	else if (text[offset] === quote) {
		if (text[offset + 1] !== quote) return offset + 1;
		offset++;
	}
	return text.length;
}
/** E'…' strings know backslash escapes. */
function hasEscapes(text, start) {
	const prefix = text[start - 1];
	return (prefix === "e" || prefix === "E") && !isWordUnit(text.charCodeAt(start - 2));
}
function lineEnd(text, start) {
	for (let offset = start; offset < text.length; offset++) if (text[offset] === "\n" || text[offset] === "\r") return offset;
	return text.length;
}
function commentEnd(text, start) {
	let depth = 0;
	for (let offset = start; offset < text.length; offset++) if (text[offset] === "/" && text[offset + 1] === "*") {
		depth++;
		offset++;
	} else if (text[offset] === "*" && text[offset + 1] === "/") {
		depth--;
		offset++;
		if (depth === 0) return offset + 1;
	}
	return text.length;
}
function dollarQuoteEnd(text, start) {
	DOLLAR_TAG.lastIndex = start;
	const tag = DOLLAR_TAG.exec(text)?.[0];
	if (tag === void 0) return start + 1;
	const close = text.indexOf(tag, start + tag.length);
	return close < 0 ? text.length : close + tag.length;
}
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
function wordEnd$1(text, start) {
	let offset = start;
	while (offset < text.length && isWordUnit(text.charCodeAt(offset))) offset++;
	return offset;
}
/** Letters, digits, underscore, everything beyond ASCII; a dollar inside a word belongs to it. */
function isWordUnit(unit) {
	if (unit >= 128) return unit !== 65279;
	return unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || unit >= 48 && unit <= 57 || unit === 95;
}

//#endregion
//#region src/sql/blank.ts
/**
* Replaces what psql reads and the server's grammar does not know by blanks of equal
* length, so that every offset stays true: meta-commands (`\set`, `\connect`) at the start
* of a line, and the rows after `COPY … FROM stdin;` up to `\.`. A byte order mark becomes
* a blank too. Line ends are kept.
*/
function blankClientText(text) {
	if (!CLIENT_TEXT.test(text)) return text;
	const pieces = [];
	let kept = 0;
	let statement = 0;
	const blank = (start, end) => {
		pieces.push(text.slice(kept, start), text.slice(start, end).replace(/[^\r\n]/g, " "));
		kept = end;
	};
	for (let offset = 0; offset < text.length;) {
		if (text[offset] === "﻿" && offset === 0) blank(0, 1);
		if (text[offset] === "\\" && startsLine(text, offset)) {
			const end = lineEndFrom(text, offset);
			blank(offset, end);
			offset = end;
			continue;
		}
		if (text[offset] === ";") {
			const isCopy = COPY_FROM_STDIN.test(withoutTrivia(text, statement, offset));
			offset++;
			statement = offset;
			if (!isCopy) continue;
			const rows = lineEndFrom(text, offset);
			const end = copyEnd(text, rows);
			blank(rows, end);
			offset = end;
			statement = end;
			continue;
		}
		offset = tokenEnd(text, offset);
	}
	pieces.push(text.slice(kept));
	return pieces.join("");
}
const CLIENT_TEXT = /^\ufeff|^[ \t]*\\|\bcopy\b/im;
const COPY_FROM_STDIN = /^\s*copy\b.*\bfrom\s+stdin\b/is;
/** The text between two offsets with each comment and quoted token as one blank. */
function withoutTrivia(text, start, end) {
	let result = "";
	for (let offset = start; offset < end;) {
		const next = tokenEnd(text, offset);
		result += isTrivia(text, offset) ? " " : text.slice(offset, next);
		if (result.length > 8 && !/^\s*copy\b/i.test(result)) return "";
		offset = next;
	}
	return result;
}
function startsLine(text, offset) {
	for (let before = offset - 1; before >= 0; before--) {
		if (text[before] === "\n" || text[before] === "\r") return true;
		if (text[before] !== " " && text[before] !== "	") return false;
	}
	return true;
}
function lineEndFrom(text, offset) {
	const rest = /[\r\n]/g;
	rest.lastIndex = offset;
	return rest.exec(text)?.index ?? text.length;
}
/** After the line that holds `\.` alone; where there is none, the rows go on to the end. */
function copyEnd(text, start) {
	const terminator = /^\\\.[ \t]*$/gm;
	terminator.lastIndex = start;
	const match = terminator.exec(text);
	return match === null ? text.length : match.index + match[0].length;
}

//#endregion
//#region src/sql/comments.ts
/** The comments of a file of SQL, in order. */
function commentsOf(file) {
	const text = blankClientText(file.text);
	const comments = [];
	for (let offset = 0; offset < text.length;) {
		const end = tokenEnd(text, offset);
		if (isTrivia(text, offset) && (text[offset] === "-" || text[offset] === "/")) comments.push({
			file,
			start: offset,
			end
		});
		offset = end;
	}
	return comments;
}

//#endregion
//#region src/newness.ts
/**
* A history in which each migration is either new, and judged, or context.
* @throws UserError where there is no migration of the version that was named.
*/
function divide(history, newness) {
	if (newness === void 0) return history;
	const { by } = newness;
	if ("after" in newness) return {
		...history,
		migrations: divideAfter(history.migrations, newness.after),
		judged: by
	};
	const { migrations, notes = [] } = withoutUntracked(history, new Set(newness.untracked));
	return {
		...history,
		migrations: divideByFiles(migrations, newness.changes),
		notes,
		judged: by
	};
}
/** Revisions of a graph stay: others may follow them, and their order says nothing. */
function withoutUntracked(history, untracked) {
	const isLeftOut = ({ up, revision }) => revision === void 0 && untracked.has(up.span.file.path);
	const left = history.migrations.filter(isLeftOut).map(({ up }) => up.span.file.path);
	if (left.length === 0) return history;
	const { migrations, notes = [] } = history;
	return {
		migrations: migrations.filter((each) => !isLeftOut(each)),
		notes: [...notes, `left out, as git does not know them: ${[...new Set(left)].join(", ")}`]
	};
}
/** A history of which only what stands in some files or folders is told. */
function select(history, paths, from) {
	if (paths === void 0) return history;
	const chosen = paths.map((path) => relative(from, resolve(from, path)).split(sep).join("/"));
	const isChosen = (path) => chosen.some((each) => path === each || path.startsWith(`${each}/`));
	const files = history.migrations.flatMap(({ up, down, revision }) => revision === void 0 ? [up.span, ...down === void 0 ? [] : [down.span]] : [revision.place]).map(({ file }) => file.path).filter(isChosen);
	return {
		...history,
		passedOver: history.passedOver.filter(isChosen),
		selected: new Set(files)
	};
}
function divideAfter(migrations, after) {
	const last = migrations.findLastIndex((each) => isCalled(each, after));
	if (last < 0) {
		const near = nearestOf(after, migrations.map((each) => each.version));
		throw new UserError(`there is no migration ${after}`, near === void 0 ? "name one by its version or the beginning of its file name" : `did you mean ${near}?`);
	}
	return migrations.map((each, index) => ({
		...each,
		standing: index > last ? "new" : "context"
	}));
}
/** A version may be said whole, as the runner's key, as the file's name, or up to where its name begins. */
function isCalled({ version, key, up, revision }, said) {
	const path = revision?.place.file.path ?? up.span.file.path;
	const names = [
		version,
		path,
		path.slice(path.lastIndexOf("/") + 1)
	];
	if (key === said) return true;
	return names.some((name) => name === said || name.startsWith(said) && /^[^\p{L}\p{N}]/u.test(name.slice(said.length)));
}
function divideByFiles(migrations, changes) {
	const changed = new Map(changes.map((change) => [change.path, change]));
	return migrations.map((migration) => {
		const file = migration.revision?.place.file ?? migration.up.span.file;
		const change = changed.get(file.path);
		const isDownChanged = migration.down !== void 0 && changed.has(migration.down.span.file.path);
		if (change === void 0) return {
			...migration,
			standing: isDownChanged ? "new" : "context"
		};
		const edited = change.before === void 0 ? void 0 : editOf({
			path: file.path,
			text: change.before
		}, file);
		return {
			...migration,
			standing: "new",
			...edited === void 0 ? {} : { edited }
		};
	});
}
/** Whether an edit changes what is run, or only what is said of it. */
function editOf(before, after) {
	if (before.text === after.text) return void 0;
	return essenceOf(before) === essenceOf(after) ? "comments" : "statements";
}
/** A text without comments and white space. */
function essenceOf(file) {
	if (file.path.endsWith(".py")) return file.text.replace(/^\s*#.*$/gm, "").replace(/\s+/g, " ");
	let text = "";
	let end = 0;
	for (const comment of commentsOf(file)) {
		text += `${file.text.slice(end, comment.start)} `;
		end = comment.end;
	}
	return (text + file.text.slice(end)).replace(/\s+/g, " ").trim();
}

//#endregion
//#region src/place-report.ts
/**
* A report in terms of the files that people write: what was found in SQL that a program
* rendered is told at its place in the program. Of a history from which some files were
* asked for, only what is in them is told, and what has no place at all.
*/
function placeReport(report, history) {
	const isWanted = ({ span }) => history.selected === void 0 || span === void 0 || history.selected.has(span.file.path);
	const { verified } = report;
	return {
		...report,
		findings: report.findings.map(placeFinding).filter(isWanted),
		allowed: report.allowed.map((each) => ({
			...each,
			finding: placeFinding(each.finding)
		})).filter(({ finding }) => isWanted(finding)),
		notModelled: report.notModelled.map((each) => ({
			...each,
			span: placed(each.span)
		})),
		...history.notes === void 0 ? {} : { notes: history.notes },
		...verified === void 0 ? {} : { verified: {
			...verified,
			leftOut: verified.leftOut.map((each) => ({
				...each,
				span: placed(each.span)
			})),
			observed: verified.observed.map((each) => ({
				...each,
				span: placed(each.span)
			}))
		} }
	};
}
function placeFinding({ span, fix, ...finding }) {
	const kept = fix === void 0 ? void 0 : placeFix(fix);
	return {
		...finding,
		...span === void 0 ? {} : { span: placed(span) },
		...kept === void 0 ? {} : { fix: kept }
	};
}
/** An edit of rendered text edits nothing that anybody wrote. */
function placeFix(fix) {
	if (!("edits" in fix)) return fix;
	return fix.edits.some((edit) => edit.span.file.placeOf !== void 0) ? void 0 : fix;
}

//#endregion
//#region src/sql/hint-grammar.ts
/**
* The expectations of pgsql-ast-parser, which is loaded only when PostgreSQL's grammar has
* refused a statement. It is never asked whether a statement is valid: it does not know
* half of PostgreSQL's.
*/
async function loadHintGrammar() {
	try {
		const { parse } = await import("./pgsql-ast-parser.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		return { expectedAt: (statement, offset) => expectedAt(parse, statement.slice(0, offset)) };
	} catch {
		return;
	}
}
/**
* Provokes an error right after a beginning and reads the keywords from its text. A bracket
* makes the grammar list the reserved words that it expects, three unknown words the others.
*/
function expectedAt(parse, beginning) {
	return ["]", "zzq zzq zzq"].flatMap((provocation) => {
		try {
			parse(beginning + provocation);
			return [];
		} catch (error) {
			return [...(error instanceof Error ? error.message : "").matchAll(/\bkw_([a-z_]+)/g)].map((match) => match[1] ?? "");
		}
	});
}

//#endregion
//#region node_modules/@pgsql/types/types.js
var require_types$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

//#endregion
//#region node_modules/@pgsql/types/enums.js
var require_enums = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

//#endregion
//#region node_modules/@pgsql/types/index.js
var require_types = /* @__PURE__ */ __commonJSMin(((exports) => {
	var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = exports && exports.__exportStar || function(m, exports$2) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports$2, p)) __createBinding(exports$2, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_types$1(), exports);
	__exportStar(require_enums(), exports);
}));

//#endregion
//#region node_modules/tsdown/esm-shims.js
var getFilename, getDirname, __dirname, __filename;
var init_esm_shims = __esmMin((() => {
	getFilename = () => fileURLToPath(import.meta.url);
	getDirname = () => path.dirname(getFilename());
	__dirname = /* @__PURE__ */ getDirname();
	__filename = /* @__PURE__ */ getFilename();
}));

//#endregion
//#region node_modules/libpg-query/wasm/libpg-query.js
var require_libpg_query = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	init_esm_shims();
	var PgQueryModule = (() => {
		var _scriptName = globalThis.document?.currentScript?.src;
		return async function(moduleArg = {}) {
			var Module = moduleArg;
			var ENVIRONMENT_IS_WEB = !!globalThis.window;
			var ENVIRONMENT_IS_WORKER = !!globalThis.WorkerGlobalScope;
			var ENVIRONMENT_IS_NODE = globalThis.process?.versions?.node && globalThis.process?.type != "renderer";
			var quit_ = (status, toThrow) => {
				throw toThrow;
			};
			if (typeof __filename != "undefined") _scriptName = __filename;
			else if (ENVIRONMENT_IS_WORKER) _scriptName = self.location.href;
			var scriptDirectory = "";
			function locateFile(path) {
				if (Module["locateFile"]) return Module["locateFile"](path, scriptDirectory);
				return scriptDirectory + path;
			}
			var readAsync, readBinary;
			if (ENVIRONMENT_IS_NODE) {
				var fs = __require("node:fs");
				scriptDirectory = __dirname + "/";
				readBinary = (filename) => {
					filename = isFileURI(filename) ? new URL(filename) : filename;
					return fs.readFileSync(filename);
				};
				readAsync = async (filename, binary = true) => {
					filename = isFileURI(filename) ? new URL(filename) : filename;
					return fs.readFileSync(filename, binary ? void 0 : "utf8");
				};
				if (process.argv.length > 1) process.argv[1].replace(/\\/g, "/");
				process.argv.slice(2);
				quit_ = (status, toThrow) => {
					process.exitCode = status;
					throw toThrow;
				};
			} else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
				try {
					scriptDirectory = new URL(".", _scriptName).href;
				} catch {}
				if (ENVIRONMENT_IS_WORKER) readBinary = (url) => {
					var xhr = new XMLHttpRequest();
					xhr.open("GET", url, false);
					xhr.responseType = "arraybuffer";
					xhr.send(null);
					return new Uint8Array(xhr.response);
				};
				readAsync = async (url) => {
					var response = await fetch(url, { credentials: "same-origin" });
					if (response.ok) return response.arrayBuffer();
					throw new Error(response.status + " : " + response.url);
				};
			}
			var out = console.log.bind(console);
			var err = console.error.bind(console);
			var wasmBinary;
			var ABORT = false;
			var EXITSTATUS;
			var isFileURI = (filename) => filename.startsWith("file://");
			class EmscriptenEH {}
			class EmscriptenSjLj extends EmscriptenEH {}
			function getMemoryBuffer() {
				return wasmMemory.buffer;
			}
			function updateMemoryViews() {
				if (HEAP8?.buffer?.resizable) return;
				var b = getMemoryBuffer();
				HEAP8 = new Int8Array(b);
				HEAP16 = new Int16Array(b);
				Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
				HEAPU16 = new Uint16Array(b);
				HEAP32 = new Int32Array(b);
				Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
				HEAPF32 = new Float32Array(b);
				HEAPF64 = new Float64Array(b);
				HEAP64 = new BigInt64Array(b);
				HEAPU64 = new BigUint64Array(b);
			}
			function preRun() {
				var preRun = Module["preRun"];
				if (preRun) {
					if (typeof preRun == "function") preRun = [preRun];
					onPreRuns.push(...preRun);
				}
				callRuntimeCallbacks(onPreRuns);
			}
			function initRuntime() {
				if (!Module["noFSInit"] && !FS.initialized) FS.init();
				TTY.init();
				wasmExports["A"]();
				FS.ignorePermissions = false;
			}
			function postRun() {
				var postRun = Module["postRun"];
				if (postRun) {
					if (typeof postRun == "function") postRun = [postRun];
					onPostRuns.push(...postRun);
				}
				callRuntimeCallbacks(onPostRuns);
			}
			function abort(what) {
				Module["onAbort"]?.(what);
				what = `Aborted(${what})`;
				err(what);
				ABORT = true;
				what += ". Build with -sASSERTIONS for more info.";
				throw new WebAssembly.RuntimeError(what);
			}
			var wasmBinaryFile;
			function findWasmBinary() {
				return locateFile("libpg-query.wasm");
			}
			function getBinarySync(file) {
				if (readBinary) return readBinary(file);
				throw "both async and sync fetching of the wasm failed";
			}
			async function getWasmBinary(binaryFile) {
				if (!wasmBinary) try {
					var response = await readAsync(binaryFile);
					return new Uint8Array(response);
				} catch {}
				return getBinarySync(binaryFile);
			}
			async function instantiateArrayBuffer(binaryFile, imports) {
				try {
					var binary = await getWasmBinary(binaryFile);
					return await WebAssembly.instantiate(binary, imports);
				} catch (reason) {
					err(`failed to asynchronously prepare wasm: ${reason}`);
					abort(reason);
				}
			}
			async function instantiateAsync(binary, binaryFile, imports) {
				if (!binary && !ENVIRONMENT_IS_NODE) try {
					var response = fetch(binaryFile, { credentials: "same-origin" });
					return await WebAssembly.instantiateStreaming(response, imports);
				} catch (reason) {
					err(`wasm streaming compile failed: ${reason}`);
					err("falling back to ArrayBuffer instantiation");
				}
				return instantiateArrayBuffer(binaryFile, imports);
			}
			function getWasmImports() {
				return { a: wasmImports };
			}
			async function createWasm() {
				function receiveInstance(instance) {
					wasmExports = instance.exports;
					assignWasmExports(wasmExports);
					updateMemoryViews();
					return wasmExports;
				}
				function receiveInstantiationResult(result) {
					return receiveInstance(result["instance"]);
				}
				var info = getWasmImports();
				var instantiateWasm = Module["instantiateWasm"];
				if (instantiateWasm) return new Promise((resolve) => {
					instantiateWasm(info, (inst) => resolve(receiveInstance(inst)));
				});
				wasmBinaryFile ??= findWasmBinary();
				return receiveInstantiationResult(await instantiateAsync(wasmBinary, wasmBinaryFile, info));
			}
			class ExitStatus {
				name = "ExitStatus";
				constructor(status) {
					this.message = `Program terminated with exit(${status})`;
					this.status = status;
				}
			}
			var HEAP16;
			var HEAP32;
			var HEAP64;
			var HEAP8;
			var HEAPF32;
			var HEAPF64;
			var HEAPU16;
			var HEAPU32;
			var HEAPU64;
			var HEAPU8;
			var callRuntimeCallbacks = (callbacks) => {
				while (callbacks.length > 0) callbacks.shift()(Module);
			};
			var onPostRuns = [];
			var onPreRuns = [];
			function getValue(ptr, type = "i8") {
				if (type.endsWith("*")) type = "*";
				switch (type) {
					case "i1": return HEAP8[ptr];
					case "i8": return HEAP8[ptr];
					case "i16": return HEAP16[ptr >> 1];
					case "i32": return HEAP32[ptr >> 2];
					case "i64": return HEAP64[ptr >> 3];
					case "float": return HEAPF32[ptr >> 2];
					case "double": return HEAPF64[ptr >> 3];
					case "*": return HEAPU32[ptr >> 2];
					default: abort(`invalid type for getValue: ${type}`);
				}
			}
			var noExitRuntime = true;
			var stackRestore = (val) => __emscripten_stack_restore(val);
			var stackSave = () => _emscripten_stack_get_current();
			var UTF8Decoder = globalThis.TextDecoder && new TextDecoder();
			var findStringEnd = (heapOrArray, idx, maxBytesToRead, ignoreNul) => {
				var maxIdx = idx + maxBytesToRead;
				if (ignoreNul) return maxIdx;
				while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
				return idx;
			};
			var UTF8ArrayToString = (heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
				var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
				if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
				var str = "";
				while (idx < endPtr) {
					var u0 = heapOrArray[idx++];
					if (!(u0 & 128)) {
						str += String.fromCharCode(u0);
						continue;
					}
					var u1 = heapOrArray[idx++] & 63;
					if ((u0 & 224) == 192) {
						str += String.fromCharCode((u0 & 31) << 6 | u1);
						continue;
					}
					var u2 = heapOrArray[idx++] & 63;
					if ((u0 & 240) == 224) u0 = (u0 & 15) << 12 | u1 << 6 | u2;
					else u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
					if (u0 < 65536) str += String.fromCharCode(u0);
					else {
						var ch = u0 - 65536;
						str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
					}
				}
				return str;
			};
			var UTF8ToString = (ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "";
			var ___assert_fail = (condition, filename, line, func) => abort(`Assertion failed: ${UTF8ToString(condition)}, at: ` + [
				filename ? UTF8ToString(filename) : "unknown filename",
				line,
				func ? UTF8ToString(func) : "unknown function"
			]);
			var __abort_js = () => abort("");
			var runtimeKeepaliveCounter = 0;
			var __emscripten_runtime_keepalive_clear = () => {
				noExitRuntime = false;
				runtimeKeepaliveCounter = 0;
			};
			var __emscripten_throw_longjmp = () => {
				throw new EmscriptenSjLj();
			};
			var timers = {};
			var handleException = (e) => {
				if (e instanceof ExitStatus || e == "unwind") return EXITSTATUS;
				quit_(1, e);
			};
			var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
			var _proc_exit = (code) => {
				EXITSTATUS = code;
				if (!keepRuntimeAlive()) {
					Module["onExit"]?.(code);
					ABORT = true;
				}
				quit_(code, new ExitStatus(code));
			};
			var exitJS = (status, implicit) => {
				EXITSTATUS = status;
				_proc_exit(status);
			};
			var _exit = exitJS;
			var maybeExit = () => {
				if (!keepRuntimeAlive()) try {
					_exit(EXITSTATUS);
				} catch (e) {
					handleException(e);
				}
			};
			var callUserCallback = (func) => {
				if (ABORT) return;
				try {
					return func();
				} catch (e) {
					handleException(e);
				} finally {
					maybeExit();
				}
			};
			var _emscripten_get_now = () => performance.now();
			var __setitimer_js = (which, timeout_ms) => {
				if (timers[which]) {
					clearTimeout(timers[which].id);
					delete timers[which];
				}
				if (!timeout_ms) return 0;
				timers[which] = {
					id: setTimeout(() => {
						delete timers[which];
						callUserCallback(() => __emscripten_timeout(which, _emscripten_get_now()));
					}, timeout_ms),
					timeout_ms
				};
				return 0;
			};
			var getHeapMax = () => 1073741824;
			var alignMemory = (size, alignment) => Math.ceil(size / alignment) * alignment;
			var growMemory = (size) => {
				var pages = (size - wasmMemory.buffer.byteLength + 65535) / 65536 | 0;
				try {
					wasmMemory.grow(pages);
					updateMemoryViews();
					return 1;
				} catch (e) {}
			};
			var _emscripten_resize_heap = (requestedSize) => {
				var oldSize = HEAPU8.length;
				requestedSize >>>= 0;
				var maxHeapSize = getHeapMax();
				if (requestedSize > maxHeapSize) return false;
				for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
					var overGrownHeapSize = oldSize * (1 + .2 / cutDown);
					overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
					if (growMemory(Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536)))) return true;
				}
				return false;
			};
			var PATH = {
				isAbs: (path) => path.charAt(0) === "/",
				splitPath: (filename) => {
					return /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/.exec(filename).slice(1);
				},
				normalizeArray: (parts, allowAboveRoot) => {
					var up = 0;
					for (var i = parts.length - 1; i >= 0; i--) {
						var last = parts[i];
						if (last === ".") parts.splice(i, 1);
						else if (last === "..") {
							parts.splice(i, 1);
							up++;
						} else if (up) {
							parts.splice(i, 1);
							up--;
						}
					}
					if (allowAboveRoot) for (; up; up--) parts.unshift("..");
					return parts;
				},
				normalize: (path) => {
					var isAbsolute = PATH.isAbs(path), trailingSlash = path.slice(-1) === "/";
					path = PATH.normalizeArray(path.split("/").filter((p) => !!p), !isAbsolute).join("/");
					if (!path && !isAbsolute) path = ".";
					if (path && trailingSlash) path += "/";
					return (isAbsolute ? "/" : "") + path;
				},
				dirname: (path) => {
					var result = PATH.splitPath(path), root = result[0], dir = result[1];
					if (!root && !dir) return ".";
					if (dir) dir = dir.slice(0, -1);
					return root + dir;
				},
				basename: (path) => path && path.match(/([^\/]+|\/)\/*$/)[1],
				join: (...paths) => PATH.normalize(paths.join("/")),
				join2: (l, r) => PATH.normalize(l + "/" + r)
			};
			var initRandomFill = () => {
				if (ENVIRONMENT_IS_NODE) {
					var nodeCrypto = __require("node:crypto");
					return (view) => (nodeCrypto.randomFillSync(view), 0);
				}
				return (view) => (crypto.getRandomValues(view), 0);
			};
			var randomFill = (view) => (randomFill = initRandomFill())(view);
			var PATH_FS = {
				resolve: (...args) => {
					var resolvedPath = "", resolvedAbsolute = false;
					for (var i = args.length - 1; i >= -1 && !resolvedAbsolute; i--) {
						var path = i >= 0 ? args[i] : FS.cwd();
						if (typeof path != "string") throw new TypeError("Arguments to path.resolve must be strings");
						else if (!path) return "";
						resolvedPath = path + "/" + resolvedPath;
						resolvedAbsolute = PATH.isAbs(path);
					}
					resolvedPath = PATH.normalizeArray(resolvedPath.split("/").filter((p) => !!p), !resolvedAbsolute).join("/");
					return (resolvedAbsolute ? "/" : "") + resolvedPath || ".";
				},
				relative: (from, to) => {
					from = PATH_FS.resolve(from).slice(1);
					to = PATH_FS.resolve(to).slice(1);
					function trim(arr) {
						var start = 0;
						for (; start < arr.length; start++) if (arr[start] !== "") break;
						var end = arr.length - 1;
						for (; end >= 0; end--) if (arr[end] !== "") break;
						if (start > end) return [];
						return arr.slice(start, end - start + 1);
					}
					var fromParts = trim(from.split("/"));
					var toParts = trim(to.split("/"));
					var length = Math.min(fromParts.length, toParts.length);
					var samePartsLength = length;
					for (var i = 0; i < length; i++) if (fromParts[i] !== toParts[i]) {
						samePartsLength = i;
						break;
					}
					var outputParts = [];
					for (var i = samePartsLength; i < fromParts.length; i++) outputParts.push("..");
					outputParts = outputParts.concat(toParts.slice(samePartsLength));
					return outputParts.join("/");
				}
			};
			var FS_stdin_getChar_buffer = [];
			var lengthBytesUTF8 = (str) => {
				var len = 0;
				for (var i = 0; i < str.length; ++i) {
					var c = str.charCodeAt(i);
					if (c <= 127) len++;
					else if (c <= 2047) len += 2;
					else if (c >= 55296 && c <= 57343) {
						len += 4;
						++i;
					} else len += 3;
				}
				return len;
			};
			var stringToUTF8Array = (str, heap, outIdx, maxBytesToWrite) => {
				if (!(maxBytesToWrite > 0)) return 0;
				var startIdx = outIdx;
				var endIdx = outIdx + maxBytesToWrite - 1;
				for (var i = 0; i < str.length; ++i) {
					var u = str.codePointAt(i);
					if (u <= 127) {
						if (outIdx >= endIdx) break;
						heap[outIdx++] = u;
					} else if (u <= 2047) {
						if (outIdx + 1 >= endIdx) break;
						heap[outIdx++] = 192 | u >> 6;
						heap[outIdx++] = 128 | u & 63;
					} else if (u <= 65535) {
						if (outIdx + 2 >= endIdx) break;
						heap[outIdx++] = 224 | u >> 12;
						heap[outIdx++] = 128 | u >> 6 & 63;
						heap[outIdx++] = 128 | u & 63;
					} else {
						if (outIdx + 3 >= endIdx) break;
						heap[outIdx++] = 240 | u >> 18;
						heap[outIdx++] = 128 | u >> 12 & 63;
						heap[outIdx++] = 128 | u >> 6 & 63;
						heap[outIdx++] = 128 | u & 63;
						i++;
					}
				}
				heap[outIdx] = 0;
				return outIdx - startIdx;
			};
			var intArrayFromString = (stringy, dontAddNull, length) => {
				var len = length > 0 ? length : lengthBytesUTF8(stringy) + 1;
				var u8array = new Array(len);
				var numBytesWritten = stringToUTF8Array(stringy, u8array, 0, u8array.length);
				if (dontAddNull) u8array.length = numBytesWritten;
				return u8array;
			};
			var FS_stdin_getChar = () => {
				if (!FS_stdin_getChar_buffer.length) {
					var result = null;
					if (ENVIRONMENT_IS_NODE) {
						var BUFSIZE = 256;
						var buf = Buffer.alloc(BUFSIZE);
						var bytesRead = 0;
						var fd = process.stdin.fd;
						try {
							bytesRead = fs.readSync(fd, buf, 0, BUFSIZE);
						} catch (e) {
							if (e.toString().includes("EOF")) bytesRead = 0;
							else throw e;
						}
						if (bytesRead > 0) result = buf.slice(0, bytesRead).toString("utf-8");
					} else if (globalThis.window?.prompt) {
						result = window.prompt("Input: ");
						if (result !== null) result += "\n";
					}
					if (!result) return null;
					FS_stdin_getChar_buffer = intArrayFromString(result, true);
				}
				return FS_stdin_getChar_buffer.shift();
			};
			var TTY = {
				ttys: [],
				init() {},
				shutdown() {},
				register(dev, ops) {
					TTY.ttys[dev] = {
						input: [],
						output: [],
						ops
					};
					FS.registerDevice(dev, TTY.stream_ops);
				},
				stream_ops: {
					open(stream) {
						var tty = TTY.ttys[stream.node.rdev];
						if (!tty) throw new FS.ErrnoError(43);
						stream.tty = tty;
						stream.seekable = false;
					},
					close(stream) {
						stream.tty.ops.fsync(stream.tty);
					},
					fsync(stream) {
						stream.tty.ops.fsync(stream.tty);
					},
					read(stream, buffer, offset, length, pos) {
						if (!stream.tty || !stream.tty.ops.get_char) throw new FS.ErrnoError(60);
						var bytesRead = 0;
						for (var i = 0; i < length; i++) {
							var result;
							try {
								result = stream.tty.ops.get_char(stream.tty);
							} catch (e) {
								throw new FS.ErrnoError(29);
							}
							if (result === void 0 && bytesRead === 0) throw new FS.ErrnoError(6);
							if (result === null || result === void 0) break;
							bytesRead++;
							buffer[offset + i] = result;
						}
						if (bytesRead) stream.node.atime = Date.now();
						return bytesRead;
					},
					write(stream, buffer, offset, length, pos) {
						if (!stream.tty || !stream.tty.ops.put_char) throw new FS.ErrnoError(60);
						try {
							for (var i = 0; i < length; i++) stream.tty.ops.put_char(stream.tty, buffer[offset + i]);
						} catch (e) {
							throw new FS.ErrnoError(29);
						}
						if (length) stream.node.mtime = stream.node.ctime = Date.now();
						return i;
					}
				},
				default_tty_ops: {
					get_char(tty) {
						return FS_stdin_getChar();
					},
					put_char(tty, val) {
						if (val === null || val === 10) {
							out(UTF8ArrayToString(tty.output));
							tty.output = [];
						} else if (val != 0) tty.output.push(val);
					},
					fsync(tty) {
						if (tty.output?.length > 0) {
							out(UTF8ArrayToString(tty.output));
							tty.output = [];
						}
					},
					ioctl_tcgets(tty) {
						return {
							c_iflag: 25856,
							c_oflag: 5,
							c_cflag: 191,
							c_lflag: 35387,
							c_cc: [
								3,
								28,
								127,
								21,
								4,
								0,
								1,
								0,
								17,
								19,
								26,
								0,
								18,
								15,
								23,
								22,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0,
								0
							]
						};
					},
					ioctl_tcsets(tty, optional_actions, data) {
						return 0;
					},
					ioctl_tiocgwinsz(tty) {
						return [24, 80];
					}
				},
				default_tty1_ops: {
					put_char(tty, val) {
						if (val === null || val === 10) {
							err(UTF8ArrayToString(tty.output));
							tty.output = [];
						} else if (val != 0) tty.output.push(val);
					},
					fsync(tty) {
						if (tty.output?.length > 0) {
							err(UTF8ArrayToString(tty.output));
							tty.output = [];
						}
					}
				}
			};
			var mmapAlloc = (size) => {
				abort();
			};
			var MEMFS = {
				ops_table: null,
				mount(mount) {
					return MEMFS.createNode(null, "/", 16895, 0);
				},
				createNode(parent, name, mode, dev) {
					if (FS.isBlkdev(mode) || FS.isFIFO(mode)) throw new FS.ErrnoError(63);
					MEMFS.ops_table ||= {
						dir: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr,
								lookup: MEMFS.node_ops.lookup,
								mknod: MEMFS.node_ops.mknod,
								rename: MEMFS.node_ops.rename,
								unlink: MEMFS.node_ops.unlink,
								rmdir: MEMFS.node_ops.rmdir,
								readdir: MEMFS.node_ops.readdir,
								symlink: MEMFS.node_ops.symlink
							},
							stream: { llseek: MEMFS.stream_ops.llseek }
						},
						file: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr
							},
							stream: {
								llseek: MEMFS.stream_ops.llseek,
								read: MEMFS.stream_ops.read,
								write: MEMFS.stream_ops.write,
								mmap: MEMFS.stream_ops.mmap,
								msync: MEMFS.stream_ops.msync
							}
						},
						link: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr,
								readlink: MEMFS.node_ops.readlink
							},
							stream: {}
						},
						chrdev: {
							node: {
								getattr: MEMFS.node_ops.getattr,
								setattr: MEMFS.node_ops.setattr
							},
							stream: FS.chrdev_stream_ops
						}
					};
					var node = FS.createNode(parent, name, mode, dev);
					if (FS.isDir(node.mode)) {
						node.node_ops = MEMFS.ops_table.dir.node;
						node.stream_ops = MEMFS.ops_table.dir.stream;
						node.contents = {};
					} else if (FS.isFile(node.mode)) {
						node.node_ops = MEMFS.ops_table.file.node;
						node.stream_ops = MEMFS.ops_table.file.stream;
						node.usedBytes = 0;
						node.contents = MEMFS.emptyFileContents ??= new Uint8Array(0);
					} else if (FS.isLink(node.mode)) {
						node.node_ops = MEMFS.ops_table.link.node;
						node.stream_ops = MEMFS.ops_table.link.stream;
					} else if (FS.isChrdev(node.mode)) {
						node.node_ops = MEMFS.ops_table.chrdev.node;
						node.stream_ops = MEMFS.ops_table.chrdev.stream;
					}
					node.atime = node.mtime = node.ctime = Date.now();
					if (parent) {
						parent.contents[name] = node;
						parent.atime = parent.mtime = parent.ctime = node.atime;
					}
					return node;
				},
				getFileDataAsTypedArray(node) {
					return node.contents.subarray(0, node.usedBytes);
				},
				expandFileStorage(node, newCapacity) {
					var prevCapacity = node.contents.length;
					if (prevCapacity >= newCapacity) return;
					newCapacity = Math.max(newCapacity, prevCapacity * (prevCapacity < 1024 * 1024 ? 2 : 1.125) >>> 0);
					if (prevCapacity) newCapacity = Math.max(newCapacity, 256);
					var oldContents = MEMFS.getFileDataAsTypedArray(node);
					node.contents = new Uint8Array(newCapacity);
					node.contents.set(oldContents);
				},
				resizeFileStorage(node, newSize) {
					if (node.usedBytes == newSize) return;
					var oldContents = node.contents;
					node.contents = new Uint8Array(newSize);
					node.contents.set(oldContents.subarray(0, Math.min(newSize, node.usedBytes)));
					node.usedBytes = newSize;
				},
				node_ops: {
					getattr(node) {
						var attr = {};
						attr.dev = FS.isChrdev(node.mode) ? node.id : 1;
						attr.ino = node.id;
						attr.mode = node.mode;
						attr.nlink = 1;
						attr.uid = 0;
						attr.gid = 0;
						attr.rdev = node.rdev;
						if (FS.isDir(node.mode)) attr.size = 4096;
						else if (FS.isFile(node.mode)) attr.size = node.usedBytes;
						else if (FS.isLink(node.mode)) attr.size = node.link.length;
						else attr.size = 0;
						attr.atime = new Date(node.atime);
						attr.mtime = new Date(node.mtime);
						attr.ctime = new Date(node.ctime);
						attr.blksize = 4096;
						attr.blocks = Math.ceil(attr.size / attr.blksize);
						return attr;
					},
					setattr(node, attr) {
						for (const key of [
							"mode",
							"atime",
							"mtime",
							"ctime"
						]) if (attr[key] != null) node[key] = attr[key];
						if (attr.size !== void 0) MEMFS.resizeFileStorage(node, attr.size);
					},
					lookup(parent, name) {
						if (!MEMFS.doesNotExistError) {
							MEMFS.doesNotExistError = new FS.ErrnoError(44);
							MEMFS.doesNotExistError.stack = "<generic error, no stack>";
						}
						throw MEMFS.doesNotExistError;
					},
					mknod(parent, name, mode, dev) {
						return MEMFS.createNode(parent, name, mode, dev);
					},
					rename(old_node, new_dir, new_name) {
						var new_node;
						try {
							new_node = FS.lookupNode(new_dir, new_name);
						} catch (e) {}
						if (new_node) {
							if (FS.isDir(old_node.mode)) for (var i in new_node.contents) throw new FS.ErrnoError(55);
							FS.hashRemoveNode(new_node);
						}
						delete old_node.parent.contents[old_node.name];
						new_dir.contents[new_name] = old_node;
						old_node.name = new_name;
						new_dir.ctime = new_dir.mtime = old_node.parent.ctime = old_node.parent.mtime = Date.now();
					},
					unlink(parent, name) {
						delete parent.contents[name];
						parent.ctime = parent.mtime = Date.now();
					},
					rmdir(parent, name) {
						for (var i in FS.lookupNode(parent, name).contents) throw new FS.ErrnoError(55);
						delete parent.contents[name];
						parent.ctime = parent.mtime = Date.now();
					},
					readdir(node) {
						return [
							".",
							"..",
							...Object.keys(node.contents)
						];
					},
					symlink(parent, newname, oldpath) {
						var node = MEMFS.createNode(parent, newname, 41471, 0);
						node.link = oldpath;
						return node;
					},
					readlink(node) {
						if (!FS.isLink(node.mode)) throw new FS.ErrnoError(28);
						return node.link;
					}
				},
				stream_ops: {
					read(stream, buffer, offset, length, position) {
						var contents = stream.node.contents;
						if (position >= stream.node.usedBytes) return 0;
						var size = Math.min(stream.node.usedBytes - position, length);
						buffer.set(contents.subarray(position, position + size), offset);
						return size;
					},
					write(stream, buffer, offset, length, position, canOwn) {
						if (buffer.buffer === HEAP8.buffer) canOwn = false;
						if (!length) return 0;
						var node = stream.node;
						node.mtime = node.ctime = Date.now();
						if (canOwn) {
							node.contents = buffer.subarray(offset, offset + length);
							node.usedBytes = length;
						} else if (node.usedBytes === 0 && position === 0) {
							node.contents = buffer.slice(offset, offset + length);
							node.usedBytes = length;
						} else {
							MEMFS.expandFileStorage(node, position + length);
							node.contents.set(buffer.subarray(offset, offset + length), position);
							node.usedBytes = Math.max(node.usedBytes, position + length);
						}
						return length;
					},
					llseek(stream, offset, whence) {
						var position = offset;
						if (whence === 1) position += stream.position;
						else if (whence === 2) {
							if (FS.isFile(stream.node.mode)) position += stream.node.usedBytes;
						}
						if (position < 0) throw new FS.ErrnoError(28);
						return position;
					},
					mmap(stream, length, position, prot, flags) {
						if (!FS.isFile(stream.node.mode)) throw new FS.ErrnoError(43);
						var ptr;
						var allocated;
						var contents = stream.node.contents;
						if (!(flags & 2) && contents.buffer === HEAP8.buffer) {
							allocated = false;
							ptr = contents.byteOffset;
						} else {
							allocated = true;
							ptr = mmapAlloc(length);
							if (!ptr) throw new FS.ErrnoError(48);
							if (contents) {
								if (position > 0 || position + length < contents.length) if (contents.subarray) contents = contents.subarray(position, position + length);
								else contents = Array.prototype.slice.call(contents, position, position + length);
								HEAP8.set(contents, ptr);
							}
						}
						return {
							ptr,
							allocated
						};
					},
					msync(stream, buffer, offset, length, mmapFlags) {
						MEMFS.stream_ops.write(stream, buffer, 0, length, offset, false);
						return 0;
					}
				}
			};
			var FS_modeStringToFlags = (str) => {
				if (typeof str != "string") return str;
				var flags = {
					r: 0,
					"r+": 2,
					w: 577,
					"w+": 578,
					a: 1089,
					"a+": 1090
				}[str];
				if (typeof flags == "undefined") throw new Error(`Unknown file open mode: ${str}`);
				return flags;
			};
			var FS_fileDataToTypedArray = (data) => {
				if (typeof data == "string") data = intArrayFromString(data, true);
				if (!data.subarray) data = new Uint8Array(data);
				return data;
			};
			var FS_getMode = (canRead, canWrite) => {
				var mode = 0;
				if (canRead) mode |= 365;
				if (canWrite) mode |= 146;
				return mode;
			};
			var asyncLoad = async (url) => {
				var arrayBuffer = await readAsync(url);
				return new Uint8Array(arrayBuffer);
			};
			var FS_createDataFile = (...args) => FS.createDataFile(...args);
			var getUniqueRunDependency = (id) => id;
			var dependenciesPromise = null;
			var resolveRunDependencies = async () => dependenciesPromise;
			var runDependencies = 0;
			var dependenciesPromiseResolve = null;
			var removeRunDependency = (id) => {
				runDependencies--;
				Module["monitorRunDependencies"]?.(runDependencies);
				if (!runDependencies) dependenciesPromiseResolve();
			};
			var addRunDependency = (id) => {
				if (!runDependencies) dependenciesPromise = new Promise((resolve) => dependenciesPromiseResolve = resolve);
				runDependencies++;
				Module["monitorRunDependencies"]?.(runDependencies);
			};
			var preloadPlugins = [];
			var FS_handledByPreloadPlugin = async (byteArray, fullname) => {
				if (typeof Browser != "undefined") Browser.init();
				for (var plugin of preloadPlugins) if (plugin["canHandle"](fullname)) return plugin["handle"](byteArray, fullname);
				return byteArray;
			};
			var FS_preloadFile = async (parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish) => {
				var fullname = name ? PATH_FS.resolve(PATH.join2(parent, name)) : parent;
				var dep = getUniqueRunDependency(`cp ${fullname}`);
				addRunDependency(dep);
				try {
					var byteArray = url;
					if (typeof url == "string") byteArray = await asyncLoad(url);
					byteArray = await FS_handledByPreloadPlugin(byteArray, fullname);
					preFinish?.();
					if (!dontCreateFile) FS_createDataFile(parent, name, byteArray, canRead, canWrite, canOwn);
				} finally {
					removeRunDependency(dep);
				}
			};
			var FS_createPreloadedFile = (parent, name, url, canRead, canWrite, onload, onerror, dontCreateFile, canOwn, preFinish) => {
				FS_preloadFile(parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish).then(onload).catch(onerror);
			};
			var FS = {
				root: null,
				mounts: [],
				devices: {},
				streams: [],
				nextInode: 1,
				nameTable: null,
				currentPath: "/",
				initialized: false,
				ignorePermissions: true,
				filesystems: null,
				syncFSRequests: 0,
				ErrnoError: class {
					name = "ErrnoError";
					constructor(errno) {
						this.errno = errno;
					}
				},
				FSStream: class {
					shared = {};
					get object() {
						return this.node;
					}
					set object(val) {
						this.node = val;
					}
					get isRead() {
						return (this.flags & 2097155) !== 1;
					}
					get isWrite() {
						return (this.flags & 2097155) !== 0;
					}
					get isAppend() {
						return this.flags & 1024;
					}
					get flags() {
						return this.shared.flags;
					}
					set flags(val) {
						this.shared.flags = val;
					}
					get position() {
						return this.shared.position;
					}
					set position(val) {
						this.shared.position = val;
					}
				},
				FSNode: class {
					node_ops = {};
					stream_ops = {};
					readMode = 365;
					writeMode = 146;
					mounted = null;
					constructor(parent, name, mode, rdev) {
						if (!parent) parent = this;
						this.parent = parent;
						this.mount = parent.mount;
						this.id = FS.nextInode++;
						this.name = name;
						this.mode = mode;
						this.rdev = rdev;
						this.atime = this.mtime = this.ctime = Date.now();
					}
					get read() {
						return (this.mode & this.readMode) === this.readMode;
					}
					set read(val) {
						val ? this.mode |= this.readMode : this.mode &= ~this.readMode;
					}
					get write() {
						return (this.mode & this.writeMode) === this.writeMode;
					}
					set write(val) {
						val ? this.mode |= this.writeMode : this.mode &= ~this.writeMode;
					}
					get isFolder() {
						return FS.isDir(this.mode);
					}
					get isDevice() {
						return FS.isChrdev(this.mode);
					}
					addListener(cb, exclusive = false) {
						var entry = {
							cb,
							exclusive
						};
						var listeners = this.listeners ??= /* @__PURE__ */ new Set();
						listeners.add(entry);
						return {
							listeners,
							entry
						};
					}
					notifyListeners(flags) {
						if (!this.listeners) return;
						var excl;
						for (var entry of this.listeners) if (entry.exclusive) (excl ||= []).push(entry);
						else entry.cb(flags);
						if (excl) {
							var i = (this.exclTurn || 0) % excl.length;
							this.exclTurn = i + 1;
							excl[i].cb(flags);
						}
					}
				},
				lookupPath(path, opts = {}) {
					if (!path) throw new FS.ErrnoError(44);
					opts.follow_mount ??= true;
					if (!PATH.isAbs(path)) path = FS.cwd() + "/" + path;
					linkloop: for (var nlinks = 0; nlinks < 40; nlinks++) {
						var parts = path.split("/").filter((p) => !!p);
						var current = FS.root;
						var current_path = "/";
						for (var i = 0; i < parts.length; i++) {
							var islast = i === parts.length - 1;
							if (islast && opts.parent) break;
							if (parts[i] === ".") continue;
							if (parts[i] === "..") {
								current_path = PATH.dirname(current_path);
								if (FS.isRoot(current)) {
									path = current_path + "/" + parts.slice(i + 1).join("/");
									nlinks--;
									continue linkloop;
								} else current = current.parent;
								continue;
							}
							current_path = PATH.join2(current_path, parts[i]);
							try {
								current = FS.lookupNode(current, parts[i]);
							} catch (e) {
								if (e?.errno === 44 && islast && opts.noent_okay) return { path: current_path };
								throw e;
							}
							if (FS.isMountpoint(current) && (!islast || opts.follow_mount)) current = current.mounted.root;
							if (FS.isLink(current.mode) && (!islast || opts.follow)) {
								if (!current.node_ops.readlink) throw new FS.ErrnoError(52);
								var link = current.node_ops.readlink(current);
								if (!PATH.isAbs(link)) link = PATH.dirname(current_path) + "/" + link;
								path = link + "/" + parts.slice(i + 1).join("/");
								continue linkloop;
							}
						}
						return {
							path: current_path,
							node: current
						};
					}
					throw new FS.ErrnoError(32);
				},
				getPath(node) {
					var path;
					while (true) {
						if (FS.isRoot(node)) {
							var mount = node.mount.mountpoint;
							if (!path) return mount;
							return mount[mount.length - 1] !== "/" ? `${mount}/${path}` : mount + path;
						}
						path = path ? `${node.name}/${path}` : node.name;
						node = node.parent;
					}
				},
				hashName(parentid, name) {
					var hash = 0;
					for (var i = 0; i < name.length; i++) hash = (hash << 5) - hash + name.charCodeAt(i) | 0;
					return (parentid + hash >>> 0) % FS.nameTable.length;
				},
				hashAddNode(node) {
					var hash = FS.hashName(node.parent.id, node.name);
					node.name_next = FS.nameTable[hash];
					FS.nameTable[hash] = node;
				},
				hashRemoveNode(node) {
					var hash = FS.hashName(node.parent.id, node.name);
					if (FS.nameTable[hash] === node) FS.nameTable[hash] = node.name_next;
					else {
						var current = FS.nameTable[hash];
						while (current) {
							if (current.name_next === node) {
								current.name_next = node.name_next;
								break;
							}
							current = current.name_next;
						}
					}
				},
				lookupNode(parent, name) {
					var errCode = FS.mayLookup(parent);
					if (errCode) throw new FS.ErrnoError(errCode);
					var hash = FS.hashName(parent.id, name);
					for (var node = FS.nameTable[hash]; node; node = node.name_next) {
						var nodeName = node.name;
						if (node.parent.id === parent.id && nodeName === name) return node;
					}
					return FS.lookup(parent, name);
				},
				createNode(parent, name, mode, rdev) {
					var node = new FS.FSNode(parent, name, mode, rdev);
					FS.hashAddNode(node);
					return node;
				},
				destroyNode(node) {
					FS.hashRemoveNode(node);
				},
				isRoot(node) {
					return node === node.parent;
				},
				isMountpoint(node) {
					return !!node.mounted;
				},
				isFile(mode) {
					return (mode & 61440) === 32768;
				},
				isDir(mode) {
					return (mode & 61440) === 16384;
				},
				isLink(mode) {
					return (mode & 61440) === 40960;
				},
				isChrdev(mode) {
					return (mode & 61440) === 8192;
				},
				isBlkdev(mode) {
					return (mode & 61440) === 24576;
				},
				isFIFO(mode) {
					return (mode & 61440) === 4096;
				},
				isSocket(mode) {
					return (mode & 49152) === 49152;
				},
				flagsToPermissionString(flag) {
					var perms = [
						"r",
						"w",
						"rw"
					][flag & 3];
					if (flag & 512) perms += "w";
					return perms;
				},
				nodePermissions(node, perms) {
					if (FS.ignorePermissions) return 0;
					if (perms.includes("r") && !(node.mode & 292)) return 2;
					if (perms.includes("w") && !(node.mode & 146)) return 2;
					if (perms.includes("x") && !(node.mode & 73)) return 2;
					return 0;
				},
				mayLookup(dir) {
					if (!FS.isDir(dir.mode)) return 54;
					var errCode = FS.nodePermissions(dir, "x");
					if (errCode) return errCode;
					if (!dir.node_ops.lookup) return 2;
					return 0;
				},
				mayCreate(dir, name) {
					if (!FS.isDir(dir.mode)) return 54;
					try {
						FS.lookupNode(dir, name);
						return 20;
					} catch (e) {}
					return FS.nodePermissions(dir, "wx");
				},
				mayDelete(dir, name, isdir) {
					var node;
					try {
						node = FS.lookupNode(dir, name);
					} catch (e) {
						return e.errno;
					}
					var errCode = FS.nodePermissions(dir, "wx");
					if (errCode) return errCode;
					if (isdir) {
						if (!FS.isDir(node.mode)) return 54;
						if (FS.isRoot(node) || FS.getPath(node) === FS.cwd()) return 10;
					} else if (FS.isDir(node.mode)) return 31;
					return 0;
				},
				mayOpen(node, flags) {
					if (!node) return 44;
					if (FS.isLink(node.mode)) return 32;
					var mode = FS.flagsToPermissionString(flags);
					if (FS.isDir(node.mode)) {
						if (mode !== "r" || flags & 576) return 31;
					}
					return FS.nodePermissions(node, mode);
				},
				checkOpExists(op, err) {
					if (!op) throw new FS.ErrnoError(err);
					return op;
				},
				MAX_OPEN_FDS: 4096,
				nextfd() {
					for (var fd = 0; fd <= FS.MAX_OPEN_FDS; fd++) if (!FS.streams[fd]) return fd;
					throw new FS.ErrnoError(33);
				},
				getStreamChecked(fd) {
					var stream = FS.getStream(fd);
					if (!stream) throw new FS.ErrnoError(8);
					return stream;
				},
				getStream: (fd) => FS.streams[fd],
				createStream(stream, fd = -1) {
					stream = Object.assign(new FS.FSStream(), stream);
					if (fd == -1) fd = FS.nextfd();
					stream.fd = fd;
					FS.streams[fd] = stream;
					return stream;
				},
				closeStream(fd) {
					FS.streams[fd] = null;
				},
				dupStream(origStream, fd = -1) {
					var stream = FS.createStream(origStream, fd);
					stream.stream_ops?.dup?.(stream);
					return stream;
				},
				doSetAttr(stream, node, attr) {
					var setattr = stream?.stream_ops.setattr;
					var arg = setattr ? stream : node;
					setattr ??= node.node_ops.setattr;
					FS.checkOpExists(setattr, 63);
					try {
						setattr(arg, attr);
					} catch (e) {
						if (e instanceof RangeError) throw new FS.ErrnoError(22);
						throw e;
					}
				},
				chrdev_stream_ops: {
					open(stream) {
						stream.stream_ops = FS.getDevice(stream.node.rdev).stream_ops;
						stream.stream_ops.open?.(stream);
					},
					llseek() {
						throw new FS.ErrnoError(70);
					}
				},
				major: (dev) => dev >> 8,
				minor: (dev) => dev & 255,
				makedev: (ma, mi) => ma << 8 | mi,
				registerDevice(dev, ops) {
					FS.devices[dev] = { stream_ops: ops };
				},
				getDevice: (dev) => FS.devices[dev],
				getMounts(mount) {
					var mounts = [];
					var check = [mount];
					while (check.length) {
						var m = check.pop();
						mounts.push(m);
						check.push(...m.mounts);
					}
					return mounts;
				},
				syncfs(populate, callback) {
					if (typeof populate == "function") {
						callback = populate;
						populate = false;
					}
					FS.syncFSRequests++;
					if (FS.syncFSRequests > 1) err(`warning: ${FS.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);
					var mounts = FS.getMounts(FS.root.mount);
					var completed = 0;
					function doCallback(errCode) {
						FS.syncFSRequests--;
						return callback(errCode);
					}
					function done(errCode) {
						if (errCode) {
							if (!done.errored) {
								done.errored = true;
								return doCallback(errCode);
							}
							return;
						}
						if (++completed >= mounts.length) doCallback(null);
					}
					for (var mount of mounts) if (mount.type.syncfs) mount.type.syncfs(mount, populate, done);
					else done(null);
				},
				mount(type, opts, mountpoint) {
					var root = mountpoint === "/";
					var pseudo = !mountpoint;
					var node;
					if (root && FS.root) throw new FS.ErrnoError(10);
					else if (!root && !pseudo) {
						var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
						mountpoint = lookup.path;
						node = lookup.node;
						if (FS.isMountpoint(node)) throw new FS.ErrnoError(10);
						if (!FS.isDir(node.mode)) throw new FS.ErrnoError(54);
					}
					var mount = {
						type,
						opts,
						mountpoint,
						mounts: []
					};
					var mountRoot = type.mount(mount);
					mountRoot.mount = mount;
					mount.root = mountRoot;
					if (root) FS.root = mountRoot;
					else if (node) {
						node.mounted = mount;
						if (node.mount) node.mount.mounts.push(mount);
					}
					return mountRoot;
				},
				unmount(mountpoint) {
					var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
					if (!FS.isMountpoint(lookup.node)) throw new FS.ErrnoError(28);
					var node = lookup.node;
					var mount = node.mounted;
					var mounts = FS.getMounts(mount);
					for (var [hash, current] of Object.entries(FS.nameTable)) while (current) {
						var next = current.name_next;
						if (mounts.includes(current.mount)) FS.destroyNode(current);
						current = next;
					}
					node.mounted = null;
					var idx = node.mount.mounts.indexOf(mount);
					node.mount.mounts.splice(idx, 1);
				},
				lookup(parent, name) {
					return parent.node_ops.lookup(parent, name);
				},
				mknod(path, mode, dev) {
					var parent = FS.lookupPath(path, { parent: true }).node;
					var name = PATH.basename(path);
					if (!name) throw new FS.ErrnoError(28);
					if (name === "." || name === "..") throw new FS.ErrnoError(20);
					var errCode = FS.mayCreate(parent, name);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.mknod) throw new FS.ErrnoError(63);
					return parent.node_ops.mknod(parent, name, mode, dev);
				},
				statfs(path) {
					return FS.statfsNode(FS.lookupPath(path, { follow: true }).node);
				},
				statfsStream(stream) {
					return FS.statfsNode(stream.node);
				},
				statfsNode(node) {
					var rtn = {
						bsize: 4096,
						frsize: 4096,
						blocks: 1e6,
						bfree: 5e5,
						bavail: 5e5,
						files: FS.nextInode,
						ffree: FS.nextInode - 1,
						fsid: 42,
						flags: 2,
						namelen: 255
					};
					if (node.node_ops.statfs) Object.assign(rtn, node.node_ops.statfs(node.mount.opts.root));
					return rtn;
				},
				create(path, mode = 438) {
					mode &= 4095;
					mode |= 32768;
					return FS.mknod(path, mode, 0);
				},
				mkdir(path, mode = 511) {
					mode &= 1023;
					mode |= 16384;
					return FS.mknod(path, mode, 0);
				},
				mkdirTree(path, mode) {
					var dirs = path.split("/");
					var d = "";
					for (var dir of dirs) {
						if (!dir) continue;
						if (d || PATH.isAbs(path)) d += "/";
						d += dir;
						try {
							FS.mkdir(d, mode);
						} catch (e) {
							if (e.errno != 20) throw e;
						}
					}
				},
				mkdev(path, mode, dev) {
					if (typeof dev == "undefined") {
						dev = mode;
						mode = 438;
					}
					mode |= 8192;
					return FS.mknod(path, mode, dev);
				},
				symlink(oldpath, newpath) {
					if (!PATH_FS.resolve(oldpath)) throw new FS.ErrnoError(44);
					var parent = FS.lookupPath(newpath, { parent: true }).node;
					if (!parent) throw new FS.ErrnoError(44);
					var newname = PATH.basename(newpath);
					var errCode = FS.mayCreate(parent, newname);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.symlink) throw new FS.ErrnoError(63);
					return parent.node_ops.symlink(parent, newname, oldpath);
				},
				link(oldpath, newpath, flags) {
					var parent = FS.lookupPath(newpath, { parent: true }).node;
					if (!parent) throw new FS.ErrnoError(44);
					var newname = PATH.basename(newpath);
					var errCode = FS.mayCreate(parent, newname);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.link) throw new FS.ErrnoError(34);
					return parent.node_ops.link(parent, newname, oldpath, flags);
				},
				rename(old_path, new_path) {
					var old_dirname = PATH.dirname(old_path);
					var new_dirname = PATH.dirname(new_path);
					var old_name = PATH.basename(old_path);
					var new_name = PATH.basename(new_path);
					var lookup = FS.lookupPath(old_path, { parent: true }), old_dir = lookup.node, new_dir;
					lookup = FS.lookupPath(new_path, { parent: true });
					new_dir = lookup.node;
					if (!old_dir || !new_dir) throw new FS.ErrnoError(44);
					if (old_dir.mount !== new_dir.mount) throw new FS.ErrnoError(75);
					var old_node = FS.lookupNode(old_dir, old_name);
					var relative = PATH_FS.relative(old_path, new_dirname);
					if (relative.charAt(0) !== ".") throw new FS.ErrnoError(28);
					relative = PATH_FS.relative(new_path, old_dirname);
					if (relative.charAt(0) !== ".") throw new FS.ErrnoError(55);
					var new_node;
					try {
						new_node = FS.lookupNode(new_dir, new_name);
					} catch (e) {}
					if (old_node === new_node) return;
					var isdir = FS.isDir(old_node.mode);
					var errCode = FS.mayDelete(old_dir, old_name, isdir);
					if (errCode) throw new FS.ErrnoError(errCode);
					errCode = new_node ? FS.mayDelete(new_dir, new_name, isdir) : FS.mayCreate(new_dir, new_name);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!old_dir.node_ops.rename) throw new FS.ErrnoError(63);
					if (FS.isMountpoint(old_node) || new_node && FS.isMountpoint(new_node)) throw new FS.ErrnoError(10);
					if (new_dir !== old_dir) {
						errCode = FS.nodePermissions(old_dir, "w");
						if (errCode) throw new FS.ErrnoError(errCode);
					}
					FS.hashRemoveNode(old_node);
					try {
						old_dir.node_ops.rename(old_node, new_dir, new_name);
						old_node.parent = new_dir;
					} catch (e) {
						throw e;
					} finally {
						FS.hashAddNode(old_node);
					}
				},
				rmdir(path) {
					var parent = FS.lookupPath(path, { parent: true }).node;
					var name = PATH.basename(path);
					var node = FS.lookupNode(parent, name);
					var errCode = FS.mayDelete(parent, name, true);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.rmdir) throw new FS.ErrnoError(63);
					if (FS.isMountpoint(node)) throw new FS.ErrnoError(10);
					parent.node_ops.rmdir(parent, name);
					FS.destroyNode(node);
				},
				readdir(path) {
					var node = FS.lookupPath(path, { follow: true }).node;
					return FS.checkOpExists(node.node_ops.readdir, 54)(node);
				},
				unlink(path) {
					var parent = FS.lookupPath(path, { parent: true }).node;
					if (!parent) throw new FS.ErrnoError(44);
					var name = PATH.basename(path);
					var node = FS.lookupNode(parent, name);
					var errCode = FS.mayDelete(parent, name, false);
					if (errCode) throw new FS.ErrnoError(errCode);
					if (!parent.node_ops.unlink) throw new FS.ErrnoError(63);
					if (FS.isMountpoint(node)) throw new FS.ErrnoError(10);
					parent.node_ops.unlink(parent, name);
					FS.destroyNode(node);
				},
				readlink(path) {
					var link = FS.lookupPath(path).node;
					if (!link) throw new FS.ErrnoError(44);
					if (!link.node_ops.readlink) throw new FS.ErrnoError(28);
					return link.node_ops.readlink(link);
				},
				stat(path, dontFollow) {
					var node = FS.lookupPath(path, { follow: !dontFollow }).node;
					return FS.checkOpExists(node.node_ops.getattr, 63)(node);
				},
				fstat(fd) {
					var stream = FS.getStreamChecked(fd);
					var node = stream.node;
					var getattr = stream.stream_ops.getattr;
					var arg = getattr ? stream : node;
					getattr ??= node.node_ops.getattr;
					FS.checkOpExists(getattr, 63);
					return getattr(arg);
				},
				lstat(path) {
					return FS.stat(path, true);
				},
				doChmod(stream, node, mode, dontFollow) {
					FS.doSetAttr(stream, node, {
						mode: mode & 4095 | node.mode & -4096,
						ctime: Date.now(),
						dontFollow
					});
				},
				chmod(path, mode, dontFollow) {
					var node;
					if (typeof path == "string") node = FS.lookupPath(path, { follow: !dontFollow }).node;
					else node = path;
					FS.doChmod(null, node, mode, dontFollow);
				},
				lchmod(path, mode) {
					FS.chmod(path, mode, true);
				},
				fchmod(fd, mode) {
					var stream = FS.getStreamChecked(fd);
					FS.doChmod(stream, stream.node, mode, false);
				},
				doChown(stream, node, dontFollow) {
					FS.doSetAttr(stream, node, {
						timestamp: Date.now(),
						dontFollow
					});
				},
				chown(path, uid, gid, dontFollow) {
					var node;
					if (typeof path == "string") node = FS.lookupPath(path, { follow: !dontFollow }).node;
					else node = path;
					FS.doChown(null, node, dontFollow);
				},
				lchown(path, uid, gid) {
					FS.chown(path, uid, gid, true);
				},
				fchown(fd, uid, gid) {
					var stream = FS.getStreamChecked(fd);
					FS.doChown(stream, stream.node, false);
				},
				doTruncate(stream, node, len) {
					if (FS.isDir(node.mode)) throw new FS.ErrnoError(31);
					if (!FS.isFile(node.mode)) throw new FS.ErrnoError(28);
					var errCode = FS.nodePermissions(node, "w");
					if (errCode) throw new FS.ErrnoError(errCode);
					FS.doSetAttr(stream, node, {
						size: len,
						timestamp: Date.now()
					});
				},
				truncate(path, len) {
					if (len < 0) throw new FS.ErrnoError(28);
					var node;
					if (typeof path == "string") node = FS.lookupPath(path, { follow: true }).node;
					else node = path;
					FS.doTruncate(null, node, len);
				},
				ftruncate(fd, len) {
					var stream = FS.getStreamChecked(fd);
					if (len < 0 || (stream.flags & 2097155) === 0) throw new FS.ErrnoError(28);
					FS.doTruncate(stream, stream.node, len);
				},
				utime(path, atime, mtime, dontFollow) {
					var lookup = FS.lookupPath(path, { follow: !dontFollow });
					FS.doSetAttr(null, lookup.node, {
						atime,
						mtime,
						dontFollow
					});
				},
				open(path, flags, mode = 438) {
					if (path === "") throw new FS.ErrnoError(44);
					flags = FS_modeStringToFlags(flags);
					if (flags & 64) mode = mode & 4095 | 32768;
					else mode = 0;
					var node;
					var isDirPath;
					if (typeof path == "object") node = path;
					else {
						isDirPath = path.endsWith("/");
						var lookup = FS.lookupPath(path, {
							follow: !(flags & 131072),
							noent_okay: true
						});
						node = lookup.node;
						path = lookup.path;
					}
					var created = false;
					if (flags & 64) if (node) {
						if (flags & 128) throw new FS.ErrnoError(20);
					} else if (isDirPath) throw new FS.ErrnoError(31);
					else {
						node = FS.mknod(path, mode | 511, 0);
						created = true;
					}
					if (!node) throw new FS.ErrnoError(44);
					if (FS.isChrdev(node.mode)) flags &= -513;
					if (flags & 65536 && !FS.isDir(node.mode)) throw new FS.ErrnoError(54);
					if (!created) {
						var errCode = FS.mayOpen(node, flags);
						if (errCode) throw new FS.ErrnoError(errCode);
					}
					if (flags & 512 && !created) FS.truncate(node, 0);
					flags &= -131713;
					var stream = FS.createStream({
						node,
						path: FS.getPath(node),
						flags,
						seekable: true,
						position: 0,
						stream_ops: node.stream_ops,
						ungotten: [],
						error: false
					});
					if (stream.stream_ops.open) stream.stream_ops.open(stream);
					if (created) FS.chmod(node, mode & 511);
					return stream;
				},
				close(stream) {
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if (stream.getdents) stream.getdents = null;
					stream.node?.notifyListeners(32);
					try {
						if (stream.stream_ops.close) stream.stream_ops.close(stream);
					} catch (e) {
						throw e;
					} finally {
						FS.closeStream(stream.fd);
					}
					stream.fd = null;
				},
				isClosed(stream) {
					return stream.fd === null;
				},
				llseek(stream, offset, whence) {
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if (!stream.seekable || !stream.stream_ops.llseek) throw new FS.ErrnoError(70);
					if (whence != 0 && whence != 1 && whence != 2) throw new FS.ErrnoError(28);
					stream.position = stream.stream_ops.llseek(stream, offset, whence);
					stream.ungotten = [];
					return stream.position;
				},
				read(stream, buffer, offset, length, position) {
					if (length < 0 || position < 0) throw new FS.ErrnoError(28);
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if ((stream.flags & 2097155) === 1) throw new FS.ErrnoError(8);
					if (FS.isDir(stream.node.mode)) throw new FS.ErrnoError(31);
					if (!stream.stream_ops.read) throw new FS.ErrnoError(28);
					var seeking = typeof position != "undefined";
					if (!seeking) position = stream.position;
					else if (!stream.seekable) throw new FS.ErrnoError(70);
					var bytesRead = stream.stream_ops.read(stream, buffer, offset, length, position);
					if (!seeking) stream.position += bytesRead;
					return bytesRead;
				},
				write(stream, buffer, offset, length, position, canOwn) {
					if (length < 0 || position < 0) throw new FS.ErrnoError(28);
					if (FS.isClosed(stream)) throw new FS.ErrnoError(8);
					if ((stream.flags & 2097155) === 0) throw new FS.ErrnoError(8);
					if (FS.isDir(stream.node.mode)) throw new FS.ErrnoError(31);
					if (!stream.stream_ops.write) throw new FS.ErrnoError(28);
					if (stream.seekable && stream.flags & 1024) FS.llseek(stream, 0, 2);
					var seeking = typeof position != "undefined";
					if (!seeking) position = stream.position;
					else if (!stream.seekable) throw new FS.ErrnoError(70);
					var bytesWritten = stream.stream_ops.write(stream, buffer, offset, length, position, canOwn);
					if (!seeking) stream.position += bytesWritten;
					return bytesWritten;
				},
				mmap(stream, length, position, prot, flags) {
					if ((prot & 2) !== 0 && (flags & 2) === 0 && (stream.flags & 2097155) !== 2) throw new FS.ErrnoError(2);
					if ((stream.flags & 2097155) === 1) throw new FS.ErrnoError(2);
					if (!stream.stream_ops.mmap) throw new FS.ErrnoError(43);
					if (!length) throw new FS.ErrnoError(28);
					return stream.stream_ops.mmap(stream, length, position, prot, flags);
				},
				msync(stream, buffer, offset, length, mmapFlags) {
					if (!stream.stream_ops.msync) return 0;
					return stream.stream_ops.msync(stream, buffer, offset, length, mmapFlags);
				},
				ioctl(stream, cmd, arg) {
					if (!stream.stream_ops.ioctl) throw new FS.ErrnoError(59);
					return stream.stream_ops.ioctl(stream, cmd, arg);
				},
				readFile(path, opts = {}) {
					opts.flags = opts.flags ?? 0;
					opts.encoding = opts.encoding ?? "binary";
					if (opts.encoding !== "utf8" && opts.encoding !== "binary") abort(`Invalid encoding type "${opts.encoding}"`);
					var stream = FS.open(path, opts.flags);
					var length = FS.stat(path).size;
					var buf = new Uint8Array(length);
					FS.read(stream, buf, 0, length, 0);
					if (opts.encoding === "utf8") buf = UTF8ArrayToString(buf);
					FS.close(stream);
					return buf;
				},
				writeFile(path, data, opts = {}) {
					opts.flags = opts.flags ?? 577;
					var stream = FS.open(path, opts.flags, opts.mode);
					data = FS_fileDataToTypedArray(data);
					FS.write(stream, data, 0, data.byteLength, void 0, opts.canOwn);
					FS.close(stream);
				},
				cwd: () => FS.currentPath,
				chdir(path) {
					var lookup = FS.lookupPath(path, { follow: true });
					if (lookup.node === null) throw new FS.ErrnoError(44);
					if (!FS.isDir(lookup.node.mode)) throw new FS.ErrnoError(54);
					var errCode = FS.nodePermissions(lookup.node, "x");
					if (errCode) throw new FS.ErrnoError(errCode);
					FS.currentPath = lookup.path;
				},
				createDefaultDirectories() {
					FS.mkdir("/tmp");
					FS.mkdir("/home");
					FS.mkdir("/home/web_user");
				},
				createDefaultDevices() {
					FS.mkdir("/dev");
					FS.registerDevice(FS.makedev(1, 3), {
						read: () => 0,
						write: (stream, buffer, offset, length, pos) => length,
						llseek: () => 0
					});
					FS.mkdev("/dev/null", FS.makedev(1, 3));
					TTY.register(FS.makedev(5, 0), TTY.default_tty_ops);
					TTY.register(FS.makedev(6, 0), TTY.default_tty1_ops);
					FS.mkdev("/dev/tty", FS.makedev(5, 0));
					FS.mkdev("/dev/tty1", FS.makedev(6, 0));
					var randomBuffer = new Uint8Array(1024), randomLeft = 0;
					var randomByte = () => {
						if (randomLeft === 0) {
							randomFill(randomBuffer);
							randomLeft = randomBuffer.byteLength;
						}
						return randomBuffer[--randomLeft];
					};
					FS.createDevice("/dev", "random", randomByte);
					FS.createDevice("/dev", "urandom", randomByte);
					FS.mkdir("/dev/shm");
					FS.mkdir("/dev/shm/tmp");
				},
				createSpecialDirectories() {
					FS.mkdir("/proc");
					var proc_self = FS.mkdir("/proc/self");
					FS.mkdir("/proc/self/fd");
					FS.mount({ mount() {
						var node = FS.createNode(proc_self, "fd", 16895, 73);
						node.stream_ops = { llseek: MEMFS.stream_ops.llseek };
						node.node_ops = {
							lookup(parent, name) {
								var fd = +name;
								var stream = FS.getStreamChecked(fd);
								var ret = {
									parent: null,
									mount: { mountpoint: "fake" },
									node_ops: { readlink: () => stream.path },
									id: fd + 1
								};
								ret.parent = ret;
								return ret;
							},
							readdir() {
								return Array.from(FS.streams.entries()).filter(([k, v]) => v).map(([k, v]) => k.toString());
							}
						};
						return node;
					} }, {}, "/proc/self/fd");
				},
				createStandardStreams(input, output, error) {
					if (input) FS.createDevice("/dev", "stdin", input);
					else FS.symlink("/dev/tty", "/dev/stdin");
					if (output) FS.createDevice("/dev", "stdout", null, output);
					else FS.symlink("/dev/tty", "/dev/stdout");
					if (error) FS.createDevice("/dev", "stderr", null, error);
					else FS.symlink("/dev/tty1", "/dev/stderr");
					FS.open("/dev/stdin", 0);
					FS.open("/dev/stdout", 1);
					FS.open("/dev/stderr", 1);
				},
				staticInit() {
					FS.nameTable = new Array(4096);
					FS.mount(MEMFS, {}, "/");
					FS.createDefaultDirectories();
					FS.createDefaultDevices();
					FS.createSpecialDirectories();
					FS.filesystems = { MEMFS };
				},
				init(input, output, error) {
					FS.initialized = true;
					input ??= Module["stdin"];
					output ??= Module["stdout"];
					error ??= Module["stderr"];
					FS.createStandardStreams(input, output, error);
				},
				quit() {
					FS.initialized = false;
					for (var stream of FS.streams) if (stream) FS.close(stream);
				},
				findObject(path, dontResolveLastLink) {
					var ret = FS.analyzePath(path, dontResolveLastLink);
					if (!ret.exists) return null;
					return ret.object;
				},
				analyzePath(path, dontResolveLastLink) {
					try {
						var lookup = FS.lookupPath(path, { follow: !dontResolveLastLink });
						path = lookup.path;
					} catch (e) {}
					var ret = {
						isRoot: false,
						exists: false,
						error: 0,
						name: null,
						path: null,
						object: null,
						parentExists: false,
						parentPath: null,
						parentObject: null
					};
					try {
						var lookup = FS.lookupPath(path, { parent: true });
						ret.parentExists = true;
						ret.parentPath = lookup.path;
						ret.parentObject = lookup.node;
						ret.name = PATH.basename(path);
						lookup = FS.lookupPath(path, { follow: !dontResolveLastLink });
						ret.exists = true;
						ret.path = lookup.path;
						ret.object = lookup.node;
						ret.name = lookup.node.name;
						ret.isRoot = lookup.path === "/";
					} catch (e) {
						ret.error = e.errno;
					}
					return ret;
				},
				createPath(parent, path, canRead, canWrite) {
					parent = typeof parent == "string" ? parent : FS.getPath(parent);
					var parts = path.split("/").reverse();
					while (parts.length) {
						var part = parts.pop();
						if (!part) continue;
						var current = PATH.join2(parent, part);
						try {
							FS.mkdir(current);
						} catch (e) {
							if (e.errno != 20) throw e;
						}
						parent = current;
					}
					return current;
				},
				createFile(parent, name, properties, canRead, canWrite) {
					var path = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
					var mode = FS_getMode(canRead, canWrite);
					return FS.create(path, mode);
				},
				createDataFile(parent, name, data, canRead, canWrite, canOwn) {
					var path = name;
					if (parent) {
						parent = typeof parent == "string" ? parent : FS.getPath(parent);
						path = name ? PATH.join2(parent, name) : parent;
					}
					var mode = FS_getMode(canRead, canWrite);
					var node = FS.create(path, mode);
					if (data) {
						data = FS_fileDataToTypedArray(data);
						FS.chmod(node, mode | 146);
						var stream = FS.open(node, 577);
						FS.write(stream, data, 0, data.length, 0, canOwn);
						FS.close(stream);
						FS.chmod(node, mode);
					}
				},
				createDevice(parent, name, input, output) {
					var path = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
					var mode = FS_getMode(!!input, !!output);
					FS.createDevice.major ??= 64;
					var dev = FS.makedev(FS.createDevice.major++, 0);
					FS.registerDevice(dev, {
						open(stream) {
							stream.seekable = false;
						},
						close(stream) {
							if (output?.buffer?.length) output(10);
						},
						read(stream, buffer, offset, length, pos) {
							var bytesRead = 0;
							for (var i = 0; i < length; i++) {
								var result;
								try {
									result = input();
								} catch (e) {
									throw new FS.ErrnoError(29);
								}
								if (result === void 0 && bytesRead === 0) throw new FS.ErrnoError(6);
								if (result === null || result === void 0) break;
								bytesRead++;
								buffer[offset + i] = result;
							}
							if (bytesRead) stream.node.atime = Date.now();
							return bytesRead;
						},
						write(stream, buffer, offset, length, pos) {
							for (var i = 0; i < length; i++) try {
								output(buffer[offset + i]);
							} catch (e) {
								throw new FS.ErrnoError(29);
							}
							if (length) stream.node.mtime = stream.node.ctime = Date.now();
							return i;
						}
					});
					return FS.mkdev(path, mode, dev);
				},
				forceLoadFile(obj) {
					if (obj.isDevice || obj.isFolder || obj.link || obj.contents) return true;
					if (globalThis.XMLHttpRequest) abort("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");
					else try {
						obj.contents = readBinary(obj.url);
					} catch (e) {
						throw new FS.ErrnoError(29);
					}
				},
				createLazyFile(parent, name, url, canRead, canWrite) {
					class LazyUint8Array {
						lengthKnown = false;
						chunks = [];
						get(idx) {
							if (idx > this.length - 1 || idx < 0) return;
							var chunkOffset = idx % this.chunkSize;
							var chunkNum = idx / this.chunkSize | 0;
							return this.getter(chunkNum)[chunkOffset];
						}
						setDataGetter(getter) {
							this.getter = getter;
						}
						cacheLength() {
							var xhr = new XMLHttpRequest();
							xhr.open("HEAD", url, false);
							xhr.send(null);
							if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
							var datalength = Number(xhr.getResponseHeader("Content-length"));
							var header;
							var hasByteServing = (header = xhr.getResponseHeader("Accept-Ranges")) && header === "bytes";
							var usesGzip = (header = xhr.getResponseHeader("Content-Encoding")) && header === "gzip";
							var chunkSize = 1024 * 1024;
							if (!hasByteServing) chunkSize = datalength;
							var doXHR = (from, to) => {
								if (from > to) abort(`invalid range (${from}, ${to}) or no bytes requested!`);
								if (to > datalength - 1) abort(`only ${datalength} bytes available! programmer error!`);
								var xhr = new XMLHttpRequest();
								xhr.open("GET", url, false);
								if (datalength !== chunkSize) xhr.setRequestHeader("Range", "bytes=" + from + "-" + to);
								xhr.responseType = "arraybuffer";
								if (xhr.overrideMimeType) xhr.overrideMimeType("text/plain; charset=x-user-defined");
								xhr.send(null);
								if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
								if (xhr.response !== void 0) return new Uint8Array(xhr.response || []);
								return intArrayFromString(xhr.responseText ?? "", true);
							};
							var lazyArray = this;
							lazyArray.setDataGetter((chunkNum) => {
								var start = chunkNum * chunkSize;
								var end = (chunkNum + 1) * chunkSize - 1;
								end = Math.min(end, datalength - 1);
								if (typeof lazyArray.chunks[chunkNum] == "undefined") lazyArray.chunks[chunkNum] = doXHR(start, end);
								if (typeof lazyArray.chunks[chunkNum] == "undefined") abort("doXHR failed!");
								return lazyArray.chunks[chunkNum];
							});
							if (usesGzip || !datalength) {
								chunkSize = datalength = 1;
								datalength = this.getter(0).length;
								chunkSize = datalength;
								out("LazyFiles on gzip forces download of the whole file when length is accessed");
							}
							this._length = datalength;
							this._chunkSize = chunkSize;
							this.lengthKnown = true;
						}
						get length() {
							if (!this.lengthKnown) this.cacheLength();
							return this._length;
						}
						get chunkSize() {
							if (!this.lengthKnown) this.cacheLength();
							return this._chunkSize;
						}
					}
					if (globalThis.XMLHttpRequest) {
						if (!ENVIRONMENT_IS_WORKER) abort("Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc");
						var properties = {
							isDevice: false,
							contents: new LazyUint8Array()
						};
					} else var properties = {
						isDevice: false,
						url
					};
					var node = FS.createFile(parent, name, properties, canRead, canWrite);
					if (properties.contents) node.contents = properties.contents;
					else if (properties.url) {
						node.contents = null;
						node.url = properties.url;
					}
					Object.defineProperties(node, { usedBytes: { get: function() {
						return this.contents.length;
					} } });
					var stream_ops = {};
					for (const [key, fn] of Object.entries(node.stream_ops)) stream_ops[key] = (...args) => {
						FS.forceLoadFile(node);
						return fn(...args);
					};
					function writeChunks(stream, buffer, offset, length, position) {
						var contents = stream.node.contents;
						if (position >= contents.length) return 0;
						var size = Math.min(contents.length - position, length);
						if (contents.slice) for (var i = 0; i < size; i++) buffer[offset + i] = contents[position + i];
						else for (var i = 0; i < size; i++) buffer[offset + i] = contents.get(position + i);
						return size;
					}
					stream_ops.read = (stream, buffer, offset, length, position) => {
						FS.forceLoadFile(node);
						return writeChunks(stream, buffer, offset, length, position);
					};
					stream_ops.mmap = (stream, length, position, prot, flags) => {
						FS.forceLoadFile(node);
						var ptr = mmapAlloc(length);
						if (!ptr) throw new FS.ErrnoError(48);
						writeChunks(stream, HEAP8, ptr, length, position);
						return {
							ptr,
							allocated: true
						};
					};
					node.stream_ops = stream_ops;
					return node;
				}
			};
			var SYSCALLS = {
				currentUmask: 18,
				calculateAt(dirfd, path, allowEmpty) {
					if (PATH.isAbs(path)) return path;
					var dir;
					if (dirfd === -100) dir = FS.cwd();
					else dir = SYSCALLS.getStreamFromFD(dirfd).path;
					if (path.length == 0) {
						if (!allowEmpty) throw new FS.ErrnoError(44);
						return dir;
					}
					return dir + "/" + path;
				},
				writeStat(buf, stat) {
					HEAPU32[buf >> 2] = stat.dev;
					HEAPU32[buf + 4 >> 2] = stat.mode;
					HEAPU32[buf + 8 >> 2] = stat.nlink;
					HEAPU32[buf + 12 >> 2] = stat.uid;
					HEAPU32[buf + 16 >> 2] = stat.gid;
					HEAPU32[buf + 20 >> 2] = stat.rdev;
					HEAP64[buf + 24 >> 3] = BigInt(stat.size);
					HEAP32[buf + 32 >> 2] = 4096;
					HEAP32[buf + 36 >> 2] = stat.blocks;
					var atime = stat.atime.getTime();
					var mtime = stat.mtime.getTime();
					var ctime = stat.ctime.getTime();
					HEAP64[buf + 40 >> 3] = BigInt(Math.floor(atime / 1e3));
					HEAPU32[buf + 48 >> 2] = atime % 1e3 * 1e3 * 1e3;
					HEAP64[buf + 56 >> 3] = BigInt(Math.floor(mtime / 1e3));
					HEAPU32[buf + 64 >> 2] = mtime % 1e3 * 1e3 * 1e3;
					HEAP64[buf + 72 >> 3] = BigInt(Math.floor(ctime / 1e3));
					HEAPU32[buf + 80 >> 2] = ctime % 1e3 * 1e3 * 1e3;
					HEAP64[buf + 88 >> 3] = BigInt(stat.ino);
					return 0;
				},
				writeStatFs(buf, stats) {
					HEAPU32[buf + 4 >> 2] = stats.bsize;
					HEAPU32[buf + 60 >> 2] = stats.bsize;
					HEAP64[buf + 8 >> 3] = BigInt(stats.blocks);
					HEAP64[buf + 16 >> 3] = BigInt(stats.bfree);
					HEAP64[buf + 24 >> 3] = BigInt(stats.bavail);
					HEAP64[buf + 32 >> 3] = BigInt(stats.files);
					HEAP64[buf + 40 >> 3] = BigInt(stats.ffree);
					HEAPU32[buf + 48 >> 2] = stats.fsid;
					HEAPU32[buf + 64 >> 2] = stats.flags;
					HEAPU32[buf + 56 >> 2] = stats.namelen;
				},
				doMsync(addr, stream, len, flags, offset) {
					if (!FS.isFile(stream.node.mode)) throw new FS.ErrnoError(43);
					if (flags & 2) return 0;
					var buffer = HEAPU8.subarray(addr, addr + len);
					FS.msync(stream, buffer, offset, len, flags);
				},
				getStreamFromFD(fd) {
					return FS.getStreamChecked(fd);
				},
				varargs: void 0,
				getStr(ptr) {
					return UTF8ToString(ptr);
				}
			};
			function _fd_close(fd) {
				try {
					var stream = SYSCALLS.getStreamFromFD(fd);
					FS.close(stream);
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var doReadv = (stream, iov, iovcnt, offset) => {
				var ret = 0;
				for (var i = 0; i < iovcnt; i++) {
					var ptr = HEAPU32[iov >> 2];
					var len = HEAPU32[iov + 4 >> 2];
					iov += 8;
					try {
						var curr = FS.read(stream, HEAP8, ptr, len, offset);
					} catch (e) {
						if (ret > 0 && e instanceof FS.ErrnoError && (e.errno == 6 || e.errno == 6)) break;
						throw e;
					}
					if (curr < 0) return -1;
					ret += curr;
					if (curr < len) break;
					if (typeof offset != "undefined") offset += curr;
				}
				return ret;
			};
			function _fd_read(fd, iov, iovcnt, pnum) {
				try {
					var num = doReadv(SYSCALLS.getStreamFromFD(fd), iov, iovcnt);
					HEAPU32[pnum >> 2] = num;
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var INT53_MAX = 9007199254740992;
			var INT53_MIN = -9007199254740992;
			var bigintToI53Checked = (num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num);
			function _fd_seek(fd, offset, whence, newOffset) {
				offset = bigintToI53Checked(offset);
				try {
					if (isNaN(offset)) return 22;
					var stream = SYSCALLS.getStreamFromFD(fd);
					FS.llseek(stream, offset, whence);
					HEAP64[newOffset >> 3] = BigInt(stream.position);
					if (stream.getdents && offset === 0 && whence === 0) stream.getdents = null;
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var doWritev = (stream, iov, iovcnt, offset) => {
				if (iovcnt == 1) return FS.write(stream, HEAP8, HEAPU32[iov >> 2], HEAPU32[iov + 4 >> 2], offset);
				var total = 0;
				for (var i = 0, p = iov; i < iovcnt; i++, p += 8) total += HEAPU32[p + 4 >> 2];
				var view = new Uint8Array(total);
				var voff = 0;
				for (var i = 0; i < iovcnt; i++, iov += 8) {
					var ptr = HEAPU32[iov >> 2];
					var len = HEAPU32[iov + 4 >> 2];
					view.set(HEAPU8.subarray(ptr, ptr + len), voff);
					voff += len;
				}
				return FS.write(stream, view, 0, total, offset);
			};
			function _fd_write(fd, iov, iovcnt, pnum) {
				try {
					var num = doWritev(SYSCALLS.getStreamFromFD(fd), iov, iovcnt);
					HEAPU32[pnum >> 2] = num;
					return 0;
				} catch (e) {
					if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
					return e.errno;
				}
			}
			var wasmTableMirror = [];
			var getWasmTableEntry = (funcPtr) => {
				var func = wasmTableMirror[funcPtr];
				if (!func) wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
				return func;
			};
			var stringToUTF8 = (str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
			FS.createPreloadedFile = FS_createPreloadedFile;
			FS.preloadFile = FS_preloadFile;
			FS.staticInit();
			if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
			if (Module["print"]) out = Module["print"];
			if (Module["printErr"]) err = Module["printErr"];
			if (Module["arguments"]) Module["arguments"];
			if (Module["thisProgram"]) Module["thisProgram"];
			var preInit = Module["preInit"];
			if (preInit) {
				if (typeof preInit == "function") Module["preInit"] = preInit = [preInit];
				while (preInit.length > 0) preInit.shift()();
			}
			Module["getValue"] = getValue;
			Module["UTF8ToString"] = UTF8ToString;
			Module["stringToUTF8"] = stringToUTF8;
			Module["lengthBytesUTF8"] = lengthBytesUTF8;
			var __emscripten_timeout, _setThrew, __emscripten_stack_restore, _emscripten_stack_get_current, wasmMemory, wasmTable;
			function assignWasmExports(wasmExports) {
				Module["_wasm_parse_query"] = wasmExports["B"];
				Module["_malloc"] = wasmExports["C"];
				Module["_free"] = wasmExports["E"];
				Module["_wasm_parse_query_raw"] = wasmExports["F"];
				Module["_wasm_free_parse_result"] = wasmExports["G"];
				Module["_wasm_parse_plpgsql"] = wasmExports["H"];
				Module["_wasm_fingerprint"] = wasmExports["I"];
				Module["_wasm_normalize_query"] = wasmExports["J"];
				Module["_wasm_parse_query_detailed"] = wasmExports["K"];
				Module["_wasm_free_detailed_result"] = wasmExports["L"];
				Module["_wasm_scan"] = wasmExports["M"];
				Module["_wasm_free_string"] = wasmExports["N"];
				__emscripten_timeout = wasmExports["O"];
				_setThrew = wasmExports["P"];
				__emscripten_stack_restore = wasmExports["Q"];
				_emscripten_stack_get_current = wasmExports["R"];
				wasmMemory = wasmExports["z"];
				wasmTable = wasmExports["D"];
			}
			var wasmImports = {
				c: ___assert_fail,
				x: __abort_js,
				w: __emscripten_runtime_keepalive_clear,
				p: __emscripten_throw_longjmp,
				o: __setitimer_js,
				q: _emscripten_resize_heap,
				m: _exit,
				u: _fd_close,
				r: _fd_read,
				s: _fd_seek,
				t: _fd_write,
				g: invoke_i,
				b: invoke_ii,
				a: invoke_iii,
				d: invoke_iiii,
				k: invoke_iiiii,
				l: invoke_ji,
				e: invoke_v,
				f: invoke_vi,
				h: invoke_vii,
				j: invoke_viii,
				i: invoke_viiii,
				y: invoke_viiiii,
				n: invoke_viiiiiiiiiiiii,
				v: _proc_exit
			};
			function invoke_iii(index, a1, a2) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1, a2);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_ii(index, a1) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_i(index) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)();
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_v(index) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)();
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_iiii(index, a1, a2, a3) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1, a2, a3);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viiii(index, a1, a2, a3, a4) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3, a4);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viiiiiiiiiiiii(index, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_iiiii(index, a1, a2, a3, a4) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1, a2, a3, a4);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viii(index, a1, a2, a3) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_vi(index, a1) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_vii(index, a1, a2) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_viiiii(index, a1, a2, a3, a4, a5) {
				var sp = stackSave();
				try {
					getWasmTableEntry(index)(a1, a2, a3, a4, a5);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
				}
			}
			function invoke_ji(index, a1) {
				var sp = stackSave();
				try {
					return getWasmTableEntry(index)(a1);
				} catch (e) {
					stackRestore(sp);
					if (!(e instanceof EmscriptenEH)) throw e;
					_setThrew(1, 0);
					return 0n;
				}
			}
			async function run() {
				preRun();
				if (runDependencies) await resolveRunDependencies();
				var setStatus = Module["setStatus"];
				if (setStatus) {
					setStatus("Running...");
					await new Promise((resolve) => setTimeout(resolve, 1));
					setTimeout(setStatus, 1, "");
				}
				if (ABORT) return;
				initRuntime();
				Module["onRuntimeInitialized"]?.();
				postRun();
			}
			var wasmExports = await createWasm();
			await run();
			return Module;
		};
	})();
	if (typeof exports === "object" && typeof module === "object") {
		module.exports = PgQueryModule;
		module.exports.default = PgQueryModule;
	} else if (typeof define === "function" && define["amd"]) define([], () => PgQueryModule);
}));

//#endregion
//#region node_modules/libpg-query/wasm/index.cjs
var require_wasm = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* DO NOT MODIFY MANUALLY — this is generated from the templates dir
	*
	* To make changes, edit the files in the templates/ directory and run:
	* npm run copy:templates
	*/
	var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = exports && exports.__exportStar || function(m, exports$1) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports$1, p)) __createBinding(exports$1, m, p);
	};
	var __importDefault = exports && exports.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.scan = exports.normalize = exports.fingerprint = exports.parsePlPgSQL = exports.parse = exports.SqlError = void 0;
	exports.hasSqlDetails = hasSqlDetails;
	exports.formatSqlError = formatSqlError;
	exports.loadModule = loadModule;
	exports.parseSync = parseSync;
	exports.parsePlPgSQLSync = parsePlPgSQLSync;
	exports.fingerprintSync = fingerprintSync;
	exports.normalizeSync = normalizeSync;
	exports.scanSync = scanSync;
	__exportStar(require_types(), exports);
	var SqlError = class extends Error {
		sqlDetails;
		constructor(message, details) {
			super(message);
			this.name = "SqlError";
			this.sqlDetails = details;
		}
	};
	exports.SqlError = SqlError;
	function hasSqlDetails(error) {
		return error instanceof SqlError && error.sqlDetails !== void 0;
	}
	function formatSqlError(error, query, options = {}) {
		const { showPosition = true, showQuery = true, color = false, maxQueryLength } = options;
		const lines = [];
		const red = color ? "\x1B[31m" : "";
		const yellow = color ? "\x1B[33m" : "";
		const reset = color ? "\x1B[0m" : "";
		lines.push(`${red}Error: ${error.message}${reset}`);
		if (error.sqlDetails) {
			const { cursorPosition, fileName, functionName, lineNumber } = error.sqlDetails;
			if (cursorPosition !== void 0 && cursorPosition >= 0) lines.push(`Position: ${cursorPosition}`);
			if (fileName || functionName || lineNumber) {
				const details = [];
				if (fileName) details.push(`file: ${fileName}`);
				if (functionName) details.push(`function: ${functionName}`);
				if (lineNumber) details.push(`line: ${lineNumber}`);
				lines.push(`Source: ${details.join(", ")}`);
			}
			if (showQuery && showPosition && cursorPosition !== void 0 && cursorPosition >= 0) {
				let displayQuery = query;
				let adjustedPosition = cursorPosition;
				if (maxQueryLength && query.length > maxQueryLength) {
					const start = Math.max(0, cursorPosition - Math.floor(maxQueryLength / 2));
					const end = Math.min(query.length, start + maxQueryLength);
					displayQuery = (start > 0 ? "..." : "") + query.substring(start, end) + (end < query.length ? "..." : "");
					adjustedPosition = cursorPosition - start + (start > 0 ? 3 : 0);
				}
				lines.push(displayQuery);
				lines.push(" ".repeat(adjustedPosition) + `${yellow}^${reset}`);
			}
		} else if (showQuery) {
			let displayQuery = query;
			if (maxQueryLength && query.length > maxQueryLength) displayQuery = query.substring(0, maxQueryLength) + "...";
			lines.push(`Query: ${displayQuery}`);
		}
		return lines.join("\n");
	}
	const libpg_query_js_1 = __importDefault(require_libpg_query());
	let wasmModule;
	const initPromise = (0, libpg_query_js_1.default)().then((module$1) => {
		wasmModule = module$1;
	});
	function ensureLoaded() {
		if (!wasmModule) throw new Error("WASM module not initialized. Call `loadModule()` first.");
	}
	async function loadModule() {
		if (!wasmModule) await initPromise;
	}
	function awaitInit(fn) {
		return (async (...args) => {
			await initPromise;
			return fn(...args);
		});
	}
	function stringToPtr(str) {
		ensureLoaded();
		if (typeof str !== "string") throw new TypeError(`Expected a string, got ${typeof str}`);
		const len = wasmModule.lengthBytesUTF8(str) + 1;
		const ptr = wasmModule._malloc(len);
		try {
			wasmModule.stringToUTF8(str, ptr, len);
			return ptr;
		} catch (error) {
			wasmModule._free(ptr);
			throw error;
		}
	}
	function ptrToString(ptr) {
		ensureLoaded();
		if (typeof ptr !== "number") throw new TypeError(`Expected a number, got ${typeof ptr}`);
		return wasmModule.UTF8ToString(ptr);
	}
	exports.parse = awaitInit(async (query) => {
		if (query === null || query === void 0) throw new Error("Query cannot be null or undefined");
		if (query === "") throw new Error("Query cannot be empty");
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_parse_query_raw(queryPtr);
			if (!resultPtr) throw new Error("Failed to parse query: memory allocation failed");
			const parseTreePtr = wasmModule.getValue(resultPtr, "i32");
			wasmModule.getValue(resultPtr + 4, "i32");
			const errorPtr = wasmModule.getValue(resultPtr + 8, "i32");
			if (errorPtr) {
				const messagePtr = wasmModule.getValue(errorPtr, "i32");
				const funcnamePtr = wasmModule.getValue(errorPtr + 4, "i32");
				const filenamePtr = wasmModule.getValue(errorPtr + 8, "i32");
				const lineno = wasmModule.getValue(errorPtr + 12, "i32");
				const cursorpos = wasmModule.getValue(errorPtr + 16, "i32");
				const message = messagePtr ? wasmModule.UTF8ToString(messagePtr) : "Unknown error";
				const funcname = funcnamePtr ? wasmModule.UTF8ToString(funcnamePtr) : void 0;
				const filename = filenamePtr ? wasmModule.UTF8ToString(filenamePtr) : void 0;
				throw new SqlError(message, {
					message,
					cursorPosition: cursorpos > 0 ? cursorpos - 1 : 0,
					fileName: filename,
					functionName: funcname,
					lineNumber: lineno > 0 ? lineno : void 0
				});
			}
			if (!parseTreePtr) throw new Error("No parse tree generated");
			const parseTreeStr = wasmModule.UTF8ToString(parseTreePtr);
			return JSON.parse(parseTreeStr);
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_parse_result(resultPtr);
		}
	});
	exports.parsePlPgSQL = awaitInit(async (query) => {
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_parse_plpgsql(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (!resultStr.startsWith("{")) throw new Error(resultStr);
			return JSON.parse(resultStr);
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	});
	exports.fingerprint = awaitInit(async (query) => {
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_fingerprint(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) throw new Error(resultStr);
			return resultStr;
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	});
	exports.normalize = awaitInit(async (query) => {
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_normalize_query(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) throw new Error(resultStr);
			return resultStr;
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	});
	function parseSync(query) {
		if (!wasmModule) throw new Error("WASM module not initialized. Call loadModule() first.");
		if (query === null || query === void 0) throw new Error("Query cannot be null or undefined");
		if (query === "") throw new Error("Query cannot be empty");
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_parse_query_raw(queryPtr);
			if (!resultPtr) throw new Error("Failed to parse query: memory allocation failed");
			const parseTreePtr = wasmModule.getValue(resultPtr, "i32");
			wasmModule.getValue(resultPtr + 4, "i32");
			const errorPtr = wasmModule.getValue(resultPtr + 8, "i32");
			if (errorPtr) {
				const messagePtr = wasmModule.getValue(errorPtr, "i32");
				const funcnamePtr = wasmModule.getValue(errorPtr + 4, "i32");
				const filenamePtr = wasmModule.getValue(errorPtr + 8, "i32");
				const lineno = wasmModule.getValue(errorPtr + 12, "i32");
				const cursorpos = wasmModule.getValue(errorPtr + 16, "i32");
				const message = messagePtr ? wasmModule.UTF8ToString(messagePtr) : "Unknown error";
				const funcname = funcnamePtr ? wasmModule.UTF8ToString(funcnamePtr) : void 0;
				const filename = filenamePtr ? wasmModule.UTF8ToString(filenamePtr) : void 0;
				throw new SqlError(message, {
					message,
					cursorPosition: cursorpos > 0 ? cursorpos - 1 : 0,
					fileName: filename,
					functionName: funcname,
					lineNumber: lineno > 0 ? lineno : void 0
				});
			}
			if (!parseTreePtr) throw new Error("No parse tree generated");
			const parseTreeStr = wasmModule.UTF8ToString(parseTreePtr);
			return JSON.parse(parseTreeStr);
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_parse_result(resultPtr);
		}
	}
	function parsePlPgSQLSync(query) {
		if (!wasmModule) throw new Error("WASM module not initialized. Call loadModule() first.");
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_parse_plpgsql(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (!resultStr.startsWith("{")) throw new Error(resultStr);
			return JSON.parse(resultStr);
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	}
	function fingerprintSync(query) {
		if (!wasmModule) throw new Error("WASM module not initialized. Call loadModule() first.");
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_fingerprint(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) throw new Error(resultStr);
			return resultStr;
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	}
	function normalizeSync(query) {
		if (!wasmModule) throw new Error("WASM module not initialized. Call loadModule() first.");
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_normalize_query(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) throw new Error(resultStr);
			return resultStr;
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	}
	exports.scan = awaitInit(async (query) => {
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_scan(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) throw new Error(resultStr);
			return JSON.parse(resultStr);
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	});
	function scanSync(query) {
		if (!wasmModule) throw new Error("WASM module not initialized. Call loadModule() first.");
		const queryPtr = stringToPtr(query);
		let resultPtr = 0;
		try {
			resultPtr = wasmModule._wasm_scan(queryPtr);
			const resultStr = ptrToString(resultPtr);
			if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) throw new Error(resultStr);
			return JSON.parse(resultStr);
		} finally {
			wasmModule._free(queryPtr);
			if (resultPtr) wasmModule._wasm_free_string(resultPtr);
		}
	}
}));

//#endregion
//#region src/sql/parser.ts
var import_wasm = require_wasm();
/**
* Makes the parser ready. Must be awaited once before anything is parsed. V8 compiles the
* module with its quick compiler alone: the optimising one would double the time and the
* memory of a short run. Afterwards the flag is as it was, for other modules.
*/
async function loadParser() {
	setFlagsFromString("--liftoff-only");
	try {
		await (0, import_wasm.loadModule)();
	} finally {
		setFlagsFromString("--no-liftoff-only");
	}
}
/** Parses a whole text with PostgreSQL's grammar. The text must not be empty or hold a NUL byte. */
function parse(text) {
	return attempt$1(() => (0, import_wasm.parseSync)(text).stmts ?? []);
}
/** Cuts a text into PostgreSQL's tokens, comments included. */
function scan(text) {
	return attempt$1(() => text === "" ? [] : (0, import_wasm.scanSync)(text).tokens);
}
/** Parses the body of a CREATE FUNCTION or DO statement written in PL/pgSQL. */
function parsePlpgsql(text) {
	return attempt$1(() => (0, import_wasm.parsePlPgSQLSync)(text));
}
function attempt$1(run) {
	try {
		return {
			ok: true,
			value: run()
		};
	} catch (error) {
		if (error instanceof import_wasm.SqlError) return {
			ok: false,
			refusal: {
				message: error.message,
				position: error.sqlDetails?.cursorPosition ?? 0
			}
		};
		if (error instanceof RangeError) return {
			ok: false,
			refusal: {
				message: TOO_DEEP,
				position: 0
			}
		};
		if (error instanceof Error) return {
			ok: false,
			refusal: {
				message: error.message,
				position: 0
			}
		};
		throw error;
	}
}
const TOO_DEEP = "the statement is nested too deeply to be parsed";

//#endregion
//#region src/text/offsets.ts
/** How many UTF-16 units lie between two remembered places. */
const STRIDE = 512;
/**
* Measures a text once so that each conversion walks at most one stride of it.
* Text of one-byte characters only needs no table at all.
*/
function offsetsOf(text) {
	if (Buffer.byteLength(text) === text.length) return {
		fromByte: (byte) => byte,
		fromCodePoint: (point) => point
	};
	const marks = measure(text);
	return {
		fromByte: (byte) => seek(text, marks, "byte", byte),
		fromCodePoint: (point) => seek(text, marks, "point", point)
	};
}
function measure(text) {
	const marks = [];
	let byte = 0;
	let point = 0;
	let nextMark = 0;
	for (let unit = 0; unit < text.length;) {
		if (unit >= nextMark) {
			marks.push({
				unit,
				byte,
				point
			});
			nextMark = unit + STRIDE;
		}
		const code = text.codePointAt(unit) ?? 0;
		byte += bytesOf(code);
		point += 1;
		unit += code > 65535 ? 2 : 1;
	}
	return marks;
}
function seek(text, marks, by, target) {
	let { unit, byte, point } = lastMarkUpTo(marks, by, target);
	while (unit < text.length && (by === "byte" ? byte : point) < target) {
		const code = text.codePointAt(unit) ?? 0;
		byte += bytesOf(code);
		point += 1;
		unit += code > 65535 ? 2 : 1;
	}
	return unit;
}
function lastMarkUpTo(marks, by, target) {
	let low = 0;
	let high = marks.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((marks[middle]?.[by] ?? 0) <= target) low = middle;
		else high = middle - 1;
	}
	return marks[low] ?? {
		unit: 0,
		byte: 0,
		point: 0
	};
}
/** A lone surrogate is encoded as U+FFFD, which takes three bytes like the range around it. */
function bytesOf(code) {
	if (code < 128) return 1;
	if (code < 2048) return 2;
	return code > 65535 ? 4 : 3;
}

//#endregion
//#region src/sql/identifiers.ts
/**
* The identifiers of a statement that are longer than PostgreSQL keeps. They are read from
* the tokens, as the parse tree holds them already cut.
*/
function overlongIdentifiers(statement) {
	const text = textOf(statement);
	if (!MAY_BE_LONG.test(text)) return [];
	const scanned = scan(text);
	if (!scanned.ok) return [];
	const offsets = offsetsOf(text);
	return scanned.value.flatMap((token) => {
		if (token.tokenName !== "IDENT" && token.tokenName !== "UIDENT") return [];
		const identifier = token.text.startsWith("\"") ? token.text.slice(1, -1).replaceAll("\"\"", "\"") : token.text.toLowerCase();
		if (Buffer.byteLength(identifier) <= IDENTIFIER_BYTES) return [];
		const start = statement.start + offsets.fromByte(token.start);
		return [{
			kind: "truncateIdentifier",
			span: {
				file: statement.file,
				start,
				end: statement.start + offsets.fromByte(token.end)
			},
			identifier,
			kept: truncateIdentifier(identifier)
		}];
	});
}
/** 64 bytes are at least 16 characters beyond ASCII, or 64 within it; a cheap test before the tokens are asked for. */
const MAY_BE_LONG = /[\w$]{64}|"[^"]{64}|[\w$\u0080-\uffff]*[\u0080-\uffff][\w$\u0080-\uffff]{15}|"[^"]*[\u0080-\uffff][^"]{15}/;

//#endregion
//#region src/sql/reading.ts
/** The clause that starts at a node: up to the next comma or closing bracket. The statement where the node has no place. */
function clauseSpan(reading, location) {
	const start = reading.offsetOf(location);
	if (start === void 0) return reading.statement;
	const { file, end } = reading.statement;
	return {
		file,
		start,
		end: Math.max(start + 1, clauseEnd(file.text, start, end))
	};
}
/** The name that starts at a node, with its qualification. */
function nameSpan(reading, location) {
	const start = reading.offsetOf(location);
	if (start === void 0) return reading.statement;
	const { file } = reading.statement;
	let end = tokenEnd(file.text, start);
	for (let dot = skipTrivia(file.text, end); file.text[dot] === "."; dot = skipTrivia(file.text, end)) end = tokenEnd(file.text, skipTrivia(file.text, dot + 1));
	return {
		file,
		start,
		end
	};
}
/** The first two words of a statement, in upper case: `CREATE RULE`. */
function firstWords(text) {
	const words = [];
	for (let offset = skipTrivia(text, 0); words.length < 2 && offset < text.length; offset = skipTrivia(text, tokenEnd(text, offset))) {
		const word = text.slice(offset, tokenEnd(text, offset));
		if (!/^\w+$/.test(word)) break;
		words.push(word.toUpperCase());
	}
	return words.join(" ");
}
/** The relation that a RangeVar means: the first of that name on the search_path, else a new one in its first schema. */
function relationName(reading, range) {
	const relation = range.relname;
	if (range.schemaname !== void 0) return qualify(range.schemaname, relation);
	const { searchPath } = reading.before.session;
	for (const schema of ["pg_temp", ...searchPath]) {
		const name = qualify(schema, relation);
		if (relationExists(reading.before, name)) return name;
	}
	return newName(reading, range);
}
/** The name that a RangeVar gives to a relation that is being made. */
function newName(reading, range) {
	if (range.schemaname !== void 0) return qualify(range.schemaname, range.relname);
	if (range.relpersistence === "t") return qualify("pg_temp", range.relname);
	return qualify(creationSchema(reading), range.relname);
}
/** The schema in which objects without a schema are made. */
function creationSchema(reading) {
	return reading.before.session.searchPath[0] ?? "public";
}
/** The strings of a list of String nodes: the parts of a name. */
function stringsOf(nodes) {
	return (nodes ?? []).map((node) => node.String?.sval ?? "");
}
/** The object that a list of name parts means, among those that a test knows. */
function objectName(reading, parts, exists) {
	const last = parts.at(-1) ?? "";
	const schema = parts.at(-2);
	if (schema !== void 0) return qualify(schema, last);
	return reading.before.session.searchPath.map((each) => qualify(each, last)).find(exists) ?? qualify(creationSchema(reading), last);
}

//#endregion
//#region src/sql/newer-features.ts
/**
* What a statement uses that the targeted version does not have: the grammar is that of the
* newest. Each feature is told once a statement, at the clause that uses it.
*/
function newerFeatures(reading, tag, node) {
	if (reading.postgres >= NEWEST) return [];
	const found = /* @__PURE__ */ new Map();
	const visit = (tagOf, each, isDomain) => {
		for (const { feature, since } of featuresOf(tagOf, each, isDomain, reading)) {
			const span = clauseSpan(reading, typeof each.location === "number" ? each.location : void 0);
			if (since > reading.postgres && !found.has(feature)) found.set(feature, {
				kind: "needVersion",
				span,
				feature,
				since
			});
		}
		for (const [key, value] of Object.entries(each)) walk(key, value, isDomain);
	};
	const walk = (key, value, isDomain) => {
		if (typeof value !== "object" || value === null) return;
		if (Array.isArray(value)) for (const element of value) walk("", element, isDomain);
		else visit(key, value, isDomain);
	};
	visit(tag, node, tag === "CreateDomainStmt" || tag === "AlterDomainStmt");
	return [...found.values()];
}
const NEWEST = 18;
function featuresOf(tag, node, isDomain, reading) {
	switch (tag) {
		case "Constraint": return constraintFeatures(node, isDomain);
		case "AlterTableCmd": return commandFeatures(node);
		case "FuncCall": return functionFeatures(node, reading);
		case "TypeName":
		case "typeName": return /multirange$/.test(stringsOf(node.names).at(-1) ?? "") ? [{
			feature: "multirange types",
			since: 14
		}] : [];
		case "AccessPriv": return node.priv_name === "maintain" ? [{
			feature: "the privilege MAINTAIN",
			since: 17
		}] : [];
		default: return (FORMS$1[tag] ?? []).filter((form) => form.holds(node));
	}
}
/** Nodes of one kind, and what of them is new. */
const FORMS$1 = {
	IndexStmt: [{
		feature: "NULLS NOT DISTINCT",
		since: 15,
		holds: (node) => node.nulls_not_distinct === true
	}],
	ATAlterConstraint: [{
		feature: "ALTER CONSTRAINT … ENFORCED",
		since: 18,
		holds: (node) => node.alterEnforceability === true
	}],
	CreateTrigStmt: [{
		feature: "CREATE OR REPLACE TRIGGER",
		since: 14,
		holds: (node) => node.replace === true
	}],
	CreateFunctionStmt: [{
		feature: "a function body in standard SQL",
		since: 14,
		holds: (node) => node.sql_body !== void 0
	}],
	CreateStatsStmt: [{
		feature: "statistics on expressions",
		since: 14,
		holds: (node) => (node.exprs ?? []).some((each) => each.StatsElem?.expr !== void 0)
	}],
	ColumnDef: [{
		feature: "COMPRESSION",
		since: 14,
		holds: (node) => node.compression !== void 0
	}, {
		feature: "STORAGE in a column definition",
		since: 16,
		holds: (node) => node.storage_name !== void 0
	}],
	MergeStmt: [{
		feature: "MERGE",
		since: 15,
		holds: () => true
	}, {
		feature: "MERGE … RETURNING",
		since: 17,
		holds: (node) => node.returningList !== void 0 || node.returningClause !== void 0
	}],
	ViewStmt: [{
		feature: "security_invoker",
		since: 15,
		holds: (node) => (node.options ?? []).some((each) => each.DefElem?.defname === "security_invoker")
	}],
	PublicationObjSpec: [{
		feature: "TABLES IN SCHEMA",
		since: 15,
		holds: (node) => String(node.pubobjtype).startsWith("PUBLICATIONOBJ_TABLES_IN")
	}, {
		feature: "a row filter or column list of a publication",
		since: 15,
		holds: ({ pubtable }) => pubtable?.whereClause !== void 0 || pubtable?.columns !== void 0
	}],
	JsonTable: [{
		feature: "JSON_TABLE",
		since: 17,
		holds: () => true
	}],
	JsonIsPredicate: [{
		feature: "IS JSON",
		since: 16,
		holds: () => true
	}],
	JsonObjectConstructor: [{
		feature: "JSON_OBJECT in standard SQL",
		since: 16,
		holds: () => true
	}],
	VariableSetStmt: [{
		feature: "transaction_timeout",
		since: 17,
		holds: (node) => node.name === "transaction_timeout"
	}]
};
function constraintFeatures(node, isDomain) {
	const { contype } = node;
	const features = [];
	if (node.nulls_not_distinct === true) features.push({
		feature: "NULLS NOT DISTINCT",
		since: 15
	});
	if (node.fk_del_set_cols !== void 0) features.push({
		feature: "ON DELETE SET … (columns)",
		since: 15
	});
	if (contype === "CONSTR_GENERATED" && node.generated_kind === "v") features.push({
		feature: "a virtual generated column",
		since: 18
	});
	if (node.without_overlaps === true || node.fk_with_period === true) features.push({
		feature: "WITHOUT OVERLAPS and PERIOD",
		since: 18
	});
	if (isDomain) return features;
	if (contype === "CONSTR_NOTNULL" && node.keys !== void 0) features.push({
		feature: "NOT NULL as a table constraint",
		since: 18
	});
	if ((contype === "CONSTR_CHECK" || contype === "CONSTR_FOREIGN") && node.is_enforced !== true || contype === "CONSTR_ATTR_NOT_ENFORCED" || contype === "CONSTR_ATTR_ENFORCED") features.push({
		feature: "ENFORCED and NOT ENFORCED",
		since: 18
	});
	return features;
}
function commandFeatures(node) {
	const known = COMMANDS[node.subtype];
	if (node.subtype === "AT_DetachPartition" && node.def?.PartitionCmd?.concurrent === true) return [{
		feature: "DETACH PARTITION … CONCURRENTLY",
		since: 14
	}];
	return known === void 0 ? [] : [known];
}
const COMMANDS = {
	AT_SetExpression: {
		feature: "SET EXPRESSION",
		since: 17
	},
	AT_DropExpression: {
		feature: "DROP EXPRESSION",
		since: 13
	},
	AT_DetachPartitionFinalize: {
		feature: "DETACH PARTITION … FINALIZE",
		since: 14
	},
	AT_SetAccessMethod: {
		feature: "SET ACCESS METHOD",
		since: 15
	},
	AT_SetCompression: {
		feature: "SET COMPRESSION",
		since: 14
	}
};
/** A function that the migrations or an extension may have made is not the server's. */
function functionFeatures(node, { before }) {
	const parts = stringsOf(node.funcname);
	const name = parts.at(-1) ?? "";
	const since = FUNCTIONS[name];
	if (since === void 0 || parts.length > 1 && parts[0] !== "pg_catalog") return [];
	const isOwn = [...before.functions.values()].some((each) => each.name.endsWith(`.${name}`));
	const hasExtensions = [...before.extensions.keys()].some((each) => each !== "plpgsql");
	if (isOwn || hasExtensions && parts.length === 1 && FROM_EXTENSIONS.has(name)) return [];
	return [{
		feature: `${name}()`,
		since
	}];
}
/** Functions of pg_catalog by the version that brought them (release notes, each tried on servers). */
const FUNCTIONS = {
	gen_random_uuid: 13,
	date_bin: 14,
	string_to_table: 14,
	trim_array: 14,
	unistr: 14,
	bit_count: 14,
	range_agg: 14,
	regexp_like: 15,
	regexp_count: 15,
	random_normal: 16,
	any_value: 16,
	array_shuffle: 16,
	array_sample: 16,
	to_bin: 17,
	to_oct: 17,
	uuid_extract_timestamp: 17,
	uuidv7: 18,
	uuidv4: 18,
	casefold: 18,
	array_sort: 18,
	array_reverse: 18,
	crc32: 18
};
/** Of those, what extensions and polyfills bring to older servers. */
const FROM_EXTENSIONS = new Set([
	"gen_random_uuid",
	"uuidv7",
	"uuidv4",
	"array_sort"
]);

//#endregion
//#region src/sql/placeholders.ts
/**
* Fills the places that a runner would fill before it sends a script: `${name}` of Flyway and
* Liquibase, `{{ … }}` of Go and Jinja templates, psql's `:name`, `:'name'` and `:"name"`. What
* they hold is unknown, so each becomes an identifier made of its own name, of equal length, so
* that every offset stays true; before a dot, as the schema of a name, it becomes blank, and a
* tag of control such as `{{ if … }}` too. Within strings and comments nothing is changed.
*/
function fillPlaceholders(text) {
	return PLACEHOLDER.test(text) ? filledIn(text, placeholderEnd) : text;
}
/**
* Fills placeholders within the bodies of DO and of functions, which are strings to the
* grammar. psql's own are not among them: it leaves strings alone.
*/
function fillBodies(text) {
	if (!IN_BODY.test(text)) return text;
	const pieces = [];
	let isCode = false;
	for (let offset = 0; offset < text.length;) {
		const end = tokenEnd(text, offset);
		const token = text.slice(offset, end);
		const isBody = isCode && token.startsWith("$") && token.length > 4;
		pieces.push(isBody ? filledBody(token) : token);
		if (!/^\s|^--|^\/\*/.test(token)) isCode = /^(?:do|as|plpgsql)$/i.test(token);
		offset = end;
	}
	return pieces.join("");
}
const IN_BODY = /\$\{|\{\{|\{%/;
/** A dollar-quoted string with what is between its quotes filled. */
function filledBody(token) {
	const quote = /^\$\w*\$/.exec(token)?.[0] ?? "";
	const inside = token.slice(quote.length, token.length - quote.length);
	const end = (text, start) => text[start] === ":" ? void 0 : placeholderEnd(text, start);
	return `${quote}${filledIn(inside, end)}${token.slice(token.length - quote.length)}`;
}
function filledIn(text, endOf) {
	const pieces = [];
	let kept = 0;
	for (let offset = 0; offset < text.length;) {
		const end = endOf(text, offset);
		if (end === void 0) {
			offset = tokenEnd(text, offset);
			continue;
		}
		const filled = fill(text, offset, end);
		pieces.push(text.slice(kept, offset), filled);
		offset += filled.length;
		kept = offset;
	}
	pieces.push(text.slice(kept));
	return pieces.join("");
}
const PLACEHOLDER = /\$\{|\{\{|\{%|:['"]?[a-z_]/i;
/** The forms, each from where it starts. */
const FORMS = [
	/"?\$\{[^{}\n]*\}"?/y,
	/"?\{\{[^{}\n]*\}\}"?/y,
	/\{%[^{}\n]*%\}/y,
	/(?<![:\w\]])(?::[A-Za-z_]\w*|:'[A-Za-z_]\w*'|:"[A-Za-z_]\w*")/y
];
const CONTROL = /^\{%|^\{\{-?\s*(?:if|else|end|range|with|define|template|block)\b/;
function placeholderEnd(text, start) {
	const first = text[start];
	if (first !== "$" && first !== "{" && first !== ":" && first !== "\"") return void 0;
	for (const form of FORMS) {
		form.lastIndex = start;
		const match = form.exec(text);
		if (match !== null && match[0].startsWith("\"") === match[0].endsWith("\"")) return start + match[0].length;
		if (match !== null && first === ":") return start + match[0].length;
	}
}
function fill(text, start, end) {
	const placeholder = text.slice(start, end);
	if (CONTROL.test(placeholder)) return " ".repeat(placeholder.length);
	const dot = /^\s*\./.exec(text.slice(end, end + 20));
	if (dot !== null) return " ".repeat(placeholder.length + dot[0].length);
	const name = (placeholder.match(/[A-Za-z_]\w*/g)?.at(-1) ?? "x").toLowerCase();
	if (placeholder.startsWith(":'")) return `'${name}'`.padEnd(placeholder.length).slice(0, placeholder.length);
	const isGlued = /\w/.test(text[end] ?? "") || /\w/.test(text[start - 1] ?? "");
	return (placeholder.length > name.length ? `${name}_` : name).padEnd(placeholder.length, isGlued ? "_" : " ").slice(0, placeholder.length);
}

//#endregion
//#region src/sql/expressions.ts
/**
* What an expression reads and calls. An unqualified function is a user's own where the
* search_path leads to one, else a built-in; a qualified one of pg_catalog is bare again.
*/
function readExpression(node, catalog) {
	const columns = /* @__PURE__ */ new Set();
	const functions = /* @__PURE__ */ new Set();
	const pending = [node];
	while (pending.length > 0) {
		const current = pending.pop();
		if (typeof current !== "object" || current === null) continue;
		if (Array.isArray(current)) {
			pending.push(...current);
			continue;
		}
		const part = current;
		if (part.ColumnRef !== void 0) {
			const column = columnOf(part.ColumnRef);
			if (column !== void 0) columns.add(column);
			continue;
		}
		if (part.FuncCall !== void 0) functions.add(functionOf(stringsOf(part.FuncCall.funcname), catalog));
		if (part.SQLValueFunction !== void 0) functions.add(sqlValueFunction(part.SQLValueFunction.op));
		pending.push(...Object.values(part));
	}
	return {
		columns: [...columns].toSorted(),
		functions: [...functions].toSorted(),
		...nullTests(node)
	};
}
/** A select list of one, as the reader of server texts passes it, counts as its expression. */
function nullTests(node) {
	const expression = Array.isArray(node) && node.length === 1 ? node[0].ResTarget?.val : node;
	const column = testedColumn(expression);
	const columns = conjuncts$1(expression).flatMap((each) => testedColumn(each) ?? []);
	return {
		...column === void 0 ? {} : { provesNotNull: column },
		...columns.length === 0 ? {} : { notNull: [...new Set(columns)].toSorted() }
	};
}
/** The column of `column IS NOT NULL`. */
function testedColumn(expression) {
	const test = expression?.NullTest;
	const fields = test?.nulltesttype === "IS_NOT_NULL" ? test.arg?.ColumnRef?.fields : void 0;
	return fields?.length === 1 ? fields[0].String?.sval : void 0;
}
function conjuncts$1(expression) {
	const parts = [expression];
	for (let at = 0; at < parts.length; at++) {
		const { boolop, args } = parts[at]?.BoolExpr ?? {};
		if (boolop === "AND_EXPR") parts.push(...args);
	}
	return parts;
}
function columnOf(reference) {
	return (reference.fields ?? []).at(-1)?.String?.sval;
}
function functionOf(parts, catalog) {
	const name = parts.at(-1) ?? "";
	const schema = parts.at(-2);
	if (schema === "pg_catalog") return name;
	if (schema !== void 0) return qualify(schema, name);
	return catalog.session.searchPath.map((each) => qualify(each, name)).find((each) => hasFunction(catalog, each)) ?? name;
}
function hasFunction(catalog, name) {
	return functionsNamed(catalog, name).length > 0;
}
/** `SVFOP_CURRENT_TIMESTAMP_N` is `current_timestamp`. */
function sqlValueFunction(operation) {
	return operation.replace(/^SVFOP_/, "").replace(/_N$/, "").toLowerCase();
}

//#endregion
//#region src/sql/tokens.ts
/** The tokens between two offsets, without blanks and comments. */
function* tokensIn(text, start, end) {
	let depth = 0;
	for (let offset = skipTrivia(text, start, end); offset < end;) {
		const next = tokenEnd(text, offset);
		const raw = text.slice(offset, next);
		if (raw === ")" || raw === "]") depth--;
		yield {
			start: offset,
			end: next,
			word: /^["'$]/.test(raw) ? raw : raw.toUpperCase(),
			depth
		};
		if (raw === "(" || raw === "[") depth++;
		offset = skipTrivia(text, next, end);
	}
}
/** The first token outside brackets that is one of some words. */
function findWord(text, start, end, ...words) {
	for (const token of tokensIn(text, start, end)) if (token.depth === 0 && words.includes(token.word)) return token;
}
/** What stands between the next bracket outside others, which must be round, and its closing one. */
function bracketed(text, start, end) {
	let open;
	for (const token of tokensIn(text, start, end)) {
		if (token.depth !== 0) continue;
		if (token.word === "(" && open === void 0) open = token.end;
		else if (token.word === ")" && open !== void 0) return {
			start: open,
			end: token.start
		};
	}
}
/** The parts of a range between its commas, without blanks and comments around them. */
function listItems(text, start, end) {
	const items = [];
	let first;
	let last = start;
	for (const token of tokensIn(text, start, end)) {
		if (token.depth === 0 && token.word === ",") {
			if (first !== void 0) items.push({
				start: first,
				end: last
			});
			first = void 0;
			continue;
		}
		first ??= token.start;
		last = token.end;
	}
	if (first !== void 0) items.push({
		start: first,
		end: last
	});
	return items;
}
/** The parts of the name that starts at an offset: `app."Order".total`. A star may be the last. */
function nameAt(text, start) {
	const parts = [];
	for (let offset = start;;) {
		const end = tokenEnd(text, offset);
		const raw = text.slice(offset, end);
		if (!/^[\w"*\u0080-\uffff]/.test(raw)) return parts;
		const whole = raw.startsWith("\"") ? end : wordEnd(text, end);
		const word = text.slice(offset, whole);
		parts.push({
			start: offset,
			end: whole,
			name: unquoted(word)
		});
		const dot = skipTrivia(text, whole);
		if (text[dot] !== ".") return parts;
		offset = skipTrivia(text, dot + 1);
	}
}
function wordEnd(text, end) {
	WORD_REST.lastIndex = end;
	return end + (WORD_REST.exec(text)?.[0].length ?? 0);
}
const WORD_REST = /[$\w\u0080-\uffff]*/y;
function unquoted(word) {
	return word.startsWith("\"") ? word.slice(1, -1).replaceAll("\"\"", "\"") : word.toLowerCase();
}

//#endregion
//#region src/sql/extents.ts
/** Where the expression of CHECK, GENERATED or another constraint in brackets stands. */
function constraintExtent(reading, node, word) {
	if (reading.offsetOf(node.location) === void 0) return void 0;
	const { file, start, end } = clauseSpan(reading, node.location);
	const keyword = findWord(file.text, start, end, word);
	return keyword === void 0 ? void 0 : bracketed(file.text, keyword.end, end);
}
/** Where the expression of DEFAULT stands: up to the next clause of the column. */
function defaultExtent(reading, column, node) {
	const start = reading.offsetOf(node.location);
	if (start === void 0) return void 0;
	const { file, end } = clauseSpan(reading, node.location);
	const keyword = findWord(file.text, start, end, "DEFAULT");
	if (keyword === void 0) return void 0;
	const next = [...(column.constraints ?? []).map((each) => each.Constraint), column.collClause].map((each) => reading.offsetOf(each?.location)).filter((place) => place !== void 0 && place > start);
	return trimmed(file.text, keyword.end, Math.min(end, ...next));
}
/** What follows a keyword up to the end of the clause, outside brackets, that holds a place within it. */
function extentAfter(reading, place, ...words) {
	const { file, start, end } = reading.statement;
	if (place === void 0) return void 0;
	const clause = listItems(file.text, start, end).find((item) => item.start <= place && place < item.end);
	if (clause === void 0) return void 0;
	const keyword = findWord(file.text, clause.start, clause.end, ...words);
	return keyword === void 0 ? void 0 : trimmed(file.text, keyword.end, clause.end);
}
/** What stands in the brackets after a keyword of the statement that is outside brackets itself. */
function bracketsAfter(reading, word) {
	const { file, start, end } = reading.statement;
	const keyword = findWord(file.text, start, end, word);
	return keyword === void 0 ? void 0 : bracketed(file.text, keyword.end, end);
}
/** The expression at the start of an index element, before its operator class and order. */
function elementExtent(text, element) {
	let last = element.end;
	for (const token of tokensIn(text, element.start, element.end)) {
		if (token.depth !== 0 || token.word !== ")") continue;
		last = token.end;
		break;
	}
	return {
		start: element.start,
		end: last
	};
}
/** The leftmost place that any node below has; undefined where none has one. */
function placeOf$2(reading, node) {
	let first;
	const pending = [node];
	while (pending.length > 0) {
		const current = pending.pop();
		if (typeof current !== "object" || current === null) continue;
		if (!Array.isArray(current)) {
			const place = reading.offsetOf(current.location);
			if (place !== void 0) first = Math.min(first ?? place, place);
		}
		pending.push(...Object.values(current));
	}
	return first;
}
/** A range without blanks and comments at its ends; undefined where nothing is left. */
function trimmed(text, start, end) {
	let first;
	let last = start;
	for (const token of tokensIn(text, start, end)) {
		first ??= token.start;
		last = token.end;
	}
	return first === void 0 ? void 0 : {
		start: first,
		end: last
	};
}

//#endregion
//#region src/sql/read-collation.ts
/** The collation that COLLATE names: bare where pg_catalog has it. `default` is that of every type. */
function readCollation(_reading, parts) {
	if (parts === void 0) return {};
	const names = stringsOf(parts);
	const name = names.at(-1) ?? "";
	const schema = names.at(-2);
	if (schema === void 0 || schema === "pg_catalog") return name === "default" ? {} : { collation: quoteIdentifier(name) };
	return { collation: qualify(schema, name) };
}

//#endregion
//#region src/sql/expression-names.ts
/** What the server would call an expression in a generated index name (`FigureIndexColname` in parse_target.c). */
function expressionName(node) {
	return figureName(node)?.name ?? "expr";
}
/** `strength` 1 is a name that a cast around it may replace only when there is none. */
function figureName(node) {
	if (node === void 0) return void 0;
	if (node.ColumnRef !== void 0) return named$1(stringsOf(node.ColumnRef.fields).at(-1), 2);
	if (node.FuncCall !== void 0) return named$1(stringsOf(node.FuncCall.funcname).at(-1), 2);
	if (node.A_Indirection !== void 0) {
		const field = node.A_Indirection.indirection.findLast((each) => each.String !== void 0);
		return field === void 0 ? figureName(node.A_Indirection.arg) : named$1(field.String?.sval, 2);
	}
	if (node.TypeCast !== void 0) {
		const inner = figureName(node.TypeCast.arg);
		return inner?.strength === 2 ? inner : named$1(stringsOf(node.TypeCast.typeName?.names).at(-1), 1);
	}
	if (node.CollateClause !== void 0) return figureName(node.CollateClause.arg);
	if (node.CaseExpr !== void 0) {
		const otherwise = figureName(node.CaseExpr.defresult);
		return otherwise?.strength === 2 ? otherwise : named$1("case", 1);
	}
	if (node.CoalesceExpr !== void 0) return named$1("coalesce", 2);
	if (node.A_ArrayExpr !== void 0) return named$1("array", 2);
	if (node.RowExpr !== void 0) return named$1("row", 2);
	if (node.MinMaxExpr !== void 0) return named$1(node.MinMaxExpr.op === "IS_LEAST" ? "least" : "greatest", 2);
	if (node.A_Expr?.kind === "AEXPR_NULLIF") return named$1("nullif", 2);
	if (node.SQLValueFunction !== void 0) return named$1(String(node.SQLValueFunction.op).replace(/^SVFOP_|_N$/g, "").toLowerCase(), 2);
}
function named$1(name, strength) {
	return name === void 0 ? void 0 : {
		name,
		strength
	};
}

//#endregion
//#region src/sql/operator-classes.ts
/**
* Whether an operator class that comes with PostgreSQL is the default of its type, so that
* the server does not print it. The names hold for every access method that has them, but one.
*/
function isDefaultOperatorClass(name, method) {
	return DEFAULTS.has(name) && !(method === "gist" && name === "inet_ops");
}
/** pg_opclass of PostgreSQL 18, where opcdefault. */
const DEFAULTS = new Set(`
  aclitem_ops array_ops bit_minmax_ops bit_ops bool_ops box_inclusion_ops box_ops bpchar_minmax_ops bpchar_ops
  bytea_minmax_ops bytea_ops char_minmax_ops char_ops cid_ops circle_ops date_minmax_ops date_ops enum_ops
  float4_minmax_ops float4_ops float8_minmax_ops float8_ops inet_inclusion_ops inet_ops int2_minmax_ops int2_ops
  int4_minmax_ops int4_ops int8_minmax_ops int8_ops interval_minmax_ops interval_ops jsonb_ops macaddr8_minmax_ops
  macaddr8_ops macaddr_minmax_ops macaddr_ops money_ops multirange_ops name_minmax_ops name_ops numeric_minmax_ops
  numeric_ops oid_minmax_ops oid_ops oidvector_ops pg_lsn_minmax_ops pg_lsn_ops point_ops poly_ops quad_point_ops
  range_inclusion_ops range_ops record_ops text_minmax_ops text_ops tid_minmax_ops tid_ops time_minmax_ops time_ops
  timestamp_minmax_ops timestamp_ops timestamptz_minmax_ops timestamptz_ops timetz_minmax_ops timetz_ops tsquery_ops
  tsvector_ops uuid_minmax_ops uuid_ops varbit_minmax_ops varbit_ops xid8_ops xid_ops
  `.trim().split(/\s+/));

//#endregion
//#region src/sql/read-options.ts
/** The values of WITH (…) and SET (…), as the server keeps them: names in lower case, values as text. */
function readStorageOptions(nodes) {
	const kept = (nodes ?? []).map((each) => [optionName$1(each.DefElem), optionText$1(each.DefElem.arg)]).filter(([name]) => name !== "oids");
	return kept.length === 0 ? void 0 : setOptions({}, Object.fromEntries(kept)).options;
}
/** A tablespace that is named; `pg_default` is where everything is kept of which nothing is said. */
function readTablespace(name) {
	return name === void 0 || name === "pg_default" ? {} : { tablespace: name };
}
/** The names in RESET (…). */
function readOptionNames(nodes) {
	return (nodes ?? []).map((each) => optionName$1(each.DefElem));
}
/** The value of an option as text; an option without a value is true. */
function optionText$1(argument) {
	if (argument === void 0) return "true";
	if (argument.Integer !== void 0) return String(argument.Integer.ival ?? 0);
	if (argument.Float !== void 0) return String(argument.Float.fval);
	if (argument.Boolean !== void 0) return String(argument.Boolean.boolval === true);
	if (argument.TypeName !== void 0) return stringsOf(argument.TypeName.names).join(".");
	if (argument.List !== void 0) return stringsOf(argument.List.items).join(".");
	return String(argument.String?.sval ?? "");
}
/** DEFERRABLE and INITIALLY DEFERRED of a constraint. */
function readDeferrable(node) {
	if (node.initdeferred === true) return { deferrable: "initially deferred" };
	return node.deferrable === true ? { deferrable: "initially immediate" } : {};
}
function optionName$1(option) {
	const name = String(option.defname);
	return option.defnamespace === void 0 ? name : `${option.defnamespace}.${name}`;
}

//#endregion
//#region src/sql/scope.ts
/** The columns of a relation under their own names, as a source. */
function relationSource(catalog, name, alias, isAliased) {
	const table = catalog.tables.get(name);
	const base = {
		alias,
		relation: name,
		isAliased
	};
	if (table !== void 0) {
		const columns = table.columns.map((column) => ({
			name: column.name,
			of: name
		}));
		return {
			...base,
			columns,
			isOpen: table.known === "partly"
		};
	}
	const outputs = catalog.views.get(name)?.query?.outputs;
	if (outputs === void 0) return {
		...base,
		columns: [],
		isOpen: true
	};
	return {
		...base,
		columns: outputs.map((output) => ({
			name: output,
			of: name
		})),
		isOpen: false
	};
}
/** A source of columns that no relation gives its names. */
function derivedSource(alias, outputs) {
	return {
		...alias === void 0 ? {} : { alias },
		isAliased: true,
		columns: (outputs ?? []).map((name) => ({ name })),
		isOpen: outputs === void 0
	};
}
/** The source with its first columns under the names that an alias gives them. */
function withColumnAliases(source, aliases) {
	if (aliases.length === 0) return source;
	const rest = (source.columns ?? []).slice(aliases.length);
	return {
		...source,
		columns: [...aliases.map((name) => ({ name })), ...rest]
	};
}
/** What a reference means: the innermost scope that knows the name. */
function lookUp(scope, fields) {
	for (let current = scope; current !== void 0; current = current.parent) {
		const found = fields.length === 1 ? lookUpName(current, fields[0]) : lookUpQualified(current, fields);
		if (found !== void 0) return found;
	}
}
/** A valid statement names no column ambiguously, so the one source that is known to have it is meant. */
function lookUpName(scope, name) {
	for (const source of scope.sources) {
		const column = source.columns?.find((each) => each.name === name);
		if (column !== void 0) return {
			kind: "column",
			source,
			...column.of === void 0 ? {} : { of: column.of }
		};
	}
	const row = scope.sources.find((source) => source.alias === name);
	if (row !== void 0) return {
		kind: "row",
		source: row
	};
	const open = scope.sources.filter((source) => source.isOpen);
	if (open.length === 0) return void 0;
	const [only] = open;
	if (open.length > 1 || only === void 0 || lookUp(scope.parent, [name]) !== void 0) return { kind: "uncertain" };
	return {
		kind: "column",
		source: only,
		...only.relation === void 0 ? {} : { of: only.relation }
	};
}
function lookUpQualified(scope, fields) {
	const qualifier = fields.at(-2);
	const name = fields.at(-1);
	const source = scope.sources.find((each) => each.alias === qualifier);
	if (source === void 0) return void 0;
	const column = source.columns?.find((each) => each.name === name);
	const of = column === void 0 && source.isOpen ? source.relation : column?.of;
	return {
		kind: "column",
		source,
		...of === void 0 ? {} : { of }
	};
}
/** The names that an alias gives to columns. */
function aliasColumns(alias) {
	return (alias?.colnames ?? []).map((each) => each.String?.sval ?? "");
}

//#endregion
//#region src/sql/resolve-from.ts
/** Resolves the names in FROM. The answer is what it offers to the rest of the query. */
function resolveFrom(resolution, items, outer) {
	const sources = [];
	for (const item of items) sources.push(...resolveItem(resolution, item, outer, sources));
	return sources;
}
function resolveItem(resolution, item, outer, earlier) {
	if (item.RangeVar !== void 0) return [resolveRange(resolution, item.RangeVar, outer)];
	const lateral = {
		...outer,
		sources: earlier
	};
	if (item.RangeSubselect !== void 0) {
		const { subquery, alias, lateral: isLateral } = item.RangeSubselect;
		const outputs = resolveSelect(resolution, subquery.SelectStmt, isLateral === true ? lateral : outer);
		return [withColumnAliases(derivedSource(alias?.aliasname, outputs), aliasColumns(alias))];
	}
	if (item.JoinExpr !== void 0) return resolveJoin(resolution, item.JoinExpr, outer, earlier);
	if (item.RangeFunction !== void 0) return [resolveFunctionItem(resolution, item.RangeFunction, lateral)];
	if (item.RangeTableSample !== void 0) {
		const { relation, args, repeatable } = item.RangeTableSample;
		resolveExpression(resolution, [args, repeatable], lateral);
		return resolveItem(resolution, relation, outer, earlier);
	}
	const [table] = Object.values(item);
	resolveExpression(resolution, item, lateral);
	return [derivedSource(table?.alias?.aliasname, void 0)];
}
function resolveRange(resolution, range, outer) {
	const alias = range.alias?.aliasname ?? range.relname;
	if (range.schemaname === void 0 && outer.withs.has(range.relname)) return withColumnAliases(derivedSource(alias, outer.withs.get(range.relname)), aliasColumns(range.alias));
	if (range.schemaname === "pg_catalog" || range.schemaname === "information_schema") return derivedSource(alias, void 0);
	const { before } = resolution.reading;
	const name = relationName(resolution.reading, range);
	if (!(before.tables.has(name) || before.views.has(name) || before.sequences.has(name)) && range.schemaname === void 0 && String(range.relname).startsWith("pg_")) return derivedSource(alias, void 0);
	resolveRelation(resolution, range);
	return withColumnAliases(relationSource(before, name, alias, range.alias !== void 0), aliasColumns(range.alias));
}
function resolveJoin(resolution, join, outer, earlier) {
	const left = resolveItem(resolution, join.larg, outer, earlier);
	const right = resolveItem(resolution, join.rarg, outer, [...earlier, ...left]);
	const sources = [...left, ...right];
	resolveExpression(resolution, join.quals, {
		...outer,
		sources
	});
	if (join.usingClause !== void 0 || join.isNatural === true) resolution.isUncertain = true;
	if (join.alias !== void 0) return [derivedSource(join.alias.aliasname, void 0)];
	return join.usingClause === void 0 && join.isNatural !== true ? sources : sources.map(withoutOrder);
}
/** Below USING and NATURAL the order of a star is not that of the sources. */
function withoutOrder(source) {
	return {
		...source,
		isOpen: true
	};
}
function resolveFunctionItem(resolution, item, lateral) {
	resolveExpression(resolution, item.functions, lateral);
	const defined = (item.coldeflist ?? []).map((each) => each.ColumnDef);
	const alias = item.alias?.aliasname;
	resolveExpression(resolution, item.coldeflist, lateral);
	if (defined.length > 0) return derivedSource(alias, defined.map((each) => each.colname));
	return withColumnAliases(derivedSource(alias, void 0), aliasColumns(item.alias));
}

//#endregion
//#region src/sql/resolve-targets.ts
/**
* Resolves the select list. A star becomes the columns it stands for at this moment, and a
* column that is named after what it shows keeps that name. The answer is the names of the
* output columns; undefined where a star cannot be told.
*/
function resolveTargets(resolution, targets, scope) {
	const outputs = [];
	let isComplete = true;
	for (const each of targets) {
		const target = each.ResTarget;
		if ((target.val?.ColumnRef?.fields ?? []).at(-1)?.A_Star !== void 0) {
			const names = resolveStar(resolution, target.val.ColumnRef, scope);
			if (names === void 0) isComplete = false;
			else outputs.push(...names);
			continue;
		}
		resolveExpression(resolution, target.val, scope);
		outputs.push(target.name ?? labelOf(resolution, target));
	}
	return isComplete ? outputs : void 0;
}
/** Only a query's own sources are meant by a star, or the one that qualifies it. */
function resolveStar(resolution, node, scope) {
	const qualifier = stringsOf(node.fields).at(-2);
	const sources = scope.sources.filter((source) => qualifier === void 0 || source.alias === qualifier);
	const parts = partsAt(resolution, node.location);
	if (sources.length === 0 || sources.some((source) => source.isOpen) || parts === void 0) {
		resolution.isUncertain = true;
		return;
	}
	const columns = sources.flatMap((source) => (source.columns ?? []).map((column) => ({
		source,
		column
	})));
	const pieces = columns.flatMap(({ source, column }, position) => [...position === 0 ? [] : [", "], ...shownColumn(source, column)]);
	resolution.edits.push({
		start: parts[0].start,
		end: parts.at(-1).end,
		pieces
	});
	return columns.map(({ column }) => column.name);
}
function shownColumn(source, column) {
	const qualifier = source.alias === void 0 ? [] : source.isAliased || source.relation === void 0 ? [`${quoteIdentifier(source.alias)}.`] : [{
		to: "qualifier",
		name: source.relation
	}, "."];
	if (column.of === void 0) return [...qualifier, quoteIdentifier(column.name)];
	const reference = {
		to: "column",
		name: column.of,
		column: column.name
	};
	return [
		...qualifier,
		reference,
		{
			to: "label",
			label: column.name,
			of: reference
		}
	];
}
/** The name that the server gives an output column without AS, which a rename of what it shows leaves. */
function labelOf(resolution, target) {
	const label = expressionName(target.val) === "expr" ? "?column?" : expressionName(target.val);
	const start = resolution.reading.offsetOf(target.location);
	const at = resolution.reading.offsetOf(namedAfter(target.val));
	const of = at === void 0 ? void 0 : resolution.referenceAt.get(at);
	if (of === void 0 || start === void 0) return label;
	const end = targetEnd(resolution, start);
	resolution.edits.push({
		start: end,
		end,
		pieces: [{
			to: "label",
			label,
			of
		}]
	});
	return label;
}
/** The place of the column, function or type after which an expression is named. */
function namedAfter(node) {
	if (node?.ColumnRef !== void 0) return node.ColumnRef.location;
	if (node?.FuncCall !== void 0) return node.FuncCall.location;
	if (node?.TypeCast !== void 0) return namedAfter(node.TypeCast.arg) ?? node.TypeCast.typeName?.location;
	if (node?.CollateClause !== void 0) return namedAfter(node.CollateClause.arg);
	if (node?.CaseExpr !== void 0) return namedAfter(node.CaseExpr.defresult);
}
/** Where an item of a select list ends: at a comma, a closing bracket or the next clause. */
function targetEnd(resolution, start) {
	const { file, end: limit } = resolution.reading.statement;
	let end = start;
	let before = "";
	for (const token of tokensIn(file.text, start, limit)) {
		if (token.depth < 0 || token.depth === 0 && isStop(token.word, before)) break;
		end = token.end;
		before = token.word;
	}
	return end;
}
/** `IS DISTINCT FROM` and `WITHIN GROUP` are no clauses of the query. */
function isStop(word, before) {
	if (word === "FROM") return before !== "DISTINCT";
	if (word === "GROUP") return before !== "WITHIN";
	return STOPS.has(word);
}
const STOPS = new Set(", ; WHERE HAVING WINDOW UNION INTERSECT EXCEPT ORDER LIMIT OFFSET FETCH FOR INTO".split(" "));

//#endregion
//#region src/sql/resolve-select.ts
/** Resolves the names in a query. The answer is the names of its columns, where they can be told. */
function resolveSelect(resolution, select, around) {
	const withs = resolveWith(resolution, select.withClause, around);
	if (select.op !== void 0 && select.op !== "SETOP_NONE") {
		const inside = {
			sources: [],
			withs,
			...around === void 0 ? {} : { parent: around }
		};
		const outputs = resolveSelect(resolution, select.larg, inside);
		resolveSelect(resolution, select.rarg, inside);
		return outputs;
	}
	const outer = {
		sources: [],
		withs,
		...around === void 0 ? {} : { parent: around }
	};
	if (select.valuesLists !== void 0) {
		resolveExpression(resolution, select.valuesLists, outer);
		return (select.valuesLists[0]?.List?.items ?? []).map((_, position) => `column${position + 1}`);
	}
	const sources = resolveFrom(resolution, select.fromClause ?? [], outer);
	const scope = {
		...outer,
		sources
	};
	const outputs = resolveTargets(resolution, select.targetList ?? [], scope);
	resolveExpression(resolution, select.whereClause, scope);
	resolveExpression(resolution, select.groupClause, scope);
	resolveExpression(resolution, select.havingClause, scope);
	resolveExpression(resolution, select.windowClause, scope);
	resolveExpression(resolution, [select.limitCount, select.limitOffset], scope);
	const isOutput = (node) => {
		const fields = stringsOf(node?.ColumnRef?.fields);
		return fields.length === 1 && outputs?.includes(fields[0]) === true;
	};
	const ordered = (select.sortClause ?? []).map((each) => each.SortBy?.node);
	const distinct = select.distinctClause ?? [];
	resolveExpression(resolution, [...ordered, ...distinct].filter((each) => !isOutput(each)), scope);
	return outputs;
}
function resolveWith(resolution, clause, around) {
	const withs = new Map(around?.withs);
	for (const each of clause?.ctes ?? []) {
		const query = each.CommonTableExpr;
		const aliases = stringsOf(query.aliascolnames);
		const outputs = query.ctequery?.SelectStmt;
		const inside = new Map(withs);
		if (clause?.recursive === true) inside.set(query.ctename, aliases.length > 0 ? aliases : plainLabels(outputs));
		const scope = {
			sources: [],
			withs: inside,
			...around === void 0 ? {} : { parent: around }
		};
		let found;
		if (outputs !== void 0) found = resolveSelect(resolution, outputs, scope);
		else resolution.isUncertain = true;
		withs.set(query.ctename, found === void 0 ? void 0 : [...aliases, ...found.slice(aliases.length)]);
	}
	return withs;
}
/** The output names of a query's first arm, as far as they stand in it. */
function plainLabels(select) {
	let first = select;
	while (first?.larg !== void 0) first = first.larg;
	const targets = (first?.targetList ?? []).map((each) => each.ResTarget);
	return targets.some((target) => target.val?.ColumnRef?.fields?.at(-1)?.A_Star !== void 0) ? void 0 : targets.map((target) => target.name ?? expressionName(target.val));
}

//#endregion
//#region src/sql/resolve-references.ts
/** Resolves the names in an expression, or in any node that holds some, and in the queries within it. */
function resolveExpression(resolution, node, scope) {
	const pending = [node];
	while (pending.length > 0) {
		const current = pending.pop();
		if (typeof current !== "object" || current === null) continue;
		if (Array.isArray(current)) {
			pending.push(...current);
			continue;
		}
		const part = current;
		if (part.SelectStmt !== void 0) {
			resolveSelect(resolution, part.SelectStmt, scope);
			continue;
		}
		if (part.ColumnRef !== void 0) {
			resolveColumn(resolution, part.ColumnRef, scope);
			continue;
		}
		if (part.FuncCall !== void 0) resolveFunction(resolution, part.FuncCall);
		if (part.TypeCast !== void 0) resolveCast(resolution, part.TypeCast);
		if (part.typeName !== void 0) resolveType(resolution, part.typeName);
		pending.push(...Object.values(part));
	}
}
/** Puts a reference in the place of a relation's name. */
function resolveRelation(resolution, range) {
	const name = relationName(resolution.reading, range);
	const parts = partsAt(resolution, range.location, range.relname);
	if (parts !== void 0) replaceName(resolution, parts, {
		to: "relation",
		name
	});
	return name;
}
/** Puts references in the place of a column's name and its qualifier. */
function resolveColumn(resolution, node, scope) {
	const fields = stringsOf(node.fields);
	const isStar = node.fields?.at(-1)?.A_Star !== void 0;
	const parts = partsAt(resolution, node.location);
	if (parts === void 0 || parts.length < fields.length) {
		resolution.isUncertain = true;
		return;
	}
	if (isStar) {
		resolveRowStar(resolution, fields.slice(0, -1), parts, scope);
		return;
	}
	const meaning = lookUp(scope, fields);
	if (meaning === void 0) return;
	if (meaning.kind === "uncertain") {
		resolution.isUncertain = true;
		return;
	}
	const { source } = meaning;
	if (meaning.kind === "row") {
		if (!source.isAliased && source.relation !== void 0) replaceName(resolution, parts.slice(0, 1), {
			to: "qualifier",
			name: source.relation
		});
		return;
	}
	const last = parts[fields.length - 1];
	if (fields.length > 1 && !source.isAliased && source.relation !== void 0) {
		const isQualified = fields.length > 2;
		replaceName(resolution, parts.slice(0, fields.length - 1), {
			to: isQualified ? "relation" : "qualifier",
			name: source.relation
		});
	}
	if (meaning.of === void 0) return;
	const reference = {
		to: "column",
		name: meaning.of,
		column: fields.at(-1)
	};
	resolution.edits.push({
		start: last.start,
		end: last.end,
		pieces: [reference]
	});
	resolution.referenceAt.set(parts[0].start, reference);
}
/** `t.*` as an argument is the row of `t`. */
function resolveRowStar(resolution, fields, parts, scope) {
	const meaning = fields.length === 1 ? lookUp(scope, fields) : void 0;
	const source = meaning?.kind === "row" ? meaning.source : void 0;
	if (source === void 0 || source.isAliased || source.relation === void 0) return;
	replaceName(resolution, parts.slice(0, 1), {
		to: "qualifier",
		name: source.relation
	});
}
function resolveFunction(resolution, call) {
	const parts = stringsOf(call.funcname);
	const found = functionName(resolution, parts);
	if (found !== void 0) {
		const written = partsAt(resolution, call.location, parts.at(-1));
		if (written !== void 0) replaceName(resolution, written, {
			to: "function",
			name: found
		});
	}
	const [first] = call.args ?? [];
	if (SEQUENCE_FUNCTIONS.has(parts.at(-1) ?? "") && first?.A_Const?.sval !== void 0) resolveLiteral(resolution, first.A_Const);
}
const SEQUENCE_FUNCTIONS = new Set([
	"nextval",
	"currval",
	"setval"
]);
function functionName(resolution, parts) {
	const { before } = resolution.reading;
	const name = parts.at(-1) ?? "";
	const schema = parts.at(-2);
	return (schema === void 0 ? before.session.searchPath : [schema]).map((each) => qualify(each, name)).find((each) => functionsNamed(before, each).length > 0);
}
/** `'orders_id_seq'::regclass`: the server keeps which relation it is, not the string. */
function resolveCast(resolution, cast) {
	if (stringsOf(cast.typeName?.names).at(-1) === "regclass" && cast.arg?.A_Const?.sval !== void 0) resolveLiteral(resolution, cast.arg.A_Const);
}
function resolveLiteral(resolution, constant) {
	const { reading } = resolution;
	const start = reading.offsetOf(constant.location);
	const value = constant.sval.sval ?? "";
	const parts = nameAt(value, 0);
	const { text } = reading.statement.file;
	if (start === void 0 || text[start] !== "'" || parts.length === 0 || parts.length > 2) return;
	const name = relationName(reading, {
		relname: parts.at(-1).name,
		...parts.length === 2 ? { schemaname: parts[0].name } : {}
	});
	const written = `'${value.replaceAll("'", "''")}'`;
	if (!text.startsWith(written, start)) return;
	resolution.edits.push({
		start,
		end: start + written.length,
		pieces: [{
			to: "literal",
			name
		}]
	});
}
/** Puts a reference in the place of a user's own type. */
function resolveType(resolution, type) {
	const names = stringsOf(type.names);
	const last = names.at(-1);
	if (last === void 0 || names.at(-2) === "pg_catalog") return;
	const { before } = resolution.reading;
	const name = (names.length > 1 ? [names.at(-2)] : before.session.searchPath).map((each) => qualify(each, last)).find((each) => before.enums.has(each) || before.domains.has(each) || before.types.has(each) || before.tables.has(each) || before.views.has(each));
	const written = name === void 0 ? void 0 : partsAt(resolution, type.location, last);
	if (name !== void 0 && written !== void 0) replaceName(resolution, written, {
		to: "type",
		name
	});
}
/** The parts of the name at a node's place; undefined where it has none, or where another name stands there. */
function partsAt(resolution, location, last) {
	const { reading } = resolution;
	const start = reading.offsetOf(location);
	if (start === void 0) return void 0;
	const parts = nameAt(reading.statement.file.text, start);
	const isThere = parts.length > 0 && (last === void 0 || parts.at(-1).name === last);
	if (!isThere) resolution.isUncertain = true;
	return isThere ? parts : void 0;
}
function replaceName(resolution, parts, reference) {
	const start = parts[0].start;
	resolution.edits.push({
		start,
		end: parts.at(-1).end,
		pieces: [reference]
	});
	if (!resolution.referenceAt.has(start)) resolution.referenceAt.set(start, reference);
}

//#endregion
//#region src/sql/sql-text.ts
/** An expression with its text, which stands in a range of the file; `owner` is the table whose columns it may name. */
function readExpressionAt(reading, node, extent, owner) {
	const expression = readExpression(node, reading.before);
	if (extent === void 0) return expression;
	return {
		...expression,
		sql: expressionText(reading, node, extent, owner)
	};
}
/** The text of an expression, or of any clause in which names are resolved as in one. */
function expressionText(reading, nodes, extent, owner) {
	const resolution = newResolution(reading);
	withinStack(resolution, () => resolveExpression(resolution, nodes, ownerScope(reading, owner)));
	return textFrom(resolution, extent);
}
/** The text of a query. */
function queryText(reading, select, extent) {
	const resolution = newResolution(reading);
	const outputs = withinStack(resolution, () => resolveSelect(resolution, select, void 0));
	const text = textFrom(resolution, extent);
	return outputs === void 0 ? text : {
		...text,
		outputs
	};
}
/** Queries may be nested deeper than JavaScript's stack: what is left then is text. */
function withinStack(resolution, resolve) {
	try {
		return resolve();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		resolution.isUncertain = true;
		return;
	}
}
function newResolution(reading) {
	return {
		reading,
		edits: [],
		referenceAt: /* @__PURE__ */ new Map(),
		isUncertain: false
	};
}
function ownerScope(reading, owner) {
	if (owner === void 0) return {
		sources: [],
		withs: /* @__PURE__ */ new Map()
	};
	const own = ownSource(reading, owner);
	const aliases = owner.aliases ?? [];
	return {
		sources: aliases.length === 0 ? [own] : aliases.map((alias) => ({
			...own,
			alias,
			isAliased: true
		})),
		withs: /* @__PURE__ */ new Map()
	};
}
function ownSource(reading, { table, columns }) {
	const alias = partsOf(table).name;
	if (columns === void 0) return {
		...relationSource(reading.before, table, alias, false),
		isOpen: true
	};
	return {
		alias,
		relation: table,
		isAliased: false,
		columns: columns.map((name) => ({
			name,
			of: table
		})),
		isOpen: true
	};
}
function textFrom(resolution, { start, end }) {
	const { reading } = resolution;
	const { text } = reading.statement.file;
	const edits = resolution.edits.filter((edit) => edit.start >= start && edit.end <= end).toSorted(byPlace);
	const pieces = [];
	let at = start;
	for (const edit of edits) {
		if (edit.start < at) continue;
		if (edit.start > at) pieces.push(text.slice(at, edit.start));
		pieces.push(...edit.pieces);
		at = edit.end;
	}
	if (at < end) pieces.push(text.slice(at, end));
	const { searchPath } = reading.before.session;
	return {
		pieces,
		...searchPath.length === 1 && searchPath[0] === "public" ? {} : { searchPath },
		...resolution.isUncertain ? { uncertain: [] } : {}
	};
}
function byPlace(a, b) {
	return a.start - b.start || a.end - b.end;
}

//#endregion
//#region src/sql/read-indexes.ts
/** CREATE INDEX. */
function readCreateIndex(reading, node) {
	return [{
		kind: "createIndex",
		span: reading.statement,
		index: readIndexDefinition(reading, node),
		concurrently: node.concurrent === true,
		ifNotExists: node.if_not_exists === true,
		onOnly: node.relation.inh !== true
	}];
}
/** The index that CREATE INDEX defines. */
function readIndexDefinition(reading, node) {
	const table = relationName(reading, node.relation);
	const items = keyItems$1(reading);
	const elements = (node.indexParams ?? []).map((each) => each.IndexElem);
	const method = node.accessMethod === "rtree" ? "gist" : node.accessMethod ?? "btree";
	const options = readStorageOptions(node.options);
	return {
		...node.idxname === void 0 ? {} : { name: node.idxname },
		table,
		method,
		keys: elements.map((element, place) => readIndexKey(reading, element, method, {
			table,
			item: items[place]
		})),
		included: (node.indexIncludingParams ?? []).map((each) => each.IndexElem.name),
		unique: node.unique === true,
		...node.nulls_not_distinct === true ? { nullsNotDistinct: true } : {},
		...node.whereClause === void 0 ? {} : { predicate: readExpressionAt(reading, node.whereClause, predicateExtent(reading), { table }) },
		...options === void 0 ? {} : { options },
		...readTablespace(node.tableSpace)
	};
}
/** One key of an index or exclusion constraint, which stands at a place in the statement. */
function readIndexKey(reading, element, method, place) {
	const order = readKeyOrder(reading, element, method);
	const bare = element?.expr?.ColumnRef?.fields;
	const column = element?.name ?? (bare?.length === 1 ? bare[0].String?.sval : void 0);
	if (column !== void 0) return {
		column,
		...order
	};
	const { table, item } = place;
	const extent = item === void 0 ? void 0 : elementExtent(reading.statement.file.text, item);
	return {
		expression: readExpressionAt(reading, element?.expr, extent, { table }),
		name: expressionName(element?.expr),
		...order
	};
}
/** The operator class of an index or partition key; none where it is the default of some type. */
function readOperatorClass(nodes, method, optionNodes) {
	if (nodes === void 0) return {};
	const parts = stringsOf(nodes);
	const schema = parts.at(-2);
	const last = parts.at(-1) ?? "";
	const isSystem = schema === void 0 || schema === "pg_catalog";
	const options = readStorageOptions(optionNodes);
	if (options === void 0 && isSystem && isDefaultOperatorClass(last, method)) return {};
	return { operatorClass: {
		name: isSystem ? quoteIdentifier(last) : qualify(schema, last),
		...options === void 0 ? {} : { options }
	} };
}
function keyItems$1(reading) {
	const { file, start, end } = reading.statement;
	const on = findWord(file.text, start, end, "ON");
	const list = on === void 0 ? void 0 : bracketed(file.text, on.end, end);
	return list === void 0 ? [] : listItems(file.text, list.start, list.end);
}
function predicateExtent(reading) {
	const { file, start, end } = reading.statement;
	const keyword = findWord(file.text, start, end, "WHERE");
	return keyword === void 0 ? void 0 : trimmed(file.text, keyword.end, end);
}
function readKeyOrder(reading, element, method) {
	const descending = element?.ordering === "SORTBY_DESC";
	const nulls = element?.nulls_ordering;
	return {
		...readCollation(reading, element?.collation),
		...readOperatorClass(element?.opclass, method, element?.opclassopts),
		...descending ? { descending } : {},
		...nulls === "SORTBY_NULLS_FIRST" && !descending ? { nulls: "first" } : {},
		...nulls === "SORTBY_NULLS_LAST" && descending ? { nulls: "last" } : {}
	};
}
/** REINDEX. */
function readReindex(reading, node) {
	const target = REINDEX_TARGETS[node.kind] ?? "database";
	const relation = node.relation === void 0 ? {} : { relation: relationName(reading, node.relation) };
	const concurrently = (node.params ?? []).some((each) => each.DefElem?.defname === "concurrently");
	const schema = target === "schema" ? { schema: node.name } : {};
	return [{
		kind: "reindex",
		span: reading.statement,
		target,
		...relation,
		...schema,
		concurrently
	}];
}
const REINDEX_TARGETS = {
	REINDEX_OBJECT_INDEX: "index",
	REINDEX_OBJECT_TABLE: "table",
	REINDEX_OBJECT_SCHEMA: "schema"
};

//#endregion
//#region src/sql/read-constraints.ts
/**
* Reads a constraint of a table or, with its column, of a column. NOT NULL, DEFAULT,
* GENERATED and the like are properties of the column: for them the answer is undefined.
*/
function readConstraint(reading, node, table, column) {
	switch (node.contype) {
		case "CONSTR_PRIMARY":
		case "CONSTR_UNIQUE": return readKey(reading, node, table, column);
		case "CONSTR_CHECK": {
			const expression = readExpressionAt(reading, node.raw_expr, constraintExtent(reading, node, "CHECK"), { table });
			return {
				...baseOf$1(reading, node),
				type: "check",
				expression,
				notValid: node.initially_valid !== true,
				...node.is_no_inherit === true ? { noInherit: true } : {},
				...enforcement(node)
			};
		}
		case "CONSTR_FOREIGN": return readForeignKey(reading, node, column);
		case "CONSTR_EXCLUSION": return readExclusion(reading, node, table);
		default: return;
	}
}
/** NOT NULL, beside a column or as a constraint of the table. */
function readNotNull(reading, node, column) {
	return {
		...baseOf$1(reading, node),
		column: column ?? stringsOf(node.keys)[0] ?? "",
		...node.skip_validation === true ? { notValid: true } : {},
		...node.is_no_inherit === true ? { noInherit: true } : {}
	};
}
/**
* Beside a column, DEFERRABLE, NOT ENFORCED and the like follow their constraint as nodes of
* their own; here each constraint has what follows it (`transformConstraintAttrs` in parse_utilcmd.c).
*/
function withAttributes(nodes) {
	const constraints = [];
	for (const node of nodes) {
		const attribute = ATTRIBUTES[node.contype];
		if (attribute === void 0) constraints.push(node);
		else constraints.push({
			...constraints.pop(),
			...attribute
		});
	}
	return constraints;
}
const ATTRIBUTES = {
	CONSTR_ATTR_DEFERRABLE: { deferrable: true },
	CONSTR_ATTR_NOT_DEFERRABLE: { deferrable: false },
	CONSTR_ATTR_DEFERRED: {
		deferrable: true,
		initdeferred: true
	},
	CONSTR_ATTR_IMMEDIATE: { initdeferred: false },
	CONSTR_ATTR_ENFORCED: {},
	CONSTR_ATTR_NOT_ENFORCED: {
		is_enforced: false,
		initially_valid: false
	}
};
function readKey(reading, node, table, column) {
	return {
		...baseOf$1(reading, node),
		...node.indexname === void 0 ? {} : { usingIndex: qualify(partsOf(table).schema, node.indexname) },
		type: node.contype === "CONSTR_PRIMARY" ? "primaryKey" : "unique",
		columns: column === void 0 ? stringsOf(node.keys) : [column],
		included: stringsOf(node.including),
		...node.nulls_not_distinct === true ? { nullsNotDistinct: true } : {},
		...node.without_overlaps === true ? { withoutOverlaps: true } : {},
		...readDeferrable(node),
		...indexProperties(node)
	};
}
function readForeignKey(reading, node, column) {
	return {
		...baseOf$1(reading, node),
		type: "foreignKey",
		columns: column === void 0 ? stringsOf(node.fk_attrs) : [column],
		references: relationName(reading, node.pktable),
		referencedColumns: stringsOf(node.pk_attrs),
		onDelete: referentialAction(node.fk_del_action),
		onUpdate: referentialAction(node.fk_upd_action),
		...node.fk_del_set_cols === void 0 ? {} : { onDeleteColumns: stringsOf(node.fk_del_set_cols) },
		...node.fk_matchtype === "f" ? { match: "full" } : {},
		...node.fk_with_period === true ? { period: true } : {},
		...readDeferrable(node),
		notValid: node.initially_valid !== true,
		...enforcement(node)
	};
}
function readExclusion(reading, node, table) {
	const pairs = (node.exclusions ?? []).map((pair) => pair.List.items);
	const method = node.access_method ?? "btree";
	const base = baseOf$1(reading, node);
	const items = exclusionItems(base.span);
	return {
		...base,
		type: "exclusion",
		method,
		keys: pairs.map(([element], place) => readIndexKey(reading, element?.IndexElem, method, {
			table,
			item: items[place]
		})),
		included: stringsOf(node.including),
		operators: pairs.map(([, operator]) => operatorName(stringsOf(operator?.List.items))),
		...node.where_clause === void 0 ? {} : { predicate: predicateOf(reading, node, table) },
		...readDeferrable(node),
		...indexProperties(node)
	};
}
function predicateOf(reading, node, table) {
	return readExpressionAt(reading, node.where_clause, constraintExtent(reading, node, "WHERE"), { table });
}
function exclusionItems({ file, start, end }) {
	const keyword = findWord(file.text, start, end, "EXCLUDE");
	const list = keyword === void 0 ? void 0 : bracketed(file.text, keyword.end, end);
	return list === void 0 ? [] : listItems(file.text, list.start, list.end);
}
function baseOf$1(reading, node) {
	return {
		span: clauseSpan(reading, node.location),
		...node.conname === void 0 ? {} : { name: node.conname }
	};
}
function indexProperties(node) {
	const options = readStorageOptions(node.options);
	return {
		...options === void 0 ? {} : { options },
		...readTablespace(node.indexspace)
	};
}
/** The nodes say what is enforced, as it is what nearly all are. */
function enforcement(node) {
	return node.is_enforced === true ? {} : { enforced: false };
}
function operatorName(parts) {
	const schema = parts.at(-2);
	const symbol = parts.at(-1) ?? "";
	return schema === void 0 || schema === "pg_catalog" ? symbol : `OPERATOR(${quoteIdentifier(schema)}.${symbol})`;
}
/** `pg_constraint.confdeltype` and `confupdtype`. */
function referentialAction(code) {
	return ACTIONS[code ?? "a"] ?? "no action";
}
const ACTIONS = {
	a: "no action",
	r: "restrict",
	c: "cascade",
	n: "set null",
	d: "set default"
};

//#endregion
//#region src/sql/type-names.ts
/** Reads the name of a type in a column, argument or cast. */
function readType(reading, node) {
	const parts = stringsOf(node.names);
	const last = parts.at(-1) ?? "";
	const isSystem = parts.length === 1 || parts[0] === "pg_catalog";
	const serial = parts.length === 1 ? SERIAL.get(last) : void 0;
	const array = (node.arrayBounds?.length ?? 0) > 0 ? "[]" : "";
	if (serial !== void 0) return {
		type: serial + array,
		serial: true
	};
	if (node.pct_type === true) return {
		type: copiedType(reading, parts),
		serial: false
	};
	const shadowed = parts.length === 1 && !GRAMMAR_TYPES.has(last) && isUserType(reading.before, userTypeName(reading, parts));
	return {
		type: ((isSystem && !shadowed ? builtInType(last, node) : void 0) ?? withModifiers(userTypeName(reading, parts), node)) + array,
		serial: false
	};
}
/** `table.column%TYPE` */
function copiedType(reading, parts) {
	const table = objectName(reading, parts.slice(0, -1), (name) => reading.before.tables.has(name));
	return reading.before.tables.get(table)?.columns.find((column) => column.name === parts.at(-1))?.type ?? "unknown";
}
function userTypeName(reading, parts) {
	return objectName(reading, parts, (name) => isUserType(reading.before, name));
}
function isUserType(catalog, name) {
	return catalog.enums.has(name) || catalog.domains.has(name) || catalog.types.has(name) || catalog.tables.has(name);
}
function builtInType(name, node) {
	const modifiers = modifiersOf(node);
	const printed = name === "numeric" && modifiers.length === 1 ? [...modifiers, "0"] : modifiers;
	const list = printed.length === 0 ? "" : `(${printed.join(",")})`;
	if (name === "bpchar") return list === "" ? "bpchar" : `character${list}`;
	if (name === "char" && modifiers.length === 0) return "\"char\"";
	if (name === "interval") return intervalType(modifiers);
	const [head, tail] = FORMATTED.get(name) ?? [];
	if (head !== void 0) return `${head}${list}${tail ?? ""}`;
	return BUILT_IN.has(name) ? `${name}${list}` : void 0;
}
/** `interval` keeps its fields as a bit mask (utils/timestamp.h), then its precision. */
function intervalType(modifiers) {
	const [mask, precision] = modifiers;
	const fields = mask === void 0 ? void 0 : INTERVAL_FIELDS.get(Number(mask));
	return `interval${fields === void 0 ? "" : ` ${fields}`}${precision === void 0 ? "" : `(${precision})`}`;
}
function withModifiers(name, node) {
	const modifiers = modifiersOf(node);
	return modifiers.length === 0 ? name : `${name}(${modifiers.join(",")})`;
}
function modifiersOf(node) {
	return (node.typmods ?? []).map((modifier) => {
		const constant = modifier.A_Const;
		if (constant?.ival !== void 0) return String(constant.ival.ival ?? 0);
		if (modifier.ColumnRef !== void 0) return stringsOf(modifier.ColumnRef.fields).map(quoteIdentifier).join(".");
		return String(constant?.sval?.sval ?? constant?.fval?.fval ?? "");
	});
}
/** The name of a type for a new object. */
function newTypeName(reading, parts) {
	return qualify(parts.length > 1 ? parts.at(-2) ?? "" : reading.before.session.searchPath[0] ?? "public", parts.at(-1) ?? "");
}
const SERIAL = new Map([
	["smallserial", "smallint"],
	["serial2", "smallint"],
	["serial", "integer"],
	["serial4", "integer"],
	["bigserial", "bigint"],
	["serial8", "bigint"]
]);
/** Types that the grammar itself turns into pg_catalog names, so that no other type can be meant. */
const GRAMMAR_TYPES = new Set([
	"int4",
	"int8",
	"int2",
	"bool",
	"numeric",
	"varchar",
	"bpchar",
	"bit",
	"varbit"
]);
const FORMATTED = new Map([
	["bool", ["boolean"]],
	["int2", ["smallint"]],
	["int4", ["integer"]],
	["int8", ["bigint"]],
	["float4", ["real"]],
	["float8", ["double precision"]],
	["varchar", ["character varying"]],
	["varbit", ["bit varying"]],
	["bit", ["bit"]],
	["time", ["time", " without time zone"]],
	["timetz", ["time", " with time zone"]],
	["timestamp", ["timestamp", " without time zone"]],
	["timestamptz", ["timestamp", " with time zone"]]
]);
const INTERVAL_FIELDS = new Map([
	[4, "year"],
	[2, "month"],
	[8, "day"],
	[1024, "hour"],
	[2048, "minute"],
	[4096, "second"],
	[6, "year to month"],
	[1032, "day to hour"],
	[3080, "day to minute"],
	[7176, "day to second"],
	[3072, "hour to minute"],
	[7168, "hour to second"],
	[6144, "minute to second"]
]);
/** The types of pg_catalog that may be the type of a column or function and are printed by their own name. */
const BUILT_IN = new Set(`
  aclitem box bytea char cid cidr circle date datemultirange daterange gtsvector inet int2vector
  int4multirange int4range int8multirange int8range json jsonb jsonpath line lseg macaddr macaddr8 money
  name numeric nummultirange numrange oid oidvector path pg_dependencies pg_lsn pg_mcv_list pg_ndistinct
  pg_node_tree pg_snapshot point polygon refcursor regclass regcollation regconfig regdictionary
  regnamespace regoper regoperator regproc regprocedure regrole regtype text tid tsmultirange tsquery
  tsrange tstzmultirange tstzrange tsvector txid_snapshot uuid xid xid8 xml
  anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray
  anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange cstring event_trigger
  fdw_handler index_am_handler internal language_handler record table_am_handler trigger tsm_handler
  unknown void
  `.trim().split(/\s+/));
/** The type that a list of name parts, or a TypeName, means. */
function typeIn(reading, object) {
	const { enums, domains, types } = reading.before;
	return objectName(reading, stringsOf(object.List?.items ?? object.TypeName?.names), (name) => enums.has(name) || domains.has(name) || types.has(name));
}

//#endregion
//#region src/sql/read-sequences.ts
/** CREATE SEQUENCE. */
function readCreateSequence(reading, node) {
	const { relpersistence } = node.sequence;
	const persistence = PERSISTENCE$1[relpersistence];
	const sequence = {
		name: newName(reading, node.sequence),
		...persistence === void 0 ? {} : { persistence }
	};
	const options = readSequenceOptions(reading, node.options);
	return [{
		kind: "createSequence",
		span: reading.statement,
		sequence,
		options,
		ifNotExists: node.if_not_exists === true
	}];
}
/** ALTER SEQUENCE. */
function readAlterSequence$1(reading, node) {
	const sequence = relationName(reading, node.sequence);
	const options = readSequenceOptions(reading, node.options);
	const lenient = node.missing_ok === true ? { lenient: true } : {};
	return [{
		kind: "alterSequence",
		span: reading.statement,
		sequence,
		options,
		...lenient
	}];
}
/** The options of a sequence. RESTART is none: where a sequence stands is no part of the schema. */
function readSequenceOptions(reading, nodes) {
	const options = {};
	for (const { DefElem: option } of nodes ?? []) {
		const { arg } = option;
		switch (option.defname) {
			case "as":
				options.type = readType(reading, arg.TypeName).type;
				break;
			case "start":
			case "increment":
			case "cache":
				options[option.defname] = optionText$1(arg);
				break;
			case "minvalue":
				options.minimum = arg === void 0 ? "none" : optionText$1(arg);
				break;
			case "maxvalue":
				options.maximum = arg === void 0 ? "none" : optionText$1(arg);
				break;
			case "cycle":
				options.cycle = optionText$1(arg) === "true";
				break;
			case "owned_by":
				options.ownedBy = ownerOf(reading, stringsOf(arg.List.items));
				break;
			case "sequence_name": {
				const parts = stringsOf(arg.List.items);
				options.name = newName(reading, {
					relname: parts.at(-1),
					schemaname: parts.at(-2)
				});
				break;
			}
			case "logged":
				options.persistence = "permanent";
				break;
			case "unlogged": options.persistence = "unlogged";
		}
	}
	return options;
}
const PERSISTENCE$1 = {
	t: "temporary",
	u: "unlogged"
};
function ownerOf(reading, parts) {
	if (parts.length < 2) return "none";
	return {
		table: objectName(reading, parts.slice(0, -1), (name) => reading.before.tables.has(name)),
		column: parts.at(-1) ?? ""
	};
}

//#endregion
//#region src/sql/read-columns.ts
/** Reads the definition of a column with everything written beside it. */
function readColumn(reading, node, table) {
	const name = node.colname;
	const { type, serial } = node.typeName === void 0 ? {
		type: "",
		serial: false
	} : readType(reading, node.typeName);
	const written = withAttributes((node.constraints ?? []).map((each) => each.Constraint));
	const constraints = written.map((each) => readConstraint(reading, each, table, name)).filter((each) => each !== void 0);
	const isKey = written.some((each) => each.contype === "CONSTR_PRIMARY");
	const { notNull, isNotNull, ...properties } = readProperties(reading, node, written, {
		table,
		type
	});
	return {
		name,
		type,
		...readCollation(reading, node.collClause?.collname),
		serial,
		nullable: !(isKey || isNotNull),
		...notNull === void 0 ? {} : { notNull },
		...properties,
		...node.storage_name === void 0 ? {} : { storage: node.storage_name.toLowerCase() },
		...readCompression(node.compression),
		constraints,
		span: clauseSpan(reading, node.location)
	};
}
/** The method of COMPRESSION, none for `default`. */
function readCompression(name) {
	return name === "pglz" || name === "lz4" ? { compression: name } : {};
}
/** Whether GENERATED … AS IDENTITY says ALWAYS. */
function identityKind(code) {
	return code === "a" ? "always" : "by default";
}
function readProperties(reading, column, written, { table, type }) {
	const properties = { isNotNull: false };
	for (const each of written) {
		if (each.contype === "CONSTR_NOTNULL") {
			properties.isNotNull = true;
			const notNull = readNotNull(reading, each, column.colname);
			if (notNull.name !== void 0 || notNull.noInherit === true) properties.notNull = notNull;
		}
		if (each.contype === "CONSTR_DEFAULT" && !isUnstoredNull(reading, each.raw_expr, type)) properties.default = readExpressionAt(reading, each.raw_expr, defaultExtent(reading, column, each), { table });
		if (each.contype === "CONSTR_IDENTITY") {
			properties.identity = identityKind(each.generated_when);
			if (each.options !== void 0) properties.sequence = readSequenceOptions(reading, each.options);
		}
		if (each.contype === "CONSTR_GENERATED") {
			properties.default = readExpressionAt(reading, each.raw_expr, constraintExtent(reading, each, "AS"), { table });
			properties.generated = each.generated_kind === "s" ? "stored" : "virtual";
		}
	}
	return properties;
}
/**
* Whether DEFAULT NULL is no default. The server does not store it, but where the type has a
* length or is a domain: then a conversion stands around the NULL, which is stored.
*/
function isUnstoredNull(reading, node, type) {
	if (node?.TypeCast !== void 0) {
		const cast = readType(reading, node.TypeCast.typeName).type;
		return !cast.includes("(") && cast === bare(type) && isUnstoredNull(reading, node.TypeCast.arg, type);
	}
	if (node?.A_Const?.isnull !== true) return false;
	return !isConverted(reading, type);
}
function isConverted(reading, type) {
	if (reading.before.domains.has(type)) return true;
	return !type.startsWith("interval") && type !== bare(type);
}
function bare(type) {
	return type.replace(/\([^()]*\)/, "");
}

//#endregion
//#region src/sql/read-partitions.ts
/** PARTITION BY. */
function readPartitionKey(reading, spec, owner) {
	const strategy = STRATEGIES[spec.strategy] ?? "range";
	const nodes = (spec.partParams ?? []).map((each) => each.PartitionElem);
	const method = strategy === "hash" ? "hash" : "btree";
	const items = keyItems(reading);
	const parts = nodes.map((node, place) => {
		const item = items[place];
		const bare = node.expr?.ColumnRef?.fields;
		const column = node.name ?? (bare?.length === 1 ? bare[0].String?.sval : void 0);
		const extent = item === void 0 ? void 0 : elementExtent(reading.statement.file.text, item);
		const order = {
			...readCollation(reading, node.collation),
			...readOperatorClass(node.opclass, method)
		};
		return column === void 0 ? {
			expression: readExpressionAt(reading, node.expr, extent, owner),
			...order
		} : {
			column,
			...order
		};
	});
	return {
		strategy,
		columns: parts.map((part) => "column" in part ? part.column : void 0),
		parts
	};
}
/** The brackets after PARTITION BY, which stand outside all others. */
function keyItems(reading) {
	const { file, start, end } = reading.statement;
	const by = findWord(file.text, start, end, "BY");
	const list = by === void 0 ? void 0 : bracketed(file.text, by.end, end);
	return list === void 0 ? [] : listItems(file.text, list.start, list.end);
}
/** FOR VALUES; undefined for DEFAULT. */
function readPartitionBound(reading, bound) {
	const values = (nodes) => (nodes ?? []).map((node) => constantText$1(reading, node));
	switch (bound?.is_default === true ? void 0 : bound?.strategy) {
		case "l": return {
			strategy: "list",
			values: values(bound?.listdatums)
		};
		case "r": return {
			strategy: "range",
			from: values(bound?.lowerdatums),
			to: values(bound?.upperdatums)
		};
		case "h": return {
			strategy: "hash",
			modulus: bound?.modulus ?? 0,
			remainder: bound?.remainder ?? 0
		};
		default: return;
	}
}
/** A constant as SQL; a cast is left out, because the type is the key's. What else is computed stays as it is written. */
function constantText$1(reading, node) {
	const constant = node.A_Const;
	if (constant?.isnull === true) return "NULL";
	if (constant?.ival !== void 0) return String(constant.ival.ival ?? 0);
	if (constant?.fval !== void 0) return constant.fval.fval;
	if (constant?.boolval !== void 0) return String(constant.boolval.boolval === true);
	if (constant?.sval !== void 0) return quoted(constant.sval.sval ?? "");
	if (node.TypeCast?.arg.A_Const !== void 0) return constantText$1(reading, node.TypeCast.arg);
	const { kind, name, rexpr } = node.A_Expr ?? {};
	if (kind === "AEXPR_OP" && name[0]?.String?.sval === "-" && rexpr?.A_Const !== void 0 && !node.A_Expr.lexpr) return `-${constantText$1(reading, rexpr)}`;
	const fields = node.ColumnRef?.fields;
	const word = fields?.length === 1 ? String(fields[0].String?.sval).toUpperCase() : "";
	if (word === "MINVALUE" || word === "MAXVALUE") return word;
	return textOf(clauseSpan(reading, leftmost(node)));
}
function quoted(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
/** The first place that any part of an expression has. */
function leftmost(node) {
	if (typeof node !== "object" || node === null) return void 0;
	const places = [node.location, ...Object.values(node).map(leftmost)].filter((each) => typeof each === "number" && each >= 0);
	return places.length === 0 ? void 0 : Math.min(...places);
}
const STRATEGIES = {
	PARTITION_STRATEGY_RANGE: "range",
	PARTITION_STRATEGY_LIST: "list",
	PARTITION_STRATEGY_HASH: "hash"
};

//#endregion
//#region src/sql/read-roles.ts
/** A role as written; undefined for the role that runs the migrations. */
function readRoleName(reading, spec) {
	switch (spec?.roletype) {
		case "ROLESPEC_CSTRING": return spec.rolename;
		case "ROLESPEC_PUBLIC": return PUBLIC;
		case "ROLESPEC_CURRENT_USER":
		case "ROLESPEC_CURRENT_ROLE": return reading.before.session.role;
		default: return;
	}
}
/** The roles of a list; the role that runs the migrations is left out, as the catalog never names it. */
function readRoleNames(reading, specs) {
	return (specs ?? []).flatMap((each) => {
		const name = readRoleName(reading, each.RoleSpec);
		return name === void 0 ? [] : [name];
	});
}
/** CREATE ROLE, USER and GROUP. */
function readCreateRole(reading, node) {
	const span = reading.statement;
	const options = (node.options ?? []).map((each) => each.DefElem);
	const listed = (name) => options.find((each) => each.defname === name)?.arg?.List?.items ?? [];
	const role = {
		name: node.role,
		login: node.stmt_type === "ROLESTMT_USER",
		superuser: false,
		createRole: false,
		createDatabase: false,
		replication: false,
		bypassRowSecurity: false,
		...readOptions(options),
		memberOf: readRoleNames(reading, listed("addroleto")).toSorted()
	};
	const joins = readRoleNames(reading, [...listed("rolemembers"), ...listed("adminmembers")]).map((member) => ({
		kind: "grantMembership",
		span,
		role: node.role,
		member
	}));
	return [{
		kind: "createRole",
		span,
		role
	}, ...joins];
}
/** ALTER ROLE … options, and ALTER GROUP … ADD or DROP USER. */
function readAlterRole(reading, node) {
	const span = reading.statement;
	const role = readRoleName(reading, node.role);
	if (role === void 0) return [{
		kind: "leaveCatalog",
		span,
		statement: "ALTER ROLE",
		isShared: true
	}];
	const options = (node.options ?? []).map((each) => each.DefElem);
	const members = options.find((each) => each.defname === "rolemembers")?.arg?.List?.items;
	if (members === void 0) return [{
		kind: "alterRole",
		span,
		role,
		options: readOptions(options)
	}];
	const kind = node.action === -1 ? "revokeMembership" : "grantMembership";
	return readRoleNames(reading, members).map((member) => ({
		kind,
		span,
		role,
		member
	}));
}
/** ALTER ROLE … SET: the catalog does not hold it, but the role is changed; where it is that of the session, or all are, the server's own. */
function readRoleSetting(reading, node) {
	const span = reading.statement;
	const role = readRoleName(reading, node.role);
	if (role !== void 0) return [{
		kind: "alterRole",
		span,
		role,
		options: {}
	}];
	return [{
		kind: "leaveCatalog",
		span,
		statement: "ALTER ROLE",
		isShared: true
	}];
}
/** GRANT role TO role, and REVOKE. */
function readGrantRole(reading, node) {
	const roles = (node.granted_roles ?? []).map((each) => each.AccessPriv.priv_name);
	const kind = node.is_grant === true ? "grantMembership" : "revokeMembership";
	const members = readRoleNames(reading, node.grantee_roles);
	const actions = roles.flatMap((role) => members.map((member) => ({
		kind,
		span: reading.statement,
		role,
		member
	})));
	if (actions.length > 0) return actions;
	const isShared = roles.some((role) => !reading.before.roles.has(role));
	return [{
		kind: "leaveCatalog",
		span: reading.statement,
		statement: "GRANT role",
		...isShared ? { isShared } : {}
	}];
}
function readOptions(options) {
	const read = {};
	for (const option of options) {
		const field = ROLE_OPTIONS[option.defname];
		if (field !== void 0) read[field] = option.arg?.Boolean?.boolval === true;
	}
	return read;
}
const ROLE_OPTIONS = {
	canlogin: "login",
	superuser: "superuser",
	createrole: "createRole",
	createdb: "createDatabase",
	isreplication: "replication",
	bypassrls: "bypassRowSecurity"
};

//#endregion
//#region src/sql/read-table-changes.ts
/** What a form of ALTER TABLE without an action of its own changes; undefined where the catalog does not tell of it. */
function readTableChange(reading, table, command) {
	const column = command.name ?? "";
	const nodes = command.def?.List?.items;
	switch (command.subtype) {
		case "AT_SetRelOptions": return {
			form: "setOptions",
			options: readStorageOptions(nodes) ?? {}
		};
		case "AT_ResetRelOptions": return {
			form: "resetOptions",
			names: readOptionNames(nodes)
		};
		case "AT_SetTableSpace": return {
			form: "setTablespace",
			tablespace: column
		};
		case "AT_SetAccessMethod": return {
			form: "setAccessMethod",
			...column === "" || column === "heap" ? {} : { method: column }
		};
		case "AT_ReplicaIdentity": return {
			form: "setReplicaIdentity",
			identity: replicaIdentity(table, command.def.ReplicaIdentityStmt)
		};
		case "AT_ClusterOn": return {
			form: "clusterOn",
			index: besideTable(table, column)
		};
		case "AT_DropCluster": return { form: "clusterOn" };
		case "AT_ForceRowSecurity":
		case "AT_NoForceRowSecurity": return {
			form: "forceRowSecurity",
			forced: command.subtype === "AT_ForceRowSecurity"
		};
		case "AT_SetStatistics": return {
			form: "setColumnStatistics",
			column,
			...readStatistics$1(command.def)
		};
		case "AT_SetOptions": return {
			form: "setColumnOptions",
			column,
			options: readStorageOptions(nodes) ?? {}
		};
		case "AT_ResetOptions": return {
			form: "resetColumnOptions",
			column,
			names: readOptionNames(nodes)
		};
		case "AT_SetStorage": return {
			form: "setColumnStorage",
			column,
			storage: command.def.String.sval.toLowerCase()
		};
		case "AT_SetCompression": return {
			form: "setColumnCompression",
			column,
			...readCompression(command.def.String.sval)
		};
		case "AT_AlterConstraint": return alterConstraint(command.def.ATAlterConstraint);
		case "AT_AddInherit": return {
			form: "inherit",
			parent: relationName(reading, command.def.RangeVar)
		};
		case "AT_DropInherit": return {
			form: "noInherit",
			parent: relationName(reading, command.def.RangeVar)
		};
		case "AT_AddOf": return {
			form: "setType",
			type: readType(reading, command.def.TypeName).type
		};
		case "AT_DropOf": return { form: "setType" };
		default: return;
	}
}
/** One form of ALTER INDEX; undefined where the catalog does not tell of it. */
function readIndexChange(command) {
	const nodes = command.def?.List?.items;
	switch (command.subtype) {
		case "AT_SetRelOptions": return {
			form: "setOptions",
			options: readStorageOptions(nodes) ?? {}
		};
		case "AT_ResetRelOptions": return {
			form: "resetOptions",
			names: readOptionNames(nodes)
		};
		case "AT_SetTableSpace": return {
			form: "setTablespace",
			tablespace: command.name
		};
		case "AT_SetStatistics": return {
			form: "setStatistics",
			position: command.num ?? 0,
			...readStatistics$1(command.def)
		};
		default: return;
	}
}
/** The server cuts targets to 10000, and -1 and DEFAULT say the same. */
function readStatistics$1(node) {
	const target = node?.Integer === void 0 ? -1 : node.Integer.ival ?? 0;
	return target < 0 ? {} : { statistics: Math.min(target, 1e4) };
}
function replicaIdentity(table, node) {
	if (node.identity_type === "i") return { index: besideTable(table, node.name) };
	if (node.identity_type === "f") return "full";
	return node.identity_type === "n" ? "nothing" : "default";
}
function alterConstraint(node) {
	const alteration = {};
	if (node.alterDeferrability === true) if (node.initdeferred === true) alteration.deferrable = "initially deferred";
	else alteration.deferrable = node.deferrable === true ? "initially immediate" : "not deferrable";
	if (node.alterEnforceability === true) alteration.enforced = node.is_enforced === true;
	if (node.alterInheritability === true) alteration.noInherit = node.noinherit === true;
	return {
		form: "alterConstraint",
		name: node.conname,
		alteration
	};
}
function besideTable(table, name) {
	return qualify(partsOf(table).schema, name);
}

//#endregion
//#region src/catalog/multirange-name.ts
/** The name that the server gives to the multirange of a range type (`makeMultirangeTypeName` in pg_type.c). */
function chooseMultirangeName(range) {
	const { schema, name } = partsOf(range);
	return qualify(schema, truncateIdentifier(name.indexOf("range") < 0 ? `${truncateIdentifier(name, IDENTIFIER_BYTES - 11)}_multirange` : name.replace("range", "multirange")));
}

//#endregion
//#region src/sql/read-parameters.ts
/** The arguments of a function with their defaults, and the columns of RETURNS TABLE. */
function readParameters(reading, nodes) {
	const items = parameterItems(reading);
	return (nodes ?? []).map((each, position) => readParameter(reading, each.FunctionParameter, items[position]));
}
function readParameter(reading, node, item) {
	const value = node.defexpr === void 0 ? {} : { default: readExpressionAt(reading, node.defexpr, item === void 0 ? void 0 : defaultIn(reading, item)) };
	return {
		...node.name === void 0 ? {} : { name: node.name },
		mode: MODES[node.mode] ?? "in",
		type: argumentType(reading, node.argType),
		...value
	};
}
/** A type as a function keeps it: without modifiers. */
function argumentType(reading, node) {
	const type = readType(reading, node).type.replace(/\(.*?\)/, "");
	return node.setof === true ? `SETOF ${type}` : type;
}
/** The types of those arguments that a call gives. */
function inputTypes(parameters) {
	return parameters.filter(({ mode }) => mode !== "out" && mode !== "table").map(({ type }) => type);
}
/** What a function returns, as `pg_get_function_result` prints it. */
function returnType(reading, node, parameters) {
	const columns = parameters.filter(({ mode }) => mode === "table");
	if (columns.length > 0) return `TABLE(${columns.map((each) => `${quoteIdentifier(each.name ?? "")} ${each.type}`).join(", ")})`;
	if (node.returnType !== void 0) return argumentType(reading, node.returnType);
	const outputs = parameters.filter(({ mode }) => mode === "out" || mode === "inout");
	return outputs.length === 1 ? outputs[0].type : "record";
}
/** The arguments as they stand in the text, in the first brackets of the statement. */
function parameterItems(reading) {
	const { file, start, end } = reading.statement;
	const list = bracketed(file.text, start, end);
	return list === void 0 ? [] : listItems(file.text, list.start, list.end);
}
function defaultIn(reading, item) {
	const { text } = reading.statement.file;
	const word = findWord(text, item.start, item.end, "DEFAULT", "=");
	return word === void 0 ? void 0 : trimmed(text, word.end, item.end);
}
const MODES = {
	FUNC_PARAM_IN: "in",
	FUNC_PARAM_OUT: "out",
	FUNC_PARAM_INOUT: "inout",
	FUNC_PARAM_VARIADIC: "variadic",
	FUNC_PARAM_TABLE: "table",
	FUNC_PARAM_DEFAULT: "in"
};
/** The names of a list of types, as DROP and COMMENT give the arguments of a function. */
function typeList(reading, nodes) {
	return (nodes ?? []).map((each) => each.TypeName === void 0 ? "" : argumentType(reading, each.TypeName));
}
/** The parts of a name in a list, where a definition names a function or type: `sfunc = app.add`. */
function nameParts(node) {
	return stringsOf(node?.TypeName?.names ?? node?.List?.items);
}

//#endregion
//#region src/sql/function-options.ts
/** Reads the options of CREATE FUNCTION and ALTER FUNCTION but for SET, AS and LANGUAGE. */
function readFunctionOptions(reading, options) {
	const read = {};
	for (const { defname, arg } of options) switch (defname) {
		case "volatility":
			read.volatility = arg.String.sval;
			break;
		case "strict":
		case "leakproof":
			read[defname] = arg.Boolean.boolval === true;
			break;
		case "security":
			read.securityDefiner = arg.Boolean.boolval === true;
			break;
		case "parallel":
			read.parallel = String(arg.String.sval).toLowerCase();
			break;
		case "window":
			if (arg.Boolean.boolval === true) read.window = true;
			break;
		case "cost":
		case "rows":
			read[defname] = numberOf(arg);
			break;
		case "support":
			read.support = functionNamed(reading, stringsOf(arg.List.items));
			break;
		case "transform": read.transforms = arg.List.items.map((each) => argumentType(reading, each.TypeName));
	}
	return read;
}
/** The settings of a function after SET and RESET; undefined where none are left. */
function settingsAfter(reading, before, options) {
	let settings = { ...before };
	for (const { defname, arg } of options) {
		const statement = defname === "set" ? arg?.VariableSetStmt : void 0;
		if (statement === void 0) continue;
		const name = String(statement.name ?? "").toLowerCase();
		if (statement.kind === "VAR_RESET_ALL") settings = {};
		else if (statement.kind === "VAR_RESET" || statement.kind === "VAR_SET_DEFAULT") delete settings[name];
		else if (statement.kind === "VAR_SET_CURRENT") settings[name] = currentValue(reading, name);
		else settings[name] = settingValue(name, statement.args);
	}
	const names = Object.keys(settings);
	return names.length === 0 ? void 0 : Object.fromEntries(names.toSorted().map((name) => [name, settings[name]]));
}
/** A setting as the server keeps it: the members of a list of names quoted where they must be. */
function settingValue(name, args) {
	return (args ?? []).map((each) => constantText(each.A_Const ?? each.TypeCast?.arg?.A_Const)).map((value) => QUOTED_LISTS.has(name) ? quoteIdentifier(value) : value).join(", ");
}
/** The settings that are lists of names (GUC_LIST_QUOTE in guc_tables.c). */
const QUOTED_LISTS = new Set([
	"local_preload_libraries",
	"search_path",
	"session_preload_libraries",
	"shared_preload_libraries",
	"temp_tablespaces",
	"unix_socket_directories"
]);
/** Only search_path is followed; FROM CURRENT of another setting takes what the session was started with. */
function currentValue(reading, name) {
	return name === "search_path" ? reading.before.session.searchPath.map(quoteIdentifier).join(", ") : "";
}
/** A constant as text: of a string its value, of a number its digits. */
function constantText(constant) {
	if (constant?.ival !== void 0) return String(constant.ival.ival ?? 0);
	if (constant?.fval !== void 0) return String(constant.fval.fval);
	if (constant?.boolval !== void 0) return constant.boolval.boolval === true ? "true" : "false";
	return String(constant?.sval?.sval ?? "");
}
/** The function that a name in a definition means. */
function functionNamed(reading, parts) {
	const own = [...reading.before.functions.values()];
	const name = objectName(reading, parts, (each) => own.some((known) => known.name === each));
	const isOwn = own.some((known) => known.name === name);
	const last = parts.at(-1) ?? "";
	if (!isOwn && (parts.length === 1 || parts.at(-2) === "pg_catalog")) return quoteIdentifier(last);
	return name;
}
function numberOf(arg) {
	return Number(arg.Integer !== void 0 ? arg.Integer.ival ?? 0 : arg.Float.fval);
}

//#endregion
//#region src/sql/read-user-types.ts
/** CREATE TYPE … AS (…). */
function readCreateComposite(reading, node) {
	const attributes = (node.coldeflist ?? []).map((each) => readAttribute(reading, each.ColumnDef));
	return made(reading, {
		name: newName(reading, node.typevar),
		kind: "composite",
		attributes
	});
}
/** CREATE TYPE … AS RANGE. */
function readCreateRange(reading, node) {
	const name = newTypeName(reading, stringsOf(node.typeName));
	const options = new Map((node.params ?? []).map((each) => [each.DefElem.defname, each.DefElem.arg]));
	const text = (option, key, read) => options.has(option) ? { [key]: read(nameParts(options.get(option))) } : {};
	const multirange = options.get("multirange_type_name");
	return made(reading, {
		name,
		kind: "range",
		subtype: readType(reading, options.get("subtype")?.TypeName ?? {}).type,
		multirange: multirange === void 0 ? chooseMultirangeName(name) : newTypeName(reading, nameParts(multirange)),
		...text("subtype_opclass", "operatorClass", (parts) => parts.map(quoteIdentifier).join(".")),
		...readCollation(reading, options.get("collation")?.TypeName?.names),
		...text("canonical", "canonical", (parts) => functionNamed(reading, parts)),
		...text("subtype_diff", "subtypeDifference", (parts) => functionNamed(reading, parts))
	});
}
/** CREATE TYPE name, and CREATE TYPE name (…) of a base type. */
function readCreateBaseType(reading, node) {
	const name = newTypeName(reading, stringsOf(node.defnames));
	if (node.definition === void 0) return made(reading, {
		name,
		kind: "shell"
	});
	return made(reading, {
		name,
		kind: "base",
		parts: readParts(reading, node.definition)
	});
}
/** ALTER TYPE … ADD, DROP and ALTER ATTRIBUTE. */
function readAlterComposite(reading, node) {
	const { relation } = node;
	const type = objectName(reading, relation.schemaname === void 0 ? [relation.relname] : [relation.schemaname, relation.relname], (name) => reading.before.types.has(name));
	return (node.cmds ?? []).map((each) => {
		const alteration = attributeAlteration(reading, each.AlterTableCmd);
		const { statement: span } = reading;
		if (alteration === void 0) return {
			kind: "unmodelled",
			reach: "named",
			span,
			statement: "ALTER TYPE"
		};
		return {
			kind: "alterType",
			span,
			type,
			alteration,
			cascade: each.AlterTableCmd.behavior === "DROP_CASCADE"
		};
	});
}
/** ALTER TYPE … SET (…) of a base type. */
function readAlterBaseType(reading, node) {
	const type = objectName(reading, stringsOf(node.typeName), (name) => reading.before.types.has(name));
	const alteration = {
		form: "setParts",
		parts: readParts(reading, node.options)
	};
	return [{
		kind: "alterType",
		span: reading.statement,
		type,
		alteration,
		cascade: false
	}];
}
function attributeAlteration(reading, command) {
	switch (command.subtype) {
		case "AT_AddColumn": return {
			form: "addAttribute",
			attribute: readAttribute(reading, command.def.ColumnDef)
		};
		case "AT_DropColumn": return {
			form: "dropAttribute",
			name: command.name
		};
		case "AT_AlterColumnType": return {
			form: "setAttributeType",
			attribute: {
				...readAttribute(reading, command.def.ColumnDef),
				name: command.name
			}
		};
		default: return;
	}
}
function readAttribute(reading, node) {
	return {
		name: node.colname ?? "",
		type: readType(reading, node.typeName).type,
		...readCollation(reading, node.collClause?.collname)
	};
}
/** What a definition says in its brackets, each part as it is written again. */
function readParts(reading, nodes) {
	const parts = {};
	for (const { DefElem } of nodes) {
		const value = partText(reading, String(DefElem.defname).toLowerCase(), DefElem.arg);
		if (value !== void 0) parts[String(DefElem.defname).toLowerCase()] = value;
	}
	return parts;
}
function partText(reading, name, arg) {
	if (arg === void 0) return "true";
	if (arg.Boolean !== void 0) return String(arg.Boolean.boolval === true);
	if (arg.Integer !== void 0) return String(arg.Integer.ival ?? 0);
	if (arg.Float !== void 0) return String(arg.Float.fval);
	if (arg.String !== void 0) return `'${String(arg.String.sval ?? "").replaceAll("'", "''")}'`;
	if (arg.A_Const !== void 0) return constantText(arg.A_Const);
	if (TYPE_PARTS.has(name) && arg.TypeName !== void 0) return argumentType(reading, arg.TypeName);
	if (OPERATOR_PARTS.has(name)) return operatorText(nameParts(arg));
	const words = nameParts(arg);
	const [word = ""] = words;
	if (words.length === 1 && WORD_PARTS.has(name)) return word;
	return words.length === 0 ? void 0 : functionNamed(reading, words);
}
/** An operator with its schema needs the long form. */
function operatorText(parts) {
	const operator = parts.at(-1) ?? "";
	const schema = parts.at(-2);
	return schema === void 0 || schema === "pg_catalog" ? operator : `OPERATOR(${quoteIdentifier(schema)}.${operator})`;
}
const TYPE_PARTS = new Set([
	"stype",
	"mstype",
	"leftarg",
	"rightarg",
	"basetype",
	"like",
	"element"
]);
const OPERATOR_PARTS = new Set([
	"commutator",
	"negator",
	"sortop"
]);
const WORD_PARTS = new Set([
	"alignment",
	"storage",
	"internallength",
	"finalfunc_modify",
	"mfinalfunc_modify",
	"parallel",
	"category",
	"default",
	"provider"
]);
function made(reading, type) {
	return [{
		kind: "createType",
		span: reading.statement,
		type
	}];
}

//#endregion
//#region src/sql/view-options.ts
/** What CREATE VIEW says in WITH (…) and WITH CHECK OPTION. */
function readViewOptions(nodes, checkOption) {
	const { check_option: written, ...options } = optionTexts(nodes);
	const check = CHECK_OPTIONS[checkOption ?? ""] ?? written;
	return {
		...Object.keys(options).length === 0 ? {} : { options },
		...check === void 0 ? {} : { checkOption: check }
	};
}
const CHECK_OPTIONS = {
	LOCAL_CHECK_OPTION: "local",
	CASCADED_CHECK_OPTION: "cascaded"
};
/** ALTER VIEW and ALTER MATERIALIZED VIEW, which the grammar reads as forms of ALTER TABLE. */
function readAlterView(reading, view, command) {
	const span = reading.statement;
	const known = reading.before.views.get(view);
	const listed = command.def?.List?.items ?? [];
	if (known !== void 0 && command.subtype === "AT_SetRelOptions") {
		const { options, checkOption } = readViewOptions(listed);
		return [{
			kind: "alterView",
			span,
			view,
			to: {
				...setOptions(known, options ?? {}),
				...checkOption === void 0 ? {} : { checkOption }
			}
		}];
	}
	if (known !== void 0 && command.subtype === "AT_ResetRelOptions") {
		const names = listed.map((each) => optionName(each.DefElem));
		const left = Object.entries(known.options ?? {}).filter(([name]) => !names.includes(name));
		const bare = omit(known, "options", ...names.includes("check_option") ? ["checkOption"] : []);
		return [{
			kind: "alterView",
			span,
			view,
			to: left.length === 0 ? bare : {
				...bare,
				options: Object.fromEntries(left)
			}
		}];
	}
	if (command.subtype === "AT_SetStatistics" || command.subtype === "AT_ClusterOn") return [{
		kind: "leaveCatalog",
		span,
		statement: "ALTER VIEW"
	}];
	return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement: "ALTER VIEW"
	}];
}
/** ALTER VIEW … RENAME COLUMN: from then on the view names its columns itself. */
function renamedViewColumn(reading, view, from, to) {
	const span = reading.statement;
	const known = reading.before.views.get(view);
	const names = known === void 0 ? void 0 : columnsOf(known);
	if (known === void 0 || names === void 0) return {
		kind: "unmodelled",
		reach: "named",
		span,
		statement: "ALTER VIEW … RENAME COLUMN"
	};
	const columnNames = names.map((name) => name === from ? to : name);
	return {
		kind: "alterView",
		span,
		view,
		to: {
			...withColumnComments(known, Object.entries(known.columnComments ?? {}).map(([name, comment]) => {
				return [name === from ? to : name, comment];
			})),
			columnNames
		}
	};
}
/** The names of a view's columns; undefined where its query does not tell them. */
function columnsOf(view) {
	const given = view.columnNames ?? [];
	const outputs = view.query?.outputs;
	return outputs === void 0 ? void 0 : [...given, ...outputs.slice(given.length)];
}
function optionTexts(nodes) {
	return Object.fromEntries((nodes ?? []).map(({ DefElem }) => [optionName(DefElem), optionText(DefElem.arg)]));
}
function optionName(option) {
	return `${option.defnamespace === void 0 ? "" : `${option.defnamespace}.`}${option.defname}`.toLowerCase();
}
/** An option as pg_class keeps it: without a value it is true. */
function optionText(arg) {
	if (arg === void 0) return "true";
	if (arg.Integer !== void 0) return String(arg.Integer.ival ?? 0);
	if (arg.Float !== void 0) return String(arg.Float.fval);
	if (arg.Boolean !== void 0) return String(arg.Boolean.boolval === true);
	if (arg.String !== void 0) return String(arg.String.sval ?? "");
	return nameParts(arg).at(-1) ?? constantText(arg.A_Const);
}

//#endregion
//#region src/sql/read-alter-table.ts
/** ALTER TABLE, and ALTER INDEX, SEQUENCE, VIEW and so on where the grammar reads them as such. */
function readAlterTable(reading, node) {
	if (node.objtype === "OBJECT_TYPE") return readAlterComposite(reading, node);
	const relation = relationName(reading, node.relation);
	if (node.missing_ok === true && !isKnown(reading, relation)) return [{
		kind: "leaveCatalog",
		span: reading.statement,
		statement: "ALTER TABLE IF EXISTS"
	}];
	return inOrderOfExecution((node.cmds ?? []).map((each) => each.AlterTableCmd)).flatMap((command) => {
		if (command.subtype === "AT_ChangeOwner") return [changeOwner(reading, relation, command)];
		if (reading.before.indexes.has(relation) || node.objtype === "OBJECT_INDEX") return [readAlterIndex(reading, relation, command)];
		if (reading.before.sequences.has(relation) || node.objtype === "OBJECT_SEQUENCE") return [readAlterSequence(reading, relation, command)];
		if (reading.before.views.has(relation)) return readAlterView(reading, relation, command);
		if (!(node.objtype === "OBJECT_TABLE" || node.objtype === "OBJECT_FOREIGN_TABLE")) return [{
			kind: "leaveCatalog",
			span: reading.statement,
			statement: "ALTER VIEW"
		}];
		const only = node.relation.inh === true ? {} : { only: true };
		const lenient = command.missing_ok === true ? { lenient: true } : {};
		return [readCommand(reading, {
			table: relation,
			span: commandSpan(reading, node, command),
			...only,
			...lenient
		}, command)];
	});
}
/** Whatever the order in which they are written, PostgreSQL drops first (AT_PASS_DROP in tablecmds.c). */
function inOrderOfExecution(commands) {
	const isDrop = (command) => DROPS.has(command.subtype);
	return [...commands.filter(isDrop), ...commands.filter((command) => !isDrop(command))];
}
const DROPS = new Set([
	"AT_DropColumn",
	"AT_DropConstraint",
	"AT_DropNotNull"
]);
function isKnown(reading, relation) {
	const { tables, indexes, sequences, views } = reading.before;
	return tables.has(relation) || indexes.has(relation) || sequences.has(relation) || views.has(relation);
}
/** The definition a command holds, else the table's name: commands themselves have no place in the tree. */
function commandSpan(reading, node, command) {
	const definition = command.def?.ColumnDef ?? command.def?.Constraint ?? command.def?.PartitionCmd?.name;
	if (definition?.location !== void 0) return clauseSpan(reading, definition.location);
	return nameSpan(reading, node.relation.location);
}
function readCommand(reading, base, command) {
	const { table } = base;
	const column = command.name ?? "";
	const cascade = command.behavior === "DROP_CASCADE";
	switch (command.subtype) {
		case "AT_AddColumn": {
			const definition = readColumn(reading, command.def.ColumnDef, table);
			return {
				...base,
				kind: "addColumn",
				column: definition,
				ifNotExists: command.missing_ok === true
			};
		}
		case "AT_DropColumn": return {
			...base,
			kind: "dropColumn",
			column,
			cascade
		};
		case "AT_AlterColumnType": {
			const { typeName, raw_default: using, collClause } = command.def.ColumnDef;
			const { type } = readType(reading, typeName);
			return {
				...base,
				kind: "setColumnType",
				column,
				type,
				...readCollation(reading, collClause?.collname),
				...using === void 0 ? {} : { using: readExpression(using, reading.before) },
				...readCasts(reading, using, column)
			};
		}
		case "AT_ColumnDefault": {
			const type = reading.before.tables.get(table)?.columns.find((each) => each.name === column)?.type ?? "";
			const isSet = command.def !== void 0 && !isUnstoredNull(reading, command.def, type);
			return {
				...base,
				kind: "setColumnDefault",
				column,
				...isSet ? { default: clauseExpression(reading, command.def, table, "DEFAULT") } : {}
			};
		}
		case "AT_SetNotNull": return {
			...base,
			kind: "setColumnNullable",
			column,
			nullable: false
		};
		case "AT_DropNotNull": return {
			...base,
			kind: "setColumnNullable",
			column,
			nullable: true
		};
		case "AT_AddIdentity": {
			const { generated_when: when, options } = command.def.Constraint;
			const sequence = readSequenceOptions(reading, options);
			return {
				...base,
				kind: "setColumnIdentity",
				column,
				identity: identityKind(when),
				sequence
			};
		}
		case "AT_SetIdentity": return setIdentity(reading, base, command);
		case "AT_DropIdentity": return {
			...base,
			kind: "setColumnIdentity",
			column
		};
		case "AT_DropExpression": return {
			...base,
			kind: "setColumnExpression",
			column
		};
		case "AT_SetExpression": return {
			...base,
			kind: "setColumnExpression",
			column,
			expression: clauseExpression(reading, command.def, table, "AS")
		};
		case "AT_AddConstraint": return readAddConstraint(reading, base, command.def.Constraint);
		case "AT_DropConstraint": return {
			...base,
			kind: "dropConstraint",
			name: column,
			cascade
		};
		case "AT_ValidateConstraint": return {
			...base,
			kind: "validateConstraint",
			name: column
		};
		case "AT_AttachPartition": {
			const { name, bound } = command.def.PartitionCmd;
			return {
				...base,
				kind: "attachPartition",
				partition: relationName(reading, name),
				isDefault: bound?.is_default === true,
				...boundOf(reading, bound)
			};
		}
		case "AT_DetachPartition": {
			const { name, concurrent } = command.def.PartitionCmd;
			return {
				...base,
				kind: "detachPartition",
				partition: relationName(reading, name),
				concurrently: concurrent === true
			};
		}
		case "AT_EnableRowSecurity": return {
			...base,
			kind: "setRowSecurity",
			enabled: true
		};
		case "AT_DisableRowSecurity": return {
			...base,
			kind: "setRowSecurity",
			enabled: false
		};
		case "AT_SetLogged": return {
			...base,
			kind: "setPersistence",
			persistence: "permanent"
		};
		case "AT_SetUnLogged": return {
			...base,
			kind: "setPersistence",
			persistence: "unlogged"
		};
		case "AT_EnableTrig":
		case "AT_EnableAlwaysTrig":
		case "AT_EnableReplicaTrig": return {
			...base,
			kind: "setTriggerEnabled",
			trigger: column,
			enabled: command.subtype !== "AT_EnableReplicaTrig",
			...command.subtype === "AT_EnableAlwaysTrig" ? { fires: "always" } : {},
			...command.subtype === "AT_EnableReplicaTrig" ? { fires: "replica" } : {}
		};
		case "AT_DisableTrig": return {
			...base,
			kind: "setTriggerEnabled",
			trigger: column,
			enabled: false
		};
		case "AT_EnableTrigAll":
		case "AT_EnableTrigUser": return {
			...base,
			kind: "setTriggerEnabled",
			enabled: true
		};
		case "AT_DisableTrigAll":
		case "AT_DisableTrigUser": return {
			...base,
			kind: "setTriggerEnabled",
			enabled: false
		};
		default: {
			const change = readTableChange(reading, table, command);
			const changed = change === void 0 ? {} : { change };
			return {
				...base,
				kind: "setTableProperty",
				property: subtypeWords(command.subtype),
				...changed
			};
		}
	}
}
/** `SET DEFAULT expression`, `SET EXPRESSION AS (expression)` */
function clauseExpression(reading, node, table, word) {
	return readExpressionAt(reading, node, extentAfter(reading, placeOf$2(reading, node), word), { table });
}
function boundOf(reading, node) {
	const bound = readPartitionBound(reading, node);
	return bound === void 0 ? {} : { bound };
}
/** SET GENERATED and the options of the sequence; each stays as it is where nothing is said. */
function setIdentity(reading, base, command) {
	const options = command.def?.List?.items ?? [];
	const generated = options.find((each) => each.DefElem.defname === "generated")?.DefElem.arg?.Integer?.ival;
	const sequence = readSequenceOptions(reading, options);
	const known = reading.before.tables.get(base.table)?.columns.find((column) => column.name === command.name)?.identity;
	const identity = generated === void 0 ? known ?? "by default" : identityKind(String.fromCharCode(generated));
	return {
		...base,
		kind: "setColumnIdentity",
		column: command.name,
		identity,
		sequence
	};
}
/** The casts of USING around the column alone, the innermost first. */
function readCasts(reading, using, column) {
	const casts = [];
	let inner = using;
	for (; inner?.TypeCast !== void 0; inner = inner.TypeCast.arg) casts.unshift(readType(reading, inner.TypeCast.typeName).type);
	const fields = inner?.ColumnRef?.fields;
	return fields?.length === 1 && fields[0].String?.sval === column ? { casts } : {};
}
function readAddConstraint(reading, base, node) {
	if (node.contype === "CONSTR_NOTNULL") {
		const constraint = readNotNull(reading, node);
		return {
			...base,
			kind: "setColumnNullable",
			column: constraint.column,
			nullable: false,
			constraint
		};
	}
	const constraint = readConstraint(reading, node, base.table);
	if (constraint === void 0) return {
		kind: "unmodelled",
		reach: "named",
		span: base.span,
		statement: "ALTER TABLE … ADD CONSTRAINT"
	};
	return {
		...base,
		kind: "addConstraint",
		constraint
	};
}
function readAlterIndex(reading, index, command) {
	const span = reading.statement;
	if (command.subtype === "AT_AttachPartition") return {
		kind: "attachIndex",
		span,
		index,
		part: relationName(reading, command.def.PartitionCmd.name)
	};
	const change = readIndexChange(command);
	if (change === void 0) return {
		kind: "leaveCatalog",
		span,
		statement: "ALTER INDEX"
	};
	return {
		kind: "alterIndex",
		span,
		index,
		change
	};
}
function readAlterSequence(reading, sequence, command) {
	const span = reading.statement;
	const persistence = PERSISTENCE[command.subtype];
	if (persistence === void 0) return {
		kind: "leaveCatalog",
		span,
		statement: "ALTER SEQUENCE"
	};
	return {
		kind: "alterSequence",
		span,
		sequence,
		options: {},
		persistence
	};
}
const PERSISTENCE = {
	AT_SetLogged: "permanent",
	AT_SetUnLogged: "unlogged"
};
function changeOwner(reading, relation, command) {
	const owner = readRoleName(reading, command.newowner);
	const named = owner === void 0 ? {} : { owner };
	return {
		kind: "setOwner",
		span: reading.statement,
		target: "relation",
		on: relation,
		...named
	};
}
/** `AT_SetStatistics` is SET STATISTICS. */
function subtypeWords(subtype) {
	return subtype.replace(/^AT_/, "").replace(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
}

//#endregion
//#region src/sql/read-beside.ts
/** CREATE STATISTICS. */
function readStatistics(reading, node) {
	return unmodelled(reading, (node.relations ?? []).map(({ RangeVar }) => ({
		relation: relationName(reading, RangeVar),
		lock: "ShareUpdateExclusiveLock"
	})));
}
/** CREATE RULE, which names what its statements write. */
function readRule(reading, node) {
	const written = (node.actions ?? []).flatMap((each) => {
		const range = (each.InsertStmt ?? each.UpdateStmt ?? each.DeleteStmt)?.relation;
		return range === void 0 ? [] : [{
			relation: relationName(reading, range),
			lock: "RowExclusiveLock"
		}];
	});
	return unmodelled(reading, [...ruled(relationName(reading, node.relation)), ...written]);
}
/** What a change of a rule does to its table. */
function ruled(table) {
	return [{
		relation: table,
		lock: "AccessExclusiveLock"
	}];
}
/** CREATE PUBLICATION and ALTER PUBLICATION, which lock the tables that they name. */
function readPublication(reading, node) {
	return unmodelled(reading, (node.pubobjects ?? []).flatMap(({ PublicationObjSpec: each }) => {
		const range = each?.pubtable?.relation;
		if (range === void 0) return [];
		const heirs = range.inh === true ? { withHeirs: true } : {};
		return [{
			relation: relationName(reading, range),
			lock: "ShareUpdateExclusiveLock",
			...heirs
		}];
	}));
}
function unmodelled(reading, touches) {
	const span = reading.statement;
	const touching = touches.length === 0 ? {} : { touches };
	return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement: firstWords(textOf(span)),
		...touching
	}];
}

//#endregion
//#region src/sql/plpgsql.ts
/**
* The fields of NEW that a PL/pgSQL trigger function assigns (`NEW.f := …`, `SELECT … INTO
* NEW.f`), sorted; `'any'` where NEW is assigned as a whole or the body cannot be read.
*/
function assignedFields(createFunction) {
	const parsed = parsePlpgsql(blankClientText(createFunction));
	const body = parsed.ok ? parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function : void 0;
	if (body === void 0) return "any";
	const datums = body.datums ?? [];
	const record = datums.findIndex((each) => each.PLpgSQL_rec?.refname === "new");
	const targets = assignedDatums(body.action);
	if (targets.has(record)) return "any";
	const fields = /* @__PURE__ */ new Set();
	for (const [number, datum] of datums.entries()) {
		const field = datum.PLpgSQL_recfield;
		if (field !== void 0 && targets.has(number) && (field.recparentno ?? 0) === record) fields.add(field.fieldname);
	}
	return [...fields].toSorted();
}
/** The numbers of all variables that a body assigns, by `:=`, INTO, or as the target of a loop. */
function assignedDatums(action) {
	const numbers = /* @__PURE__ */ new Set();
	const visit = (value) => {
		if (typeof value !== "object" || value === null) return;
		if (Array.isArray(value)) {
			for (const item of value) visit(item);
			return;
		}
		const node = value;
		if (node.PLpgSQL_stmt_assign !== void 0) numbers.add(node.PLpgSQL_stmt_assign.varno ?? 0);
		if (node.PLpgSQL_rec !== void 0) numbers.add(node.PLpgSQL_rec.dno ?? 0);
		for (const field of node.PLpgSQL_row?.fields ?? []) numbers.add(field.varno ?? 0);
		for (const child of Object.values(node)) visit(child);
	};
	visit(action);
	return numbers;
}

//#endregion
//#region src/sql/read-functions.ts
/** CREATE FUNCTION and CREATE PROCEDURE. */
function readCreateFunction(reading, node) {
	const options = (node.options ?? []).map((each) => each.DefElem);
	const parameters = readParameters(reading, node.parameters);
	const language = languageOf(options);
	const returns = node.is_procedure === true ? "void" : returnType(reading, node, parameters);
	const settings = settingsAfter(reading, void 0, options);
	const made = {
		name: newFunctionName(reading, stringsOf(node.funcname)),
		kind: node.is_procedure === true ? "procedure" : "function",
		arguments: inputTypes(parameters),
		parameters,
		returns,
		language,
		...UNSAID,
		...withoutDefaults(readFunctionOptions(reading, options), language),
		pinsSearchPath: settings?.search_path !== void 0,
		...settings === void 0 ? {} : { settings },
		body: readBody$1(reading, node, options),
		assignsNew: returns === "trigger" ? assignsNew(language, reading.sql) : []
	};
	return [{
		kind: "createFunction",
		span: reading.statement,
		function: made,
		replace: node.replace === true
	}];
}
/** What CREATE FUNCTION assumes. */
const UNSAID = {
	volatility: "volatile",
	strict: false,
	securityDefiner: false,
	leakproof: false,
	parallel: "unsafe"
};
/** A cost or number of rows that is the default is not told. */
function withoutDefaults(options, language) {
	const { cost, rows, ...rest } = options;
	const usual = language === "c" || language === "internal" ? 1 : 100;
	return {
		...rest,
		...cost === void 0 || cost === usual ? {} : { cost },
		...rows === void 0 || rows === 1e3 ? {} : { rows }
	};
}
/** ALTER FUNCTION … options. */
function readAlterFunction(reading, node) {
	const key = readFunctionKey(reading, node.func);
	const known = reading.before.functions.get(key);
	if (known === void 0) return [{
		kind: "leaveCatalog",
		span: reading.statement,
		statement: "ALTER FUNCTION"
	}];
	const options = (node.actions ?? []).map((each) => each.DefElem);
	const { settings: earlier, ...rest } = known;
	const settings = settingsAfter(reading, earlier, options);
	const to = {
		...withoutDefaults({
			...rest,
			...readFunctionOptions(reading, options)
		}, known.language),
		pinsSearchPath: settings?.search_path !== void 0,
		...settings === void 0 ? {} : { settings }
	};
	return [{
		kind: "alterFunction",
		span: reading.statement,
		function: key,
		to
	}];
}
/** The key of the function that a name and, perhaps, argument types mean. */
function readFunctionKey(reading, node) {
	const parts = stringsOf(node.objname);
	if (node.args_unspecified === true) {
		const name = objectName(reading, parts, (each) => findByName(reading.before, each) !== void 0);
		const found = findByName(reading.before, name);
		return found === void 0 ? `${name}()` : functionKey(found);
	}
	const { functions } = reading.before;
	const modes = (node.objfuncargs ?? []).map((each) => each.FunctionParameter);
	const isInput = (position) => !OUTPUT_MODES.has(modes[position]?.mode);
	const list = typeList(reading, node.objargs).filter((_, position) => isInput(position)).join(", ");
	return `${objectName(reading, parts, (each) => functions.has(`${each}(${list})`))}(${list})`;
}
const OUTPUT_MODES = new Set(["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"]);
/** The fields of NEW that a trigger function assigns, from the text of its CREATE FUNCTION. */
function assignsNew(language, createFunction) {
	return language === "plpgsql" ? assignedFields(createFunction) : "any";
}
/** A function under a new name or in another schema. */
function renamedFunction(reading, node, rename, span = reading.statement) {
	const key = readFunctionKey(reading, node);
	const known = reading.before.functions.get(key);
	if (known === void 0) return {
		kind: "leaveCatalog",
		span,
		statement: "ALTER FUNCTION"
	};
	return {
		kind: "alterFunction",
		span,
		function: key,
		to: {
			...known,
			name: rename(known.name)
		}
	};
}
/** The name of a function that is being made. */
function newFunctionName(reading, parts) {
	return qualify(parts.length > 1 ? parts.at(-2) ?? "" : creationSchema(reading), parts.at(-1) ?? "");
}
function findByName(catalog, name) {
	return functionsNamed(catalog, name)[0];
}
function languageOf(options) {
	return String(options.find((each) => each.defname === "language")?.arg?.String?.sval ?? "sql").toLowerCase();
}
function readBody$1(reading, node, options) {
	if (node.sql_body !== void 0) {
		const sql = sqlBody(reading, node);
		return {
			parsed: true,
			...sql === void 0 ? {} : { sql }
		};
	}
	const [source = "", symbol] = stringsOf(options.find((each) => each.defname === "as")?.arg?.List?.items);
	return {
		source,
		...symbol === void 0 ? {} : { symbol }
	};
}
/** `RETURN …` or `BEGIN ATOMIC … END`, which is the last thing a CREATE FUNCTION says. */
function sqlBody(reading, node) {
	const { file, start, end } = reading.statement;
	const tokens = [...tokensIn(file.text, start, end)];
	const first = tokens.findIndex(({ word, depth }, position) => depth === 0 && (word === "RETURN" || word === "BEGIN" && tokens[position + 1]?.word === "ATOMIC"));
	const extent = first < 0 ? void 0 : trimmed(file.text, tokens[first].start, end);
	return extent === void 0 ? void 0 : expressionText(reading, node.sql_body, extent);
}

//#endregion
//#region src/sql/shared-objects.ts
/** Whether objects of a kind are the whole server's, and no database's alone. */
function isShared(objectType) {
	return SHARED.has(objectType);
}
/** A kind of object in SQL's words, without the grammar's prefix. */
function wordsOf(objectType) {
	return objectType.replace("OBJECT_", "").replace("_ACL", "").replaceAll("_", " ");
}
const SHARED = new Set([
	"OBJECT_DATABASE",
	"OBJECT_PARAMETER_ACL",
	"OBJECT_ROLE",
	"OBJECT_SUBSCRIPTION",
	"OBJECT_TABLESPACE"
]);

//#endregion
//#region src/sql/read-comment.ts
/** COMMENT ON of every kind of object; one that is not modelled has no comment that is. */
function readComment(reading, node) {
	const span = reading.statement;
	if (isShared(node.objtype)) return [{
		kind: "leaveCatalog",
		span,
		statement: `COMMENT ON ${wordsOf(node.objtype)}`,
		isShared: true
	}];
	const on = targetOf(reading, node.objtype, node.object);
	if (on === void 0) {
		const isRule = node.objtype === "OBJECT_RULE";
		const touches = [{
			relation: ruleTable(reading, node.object),
			lock: "AccessShareLock"
		}];
		return [{
			kind: "leaveCatalog",
			span,
			statement: "COMMENT ON",
			...isRule ? { touches } : {}
		}];
	}
	const comment = node.comment ?? "";
	return [{
		kind: "setComment",
		span,
		on,
		...comment === "" ? {} : { comment }
	}];
}
function targetOf(reading, kind, object) {
	const items = object.List?.items ?? [];
	const parts = stringsOf(items);
	const name = parts.at(-1) ?? "";
	const relation = (names) => relationName(reading, rangeOf$1(names));
	switch (kind) {
		case "OBJECT_TABLE":
		case "OBJECT_FOREIGN_TABLE":
		case "OBJECT_VIEW":
		case "OBJECT_MATVIEW":
		case "OBJECT_INDEX":
		case "OBJECT_SEQUENCE": return {
			object: "relation",
			name: relation(parts)
		};
		case "OBJECT_COLUMN": {
			const { types } = reading.before;
			const of = parts.slice(0, -1);
			const type = objectName(reading, of, (each) => types.has(each));
			return {
				object: "column",
				relation: types.has(type) ? type : relation(of),
				name
			};
		}
		case "OBJECT_TABCONSTRAINT": return {
			object: "constraint",
			table: relation(parts.slice(0, -1)),
			name
		};
		case "OBJECT_TRIGGER": return {
			object: "trigger",
			table: relation(parts.slice(0, -1)),
			name
		};
		case "OBJECT_POLICY": return {
			object: "policy",
			table: relation(parts.slice(0, -1)),
			name
		};
		case "OBJECT_DOMCONSTRAINT": return {
			object: "domainConstraint",
			domain: typeIn(reading, items[0] ?? {}),
			name
		};
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": return {
			object: "type",
			name: typeIn(reading, object)
		};
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return {
			object: "function",
			name: readFunctionKey(reading, object.ObjectWithArgs)
		};
		case "OBJECT_SCHEMA": return {
			object: "schema",
			name: object.String?.sval ?? ""
		};
		case "OBJECT_EXTENSION": return {
			object: "extension",
			name: object.String?.sval ?? ""
		};
		default: return;
	}
}
function ruleTable(reading, object) {
	return relationName(reading, rangeOf$1(stringsOf(object.List?.items).slice(0, -1)));
}
/** The node of a relation's name, from its parts. */
function rangeOf$1(parts) {
	const schemaname = parts.at(-2);
	return {
		relname: parts.at(-1) ?? "",
		...schemaname === void 0 ? {} : { schemaname }
	};
}

//#endregion
//#region src/sql/read-create-table.ts
/** CREATE TABLE and CREATE FOREIGN TABLE. */
function readCreateTable(reading, node, kind = "table") {
	const name = newName(reading, node.relation);
	const elements = node.tableElts ?? [];
	const table = {
		name,
		kind: node.partspec === void 0 ? kind : "partitioned",
		persistence: persistenceOf(node.relation),
		columns: elements.flatMap((element) => {
			if (element.ColumnDef !== void 0) return [readColumn(reading, element.ColumnDef, name)];
			return element.TableLikeClause === void 0 ? [] : [readLike(reading, element.TableLikeClause)];
		}),
		constraints: elements.flatMap((element) => {
			const constraint = element.Constraint === void 0 ? void 0 : readConstraint(reading, element.Constraint, name);
			return constraint === void 0 ? [] : [constraint];
		}),
		...notNullsOf(reading, elements),
		...parentage(reading, node),
		...storageOf(node),
		...node.ofTypename === void 0 ? {} : { ofType: readType(reading, node.ofTypename).type }
	};
	return [{
		kind: "createTable",
		span: nameSpan(reading, node.relation.location),
		table,
		ifNotExists: node.if_not_exists === true
	}];
}
/** Whether a relation is permanent, unlogged or temporary. */
function persistenceOf(relation) {
	if (relation.relpersistence === "t") return "temporary";
	return relation.relpersistence === "u" ? "unlogged" : "permanent";
}
/** How and where CREATE TABLE says that the rows are kept; heap is what they are kept in by default. */
function storageOf(node) {
	const options = readStorageOptions(node.options);
	const { accessMethod } = node;
	return {
		...options === void 0 ? {} : { options },
		...readTablespace(node.tablespacename ?? node.tableSpaceName),
		...accessMethod === void 0 || accessMethod === "heap" ? {} : { accessMethod }
	};
}
function parentage(reading, node) {
	const parents = (node.inhRelations ?? []).map((each) => each.RangeVar);
	const [parent] = parents;
	const key = node.partspec === void 0 ? {} : { partitionKey: readPartitionKey(reading, node.partspec, { table: newName(reading, node.relation) }) };
	if (node.partbound === void 0 || parent === void 0) return {
		...key,
		inherits: parents.map((each) => relationName(reading, each))
	};
	const bound = readPartitionBound(reading, node.partbound);
	const partitionOf = {
		parent: relationName(reading, parent),
		isDefault: bound === void 0,
		...bound === void 0 ? {} : { bound }
	};
	return {
		...key,
		partitionOf,
		inherits: []
	};
}
function notNullsOf(reading, elements) {
	const notNulls = elements.filter((element) => element.Constraint?.contype === "CONSTR_NOTNULL").map((element) => readNotNull(reading, element.Constraint));
	return notNulls.length === 0 ? {} : { notNulls };
}
/** The bits of `TableLikeOption` in parsenodes.h. */
function readLike(reading, clause) {
	const options = clause.options ?? 0;
	const including = LIKE_OPTIONS.filter((_, position) => (options & 1 << position) !== 0);
	return {
		like: relationName(reading, clause.relation),
		including
	};
}
const LIKE_OPTIONS = [
	"comments",
	"compression",
	"constraints",
	"defaults",
	"generated",
	"identity",
	"indexes",
	"statistics",
	"storage"
];

//#endregion
//#region src/sql/conditional-actions.ts
/** Whether a condition is EXISTS or NOT EXISTS over the system catalogs. */
function asksSystemCatalog(condition) {
	const parsed = parse(`select ${condition}`);
	const value = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : void 0;
	const tested = value?.BoolExpr?.boolop === "NOT_EXPR" ? value.BoolExpr.args?.[0] : value;
	if (tested?.SubLink?.subLinkType !== "EXISTS_SUBLINK") return false;
	const tables = rangesOf(tested.SubLink.subselect?.SelectStmt?.fromClause ?? []);
	return tables.length > 0 && tables.every((table) => table.schemaname === "information_schema" || String(table.relname).startsWith("pg_"));
}
function rangesOf(from) {
	return from.flatMap((each) => {
		if (each.JoinExpr !== void 0) return rangesOf([each.JoinExpr.larg, each.JoinExpr.rarg]);
		return [each.RangeVar ?? {}];
	});
}
/** Whether what an action would make is there already, so that the block would not do it. */
function isDone(catalog, action) {
	switch (action.kind) {
		case "createEnum": return catalog.enums.has(action.enum.name);
		case "createDomain": return catalog.domains.has(action.domain.name);
		case "createType": return catalog.types.has(action.type.name);
		case "createRole": return catalog.roles.has(action.role.name);
		case "createTable": return catalog.tables.has(action.table.name);
		case "createIndex": return action.index.name !== void 0 && relationExists(catalog, qualify(partsOf(action.index.table).schema, action.index.name));
		case "createTrigger": return catalog.triggers.has(onTableKey(action.trigger.table, action.trigger.name));
		case "createPolicy": return catalog.policies.has(onTableKey(action.policy.table, action.policy.name));
		case "addConstraint": return hasConstraint(catalog.tables.get(action.table), action.constraint);
		default: return false;
	}
}
/** Whether a table has the constraint: one of that name, or where none is said one of the same kind on the same columns. */
function hasConstraint(table, constraint) {
	if (table === void 0) return false;
	if (constraint.type === "primaryKey" && table.primaryKey !== void 0) return true;
	const { primaryKey, uniques, checks, foreignKeys, exclusions } = table;
	const all = [
		...primaryKey === void 0 ? [] : [primaryKey],
		...uniques,
		...checks,
		...foreignKeys,
		...exclusions
	];
	if (constraint.name !== void 0) return all.some((each) => each.name === constraint.name);
	const isSame = (each) => "columns" in constraint && each.columns.join() === constraint.columns.join();
	if (constraint.type === "unique") return uniques.some(isSame);
	return constraint.type === "foreignKey" && foreignKeys.some(isSame);
}
/**
* Whether the catalog alone tells that a conditional action takes place: it makes what is
* not there yet, removes what is there, or changes nothing that is modelled. Of anything
* else the condition would have to be evaluated.
*/
function isTelling(catalog, action) {
	switch (action.kind) {
		case "renameRelation": return !catalog.indexes.has(action.from);
		case "renameColumn": {
			const columns = catalog.tables.get(action.table)?.columns ?? [];
			return columns.some((column) => column.name === action.from) && !columns.some((column) => column.name === action.to);
		}
		case "setColumnType":
		case "setColumnDefault":
		case "setColumnNullable":
		case "setColumnIdentity":
		case "setColumnExpression":
		case "renameConstraint": return false;
		default: return true;
	}
}
/** Whether an action leaves the catalog as it is, so that nothing hangs on whether it takes place. */
function isNeutral(action) {
	switch (action.kind) {
		case "leaveCatalog":
		case "readRows":
		case "changeRows":
		case "setSetting":
		case "maintain":
		case "reindex":
		case "lockTable": return true;
		default: return false;
	}
}

//#endregion
//#region src/sql/system-rows.ts
/**
* The rows that a system catalog or view of the information schema holds of what users
* made; undefined for one that is not modelled. An oid stands as the name of its object.
*/
function systemRows(catalog, schema, view) {
	return (schema === "information_schema" ? INFORMATION_SCHEMA : PG_CATALOG)[view]?.(catalog);
}
const INFORMATION_SCHEMA = {
	schemata: (catalog) => [...catalog.schemas.keys()].map((name) => ({ schema_name: name })),
	tables: (catalog) => [...[...catalog.tables.values()].map(({ name, kind }) => ({
		...inSchema(name, "table_schema", "table_name"),
		table_type: kind === "foreign" ? "FOREIGN" : "BASE TABLE"
	})), ...ofNames(plainViews(catalog), "table_schema", "table_name", { table_type: "VIEW" })],
	views: (catalog) => ofNames(plainViews(catalog), "table_schema", "table_name"),
	columns: (catalog) => {
		const rows = [];
		for (const table of catalog.tables.values()) {
			const of = inSchema(table.name, "table_schema", "table_name");
			for (const { name, nullable } of table.columns) rows.push({
				...of,
				column_name: name,
				is_nullable: nullable ? "YES" : "NO"
			});
			if (table.known === "partly") rows.push(of);
		}
		return [...rows, ...ofNames(plainViews(catalog), "table_schema", "table_name")];
	},
	table_constraints: (catalog) => allConstraints(catalog).map(({ table, name, kind }) => ({
		...inSchema(table, "table_schema", "table_name"),
		constraint_schema: partsOf(table).schema,
		constraint_name: name,
		constraint_type: kind === "not null" ? "CHECK" : kind?.toUpperCase()
	})),
	key_column_usage: (catalog) => allConstraints(catalog).map(({ table, name }) => ({
		...inSchema(table, "table_schema", "table_name"),
		constraint_name: name
	})),
	constraint_column_usage: (catalog) => allConstraints(catalog).map(({ table, name, references }) => ({
		...inSchema(references ?? table, "table_schema", "table_name"),
		constraint_name: name
	}))
};
const PG_CATALOG = {
	pg_namespace: (catalog) => [...catalog.schemas.keys()].map((name) => ({
		oid: `schema ${name}`,
		nspname: name
	})),
	pg_tables: (catalog) => ofNames(catalog.tables.keys(), "schemaname", "tablename"),
	pg_views: (catalog) => ofNames(plainViews(catalog), "schemaname", "viewname"),
	pg_matviews: (catalog) => ofNames([...catalog.views.values()].filter((view) => view.materialized).map((view) => view.name), "schemaname", "matviewname"),
	pg_class: (catalog) => [
		...[...catalog.tables.values()].map(({ name, kind }) => relation(name, RELKINDS[kind])),
		...[...catalog.indexes.keys()].map((name) => relation(name, void 0)),
		...[...catalog.sequences.keys()].map((name) => relation(name, "S")),
		...[...catalog.views.values()].map(({ name, materialized }) => relation(name, materialized ? "m" : "v"))
	],
	pg_attribute: (catalog) => [...catalog.tables.values()].flatMap(({ name, columns, known }) => [...columns.map((column) => ({
		attrelid: name,
		attname: column.name,
		attnotnull: !column.nullable,
		attisdropped: false
	})), ...known === "partly" ? [{ attrelid: name }] : []]),
	pg_indexes: (catalog) => [...catalog.indexes.values()].map(({ name, table }) => ({
		...inSchema(name, "schemaname", "indexname"),
		tablename: partsOf(table).name
	})),
	pg_index: (catalog) => [...catalog.indexes.values()].map(({ name, table, unique, valid }) => ({
		indexrelid: name,
		indrelid: table,
		indisunique: unique,
		indisvalid: valid
	})),
	pg_constraint: (catalog) => [...allConstraints(catalog).map(({ table, name, kind, validated }) => ({
		conrelid: table,
		connamespace: `schema ${partsOf(table).schema}`,
		conname: name,
		contype: kind === void 0 ? void 0 : CONTYPES[kind],
		convalidated: validated
	})), ...[...catalog.domains.values()].flatMap(({ name, checks }) => checks.map((check) => ({
		contypid: name,
		conname: check.name,
		contype: "c",
		convalidated: check.validated
	})))],
	pg_type: (catalog) => [...typeNames(catalog).map((name) => ({
		...ofNamespace(name, "typnamespace", "typname"),
		oid: name
	})), { typnamespace: "schema pg_catalog" }],
	pg_enum: (catalog) => [...catalog.enums.values()].flatMap(({ name, labels }) => labels.map((label) => ({
		enumtypid: name,
		enumlabel: label
	}))),
	pg_trigger: (catalog) => [...catalog.triggers.values()].map(({ name, table }) => ({
		tgname: name,
		tgrelid: table,
		tgisinternal: false
	})),
	pg_policies: (catalog) => [...catalog.policies.values()].map(({ name, table }) => ({
		...inSchema(table, "schemaname", "tablename"),
		policyname: name
	})),
	pg_policy: (catalog) => [...catalog.policies.values()].map(({ name, table }) => ({
		polname: name,
		polrelid: table
	})),
	pg_proc: (catalog) => [...[...catalog.functions.values()].map(({ name }) => ofNamespace(name, "pronamespace", "proname")), { pronamespace: "schema pg_catalog" }],
	pg_extension: (catalog) => [...catalog.extensions.keys()].map((name) => ({ extname: name })),
	pg_roles: (catalog) => [...[...catalog.roles.keys()].map((name) => ({ rolname: name })), {}]
};
const RELKINDS = {
	table: "r",
	partitioned: "p",
	foreign: "f"
};
const CONTYPES = {
	"primary key": "p",
	unique: "u",
	"foreign key": "f",
	check: "c",
	exclude: "x",
	"not null": "n"
};
/** The constraints of all tables, and for a table that is partly known one of which nothing is. */
function allConstraints(catalog) {
	return [...catalog.tables.values()].flatMap((table) => [...constraintsOf(table).map((each) => ({
		table: table.name,
		name: each.name,
		kind: each.kind,
		validated: "validated" in each ? each.validated : true,
		..."references" in each ? { references: each.references } : {}
	})), ...table.known === "partly" ? [{ table: table.name }] : []]);
}
function relation(name, relkind) {
	return {
		...ofNamespace(name, "relnamespace", "relname"),
		oid: name,
		relkind
	};
}
function plainViews(catalog) {
	return [...catalog.views.values()].filter((view) => !view.materialized).map((view) => view.name);
}
/** Every type that has a name: of a table too, and of each its array. */
function typeNames({ enums, domains, types, tables, views }) {
	return [
		enums,
		domains,
		types,
		tables,
		views
	].flatMap((each) => [...each.keys()]).flatMap((name) => [name, qualify(partsOf(name).schema, `_${partsOf(name).name}`)]);
}
function ofNames(names, schema, own, others = {}) {
	return [...names].map((name) => ({
		...inSchema(name, schema, own),
		...others
	}));
}
function inSchema(name, schema, own) {
	const parts = partsOf(name);
	return {
		[schema]: parts.schema,
		[own]: parts.name
	};
}
function ofNamespace(name, namespace, own) {
	const parts = partsOf(name);
	return {
		[namespace]: `schema ${parts.schema}`,
		[own]: parts.name
	};
}

//#endregion
//#region src/sql/known-rows.ts
/** The rows of a query that its condition does not rule out; undefined where it reads anything but modelled system catalogs. */
function matches(select, scope, known) {
	const source = {
		ranges: [],
		conditions: []
	};
	if (!(select.fromClause ?? []).every((each) => addSource(source, each))) return void 0;
	if (select.whereClause !== void 0) source.conditions.push(...conjuncts(select.whereClause));
	const isRuledOut = (rows) => source.conditions.some((each) => {
		const value = known(each, {
			...scope,
			rows
		});
		return value === false || value === null;
	});
	let found = [{
		rows: /* @__PURE__ */ new Map(),
		isSure: true
	}];
	for (const { alias, schema, view } of source.ranges) {
		const rows = systemRows(scope.catalog, schema, view);
		if (rows === void 0) return void 0;
		const fitting = rows.filter((row) => !isRuledOut(new Map([[alias, row]])));
		if (found.length * fitting.length > MOST_COMBINATIONS) return void 0;
		found = found.flatMap((each) => fitting.map((row) => new Map([...each.rows, [alias, row]]))).filter((combined) => !isRuledOut(combined)).map((combined) => ({
			rows: combined,
			isSure: true
		}));
	}
	return found.map(({ rows }) => {
		return {
			rows,
			isSure: source.conditions.every((each) => known(each, {
				...scope,
				rows
			}) === true)
		};
	});
}
const MOST_COMBINATIONS = 1e4;
/** Takes an element of FROM: a relation, or inner joins of such. */
function addSource(source, node) {
	const { RangeVar: range, JoinExpr: join } = node;
	if (range !== void 0) {
		source.ranges.push({
			alias: range.alias?.aliasname ?? range.relname,
			schema: range.schemaname,
			view: range.relname
		});
		return true;
	}
	if (join === void 0 || join.jointype !== "JOIN_INNER" || join.usingClause !== void 0 || join.isNatural) return false;
	if (join.quals !== void 0) source.conditions.push(...conjuncts(join.quals));
	return addSource(source, join.larg) && addSource(source, join.rarg);
}
function conjuncts(node) {
	return node.BoolExpr?.boolop === "AND_EXPR" ? node.BoolExpr.args.flatMap(conjuncts) : [node];
}

//#endregion
//#region src/sql/known-values.ts
/**
* The value of an SQL expression where it follows from the catalog, the constants in it and
* the variables: undefined where it does not.
*/
function evaluate(expression, scope) {
	const parsed = parse(`select ${expression}`);
	const target = parsed.ok ? parsed.value[0]?.stmt.SelectStmt : void 0;
	return target === void 0 ? void 0 : valueOfSelect(target, scope);
}
/** The elements of an array of string constants; undefined for any other expression. */
function elementsOf(array) {
	const parsed = parse(`select ${array}`);
	const target = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : void 0;
	const values = ((target?.TypeCast?.arg ?? target)?.A_ArrayExpr?.elements)?.map((each) => each.A_Const?.sval?.sval);
	return values?.every((each) => typeof each === "string") === true ? values : void 0;
}
function known(node, scope) {
	const [tag, value] = Object.entries(node ?? {})[0] ?? ["", {}];
	switch (tag) {
		case "A_Const": return constant(value);
		case "TypeCast": return cast(value, scope);
		case "A_Expr": return operation(value, scope);
		case "BoolExpr": return connected(value, scope);
		case "NullTest": {
			const tested = known(value.arg, scope);
			return tested === void 0 ? void 0 : tested === null === (value.nulltesttype === "IS_NULL");
		}
		case "BooleanTest": {
			const tested = truth(known(value.arg, scope));
			const wanted = BOOLEAN_TESTS[value.booltesttype];
			return tested === void 0 || wanted === void 0 ? void 0 : tested === wanted.value === wanted.is;
		}
		case "CoalesceExpr":
			for (const each of value.args ?? []) {
				const found = known(each, scope);
				if (found !== null) return found;
			}
			return null;
		case "SQLValueFunction": return value.op === "SVFOP_CURRENT_SCHEMA" ? currentSchema(scope) : void 0;
		case "FuncCall": return called(value, scope);
		case "ColumnRef": return referred(stringsOf(value.fields), scope);
		case "SubLink":
			if (value.subLinkType === "EXISTS_SUBLINK") return exists$1(value.subselect?.SelectStmt, scope);
			return value.subLinkType === "EXPR_SUBLINK" ? valueOfSelect(value.subselect?.SelectStmt ?? {}, scope) : void 0;
		default: return;
	}
}
const BOOLEAN_TESTS = {
	IS_TRUE: {
		value: true,
		is: true
	},
	IS_NOT_TRUE: {
		value: true,
		is: false
	},
	IS_FALSE: {
		value: false,
		is: true
	},
	IS_NOT_FALSE: {
		value: false,
		is: false
	},
	IS_UNKNOWN: {
		value: null,
		is: true
	},
	IS_NOT_UNKNOWN: {
		value: null,
		is: false
	}
};
function constant(node) {
	if (node.isnull === true) return null;
	if (node.sval !== void 0) return node.sval.sval ?? "";
	if (node.boolval !== void 0) return node.boolval.boolval === true;
	if (node.ival !== void 0) return String(node.ival.ival ?? 0);
	return node.fval?.fval;
}
/** Casts that leave a text as it is; one to regclass gives the relation's name. */
function cast(node, scope) {
	const value = known(node.arg, scope);
	const type = stringsOf(node.typeName?.names).at(-1) ?? "";
	if (node.typeName?.arrayBounds !== void 0) return void 0;
	if (type === "regclass") return typeof value === "string" ? relationNamed(value, scope) ?? void 0 : void 0;
	if (type === "bool" && typeof value === "string") return BOOLEANS.get(value);
	return TEXTS.has(type) || value === null ? value : void 0;
}
const TEXTS = new Set([
	"text",
	"varchar",
	"name",
	"sql_identifier"
]);
const BOOLEANS = new Map([
	["t", true],
	["true", true],
	["f", false],
	["false", false]
]);
function operation(node, scope) {
	const name = stringsOf(node.name).at(-1);
	const left = known(node.lexpr, scope);
	if (node.kind === "AEXPR_IN") {
		const isIn = disjunction((node.rexpr?.List?.items ?? []).map((each) => isEqual(left, known(each, scope))));
		return name === "<>" ? negation(isIn) : isIn;
	}
	if (node.kind !== "AEXPR_OP") return void 0;
	const right = known(node.rexpr, scope);
	switch (name) {
		case "=": return isEqual(left, right);
		case "<>": return negation(isEqual(left, right));
		case "||":
			if (left === void 0 || right === void 0) return void 0;
			return left === null || right === null ? null : `${left}${right}`;
		case ">": return stringsOf(node.lexpr?.ColumnRef?.fields).at(-1) === "attnum" && right === "0" ? true : void 0;
		default: return;
	}
}
function isEqual(left, right) {
	if (left === null || right === null) return null;
	return left === void 0 || right === void 0 || typeof left !== typeof right ? void 0 : left === right;
}
function connected(node, scope) {
	const values = (node.args ?? []).map((each) => truth(known(each, scope)));
	switch (node.boolop) {
		case "NOT_EXPR": return negation(values[0]);
		case "OR_EXPR": return disjunction(values);
		default: return negation(disjunction(values.map(negation)));
	}
}
function truth(value) {
	return typeof value === "string" ? void 0 : value;
}
function negation(value) {
	return typeof value === "boolean" ? !value : value;
}
/** OR over three values of SQL and what is not known. */
function disjunction(values) {
	if (values.includes(true)) return true;
	if (values.includes(void 0)) return void 0;
	return values.includes(null) ? null : false;
}
function called(node, scope) {
	const name = stringsOf(node.funcname).at(-1);
	const values = (node.args ?? []).map((each) => known(each, scope));
	const [first] = values;
	switch (name) {
		case "current_schema": return currentSchema(scope);
		case "to_regclass": return typeof first === "string" ? relationNamed(first, scope) : first === null ? null : void 0;
		case "lower":
		case "upper":
			if (typeof first !== "string") return first === null ? null : void 0;
			return name === "lower" ? first.toLowerCase() : first.toUpperCase();
		case "quote_ident": return typeof first === "string" ? quoteIdentifier(first) : void 0;
		case "quote_literal": return typeof first === "string" ? quoteText(first) : void 0;
		case "concat": return values.includes(void 0) ? void 0 : values.map((each) => each ?? "").join("");
		case "format": return typeof first === "string" ? formatted(first, values.slice(1)) : void 0;
		default: return;
	}
}
/** `format` with %I, %L and %s, without widths and positions. */
function formatted(pattern, values) {
	let used = 0;
	let isKnown = true;
	const text = pattern.replaceAll(/%(.?)/g, (whole, letter) => {
		if (letter === "%") return "%";
		const value = values[used++];
		if (letter === "s" && value === null) return "";
		if (typeof value === "string") {
			if (letter === "s") return value;
			if (letter === "I") return quoteIdentifier(value);
			if (letter === "L") return quoteText(value);
		}
		isKnown = false;
		return whole;
	});
	return isKnown ? text : void 0;
}
function quoteText(text) {
	const quoted = `'${text.replaceAll("'", "''")}'`;
	return text.includes("\\") ? ` E${quoted.replaceAll("\\", "\\\\")}` : quoted;
}
function currentSchema({ catalog }) {
	return catalog.session.searchPath.find((each) => catalog.schemas.has(each)) ?? null;
}
/** The relation that a text names; null where there is none, undefined where the text is no name. */
function relationNamed(text, { catalog }) {
	const parsed = parse(`table ${text}`);
	const range = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.fromClause?.[0]?.RangeVar : void 0;
	if (range === void 0 || range.schemaname === "pg_catalog") return void 0;
	return (range.schemaname === void 0 ? catalog.session.searchPath : [range.schemaname]).map((each) => qualify(each, range.relname)).find((each) => relationExists(catalog, each)) ?? null;
}
function referred(parts, { variables, rows }) {
	const name = parts.at(-1) ?? "";
	const of = parts.at(-2);
	if (of !== void 0) return rows?.get(of)?.[name];
	for (const row of rows?.values() ?? []) if (name in row) return row[name];
	return variables.get(name);
}
/** A query that gives one value: without FROM, or of the one row of a system catalog that its condition leaves. */
function valueOfSelect(select, scope) {
	const target = select.targetList?.[0]?.ResTarget?.val;
	if (target === void 0 || select.op !== "SETOP_NONE" || isSummed(select)) return void 0;
	if (select.limitOffset !== void 0 || select.withClause !== void 0) return void 0;
	if (select.fromClause === void 0 && select.whereClause === void 0) return known(target, scope);
	if (target.ColumnRef === void 0 && target.A_Const === void 0) return void 0;
	const found = matches(select, scope, known);
	if (found === void 0 || found.some((each) => each.isSure === false)) return void 0;
	if (found.length === 0) return null;
	return found.length === 1 ? known(target, {
		...scope,
		rows: found[0].rows
	}) : void 0;
}
/** Whether a query gives a row. */
function exists$1(select, scope) {
	if (select === void 0 || select.op !== "SETOP_NONE" || isSummed(select)) return void 0;
	if (select.limitOffset !== void 0 || select.withClause !== void 0) return void 0;
	if ((select.targetList ?? []).some((each) => each.ResTarget?.val?.FuncCall !== void 0)) return void 0;
	const found = matches(select, scope, known);
	if (found === void 0) return void 0;
	if (found.some((each) => each.isSure)) return true;
	return found.length === 0 ? false : void 0;
}
function isSummed(select) {
	return [
		"groupClause",
		"havingClause",
		"windowClause",
		"distinctClause"
	].some((each) => select[each] !== void 0);
}

//#endregion
//#region src/sql/read-do.ts
/**
* DO: the statements of a PL/pgSQL block, those of EXECUTE among them where its text follows
* from constants. Of IF the branch is read that the catalog leads to. Where it does not tell,
* `IF [NOT] EXISTS (SELECT … FROM a system catalog)` and handlers that ignore a duplicate are
* read as what they are for: do it where it is not done yet. Any other branch and loop is
* named as not modelled, unless nothing that is modelled hangs on it.
*/
function readDo(reading, node) {
	const language = (node.args ?? []).map((each) => each.DefElem).find((each) => each.defname === "language")?.arg?.String?.sval ?? "plpgsql";
	const parsed = language === "plpgsql" ? parsePlpgsql(reading.sql) : void 0;
	const whole = parsed?.ok === true ? parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function : void 0;
	const body = whole?.action?.PLpgSQL_stmt_block;
	if (body === void 0) return [notRead(reading, `DO in ${language}`)];
	const block = {
		reading,
		current: reading.before,
		actions: [],
		variables: /* @__PURE__ */ new Map(),
		names: (whole?.datums ?? []).map((each) => Object.values(each)[0]?.refname),
		guards: 0,
		conditions: 0,
		hasEnded: false,
		searchFrom: 0
	};
	declare(block, whole?.datums ?? []);
	readBlock(block, body);
	return block.actions.length > 0 ? block.actions : [{
		kind: "leaveCatalog",
		span: reading.statement,
		statement: "DO"
	}];
}
function declare(block, datums) {
	for (const { PLpgSQL_var: variable } of datums) {
		const value = variable?.default_val?.PLpgSQL_expr?.query;
		if (variable === void 0) continue;
		const isSingle = block.names.filter((each) => each === variable.refname).length === 1;
		block.variables.set(variable.refname, isSingle && value !== void 0 ? valueIn(block, value) : void 0);
	}
}
function valueIn({ current, variables }, expression) {
	return evaluate(expression, {
		catalog: current,
		variables
	});
}
function readBlock(block, { body, exceptions }) {
	const handlers = (exceptions?.PLpgSQL_exception_block?.exc_list ?? []).map((each) => each.PLpgSQL_exception);
	if (handlers.every((each) => raises(each.action))) readBody(block, body);
	else readConditional(block, body);
	for (const handler of handlers) readPerhaps(block, "EXCEPTION", handler.action);
}
function raises(body) {
	return body?.at(-1)?.PLpgSQL_stmt_raise?.elog_level === ERROR;
}
/** The level of RAISE EXCEPTION: ERROR in elog.h. */
const ERROR = 21;
function readBody(block, body) {
	for (const node of body ?? []) {
		if (block.hasEnded) return;
		const [tag, statement] = Object.entries(node)[0] ?? ["", {}];
		readBlockStatement(block, tag, statement);
	}
}
function readBlockStatement(block, tag, node) {
	const reader = READERS$1[tag];
	if (reader === void 0) pushNotRead(block, controlWord(tag));
	else reader(block, node);
}
const READERS$1 = {
	PLpgSQL_stmt_block: readBlock,
	PLpgSQL_stmt_execsql: (block, node) => {
		readEmbedded(block, queryOf(node.sqlstmt));
		forget(block, node.target);
	},
	PLpgSQL_stmt_perform: (block, node) => readEmbedded(block, queryOf(node.expr)),
	PLpgSQL_stmt_dynexecute: (block, node) => {
		const text = valueIn(block, queryOf(node.query));
		if (typeof text === "string") readEmbedded(block, text);
		else pushNotRead(block, "EXECUTE");
		forget(block, node.target);
	},
	PLpgSQL_stmt_assign: assign,
	PLpgSQL_stmt_if: readIf,
	PLpgSQL_stmt_case: (block, node) => {
		readPerhaps(block, "CASE", ...(node.case_when_list ?? []).map((each) => each.PLpgSQL_case_when).map((each) => each.stmts), node.else_stmts);
	},
	PLpgSQL_stmt_loop: readLoop,
	PLpgSQL_stmt_while: readLoop,
	PLpgSQL_stmt_fori: readLoop,
	PLpgSQL_stmt_foreach_a: readForeach,
	PLpgSQL_stmt_fors: readLoop,
	PLpgSQL_stmt_return: (block) => {
		if (block.perhaps === void 0 && block.conditions === 0) block.hasEnded = true;
		else block.perhaps = "RETURN";
	},
	PLpgSQL_stmt_getdiag: (block, node) => {
		for (const item of node.diag_items ?? []) forgetNumber(block, item.PLpgSQL_diag_item?.target);
	},
	PLpgSQL_stmt_raise: () => {},
	PLpgSQL_stmt_assert: () => {},
	PLpgSQL_stmt_exit: () => {}
};
function queryOf(expression) {
	return expression?.PLpgSQL_expr?.query ?? "";
}
function readIf(block, node) {
	const elsifs = (node.elsif_list ?? []).map((each) => each.PLpgSQL_if_elsif);
	const branches = [{
		cond: node.cond,
		stmts: node.then_body
	}, ...elsifs];
	for (const [at, { cond, stmts }] of branches.entries()) {
		const condition = queryOf(cond);
		const value = valueIn(block, condition);
		if (value === false || value === null) continue;
		const isAlone = at === branches.length - 1 && node.else_body === void 0;
		if (value === true) readGuarded(block, stmts);
		else if (isAlone && asksSystemCatalog(condition)) readConditional(block, stmts);
		else readPerhaps(block, "IF", ...branches.slice(at).map((each) => each.stmts), node.else_body);
		return;
	}
	readGuarded(block, node.else_body);
}
/** FOREACH over an array of constants is what it does for each of them. */
function readForeach(block, node) {
	const name = block.names[node.varno];
	const elements = elementsOf(queryOf(node.expr));
	const isLeft = JSON.stringify(node.body ?? []).includes("\"PLpgSQL_stmt_exit\"");
	if (name === void 0 || elements === void 0 || isLeft || block.perhaps !== void 0) {
		readLoop(block, node);
		return;
	}
	const { searchFrom } = block;
	for (const element of elements) {
		block.searchFrom = searchFrom;
		block.variables.set(name, element);
		readGuarded(block, node.body);
	}
	block.variables.set(name, void 0);
}
/** What a loop does, it may do any number of times. */
function readLoop(block, node) {
	if (node.query !== void 0) readEmbedded(block, queryOf(node.query));
	forget(block, node.var);
	forgetNumber(block, node.varno);
	readPerhaps(block, "LOOP", node.body);
}
/** Reads a body that is executed for certain, as far as what the catalog holds is certain. */
function readGuarded(block, body) {
	block.guards++;
	readBody(block, body);
	block.guards--;
}
/** Reads a body that is executed in the case that it is written for. */
function readConditional(block, body) {
	block.conditions++;
	readGuarded(block, body);
	block.conditions--;
}
/** Reads bodies of which it is not known whether they are executed. */
function readPerhaps(block, what, ...bodies) {
	const outside = block.perhaps;
	block.perhaps ??= what;
	for (const body of bodies) readBody(block, body);
	if (block.perhaps !== "RETURN") block.perhaps = outside;
}
/** `PLpgSQL_stmt_dynexecute` is EXECUTE, `PLpgSQL_stmt_dynfors` a FOR loop over a query. */
function controlWord(tag) {
	return tag.replace(/^PLpgSQL_stmt_(dyn)?/, "").replace(/_a$/, "").replace(/^for[ics]$/, "for").toUpperCase();
}
function assign(block, node) {
	const name = block.names[node.varno ?? 0];
	const expression = queryOf(node.expr);
	if (name === void 0) return;
	const value = block.perhaps === void 0 && block.conditions === 0 ? valueIn(block, expression.replace(/^[^=]*?:?=/, "")) : void 0;
	if (block.variables.has(name)) block.variables.set(name, value);
}
/** The values of variables that a statement fills are not known from there on. */
function forget(block, target) {
	const { PLpgSQL_row: row, PLpgSQL_var: variable } = target ?? {};
	for (const field of row?.fields ?? []) forgetNumber(block, field.varno);
	if (variable !== void 0) block.variables.set(variable.refname, void 0);
}
function forgetNumber(block, number) {
	const name = number === void 0 ? void 0 : block.names[number];
	if (name !== void 0 && block.variables.has(name)) block.variables.set(name, void 0);
}
function readEmbedded(block, query) {
	const parsed = parse(query);
	if (!parsed.ok || parsed.value.length === 0) {
		pushNotRead(block, void 0);
		return;
	}
	const reading = embeddedReading(block, query);
	for (const { stmt } of parsed.value) {
		const [tag, node] = Object.entries(stmt)[0] ?? ["", {}];
		for (const action of readStatement({
			...reading,
			before: block.current
		}, tag, node)) take(block, action);
	}
}
function take(block, action) {
	const { perhaps, conditions, current } = block;
	if (perhaps !== void 0 && !isNeutral(action)) {
		pushNotRead(block, perhaps);
		return;
	}
	if (conditions > 0 && isDone(current, action)) return;
	if (conditions > 0 && !isTelling(current, action)) {
		pushNotRead(block, "IF");
		return;
	}
	block.actions.push(block.guards > 0 || perhaps !== void 0 ? {
		...action,
		lenient: true,
		guarded: true
	} : action);
	block.current = fold(current, action, block.reading.postgres);
}
/** The place of an embedded statement: its text stands in the block as it is, unless comments were taken out of it. */
function embeddedReading(block, query) {
	const { statement, sql } = block.reading;
	const at = sql.indexOf(query, block.searchFrom);
	if (at < 0) return {
		...block.reading,
		sql: query,
		offsetOf: () => void 0
	};
	block.searchFrom = at + query.length;
	const start = statement.start + at;
	const offsets = offsetsOf(query);
	return {
		...block.reading,
		sql: query,
		statement: {
			file: statement.file,
			start,
			end: start + query.length
		},
		offsetOf: (location) => location === void 0 || location < 0 ? void 0 : start + offsets.fromByte(location)
	};
}
function pushNotRead({ reading, actions }, what) {
	const action = notRead(reading, what === void 0 ? "DO" : `DO … ${what}`);
	if (!actions.some((each) => each.kind === "unmodelled" && each.statement === action.statement)) actions.push(action);
}
function notRead(reading, statement) {
	return {
		kind: "unmodelled",
		reach: "anything",
		span: reading.statement,
		statement
	};
}

//#endregion
//#region src/sql/read-drop.ts
/** DROP of every kind of object. */
function readDrop(reading, node) {
	const objects = node.objects ?? [];
	const lenient = node.missing_ok === true ? { lenient: true } : {};
	return objects.map((object) => ({
		...dropOf(reading, node, object),
		...lenient
	}));
}
function dropOf(reading, node, object) {
	const span = reading.statement;
	const cascade = node.behavior === "DROP_CASCADE";
	const parts = partsOfObject(object);
	const named = (exists) => objectName(reading, parts, exists);
	const { tables, indexes, sequences, views, enums, domains, types } = reading.before;
	switch (node.removeType) {
		case "OBJECT_TABLE":
		case "OBJECT_FOREIGN_TABLE": return {
			kind: "dropTable",
			span,
			table: named((name) => tables.has(name)),
			cascade,
			ifExists: node.missing_ok === true
		};
		case "OBJECT_INDEX": return {
			kind: "dropIndex",
			span,
			index: named((name) => indexes.has(name)),
			concurrently: node.concurrent === true
		};
		case "OBJECT_SEQUENCE": return {
			kind: "dropSequence",
			span,
			sequence: named((name) => sequences.has(name))
		};
		case "OBJECT_VIEW":
		case "OBJECT_MATVIEW": return {
			kind: "dropView",
			span,
			view: named((name) => views.has(name)),
			...node.removeType === "OBJECT_MATVIEW" ? { materialized: true } : {},
			...cascade ? { cascade } : {}
		};
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": return {
			kind: "dropType",
			span,
			type: named((name) => enums.has(name) || domains.has(name) || types.has(name)),
			cascade
		};
		case "OBJECT_SCHEMA": return {
			kind: "dropSchema",
			span,
			name: parts.at(-1) ?? "",
			cascade
		};
		case "OBJECT_EXTENSION": return {
			kind: "dropExtension",
			span,
			name: parts.at(-1) ?? ""
		};
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return {
			kind: "dropFunction",
			span,
			function: readFunctionKey(reading, object.ObjectWithArgs),
			cascade
		};
		case "OBJECT_TRIGGER": return {
			kind: "dropTrigger",
			span,
			trigger: parts.at(-1) ?? "",
			table: tableOf(reading, parts)
		};
		case "OBJECT_POLICY": return {
			kind: "dropPolicy",
			span,
			name: parts.at(-1) ?? "",
			table: tableOf(reading, parts)
		};
		case "OBJECT_RULE": return {
			kind: "unmodelled",
			reach: "named",
			span,
			statement: "DROP RULE",
			touches: ruled(tableOf(reading, parts))
		};
		default: return {
			kind: "unmodelled",
			reach: "named",
			span,
			statement: `DROP ${objectWords(node.removeType)} ${parts.map(quoteIdentifier).join(".")}`
		};
	}
}
/** `OBJECT_EVENT_TRIGGER` is an EVENT TRIGGER. */
function objectWords(kind) {
	return kind.replace(/^OBJECT_/, "").replaceAll("_", " ");
}
/** The table of a trigger or policy, which the grammar puts before its name. */
function tableOf(reading, parts) {
	const { tables, views } = reading.before;
	return objectName(reading, parts.slice(0, -1), (name) => tables.has(name) || views.has(name));
}
function partsOfObject(object) {
	if (object.List !== void 0) return stringsOf(object.List.items);
	if (object.TypeName !== void 0) return stringsOf(object.TypeName.names);
	if (object.ObjectWithArgs !== void 0) return stringsOf(object.ObjectWithArgs.objname);
	return object.String === void 0 ? [] : [object.String.sval ?? ""];
}

//#endregion
//#region src/sql/read-maintenance.ts
/** VACUUM and ANALYZE. */
function readVacuum(reading, node) {
	const full = (node.options ?? []).map((each) => each.DefElem).find((each) => each.defname === "full");
	const isFull = full !== void 0 && !isOff(full.arg);
	const command = node.is_vacuumcmd !== true ? "analyze" : isFull ? "vacuum full" : "vacuum";
	const relations = (node.rels ?? []).map((each) => each.VacuumRelation.relation).map((each) => relationName(reading, each));
	return [{
		kind: "maintain",
		span: reading.statement,
		command,
		relations
	}];
}
/** CLUSTER. */
function readCluster(reading, node) {
	const relations = node.relation === void 0 ? [] : [relationName(reading, node.relation)];
	const span = reading.statement;
	const [table] = relations;
	const index = typeof node.indexname === "string" ? node.indexname : void 0;
	const marks = table === void 0 || index === void 0 ? [] : [{
		kind: "setTableProperty",
		span,
		table,
		property: "CLUSTER ON",
		change: {
			form: "clusterOn",
			index: qualify(partsOf(table).schema, index)
		}
	}];
	return [{
		kind: "maintain",
		span,
		command: "cluster",
		relations
	}, ...marks];
}
/** `(FULL OFF)`, `(FULL false)`, `(FULL 0)` */
function isOff(value) {
	if (value === void 0) return false;
	if (value.Integer !== void 0) return value.Integer.ival === void 0;
	if (value.Boolean !== void 0) return value.Boolean.boolval !== true;
	return ["off", "false"].includes(String(value.String?.sval).toLowerCase());
}

//#endregion
//#region src/sql/read-queries.ts
/** The relations that a query reads or changes, anywhere within it, as an action of its own; nothing where there are none. */
function readQuery(reading, node, scans = true) {
	const locks = /* @__PURE__ */ new Map();
	const found = (range, lock) => {
		const name = relationName(reading, range);
		if (isOfSystem(reading, range)) return;
		const known = locks.get(name);
		if (known === void 0 || LOCK_MODES.indexOf(lock) > LOCK_MODES.indexOf(known)) locks.set(name, lock);
	};
	visit(node, {
		hidden: /* @__PURE__ */ new Set(),
		locked: /* @__PURE__ */ new Set()
	}, found);
	if (locks.size === 0) return [];
	const relations = [...locks].map(([name, lock]) => ({
		name,
		lock
	}));
	return [{
		kind: "readRows",
		span: reading.statement,
		scans,
		relations
	}];
}
/** Relations of the system, which migrations ask about and nobody waits for. */
function isOfSystem(reading, range) {
	const schema = range.schemaname;
	if (schema !== void 0) return schema === "information_schema" || schema === "pg_catalog";
	return String(range.relname).startsWith("pg_") && !relationExists(reading.before, relationName(reading, range));
}
function visit(node, scope, found) {
	const pending = [node];
	while (pending.length > 0) {
		const current = pending.pop();
		if (typeof current !== "object" || current === null) continue;
		if (Array.isArray(current)) {
			pending.push(...current);
			continue;
		}
		const part = current;
		if (part.RangeVar !== void 0) {
			const range = part.RangeVar;
			const isLocked = scope.locked.has("") || scope.locked.has(range.alias?.aliasname ?? range.relname);
			if (range.schemaname !== void 0 || !scope.hidden.has(range.relname)) found(range, isLocked ? "RowShareLock" : "AccessShareLock");
			continue;
		}
		for (const tag of CHANGES) if (part[tag]?.relation !== void 0) found(part[tag].relation, "RowExclusiveLock");
		const { lockingClause, ...rest } = part;
		const names = namesOfWith(part);
		const locked = lockedNames(lockingClause);
		if (names.length === 0 && locked.length === 0) pending.push(...Object.values(part));
		else {
			const within = {
				hidden: new Set([...scope.hidden, ...names]),
				locked: new Set([...scope.locked, ...locked])
			};
			visit(Object.values(rest), within, found);
		}
	}
}
const CHANGES = [
	"InsertStmt",
	"UpdateStmt",
	"DeleteStmt",
	"MergeStmt"
];
function namesOfWith(part) {
	return (part.withClause?.ctes ?? []).map((each) => String(each.CommonTableExpr?.ctename));
}
function lockedNames(clauses) {
	return (clauses ?? []).flatMap((each) => {
		const ranges = each.LockingClause?.lockedRels ?? [];
		return ranges.length === 0 ? [""] : ranges.map((range) => String(range.RangeVar?.relname));
	});
}

//#endregion
//#region src/sql/read-objects.ts
/** CREATE SCHEMA, without the elements it may hold. */
function readCreateSchema(reading, node) {
	const owner = readRoleName(reading, node.authrole);
	const name = node.schemaname ?? owner ?? "";
	return {
		kind: "createSchema",
		span: reading.statement,
		name,
		...owner === void 0 ? {} : { owner },
		ifNotExists: node.if_not_exists === true
	};
}
/** CREATE VIEW. */
function readCreateView(reading, node) {
	const view = {
		name: newName(reading, node.view),
		materialized: false,
		...viewQuery(reading, node.query, node.aliases),
		...readViewOptions(node.options, node.withCheckOption)
	};
	return [{
		kind: "createView",
		span: nameSpan(reading, node.view.location),
		view,
		replace: node.replace === true
	}, ...readQuery(reading, node.query, false)];
}
/** CREATE MATERIALIZED VIEW and CREATE TABLE AS. */
function readCreateTableAs(reading, node) {
	const relation = node.into.rel;
	const isRun = node.into.skipData !== true;
	const span = nameSpan(reading, relation.location);
	if (node.objtype === "OBJECT_MATVIEW") {
		const view = {
			name: newName(reading, relation),
			materialized: true,
			...viewQuery(reading, node.query, node.into.colNames),
			...readViewOptions(node.into.options),
			...node.into.skipData === true ? { populated: false } : {},
			...node.into.tableSpaceName === void 0 ? {} : { tablespace: node.into.tableSpaceName },
			...node.into.accessMethod === void 0 ? {} : { accessMethod: node.into.accessMethod }
		};
		if (node.if_not_exists === true && relationExists(reading.before, view.name)) return [{
			kind: "leaveCatalog",
			span,
			statement: "CREATE MATERIALIZED VIEW IF NOT EXISTS"
		}];
		return [{
			kind: "createView",
			span,
			view,
			replace: false
		}, ...readQuery(reading, node.query, isRun)];
	}
	return [...readQueryTable(reading, relation, "CREATE TABLE … AS", node.if_not_exists === true), ...readQuery(reading, node.query, isRun)];
}
function viewQuery(reading, query, names) {
	const extent = queryExtent(reading);
	return {
		...extent === void 0 || query.SelectStmt === void 0 ? {} : { query: queryText(reading, query.SelectStmt, extent) },
		...names === void 0 ? {} : { columnNames: stringsOf(names) }
	};
}
/** What follows AS, without WITH CHECK OPTION and WITH [NO] DATA. */
function queryExtent(reading) {
	const { file, start, end } = reading.statement;
	const keyword = findWord(file.text, start, end, "AS");
	if (keyword === void 0) return void 0;
	const tokens = [...tokensIn(file.text, keyword.end, end)];
	const words = tokens.slice(-4).map((token) => token.word).join(" ");
	const tail = TAIL.exec(words)?.[0].trim().split(" ").length ?? 0;
	const last = tokens.at(-1 - tail);
	return last === void 0 ? void 0 : trimmed(file.text, keyword.end, last.end);
}
const TAIL = /(?: |^)WITH (?:(?:CASCADED |LOCAL )?CHECK OPTION|(?:NO )?DATA)$/;
/** A table whose columns are those of a query, which is not read: the table is there, and partly known. */
function readQueryTable(reading, relation, statement, ifNotExists) {
	const span = nameSpan(reading, relation.location);
	const table = {
		name: newName(reading, relation),
		kind: "table",
		persistence: persistenceOf(relation),
		columns: [],
		constraints: [],
		inherits: [],
		known: "partly"
	};
	return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement
	}, {
		kind: "createTable",
		span,
		table,
		ifNotExists
	}];
}
/** CREATE TRIGGER and CREATE CONSTRAINT TRIGGER. */
function readCreateTrigger(reading, node) {
	const { functions } = reading.before;
	const called = stringsOf(node.funcname);
	const table = relationName(reading, node.relation);
	const bits = node.events ?? 0;
	const trigger = {
		name: node.trigname,
		table,
		timing: node.timing === 2 ? "before" : node.timing === 64 ? "instead of" : "after",
		forEach: node.row === true ? "row" : "statement",
		events: TRIGGER_EVENTS.filter(([bit]) => (bits & bit) !== 0).map(([, event]) => event),
		updateOf: stringsOf(node.columns).toSorted(),
		function: objectName(reading, called, (name) => functions.has(`${name}()`)),
		arguments: stringsOf(node.args),
		...condition(reading, "when", node.whenClause, bracketsAfter(reading, "WHEN"), {
			table,
			aliases: ["new", "old"]
		}),
		enabled: true,
		...triggerKind(reading, node)
	};
	return [{
		kind: "createTrigger",
		span: reading.statement,
		trigger,
		replace: node.replace === true
	}];
}
function triggerKind(reading, node) {
	const transitions = (node.transitionRels ?? []).map((each) => each.TriggerTransition);
	const named = (isNew) => transitions.find((each) => each.isNew === true === isNew)?.name;
	const [oldTable, newTable] = [named(false), named(true)];
	const deferral = node.initdeferred === true ? "initially deferred" : "initially immediate";
	return {
		...node.isconstraint === true ? { constraint: node.deferrable === true ? deferral : "not deferrable" } : {},
		...node.constrrel === void 0 ? {} : { references: relationName(reading, node.constrrel) },
		...oldTable === void 0 ? {} : { oldTable },
		...newTable === void 0 ? {} : { newTable }
	};
}
/** CREATE POLICY. */
function readCreatePolicy(reading, node) {
	const policy = {
		name: node.policy_name,
		table: relationName(reading, node.table),
		command: node.cmd_name,
		permissive: node.permissive === true,
		roles: readRoleNames(reading, node.roles).toSorted(),
		...policyConditions(reading, node)
	};
	return [{
		kind: "createPolicy",
		span: reading.statement,
		policy
	}];
}
function policyConditions(reading, node) {
	const owner = { table: relationName(reading, node.table) };
	return {
		...condition(reading, "using", node.qual, bracketsAfter(reading, "USING"), owner),
		...condition(reading, "check", node.with_check, bracketsAfter(reading, "CHECK"), owner)
	};
}
function condition(reading, key, node, extent, owner) {
	if (node === void 0 || extent === void 0) return {};
	return { [key]: expressionText(reading, node, extent, owner) };
}
/** ALTER POLICY. */
function readAlterPolicy(reading, node) {
	const roles = node.roles === void 0 ? {} : { roles: readRoleNames(reading, node.roles).toSorted() };
	return [{
		kind: "alterPolicy",
		span: reading.statement,
		table: relationName(reading, node.table),
		name: node.policy_name,
		...roles,
		...policyConditions(reading, node)
	}];
}
/** SET and RESET: search_path and role decide what later names mean. */
function readSet(reading, node) {
	const span = reading.statement;
	const values = (node.args ?? []).map((each) => each.A_Const);
	const isReset = node.kind === "VAR_RESET" || node.kind === "VAR_SET_DEFAULT" || node.kind === "VAR_RESET_ALL";
	const setting = settingOf$1(span, node, isReset ? void 0 : values[0]);
	if (node.name === "search_path" || node.kind === "VAR_RESET_ALL") {
		const schemas = values.map((each) => String(each?.sval?.sval ?? "")).filter((each) => each !== "$user" && each !== "");
		return [setting, {
			kind: "setSearchPath",
			span,
			schemas: isReset ? "default" : schemas
		}];
	}
	if (node.name === "role" || node.name === "session_authorization") {
		const role = values[0]?.sval?.sval;
		return [setting, {
			kind: "setRole",
			span,
			...isReset || role === void 0 || role === "none" ? {} : { role }
		}];
	}
	return [setting];
}
function settingOf$1(span, node, value) {
	const written = value === void 0 ? void 0 : value.sval?.sval ?? value.fval?.fval ?? value.ival?.ival ?? 0;
	return {
		kind: "setSetting",
		span,
		name: node.kind === "VAR_RESET_ALL" ? "all" : String(node.name).toLowerCase(),
		...written === void 0 ? {} : { value: String(written) },
		local: node.is_local === true
	};
}
/** BEGIN, COMMIT, ROLLBACK and savepoints. */
function readTransaction(reading, node) {
	const span = reading.statement;
	switch (node.kind) {
		case "TRANS_STMT_BEGIN":
		case "TRANS_STMT_START": return [{
			kind: "beginTransaction",
			span
		}];
		case "TRANS_STMT_COMMIT": return [{
			kind: "commitTransaction",
			span
		}];
		case "TRANS_STMT_ROLLBACK": return [{
			kind: "rollBackTransaction",
			span
		}];
		case "TRANS_STMT_SAVEPOINT": return [{
			kind: "setSavepoint",
			span,
			name: node.savepoint_name
		}];
		case "TRANS_STMT_ROLLBACK_TO": return [{
			kind: "rollBackToSavepoint",
			span,
			name: node.savepoint_name
		}];
		case "TRANS_STMT_RELEASE": return [{
			kind: "leaveCatalog",
			span,
			statement: "RELEASE SAVEPOINT"
		}];
		default: return [{
			kind: "unmodelled",
			reach: "named",
			span,
			statement: "two-phase commit"
		}];
	}
}
/** INSERT, UPDATE, DELETE, MERGE and COPY. */
function readRowChange(reading, node, statement) {
	const relation = node.relation;
	if (relation === void 0) return [{
		kind: "leaveCatalog",
		span: reading.statement,
		statement: "COPY"
	}];
	return [{
		kind: "changeRows",
		span: nameSpan(reading, relation.location),
		statement,
		relation: relationName(reading, relation),
		where: node.whereClause !== void 0,
		strings: stringConstantsIn(node)
	}, ...readQuery(reading, node)];
}
function stringConstantsIn(node) {
	if (typeof node !== "object" || node === null) return [];
	if ("A_Const" in node) return [node.A_Const.sval?.sval].filter((each) => typeof each === "string");
	return Object.values(node).flatMap(stringConstantsIn);
}
const TRIGGER_EVENTS = [
	[8, "delete"],
	[4, "insert"],
	[32, "truncate"],
	[16, "update"]
];

//#endregion
//#region src/sql/read-privileges.ts
/** GRANT and REVOKE on objects. */
function readGrant(reading, node) {
	const span = reading.statement;
	const target = TARGETS[node.objtype];
	const statement = `${node.is_grant === true ? "GRANT" : "REVOKE"} ON ${wordsOf(node.objtype)}`;
	if (isShared(node.objtype)) return [{
		kind: "leaveCatalog",
		span,
		statement,
		isShared: true
	}];
	if (target === void 0) return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement
	}];
	const allInSchema = node.targtype === "ACL_TARGET_ALL_IN_SCHEMA";
	const privileges = readChange(reading, node, target, allInSchema);
	const on = allInSchema ? objectsIn(reading, target, stringsOf(node.objects)) : (node.objects ?? []).map((each) => grantedObject(reading, target, each));
	if (node.is_grant === true) return [{
		kind: "grant",
		span,
		privileges,
		on,
		grantable: node.grant_option === true
	}];
	return [{
		kind: "revoke",
		span,
		privileges,
		on,
		grantOptionOnly: node.grant_option === true
	}];
}
/** ALTER DEFAULT PRIVILEGES. */
function readDefaultPrivileges(reading, node) {
	const span = reading.statement;
	const options = (node.options ?? []).map((each) => each.DefElem);
	const items = (name) => options.find((each) => each.defname === name)?.arg?.List?.items ?? [];
	const target = TARGETS[node.action.objtype];
	if (target === void 0) return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement: "ALTER DEFAULT PRIVILEGES"
	}];
	const privileges = readChange(reading, node.action, target, false);
	const scope = {
		roles: readRoleNames(reading, items("roles")),
		schemas: stringsOf(items("schemas"))
	};
	if (node.action.is_grant !== true) return [{
		kind: "revokeByDefault",
		span,
		privileges,
		...scope
	}];
	return [{
		kind: "grantByDefault",
		span,
		privileges,
		grantable: node.action.grant_option === true,
		...scope
	}];
}
function readChange(reading, node, target, allInSchema) {
	const listed = (node.privileges ?? []).map((each) => each.AccessPriv);
	const columns = listed.filter((each) => each.priv_name === void 0);
	const named = listed.map((each) => ({
		privilege: String(each.priv_name ?? "").toUpperCase(),
		columns: stringsOf(each.cols)
	}));
	const onColumns = columns.flatMap((each) => COLUMN_PRIVILEGES.map((privilege) => ({
		privilege,
		columns: stringsOf(each.cols)
	})));
	return {
		target,
		privileges: listed.length === 0 ? "all" : onColumns.length > 0 ? onColumns : named.map(withoutAlias),
		grantees: readRoleNames(reading, node.grantees),
		allInSchema
	};
}
const COLUMN_PRIVILEGES = [
	"SELECT",
	"INSERT",
	"UPDATE",
	"REFERENCES"
];
function withoutAlias(each) {
	return each.privilege === "TEMP" ? {
		...each,
		privilege: "TEMPORARY"
	} : each;
}
function grantedObject(reading, target, node) {
	if (node.RangeVar !== void 0) return relationName(reading, node.RangeVar);
	if (node.ObjectWithArgs !== void 0) return readFunctionKey(reading, node.ObjectWithArgs);
	if (node.List !== void 0) return objectName(reading, stringsOf(node.List.items), isType(reading));
	if (node.TypeName !== void 0) return objectName(reading, stringsOf(node.TypeName.names), isType(reading));
	const name = node.String?.sval ?? "";
	return target === "schema" ? quoteIdentifier(name) : name;
}
function isType(reading) {
	return (name) => reading.before.enums.has(name) || reading.before.domains.has(name) || reading.before.types.has(name);
}
/** What ON ALL … IN SCHEMA means: the objects there at that moment; views and foreign tables count as tables. */
function objectsIn(reading, target, schemas) {
	const { tables, views, sequences, functions } = reading.before;
	const inside = (name) => schemas.includes(partsOf(name).schema);
	if (target === "table") return [...tables.keys(), ...views.keys()].filter(inside);
	if (target === "sequence") return [...sequences.keys()].filter(inside);
	return [...functions].filter(([, each]) => inside(each.name)).map(([key]) => key);
}
const TARGETS = {
	OBJECT_TABLE: "table",
	OBJECT_SEQUENCE: "sequence",
	OBJECT_SCHEMA: "schema",
	OBJECT_FUNCTION: "function",
	OBJECT_PROCEDURE: "function",
	OBJECT_ROUTINE: "function",
	OBJECT_TYPE: "type",
	OBJECT_DOMAIN: "type"
};

//#endregion
//#region src/sql/read-rename.ts
/** ALTER … RENAME of every kind of object. */
function readRename(reading, node) {
	const span = node.relation?.location === void 0 ? reading.statement : nameSpan(reading, node.relation.location);
	const from = node.subname ?? "";
	const to = node.newname ?? "";
	if (node.relation !== void 0 && node.missing_ok === true && !exists(reading, relationName(reading, node.relation))) return [{
		kind: "leaveCatalog",
		span,
		statement: "ALTER … IF EXISTS"
	}];
	switch (node.renameType) {
		case "OBJECT_TABLE":
		case "OBJECT_FOREIGN_TABLE":
		case "OBJECT_INDEX":
		case "OBJECT_SEQUENCE":
		case "OBJECT_VIEW":
		case "OBJECT_MATVIEW": {
			const relation = relationName(reading, node.relation);
			return [constraintOwning(reading, relation, to) ?? {
				kind: "renameRelation",
				span,
				from: relation,
				to: beside(relation, to)
			}];
		}
		case "OBJECT_COLUMN":
			if (node.relationType === "OBJECT_VIEW" || node.relationType === "OBJECT_MATVIEW") return [renamedViewColumn(reading, relationName(reading, node.relation), from, to)];
			return [{
				kind: "renameColumn",
				span,
				table: relationName(reading, node.relation),
				from,
				to
			}];
		case "OBJECT_TABCONSTRAINT": return [{
			kind: "renameConstraint",
			span,
			table: relationName(reading, node.relation),
			from,
			to
		}];
		case "OBJECT_TRIGGER": return [{
			kind: "renameTrigger",
			span,
			table: relationName(reading, node.relation),
			from,
			to
		}];
		case "OBJECT_POLICY": return [{
			kind: "renamePolicy",
			span,
			table: relationName(reading, node.relation),
			from,
			to
		}];
		case "OBJECT_DOMCONSTRAINT": return [{
			kind: "alterDomain",
			span,
			domain: typeIn(reading, node.object),
			alteration: {
				form: "renameConstraint",
				from,
				to
			}
		}];
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": {
			const type = typeIn(reading, node.object);
			return [{
				kind: "renameRelation",
				span,
				from: type,
				to: beside(type, to),
				isType: true
			}];
		}
		case "OBJECT_ATTRIBUTE": return [{
			kind: "alterType",
			span,
			type: relationName(reading, node.relation),
			alteration: {
				form: "renameAttribute",
				from,
				to
			},
			cascade: node.behavior === "DROP_CASCADE"
		}];
		case "OBJECT_SCHEMA": return [{
			kind: "renameSchema",
			span,
			from,
			to
		}];
		case "OBJECT_ROLE": return [{
			kind: "renameRole",
			span,
			from,
			to
		}];
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return [renamedFunction(reading, node.object.ObjectWithArgs, (name) => beside(name, to))];
		default: {
			const touches = node.renameType === "OBJECT_RULE" ? { touches: ruled(relationName(reading, node.relation)) } : {};
			return [{
				kind: "unmodelled",
				reach: "named",
				span,
				statement: `ALTER ${objectWords(node.renameType)} … RENAME`,
				...touches
			}];
		}
	}
}
/** ALTER … SET SCHEMA. */
function readSetSchema(reading, node) {
	const span = reading.statement;
	const moved = (name) => qualify(node.newschema, partsOf(name).name);
	if (node.relation !== void 0) {
		const from = relationName(reading, node.relation);
		if (node.missing_ok === true && !exists(reading, from)) return [{
			kind: "leaveCatalog",
			span,
			statement: "ALTER … IF EXISTS"
		}];
		return [{
			kind: "renameRelation",
			span,
			from,
			to: moved(from)
		}];
	}
	switch (node.objectType) {
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": {
			const type = typeIn(reading, node.object);
			return [{
				kind: "renameRelation",
				span,
				from: type,
				to: moved(type),
				isType: true
			}];
		}
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return [renamedFunction(reading, node.object.ObjectWithArgs, moved)];
		case "OBJECT_EXTENSION": return [{
			kind: "leaveCatalog",
			span,
			statement: "ALTER EXTENSION … SET SCHEMA"
		}];
		default: return [{
			kind: "unmodelled",
			reach: "named",
			span,
			statement: `ALTER ${objectWords(node.objectType)} … SET SCHEMA`
		}];
	}
}
/** ALTER … OWNER TO, for what is not a relation. */
function readOwner(reading, node) {
	const span = reading.statement;
	const owner = readRoleName(reading, node.newowner);
	const named = owner === void 0 ? {} : { owner };
	switch (node.objectType) {
		case "OBJECT_SCHEMA": return [{
			kind: "setOwner",
			span,
			target: "schema",
			on: node.object.String.sval,
			...named
		}];
		case "OBJECT_TYPE":
		case "OBJECT_DOMAIN": return [{
			kind: "setOwner",
			span,
			target: "type",
			on: typeIn(reading, node.object),
			...named
		}];
		case "OBJECT_FUNCTION":
		case "OBJECT_PROCEDURE":
		case "OBJECT_ROUTINE": return [{
			kind: "setOwner",
			span,
			target: "function",
			on: readFunctionKey(reading, node.object.ObjectWithArgs),
			...named
		}];
		default: return [{
			kind: "leaveCatalog",
			span,
			statement: `ALTER ${objectWords(node.objectType)} … OWNER TO`
		}];
	}
}
function beside(name, to) {
	return qualify(partsOf(name).schema, to);
}
/** Renaming an index that a constraint owns renames the constraint. */
function constraintOwning(reading, relation, to) {
	const index = reading.before.indexes.get(relation);
	if (index?.constraint !== true) return void 0;
	return {
		kind: "renameConstraint",
		span: reading.statement,
		table: index.table,
		from: partsOf(relation).name,
		to,
		index: relation
	};
}
function exists(reading, name) {
	const { tables, indexes, sequences, views } = reading.before;
	return tables.has(name) || indexes.has(name) || sequences.has(name) || views.has(name);
}

//#endregion
//#region src/sql/read-types.ts
/** CREATE TYPE … AS ENUM. */
function readCreateEnum(reading, node) {
	const name = newTypeName(reading, stringsOf(node.typeName));
	return [{
		kind: "createEnum",
		span: reading.statement,
		enum: {
			name,
			labels: stringsOf(node.vals)
		}
	}];
}
/** ALTER TYPE … ADD VALUE and RENAME VALUE. */
function readAlterEnum(reading, node) {
	const span = reading.statement;
	const name = objectName(reading, stringsOf(node.typeName), (each) => reading.before.enums.has(each));
	if (node.oldVal !== void 0) return [{
		kind: "renameEnumValue",
		span,
		enum: name,
		from: node.oldVal,
		to: node.newVal
	}];
	const neighbour = node.newValNeighbor === void 0 ? {} : { neighbour: {
		label: node.newValNeighbor,
		after: node.newValIsAfter === true
	} };
	return [{
		kind: "addEnumValue",
		span,
		enum: name,
		label: node.newVal,
		ifNotExists: node.skipIfNewValExists === true,
		...neighbour
	}];
}
/** CREATE DOMAIN. */
function readCreateDomain(reading, node) {
	const constraints = (node.constraints ?? []).map((each) => each.Constraint);
	const notNull = constraints.find((each) => each.contype === "CONSTR_NOTNULL");
	const value = constraints.find((each) => each.contype === "CONSTR_DEFAULT");
	const domain = {
		name: newTypeName(reading, stringsOf(node.domainname)),
		type: readType(reading, node.typeName).type,
		...readCollation(reading, node.collClause?.collname),
		nullable: notNull === void 0,
		...notNull?.conname === void 0 ? {} : { notNullName: notNull.conname },
		...value === void 0 || isNull(value.raw_expr) ? {} : { default: readExpressionAt(reading, value.raw_expr, defaultExtent(reading, { constraints: node.constraints }, value)) }
	};
	const checks = constraints.filter((each) => each.contype === "CONSTR_CHECK").map((each) => domainCheck(reading, each));
	return [{
		kind: "createDomain",
		span: reading.statement,
		domain,
		checks
	}];
}
/** ALTER DOMAIN. */
function readAlterDomain(reading, node) {
	const span = reading.statement;
	const domain = objectName(reading, stringsOf(node.typeName), (each) => reading.before.domains.has(each));
	const alteration = domainAlteration(reading, node);
	if (alteration === void 0) return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement: "ALTER DOMAIN"
	}];
	return [{
		kind: "alterDomain",
		span,
		domain,
		alteration
	}];
}
function domainCheck(reading, node) {
	return {
		expression: readExpressionAt(reading, node.raw_expr, constraintExtent(reading, node, "CHECK")),
		...node.conname === void 0 ? {} : { name: node.conname },
		notValid: node.initially_valid !== true
	};
}
/** `AlterDomainStmt.subtype` is one letter; see the comment on the struct in parsenodes.h. */
function domainAlteration(reading, node) {
	switch (node.subtype) {
		case "T":
			if (node.def === void 0 || isNull(node.def)) return { form: "setDefault" };
			return {
				form: "setDefault",
				default: readExpressionAt(reading, node.def, newDefaultExtent(reading))
			};
		case "N": return {
			form: "setNullable",
			nullable: true
		};
		case "O": return {
			form: "setNullable",
			nullable: false
		};
		case "C":
			if (node.def?.Constraint?.contype === "CONSTR_NOTNULL") return addedNotNull(node.def.Constraint);
			return {
				form: "addCheck",
				check: domainCheck(reading, node.def.Constraint)
			};
		case "X": return {
			form: "dropConstraint",
			name: node.name
		};
		case "V": return {
			form: "validateConstraint",
			name: node.name
		};
		default: return;
	}
}
function addedNotNull(node) {
	return {
		form: "setNullable",
		nullable: false,
		...node.conname === void 0 ? {} : { name: node.conname }
	};
}
/** What follows SET DEFAULT, which ends the statement. */
function newDefaultExtent(reading) {
	const { file, start, end } = reading.statement;
	const word = findWord(file.text, start, end, "DEFAULT");
	return word === void 0 ? void 0 : trimmed(file.text, word.end, end);
}
/** DEFAULT NULL is no default. */
function isNull(node) {
	return node.A_Const?.isnull === true || node.TypeCast !== void 0 && isNull(node.TypeCast.arg);
}

//#endregion
//#region src/sql/read-statement.ts
/** What a statement does, from the node that the grammar made of it. */
function readStatement(reading, tag, node) {
	const reader = READERS[tag];
	if (reader !== void 0) return reader(reading, node);
	const span = reading.statement;
	const statement = firstWords(textOf(span));
	return [LEAVE_CATALOG.has(tag) ? {
		kind: "leaveCatalog",
		span,
		statement
	} : {
		kind: "unmodelled",
		reach: "named",
		span,
		statement
	}];
}
const READERS = {
	AlterTableStmt: readAlterTable,
	CreateStmt: readCreateTable,
	CreateForeignTableStmt: (reading, node) => readCreateTable(reading, node.base, "foreign"),
	CreateTableAsStmt: readCreateTableAs,
	IndexStmt: readCreateIndex,
	ReindexStmt: readReindex,
	DropStmt: readDrop,
	RenameStmt: readRename,
	AlterObjectSchemaStmt: readSetSchema,
	AlterOwnerStmt: readOwner,
	CreateSchemaStmt: readSchema,
	CreateSeqStmt: readCreateSequence,
	AlterSeqStmt: readAlterSequence$1,
	CreateEnumStmt: readCreateEnum,
	AlterEnumStmt: readAlterEnum,
	CreateDomainStmt: readCreateDomain,
	AlterDomainStmt: readAlterDomain,
	CompositeTypeStmt: readCreateComposite,
	CreateRangeStmt: readCreateRange,
	AlterTypeStmt: readAlterBaseType,
	DefineStmt: readDefine,
	ViewStmt: readCreateView,
	RefreshMatViewStmt: (reading, node) => [{
		kind: "refreshView",
		span: nameSpan(reading, node.relation.location),
		view: relationName(reading, node.relation),
		concurrently: node.concurrent === true,
		populated: node.skipData !== true
	}],
	CreateFunctionStmt: readCreateFunction,
	AlterFunctionStmt: readAlterFunction,
	CreateTrigStmt: readCreateTrigger,
	CreatePolicyStmt: readCreatePolicy,
	AlterPolicyStmt: readAlterPolicy,
	CreateExtensionStmt: (reading, node) => [{
		kind: "createExtension",
		span: reading.statement,
		name: node.extname,
		...leniency(node.if_not_exists)
	}],
	CreateRoleStmt: readCreateRole,
	AlterRoleStmt: readAlterRole,
	AlterRoleSetStmt: readRoleSetting,
	DropRoleStmt: (reading, node) => (node.roles ?? []).map((each) => ({
		kind: "dropRole",
		span: reading.statement,
		role: each.RoleSpec.rolename ?? "",
		...leniency(node.missing_ok)
	})),
	GrantRoleStmt: readGrantRole,
	GrantStmt: readGrant,
	AlterDefaultPrivilegesStmt: readDefaultPrivileges,
	ReassignOwnedStmt: readReassign,
	DropOwnedStmt: (reading, node) => [{
		kind: "dropOwned",
		span: reading.statement,
		roles: readRoleNames(reading, node.roles)
	}],
	VariableSetStmt: readSet,
	TransactionStmt: readTransaction,
	TruncateStmt: (reading, node) => (node.relations ?? []).map((each) => ({
		kind: "truncateTable",
		span: nameSpan(reading, each.RangeVar.location),
		table: relationName(reading, each.RangeVar),
		cascade: node.behavior === "DROP_CASCADE"
	})),
	LockStmt: (reading, node) => [{
		kind: "lockTable",
		span: reading.statement,
		relations: (node.relations ?? []).map((each) => relationName(reading, each.RangeVar)),
		mode: node.mode ?? 0
	}],
	InsertStmt: (reading, node) => readRowChange(reading, node, "insert"),
	UpdateStmt: (reading, node) => readRowChange(reading, node, "update"),
	DeleteStmt: (reading, node) => readRowChange(reading, node, "delete"),
	MergeStmt: (reading, node) => readRowChange(reading, node, "merge"),
	CopyStmt: (reading, node) => readRowChange(reading, node, "copy"),
	CallStmt: readCall,
	CommentStmt: readComment,
	CreateStatsStmt: readStatistics,
	RuleStmt: readRule,
	CreatePublicationStmt: readPublication,
	AlterPublicationStmt: readPublication,
	ClusterStmt: readCluster,
	VacuumStmt: readVacuum,
	DoStmt: readDo,
	SelectStmt: readSelect
};
/** Statements that change nothing the catalog models. */
const LEAVE_CATALOG = new Set([
	"AlterDatabaseSetStmt",
	"AlterSystemStmt",
	"CheckPointStmt",
	"ConstraintsSetStmt",
	"DeallocateStmt",
	"DiscardStmt",
	"ExecuteStmt",
	"ExplainStmt",
	"ListenStmt",
	"LoadStmt",
	"NotifyStmt",
	"PrepareStmt",
	"SecLabelStmt",
	"UnlistenStmt",
	"VariableShowStmt"
]);
/** IF EXISTS or IF NOT EXISTS, where the grammar says so by a flag. */
function leniency(said) {
	return said === true ? { lenient: true } : {};
}
/** CREATE SCHEMA, and the elements it may hold, which are made in that schema. */
function readSchema(reading, node) {
	const schema = readCreateSchema(reading, node);
	const elements = node.schemaElts ?? [];
	if (elements.length === 0 || schema.kind !== "createSchema") return [schema];
	const { session } = reading.before;
	const inside = {
		...reading,
		before: {
			...reading.before,
			session: {
				...session,
				searchPath: [schema.name]
			}
		}
	};
	return [schema, ...elements.flatMap((element) => Object.entries(element).flatMap(([tag, each]) => readStatement(inside, tag, each)))];
}
/** CREATE of what is defined by a list in brackets; of these, base types are modelled. */
function readDefine(reading, node) {
	if (node.kind === "OBJECT_TYPE") return readCreateBaseType(reading, node);
	const span = reading.statement;
	return [{
		kind: "unmodelled",
		reach: "named",
		span,
		statement: firstWords(textOf(span))
	}];
}
function readReassign(reading, node) {
	const to = readRoleName(reading, node.newrole);
	return [{
		kind: "reassignOwned",
		span: reading.statement,
		from: readRoleNames(reading, node.roles),
		...to === void 0 ? {} : { to }
	}];
}
/** CALL runs a procedure, which may do anything. */
function readCall(reading, node) {
	const name = stringsOf(node.funccall?.funcname).join(".");
	return [{
		kind: "unmodelled",
		reach: "anything",
		span: reading.statement,
		statement: `CALL ${name}`
	}];
}
/**
* A function of the migrations' own that SELECT calls for its effect: one that returns
* void, or of a schema that the server does not bring along.
*/
function calledForEffect(reading, node) {
	for (const target of node.targetList ?? []) {
		const parts = stringsOf(target.ResTarget?.val?.FuncCall?.funcname);
		if (parts.length === 0) continue;
		const { functions } = reading.before;
		const name = objectName(reading, parts, (each) => [...functions.values()].some((known) => known.name === each));
		const known = [...functions.values()].find((each) => each.name === name);
		if (known === void 0 && parts.length > 1 && parts[0] !== "pg_catalog" && node.fromClause === void 0 || known?.returns === "void") return parts.join(".");
	}
}
/** SELECT changes nothing, but for `set_config('search_path', …)`, with which pg_dump begins. */
function readSelect(reading, node) {
	const span = reading.statement;
	if (node.intoClause !== void 0) return [...readQueryTable(reading, node.intoClause.rel, "SELECT … INTO", false), ...readQuery(reading, node)];
	const call = node.targetList?.[0]?.ResTarget?.val?.FuncCall;
	const [name, value] = (call?.args ?? []).map((each) => each.A_Const?.sval?.sval);
	const isPath = call?.funcname?.at(-1)?.String?.sval === "set_config" && name === "search_path";
	const effectful = calledForEffect(reading, node);
	if (effectful !== void 0) return [{
		kind: "unmodelled",
		reach: "anything",
		span,
		statement: `SELECT ${effectful}()`
	}];
	if (!isPath) return [{
		kind: "leaveCatalog",
		span,
		statement: "SELECT"
	}, ...readQuery(reading, node)];
	return [{
		kind: "setSearchPath",
		span,
		schemas: String(value ?? "").split(",").map((each) => each.trim().replaceAll("\"", "")).filter((each) => each !== "" && each !== "$user")
	}];
}

//#endregion
//#region src/sql/split.ts
/**
* Cuts a text that does not parse as a whole at its semicolons, so that each statement can
* be parsed by itself. A quote that is never closed takes the rest of the text along.
*/
function splitStatements(text) {
	const ranges = [];
	for (let start = skipTrivia(text, 0); start < text.length;) {
		const { end, next } = statementFrom$1(text, start);
		if (end > start) ranges.push({
			start,
			end
		});
		start = skipTrivia(text, next);
	}
	return ranges;
}
/** Where the statement ends that starts at an offset, and where the next one may start. */
function statementFrom$1(text, start) {
	const mayNest = startsRule(text, start);
	let depth = 0;
	let atomic = 0;
	let previous = "";
	let end = start;
	for (let offset = start; offset < text.length;) {
		const next = tokenEnd(text, offset);
		if (isTrivia(text, offset)) {
			offset = next;
			continue;
		}
		const word = text.slice(offset, next).toLowerCase();
		if (word === ";" && atomic === 0 && !(mayNest && depth > 0)) return {
			end,
			next
		};
		if (word === "(") depth++;
		if (word === ")") depth--;
		if (atomic > 0 && word === "case" || previous === "begin" && word === "atomic") atomic++;
		if (atomic > 0 && word === "end") atomic--;
		previous = word;
		end = next;
		offset = next;
	}
	return {
		end,
		next: text.length
	};
}
function startsRule(text, start) {
	const beginning = /create\s+(or\s+replace\s+)?rule\b/iy;
	beginning.lastIndex = start;
	return beginning.test(text);
}

//#endregion
//#region src/sql/syntax-hint.ts
/**
* Asks what was meant: an expected keyword that is nearly the offending word. A misspelt
* keyword can pass for a name (`select 1 form t`), and then the word before it is at fault.
*/
function syntaxHint(statement, at, grammar) {
	if (grammar === void 0) return void 0;
	const here = wordAt(statement, at);
	const meant = here && nearestOf(here, grammar.expectedAt(statement, at));
	if (meant !== void 0 && meant !== "") return `did you mean ${meant.toUpperCase()}?`;
	const before = /([A-Za-z_]+)\s*$/.exec(statement.slice(0, at));
	if (before?.[1] === void 0) return void 0;
	const near = nearestOf(before[1], grammar.expectedAt(statement, before.index));
	return near === void 0 ? void 0 : `did you mean ${near.toUpperCase()} instead of ${before[1]}?`;
}
function wordAt(text, at) {
	const word = /[A-Za-z_]+/y;
	word.lastIndex = at;
	return word.exec(text)?.[0];
}

//#endregion
//#region src/sql/read-script.ts
/** Texts above this many UTF-16 units are not parsed: the parser would need gigabytes. */
const MAXIMUM_LENGTH = 5e6;
/**
* The statements of a script, in order. Where one does not parse, it is told by itself and
* the others are read all the same. `hints` is asked for only then.
*/
async function readScript(script, hints) {
	const text = textOf(script);
	const nul = text.indexOf("\0");
	if (nul >= 0) return [unparsed(script, nul, "the text holds a NUL byte, at which PostgreSQL would stop reading")];
	if (text.length > MAXIMUM_LENGTH) return [unparsed(script, 0, `the text has ${text.length} characters; schemalint reads up to ${MAXIMUM_LENGTH}`)];
	const blanked = fillBodies(blankClientText(text));
	if (skipTrivia(blanked, 0) >= blanked.length) return [];
	const whole = parse(blanked);
	if (whole.ok) return statementsOf$1(script, blanked, 0, whole.value);
	const filled = fillPlaceholders(blanked);
	const again = filled === blanked ? whole : parse(filled);
	return again.ok ? statementsOf$1(script, filled, 0, again.value) : readSeparately(script, filled, again.refusal, hints);
}
async function readSeparately(script, text, refusal, hints) {
	const statements = [];
	for (const range of splitStatements(text)) {
		const part = text.slice(range.start, range.end);
		const parsed = parse(part);
		if (parsed.ok) {
			statements.push(...statementsOf$1(script, part, range.start, parsed.value));
			continue;
		}
		const at = Math.min(offsetsOf(part).fromCodePoint(parsed.refusal.position), part.length - 1);
		const hint = syntaxHint(part, at, await hints());
		statements.push(refused(script, range, range.start + at, parsed.refusal.message, hint));
	}
	if (statements.every((statement) => statement.parsed)) {
		const at = Math.min(offsetsOf(text).fromCodePoint(refusal.position), text.length - 1);
		statements.push(unparsed(script, at, refusal.message));
	}
	return statements;
}
function statementsOf$1(script, text, base, raw) {
	const offsets = offsetsOf(text);
	return raw.map((each) => {
		const first = offsets.fromByte(each.stmt_location ?? 0);
		const limit = each.stmt_len === void 0 ? text.length : offsets.fromByte((each.stmt_location ?? 0) + each.stmt_len);
		const start = skipTrivia(text, first, limit);
		const end = lastTokenEnd(text, start, limit);
		return statementFrom(script, each, text.slice(start, end), {
			start: base + start,
			end: base + end
		}, (byte) => base + offsets.fromByte(byte));
	});
}
function statementFrom(script, raw, sql, range, toOffset) {
	const span = {
		file: script.file,
		start: script.start + range.start,
		end: script.start + range.end
	};
	const [tag, node] = Object.entries(raw.stmt)[0] ?? ["", {}];
	const remarks = overlongIdentifiers(span);
	return {
		span,
		kind: firstWords(sql),
		sql,
		parsed: true,
		actions: (before, postgres) => {
			const offsetOf = (location) => location === void 0 || location < 0 ? void 0 : script.start + toOffset(location);
			const reading = {
				before,
				statement: span,
				sql,
				postgres,
				offsetOf
			};
			return [
				...remarks,
				...newerFeatures(reading, tag, node),
				...readStatement(reading, tag, node)
			];
		}
	};
}
/** The offending token alone is marked: a caret under a whole statement says nothing. */
function refused(script, range, at, reason, hint) {
	const { file, start } = script;
	const end = Math.max(at + 1, lastTokenEnd(file.text, start + at, nextBreak(file.text, start + at)) - start);
	const action = {
		kind: "unparsed",
		span: {
			file,
			start: start + at,
			end: start + Math.min(end, Math.max(range.end, at + 1))
		},
		reason: reason.replace(/^(unterminated .*?) at or near .*/s, "$1"),
		...hint === void 0 ? {} : { hint }
	};
	const span = {
		file,
		start: start + range.start,
		end: start + range.end
	};
	return {
		span,
		kind: firstWords(textOf(span)),
		sql: textOf(span),
		parsed: false,
		actions: () => [action]
	};
}
function nextBreak(text, start) {
	const end = /[\s,;()]/g;
	end.lastIndex = start + 1;
	return end.exec(text)?.index ?? text.length;
}
/** A script that is not read at all, as one statement that says why. */
function unreadScript(script, reason) {
	return unparsed(script, 0, reason);
}
function unparsed(script, at, reason) {
	return refused(script, {
		start: 0,
		end: script.end - script.start
	}, at, reason);
}

//#endregion
//#region src/read-migrations.ts
/** Reads the statements of migrations, of both their halves. */
async function readMigrations(migrations) {
	await loadParser();
	const read = [];
	for (const migration of migrations) {
		const up = await statementsOf(migration.up);
		const down = migration.down === void 0 ? void 0 : await statementsOf(migration.down);
		read.push({
			...migration,
			transaction: transactionOf(migration, up),
			statements: up,
			unparsedDown: down?.filter((statement) => !statement.parsed) ?? [],
			...down === void 0 ? {} : {
				downStatements: down,
				downTransaction: transactionOf(migration, down)
			}
		});
	}
	return read;
}
async function statementsOf(script) {
	if (script.unreadable !== void 0) return [unreadScript(script.span, script.unreadable)];
	const statements = [];
	for (const part of script.parts ?? [script.span]) statements.push(...await readScript(part, loadHintGrammar));
	return statements;
}
/** What the runner does with the statements that a migration turned out to hold. */
function transactionOf({ transaction, unwrapped }, statements) {
	return opensNone(unwrapped, statements) ? "per-statement" : transaction;
}
function opensNone(unwrapped, statements) {
	switch (unwrapped) {
		case void 0: return false;
		case "single-statement": return statements.length === 1;
		case "own-transaction": return statements.length === 1 || statements.some(({ kind }) => /^(BEGIN|START TRANSACTION)\b/.test(kind));
		case "nothing-transactional": return statements.length > 0 && statements.every(refusesTransactions);
	}
}
/**
* What Flyway's parser takes for a statement that may not be in a transaction.
* https://documentation.red-gate.com/flyway/flyway-concepts/migrations/migration-transaction-handling
*/
function refusesTransactions({ sql }) {
	return NOT_TRANSACTIONAL.test(sql);
}
const NOT_TRANSACTIONAL = /^(?:(?:create|drop)\s+(?:database|tablespace|subscription)|alter\s+system|(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\b|vacuum|discard\s+all)\b/i;

//#endregion
//#region src/config/validate.ts
/** Finds what a schema does not allow in a value; undefined where all is well. */
function faultIn(value, schema, way = []) {
	const kind = (typeof schema.type === "string" ? [schema.type] : schema.type).find((each) => isOfKind(value, each));
	if (kind === void 0 || !isWithin(value, schema)) return {
		way,
		message: `must be ${expectation(schema)}`
	};
	if (Array.isArray(value)) return firstOf(value.entries(), (index, item) => itemFault(item, schema, [...way, index]));
	if (kind !== "object") return void 0;
	const fault = firstOf(Object.entries(value), (key, entry) => entryFault(key, entry, schema, [...way, key]));
	const missing = schema.required?.find((key) => !Object.hasOwn(value, key));
	return fault ?? (missing === void 0 ? void 0 : {
		way,
		message: `lacks the key ${missing}`
	});
}
/** A way as people write it: `overrides[0].files`. */
function wayText(way) {
	return way.reduce((text, each) => {
		if (typeof each === "number") return `${text}[${each}]`;
		return text === "" ? each : `${text}.${each}`;
	}, "");
}
function itemFault(item, { items }, way) {
	return items === void 0 ? void 0 : faultIn(item, items, way);
}
function entryFault(key, entry, schema, way) {
	const { properties = {}, additionalProperties } = schema;
	const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
	if (known === void 0) return void 0;
	if (known !== false) return faultIn(entry, known, way);
	const near = nearestOf(key, Object.keys(properties));
	return {
		way,
		message: "is not a known key",
		hint: near === void 0 ? `known keys: ${Object.keys(properties).join(", ")}` : `did you mean ${near}?`
	};
}
function firstOf(entries, find) {
	for (const [key, value] of entries) {
		const fault = find(key, value);
		if (fault !== void 0) return fault;
	}
}
function isOfKind(value, kind) {
	switch (kind) {
		case "string": return typeof value === "string";
		case "integer": return Number.isInteger(value);
		case "array": return Array.isArray(value);
		case "object": return typeof value === "object" && value !== null && !Array.isArray(value);
	}
}
function isWithin(value, { enum: words, minimum, maximum, minLength }) {
	if (typeof value === "string") return (words?.includes(value) ?? true) && value.length >= (minLength ?? 0);
	if (typeof value === "number") return value >= (minimum ?? value) && value <= (maximum ?? value);
	return true;
}
function expectation({ type, enum: words, minimum, maximum, items }) {
	if (words !== void 0) return `one of ${words.join(", ")}`;
	const kinds = typeof type === "string" ? [type] : type;
	const names = {
		string: "a text that is not empty",
		integer: `a whole number from ${minimum} to ${maximum}`,
		array: items?.type === "object" ? "a list of objects" : "a list of texts",
		object: "an object"
	};
	return kinds.map((each) => names[each]).join(" or ");
}

//#endregion
//#region src/config/rule-names.ts
/** Refuses a configuration that names a rule that there is not, by the file, line and key that do. Throws UserError. */
async function checkRuleNames(layers, known) {
	for (const { config, placeOf } of layers) for (const way of namesIn$1(config)) {
		const name = String(way.at(-1));
		if (known.includes(name)) continue;
		throw new UserError(`${await placeOf(way)}: ${wayText(way)} names no rule`, ruleHint(name, known));
	}
}
/** What helps whoever named a rule that there is not. */
function ruleHint(name, known) {
	const near = nearestOf(name, known);
	return near === void 0 ? "`schemalint rules` lists them" : `did you mean ${near}?`;
}
/** The ways to all that stands under the name of a rule. */
function namesIn$1({ severities = {}, overrides = [], databases = {} }) {
	return [
		...Object.keys(severities).map((name) => ["severities", name]),
		...overrides.flatMap((each, index) => Object.keys(each.severities).map((name) => [
			"overrides",
			index,
			"severities",
			name
		])),
		...Object.entries(databases).flatMap(([database, told]) => Object.keys(told.severities ?? {}).map((name) => [
			"databases",
			database,
			"severities",
			name
		]))
	];
}

//#endregion
//#region src/text/glob.ts
/** Whether a path, with slashes, is as a pattern says: `*` and `?` within a name, `**` over folders. */
function matchesGlob(path, pattern) {
	return expressionOf(pattern).test(path);
}
function expressionOf(pattern) {
	const source = pattern.replace(/\*\*\/|\/\*\*$|\*\*|[*?]|[.+^${}()|[\]\\]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
	return new RegExp(`^${source}$`, "s");
}
/** A pattern that ends in a folder means all that is in it. */
const SIGNS = {
	"**/": "(?:.*/)?",
	"/**": "/.*",
	"**": ".*",
	"*": "[^/]*",
	"?": "[^/]"
};

//#endregion
//#region src/choose-rules.ts
/**
* Chooses the rules to judge by. A file that does not parse is never passed over, so
* `syntax-error` cannot be switched off.
* @throws UserError where a rule is named that there is not.
*/
function chooseRules(all, choice) {
	const names = all.map((each) => each.name);
	const { overrides = [] } = choice;
	const local = overrides.flatMap((each) => Object.entries(each.severities));
	for (const name of [
		...choice.only,
		...Object.keys(choice.severities),
		...local.map(([name]) => name)
	]) checkName(name, names);
	const rank = (preset) => PRESETS.indexOf(preset);
	return all.flatMap(({ name, rule }) => {
		const said = choice.severities[name];
		const isInPreset = rank(rule.preset ?? "recommended") <= rank(choice.preset);
		const isAsked = choice.only.length > 0 ? choice.only.includes(name) : isInPreset || said !== void 0;
		const reportsErrors = rule.scope === "action" && rule.on.includes("unparsed");
		const isOffSomewhere = local.some(([each, severity]) => each === name && severity === "off");
		if (reportsErrors && (said === "off" || isOffSomewhere)) throw new UserError(`${name} cannot be switched off`, "a file that does not parse was not checked");
		if (said !== "off" && (isAsked || reportsErrors)) return [{
			name,
			rule,
			severity: said ?? rule.severity
		}];
		const isOnSomewhere = local.some(([each, severity]) => each === name && severity !== "off");
		if (choice.only.length > 0 || !isOnSomewhere) return [];
		return [{
			name,
			rule,
			severity: rule.severity,
			isLocal: true
		}];
	});
}
/** Findings as the files that they stand in have it: some graver or lighter, some not told at all. */
function regrade(findings, rules, overrides = []) {
	if (overrides.length === 0) return findings;
	const local = new Set(rules.filter((each) => each.isLocal === true).map((each) => each.name));
	return findings.flatMap((finding) => {
		const path = finding.span === void 0 ? void 0 : placed(finding.span).file.path;
		const said = overrides.findLast(({ files, severities }) => Object.hasOwn(severities, finding.rule) && path !== void 0 && files.some((each) => matchesGlob(path, each)))?.severities[finding.rule];
		if (said === "off" || said === void 0 && local.has(finding.rule)) return [];
		return [said === void 0 ? finding : {
			...finding,
			severity: said
		}];
	});
}
/** Throws UserError where a name is that of no rule. */
function checkName(name, names) {
	if (!names.includes(name)) throw new UserError(`there is no rule ${name}`, ruleHint(name, names));
}

//#endregion
//#region src/text/comments.ts
/** The lines of comments, each with its place; a block comment may have several. */
function commentLines(comments) {
	return comments.flatMap(({ file, start, end }) => {
		const lines = [];
		for (const match of file.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
			const text = match[0].replace(/^\s*(?:--+|#+|\/\*+|\*+(?!\/))?\s*/, "").replace(/\s*\*+\/\s*$/, "").trimEnd();
			const from = start + match.index;
			lines.push({
				text,
				span: {
					file,
					start: from,
					end: from + match[0].length
				}
			});
		}
		return lines;
	});
}

//#endregion
//#region src/allowances.ts
/**
* Reads the allowances among comments: `schemalint-allow NAME[, NAME] [until YYYY-MM-DD]: reason`
* for the next statement, `schemalint-allow-file …` for the file. Whatever is wrong with one is
* told, and nothing is allowed by it.
*/
function readAllowances(comments, known) {
	return commentLines(comments).flatMap((line) => {
		const match = /^schemalint-(\S*)\s*(.*)$/s.exec(line.text);
		return match === null ? [] : [readAllowance(line, match[1] ?? "", match[2] ?? "", known)];
	});
}
const FORM = /^(?<rules>[^\s:,]+(?:\s*,\s*[^\s:,]+)*)(?:\s+until\s+(?<until>[^\s:]+))?\s*(?::\s*(?<reason>.*))?$/;
function readAllowance({ span }, word, rest, known) {
	const bad = (message) => ({
		fault: "malformed",
		message,
		subject: `${word} ${rest}`,
		span
	});
	const directive = word.replace(/:$/, "");
	if (directive !== "allow" && directive !== "allow-file") return bad(`there is no schemalint-${directive}: schemalint-allow and schemalint-allow-file are what there is`);
	const form = FORM.exec(rest)?.groups;
	if (form?.rules === void 0 || word.endsWith(":")) return bad("what is allowed is not said: RULE: reason");
	const rules = form.rules.split(/\s*,\s*/);
	for (const rule of rules) {
		if (!known.names.includes(rule)) {
			const near = nearestOf(rule, known.names);
			return bad(`there is no rule ${rule}${near === void 0 ? "" : `: did you mean ${near}?`}`);
		}
		if (known.obligatory.includes(rule)) return bad(`${rule} cannot be allowed: what it is about was not checked`);
	}
	const { until, reason = "" } = form;
	if (until !== void 0 && !isDay(until)) return bad(`${until} is no day: until YYYY-MM-DD`);
	if (reason.trim() === "") return bad("the reason is missing: it stands after a colon");
	return {
		rules,
		reason: reason.trim(),
		scope: directive === "allow" ? "statement" : "file",
		span,
		...until === void 0 ? {} : { until }
	};
}
function isDay(text) {
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

//#endregion
//#region src/suppress.ts
/** Takes out the findings that comments in the files allow, and tells which comments allow nothing. */
function suppress(findings, files, options) {
	const misallowed = [];
	const bindings = /* @__PURE__ */ new Map();
	for (const { file, comments, statements } of files) {
		const bound = [];
		for (const each of readAllowances(comments, options)) if ("fault" in each) misallowed.push(each);
		else if (each.until !== void 0 && each.until < options.today) misallowed.push(expired(each));
		else bound.push({
			allowance: each,
			covers: coveredBy(each, statements),
			used: /* @__PURE__ */ new Set()
		});
		if (bound.length > 0) bindings.set(file.path, bound);
	}
	const left = [];
	const allowed = [];
	for (const finding of findings) {
		const binding = bindings.get(placeOf$1(finding)?.file.path ?? "")?.find((each) => allows(each, finding));
		if (binding === void 0) {
			left.push(finding);
			continue;
		}
		binding.used.add(finding.rule);
		allowed.push({
			finding,
			reason: binding.allowance.reason,
			span: binding.allowance.span
		});
	}
	const unused = [...bindings.values()].flat().flatMap((each) => unusedRules(each, options));
	return {
		findings: left,
		allowed,
		misallowed: [...misallowed, ...unused]
	};
}
/** Where people wrote what the finding is about: of SQL that a program renders, the place in the program. */
function placeOf$1({ span }) {
	return span === void 0 ? void 0 : placed(span);
}
function allows({ allowance, covers }, finding) {
	const span = placeOf$1(finding);
	if (span === void 0 || !allowance.rules.includes(finding.rule)) return false;
	if (allowance.scope === "file") return true;
	return covers !== void 0 && span.start >= covers.start && span.start < Math.max(covers.end, covers.start + 1);
}
/** The statement that a comment stands in, or the next one. */
function coveredBy({ span, scope }, statements) {
	if (scope === "file") return void 0;
	return statements.find((statement) => statement.end > span.start);
}
function expired({ rules, until, span }) {
	return {
		fault: "expired",
		message: `what allowed ${rules.join(", ")} ended on ${until}`,
		subject: rules.join(", "),
		span
	};
}
/** Of a rule that did not judge nothing can be told. */
function unusedRules({ allowance, used }, { judged }) {
	const { rules, scope, span } = allowance;
	const unused = rules.filter((rule) => judged.includes(rule) && !used.has(rule));
	if (unused.length === 0) return [];
	const verb = unused.length === 1 ? "finds" : "find";
	return [{
		fault: "unused",
		message: `${unused.join(", ")} ${verb} nothing in ${scope === "file" ? "this file" : "the next statement"}`,
		subject: unused.join(", "),
		span,
		edit: editWithout(allowance, unused)
	}];
}
/** Takes rules out of a comment, or the comment out of the file, with its line where it has that to itself. */
function editWithout({ rules, span }, unused) {
	const { file, start, end } = span;
	const left = rules.filter((rule) => !unused.includes(rule));
	if (left.length > 0) return {
		span,
		text: file.text.slice(start, end).replace(/(?<=schemalint-allow(?:-file)?\s+)[^\s:,]+(?:\s*,\s*[^\s:,]+)*/, left.join(", "))
	};
	const before = /[^\n]*$/.exec(file.text.slice(0, start))?.[0] ?? "";
	const after = /^[ \t]*\r?\n/.exec(file.text.slice(end))?.[0];
	if (before.trim() !== "" || after === void 0) return {
		span,
		text: ""
	};
	return {
		span: {
			file,
			start: start - before.length,
			end: end + after.length
		},
		text: ""
	};
}

//#endregion
//#region src/settle.ts
/** Takes out what comments in the migrations allow, and adds what is wrong with such comments. */
function settle(findings, migrations, catalog, postgres, options) {
	const judged = options.rules.map((rule) => rule.name);
	const { findings: left, allowed, misallowed } = suppress(regrade(findings, options.rules, options.overrides), commentedFiles(migrations), {
		names: options.known ?? judged,
		obligatory: options.rules.filter(isObligatory).map((rule) => rule.name),
		judged,
		today: options.today ?? (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
	});
	const contexts = contextPaths(migrations);
	const wrong = judgeActions(misallowed.filter(({ span }) => !contexts.has(span.file.path)).map(({ fault, message, ...rest }) => ({
		statement: commentStatement(rest.span),
		action: {
			kind: "misallow",
			fault,
			reason: message,
			...rest
		}
	})), options.rules, catalog, postgres);
	return {
		findings: [...left, ...regrade(wrong, options.rules, options.overrides)],
		allowed
	};
}
/** The files in which nothing is judged. */
function contextPaths(migrations) {
	const pathOf = ({ up, revision }) => revision?.place.file.path ?? up.span.file.path;
	const judged = new Set(migrations.filter((each) => each.standing !== "context").map(pathOf));
	return new Set(migrations.map(pathOf).filter((path) => !judged.has(path)));
}
/** A text that was not read, or a comment that says nothing, would otherwise hide itself. */
function isObligatory({ rule }) {
	return rule.scope === "action" && (rule.on.includes("unparsed") || rule.on.includes("misallow"));
}
/** Each file that people wrote, with the statements of all migrations that it holds, in the order of the text. */
function commentedFiles(migrations) {
	const files = /* @__PURE__ */ new Map();
	const entry = ({ file }) => {
		const known = files.get(file.path) ?? {
			file,
			statements: []
		};
		files.set(file.path, known);
		return known;
	};
	for (const { up, down, revision, statements, downStatements = [] } of migrations) {
		if (revision === void 0) {
			for (const script of [up, down]) if (script !== void 0) entry(script.span);
		}
		if (revision !== void 0) entry(revision.place).comments = revision.comments;
		for (const statement of [...statements, ...downStatements]) {
			const span = placed(statement.span);
			entry(span).statements.push(span);
		}
	}
	return [...files.values()].map(({ file, comments, statements }) => ({
		file,
		comments: comments ?? (file.text.includes("schemalint-") ? commentsOf(file) : []),
		statements: statements.toSorted((a, b) => a.start - b.start)
	}));
}
function commentStatement(span) {
	return {
		span,
		kind: "comment",
		sql: textOf(span),
		parsed: false,
		actions: () => []
	};
}

//#endregion
//#region src/check.ts
/** Lints migrations without a database and without a network. */
async function check(options) {
	const history = await readDivided(options);
	const migrations = await readMigrations(history.migrations);
	const linted = lint(migrations, options.rules, emptyCatalog(options.postgres), options.postgres);
	const base = emptyCatalog(options.postgres);
	const judged = {
		...history,
		base,
		catalogs: linted.catalogs,
		postgres: options.postgres
	};
	const findings = [...linted.findings, ...judgeMigrations(migrations, options.rules, judged)];
	return placeReport({
		...reportHead(history, options, options.postgres),
		statements: linted.statements,
		...settle(findings, migrations, linted.catalog, options.postgres, options),
		notModelled: linted.notModelled
	}, history);
}
/** Reads a project and tells what of it is to be judged. */
async function readDivided(options) {
	return select(divide(await readProject(options), options.newness), options.selected, options.from);
}
/** What a report says of the run whatever came of it. */
function reportHead(history, options, postgres) {
	const { runner, reason, transaction, passedOver, migrations } = history;
	return {
		tool: {
			name: "schemalint",
			version: options.version
		},
		postgres,
		runner,
		reason,
		transaction,
		preset: options.preset,
		migrations: migrations.length,
		...history.judged === void 0 ? {} : { judged: {
			migrations: migrations.filter((each) => each.standing === "new").length,
			by: history.judged
		} },
		...history.selected === void 0 ? {} : { isSelection: true },
		passedOver,
		rules: textsOf(options.rules, runner)
	};
}
/** What rules say about themselves to those who use a runner, by name. */
function textsOf(rules, runner) {
	return new Map(rules.map(({ name, rule }) => {
		const instead = (runner === ALEMBIC ? rule.insteadInAlembic : void 0) ?? rule.instead;
		return [name, {
			summary: rule.summary,
			why: rule.why,
			instead
		}];
	}));
}

//#endregion
//#region src/text/lines.ts
/** Where each line of a text starts, in UTF-16 offsets. Lines end at LF, CRLF or a lone CR. */
function lineStarts(text) {
	const starts = [0];
	for (let offset = 0; offset < text.length; offset++) {
		const unit = text.charCodeAt(offset);
		if (unit === 10 || unit === 13 && text.charCodeAt(offset + 1) !== 10) starts.push(offset + 1);
	}
	return starts;
}
/** Finds the line and column of an offset. A byte order mark takes no column. */
function positionAt(file, offset, starts = lineStarts(file.text)) {
	const line = lineIndexAt(starts, offset);
	const start = starts[line] ?? 0;
	const mark = line === 0 && file.text.charCodeAt(0) === 65279 ? 1 : 0;
	return {
		line: line + 1,
		column: Math.max(1, offset - start - mark + 1),
		offset
	};
}
function lineIndexAt(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

//#endregion
//#region src/text/edits.ts
/** Applies edits of one file to its text. Edits must not overlap; of two that do, the later one is left out. */
function applyEdits(text, edits) {
	const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
	let result = "";
	let done = 0;
	for (const edit of ordered) {
		if (edit.span.start < done) continue;
		result += text.slice(done, edit.span.start) + edit.text;
		done = edit.span.end;
	}
	return result + text.slice(done);
}

//#endregion
//#region src/cli/choose-paths.ts
/** Where migrations usually are. */
const USUAL_FOLDERS = [
	"migrations",
	"db/migrations",
	"supabase/migrations",
	"prisma/migrations",
	"drizzle",
	"database/migrations",
	"sql/migrations",
	"src/main/resources/db/migration"
];
/** Paths inside a folder of the configuration are judged with all of the folder as their context. */
function choosePaths(paths, migrations) {
	if (paths.length === 0) return { paths: migrations.length > 0 ? migrations : usualPaths() };
	const folderOf = (path) => path.endsWith(".py") ? void 0 : migrations.find((folder) => existsSync(path) && isInside(path, folder));
	if (!paths.some((path) => folderOf(path) !== void 0)) return { paths };
	return {
		paths: [...new Set(paths.map((path) => folderOf(path) ?? path))],
		selected: paths
	};
}
/** Whether a path leads to something inside a folder. */
function isInside(path, folder) {
	const way = relative(resolve(folder), resolve(path));
	return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}
/** The usual folders that there are. */
function usualFolders() {
	return USUAL_FOLDERS.filter((folder) => existsSync(folder));
}
/** Where migrations are when nobody says so. Throws UserError where they are in no usual place. */
function usualPaths() {
	if (configIn$1(".") !== void 0) return ["."];
	const found = usualFolders();
	if (found.length > 0) return found.slice(0, 1);
	const alembic = alembicFolders(".");
	if (alembic.length === 1) return alembic;
	if (alembic.length > 1) throw new UserError("there are several Alembic projects", `name one: ${alembic.join(", ")}; or all, under databases in the configuration`);
	throw new UserError("there are no migrations where they usually are", `name their folder: schemalint check FOLDER (looked for alembic.ini, ${USUAL_FOLDERS.join(", ")})`);
}

//#endregion
//#region rules/all-revisions-in-one-transaction.ts
var all_revisions_in_one_transaction_default = migrationRule({
	severity: "warning",
	summary: "All revisions that a deploy applies run in one transaction.",
	why: `
    Alembic opens one transaction for the whole run unless it is told otherwise. Every lock that
    the first pending revision takes is then held until the last one is done: tables that were
    changed in an instant stay closed while an unrelated revision fills rows. A constraint that
    one revision adds NOT VALID and the next validates is validated under the lock of the first.
  `,
	instead: `
    Give context.configure in env.py transaction_per_migration=True, where it runs online and
    where it runs offline.
  `,
	*check({ migration, history, runner, transaction, configured }) {
		const working = history.filter((each) => each.statements > 0);
		if (runner !== "alembic" || transaction !== "whole-run" || working.length < 2) return;
		if (history.at(-1) !== migration) return;
		yield {
			message: `one transaction holds the locks of all pending revisions until the last is done`,
			subject: "transaction",
			span: configured ?? migration.revision?.place
		};
	}
});

//#endregion
//#region rules/allowance-expired.ts
var allowance_expired_default = actionRule({
	on: ["misallow"],
	severity: "error",
	summary: "What a comment allowed was allowed until a day that is past.",
	why: `
    Somebody set a date by which the reason would be gone. The finding is told again from
    the day after it.
  `,
	instead: `
    Mend what is found. If the reason still holds, say so by a later date.
  `,
	*check({ action: { fault, reason, subject } }) {
		if (fault === "expired") yield {
			message: reason,
			subject
		};
	}
});

//#endregion
//#region rules/allowance-malformed.ts
var allowance_malformed_default = actionRule({
	on: ["misallow"],
	severity: "error",
	summary: "A comment that is to allow a finding cannot be understood.",
	why: `
    A comment that is misspelt, names a rule that there is not or gives no reason allows
    nothing. Passed over in silence it would look as if it did, until somebody wonders.
  `,
	instead: `
    Write schemalint-allow RULE: reason above the statement, or schemalint-allow-file RULE:
    reason for the file. Several rules stand by comma, and until YYYY-MM-DD may follow them.
  `,
	*check({ action: { fault, reason, subject } }) {
		if (fault === "malformed") yield {
			message: reason,
			subject
		};
	}
});

//#endregion
//#region rules/allowance-unused.ts
var allowance_unused_default = actionRule({
	on: ["misallow"],
	severity: "warning",
	summary: "A comment allows a finding that there is not.",
	why: `
    What it was written for is mended or gone. Left where it is, it would hide the next
    finding of that rule, which nobody has looked at.
  `,
	instead: `
    Remove the comment, or the rule from its list.
  `,
	*check({ action: { fault, reason, subject, edit } }) {
		if (fault !== "unused") return;
		const fix = edit && {
			title: "Remove what allows nothing",
			edits: [edit],
			safety: "safe"
		};
		yield {
			message: reason,
			subject,
			...fix === void 0 ? {} : { fix }
		};
	}
});

//#endregion
//#region rules/applied-migration-edited.ts
var applied_migration_edited_default = migrationRule({
	severity: "error",
	hazard: "fails",
	summary: "A migration that was there at the boundary is edited.",
	why: `
    Databases that have applied the migration never run it again: they keep the old schema,
    new ones get the new, and every later migration is tested on a schema that production
    does not have. Runners that remember a checksum refuse to run at all, even where only a
    comment changed.
  `,
	instead: `
    Put the file back as it was, and say what is to be different in a new migration.
  `,
	*check({ migration, runner }) {
		if (migration.edited === void 0 || isRepeatable(migration.path)) return;
		const hasChecksum = CHECKSUMS.has(runner);
		if (migration.edited === "comments" && !hasChecksum) return;
		const what = migration.edited === "comments" ? "a comment of " : "";
		const why = hasChecksum ? `; ${runner} remembers its checksum` : "";
		yield {
			message: `${what}${migration.version} is edited after others may have applied it${why}`,
			subject: migration.path
		};
	}
});
/** Runners that remember a checksum of the text and refuse one that differs. */
const CHECKSUMS = new Set([
	"flyway",
	"refinery",
	"prisma",
	"sqlx",
	"atlas",
	"graphile-migrate",
	"postgres-migrations"
]);
/** Flyway runs these again whenever they change. */
function isRepeatable(path) {
	return /(?:^|\/)R__[^/]*$/.test(path);
}

//#endregion
//#region rules/autocommit-leaves-half-revision.ts
var autocommit_leaves_half_revision_default = migrationRule({
	severity: "warning",
	hazard: "fails",
	summary: "An autocommit block keeps one part of a revision should another fail.",
	why: `
    The block commits what the revision has done before it, and each statement in it, before
    Alembic notes the revision as applied. Should a later statement fail, the schema is
    changed and the version is not. The retry runs the revision from its start and is refused:
    the column, constraint or index already exists.
  `,
	instead: `
    Give what needs the block a revision of its own, with that one statement and nothing else.
    Where it builds an index, drop an invalid one first, IF EXISTS, in the same block.
  `,
	*check({ migration }) {
		if (migration.revision === void 0) return;
		const { sequence } = migration;
		const last = sequence.findLastIndex((each) => isWork(each.kind));
		let isInTransaction = true;
		for (const [position, { kind, span, actions }] of sequence.entries()) {
			if (kind === "COMMIT" || kind === "BEGIN") isInTransaction = kind === "BEGIN";
			const end = isInTransaction ? sequence.findIndex((each, at) => at > position && each.kind === "COMMIT") : position;
			if (end < 0 || end >= last || position >= last) continue;
			const earlier = sequence.slice(0, position).flatMap((each) => each.actions);
			if (!actions.some((action) => isRefusedAgain(action, earlier))) continue;
			yield {
				message: `${migration.version} keeps this where a later statement of it fails, and the retry is refused`,
				subject: migration.path,
				span
			};
			return;
		}
	}
});
function isWork(kind) {
	return !/^(SET|RESET|SELECT|SHOW|BEGIN|COMMIT)\b/.test(kind);
}
/** Whether the server refuses an action once it has been done, and nothing before it undoes it. */
function isRefusedAgain(action, earlier) {
	switch (action.kind) {
		case "createTable":
		case "createSequence":
		case "addEnumValue": return !action.ifNotExists;
		case "addColumn": return !action.ifNotExists && !earlier.some((each) => each.kind === "dropColumn" && each.column === action.column.name);
		case "createIndex": return !action.ifNotExists && !earlier.some((each) => each.kind === "dropIndex");
		case "addConstraint": return !earlier.some((each) => each.kind === "dropConstraint");
		case "createView":
		case "createTrigger": return !action.replace;
		case "createEnum":
		case "createType":
		case "createDomain":
		case "renameColumn":
		case "renameRelation": return true;
		default: return false;
	}
}

//#endregion
//#region rules/check-validated-at-once.ts
var check_validated_at_once_default = actionRule({
	on: [
		"addConstraint",
		"addColumn",
		"alterDomain"
	],
	severity: "error",
	summary: "A check is added to a table in use and every row is tested at once.",
	why: `
    ADD CHECK tests each row under AccessExclusiveLock, and reads and writes wait meanwhile; so
    it does for a CHECK written beside a new column, though that column is the same in every
    row. A constraint of a domain tests every column of the domain in every table, under
    ShareLock.
  `,
	instead: `
    Add the constraint NOT VALID, which tests only rows to come and holds the lock for an
    instant, and VALIDATE CONSTRAINT in a later migration, which lets rows be read and written.
    Beside a new column there is no NOT VALID: add the column first, then the constraint. Of a
    domain, VALIDATE takes ShareLock too: prefer a CHECK on each table that uses it.
  `,
	insteadInAlembic: `
    Say op.create_check_constraint(…, postgresql_not_valid=True), and in a later revision
    op.execute('alter table … validate constraint …'), which lets rows be read and written.
    env.py must say transaction_per_migration=True, or both run in one transaction.
  `,
	*check(moment) {
		const { action } = moment;
		if (action.kind === "alterDomain") yield* ofDomain({
			...moment,
			action
		});
		else yield* ofTable({
			...moment,
			action
		});
	}
});
function* ofTable(moment) {
	const { action, before, after } = moment;
	const { table } = action;
	if (!(action.kind === "addConstraint" ? [action.constraint] : action.column.constraints).some((each) => each.type === "check" && !each.notValid)) return;
	const effects = blockingEffects(moment);
	const own = effects.find(({ relation }) => relation === table);
	if (own === void 0 || own.work === "rewrite" || action.kind === "addColumn" && lacksValue(action)) return;
	const earlier = new Set(before.tables.get(table)?.checks.map((check) => check.name));
	const tables = tableWithChildren(before, table, effects);
	for (const check of after.tables.get(table)?.checks ?? []) {
		if (earlier.has(check.name)) continue;
		const name = quoteIdentifier(check.name);
		const steps = action.kind === "addConstraint" ? checkSteps(table, check) : columnSteps({
			...moment,
			table,
			name: action.column.name
		}, false);
		yield {
			message: `check ${name} is tested in ${tables} under ${own.lock}: ${whoWaits(own.lock)} until every row is read`,
			subject: `${table}.${name}`,
			effects,
			...fixInSteps("ask it of new rows first, and of the old ones later", steps)
		};
	}
}
function lacksValue({ column }) {
	const isFilled = column.default !== void 0 || column.generated !== void 0;
	return !column.nullable && !isFilled;
}
/** VALIDATE takes the same lock, but there is nothing else to take its place. */
function* ofDomain(moment) {
	const { domain, alteration } = moment.action;
	const effects = alteration.form === "validateConstraint" ? [] : blockingEffects(moment);
	if (effects.length === 0) return;
	const lock = strongestLock(effects);
	yield {
		message: `${alteration.form === "setNullable" ? "not null" : "a check"} on domain ${domain} is tested in ${effects.map(({ relation }) => relation).join(", ")} under ${lock}: ${whoWaits(lock)} until every row is read`,
		subject: domain,
		effects
	};
}

//#endregion
//#region rules/column-rewrites-table.ts
var column_rewrites_table_default = actionRule({
	on: ["addColumn"],
	severity: "error",
	summary: "A column is added to a table in use in a way that writes every row anew.",
	why: `
    A default that is the same for all rows is kept once for all of them. Where each row may get
    a value of its own, as from random(), a sequence or a stored expression, or where a domain
    has to test it, every row and every index is written anew under AccessExclusiveLock, and
    neither reads nor writes get through.
  `,
	instead: `
    Add the column without a default, set the default in a second statement, which holds for rows
    to come, and fill the old rows in batches. For an identity column fill a plain one first and
    make it ADD GENERATED AS IDENTITY then. A stored expression can be a view’s, or from
    PostgreSQL 18 on VIRTUAL. In place of a domain take its base type and a CHECK NOT VALID.
  `,
	insteadInAlembic: `
    Say op.add_column without a server_default; then op.alter_column(…, server_default=…), which
    holds for rows to come; then fill the old rows in batches, outside the migration’s transaction.
  `,
	*check(moment) {
		const { action, before } = moment;
		const { table, column } = action;
		const effects = blockingEffects(moment);
		const rewritten = effects.find(({ work }) => work === "rewrite");
		if (rewritten === void 0) return;
		const name = quoteIdentifier(column.name);
		const tables = tableWithChildren(before, table, effects);
		const { lock } = rewritten;
		yield {
			message: `column ${name} ${causeOf(column)}: every row of ${tables} is written anew under ${lock}, and ${whoWaits(lock)}`,
			subject: `${table}.${name}`,
			effects,
			...fixInSteps("add it empty, and fill it in batches", columnSteps({
				...moment,
				table,
				name: column.name
			}, true))
		};
	}
});
function causeOf(column) {
	if (column.generated !== void 0) return "is generated and stored";
	if (column.identity !== void 0) return "is an identity";
	if (column.serial) return "is numbered by a sequence";
	const called = column.default?.functions ?? [];
	return called.length === 0 ? `is of the domain ${column.type}` : `gets its values from ${called.join(", ")}`;
}

//#endregion
//#region rules/concurrently-if-not-exists.ts
var concurrently_if_not_exists_default = actionRule({
	on: ["createIndex"],
	severity: "warning",
	hazard: "fails",
	summary: "An index is built CONCURRENTLY only if its name is not taken, and a failed build takes it.",
	why: `
    A build that fails, on a duplicate, a deadlock or a timeout, leaves an index marked
    invalid: every write maintains it and no query uses it. IF NOT EXISTS looks at the name
    alone, so the retry reports success over that index and the migration counts as applied.
  `,
	instead: `
    Leave IF NOT EXISTS out, so that the retry says what is there, or begin the migration with
    DROP INDEX CONCURRENTLY IF EXISTS of the same name. Afterwards check that
    pg_index.indisvalid is true.
  `,
	*check({ action, before, after, inUse, earlier }) {
		const { index, concurrently, ifNotExists } = action;
		if (!concurrently || !ifNotExists || index.name === void 0 || !inUse(index.table)) return;
		const name = qualify(partsOf(index.table).schema, index.name);
		if (earlier.some((each) => each.kind === "dropIndex" && each.index === name)) return;
		const made = after.indexes.get(name);
		const steps = made === void 0 ? [] : indexSteps(before, after, made) ?? [];
		yield {
			message: `a build of ${quoteIdentifier(index.name)} that failed leaves an invalid index, and a retry accepts it`,
			subject: name,
			...fixInSteps("drop what an attempt may have left, and build it then", steps.length === 0 ? [] : [stepAlone(`drop index concurrently if exists ${name}`), ...steps])
		};
	}
});

//#endregion
//#region rules/concurrently-on-partitioned-table.ts
var concurrently_on_partitioned_table_default = actionRule({
	on: ["createIndex", "dropIndex"],
	severity: "error",
	hazard: "fails",
	summary: "An index of a partitioned table is built or dropped CONCURRENTLY, which PostgreSQL refuses.",
	why: `
    CONCURRENTLY works on one table at a time; on a partitioned table and its index the server
    refuses it (0A000), in every version so far.
  `,
	instead: `
    Create the index ON ONLY the partitioned table, which is instant and leaves it invalid;
    build one CONCURRENTLY on each partition; attach each with ALTER INDEX … ATTACH PARTITION:
    with the last the parent's index becomes valid. An index that is to go can only be dropped
    with ACCESS EXCLUSIVE on the table and all its partitions: set a lock_timeout and retry.
  `,
	*check({ action, before, after }) {
		if (!action.concurrently) return;
		const table = action.kind === "createIndex" ? action.index.table : before.indexes.get(action.index)?.table;
		if (table === void 0 || before.tables.get(table)?.kind !== "partitioned") return;
		const what = action.kind === "createIndex" ? "create index" : `drop index ${action.index}`;
		const made = [...indexesOn(after, table)].find((each) => !before.indexes.has(each.name));
		yield {
			message: `${what} concurrently is refused (0A000): ${table} is partitioned`,
			subject: table,
			...fixInSteps("build it on each partition", made && indexSteps(before, after, made))
		};
	}
});

//#endregion
//#region rules/concurrently-under-timeout.ts
var concurrently_under_timeout_default = actionRule({
	on: [
		"createIndex",
		"dropIndex",
		"reindex",
		"detachPartition",
		"validateConstraint"
	],
	severity: "warning",
	hazard: "fails",
	summary: "A statement that takes its time in the background stands under a short timeout.",
	why: `
    CREATE INDEX CONCURRENTLY and its like wait for every older transaction, which lock_timeout
    counts as waiting for a lock, and read the whole table, which statement_timeout counts.
    Cancelled, they leave an invalid index behind. VALIDATE CONSTRAINT reads the whole table as
    well. None of them stops readers or writers, so that no timeout protects anybody.
  `,
	instead: `
    SET lock_timeout = 0 and SET statement_timeout = 0 before such a statement, and set them
    again after it. A short lock_timeout belongs around statements that take strong locks.
  `,
	*check({ action, before, inUse, transaction }) {
		const { words, table } = slowForm(action, (index) => before.indexes.get(index)?.table) ?? {};
		if (words === void 0 || table === void 0 || !inUse(table)) return;
		for (const { name, atLeast } of TIMEOUTS) {
			if (name === "lock_timeout" && action.kind === "validateConstraint") continue;
			const value = transaction.settings.get(name);
			const limit = millisecondsOf(value);
			if (value === void 0 || limit === void 0 || limit === 0 || limit >= atLeast) continue;
			yield {
				message: `${words} on ${table} is cancelled after ${name} = ${shown$1(value)}`,
				subject: `${table} ${name}`
			};
		}
	}
});
/** What is long enough is not told: a minute of waiting, an hour of work. */
const TIMEOUTS = [{
	name: "lock_timeout",
	atLeast: 6e4
}, {
	name: "statement_timeout",
	atLeast: 36e5
}];
function slowForm(action, tableOf) {
	if (action.kind === "validateConstraint") return {
		words: "validate constraint",
		table: action.table
	};
	if (!("concurrently" in action) || !action.concurrently) return void 0;
	switch (action.kind) {
		case "createIndex": return {
			words: "create index concurrently",
			table: action.index.table
		};
		case "dropIndex": return {
			words: "drop index concurrently",
			table: tableOf(action.index)
		};
		case "reindex": return {
			words: "reindex concurrently",
			table: tableOf(action.relation ?? "") ?? action.relation
		};
		case "detachPartition": return {
			words: "detach partition concurrently",
			table: action.table
		};
		default: return;
	}
}
/** A bare number counts milliseconds. Undefined where it is no duration. */
function millisecondsOf(value) {
	const [, number, unit = "ms"] = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(value ?? "") ?? [];
	return number === void 0 ? void 0 : Number(number) * (UNITS[unit] ?? 1);
}
function shown$1(value) {
	return /\d$/.test(value) ? `${value}ms` : value;
}
const UNITS = {
	us: .001,
	ms: 1,
	s: 1e3,
	min: 6e4,
	h: 36e5,
	d: 864e5
};

//#endregion
//#region rules/concurrently-unnamed.ts
var concurrently_unnamed_default = actionRule({
	on: ["createIndex"],
	severity: "warning",
	hazard: "fails",
	summary: "An index without a name is built CONCURRENTLY, so that a retry builds another one.",
	why: `
    A build that fails leaves an invalid index under the name that the server made up. The
    retry finds the name taken, makes up the next one (orders_customer_id_idx1) and succeeds:
    the invalid index stays for good, and every write maintains both.
  `,
	instead: `
    Name the index. The retry then stops at the invalid one, which has to be dropped first
    (DROP INDEX CONCURRENTLY).
  `,
	*check({ action, before, after, inUse }) {
		const { index, concurrently } = action;
		if (!concurrently || index.name !== void 0 || !inUse(index.table)) return;
		const made = [...indexesOn(after, index.table)].find((each) => !before.indexes.has(each.name));
		yield {
			message: `a retry after a failed build makes another index on ${index.table} and leaves the invalid one`,
			subject: index.table,
			...fixInSteps("name it", made && indexSteps(before, after, made))
		};
	}
});

//#endregion
//#region rules/constraint-backing-index-dropped.ts
var constraint_backing_index_dropped_default = actionRule({
	on: ["dropIndex"],
	severity: "error",
	hazard: "fails",
	summary: "DROP INDEX names the index of a constraint, which PostgreSQL refuses.",
	why: `
    The index of a PRIMARY KEY, UNIQUE or EXCLUDE constraint belongs to it and goes only with
    it: DROP INDEX is refused (2BP01), with CASCADE as without.
  `,
	instead: `
    ALTER TABLE … DROP CONSTRAINT. To exchange the index, build a unique one CONCURRENTLY and,
    in one transaction, drop the constraint and add it again USING INDEX.
  `,
	*check({ action, before }) {
		const index = before.indexes.get(action.index);
		if (index === void 0 || !index.constraint) return;
		const name = quoteIdentifier(partsOf(index.name).name);
		yield {
			message: `${index.name} belongs to a constraint of ${index.table}: drop index is refused (2BP01)`,
			subject: index.name,
			...fixInSteps("drop the constraint", [step(`alter table ${index.table} drop constraint ${name}`)])
		};
	}
});

//#endregion
//#region rules/constraint-builds-index.ts
var constraint_builds_index_default = actionRule({
	on: ["addConstraint", "addColumn"],
	severity: "error",
	summary: "A key is added to a table in use, and its index is built while everybody waits.",
	why: `
    ADD PRIMARY KEY, UNIQUE and EXCLUDE build their index under AccessExclusiveLock, so that
    even reads wait until every row is read and sorted. A key written beside a new column does
    the same. PRIMARY KEY USING INDEX builds nothing, but reads every row for NULL where the
    columns may hold it.
  `,
	instead: `
    CREATE UNIQUE INDEX CONCURRENTLY in a migration of its own, then ADD CONSTRAINT … USING
    INDEX, which takes an instant. For a primary key make the columns NOT NULL first, by way
    of a CHECK that is validated. EXCLUDE takes no ready index: add it while the table is small.
  `,
	insteadInAlembic: `
    In a revision of its own, within op.get_context().autocommit_block(), op.create_index(…,
    unique=True, postgresql_concurrently=True); in the next, op.execute('alter table … add
    constraint … unique using index …'), which takes an instant.
  `,
	*check(moment) {
		const { action, before, after } = moment;
		const { table } = action;
		const written = keysIn$1(action);
		const effects = blockingEffects(moment);
		const own = effects.find(({ relation }) => relation === table);
		if (written.length === 0 || own === void 0 || own.work === "rewrite") return;
		const tables = tableWithChildren(before, table, effects);
		for (const { label, name, key } of madeKeys(before, after, table)) {
			const isReady = written.every((each) => "usingIndex" in each && each.usingIndex !== void 0);
			const does = isReady ? `looks for nulls in every row of ${tables}` : `builds its index on ${tables}`;
			yield {
				message: `${label} ${quoteIdentifier(name)} ${does} under ${own.lock}: ${whoWaits(own.lock)} until every row is read`,
				subject: `${table}.${quoteIdentifier(name)}`,
				effects,
				...fixInSteps("build the index first, and take it then", isReady ? void 0 : stepsFor(moment, key))
			};
		}
	}
});
/** An exclusion constraint takes no ready index. */
function stepsFor(moment, key) {
	const { action, before, after, postgres } = moment;
	const table = after.tables.get(action.table);
	if (key === void 0 || table === void 0) return void 0;
	if (action.kind === "addConstraint") return keySteps(before, after, table, key, postgres);
	return columnSteps({
		...moment,
		table: table.name,
		name: action.column.name
	}, false);
}
function keysIn$1(action) {
	return (action.kind === "addConstraint" ? [action.constraint] : action.kind === "addColumn" ? action.column.constraints : []).filter(({ type }) => type === "primaryKey" || type === "unique" || type === "exclusion");
}
function madeKeys(before, after, table) {
	const earlier = new Set(keysOf(before.tables.get(table)).map(({ name }) => name));
	return keysOf(after.tables.get(table)).filter(({ name }) => !earlier.has(name));
}
function keysOf(table) {
	if (table === void 0) return [];
	const { primaryKey, uniques, exclusions } = table;
	return [
		...primaryKey === void 0 ? [] : [{
			label: "primary key",
			name: primaryKey.name,
			key: primaryKey
		}],
		...uniques.map((key) => ({
			label: "unique constraint",
			name: key.name,
			key
		})),
		...exclusions.map(({ name }) => ({
			label: "exclusion constraint",
			name,
			key: void 0
		}))
	];
}

//#endregion
//#region rules/created-at-missing.ts
var created_at_missing_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A table has no column created_at.",
	why: `
    Nobody can say when a row came to be: not in an incident, not to load what is new into a
    warehouse, not to delete what is too old. It cannot be found out later.
  `,
	instead: `
    Add created_at timestamptz not null default now(). On a table already in use that is a
    change of the catalog only, but gives old rows the time of the migration: where that
    would mislead, leave the column nullable and let old rows have none.
  `,
	insteadInAlembic: `
    Add sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.func.now(),
    nullable=False).
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) {
			if (columnOf$1(table, "created_at") !== void 0) continue;
			yield {
				message: `${table.name} has no column created_at`,
				subject: table.name,
				span: table.origin
			};
		}
	}
});

//#endregion
//#region rules/created-at-without-default.ts
var created_at_without_default_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A column created_at has no default that gives the present time.",
	why: `
    The time is only as good as the client's clock and memory. Raw SQL, COPY and a second
    service leave it empty, or fail with 23502 where it may not be. A constant such as
    'now' is read once, when the table is made, and is the same for every row.
  `,
	instead: `
    Set the default to now(), the time at which the transaction began. Setting a default
    rewrites nothing and leaves the rows that are there as they are.
  `,
	insteadInAlembic: `
    Give the column server_default=sa.func.now(). A default= of the model acts in Python alone.
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) {
			const column = columnOf$1(table, "created_at");
			if (column === void 0 || column.generated !== void 0) continue;
			const { default: value, origin } = column;
			if (value === void 0 ? catalog.domains.has(column.type) : value.functions.length > 0) continue;
			const what = value === void 0 ? "has no default" : "has a constant as its default";
			yield {
				message: `${table.name}.created_at ${what}`,
				subject: `${table.name}.created_at`,
				span: origin
			};
		}
	}
});

//#endregion
//#region rules/down-incomplete.ts
var down_incomplete_default = actionRule({
	on: ["differAfterDown"],
	severity: "error",
	hazard: "fails",
	summary: "A down half does not take back all that its up half did.",
	why: `
    The migration went up and down on a server, which then did not hold the schema that it
    held before. What is left behind stands in the way of going up again. What is missing was
    taken from migrations before this one.
  `,
	instead: `
    Undo in the down half everything that the up half does, in the opposite order. A down
    half that nobody means to run had better not be there: restore from a backup, or write
    the next migration.
  `,
	*check({ action: { differences, version } }) {
		for (const difference of differences) {
			if (difference.subject.startsWith("enum ") && difference.first === "absent") continue;
			yield {
				message: told(difference),
				subject: `${version} ${difference.subject}`
			};
		}
	}
});
function told({ subject, first, second }) {
	if (first === "absent" && second === "present") return `the down half leaves ${subject} behind`;
	if (first === "present" && second === "absent") return `after the down half ${subject} is missing`;
	return `after the down half ${subject} is ${second}, before it was ${first}`;
}

//#endregion
//#region rules/down-missing.ts
var down_missing_default = migrationRule({
	severity: "warning",
	preset: "service",
	summary: "A migration has no down half in a history of migrations that have one.",
	why: `
    The history can be taken back only as far as the last migration without a down half. Who
    finds out needs it at that moment: a deploy has gone wrong, and the way back ends in an
    error, or worse, in silence with the schema left as it is.
  `,
	instead: `
    Write the down half that undoes the up half, in the opposite order. Where nothing can be
    undone, because data is gone, say so in a comment in the down half.
  `,
	*check({ migration, history }) {
		if (migration.statements === 0 || migration.down === "whole" || migration.down === "reasoned") return;
		if (!history.some((each) => each.down === "whole")) return;
		const what = migration.down === "absent" ? "has no down half" : "has a down half that does nothing";
		yield {
			message: `${migration.version} ${what}`,
			subject: migration.path
		};
	}
});

//#endregion
//#region rules/effect-not-predicted.ts
var effect_not_predicted_default = actionRule({
	on: ["observeOtherwise"],
	severity: "warning",
	summary: "A server locked a relation, or worked on it, otherwise than was predicted.",
	why: `
    The rules about locks go by what schemalint predicts of a statement, and the server did
    something else. Where the statement is a DO block or calls a function, what it does
    cannot be known from its text; the server shows it. Anywhere else schemalint is wrong.
  `,
	instead: `
    Judge the statement by what was observed. Write out what a DO block or a function does to
    tables as statements of the migration, which can be judged without a server. Report any
    other difference, with the statement and the version of the server.
  `,
	*check({ action: { relation, predicted, observed, effect } }) {
		yield {
			message: `on ${relation} ${predicted} was predicted, and ${observed} observed`,
			subject: relation,
			...effect === void 0 ? {} : { effects: [effect] }
		};
	}
});

//#endregion
//#region rules/enum-left-by-downgrade.ts
var enum_left_by_downgrade_default = migrationRule({
	severity: "warning",
	hazard: "fails",
	summary: "The down half of a migration leaves an enum that its up half makes.",
	why: `
    Dropping a table or a column does not drop the type of it. The downgrade looks complete,
    but the next upgrade is refused: the type already exists. It is met when a failed deploy is
    taken back and tried again.
  `,
	instead: `
    DROP TYPE at the end of the down half, after the last table that uses it.
  `,
	insteadInAlembic: `
    At the end of downgrade(), after the last table that uses it:
    sa.Enum(name='order_status').drop(op.get_bind()), or op.execute('drop type order_status').
  `,
	*check({ migration, before, after, afterDown }) {
		if (afterDown === void 0 || migration.down !== "whole") return;
		for (const [name, made] of after.enums) {
			if (before.enums.has(name) || !afterDown.enums.has(name)) continue;
			yield {
				message: `the down half of ${migration.version} leaves the enum ${name}`,
				subject: name,
				span: migration.revision?.down.place ?? made.origin
			};
		}
	}
});

//#endregion
//#region rules/enum-value-used-in-the-same-transaction.ts
var enum_value_used_in_the_same_transaction_default = actionRule({
	on: [
		"changeRows",
		"addColumn",
		"setColumnDefault",
		"createTable"
	],
	severity: "error",
	hazard: "fails",
	summary: "A value that was just added to an enum is used in the same transaction.",
	why: `
    Until the transaction that adds it has committed, no statement may use a new value: it is
    refused (55P04), as a default, in an INSERT or in a comparison. Up to PostgreSQL 16 this
    holds for an enum that the same transaction created, too.
  `,
	instead: `
    Add the value in a migration of its own, before the one that uses it; with a runner that
    puts all migrations into one transaction, in a deploy of its own.
  `,
	*check({ action, before, transaction, postgres }) {
		for (const added of transaction.earlier) {
			if (added.kind !== "addEnumValue" || !isNews(added, transaction.earlier, before, postgres)) continue;
			if (!usesLabel(action, added.enum, added.label, before)) continue;
			yield {
				message: `${`'${added.label.replaceAll("'", "''")}'`} was added to ${added.enum} in this transaction: its use is refused (55P04)`,
				subject: `${added.enum} ${added.label}`
			};
		}
	}
});
/** Whether the value is unsafe: an enum of the same transaction may be used as it is from 17 on. */
function isNews({ enum: name }, earlier, before, postgres) {
	const isCreatedHere = earlier.some((each) => each.kind === "createEnum" && each.enum.name === name);
	return before.enums.has(name) && !(isCreatedHere && postgres >= 17);
}
function usesLabel(action, name, label, before) {
	switch (action.kind) {
		case "changeRows": return (before.tables.get(action.relation)?.columns ?? []).some((column) => isOf(column.type, name, before)) && action.strings.includes(label);
		case "addColumn": return isOf(action.column.type, name, before) && isConstant(action.column.default, label);
		case "setColumnDefault": {
			const column = before.tables.get(action.table)?.columns.find((each) => each.name === action.column);
			return column !== void 0 && isOf(column.type, name, before) && isConstant(action.default, label);
		}
		case "createTable": return action.table.columns.some((column) => !("like" in column) && isOf(column.type, name, before) && isConstant(column.default, label));
		default: return false;
	}
}
function isOf(type, name, before) {
	const bare = type.replace(/\[\]$/, "");
	const domain = before.domains.get(bare);
	return bare === name || domain !== void 0 && isOf(domain.type, name, before);
}
/** Whether a default is the label, cast or not. */
function isConstant(expression, label) {
	if (expression?.sql === void 0 || expression.columns.length > 0) return false;
	return expression.sql.pieces.map((piece) => typeof piece === "string" ? piece : "").join("").trim().startsWith(`'${label.replaceAll("'", "''")}'`);
}

//#endregion
//#region rules/expression-change-rewrites-table.ts
var expression_change_rewrites_table_default = actionRule({
	on: ["setColumnExpression"],
	severity: "error",
	summary: "A stored column of a table in use gets another expression, which writes every row.",
	why: `
    SET EXPRESSION on a stored column computes it for every row, and writes the whole table and
    all its indexes anew under AccessExclusiveLock: neither reads nor writes get through.
  `,
	instead: `
    Add a plain column, have a trigger compute it for rows to come, fill the old rows in batches,
    and then, in one short transaction, drop the generated column and give the plain one its
    name. From PostgreSQL 18 on a VIRTUAL column stores nothing, and changes in an instant.
  `,
	*check(moment) {
		const { table, column } = moment.action;
		const effects = blockingEffects(moment);
		if (effects.length === 0) return;
		const lock = strongestLock(effects);
		const name = quoteIdentifier(column);
		yield {
			message: `stored column ${name} is computed anew: every row of ${tableWithChildren(moment.before, table, effects)} is written under ${lock}, and ${whoWaits(lock)}`,
			subject: `${table}.${name}`,
			effects
		};
	}
});

//#endregion
//#region rules/foreign-key-set-null-on-required-column.ts
var foreign_key_set_null_on_required_column_default = schemaRule({
	severity: "error",
	hazard: "fails",
	summary: "A foreign key sets a column to null that may not be null.",
	why: `
    PostgreSQL accepts the constraint and fails later: the first DELETE of a parent row that is
    referenced, or change of its key, is refused (23502), on whatever day that happens.
  `,
	instead: `
    Drop NOT NULL where the reference may be absent; else take ON DELETE RESTRICT or CASCADE.
  `,
	*check({ catalog }) {
		for (const table of judgedTables(catalog)) for (const key of table.foreignKeys) {
			const when = [...key.onDelete === "set null" ? ["delete"] : [], ...key.onUpdate === "set null" ? ["update"] : []];
			const isRequired = key.columns.every((name) => columnOf$1(table, name)?.nullable === false);
			if (when.length === 0 || !isRequired || key.columns.length === 0) continue;
			const columns = key.columns.map(quoteIdentifier).join(", ");
			yield {
				message: `on ${when.join(" and ")} set null is refused (23502) once a row is referenced: ${columns} of ${table.name} is required`,
				subject: `${table.name}.${quoteIdentifier(key.name)}`,
				span: key.origin
			};
		}
	}
});

//#endregion
//#region rules/foreign-key-validated-at-once.ts
var foreign_key_validated_at_once_default = actionRule({
	on: ["addConstraint", "addColumn"],
	severity: "error",
	summary: "A foreign key is added to a table in use and every row is checked at once.",
	why: `
    ADD FOREIGN KEY looks each row of the table up in the referenced one and holds
    ShareRowExclusiveLock on both until the transaction ends: inserts, updates and deletes
    wait on either side. A column that is added with REFERENCES and a default is looked up
    row by row too, under AccessExclusiveLock, so that reads wait as well.
  `,
	instead: `
    Add the constraint NOT VALID, which checks only rows to come and holds the locks for an
    instant. VALIDATE CONSTRAINT in a later migration lets rows be read and written. Add the
    column without a default. From a partitioned table NOT VALID is refused before
    PostgreSQL 18: add the key to each partition NOT VALID, validate each, and then add it to
    the parent, which takes over those of its partitions without a look at the rows.
  `,
	insteadInAlembic: `
    Say op.create_foreign_key(…, postgresql_not_valid=True), and in a later revision
    op.execute('alter table … validate constraint …'), which lets rows be read and written.
    env.py must say transaction_per_migration=True, or both run in one transaction.
  `,
	*check(moment) {
		const { action, before, after, inUse, postgres } = moment;
		const { table } = action;
		if (!inUse(table) || action.kind === "addColumn" && action.column.default === void 0) return;
		if (!(action.kind === "addConstraint" ? [action.constraint] : action.column.constraints).some((constraint) => constraint.type === "foreignKey" && !constraint.notValid)) return;
		const effects = blockingEffects(moment);
		if (effects.length === 0) return;
		const isRewritten = effects.some(({ relation, work }) => relation === table && work === "rewrite");
		const earlier = new Set(before.tables.get(table)?.foreignKeys.map((key) => key.name));
		for (const key of after.tables.get(table)?.foreignKeys ?? []) {
			if (earlier.has(key.name)) continue;
			const checks = `foreign key ${quoteIdentifier(key.name)} looks up every row of ${table} in ${key.references}`;
			const steps = action.kind === "addConstraint" ? foreignKeySteps(after, table, key, postgres) : columnSteps({
				...moment,
				table,
				name: action.column.name
			}, isRewritten);
			yield {
				message: `${checks} under ${waitingFor(effects, table, key.references)}`,
				subject: `${table}.${quoteIdentifier(key.name)}`,
				effects,
				...fixInSteps("ask it of new rows first, and of the old ones later", steps)
			};
		}
	}
});
/** The lock, the relations and who waits for them. */
function waitingFor(effects, table, references) {
	const lock = effects.find((effect) => effect.relation === table)?.lock;
	const isElsewhere = references !== table && effects.some((effect) => effect.relation === references);
	if (lock === "AccessExclusiveLock") return `${lock}: reads and writes wait${isElsewhere ? `, and writes to ${references} too` : ""}`;
	return `${lock}${isElsewhere ? " on both" : ""}: inserts, updates and deletes wait`;
}

//#endregion
//#region rules/foreign-key-without-action.ts
var foreign_key_without_action_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A foreign key leaves ON DELETE or ON UPDATE at NO ACTION.",
	why: `
    NO ACTION is what PostgreSQL takes where nothing is said, and it keeps no record of
    whether something was. A reader cannot tell a decision from an oversight, and the first
    one to delete a parent row learns by an error (23503) that nobody had thought of it.
  `,
	instead: `
    Say what becomes of the referencing rows: ON DELETE RESTRICT, CASCADE or SET NULL, and
    ON UPDATE RESTRICT where keys never change. RESTRICT refuses as NO ACTION does, at once
    instead of at the end of the statement. A deferred constraint needs NO ACTION, as
    RESTRICT cannot wait for COMMIT: allow it there.
  `,
	insteadInAlembic: `
    Say both: op.create_foreign_key(…, ondelete='RESTRICT', onupdate='RESTRICT'), and the same in
    sa.ForeignKey or sa.ForeignKeyConstraint.
  `,
	*check({ catalog }) {
		for (const table of judgedTables(catalog)) for (const key of table.foreignKeys) {
			const silent = [...key.onDelete === "no action" ? ["ON DELETE"] : [], ...key.onUpdate === "no action" ? ["ON UPDATE"] : []];
			if (silent.length === 0) continue;
			const name = quoteIdentifier(key.name);
			yield {
				message: `foreign key ${name} of ${table.name} leaves ${silent.join(" and ")} at NO ACTION`,
				subject: `${table.name}.${name}`,
				span: key.origin
			};
		}
	}
});

//#endregion
//#region rules/foreign-key-without-index.ts
var foreign_key_without_index_default = schemaRule({
	severity: "warning",
	summary: "A foreign key whose columns no index leads with.",
	why: `
    Deleting or re-keying a parent row makes PostgreSQL look for its children. With no index
    to look in, every such delete reads the whole child table while it holds the lock on the
    parent row, and a join from the parent reads it too.
  `,
	instead: `
    Index the referencing columns, in any order, before any others. On a table already in
    use, build the index CONCURRENTLY, in a migration of its own. On a partitioned table,
    where CONCURRENTLY is refused, create it ON ONLY the parent, build one CONCURRENTLY on
    each partition and attach them.
  `,
	insteadInAlembic: `
    Give the column index=True in op.create_table. On a table already in use,
    op.create_index(…, postgresql_concurrently=True) in op.get_context().autocommit_block(), in a
    revision of its own.
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) {
			const indexes = [...indexesOn(catalog, table.name)];
			for (const key of table.foreignKeys) {
				if (indexes.some((index) => covers(index, key))) continue;
				const columns = key.columns.map(quoteIdentifier).join(", ");
				const followUp = `create index concurrently on ${table.name} (${columns});`;
				yield {
					message: `no index on ${table.name} leads with (${columns}), which references ${key.references}`,
					subject: `${table.name}.${quoteIdentifier(key.name)}`,
					span: key.origin,
					...table.kind === "table" ? { fix: {
						title: `index the columns of ${key.name}`,
						followUp
					} } : {}
				};
			}
		}
	}
});
/** A partial index serves where it leaves out only rows that reference nothing. */
function covers(index, key) {
	const holdsAll = index.predicate === void 0 || index.predicate.provesNotNull !== void 0 && key.columns.includes(index.predicate.provesNotNull);
	return index.valid && holdsAll && leadsWith(index, key.columns);
}

//#endregion
//#region rules/grant-all.ts
var grant_all_default = actionRule({
	on: ["grant", "grantByDefault"],
	severity: "warning",
	preset: "service",
	summary: "A role is granted ALL PRIVILEGES.",
	why: `
    ALL on a table is more than rows: TRUNCATE empties it past row triggers and row security,
    TRIGGER makes others run one's code, REFERENCES blocks deletes by a foreign key. ALL on a
    schema lets the role create objects in it that others mistake for the real ones. And a
    later PostgreSQL may add to ALL, as 17 did with MAINTAIN.
  `,
	instead: `
    Name the privileges that the role needs: SELECT, INSERT, UPDATE and DELETE on a table,
    USAGE on a schema, USAGE and SELECT on a sequence.
  `,
	*check({ action, before }) {
		const { privileges, target, grantees } = action.privileges;
		const surplus = SURPLUS[target];
		if (privileges !== "all" || surplus === void 0) return;
		const others = action.kind === "grant" ? grantees.filter((each) => !ownsAll(before, action, each)) : grantees;
		if (others.length === 0) return;
		const object = action.kind === "grant" ? objectOf(action) : `every new ${target}`;
		yield {
			message: `${others.join(", ")} gets all privileges on ${object}, ${surplus} included`,
			subject: `${object} to ${others.join(", ")}`
		};
	}
});
/** What ALL holds beyond daily use. Functions and types have one privilege only, which ALL is short for. */
const SURPLUS = {
	table: "TRUNCATE, REFERENCES and TRIGGER",
	sequence: "UPDATE",
	schema: "CREATE"
};
/** Whether a role has all of this anyhow, as the owner. */
function ownsAll(catalog, action, role) {
	const { target } = action.privileges;
	const ownerOf = (name) => {
		if (target === "schema") return [...catalog.schemas.values()].find((schema) => partsOf(name).schema === schema.name)?.owner;
		return catalog.tables.get(name)?.owner;
	};
	return action.on.length > 0 && action.on.every((name) => ownerOf(name) === role);
}
function objectOf({ on, privileges: { target, allInSchema } }) {
	if (allInSchema) return `all ${target}s of ${on.length === 0 ? "a schema" : [...new Set(on.map((name) => partsOf(name).schema))].join(", ")}`;
	return `${target === "table" ? "" : `${target} `}${on.join(", ")}`;
}

//#endregion
//#region rules/grant-to-public.ts
var grant_to_public_default = schemaRule({
	severity: "warning",
	summary: "A privilege is granted to PUBLIC.",
	why: `
    PUBLIC is every role of the cluster: the ones of other applications, of monitoring and of
    backups, and each that is ever created. What PUBLIC holds cannot be taken from one of
    them, as REVOKE from a role takes nothing that it has through PUBLIC.
  `,
	instead: `
    Make a role without login for what is allowed, such as one that only reads, grant the
    privilege to it and the role to those who need it, and revoke it from PUBLIC.
  `,
	*check({ catalog, postgres }) {
		const byObject = grouped([...catalog.grants.values()].filter((grant) => grant.grantee === PUBLIC && !isUsual(grant, postgres)), (grant) => `${grant.target} ${grant.on}`);
		for (const grants of byObject.values()) if (!isParentsToo(catalog, grants, byObject)) yield problemOf(grants);
		const byScope = grouped([...catalog.defaultPrivileges.values()].filter((entry) => entry.grantee === PUBLIC), (entry) => `${entry.target} ${entry.schema} ${entry.role}`);
		for (const entries of byScope.values()) if (entries[0]?.target !== "function" && entries[0]?.target !== "type") yield promiseOf(entries);
	}
});
/** USAGE of schema public is given with every database; before PostgreSQL 15 CREATE was too. */
function isUsual(grant, postgres) {
	if (grant.target !== "schema" || grant.on !== "public") return false;
	return grant.privilege === "USAGE" || grant.privilege === "CREATE" && postgres < 15;
}
/** Whether the same is told of the table that this one is a partition of. */
function isParentsToo(catalog, [grant], told) {
	const parent = grant?.target === "table" ? catalog.tables.get(grant.on)?.partitionOf : void 0;
	return parent !== void 0 && told.has(`table ${parent}`);
}
function problemOf(grants) {
	const { target, on, origin } = grants[0];
	const privileges = grants.map(({ privilege, column }) => column === void 0 ? privilege : `${privilege} (${quoteIdentifier(column)})`);
	const object = target === "table" ? on : `${target} ${on}`;
	return {
		message: `PUBLIC holds ${privileges.toSorted().join(", ")} on ${object}`,
		subject: object,
		span: origin
	};
}
function promiseOf(entries) {
	const { target, schema, role, origin } = entries[0];
	const object = `every new ${target}${role === void 0 ? "" : ` of ${role}`}${schema === void 0 ? "" : ` in schema ${quoteIdentifier(schema)}`}`;
	return {
		message: `PUBLIC will hold ${entries.map((entry) => entry.privilege).toSorted().join(", ")} on ${object}`,
		subject: object,
		span: origin
	};
}
function grouped(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]);
	return groups;
}

//#endregion
//#region rules/identifier-not-snake-case.ts
var identifier_not_snake_case_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A name is not written in snake_case.",
	why: `
    PostgreSQL folds unquoted names to lower case, so a name with capitals, blanks or hyphens
    must be quoted in every statement from then on. Whoever forgets the quotes is told that
    the relation or column does not exist, and two styles side by side make every name a guess.
  `,
	instead: `
    Use lower-case words joined by underscores. An ORM can map another spelling to its own
    model. Renaming what is in use breaks the running application: leave a view under the old
    name until every reader has moved.
  `,
	*check({ catalog }) {
		for (const { kind, name, on, from, origin } of namesIn(catalog)) {
			if (!OFFENCE.test(ownPart(name, from))) continue;
			const object = on === void 0 ? quoteIdentifier(name) : `${on}.${quoteIdentifier(name)}`;
			yield {
				message: `${kind} ${object} is not in snake_case`,
				subject: `${kind} ${object}`,
				span: origin
			};
		}
	}
});
/** Letters without case are fine wherever they come from, and so are the marks that belong to letters. */
const OFFENCE = /^\p{N}|[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_]/u;
/** A name without the offending names in it that it was made from: those are told by themselves. */
function ownPart(name, from = []) {
	return from.filter((each) => OFFENCE.test(each)).toSorted((a, b) => b.length - a.length).reduce((rest, each) => rest.replaceAll(each, "_"), name);
}
function* namesIn(catalog) {
	for (const { name, origin } of catalog.schemas.values()) yield {
		kind: "schema",
		name,
		origin
	};
	for (const table of catalog.tables.values()) yield* tableName(table);
	for (const table of judgedTables(catalog)) yield* namesWithin(catalog, table);
	for (const index of catalog.indexes.values()) {
		const table = catalog.tables.get(index.table);
		const isCopy = table !== void 0 && (table.partitionOf !== void 0 || table.persistence === "temporary");
		if (index.constraint || isCopy) continue;
		yield {
			...named("index", index),
			from: table === void 0 ? [] : namesOf(table)
		};
	}
	for (const sequence of catalog.sequences.values()) if (sequence.ownedBy === void 0) yield named("sequence", sequence);
	for (const type of [...catalog.enums.values(), ...catalog.types.values()]) yield named("type", type);
	for (const domain of catalog.domains.values()) yield named("domain", domain);
	for (const view of catalog.views.values()) yield named("view", view);
	const functions = new Map([...catalog.functions.values()].map((each) => [each.name, each]));
	for (const each of functions.values()) yield named(each.kind, each);
}
/** Temporary tables are gone by tomorrow, and a foreign table's names are another server's. */
function* tableName(table) {
	if (table.persistence === "temporary" || table.kind === "foreign") return;
	yield {
		...named("table", table),
		from: table.partitionOf === void 0 ? [] : [partsOf(table.partitionOf).name]
	};
}
function* namesWithin(catalog, table) {
	const parents = table.inherits.flatMap((parent) => catalog.tables.get(parent) ?? []);
	const inherited = new Set(parents.flatMap((parent) => [...parent.columns, ...parent.checks]).map(({ name }) => name));
	const from = namesOf(table);
	const on = table.name;
	for (const { name, origin } of table.columns) if (!inherited.has(name)) yield {
		kind: "column",
		name,
		on,
		origin
	};
	const keys = table.primaryKey === void 0 ? table.uniques : [table.primaryKey, ...table.uniques];
	for (const { name, origin } of [
		...keys,
		...table.checks,
		...table.exclusions
	]) if (!inherited.has(name)) yield {
		kind: "constraint",
		name,
		on,
		from,
		origin
	};
	for (const { name, references, referencedColumns, origin } of table.foreignKeys) yield {
		kind: "constraint",
		name,
		on,
		from: [
			...from,
			partsOf(references).name,
			...referencedColumns
		],
		origin
	};
	for (const { name, origin } of triggersOn(catalog, table.name)) yield {
		kind: "trigger",
		name,
		on,
		from,
		origin
	};
}
function named(kind, object) {
	const { schema, name } = partsOf(object.name);
	return {
		kind,
		name,
		on: quoteIdentifier(schema),
		origin: object.origin
	};
}
function namesOf(table) {
	return [partsOf(table.name).name, ...table.columns.map((column) => column.name)];
}

//#endregion
//#region rules/identifier-truncated.ts
var identifier_truncated_default = actionRule({
	on: ["truncateIdentifier"],
	severity: "error",
	summary: "An identifier is longer than the 63 bytes that PostgreSQL keeps.",
	why: `
    The server cuts it and says so in a NOTICE only. The object gets another name than the
    migration says; two names that differ after the cut are one, and the second CREATE fails,
    or with IF NOT EXISTS does nothing. A tool that looks the full name up finds nothing.
  `,
	instead: `
    Shorten the name to 63 bytes; a letter outside ASCII takes two to four of them. Name
    constraints and indexes yourself where an ORM would make the name of many columns.
  `,
	insteadInAlembic: `
    Choose a shorter name. Where none is given, naming_convention of the MetaData makes it: give
    the constraint or index a name of its own, op.f('…').
  `,
	*check({ action: { identifier, kept } }) {
		yield {
			message: `${identifier} has ${new TextEncoder().encode(identifier).length} bytes and is cut to ${kept}`,
			subject: identifier
		};
	}
});

//#endregion
//#region rules/if-not-exists-hides-existing.ts
var if_not_exists_hides_existing_default = actionRule({
	on: ["createTable", "addColumn"],
	severity: "error",
	hazard: "fails",
	summary: "IF NOT EXISTS passes over a definition because another one has the name.",
	why: `
    IF NOT EXISTS asks for the name alone. The history has made the table or column already,
    and otherwise: the server says so in a notice, the migration counts as applied, and what
    it defines is nowhere. The statements and the application that count on it fail later.
  `,
	instead: `
    Say the difference: ALTER TABLE … ADD COLUMN or ALTER COLUMN … TYPE, in a migration after
    the one that made it. Where two migrations mean different things, give one another name.
  `,
	*check({ action, before, mayDiffer }) {
		const table = before.tables.get(action.kind === "createTable" ? action.table.name : action.table);
		if (table === void 0 || table.known !== "wholly" || mayDiffer(table.name)) return;
		const difference = action.kind === "createTable" ? ofTables(action, table, before) : ofColumns(action, table);
		if (difference === void 0) return;
		yield {
			message: `${difference}, so that this definition is passed over`,
			subject: table.name
		};
	}
});
/** The first column in which the table that is there differs from the one that is defined. */
function ofTables(action, table, before) {
	const defined = action.table.columns.flatMap((each) => "like" in each ? [] : [each]);
	const isSaid = defined.length === action.table.columns.length && defined.length > 0;
	const isOwn = action.table.inherits.length === 0 && action.table.partitionOf === void 0;
	if (!action.ifNotExists || !isSaid || !isOwn || before.views.has(table.name)) return void 0;
	for (const { name, type } of defined) {
		const column = columnOf$1(table, name);
		if (column === void 0) return `${table.name} exists without column ${quoteIdentifier(name)}`;
		if (column.type !== type) return `${table.name} exists with ${quoteIdentifier(name)} of type ${column.type}`;
	}
	const extra = table.columns.find((column) => !defined.some(({ name }) => name === column.name));
	return extra === void 0 ? void 0 : `${table.name} exists with another column ${quoteIdentifier(extra.name)}`;
}
function ofColumns({ column, ifNotExists }, table) {
	const existing = columnOf$1(table, column.name);
	if (!ifNotExists || existing === void 0 || existing.type === column.type) return void 0;
	return `column ${quoteIdentifier(column.name)} of ${table.name} exists with type ${existing.type}`;
}

//#endregion
//#region rules/index-dropped-without-concurrently.ts
var index_dropped_without_concurrently_default = actionRule({
	on: ["dropIndex"],
	severity: "warning",
	summary: "An index of a table in use is dropped while its readers wait.",
	why: `
    DROP INDEX takes AccessExclusiveLock on the table. It has done with it in an instant, but
    first it waits for every query that runs on the table, and every later query waits behind
    it; in a transaction the lock stays until the end of that.
  `,
	instead: `
    DROP INDEX CONCURRENTLY, outside a transaction and in a migration of its own: it waits for
    running queries, and nobody waits for it. For an index of a partitioned table, which
    cannot be dropped so, SET LOCAL lock_timeout and try again where it runs out.
  `,
	insteadInAlembic: `
    In a revision of its own: with op.get_context().autocommit_block():
    op.drop_index('ix_orders_total', table_name='orders', postgresql_concurrently=True).
  `,
	*check(moment) {
		const { action, before } = moment;
		const index = before.indexes.get(action.index);
		if (index === void 0 || index.constraint || before.tables.get(index.table)?.kind === "partitioned") return;
		const effects = strongEffects(moment).filter(({ relation }) => relation === index.table);
		if (effects.length === 0) return;
		const lock = strongestLock(effects);
		yield {
			message: `drop index ${quoteIdentifier(partsOf(index.name).name)} takes ${lock} on ${index.table}: ${whoWaits(lock)} until it is granted and the transaction ends`,
			subject: index.name,
			effects,
			...fixInSteps("drop it without having anybody wait", [stepAlone(`drop index concurrently ${index.name}`)])
		};
	}
});

//#endregion
//#region rules/index-invalid.ts
var index_invalid_default = schemaRule({
	severity: "error",
	hazard: "fails",
	summary: "An index is marked invalid: it is kept up to date and used by no query.",
	why: `
    A build CONCURRENTLY that fails, on a duplicate, a deadlock or a timeout, leaves its index
    behind, and so does one that is stopped. Every write pays for the index, no query is
    planned with it, and where it is unique nothing promises that its rows are. The name is
    taken: a retry is refused, or with IF NOT EXISTS passes over the index in silence. The
    index of a partitioned table that was made ON ONLY is invalid until each partition has
    one attached to it.
  `,
	instead: `
    Drop the index CONCURRENTLY, remove what made the build fail, and build it again, or give
    REINDEX INDEX CONCURRENTLY. Build with lock_timeout and statement_timeout off: waiting for
    other transactions is what the build is made to do. Attach to the index of a partitioned
    table one of each partition.
  `,
	*check({ catalog }) {
		for (const index of catalog.indexes.values()) {
			if (index.valid) continue;
			const message = describe(catalog, index);
			if (message !== void 0) yield {
				message,
				subject: index.name,
				span: index.origin
			};
		}
	},
	*checkBuild({ index, table, occasion, sqlstate, again }) {
		yield {
			message: `${occasion === "refused" ? "the build" : "the build beside a transaction that has written to the table"} fails (${sqlstate}) and leaves ${index} on ${table} invalid; ${again === "taken" ? "a retry passes over it" : "a retry is refused, as the name is taken"}`,
			subject: index
		};
	}
});
/** What is wrong with an invalid index; undefined where it is invalid because a part of it is, which is told of that. */
function describe(catalog, { name, table }) {
	if (catalog.tables.get(table)?.kind !== "partitioned") return `${name} is invalid: writes to ${table} maintain it, and no query uses it`;
	const parts = [...catalog.indexes.values()].filter((each) => each.partitionOf === name);
	if (parts.some((each) => !each.valid)) return void 0;
	const covered = new Set(parts.map((each) => each.table));
	const missing = [...catalog.tables.values()].filter((each) => each.partitionOf === table && !covered.has(each.name));
	if (missing.length === 0) return `${name} on ${table} is invalid`;
	if (missing.some((each) => each.kind === "foreign")) return void 0;
	return `${name} is invalid: no index of ${missing.map((each) => each.name).join(", ")} is attached to it`;
}

//#endregion
//#region rules/index-without-concurrently.ts
var index_without_concurrently_default = actionRule({
	on: ["createIndex"],
	severity: "error",
	summary: "An index is built on a table in use while its writers wait.",
	why: `
    CREATE INDEX takes ShareLock and keeps it until every row is read and the transaction
    ends. Reads go on; every INSERT, UPDATE and DELETE waits, on a large table for minutes,
    and the connections that wait with them are soon all there are.
  `,
	instead: `
    CREATE INDEX CONCURRENTLY, outside a transaction and in a migration of its own. Should it
    fail, drop the invalid index that it leaves before trying again: IF NOT EXISTS would
    accept it. On a partitioned table, where CONCURRENTLY is refused, create the index ON ONLY
    the parent, build one CONCURRENTLY on each partition, and attach each to the parent's.
  `,
	insteadInAlembic: `
    In a revision of its own, whose upgrade() does nothing else: with
    op.get_context().autocommit_block(): op.create_index('ix_orders_total', 'orders', ['total'],
    postgresql_concurrently=True). Should it fail, drop the invalid index that it leaves before
    trying again: if_not_exists would accept it.
  `,
	*check(moment) {
		const { action, before, after } = moment;
		const { table } = action.index;
		if (before.views.has(table) || action.onOnly && before.tables.get(table)?.known !== "wholly") return;
		const made = [...indexesOn(after, table)].find((index) => !before.indexes.has(index.name));
		const effects = waitedFor(moment);
		if (made === void 0 || effects.length === 0) return;
		const name = quoteIdentifier(partsOf(made.name).name);
		const partitions = effects.filter((effect) => effect.relation !== table).length;
		yield {
			message: `create index builds ${name} on ${partitions === 0 ? table : `${table} and ${partitions} of its partitions`} under ShareLock: inserts, updates and deletes wait until every row is read`,
			subject: made.name,
			effects,
			...fixInSteps("build it while rows are written", indexSteps(before, after, made))
		};
	}
});
/** Partitions of a partitioned table may have been made where the history does not show it. */
function waitedFor(moment) {
	const { action, before } = moment;
	const { table } = action.index;
	if (!(before.tables.get(table)?.kind === "partitioned" && moment.effects.length === 1) || action.onOnly) return blockingEffects(moment);
	return blockingEffects({
		...moment,
		effects: moment.effects.map((effect) => ({
			...effect,
			work: "build"
		}))
	});
}

//#endregion
//#region rules/materialized-view-refreshed-without-concurrently.ts
var materialized_view_refreshed_without_concurrently_default = actionRule({
	on: ["refreshView"],
	severity: "error",
	summary: "A materialized view in use is refreshed while its readers wait.",
	why: `
    REFRESH MATERIALIZED VIEW takes AccessExclusiveLock on the view and keeps it while the
    whole query runs and until the transaction ends: every query of the view waits.
  `,
	instead: `
    REFRESH MATERIALIZED VIEW CONCURRENTLY lets the old rows be read meanwhile. It needs a
    unique index on columns of the view without a WHERE, and a view that was filled before.
  `,
	*check(moment) {
		const { action, before } = moment;
		const view = before.views.get(action.view);
		if (action.concurrently || !action.populated || view?.populated === false) return;
		const effects = strongEffects(moment).filter((effect) => effect.relation === action.view);
		if (effects.length === 0) return;
		const steps = [...indexesOn(before, action.view)].some(({ unique, predicate, keys }) => unique && predicate === void 0 && keys.every((key) => "column" in key)) ? [stepAlone(`refresh materialized view concurrently ${action.view}`)] : [];
		yield {
			message: `refresh fills ${action.view} under AccessExclusiveLock: its reads wait until the query has run`,
			subject: action.view,
			effects,
			...fixInSteps("let the old rows be read meanwhile", steps)
		};
	}
});

//#endregion
//#region rules/multiple-heads.ts
var multiple_heads_default = migrationRule({
	severity: "error",
	hazard: "fails",
	summary: "A history of revisions ends in more than one head.",
	why: `
    Two branches of work were merged, and each brought a revision that follows the same one.
    alembic upgrade head is refused with "Multiple head revisions are present", which is found
    when it is deployed: upgrade heads, as a test may say, goes through.
  `,
	instead: `
    Let one revision follow the other, by its down_revision, while it is not yet applied
    anywhere. Where both are, join them: alembic merge heads makes a revision that follows both.
  `,
	*check({ migration, history }) {
		const heads = history.filter((each) => each.revision?.isHead === true);
		if (heads.length < 2 || heads.at(-1) !== migration) return;
		const names = heads.map((each) => each.version).join(", ");
		yield {
			message: `${heads.length} heads: ${names}`,
			subject: "heads",
			span: migration.revision?.place
		};
	}
});

//#endregion
//#region rules/needs-newer-postgres.ts
var needs_newer_postgres_default = actionRule({
	on: ["needVersion"],
	severity: "error",
	hazard: "fails",
	summary: "A statement uses what the targeted version of PostgreSQL does not have.",
	why: `
    The statement is right for a newer server, such as the one on a laptop; the one it is
    meant for refuses it, as a syntax error or a function that does not exist.
  `,
	instead: `
    Write it as the targeted version has it, or upgrade the server first. Where the target is
    said wrongly, correct --postgres or "postgres" in the configuration.
  `,
	*check({ action: { feature, since }, postgres }) {
		yield {
			message: `${feature} came with PostgreSQL ${since}; the target is ${postgres}`,
			subject: feature
		};
	}
});

//#endregion
//#region rules/not-null-scans-table.ts
var not_null_scans_table_default = actionRule({
	on: ["setColumnNullable"],
	severity: "error",
	summary: "A column of a table in use is made NOT NULL, which reads every row.",
	why: `
    SET NOT NULL looks for NULL in every row under AccessExclusiveLock, and queries wait until
    it has, be they of this column or not. Since PostgreSQL 12 it takes the word of a valid
    CHECK that says the same, and reads nothing.
  `,
	instead: `
    Add CHECK (column IS NOT NULL) NOT VALID; validate it in a later migration, which lets rows
    be read and written; then SET NOT NULL, and drop the CHECK in a statement after that. From
    PostgreSQL 18 on, add the constraint NOT NULL column NOT VALID and validate that.
  `,
	insteadInAlembic: `
    In a revision, op.create_check_constraint(…, postgresql_not_valid=True) with the condition
    that the column IS NOT NULL; in the next, op.execute('alter table … validate constraint …');
    then op.alter_column(…, nullable=False) and op.drop_constraint(…). env.py must say
    transaction_per_migration=True, or all run in one transaction.
  `,
	*check(moment) {
		const { table, column } = moment.action;
		const effects = blockingEffects(moment);
		if (effects.length === 0) return;
		const lock = strongestLock(effects);
		const name = quoteIdentifier(column);
		yield {
			message: `not null on ${name} is checked in ${tableWithChildren(moment.before, table, effects)} under ${lock}: ${whoWaits(lock)} until every row is read`,
			subject: `${table}.${name}`,
			effects,
			...fixInSteps("have it proven first, and then believed", notNullSteps(moment.after, table, column, moment.postgres))
		};
	}
});

//#endregion
//#region rules/object-exists-already.ts
var object_exists_already_default = actionRule({
	on: ["foreseeRefusal"],
	severity: "error",
	hazard: "fails",
	summary: "A statement makes a table, column, constraint or the like that exists already.",
	why: `
    An earlier migration, or the same one further up, has made an object of this name, and
    nothing has dropped or renamed it since. The server will refuse the statement, and the
    deploy stops there. Two branches that were merged are the usual cause.
  `,
	instead: `
    Leave out what is there, or change it with ALTER. Give another name to what is another
    thing.
  `,
	*check({ action: { refusal } }) {
		if (refusal.about !== "existing") return;
		const { reason, sqlstate, subject } = refusal;
		yield {
			message: `${reason} (${sqlstate})`,
			subject
		};
	}
});

//#endregion
//#region rules/partition-created-in-place.ts
var partition_created_in_place_default = actionRule({
	on: ["createTable"],
	severity: "warning",
	summary: "A partition is created in place, which locks the partitioned table that is in use.",
	why: `
    CREATE TABLE … PARTITION OF takes AccessExclusiveLock on the parent, and on its default
    partition, until the transaction ends. Behind one long query it waits, and everyone else
    waits behind it. Where there is a default partition, every row of it is read meanwhile,
    as it may belong to the new one.
  `,
	instead: `
    Create the table on its own, with CREATE TABLE … (LIKE parent INCLUDING ALL), and then
    ATTACH PARTITION, which lets the parent be read and written. A default partition needs a
    valid CHECK first that says that it holds no rows of the new one.
  `,
	*check(moment) {
		const { table, ifNotExists } = moment.action;
		if (table.partitionOf === void 0 || ifNotExists && moment.before.tables.has(table.name)) return;
		const { parent } = table.partitionOf;
		const effects = strongEffects(moment).filter((effect) => effect.relation !== table.name);
		if (!effects.some((effect) => effect.relation === parent)) return;
		const isPlain = table.columns.length + table.constraints.length === 0;
		const made = moment.after.tables.get(table.name);
		const isAlone = defaultPartitionOf(moment.before, parent) === void 0;
		const steps = isPlain && isAlone && made !== void 0 ? partitionSteps(moment.after, made, parent) : void 0;
		yield {
			message: `partition ${table.name} is created under AccessExclusiveLock on ${waiting(parent, effects)}`,
			subject: table.name,
			effects,
			...fixInSteps("make it on its own, and attach it", steps)
		};
	}
});
/** Who waits, and for how long. */
function waiting(parent, effects) {
	const beside = effects.find((effect) => effect.relation !== parent && effect.work !== "none");
	if (beside === void 0) return `${parent}: its reads and writes wait until the transaction ends`;
	return `${parent} and ${beside.relation}: reads and writes wait until every row of ${beside.relation} is read`;
}

//#endregion
//#region rules/partition-detached-without-concurrently.ts
var partition_detached_without_concurrently_default = actionRule({
	on: ["detachPartition"],
	severity: "warning",
	summary: "A partition is detached while everyone who uses the partitioned table waits.",
	why: `
    DETACH PARTITION takes AccessExclusiveLock on the parent, the partition and a default
    partition until the transaction ends. Behind one long query it waits, and everyone else
    waits behind it. CONCURRENTLY does not, but the server refuses it (55000) where the
    parent has a default partition.
  `,
	instead: `
    DETACH PARTITION … CONCURRENTLY, since PostgreSQL 14, outside a transaction and in a
    migration of its own. Where there is a default partition, set lock_timeout and try again
    when it strikes.
  `,
	*check(moment) {
		const { action, before, postgres } = moment;
		const { table, partition } = action;
		const beside = defaultPartitionOf(before, table);
		if (action.concurrently) {
			if (beside === void 0) return;
			yield {
				message: `${partition} is detached ${`concurrently: the server refuses it while ${table} has the default partition ${beside.name}`}`,
				subject: partition
			};
			return;
		}
		if (postgres < 14 || beside !== void 0) return;
		const effects = strongEffects(moment);
		if (!effects.some((effect) => effect.relation === table)) return;
		yield {
			message: `${partition} is detached under AccessExclusiveLock on ${table}: its reads and writes wait until the transaction ends`,
			subject: partition,
			effects,
			...fixInSteps("detach it while the parent is used", detachSteps(table, partition, false))
		};
	}
});

//#endregion
//#region rules/partition-dropped-while-attached.ts
var partition_dropped_while_attached_default = actionRule({
	on: ["dropTable"],
	severity: "warning",
	summary: "A partition is dropped while it is attached, which locks the partitioned table.",
	why: `
    DROP TABLE of a partition takes AccessExclusiveLock on its parent too, until the
    transaction ends. Behind one long query it waits, and everyone who uses any partition
    through the parent waits behind it.
  `,
	instead: `
    DETACH PARTITION … CONCURRENTLY first, since PostgreSQL 14, in a migration of its own, and
    drop the table, which is nobody's partition by then, in the next one.
  `,
	*check(moment) {
		const { table } = moment.action;
		const parent = moment.before.tables.get(table)?.partitionOf;
		if (parent === void 0) return;
		const effects = strongEffects(moment);
		if (!effects.some((effect) => effect.relation === parent)) return;
		const steps = moment.postgres >= 14 && defaultPartitionOf(moment.before, parent) === void 0 ? detachSteps(parent, table, true) : void 0;
		yield {
			message: `drop table of partition ${table} takes AccessExclusiveLock on ${parent}: its reads and writes wait until the transaction ends`,
			subject: table,
			effects,
			...fixInSteps("detach it first, while the parent is used", steps)
		};
	}
});

//#endregion
//#region rules/primary-key-not-uuid.ts
var primary_key_not_uuid_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A primary key holds no uuid.",
	why: `
    A number from a sequence tells outsiders how many rows there are and lets them guess the
    next one. It is known only after the insert, repeats across databases, and an integer
    ends at 2,147,483,647. A natural key changes one day, and every foreign key with it.
  `,
	instead: `
    Give the table an id uuid primary key with a default that makes one. Keep a natural key
    as a unique constraint beside it. A link table may be keyed by its foreign keys, and a
    table that shares its row's identity with another by that one's key.
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) {
			const key = table.primaryKey;
			if (key === void 0) continue;
			const columns = key.columns.flatMap((name) => columnOf$1(table, name) ?? []);
			if (columns.length < key.columns.length) continue;
			if (columns.some((column) => baseType(catalog, column.type) === "uuid")) continue;
			const borrowed = new Set(table.foreignKeys.flatMap((foreignKey) => foreignKey.columns));
			if (columns.every((column) => borrowed.has(column.name))) continue;
			const parts = columns.map((column) => `${column.name} ${column.type}`).join(", ");
			const span = key.origin ?? table.origin;
			yield {
				message: `the primary key of ${table.name} is (${parts})`,
				subject: table.name,
				span
			};
		}
	}
});

//#endregion
//#region rules/reindex-without-concurrently.ts
var reindex_without_concurrently_default = actionRule({
	on: ["reindex"],
	severity: "error",
	summary: "An index is built anew on a table in use while its writers wait.",
	why: `
    REINDEX takes ShareLock on the table, so that every INSERT, UPDATE and DELETE waits until
    the index is built, and AccessExclusiveLock on the index itself, so that queries that
    plan to use it wait as well.
  `,
	instead: `
    REINDEX … CONCURRENTLY, since PostgreSQL 12, outside a transaction and in a migration of
    its own. Should it fail, drop the invalid index with a name that ends in _ccnew.
  `,
	*check(moment) {
		const { action } = moment;
		if (action.concurrently) return;
		const effects = blockingEffects(moment).filter((effect) => effect.work === "build");
		const tables = effects.map((effect) => effect.relation);
		const [first] = tables;
		if (first === void 0) return;
		const meant = action.relation === void 0 ? action.target : quoteIdentifier(partsOf(action.relation).name);
		const named = action.relation ?? (action.schema === void 0 ? void 0 : quoteIdentifier(action.schema));
		const steps = named === void 0 ? [] : [stepAlone(`reindex ${action.target} concurrently ${named}`)];
		yield {
			message: `reindex of ${meant} takes ShareLock on ${tables.length === 1 ? first : `${first} and ${tables.length - 1} more`}: inserts, updates and deletes wait until every row is read`,
			subject: action.relation ?? action.schema ?? action.target,
			effects,
			...fixInSteps("build it anew while rows are written", steps)
		};
	}
});

//#endregion
//#region rules/required-column-without-default.ts
var required_column_without_default_default = actionRule({
	on: ["addColumn"],
	severity: "error",
	hazard: "fails",
	summary: "A column that may not be null is added without a value for the rows that are there.",
	why: `
    The migration passes on an empty table, in a test and on a laptop, and is refused in
    production: the first row that is found has no value for the column (23502). And while
    the new version is rolled out, the old one inserts rows without it.
  `,
	instead: `
    Give the column a default that holds for the old rows; from PostgreSQL 11 on one that is
    not volatile is stored once and rewrites nothing. Or add the column nullable, fill it in
    batches, add CHECK (column IS NOT NULL) NOT VALID, validate that, and SET NOT NULL, which
    then scans nothing from 12 on.
  `,
	insteadInAlembic: `
    Give op.add_column's sa.Column a server_default, which costs nothing where it is constant. Else
    add it with nullable=True, fill it in batches, and then op.alter_column(…, nullable=False).
  `,
	*check({ action, before, inUse }) {
		const { table, column, ifNotExists } = action;
		if (column.nullable || column.serial || column.identity !== void 0 || column.generated !== void 0) return;
		if (column.default !== void 0 || before.domains.has(column.type) || !inUse(table)) return;
		const known = before.tables.get(table);
		if (ifNotExists && known !== void 0 && columnOf$1(known, column.name) !== void 0) return;
		const name = quoteIdentifier(column.name);
		yield {
			message: `column ${name} may not be null and has no default: refused (23502) once ${table} has a row`,
			subject: `${table}.${name}`
		};
	}
});

//#endregion
//#region rules/revision-depends-on-data.ts
var revision_depends_on_data_default = migrationRule({
	severity: "warning",
	summary: "What a revision does depends on rows that it asks the database for.",
	why: `
    The revision reads rows and goes on by what it finds. Without a database the answer is taken
    as empty: what it would do with rows was not seen and not checked. On a real one it loads
    them into Python and holds its locks meanwhile.
  `,
	instead: `
    Say it in one statement, such as INSERT … SELECT or UPDATE … FROM, that can be read and
    needs no rows in Python. Move a long backfill out of the revision. verify runs it for real.
  `,
	*check({ migration }) {
		const { revision, version, path } = migration;
		const [first, ...more] = revision?.up.questions ?? [];
		if (first === void 0) return;
		const others = more.length === 0 ? "" : `, and ${more.length} more`;
		yield {
			message: `${version} asks the database: ${first.what.length > 90 ? `${first.what.slice(0, 90)}…` : first.what}${others}`,
			subject: path,
			span: first.place
		};
	}
});

//#endregion
//#region rules/revision-imports-application.ts
var revision_imports_application_default = migrationRule({
	severity: "warning",
	hazard: "fails",
	summary: "A revision imports a model of the application.",
	why: `
    A revision must do the same for ever, and the model is what it is today. Once a column is
    added to the model, the old revision selects and inserts it before the revision that makes
    it has run: a new database can no longer be set up. Once the model is gone, the revision
    cannot even be imported.
  `,
	instead: `
    Describe in the revision just what it needs: sa.table('orders', sa.column('status')) for
    rows, or plain SQL.
  `,
	*check({ migration }) {
		for (const { module, models, place } of migration.revision?.imports ?? []) yield {
			message: `${migration.version} imports ${models.join(", ")} from ${module} as it is today`,
			subject: `${migration.path} ${module}`,
			span: place
		};
	}
});

//#endregion
//#region rules/revision-not-rendered.ts
var revision_not_rendered_default = migrationRule({
	severity: "error",
	summary: "What a revision does could not be turned into SQL as a whole.",
	why: `
    The revision failed when it was run, by check without a database, so what it does from there
    on was not checked, and what follows was judged without it. Mostly it needs a package that is
    not installed here, an operation that env.py registers, or rows that only a real database has.
  `,
	instead: `
    Run schemalint under an interpreter that has the project's packages (--python), with
    --alembic-env where env.py registers operations, or verify, which runs the revision on a
    real database. Allow what is old and applied everywhere.
  `,
	*check({ migration }) {
		const { revision, version, path } = migration;
		if (revision === void 0) return;
		for (const [half, name] of [[revision.up, "upgrade"], [revision.down, "downgrade"]]) {
			if (half.unread === void 0) continue;
			const { reason, place } = half.unread;
			yield {
				message: `the ${name} of ${version} ended early: ${reason.replace(/\s+/g, " ").replace(/[\s.!]+$/, "")}`,
				subject: `${path} ${name}`,
				span: place
			};
		}
	}
});

//#endregion
//#region rules/set-local-outside-transaction.ts
var set_local_outside_transaction_default = actionRule({
	on: ["setSetting"],
	severity: "error",
	hazard: "fails",
	summary: "SET LOCAL stands outside of a transaction, where it does nothing.",
	why: `
    SET LOCAL lasts to the end of the transaction. Where none is open the server warns and
    sets nothing: the timeout that was to protect the next statement is not there.
  `,
	instead: `
    SET without LOCAL, and RESET after the statements it is for; or put them into a
    transaction with BEGIN and COMMIT.
  `,
	*check({ action, transaction }) {
		if (!action.local || transaction.openedBy !== void 0) return;
		yield {
			message: `set local ${action.name} has no effect: no transaction is open`,
			subject: action.name
		};
	}
});

//#endregion
//#region rules/statement-not-modelled.ts
var statement_not_modelled_default = actionRule({
	on: ["unmodelled"],
	severity: "warning",
	summary: "A statement does something that schemalint does not model.",
	why: `
    What it changes is missing from the schema by which everything after it is judged, and
    the locks that it takes are not known. No finding about it means nothing.
  `,
	instead: `
    Read the statement with care, and let verify apply it: the differences between the schema
    of the server and the modelled one show what it did. In a DO block, write plain
    statements instead of EXECUTE where that is possible.
  `,
	*check({ action: { statement } }) {
		yield {
			message: `${statement} is not modelled: nothing was checked about what it changes`,
			subject: statement
		};
	}
});

//#endregion
//#region rules/statement-refused.ts
var statement_refused_default = actionRule({
	on: ["refused"],
	severity: "error",
	hazard: "fails",
	summary: "A server refused a statement.",
	why: `
    The migrations were applied to an empty database of their own, one after the other, and
    this statement failed there. It will fail wherever the migrations are run from the start,
    for a new environment or a test; what came after it in the same transaction did nothing.
  `,
	instead: `
    Correct the statement, or the earlier one that should have made what it misses. A
    migration that is applied elsewhere already succeeded there for a reason that is not in
    the migrations: an object made by hand, an extension, a role, another version.
  `,
	*check({ action: { reason, sqlstate, hint, occasion } }) {
		const told = hint === void 0 ? reason : `${reason}; ${hint}`;
		yield {
			message: `${occasion === "second up" ? "going up again after its down: " : ""}${told} (SQLSTATE ${sqlstate})`,
			subject: reason
		};
	}
});

//#endregion
//#region rules/statement-refused-in-transaction.ts
var statement_refused_in_transaction_default = actionRule({
	on: [
		"createIndex",
		"dropIndex",
		"reindex",
		"detachPartition",
		"maintain",
		"leaveCatalog",
		"unmodelled"
	],
	severity: "error",
	hazard: "fails",
	summary: "A statement that PostgreSQL refuses within a transaction stands in one.",
	why: `
    CONCURRENTLY ends and begins transactions itself; VACUUM, ALTER SYSTEM and CREATE DATABASE
    do what cannot be taken back. Within a transaction they are refused (25001), whether the
    file began it or the runner does so around every file.
  `,
	instead: `
    Put the statement into a migration of its own and tell the runner not to wrap it: goose
    -- +goose NO TRANSACTION, dbmate -- migrate:up transaction:false, sqlx -- no-transaction,
    Atlas -- atlas:txmode none, Flyway executeInTransaction=false in the script configuration,
    Alembic with op.get_context().autocommit_block(). Where a runner has no such switch, run
    the statement by hand before the deploy and leave IF NOT EXISTS in the migration.
  `,
	*check({ action, transaction }) {
		const { openedBy } = transaction;
		const statement = refusedForm(action);
		if (openedBy === void 0 || statement === void 0) return;
		const whose = openedBy === "runner" ? "in which the runner puts it" : "that the migration began";
		yield {
			message: `${statement.words} is refused (25001) in the transaction ${whose}`,
			subject: statement.subject ?? statement.words
		};
	}
});
/** What is refused, in words, and what it is about. */
function refusedForm(action) {
	switch (action.kind) {
		case "createIndex": {
			const { table, name } = action.index;
			const subject = name === void 0 ? table : `${partsOf(table).schema}.${name}`;
			return action.concurrently ? {
				words: "create index concurrently",
				subject
			} : void 0;
		}
		case "dropIndex": return action.concurrently ? {
			words: "drop index concurrently",
			subject: action.index
		} : void 0;
		case "reindex":
			if (action.concurrently) return {
				words: "reindex concurrently",
				subject: action.relation ?? action.target
			};
			return action.target === "schema" || action.target === "database" ? { words: `reindex ${action.target}` } : void 0;
		case "detachPartition": return action.concurrently ? {
			words: "detach partition concurrently",
			subject: action.partition
		} : void 0;
		case "maintain": return action.command.startsWith("vacuum") || action.command === "cluster" && action.relations.length === 0 ? { words: action.command.startsWith("vacuum") ? "vacuum" : "cluster" } : void 0;
		case "leaveCatalog":
		case "unmodelled": return REFUSED.test(action.statement) ? { words: REFUSED.exec(action.statement)[0].toLowerCase() } : void 0;
		default: return;
	}
}
const REFUSED = /^(VACUUM|(CREATE|DROP) (DATABASE|TABLESPACE)|ALTER SYSTEM|DISCARD ALL)\b/;

//#endregion
//#region rules/syntax-error.ts
var syntax_error_default = actionRule({
	on: ["unparsed"],
	severity: "error",
	hazard: "fails",
	summary: "PostgreSQL's grammar refuses a statement.",
	why: `
    The server will refuse it too (42601), and with it every statement of the same
    transaction. Nothing is known of what the statement was to do, so that no other rule can
    judge it or, for certain, what follows.
  `,
	instead: `
    Correct the statement at the place that is marked. The grammar is that of PostgreSQL 18,
    the same code as the server's. Text that a migration runner replaces before it runs the
    file, such as a placeholder, is no SQL.
  `,
	*check({ action: { reason, hint } }) {
		yield {
			message: hint === void 0 ? reason : `${reason}; ${hint}`,
			subject: reason
		};
	}
});

//#endregion
//#region rules/table-locked-explicitly.ts
var table_locked_explicitly_default = actionRule({
	on: ["lockTable"],
	severity: "warning",
	summary: "A table in use is locked by LOCK TABLE until the transaction ends.",
	why: `
    LOCK TABLE takes AccessExclusiveLock where it names no mode, and every lock is kept until
    the transaction ends. Whoever needs the table waits for all that follows, and behind a
    long query LOCK TABLE itself waits, with everyone else behind it.
  `,
	instead: `
    Leave the locks to the statements that need them: each takes its own. Where statements
    must not be interleaved, an advisory lock keeps migrations apart without stopping
    anybody else.
  `,
	*check(moment) {
		for (const effect of strongEffects(moment)) {
			const waiting = blocksReaders(effect.lock) ? "reads and writes" : "writes";
			yield {
				message: `lock table takes ${effect.lock} on ${effect.relation}: its ${waiting} wait until the transaction ends`,
				subject: effect.relation,
				effects: [effect]
			};
		}
	}
});

//#endregion
//#region rules/table-rewritten.ts
var table_rewritten_default = actionRule({
	on: [
		"setPersistence",
		"setTableProperty",
		"maintain"
	],
	severity: "error",
	summary: "A table in use is written anew as a whole while everyone waits.",
	why: `
    SET LOGGED, SET UNLOGGED, SET ACCESS METHOD, SET TABLESPACE, CLUSTER and VACUUM FULL copy
    every row, and mostly every index, into new files under AccessExclusiveLock. Reads and
    writes wait until the copy is made, and it needs as much space again.
  `,
	instead: `
    Plain VACUUM gives space back to the table itself while it is used. To change how a large
    table is stored, make a second one, copy its rows in batches while triggers keep it up to
    date, and exchange their names in one short transaction; extensions such as pg_repack
    and pg_squeeze do that. Otherwise plan an hour without traffic.
  `,
	*check(moment) {
		const effects = blockingEffects(moment).filter((effect) => effect.work === "rewrite");
		for (const effect of effects) yield {
			message: `${wordsFor(moment.action)} writes every row of ${effect.relation} anew under ${effect.lock}: its reads and writes wait`,
			subject: effect.relation,
			effects: [effect]
		};
	}
});
function wordsFor(action) {
	if (action.kind === "maintain") return action.command;
	if (action.kind === "setPersistence") return action.persistence === "unlogged" ? "set unlogged" : "set logged";
	return action.kind === "setTableProperty" && action.property === "SET TABLE SPACE" ? "set tablespace" : "set access method";
}

//#endregion
//#region rules/table-without-grants.ts
var table_without_grants_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "Nobody but its owner may use a table.",
	why: `
    Either the application fails with 42501 (permission denied) when it first touches the
    table, or it connects as the owner. An owner can drop what it owns, switch off triggers and
    pass row security by: a single injected statement can do all of that too.
  `,
	instead: `
    Let a role without login own the tables, and grant the role of the application what it
    does with this one: SELECT, INSERT and perhaps UPDATE. ALTER DEFAULT PRIVILEGES for the
    owner's role grants it on every table to come.
  `,
	*check({ catalog, isWhole }) {
		if (!isWhole) return;
		const unused = [...ownTables(catalog)].filter((table) => grantsOn$1(catalog, table.name).length === 0);
		const [first] = unused;
		if (first === void 0) return;
		if (![...catalog.grants.values()].some((grant) => grant.target === "table") && unused.length > 1) {
			yield {
				message: `no role is granted anything on any of the ${unused.length} tables`,
				subject: "all tables",
				span: first.origin
			};
			return;
		}
		for (const { name, origin } of unused) yield {
			message: `no role is granted anything on ${name}`,
			subject: name,
			span: origin
		};
	}
});

//#endregion
//#region rules/table-without-primary-key.ts
var table_without_primary_key_default = schemaRule({
	severity: "warning",
	summary: "A table has no primary key.",
	why: `
    Nothing tells two equal rows apart, so a duplicate can be neither refused nor deleted
    alone. Logical replication refuses every UPDATE and DELETE on such a table once it is
    published (55000), and most ORMs cannot map it.
  `,
	instead: `
    Name the columns that identify a row as the primary key, or add a surrogate key. On a
    table already in use, build a unique index CONCURRENTLY first and adopt it with
    ADD PRIMARY KEY USING INDEX, so that the lock is held for an instant only.
  `,
	insteadInAlembic: `
    Give one column of op.create_table primary_key=True, or add sa.PrimaryKeyConstraint(…).
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) {
			if (table.primaryKey !== void 0) continue;
			yield {
				message: `${table.name} has no primary key`,
				subject: table.name,
				span: table.origin
			};
		}
	}
});

//#endregion
//#region rules/timestamp-without-time-zone.ts
var timestamp_without_time_zone_default = schemaRule({
	severity: "warning",
	summary: "A column of type timestamp without time zone.",
	why: `
    It stores what a clock on some wall showed, not a moment. Two clients with different
    TimeZone settings write different values for the same moment and read the same value as
    different moments; an hour each autumn means two moments, and one each spring none.
  `,
	instead: `
    Use timestamptz. It takes the same eight bytes, is stored in UTC and shown in the time
    zone of whoever asks. Changing the type later rewrites the table under
    AccessExclusiveLock, except from PostgreSQL 12 on in a session whose TimeZone is UTC.
    Where a wall clock really is meant, such as an opening hour, allow it and say so.
  `,
	insteadInAlembic: `
    Say sa.DateTime(timezone=True). It takes the same eight bytes, is stored in UTC and shown in the
    time zone of whoever asks. Where a wall clock really is meant, allow it and say so.
  `,
	*check({ catalog }) {
		for (const table of judgedTables(catalog)) {
			const inherited = new Set(table.inherits.flatMap((parent) => catalog.tables.get(parent)?.columns ?? []).map((column) => column.name));
			for (const { name, type, origin } of table.columns) {
				const element = type.replace(/(\[\])+$/, "");
				if (inherited.has(name) || !WALL_CLOCK.test(baseType(catalog, element))) continue;
				const what = WALL_CLOCK.test(element) ? type : `${type}, a domain over ${baseType(catalog, element)}`;
				const column = `${table.name}.${quoteIdentifier(name)}`;
				yield {
					message: `${column} is ${what}`,
					subject: column,
					span: origin
				};
			}
		}
	}
});
const WALL_CLOCK = /^timestamp(\(\d\))? without time zone$/;

//#endregion
//#region rules/transaction-left-open.ts
var transaction_left_open_default = actionRule({
	on: ["leaveTransactionOpen"],
	severity: "error",
	hazard: "fails",
	summary: "A migration ends before the transaction that it began.",
	why: `
    Without COMMIT nothing of it is applied when the connection ends, although every statement
    succeeded; and until then its locks are held. A runner that goes on with the same
    connection takes the next migration, and its own record, into the open transaction.
  `,
	instead: `
    End the migration with COMMIT, or leave BEGIN out where the runner wraps the file.
  `,
	*check() {
		yield {
			message: "the transaction begun here is neither committed nor rolled back",
			subject: "begin"
		};
	}
});

//#endregion
//#region rules/transaction-nested.ts
var transaction_nested_default = actionRule({
	on: ["beginTransaction"],
	severity: "error",
	hazard: "fails",
	summary: "BEGIN stands within a transaction, which it does not nest.",
	why: `
    PostgreSQL knows no transaction within another: the second BEGIN only warns, and the next
    COMMIT ends the outer one. What was to be undone with the rest of the migration then stays
    when a later statement fails, and the runner's own record of the migration is written, or
    not, apart from what it did.
  `,
	instead: `
    Leave BEGIN and COMMIT to the runner, or tell the runner not to wrap the file. SAVEPOINT
    and ROLLBACK TO SAVEPOINT nest.
  `,
	*check({ transaction }) {
		if (transaction.openedBy === void 0) return;
		yield {
			message: `begin does nothing in ${transaction.openedBy === "runner" ? "the runner's transaction" : "the transaction already begun"}, and the next commit ends that`,
			subject: "begin"
		};
	}
});

//#endregion
//#region rules/type-change-rewrites-table.ts
var type_change_rewrites_table_default = actionRule({
	on: ["setColumnType"],
	severity: "error",
	summary: "A column of a table in use gets a type for which its rows or indexes are made anew.",
	why: `
    Some changes are a note in the catalog: a longer varchar, varchar to text, a numeric of more
    digits. For others every row and every index is written anew, or the indexes of the column
    are built again, or its checks tested, all under AccessExclusiveLock: reads and writes wait.
    Foreign keys of the column are looked up again, which locks their other table alike.
  `,
	instead: `
    Add a column of the new type, keep it equal by a trigger, fill it in batches, build its
    indexes CONCURRENTLY, and then, in one short transaction, drop the old column and give the
    new one its name. Where only a limit is meant, a CHECK NOT VALID says it without any of this.
  `,
	*check(moment) {
		const { action, before } = moment;
		const { table, column, type } = action;
		const known = before.tables.get(table);
		const from = known === void 0 ? void 0 : columnOf$1(known, column)?.type;
		const effects = blockingEffects(moment);
		if (from === void 0 || effects.length === 0) return;
		const name = quoteIdentifier(column);
		const works = new Set(effects.map(({ work }) => work));
		const tables = tableWithChildren(before, table, effects);
		const does = works.has("rewrite") ? `every row of ${tables} is written anew` : works.has("build") ? `indexes of ${tables} are built anew` : `every row of ${tables} is checked again`;
		const others = relationsBeside(before, table, effects).map((other) => `, those of ${other} too`);
		const lock = strongestLock(effects);
		yield {
			message: `type of ${name} goes from ${from} to ${type}: ${does} under ${lock}, and ${whoWaits(lock)}${others.join("")}`,
			subject: `${table}.${name}`,
			effects
		};
	}
});

//#endregion
//#region rules/unknown-object.ts
var unknown_object_default = actionRule({
	on: ["foreseeRefusal"],
	severity: "error",
	hazard: "fails",
	summary: "A statement needs a table, column, constraint or the like that does not exist.",
	why: `
    The migrations before it, read from the first one on, have not made what it names, or have
    dropped or renamed it. The server will refuse the statement, and the deploy stops there.
  `,
	instead: `
    Name what is there, or make it in an earlier migration. Where it was made by hand, or by a
    program, write the migration that makes it, so that a new database can be set up.
  `,
	*check({ action: { refusal } }) {
		if (refusal.about !== "missing") return;
		const { reason, sqlstate, subject, nearest } = refusal;
		yield {
			message: `${reason} (${sqlstate})${nearest === void 0 ? "" : `; there is "${nearest}"`}`,
			subject
		};
	}
});

//#endregion
//#region rules/updated-at-missing.ts
var updated_at_missing_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A table whose rows change has no column updated_at.",
	why: `
    Nobody can say which rows changed since yesterday: caches, exports and searches must read
    the whole table, and a lost update leaves no trace.
  `,
	instead: `
    Add updated_at timestamptz not null default now(), and a BEFORE UPDATE trigger that keeps
    it. A table whose rows are never changed needs none: grant INSERT and SELECT on it, and
    UPDATE to nobody. A link table, all of whose columns are keys, needs none either.
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) {
			if (columnOf$1(table, "updated_at") !== void 0) continue;
			if (isLink(table) || isAppendOnly(catalog, table.name)) continue;
			yield {
				message: `${table.name} has no column updated_at`,
				subject: table.name,
				span: table.origin
			};
		}
	}
});
/** Whether a table only ties others together: rows come and go, and there is nothing in them to change. */
function isLink(table) {
	if (table.foreignKeys.length < 2) return false;
	const keys = new Set([
		...table.primaryKey?.columns ?? [],
		...table.foreignKeys.flatMap((key) => key.columns),
		"created_at"
	]);
	return table.columns.every((column) => keys.has(column.name));
}

//#endregion
//#region rules/updated-at-without-trigger.ts
var updated_at_without_trigger_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A column updated_at that no trigger keeps.",
	why: `
    PostgreSQL has no ON UPDATE clause: a default fills the column on INSERT only. What an
    ORM sets on the client is skipped by raw SQL, bulk updates and every other client, so
    the column shows a time at which the row did not change last.
  `,
	instead: `
    Add a BEFORE UPDATE trigger FOR EACH ROW whose function assigns new.updated_at and
    returns new; one function serves every table. A trigger that is UPDATE OF some columns
    misses updates of the others. An append-only table, on which UPDATE is granted to
    nobody, needs no trigger.
  `,
	*check({ catalog, postgres, isWhole }) {
		for (const table of ownTables(catalog)) {
			const column = columnOf$1(table, "updated_at");
			if (column === void 0 || column.generated !== void 0 || isAppendOnly(catalog, table.name)) continue;
			if (table.kind === "partitioned" && postgres < 13) continue;
			const triggers = [...triggersOn(catalog, table.name)].filter((trigger) => trigger.events.includes("update"));
			if (triggers.some((trigger) => keeps(catalog, table, trigger))) continue;
			if (triggers.length === 0 && !isWhole) continue;
			yield {
				message: `nothing keeps ${table.name}.updated_at: ${reasonFor(catalog, triggers)}`,
				subject: `${table.name}.updated_at`,
				span: table.inherits.length > 0 ? table.origin : column.origin
			};
		}
	},
	*checkUpdate({ table, column, outcome }) {
		if (outcome !== "unchanged") return;
		yield {
			message: `an UPDATE of a row leaves ${table}.${column} as it was`,
			subject: `${table}.${column}`
		};
	}
});
function keeps(catalog, table, trigger) {
	return trigger.enabled && isBeforeRow(trigger) && assigns(catalog, trigger) !== "no" && coversChanges(table, trigger);
}
function isBeforeRow(trigger) {
	return trigger.timing === "before" && trigger.forEach === "row";
}
/** A function that is an extension's, or not written in PL/pgSQL, or told the column by an argument, may assign it. */
function assigns(catalog, trigger) {
	const assigned = catalog.functions.get(`${trigger.function}()`)?.assignsNew ?? "any";
	if (assigned === "any" || trigger.arguments.includes("updated_at")) return "maybe";
	return assigned.includes("updated_at") ? "yes" : "no";
}
/** Whether UPDATE OF lists every column but the key and the times, if it lists any. */
function coversChanges(table, trigger) {
	if (trigger.updateOf.length === 0) return true;
	const fixed = new Set([
		...table.primaryKey?.columns ?? [],
		"created_at",
		"updated_at"
	]);
	return table.columns.every((column) => fixed.has(column.name) || trigger.updateOf.includes(column.name));
}
/** What is wrong with the trigger that comes nearest to keeping the column. */
function reasonFor(catalog, triggers) {
	const fitting = triggers.filter(isBeforeRow);
	const near = fitting.find((trigger) => assigns(catalog, trigger) !== "no");
	if (near !== void 0 && !near.enabled) return `trigger ${near.name} is disabled`;
	if (near !== void 0) return `trigger ${near.name} fires only on UPDATE OF ${near.updateOf.join(", ")}`;
	const late = triggers.find((trigger) => assigns(catalog, trigger) === "yes");
	if (late?.timing === "after") return `trigger ${late.name} fires after the row is written`;
	if (late !== void 0) return `trigger ${late.name} fires for each statement, where there is no row to change`;
	const [other] = fitting;
	if (other === void 0) return "the table has no BEFORE UPDATE trigger";
	return `trigger ${other.name} calls ${other.function}(), which never assigns new.updated_at`;
}

//#endregion
//#region rules/uuid-key-without-default.ts
var uuid_key_without_default_default = schemaRule({
	severity: "warning",
	preset: "service",
	summary: "A uuid primary key has no default that makes one.",
	why: `
    Every writer has to bring an id of its own. The application does, but a repair in psql, a
    COPY and INSERT … SELECT fail with 23502, or write a constant that the next row repeats.
  `,
	instead: `
    Set a default that calls a function: gen_random_uuid(), or from PostgreSQL 18 on uuidv7(),
    whose values grow with time, so that inserts touch the same few pages of the index. A
    writer that brings an id still may. Setting a default rewrites nothing.
  `,
	insteadInAlembic: `
    Give the column server_default=sa.text('gen_random_uuid()'), from PostgreSQL 18 on
    sa.text('uuidv7()'). A default= of the model acts in Python alone.
  `,
	*check({ catalog }) {
		for (const table of ownTables(catalog)) for (const column of ownUuidKeys(table)) {
			const { default: value, origin } = column;
			if (value !== void 0 && value.functions.length > 0) continue;
			const what = value === void 0 ? "has no default" : "has a constant as its default";
			yield {
				message: `${table.name}.${column.name} is a uuid primary key and ${what}`,
				subject: `${table.name}.${column.name}`,
				span: origin
			};
		}
	}
});
/**
* The uuid columns that identify rows of this table and no other's: a key that is a foreign
* key too is given by the other table. Of composite keys only those of partitioned tables
* count, which must hold what the table is partitioned by. A domain may have a default of
* its own.
*/
function ownUuidKeys(table) {
	const key = table.primaryKey?.columns ?? [];
	if (key.length !== 1 && table.kind !== "partitioned") return [];
	const borrowed = new Set(table.foreignKeys.flatMap((foreignKey) => foreignKey.columns));
	return key.filter((name) => !borrowed.has(name) && table.partitionKey?.columns.includes(name) !== true).flatMap((name) => columnOf$1(table, name) ?? []).filter((column) => column.type === "uuid");
}

//#endregion
//#region rules/version-duplicated.ts
var version_duplicated_default = migrationRule({
	severity: "error",
	hazard: "fails",
	summary: "Two migrations have the same version.",
	why: `
    A runner remembers what it has applied by the version. Of two migrations with the same
    one it refuses to run any, as golang-migrate and Flyway do, or passes over the second as
    applied already, so that one database has it and another has not. It happens when two
    branches take the next number and both are merged.
  `,
	instead: `
    Give the migration that was merged later the next free version. Time stamps collide less
    often than numbers.
  `,
	*check({ migration, history }) {
		const first = history.find((each) => each.key === migration.key);
		if (first === void 0 || first === migration) return;
		yield {
			message: `${migration.version} has the version of ${first.path}`,
			subject: migration.path
		};
	}
});

//#endregion
//#region rules/version-out-of-order.ts
var version_out_of_order_default = migrationRule({
	severity: "error",
	hazard: "fails",
	summary: "A new migration comes before one that is there already.",
	why: `
    Databases that have run the later one are past its version: some runners refuse to go on,
    some run it after the others, and some never run it. A fresh database runs it in its
    place, so that the schemas may differ from then on.
  `,
	instead: `
    Give it a version after the last one, as it will be run.
  `,
	*check({ migration, history, runner }) {
		if (migration.edited !== void 0 || runner === "alembic") return;
		const later = history.slice(history.indexOf(migration) + 1).find((each) => !each.isJudged && !comesLast(each.path));
		if (later === void 0) return;
		yield {
			message: `${migration.version} comes before ${later.version}, which is there already`,
			subject: migration.path
		};
	}
});
/** What runs after all versions, whenever it changes: Flyway's repeatable migrations, graphile-migrate's current one. */
function comesLast(path) {
	return /(?:^|\/)(?:R__[^/]*|current\.sql|current\/[^/]*)$/.test(path);
}

//#endregion
//#region src/built-in-rules.ts
const rules = [
	{
		name: "all-revisions-in-one-transaction",
		rule: all_revisions_in_one_transaction_default
	},
	{
		name: "allowance-expired",
		rule: allowance_expired_default
	},
	{
		name: "allowance-malformed",
		rule: allowance_malformed_default
	},
	{
		name: "allowance-unused",
		rule: allowance_unused_default
	},
	{
		name: "applied-migration-edited",
		rule: applied_migration_edited_default
	},
	{
		name: "autocommit-leaves-half-revision",
		rule: autocommit_leaves_half_revision_default
	},
	{
		name: "check-validated-at-once",
		rule: check_validated_at_once_default
	},
	{
		name: "column-rewrites-table",
		rule: column_rewrites_table_default
	},
	{
		name: "concurrently-if-not-exists",
		rule: concurrently_if_not_exists_default
	},
	{
		name: "concurrently-on-partitioned-table",
		rule: concurrently_on_partitioned_table_default
	},
	{
		name: "concurrently-under-timeout",
		rule: concurrently_under_timeout_default
	},
	{
		name: "concurrently-unnamed",
		rule: concurrently_unnamed_default
	},
	{
		name: "constraint-backing-index-dropped",
		rule: constraint_backing_index_dropped_default
	},
	{
		name: "constraint-builds-index",
		rule: constraint_builds_index_default
	},
	{
		name: "created-at-missing",
		rule: created_at_missing_default
	},
	{
		name: "created-at-without-default",
		rule: created_at_without_default_default
	},
	{
		name: "down-incomplete",
		rule: down_incomplete_default
	},
	{
		name: "down-missing",
		rule: down_missing_default
	},
	{
		name: "effect-not-predicted",
		rule: effect_not_predicted_default
	},
	{
		name: "enum-left-by-downgrade",
		rule: enum_left_by_downgrade_default
	},
	{
		name: "enum-value-used-in-the-same-transaction",
		rule: enum_value_used_in_the_same_transaction_default
	},
	{
		name: "expression-change-rewrites-table",
		rule: expression_change_rewrites_table_default
	},
	{
		name: "foreign-key-set-null-on-required-column",
		rule: foreign_key_set_null_on_required_column_default
	},
	{
		name: "foreign-key-validated-at-once",
		rule: foreign_key_validated_at_once_default
	},
	{
		name: "foreign-key-without-action",
		rule: foreign_key_without_action_default
	},
	{
		name: "foreign-key-without-index",
		rule: foreign_key_without_index_default
	},
	{
		name: "grant-all",
		rule: grant_all_default
	},
	{
		name: "grant-to-public",
		rule: grant_to_public_default
	},
	{
		name: "identifier-not-snake-case",
		rule: identifier_not_snake_case_default
	},
	{
		name: "identifier-truncated",
		rule: identifier_truncated_default
	},
	{
		name: "if-not-exists-hides-existing",
		rule: if_not_exists_hides_existing_default
	},
	{
		name: "index-dropped-without-concurrently",
		rule: index_dropped_without_concurrently_default
	},
	{
		name: "index-invalid",
		rule: index_invalid_default
	},
	{
		name: "index-without-concurrently",
		rule: index_without_concurrently_default
	},
	{
		name: "materialized-view-refreshed-without-concurrently",
		rule: materialized_view_refreshed_without_concurrently_default
	},
	{
		name: "multiple-heads",
		rule: multiple_heads_default
	},
	{
		name: "needs-newer-postgres",
		rule: needs_newer_postgres_default
	},
	{
		name: "not-null-scans-table",
		rule: not_null_scans_table_default
	},
	{
		name: "object-exists-already",
		rule: object_exists_already_default
	},
	{
		name: "partition-created-in-place",
		rule: partition_created_in_place_default
	},
	{
		name: "partition-detached-without-concurrently",
		rule: partition_detached_without_concurrently_default
	},
	{
		name: "partition-dropped-while-attached",
		rule: partition_dropped_while_attached_default
	},
	{
		name: "primary-key-not-uuid",
		rule: primary_key_not_uuid_default
	},
	{
		name: "reindex-without-concurrently",
		rule: reindex_without_concurrently_default
	},
	{
		name: "required-column-without-default",
		rule: required_column_without_default_default
	},
	{
		name: "revision-depends-on-data",
		rule: revision_depends_on_data_default
	},
	{
		name: "revision-imports-application",
		rule: revision_imports_application_default
	},
	{
		name: "revision-not-rendered",
		rule: revision_not_rendered_default
	},
	{
		name: "set-local-outside-transaction",
		rule: set_local_outside_transaction_default
	},
	{
		name: "statement-not-modelled",
		rule: statement_not_modelled_default
	},
	{
		name: "statement-refused",
		rule: statement_refused_default
	},
	{
		name: "statement-refused-in-transaction",
		rule: statement_refused_in_transaction_default
	},
	{
		name: "syntax-error",
		rule: syntax_error_default
	},
	{
		name: "table-locked-explicitly",
		rule: table_locked_explicitly_default
	},
	{
		name: "table-rewritten",
		rule: table_rewritten_default
	},
	{
		name: "table-without-grants",
		rule: table_without_grants_default
	},
	{
		name: "table-without-primary-key",
		rule: table_without_primary_key_default
	},
	{
		name: "timestamp-without-time-zone",
		rule: timestamp_without_time_zone_default
	},
	{
		name: "transaction-left-open",
		rule: transaction_left_open_default
	},
	{
		name: "transaction-nested",
		rule: transaction_nested_default
	},
	{
		name: "type-change-rewrites-table",
		rule: type_change_rewrites_table_default
	},
	{
		name: "unknown-object",
		rule: unknown_object_default
	},
	{
		name: "updated-at-missing",
		rule: updated_at_missing_default
	},
	{
		name: "updated-at-without-trigger",
		rule: updated_at_without_trigger_default
	},
	{
		name: "uuid-key-without-default",
		rule: uuid_key_without_default_default
	},
	{
		name: "version-duplicated",
		rule: version_duplicated_default
	},
	{
		name: "version-out-of-order",
		rule: version_out_of_order_default
	}
];
async function builtInRules() {
	return rules;
}
async function builtInFixture(name) {
	return (await import("./_virtual_fixtures.js")).fixtures[name];
}

//#endregion
//#region src/config/find-config.ts
/** The names of files that hold nothing but a configuration. */
const CONFIG_FILES = [
	"ts",
	"js",
	"mjs",
	"json",
	"yaml",
	"yml"
].map((each) => `schemalint.config.${each}`);
/** The file with the configuration that counts for a folder: the nearest, there or above; undefined without one. */
function findConfig(from) {
	for (let folder = resolve(from);; folder = dirname(folder)) {
		const found = configIn(folder);
		if (found !== void 0) return found;
		if (dirname(folder) === folder) return void 0;
	}
}
/** Whether a manifest that other programs read, too, has a word for schemalint. */
function isMentionedIn(path) {
	if (!existsSync(path)) return false;
	const text = readFileSync(path, "utf8");
	return path.endsWith(".toml") ? /^\s*\[\[?\s*tool\s*\.\s*schemalint\b/m.test(text) : hasManifestKey(text);
}
/** Two configurations in one folder would leave it to chance which counts. */
function configIn(folder) {
	const files = CONFIG_FILES.filter((name) => existsSync(join(folder, name)));
	const manifests = ["package.json", "pyproject.toml"].filter((name) => isMentionedIn(join(folder, name)));
	const [first, second] = [...files, ...manifests];
	if (first !== void 0 && second !== void 0) throw new UserError(`both ${first} and ${second} configure schemalint in ${folder}`, "keep one of them");
	return first === void 0 ? void 0 : join(folder, first);
}
/** A manifest that is no JSON is for others to complain about. */
function hasManifestKey(text) {
	if (!text.includes("\"schemalint\"")) return false;
	try {
		return Object.hasOwn(JSON.parse(text) ?? {}, "schemalint");
	} catch {
		return false;
	}
}

//#endregion
//#region src/load-module.ts
/**
* Runs a program of the user's, such as a rule, and gives what it exports by default. TypeScript
* is read on every supported Node, and `pg-schemalint/…` means this very program's modules.
* @throws UserError where the program fails.
*/
async function loadModule(path, shown) {
	const load = await loader();
	try {
		const module = await load(path);
		return module.default ?? module;
	} catch (error) {
		throw new UserError(`${shown} cannot be loaded`, error instanceof Error ? error.message.split("\n")[0] : void 0);
	}
}
const OWN = {
	"pg-schemalint/rule": ownModule("./rule"),
	"pg-schemalint/config": ownModule("./config", "./config/define-config")
};
/** In the sources the modules beside this one are TypeScript, in the bundle they are not. */
function ownModule(built, source = built) {
	const path = fileURLToPath(new URL(`${built}.js`, import.meta.url));
	return existsSync(path) ? path : fileURLToPath(new URL(`${source}.ts`, import.meta.url));
}
/** Where the bundle stands alone, as in the Action, there is no jiti, and Node itself reads TypeScript. */
async function loader() {
	try {
		const { createJiti } = await import("jiti");
		const jiti = createJiti(import.meta.url, {
			alias: OWN,
			interopDefault: true,
			fsCache: false
		});
		return (path) => jiti.import(path);
	} catch (error) {
		if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
		resolveOwnModules();
		return (path) => import(pathToFileURL(path).href);
	}
}
/** Node knows such hooks from 22.15 on; before, only what imports nothing of schemalint can be loaded so. */
function resolveOwnModules() {
	const own = OWN;
	const { registerHooks } = nodeModule;
	registerHooks?.({ resolve: (name, context, next) => {
		const path = Object.hasOwn(own, name) ? own[name] : void 0;
		return next(path === void 0 ? name : pathToFileURL(path).href, context);
	} });
}

//#endregion
//#region src/config/line-in-program.ts
/**
* The line, counted from 1, of the key that a value of a program's configuration stands
* under, or the list that it is in. What a program exports need not be written in it: undefined
* unless exactly one literal of the text has the keys that lead there.
*/
function lineInProgram(text, way) {
	const last = way.findLastIndex((each) => typeof each === "string");
	const wanted = JSON.stringify(way.slice(0, last + 1));
	if (last < 0) return void 0;
	const found = keysIn(text).filter(({ path }) => JSON.stringify(path) === wanted);
	const [only] = found;
	return only === void 0 || found.length > 1 ? void 0 : positionAt({
		path: "",
		text
	}, only.start, lineStarts(text)).line;
}
/** The keys of object literals, each with the keys and places around it. */
function keysIn(text) {
	const frames = [];
	const keys = [];
	for (const match of text.matchAll(TOKENS)) {
		const [token] = match;
		const { key, word = key?.slice(1, -1) } = match.groups ?? {};
		const top = frames.at(-1);
		if (token === "{" || token === "[") frames.push({
			isList: token === "[",
			at: token === "[" ? 0 : void 0
		});
		else if (token === "}" || token === "]") frames.pop();
		else if ((token === "," || token === ";") && top !== void 0) top.at = top.isList ? top.at + 1 : void 0;
		else if (word !== void 0 && top?.isList === false) {
			top.at = word;
			keys.push({
				path: frames.flatMap(({ at }) => at ?? []),
				start: match.index
			});
		}
	}
	return keys;
}
/** Comments and other texts are tokens only so that nothing in them is taken for one. */
const TOKENS = new RegExp([
	String.raw`\/\/.*|\/\*[^]*?\*\/`,
	String.raw`(?<key>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')(?=\s*:)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`,
	"`(?:\\\\.|[^`\\\\])*`",
	String.raw`(?<word>[\p{L}_$][\p{L}\p{N}_$]*)(?=\s*:)|[\p{L}\p{N}_$]+`,
	String.raw`[{}[\],;]`
].join("|"), "gu");

//#endregion
//#region src/config/line-in-toml.ts
/**
* The line, counted from 1, on which the statement begins that gives a value of a TOML text.
* The parser tells no places, but which beginnings of the text are whole: the value is given
* by the statement that ends with the first such beginning to hold it. `parse` throws where a
* text is not TOML. Costs a parse for every line.
*/
function lineInToml(text, way, parse) {
	const lines = text.split(/(?<=\n)/);
	let start = 0;
	for (let end = 1; end <= lines.length; end++) {
		const value = attempt(() => parse(lines.slice(0, end).join("")));
		if (value === void 0) continue;
		if (holds(value, way)) return start + 1;
		start = end;
	}
}
function attempt(work) {
	try {
		return work();
	} catch {
		return;
	}
}
function holds(value, [key, ...rest]) {
	if (key === void 0) return true;
	return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? holds(value[key], rest) : false;
}

//#endregion
//#region src/config/load-file.ts
/**
* Reads a configuration by the kind of its file. One in JavaScript or TypeScript is a program, and is run.
* @throws UserError where the file is missing or is not what its name says.
*/
async function loadFile(path, shown) {
	if (!existsSync(path)) throw new UserError(`there is no file ${shown}`, "name a configuration file, or leave --config out");
	if (/\.[cm]?[jt]s$/.test(path)) return {
		value: await loadModule(path, shown),
		lineOf: async (way) => lineInProgram(readFileSync(path, "utf8"), way)
	};
	const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
	if (path.endsWith(".toml")) return readToml(text, shown);
	if (/\.ya?ml$/.test(path)) return {
		value: await readYaml(text, shown),
		lineOf: (way) => lineIn(text, way)
	};
	const json = readJson(text, shown);
	if (basename(path) !== "package.json") return {
		value: json,
		lineOf: (way) => lineIn(text, way)
	};
	return {
		value: keyOf$1(json, "schemalint"),
		lineOf: (way) => lineIn(text, ["schemalint", ...way])
	};
}
function readJson(text, shown) {
	try {
		return JSON.parse(text);
	} catch (error) {
		const offset = /at position (\d+)/.exec(String(error))?.[1];
		throw new UserError(`${shown}${offset === void 0 ? "" : `:${positionAt({
			path: "",
			text
		}, Number(offset)).line}`} is not JSON`, firstLine(error));
	}
}
async function readYaml(text, shown) {
	const { parse } = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	try {
		return parse(text, { prettyErrors: true }) ?? {};
	} catch (error) {
		throw new UserError(`${shown} is not YAML`, firstLine(error));
	}
}
async function readToml(text, shown) {
	const { parse, TomlError } = await import("./dist.js");
	try {
		return {
			value: keyOf$1(keyOf$1(parse(text), "tool"), "schemalint"),
			lineOf: async (way) => lineInToml(text, [
				"tool",
				"schemalint",
				...way
			], parse)
		};
	} catch (error) {
		throw new UserError(`${shown}${error instanceof TomlError ? `:${error.line}` : ""} is not TOML`, firstLine(error));
	}
}
/** JSON is YAML, so that one parser knows the places of both. */
async function lineIn(text, way) {
	const { isNode, parseDocument } = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const node = parseDocument(text).getIn(way, true);
	const offset = isNode(node) ? node.range?.[0] : void 0;
	return offset === void 0 ? void 0 : positionAt({
		path: "",
		text
	}, offset, lineStarts(text)).line;
}
function keyOf$1(value, key) {
	return value?.[key];
}
function firstLine(error) {
	return error instanceof Error ? error.message.split("\n")[0] : void 0;
}

//#endregion
//#region src/config/schema.ts
const text = {
	type: "string",
	minLength: 1
};
const texts = {
	type: "array",
	items: text
};
const severities = {
	type: "object",
	description: "How gravely a rule is taken, by its name",
	additionalProperties: {
		type: "string",
		enum: [
			"error",
			"warning",
			"off"
		]
	}
};
const ofDatabase = {
	preset: {
		type: "string",
		enum: PRESETS,
		description: "Which rules judge"
	},
	postgres: {
		type: "integer",
		minimum: VERSIONS.oldest,
		maximum: VERSIONS.newest,
		description: "The major version of PostgreSQL that the migrations will run on"
	},
	migrations: {
		...texts,
		description: "Files and folders to check, relative to this file"
	},
	runner: {
		...text,
		description: "Whose layout and transactions; by default told from the files"
	},
	severities
};
const override = {
	type: "object",
	properties: {
		files: {
			...texts,
			description: "Patterns of paths, relative to this file: * within a name, ** over folders"
		},
		severities
	},
	required: ["files", "severities"],
	additionalProperties: false
};
/** What a configuration may hold. It is validated by this, and published as JSON Schema. */
const CONFIG_SCHEMA = {
	type: "object",
	properties: {
		$schema: { type: "string" },
		extends: {
			type: ["string", "array"],
			items: text,
			minLength: 1,
			description: "Presets, packages, or files relative to this one, which counts more"
		},
		...ofDatabase,
		rules: {
			...texts,
			description: "Folders of rules of your own, relative to this file; they are programs"
		},
		baseline: {
			...text,
			description: "A file of known findings, relative to this file"
		},
		overrides: {
			type: "array",
			items: override,
			description: "Severities for findings in some files"
		},
		databases: {
			type: "object",
			description: "Several databases, each with migrations of its own, by name",
			additionalProperties: {
				type: "object",
				properties: ofDatabase,
				required: ["migrations"],
				additionalProperties: false
			}
		}
	},
	additionalProperties: false
};

//#endregion
//#region src/config/read-config.ts
/**
* Reads the configuration named, or the one found in a folder or above it, with what it extends.
* Its paths come out relative to `from`.
* @throws UserError where a file is missing or says something impossible, naming file and key.
*/
async function readConfig(named, from) {
	const path = named === void 0 ? findConfig(from) : resolve(from, named);
	const layers = path === void 0 ? [] : await layersOf(path, from, []);
	return {
		layers,
		config: layers.reduce((lower, { config }) => merge(lower, config), {})
	};
}
async function layersOf(path, from, through) {
	const source = relative(from, path).split(sep).join("/");
	if (through.includes(path)) throw new UserError(`${source} extends itself`, `by way of ${through.length} files`);
	const { value, placeOf } = await validFile(path, source);
	const { extends: extended = [], $schema: _, ...config } = value;
	const layers = [];
	for (const name of typeof extended === "string" ? [extended] : extended) if (isPreset(name)) layers.push(presetLayer(name, `preset ${name}, which ${source} extends`));
	else layers.push(...await layersOf(locate(name, path, source), from, [...through, path]));
	return [...layers, {
		source,
		config: rebase(config, dirname(path), from),
		placeOf
	}];
}
function presetLayer(preset, source) {
	return {
		source,
		config: { preset },
		placeOf: async () => source
	};
}
async function validFile(path, source) {
	const { value, lineOf } = await loadFile(path, source);
	const placeOf = async (way) => {
		const line = await lineOf(way);
		return line === void 0 ? source : `${source}:${line}`;
	};
	const fault = faultIn(value, CONFIG_SCHEMA);
	if (fault === void 0) return {
		value,
		placeOf
	};
	const what = wayText(fault.way) || "the configuration";
	throw new UserError(`${await placeOf(fault.way)}: ${what} ${fault.message}`, fault.hint);
}
function isPreset(name) {
	return PRESETS.some((each) => each === name);
}
function locate(name, path, source) {
	if (name.startsWith(".") || isAbsolute(name)) {
		const file = resolve(dirname(path), name);
		if (existsSync(file)) return file;
		throw new UserError(`${source}: extends: there is no file ${name}`, "it is looked for beside the one that extends it");
	}
	try {
		return createRequire(path).resolve(name);
	} catch {
		throw new UserError(`${source}: extends: there is no package ${name}`, `install it, or say one of ${PRESETS.join(", ")}, or a file: ./${name}`);
	}
}
/** Severities and databases are put together by name, exceptions are added up; of the rest the later counts. */
function merge(lower, upper) {
	const severities = {
		...lower.severities,
		...upper.severities
	};
	const overrides = [...lower.overrides ?? [], ...upper.overrides ?? []];
	const databases = {
		...lower.databases,
		...upper.databases
	};
	return {
		...lower,
		...upper,
		...Object.keys(severities).length > 0 ? { severities } : {},
		...overrides.length > 0 ? { overrides } : {},
		...Object.keys(databases).length > 0 ? { databases } : {}
	};
}
function rebase({ rules, baseline, overrides, databases, ...rest }, folder, from) {
	const seen = (path) => relative(from, join(folder, path)).split(sep).join("/") || ".";
	const own = ({ migrations, ...others }) => migrations === void 0 ? others : {
		...others,
		migrations: migrations.map(seen)
	};
	return {
		...own(rest),
		...rules === void 0 ? {} : { rules: rules.map(seen) },
		...baseline === void 0 ? {} : { baseline: seen(baseline) },
		...overrides === void 0 ? {} : { overrides: overrides.map((each) => ({
			...each,
			files: each.files.map(seen)
		})) },
		...databases === void 0 ? {} : { databases: Object.fromEntries(Object.entries(databases).map(([name, each]) => [name, own(each)])) }
	};
}

//#endregion
//#region src/load-rules.ts
/**
* The rules of a folder, named after their files, sorted by name. TypeScript is read on
* every supported Node, and `pg-schemalint/rule` means this very program's.
* @throws UserError where there is no such folder or a file in it is not a rule.
*/
async function loadRuleFolder(folder) {
	const path = fileURLToPath(folder);
	if (!existsSync(path)) throw new UserError(`there is no folder ${path}`, "name the folder that holds the rules, one file each");
	const files = readdirSync(path).filter((file) => RULE_FILE.test(file)).toSorted();
	const rules = [];
	for (const file of files) {
		const name = file.replace(RULE_FILE, "");
		rules.push({
			name,
			rule: asRule(await loadModule(`${path}/${file}`, `the rule ${file}`), file)
		});
	}
	return rules;
}
const RULE_FILE = /(?<!\.d|\.test)\.(?:ts|mts|js|mjs)$/;
const SCOPES = new Set([
	"action",
	"schema",
	"migration"
]);
function asRule(value, file) {
	const rule = value;
	const hasTexts = [
		rule.summary,
		rule.why,
		rule.instead
	].every((text) => typeof text === "string" && text.trim() !== "");
	if (SCOPES.has(rule.scope) && typeof rule.check === "function" && hasTexts && (rule.severity === "error" || rule.severity === "warning")) return rule;
	throw new UserError(`${file} is not a rule`, "export default actionRule({…}), schemaRule({…}) or migrationRule({…}) with severity, summary, why, instead and check");
}

//#endregion
//#region src/git-changes.ts
/**
* The files in a repository that differ from where HEAD left a branch or commit: committed,
* not yet committed, and not yet known to git. A file that only moved does not differ.
* @throws UserError where git cannot tell.
*/
function changesSince(ref, from) {
	const git = repositoryAt(from);
	const base = mergeBase(git, ref);
	return [...changesIn(git, [
		"diff",
		"--name-status",
		"-z",
		"-M",
		base,
		"--"
	], base), ...untrackedIn(git).map((path) => ({ path }))];
}
/** The files whose changes are staged for the next commit. Throws UserError where git cannot tell. */
function stagedChanges(from) {
	const git = repositoryAt(from);
	return changesIn(git, [
		"diff",
		"--cached",
		"--name-status",
		"-z",
		"-M",
		"--"
	], git.attempt("rev-parse", "--verify", "--quiet", "HEAD") === void 0 ? void 0 : "HEAD");
}
/** Files with changes that are not staged, so that what lies here is not what would be committed. */
function unstagedPaths(from) {
	const git = repositoryAt(from);
	return git.run("diff", "--name-only", "-z").split("\0").filter(Boolean).map(git.shown);
}
/** Files that git does not know and was not told to ignore. */
function untrackedPaths(from) {
	return untrackedIn(repositoryAt(from));
}
function untrackedIn(git) {
	return git.run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", git.top).split("\0").filter(Boolean).map(git.shown);
}
function repositoryAt(from) {
	const run = (...args) => {
		try {
			return execFileSync("git", args, {
				cwd: from,
				encoding: "utf8",
				maxBuffer: 1 << 30,
				stdio: [
					"ignore",
					"pipe",
					"pipe"
				]
			});
		} catch (error) {
			throw new UserError("git cannot tell what changed", reasonOf(error));
		}
	};
	const attempt = (...args) => {
		try {
			return run(...args);
		} catch {
			return;
		}
	};
	const top = run("rev-parse", "--show-toplevel").replace(/\r?\n$/, "");
	const here = realpathSync(from);
	return {
		top,
		run,
		attempt,
		shown: (path) => relative(here, join(realpathSync(top), path)).split(sep).join("/")
	};
}
function reasonOf(error) {
	const { code, stderr } = error;
	if (code === "ENOENT") return "the program git is not installed";
	return `git says: ${(stderr ?? "").trim().split("\n")[0] || String(error)}`;
}
function mergeBase(git, ref) {
	if (ref.startsWith("-")) throw new UserError(`${ref} is no branch or commit`, "for example --since origin/main");
	const commit = git.attempt("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)?.trim();
	const base = commit === void 0 ? void 0 : git.attempt("merge-base", commit, "HEAD")?.trim();
	if (base !== void 0) return base;
	if (git.attempt("rev-parse", "--is-shallow-repository")?.trim() === "true") throw new UserError(`this clone is shallow and does not reach back to ${ref}`, "fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, `git fetch --unshallow` elsewhere");
	if (commit === void 0) throw new UserError(`git knows no branch or commit ${ref}`, "fetch it first: git fetch origin BRANCH");
	throw new UserError(`${ref} and HEAD have no history in common`);
}
/** Reads `--name-status -z`: a status, then the path; after a rename or copy the old path and the new one. */
function changesIn(git, args, base) {
	const fields = git.run(...args).split("\0");
	const changes = [];
	for (let index = 0; index + 1 < fields.length;) {
		const status = fields[index++] ?? "";
		const old = fields[index++] ?? "";
		const path = /^[RC]/.test(status) ? fields[index++] ?? "" : old;
		if (status === "D" || status === "R100") continue;
		const before = status === "A" || base === void 0 ? void 0 : git.attempt("show", `${base}:${old}`);
		const isCopy = status.startsWith("C");
		changes.push({
			path: git.shown(path),
			...before === void 0 || isCopy ? {} : { before }
		});
	}
	return changes;
}

//#endregion
//#region src/cli/newness-options.ts
/** Adds the options that make a command judge new migrations only. */
function judgingNew(command) {
	return command.addOption(new Option("--since <ref>", "judge only migrations added or changed since a branch or commit; in GitHub Actions since the base of the pull request by default").conflicts(["after", "staged"])).option("--no-since", "judge all migrations, in GitHub Actions too").addOption(new Option("--after <version>", "judge only migrations after this one").conflicts(["staged"])).option("--staged", "judge only migrations whose changes are staged in git");
}
/** What tells new migrations from deployed ones; undefined where all are judged. */
function newnessFrom({ since, after, staged }, from) {
	if (after !== void 0) return {
		by: `after ${after}`,
		after
	};
	if (staged === true) return {
		by: "staged",
		changes: stagedWithNote(from),
		untracked: untrackedPaths(from)
	};
	if (typeof since === "string") return {
		by: `changed since ${since}`,
		changes: changesSince(since, from)
	};
	return since === false ? void 0 : newnessFromActions(from);
}
function stagedWithNote(from) {
	const changes = stagedChanges(from);
	const unstaged = new Set(unstagedPaths(from));
	for (const { path } of changes) if (unstaged.has(path)) process.stderr.write(`${printable(path)} has changes that are not staged; it is checked with them\n`);
	return changes;
}
/** The base of the event that runs the workflow. Where it cannot be reached, all is judged, and that is said. */
function newnessFromActions(from) {
	const { GITHUB_ACTIONS, GITHUB_EVENT_PATH } = process.env;
	if (GITHUB_ACTIONS !== "true" || GITHUB_EVENT_PATH === void 0 || GITHUB_EVENT_PATH === "") return void 0;
	const base = baseOf(readEvent(GITHUB_EVENT_PATH));
	if (base === void 0) return void 0;
	try {
		return {
			by: `changed since ${base.name}`,
			changes: changesSince(base.commit, from)
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const hint = error.hint === void 0 ? "" : `: ${error.hint}`;
		process.stderr.write(`all migrations are judged, not only those changed since ${base.name}: ${error.message}${hint}\n`);
		return;
	}
}
/** Reads the file of an event; one that cannot be read tells nothing. */
function readEvent(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8")) ?? {};
	} catch {
		return {};
	}
}
/** The commit that an event's changes are made on; none for a push that makes a branch, or a schedule. */
function baseOf({ pull_request: request, merge_group: group, before }) {
	if (request?.base?.sha !== void 0) {
		const { GITHUB_REF = "", GITHUB_SHA = "" } = process.env;
		const isMerge = /^refs\/pull\/\d+\/merge$/.test(GITHUB_REF) && GITHUB_SHA !== "";
		const name = request.base.ref ?? request.base.sha.slice(0, 12);
		return {
			commit: isMerge ? `${GITHUB_SHA}^1` : request.base.sha,
			name
		};
	}
	const commit = group?.base_sha ?? before;
	if (commit === void 0 || !/^[0-9a-f]{7,64}$/.test(commit) || /^0+$/.test(commit)) return void 0;
	return {
		commit,
		name: commit.slice(0, 12)
	};
}

//#endregion
//#region src/cli/options.ts
/** The version that is assumed where nothing is said. */
const DEFAULT_POSTGRES = 17;
/**
* Puts command line, configuration and layout together; the nearer word counts.
* @throws UserError where the configuration knows several databases and none of them is named.
*/
async function judgingFrom(paths, options) {
	const [first, ...others] = await judgingsFrom(paths, options);
	const names = [first, ...others].map((each) => each?.database);
	if (first === void 0 || others.length > 0) throw new UserError("there are several databases, and this is about one", `say --database ${names.join(" or ")}`);
	return first;
}
/** What is to be judged of each database that the configuration knows, or of the only one there is. */
async function judgingsFrom(paths, options) {
	const from = process.cwd();
	const { config, layers } = await readConfig(options.config, from);
	const all = await allRules(options.rules ?? config.rules ?? []);
	await checkRuleNames(layers, all.map((rule) => rule.name));
	const newness = newnessFrom(options, from);
	return databasesIn(config, paths, options.database).map(({ name, told, paths: own }) => {
		const preset = options.preset ?? told.preset ?? config.preset ?? "recommended";
		const severities = {
			...config.severities,
			...told.severities,
			...options.rule
		};
		const overrides = exceptFor(config.overrides ?? [], options.rule ?? {});
		const runner = options.runner ?? told.runner;
		const rules = chooseRules(all, {
			preset,
			severities,
			only: options.only ?? [],
			overrides
		});
		return {
			...name === void 0 ? {} : { database: name },
			config: {
				...config,
				...told
			},
			...choosePaths(own, told.migrations ?? []),
			preset,
			rules,
			overrides,
			known: all.map((rule) => rule.name),
			alembic: alembicFrom(options),
			...runner === void 0 ? {} : { runner },
			...newness === void 0 ? {} : { newness }
		};
	});
}
/** The databases to judge: the one that is named, those that the paths belong to, or all. */
function databasesIn(config, paths, named) {
	const all = Object.entries(config.databases ?? {});
	if (named !== void 0 && !all.some(([name]) => name === named)) throw new UserError(`the configuration knows no database ${named}`, all.length === 0 ? "name it under databases" : `it knows ${all.map(([name]) => name).join(", ")}`);
	if (all.length === 0) return [{
		told: config,
		paths
	}];
	const wanted = all.filter(([name]) => named === void 0 || name === named);
	const holds = (told, path) => (told.migrations ?? []).some((each) => resolve(each) === resolve(path) || isInside(path, each));
	const stray = paths.find((path) => !wanted.some(([, told]) => holds(told, path)));
	if (stray !== void 0) throw new UserError(`${stray} belongs to no database`, `their migrations are in ${wanted.flatMap(([, told]) => told.migrations ?? []).join(", ")}`);
	return wanted.flatMap(([name, told]) => {
		const own = paths.filter((path) => holds(told, path));
		return own.length === 0 && paths.length > 0 ? [] : [{
			name,
			told,
			paths: own
		}];
	});
}
/** What the command line says of a rule is nearer than what the configuration says of it anywhere. */
function exceptFor(overrides, said) {
	return overrides.map(({ files, severities }) => ({
		files,
		severities: Object.fromEntries(Object.entries(severities).filter(([name]) => !Object.hasOwn(said, name)))
	}));
}
/** The built-in rules and those of one's own folders; no two may share a name. */
async function allRules(folders) {
	const rules = new Map((await builtInRules()).map((each) => [each.name, each]));
	for (const folder of folders) for (const each of await loadRuleFolder(pathToFileURL(`${resolve(folder)}/`))) {
		if (rules.has(each.name)) throw new UserError(`there are two rules named ${each.name}`, `rename the file in ${folder}`);
		rules.set(each.name, each);
	}
	return [...rules.values()];
}
/** `--rule name=severity` */
function addRule(value, earlier = {}) {
	const [name, severity, ...rest] = value.split("=");
	if (name === void 0 || name === "" || !(severity === "error" || severity === "warning" || severity === "off") || rest.length > 0) throw new InvalidArgumentError("say NAME=error, NAME=warning or NAME=off");
	return {
		...earlier,
		[name]: severity
	};
}
/** An option that may be repeated, or hold several words by comma. */
function collect(value, earlier = []) {
	return [...earlier, ...value.split(",").filter((each) => each !== "")];
}
/** `--postgres 16` */
function parsePostgres(value) {
	const major = Number(value);
	if (Number.isInteger(major) && major >= VERSIONS.oldest && major <= VERSIONS.newest) return major;
	throw new InvalidArgumentError(`a major version from ${VERSIONS.oldest} to ${VERSIONS.newest}`);
}
/** A number of things, from 0. */
function parseCount(value) {
	const number = Number(value);
	if (Number.isInteger(number) && number >= 0) return number;
	throw new InvalidArgumentError("a whole number from 0");
}

//#endregion
//#region src/report/report.ts
/** How many findings there are of each severity. */
function countOf(report) {
	const errors = report.findings.filter((finding) => finding.severity === "error").length;
	return {
		errors,
		warnings: report.findings.length - errors
	};
}
/** Findings by file, place and rule; those without a place last. */
function sorted(findings) {
	return findings.toSorted((a, b) => {
		if (a.span === void 0 !== (b.span === void 0)) return a.span === void 0 ? 1 : -1;
		if (a.span !== void 0 && b.span !== void 0) {
			if (a.span.file.path !== b.span.file.path) return a.span.file.path < b.span.file.path ? -1 : 1;
			if (a.span.start !== b.span.start) return a.span.start - b.span.start;
		}
		const left = `${a.rule} ${a.subject}`;
		const right = `${b.rule} ${b.subject}`;
		return left < right ? -1 : left > right ? 1 : 0;
	});
}

//#endregion
//#region src/report/xml.ts
/** An element of XML with its attributes and, already written, its content. */
function element(name, attributes, content = []) {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
	if (content.length === 0) return `<${name}${written.join("")}/>`;
	return `<${name}${written.join("")}>\n${content.join("\n")}\n</${name}>`;
}
/** Text as XML 1.0 may hold it: what it may not hold at all becomes the replacement character. */
function escapeXml(text) {
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "�").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** What every document begins with. */
const XML_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

//#endregion
//#region src/report/checkstyle.ts
/** The report as Checkstyle. */
function reportCheckstyle(report) {
	const files = /* @__PURE__ */ new Map();
	for (const { rule, severity, message, span } of sorted(report.findings)) {
		const path = span?.file.path ?? "(database)";
		const place = span === void 0 ? void 0 : positionAt(span.file, span.start);
		const error = element("error", {
			line: place?.line ?? 0,
			...place === void 0 ? {} : { column: place.column },
			severity,
			message,
			source: `schemalint.${rule}`
		});
		files.set(path, [...files.get(path) ?? [], error]);
	}
	return `${XML_HEAD}\n${element("checkstyle", { version: "4.3" }, [...files].map(([name, errors]) => element("file", { name }, errors)))}\n`;
}

//#endregion
//#region src/report/github.ts
/** How many annotations of each level GitHub shows for one step; more are dropped in silence. */
const SHOWN = 10;
/**
* Workflow commands that annotate the pull request's lines. Of each level the first ten are
* given, and a notice says how many more there are.
*/
function reportGithub(report) {
	return ["error", "warning"].flatMap((severity) => {
		const findings = sorted(report.findings).filter((finding) => finding.severity === severity);
		const shown = findings.slice(0, SHOWN).map(annotation);
		const more = findings.length - shown.length;
		return more === 0 ? shown : [...shown, `::notice title=schemalint::${more} more ${severity}s are in the text above and in the step summary`];
	}).map((line) => `${line}\n`).join("");
}
function annotation(finding) {
	const { severity, rule, message, span } = finding;
	const properties = [];
	if (span !== void 0) {
		const start = positionAt(span.file, span.start);
		const end = positionAt(span.file, span.end);
		properties.push(`file=${property(span.file.path)}`, `line=${start.line}`, `endLine=${end.line}`);
		if (start.line === end.line) properties.push(`col=${start.column}`, `endColumn=${end.column}`);
	}
	properties.push(`title=${property(rule)}`);
	return `::${severity} ${properties.join(",")}::${escapeData(message)}`;
}
/** What a message may hold without ending the command or starting another. */
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

//#endregion
//#region src/report/gitlab.ts
/** The report as GitLab's code quality: an array, in which a fingerprint may stand once. */
function reportGitlab(report) {
	const seen = /* @__PURE__ */ new Map();
	const issues = sorted(report.findings).map(({ rule, severity, message, span, fingerprint }) => {
		const count = seen.get(fingerprint) ?? 0;
		seen.set(fingerprint, count + 1);
		return {
			description: message,
			check_name: rule,
			fingerprint: count === 0 ? fingerprint : `${fingerprint}-${count}`,
			severity: severity === "error" ? "major" : "minor",
			location: {
				path: span?.file.path ?? "(database)",
				lines: { begin: span === void 0 ? 1 : positionAt(span.file, span.start).line }
			}
		};
	});
	return `${JSON.stringify(issues, null, 2)}\n`;
}

//#endregion
//#region src/report/json.ts
/**
* The report as JSON, version 1. Lines and columns count from 1, columns and offsets in
* UTF-16 units, ends are exclusive. A finding that only a server showed has no file.
*/
function reportJson(report) {
	const places = placesOf();
	const { tool, postgres, runner, transaction, preset, passedOver, verified } = report;
	return `${JSON.stringify({
		version: 1,
		tool,
		postgres,
		runner,
		transaction,
		preset,
		summary: summaryJson(report),
		...report.databases === void 0 ? {} : { databases: report.databases.map(databaseJson) },
		...passedOver.length === 0 ? {} : { passedOver },
		...report.notes === void 0 || report.notes.length === 0 ? {} : { notes: report.notes },
		findings: sorted(report.findings).map((finding) => findingJson(finding, report, places)),
		...verified === void 0 ? {} : { verified: {
			server: verified.server,
			applied: verified.applied,
			leftOut: verified.leftOut.map(({ span, reason }) => ({
				...places(span),
				reason
			})),
			drift: verified.drift?.map(({ subject, first, second }) => ({
				subject,
				migrations: first,
				database: second
			})) ?? null,
			behaviours: verified.behaviours,
			observed: verified.observed.map((each) => observedJson(each, places)),
			...verified.rows === void 0 ? {} : { rows: verified.rows },
			...verified.downs === void 0 ? {} : { downs: verified.downs.map(downJson) },
			...verified.kept === void 0 ? {} : { kept: verified.kept }
		} }
	}, null, 2)}\n`;
}
function databaseJson({ name, report }) {
	const { postgres, runner, transaction, preset } = report;
	return {
		name,
		postgres,
		runner,
		transaction,
		preset,
		summary: summaryJson(report)
	};
}
function observedJson({ span, kind, predicted, observed, ...rest }, places) {
	return {
		...places(span),
		kind,
		predicted: predicted.map(effectJson),
		observed: observed.map(effectJson),
		...rest
	};
}
function effectJson({ isNew, relation, lock, work }) {
	return {
		relation,
		lock,
		work,
		new: isNew
	};
}
function downJson({ version, outcome, differences }) {
	return {
		version,
		outcome,
		differences: differences.map(({ subject, first, second }) => ({
			subject,
			before: first,
			after: second
		}))
	};
}
function summaryJson(report) {
	const { errors, warnings } = countOf(report);
	const { migrations, statements, judged, allowed, notModelled } = report;
	return {
		migrations,
		statements,
		...judged === void 0 ? {} : { judged: judged.migrations },
		errors,
		warnings,
		allowed: allowed.length,
		baseline: report.baseline ?? 0,
		notModelled: notModelled.length
	};
}
/** Measures the lines of each file once. */
function placesOf() {
	const starts = /* @__PURE__ */ new Map();
	return ({ file, start, end }) => {
		const lines = starts.get(file) ?? lineStarts(file.text);
		starts.set(file, lines);
		return {
			file: file.path,
			range: {
				start: positionAt(file, start, lines),
				end: positionAt(file, end, lines)
			}
		};
	};
}
function findingJson(finding, report, places) {
	const { rule, severity, hazard, message, subject, seenIn, span, effects, fix, fingerprint } = finding;
	const texts = report.rules.get(rule);
	const isLock = hazard === "blocks" || hazard === "queues";
	return {
		rule,
		severity,
		hazard,
		message,
		subject,
		...span === void 0 ? {} : places(span),
		seenIn,
		why: prose(texts?.why ?? ""),
		instead: prose(texts?.instead ?? ""),
		...isLock ? { effects: (effects ?? []).map(({ isNew, ...effect }) => ({
			...effect,
			new: isNew
		})) } : {},
		...fix === void 0 ? {} : { fix: fixJson(fix, places) },
		fingerprint
	};
}
function fixJson(fix, places) {
	if (!("edits" in fix)) return fix;
	return {
		...fix,
		edits: fix.edits.map(({ span, text }) => ({
			...places(span),
			text
		}))
	};
}
/** Prose without the indentation and line breaks of the code it stands in; paragraphs stay apart. */
function prose(text) {
	return text.trim().split(/\n\s*\n/).map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, " ")).join("\n\n");
}

//#endregion
//#region src/report/junit.ts
/** The report as JUnit: a test case for each finding, which fails, and one that passes where there is none. */
function reportJunit(report) {
	const findings = sorted(report.findings);
	const { errors, warnings } = countOf(report);
	const cases = findings.length === 0 ? [element("testcase", {
		name: `${report.migrations} migrations`,
		classname: report.tool.name
	})] : findings.map((finding) => caseOf(finding, report));
	const totals = {
		tests: cases.length,
		failures: errors + warnings,
		errors: 0
	};
	return `${XML_HEAD}\n${element("testsuites", totals, [element("testsuite", {
		name: report.tool.name,
		...totals
	}, cases)])}\n`;
}
function caseOf({ rule, severity, message, span, subject }, report) {
	const place = span === void 0 ? void 0 : positionAt(span.file, span.start);
	const where = span === void 0 || place === void 0 ? "" : `${span.file.path}:${place.line}:${place.column}\n`;
	const instead = prose(report.rules.get(rule)?.instead ?? "");
	const failure = element("failure", {
		message,
		type: severity
	}, [escapeXml(`${where}${message}\n\nInstead: ${instead}`).replaceAll("&#10;", "\n")]);
	const file = span === void 0 || place === void 0 ? {} : {
		file: span.file.path,
		line: place.line
	};
	return element("testcase", {
		name: `${rule}: ${subject}`,
		classname: span?.file.path ?? "database",
		...file
	}, [failure]);
}

//#endregion
//#region node_modules/ansi-regex/index.js
const ST = String.raw`(?:\u001B\u005C|\u009C)`;
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
const pattern = `${String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`}|${osc}|${controlString}|${String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`}|${String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`}`;
function ansiRegex({ onlyFirst = false } = {}) {
	return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

//#endregion
//#region node_modules/strip-ansi/index.js
const regex = ansiRegex();
function stripAnsi(string) {
	if (typeof string !== "string") throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	if (!string.includes("\x1B") && !string.includes("")) return string;
	return string.replace(regex, "");
}

//#endregion
//#region node_modules/get-east-asian-width/lookup-data.js
const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [
	161,
	161,
	164,
	164,
	167,
	168,
	170,
	170,
	173,
	174,
	176,
	180,
	182,
	186,
	188,
	191,
	198,
	198,
	208,
	208,
	215,
	216,
	222,
	225,
	230,
	230,
	232,
	234,
	236,
	237,
	240,
	240,
	242,
	243,
	247,
	250,
	252,
	252,
	254,
	254,
	257,
	257,
	273,
	273,
	275,
	275,
	283,
	283,
	294,
	295,
	299,
	299,
	305,
	307,
	312,
	312,
	319,
	322,
	324,
	324,
	328,
	331,
	333,
	333,
	338,
	339,
	358,
	359,
	363,
	363,
	462,
	462,
	464,
	464,
	466,
	466,
	468,
	468,
	470,
	470,
	472,
	472,
	474,
	474,
	476,
	476,
	593,
	593,
	609,
	609,
	708,
	708,
	711,
	711,
	713,
	715,
	717,
	717,
	720,
	720,
	728,
	731,
	733,
	733,
	735,
	735,
	768,
	879,
	913,
	929,
	931,
	937,
	945,
	961,
	963,
	969,
	1025,
	1025,
	1040,
	1103,
	1105,
	1105,
	8208,
	8208,
	8211,
	8214,
	8216,
	8217,
	8220,
	8221,
	8224,
	8226,
	8228,
	8231,
	8240,
	8240,
	8242,
	8243,
	8245,
	8245,
	8251,
	8251,
	8254,
	8254,
	8308,
	8308,
	8319,
	8319,
	8321,
	8324,
	8364,
	8364,
	8451,
	8451,
	8453,
	8453,
	8457,
	8457,
	8467,
	8467,
	8470,
	8470,
	8481,
	8482,
	8486,
	8486,
	8491,
	8491,
	8531,
	8532,
	8539,
	8542,
	8544,
	8555,
	8560,
	8569,
	8585,
	8585,
	8592,
	8601,
	8632,
	8633,
	8658,
	8658,
	8660,
	8660,
	8679,
	8679,
	8704,
	8704,
	8706,
	8707,
	8711,
	8712,
	8715,
	8715,
	8719,
	8719,
	8721,
	8721,
	8725,
	8725,
	8730,
	8730,
	8733,
	8736,
	8739,
	8739,
	8741,
	8741,
	8743,
	8748,
	8750,
	8750,
	8756,
	8759,
	8764,
	8765,
	8776,
	8776,
	8780,
	8780,
	8786,
	8786,
	8800,
	8801,
	8804,
	8807,
	8810,
	8811,
	8814,
	8815,
	8834,
	8835,
	8838,
	8839,
	8853,
	8853,
	8857,
	8857,
	8869,
	8869,
	8895,
	8895,
	8978,
	8978,
	9312,
	9449,
	9451,
	9547,
	9552,
	9587,
	9600,
	9615,
	9618,
	9621,
	9632,
	9633,
	9635,
	9641,
	9650,
	9651,
	9654,
	9655,
	9660,
	9661,
	9664,
	9665,
	9670,
	9672,
	9675,
	9675,
	9678,
	9681,
	9698,
	9701,
	9711,
	9711,
	9733,
	9734,
	9737,
	9737,
	9742,
	9743,
	9756,
	9756,
	9758,
	9758,
	9792,
	9792,
	9794,
	9794,
	9824,
	9825,
	9827,
	9829,
	9831,
	9834,
	9836,
	9837,
	9839,
	9839,
	9886,
	9887,
	9919,
	9919,
	9926,
	9933,
	9935,
	9939,
	9941,
	9953,
	9955,
	9955,
	9960,
	9961,
	9963,
	9969,
	9972,
	9972,
	9974,
	9977,
	9979,
	9980,
	9982,
	9983,
	10045,
	10045,
	10102,
	10111,
	11094,
	11097,
	12872,
	12879,
	57344,
	63743,
	65024,
	65039,
	65533,
	65533,
	127232,
	127242,
	127248,
	127277,
	127280,
	127337,
	127344,
	127373,
	127375,
	127376,
	127387,
	127404,
	917760,
	917999,
	983040,
	1048573,
	1048576,
	1114109
];
const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [
	12288,
	12288,
	65281,
	65376,
	65504,
	65510
];
const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9776,
	9783,
	9800,
	9811,
	9855,
	9855,
	9866,
	9871,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	11929,
	11931,
	12019,
	12032,
	12245,
	12272,
	12287,
	12289,
	12350,
	12353,
	12438,
	12441,
	12543,
	12549,
	12591,
	12593,
	12686,
	12688,
	12773,
	12783,
	12830,
	12832,
	12871,
	12880,
	42124,
	42128,
	42182,
	43360,
	43388,
	44032,
	55203,
	63744,
	64255,
	65040,
	65049,
	65072,
	65106,
	65108,
	65126,
	65128,
	65131,
	94176,
	94180,
	94192,
	94198,
	94208,
	101594,
	101631,
	101664,
	101760,
	101874,
	101888,
	102801,
	102816,
	102866,
	110576,
	110579,
	110581,
	110587,
	110589,
	110590,
	110592,
	110888,
	110898,
	110898,
	110928,
	110930,
	110933,
	110933,
	110948,
	110952,
	110960,
	111355,
	119552,
	119638,
	119648,
	119670,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127406,
	127406,
	127488,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128729,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128986,
	128986,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129660,
	129664,
	129734,
	129736,
	129736,
	129740,
	129757,
	129759,
	129771,
	129775,
	129786,
	131072,
	196605,
	196608,
	262141
];

//#endregion
//#region node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) high = mid - 1;
		else if (codePoint > ranges[i + 1]) low = mid + 1;
		else return true;
	}
	return false;
};

//#endregion
//#region node_modules/get-east-asian-width/lookup.js
const commonCjkCodePoint = 19968;
const [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];
	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];
		if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) return [start, end];
		if (end - start > fastPathEnd - fastPathStart) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}
	return [fastPathStart, fastPathEnd];
}
const isAmbiguous = (codePoint) => {
	if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) return false;
	return isInRange(ambiguousRanges, codePoint);
};
const isFullwidth = (codePoint) => {
	if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) return false;
	return isInRange(fullwidthRanges, codePoint);
};
const isWide = (codePoint) => {
	if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) return true;
	if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) return false;
	return isInRange(wideRanges, codePoint);
};

//#endregion
//#region node_modules/get-east-asian-width/index.js
function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
	validate(codePoint);
	if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) return 2;
	return 1;
}

//#endregion
//#region node_modules/emoji-regex/index.js
var require_emoji_regex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = () => {
		return /[#*0-9]\uFE0F?\u20E3|[\xA9\xAE\u203C\u2049\u2122\u2139\u2194-\u2199\u21A9\u21AA\u231A\u231B\u2328\u23CF\u23ED-\u23EF\u23F1\u23F2\u23F8-\u23FA\u24C2\u25AA\u25AB\u25B6\u25C0\u25FB\u25FC\u25FE\u2600-\u2604\u260E\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262A\u262E\u262F\u2638-\u263A\u2640\u2642\u2648-\u2653\u265F\u2660\u2663\u2665\u2666\u2668\u267B\u267E\u267F\u2692\u2694-\u2697\u2699\u269B\u269C\u26A0\u26A7\u26AA\u26B0\u26B1\u26BD\u26BE\u26C4\u26C8\u26CF\u26D1\u26E9\u26F0-\u26F5\u26F7\u26F8\u26FA\u2702\u2708\u2709\u270F\u2712\u2714\u2716\u271D\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u27A1\u2934\u2935\u2B05-\u2B07\u2B1B\u2B1C\u2B55\u3030\u303D\u3297\u3299]\uFE0F?|[\u261D\u270C\u270D](?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?|[\u270A\u270B](?:\uD83C[\uDFFB-\uDFFF])?|[\u23E9-\u23EC\u23F0\u23F3\u25FD\u2693\u26A1\u26AB\u26C5\u26CE\u26D4\u26EA\u26FD\u2705\u2728\u274C\u274E\u2753-\u2755\u2795-\u2797\u27B0\u27BF\u2B50]|\u26D3\uFE0F?(?:\u200D\uD83D\uDCA5)?|\u26F9(?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?(?:\u200D[\u2640\u2642]\uFE0F?)?|\u2764\uFE0F?(?:\u200D(?:\uD83D\uDD25|\uD83E\uDE79))?|\uD83C(?:[\uDC04\uDD70\uDD71\uDD7E\uDD7F\uDE02\uDE37\uDF21\uDF24-\uDF2C\uDF36\uDF7D\uDF96\uDF97\uDF99-\uDF9B\uDF9E\uDF9F\uDFCD\uDFCE\uDFD4-\uDFDF\uDFF5\uDFF7]\uFE0F?|[\uDF85\uDFC2\uDFC7](?:\uD83C[\uDFFB-\uDFFF])?|[\uDFC4\uDFCA](?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDFCB\uDFCC](?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDCCF\uDD8E\uDD91-\uDD9A\uDE01\uDE1A\uDE2F\uDE32-\uDE36\uDE38-\uDE3A\uDE50\uDE51\uDF00-\uDF20\uDF2D-\uDF35\uDF37-\uDF43\uDF45-\uDF4A\uDF4C-\uDF7C\uDF7E-\uDF84\uDF86-\uDF93\uDFA0-\uDFC1\uDFC5\uDFC6\uDFC8\uDFC9\uDFCF-\uDFD3\uDFE0-\uDFF0\uDFF8-\uDFFF]|\uDDE6\uD83C[\uDDE8-\uDDEC\uDDEE\uDDF1\uDDF2\uDDF4\uDDF6-\uDDFA\uDDFC\uDDFD\uDDFF]|\uDDE7\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEF\uDDF1-\uDDF4\uDDF6-\uDDF9\uDDFB\uDDFC\uDDFE\uDDFF]|\uDDE8\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDEE\uDDF0-\uDDF7\uDDFA-\uDDFF]|\uDDE9\uD83C[\uDDEA\uDDEC\uDDEF\uDDF0\uDDF2\uDDF4\uDDFF]|\uDDEA\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDED\uDDF7-\uDDFA]|\uDDEB\uD83C[\uDDEE-\uDDF0\uDDF2\uDDF4\uDDF7]|\uDDEC\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEE\uDDF1-\uDDF3\uDDF5-\uDDFA\uDDFC\uDDFE]|\uDDED\uD83C[\uDDF0\uDDF2\uDDF3\uDDF7\uDDF9\uDDFA]|\uDDEE\uD83C[\uDDE8-\uDDEA\uDDF1-\uDDF4\uDDF6-\uDDF9]|\uDDEF\uD83C[\uDDEA\uDDF2\uDDF4\uDDF5]|\uDDF0\uD83C[\uDDEA\uDDEC-\uDDEE\uDDF2\uDDF3\uDDF5\uDDF7\uDDFC\uDDFE\uDDFF]|\uDDF1\uD83C[\uDDE6-\uDDE8\uDDEE\uDDF0\uDDF7-\uDDFB\uDDFE]|\uDDF2\uD83C[\uDDE6\uDDE8-\uDDED\uDDF0-\uDDFF]|\uDDF3\uD83C[\uDDE6\uDDE8\uDDEA-\uDDEC\uDDEE\uDDF1\uDDF4\uDDF5\uDDF7\uDDFA\uDDFF]|\uDDF4\uD83C\uDDF2|\uDDF5\uD83C[\uDDE6\uDDEA-\uDDED\uDDF0-\uDDF3\uDDF7-\uDDF9\uDDFC\uDDFE]|\uDDF6\uD83C\uDDE6|\uDDF7\uD83C[\uDDEA\uDDF4\uDDF8\uDDFA\uDDFC]|\uDDF8\uD83C[\uDDE6-\uDDEA\uDDEC-\uDDF4\uDDF7-\uDDF9\uDDFB\uDDFD-\uDDFF]|\uDDF9\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDED\uDDEF-\uDDF4\uDDF7\uDDF9\uDDFB\uDDFC\uDDFF]|\uDDFA\uD83C[\uDDE6\uDDEC\uDDF2\uDDF3\uDDF8\uDDFE\uDDFF]|\uDDFB\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDEE\uDDF3\uDDFA]|\uDDFC\uD83C[\uDDEB\uDDF8]|\uDDFD\uD83C\uDDF0|\uDDFE\uD83C[\uDDEA\uDDF9]|\uDDFF\uD83C[\uDDE6\uDDF2\uDDFC]|\uDF44(?:\u200D\uD83D\uDFEB)?|\uDF4B(?:\u200D\uD83D\uDFE9)?|\uDFC3(?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D(?:[\u2640\u2642]\uFE0F?(?:\u200D\u27A1\uFE0F?)?|\u27A1\uFE0F?))?|\uDFF3\uFE0F?(?:\u200D(?:\u26A7\uFE0F?|\uD83C\uDF08))?|\uDFF4(?:\u200D\u2620\uFE0F?|\uDB40\uDC67\uDB40\uDC62\uDB40(?:\uDC65\uDB40\uDC6E\uDB40\uDC67|\uDC73\uDB40\uDC63\uDB40\uDC74|\uDC77\uDB40\uDC6C\uDB40\uDC73)\uDB40\uDC7F)?)|\uD83D(?:[\uDC3F\uDCFD\uDD49\uDD4A\uDD6F\uDD70\uDD73\uDD76-\uDD79\uDD87\uDD8A-\uDD8D\uDDA5\uDDA8\uDDB1\uDDB2\uDDBC\uDDC2-\uDDC4\uDDD1-\uDDD3\uDDDC-\uDDDE\uDDE1\uDDE3\uDDE8\uDDEF\uDDF3\uDDFA\uDECB\uDECD-\uDECF\uDEE0-\uDEE5\uDEE9\uDEF0\uDEF3]\uFE0F?|[\uDC42\uDC43\uDC46-\uDC50\uDC66\uDC67\uDC6B-\uDC6D\uDC72\uDC74-\uDC76\uDC78\uDC7C\uDC83\uDC85\uDC8F\uDC91\uDCAA\uDD7A\uDD95\uDD96\uDE4C\uDE4F\uDEC0\uDECC](?:\uD83C[\uDFFB-\uDFFF])?|[\uDC6E-\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4\uDEB5](?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDD74\uDD90](?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?|[\uDC00-\uDC07\uDC09-\uDC14\uDC16-\uDC25\uDC27-\uDC3A\uDC3C-\uDC3E\uDC40\uDC44\uDC45\uDC51-\uDC65\uDC6A\uDC79-\uDC7B\uDC7D-\uDC80\uDC84\uDC88-\uDC8E\uDC90\uDC92-\uDCA9\uDCAB-\uDCFC\uDCFF-\uDD3D\uDD4B-\uDD4E\uDD50-\uDD67\uDDA4\uDDFB-\uDE2D\uDE2F-\uDE34\uDE37-\uDE41\uDE43\uDE44\uDE48-\uDE4A\uDE80-\uDEA2\uDEA4-\uDEB3\uDEB7-\uDEBF\uDEC1-\uDEC5\uDED0-\uDED2\uDED5-\uDED8\uDEDC-\uDEDF\uDEEB\uDEEC\uDEF4-\uDEFC\uDFE0-\uDFEB\uDFF0]|\uDC08(?:\u200D\u2B1B)?|\uDC15(?:\u200D\uD83E\uDDBA)?|\uDC26(?:\u200D(?:\u2B1B|\uD83D\uDD25))?|\uDC3B(?:\u200D\u2744\uFE0F?)?|\uDC41\uFE0F?(?:\u200D\uD83D\uDDE8\uFE0F?)?|\uDC68(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDC68\uDC69]\u200D\uD83D(?:\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?)|[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?)|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]))|\uD83C(?:\uDFFB(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFC-\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFC-\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFC(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFD-\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFD(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFE(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFD\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFF(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFE])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFE]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?))?|\uDC69(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?[\uDC68\uDC69]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?|\uDC69\u200D\uD83D(?:\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?))|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]))|\uD83C(?:\uDFFB(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFC-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFC-\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFC-\uDFFF])))?|\uDFFC(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB\uDFFD-\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFD-\uDFFF])))?|\uDFFD(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])))?|\uDFFE(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB-\uDFFD\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFD\uDFFF])))?|\uDFFF(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFE])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB-\uDFFE]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFE])))?))?|\uDD75(?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?(?:\u200D[\u2640\u2642]\uFE0F?)?|\uDE2E(?:\u200D\uD83D\uDCA8)?|\uDE35(?:\u200D\uD83D\uDCAB)?|\uDE36(?:\u200D\uD83C\uDF2B\uFE0F?)?|\uDE42(?:\u200D[\u2194\u2195]\uFE0F?)?|\uDEB6(?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D(?:[\u2640\u2642]\uFE0F?(?:\u200D\u27A1\uFE0F?)?|\u27A1\uFE0F?))?)|\uD83E(?:[\uDD0C\uDD0F\uDD18-\uDD1F\uDD30-\uDD34\uDD36\uDD77\uDDB5\uDDB6\uDDBB\uDDD2\uDDD3\uDDD5\uDEC3-\uDEC5\uDEF0\uDEF2-\uDEF8](?:\uD83C[\uDFFB-\uDFFF])?|[\uDD26\uDD35\uDD37-\uDD39\uDD3C-\uDD3E\uDDB8\uDDB9\uDDCD\uDDCF\uDDD4\uDDD6-\uDDDD](?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDDDE\uDDDF](?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDD0D\uDD0E\uDD10-\uDD17\uDD20-\uDD25\uDD27-\uDD2F\uDD3A\uDD3F-\uDD45\uDD47-\uDD76\uDD78-\uDDB4\uDDB7\uDDBA\uDDBC-\uDDCC\uDDD0\uDDE0-\uDDFF\uDE70-\uDE7C\uDE80-\uDE8A\uDE8E-\uDEC2\uDEC6\uDEC8\uDECD-\uDEDC\uDEDF-\uDEEA\uDEEF]|\uDDCE(?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D(?:[\u2640\u2642]\uFE0F?(?:\u200D\u27A1\uFE0F?)?|\u27A1\uFE0F?))?|\uDDD1(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1|\uDDD1\u200D\uD83E\uDDD2(?:\u200D\uD83E\uDDD2)?|\uDDD2(?:\u200D\uD83E\uDDD2)?))|\uD83C(?:\uDFFB(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFC-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFC-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFC-\uDFFF])))?|\uDFFC(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB\uDFFD-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFD-\uDFFF])))?|\uDFFD(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])))?|\uDFFE(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB-\uDFFD\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFD\uDFFF])))?|\uDFFF(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB-\uDFFE]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFE])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFE])))?))?|\uDEF1(?:\uD83C(?:\uDFFB(?:\u200D\uD83E\uDEF2\uD83C[\uDFFC-\uDFFF])?|\uDFFC(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB\uDFFD-\uDFFF])?|\uDFFD(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])?|\uDFFE(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB-\uDFFD\uDFFF])?|\uDFFF(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB-\uDFFE])?))?)/g;
	};
}));

//#endregion
//#region node_modules/string-width/index.js
var import_emoji_regex = /* @__PURE__ */ __toESM(require_emoji_regex(), 1);
const segmenter = new Intl.Segmenter();
const defaultIgnorableCodePointRegex = /^\p{Default_Ignorable_Code_Point}$/u;
function stringWidth(string, options = {}) {
	if (typeof string !== "string" || string.length === 0) return 0;
	const { ambiguousIsNarrow = true, countAnsiEscapeCodes = false } = options;
	if (!countAnsiEscapeCodes) string = stripAnsi(string);
	if (string.length === 0) return 0;
	let width = 0;
	const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
	for (const { segment: character } of segmenter.segment(string)) {
		const codePoint = character.codePointAt(0);
		if (codePoint <= 31 || codePoint >= 127 && codePoint <= 159) continue;
		if (codePoint >= 8203 && codePoint <= 8207 || codePoint === 65279) continue;
		if (codePoint >= 768 && codePoint <= 879 || codePoint >= 6832 && codePoint <= 6911 || codePoint >= 7616 && codePoint <= 7679 || codePoint >= 8400 && codePoint <= 8447 || codePoint >= 65056 && codePoint <= 65071) continue;
		if (codePoint >= 55296 && codePoint <= 57343) continue;
		if (codePoint >= 65024 && codePoint <= 65039) continue;
		if (defaultIgnorableCodePointRegex.test(character)) continue;
		if ((0, import_emoji_regex.default)().test(character)) {
			width += 2;
			continue;
		}
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}
	return width;
}

//#endregion
//#region node_modules/ansi-styles/index.js
const ANSI_BACKGROUND_OFFSET$1 = 10;
const wrapAnsi16$1 = (offset = 0) => (code) => `\u001B[${code + offset}m`;
const wrapAnsi256$1 = (offset = 0) => (code) => `\u001B[${38 + offset};5;${code}m`;
const wrapAnsi16m$1 = (offset = 0) => (red, green, blue) => `\u001B[${38 + offset};2;${red};${green};${blue}m`;
const styles$2 = {
	modifier: {
		reset: [0, 0],
		bold: [1, 22],
		dim: [2, 22],
		italic: [3, 23],
		underline: [4, 24],
		overline: [53, 55],
		inverse: [7, 27],
		hidden: [8, 28],
		strikethrough: [9, 29]
	},
	color: {
		black: [30, 39],
		red: [31, 39],
		green: [32, 39],
		yellow: [33, 39],
		blue: [34, 39],
		magenta: [35, 39],
		cyan: [36, 39],
		white: [37, 39],
		blackBright: [90, 39],
		gray: [90, 39],
		grey: [90, 39],
		redBright: [91, 39],
		greenBright: [92, 39],
		yellowBright: [93, 39],
		blueBright: [94, 39],
		magentaBright: [95, 39],
		cyanBright: [96, 39],
		whiteBright: [97, 39]
	},
	bgColor: {
		bgBlack: [40, 49],
		bgRed: [41, 49],
		bgGreen: [42, 49],
		bgYellow: [43, 49],
		bgBlue: [44, 49],
		bgMagenta: [45, 49],
		bgCyan: [46, 49],
		bgWhite: [47, 49],
		bgBlackBright: [100, 49],
		bgGray: [100, 49],
		bgGrey: [100, 49],
		bgRedBright: [101, 49],
		bgGreenBright: [102, 49],
		bgYellowBright: [103, 49],
		bgBlueBright: [104, 49],
		bgMagentaBright: [105, 49],
		bgCyanBright: [106, 49],
		bgWhiteBright: [107, 49]
	}
};
const modifierNames$1 = Object.keys(styles$2.modifier);
const foregroundColorNames$1 = Object.keys(styles$2.color);
const backgroundColorNames$1 = Object.keys(styles$2.bgColor);
const colorNames$1 = [...foregroundColorNames$1, ...backgroundColorNames$1];
function assembleStyles$1() {
	const codes = /* @__PURE__ */ new Map();
	for (const [groupName, group] of Object.entries(styles$2)) {
		for (const [styleName, style] of Object.entries(group)) {
			styles$2[styleName] = {
				open: `\u001B[${style[0]}m`,
				close: `\u001B[${style[1]}m`
			};
			group[styleName] = styles$2[styleName];
			codes.set(style[0], style[1]);
		}
		Object.defineProperty(styles$2, groupName, {
			value: group,
			enumerable: false
		});
	}
	Object.defineProperty(styles$2, "codes", {
		value: codes,
		enumerable: false
	});
	styles$2.color.close = "\x1B[39m";
	styles$2.bgColor.close = "\x1B[49m";
	styles$2.color.ansi = wrapAnsi16$1();
	styles$2.color.ansi256 = wrapAnsi256$1();
	styles$2.color.ansi16m = wrapAnsi16m$1();
	styles$2.bgColor.ansi = wrapAnsi16$1(ANSI_BACKGROUND_OFFSET$1);
	styles$2.bgColor.ansi256 = wrapAnsi256$1(ANSI_BACKGROUND_OFFSET$1);
	styles$2.bgColor.ansi16m = wrapAnsi16m$1(ANSI_BACKGROUND_OFFSET$1);
	Object.defineProperties(styles$2, {
		rgbToAnsi256: {
			value(red, green, blue) {
				if (red === green && green === blue) {
					if (red < 8) return 16;
					if (red > 248) return 231;
					return Math.round((red - 8) / 247 * 24) + 232;
				}
				return 16 + 36 * Math.round(red / 255 * 5) + 6 * Math.round(green / 255 * 5) + Math.round(blue / 255 * 5);
			},
			enumerable: false
		},
		hexToRgb: {
			value(hex) {
				const matches = /[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));
				if (!matches) return [
					0,
					0,
					0
				];
				let [colorString] = matches;
				if (colorString.length === 3) colorString = [...colorString].map((character) => character + character).join("");
				const integer = Number.parseInt(colorString, 16);
				return [
					integer >> 16 & 255,
					integer >> 8 & 255,
					integer & 255
				];
			},
			enumerable: false
		},
		hexToAnsi256: {
			value: (hex) => styles$2.rgbToAnsi256(...styles$2.hexToRgb(hex)),
			enumerable: false
		},
		ansi256ToAnsi: {
			value(code) {
				if (code < 8) return 30 + code;
				if (code < 16) return 90 + (code - 8);
				let red;
				let green;
				let blue;
				if (code >= 232) {
					red = ((code - 232) * 10 + 8) / 255;
					green = red;
					blue = red;
				} else {
					code -= 16;
					const remainder = code % 36;
					red = Math.floor(code / 36) / 5;
					green = Math.floor(remainder / 6) / 5;
					blue = remainder % 6 / 5;
				}
				const value = Math.max(red, green, blue) * 2;
				if (value === 0) return 30;
				let result = 30 + (Math.round(blue) << 2 | Math.round(green) << 1 | Math.round(red));
				if (value === 2) result += 60;
				return result;
			},
			enumerable: false
		},
		rgbToAnsi: {
			value: (red, green, blue) => styles$2.ansi256ToAnsi(styles$2.rgbToAnsi256(red, green, blue)),
			enumerable: false
		},
		hexToAnsi: {
			value: (hex) => styles$2.ansi256ToAnsi(styles$2.hexToAnsi256(hex)),
			enumerable: false
		}
	});
	return styles$2;
}
const ansiStyles$1 = assembleStyles$1();

//#endregion
//#region node_modules/wrap-ansi/index.js
const ESCAPES = new Set(["\x1B", ""]);
const END_CODE = 39;
const ANSI_ESCAPE_BELL = "\x07";
const ANSI_CSI = "[";
const ANSI_OSC = "]";
const ANSI_SGR_TERMINATOR = "m";
const ANSI_ESCAPE_LINK = `${ANSI_OSC}8;;`;
const wrapAnsiCode = (code) => `${ESCAPES.values().next().value}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`;
const wrapAnsiHyperlink = (url) => `${ESCAPES.values().next().value}${ANSI_ESCAPE_LINK}${url}${ANSI_ESCAPE_BELL}`;
const wordLengths = (string) => string.split(" ").map((character) => stringWidth(character));
const wrapWord = (rows, word, columns) => {
	const characters = [...word];
	let isInsideEscape = false;
	let isInsideLinkEscape = false;
	let visible = stringWidth(stripAnsi(rows.at(-1)));
	for (const [index, character] of characters.entries()) {
		const characterLength = stringWidth(character);
		if (visible + characterLength <= columns) rows[rows.length - 1] += character;
		else {
			rows.push(character);
			visible = 0;
		}
		if (ESCAPES.has(character)) {
			isInsideEscape = true;
			isInsideLinkEscape = characters.slice(index + 1, index + 1 + ANSI_ESCAPE_LINK.length).join("") === ANSI_ESCAPE_LINK;
		}
		if (isInsideEscape) {
			if (isInsideLinkEscape) {
				if (character === ANSI_ESCAPE_BELL) {
					isInsideEscape = false;
					isInsideLinkEscape = false;
				}
			} else if (character === ANSI_SGR_TERMINATOR) isInsideEscape = false;
			continue;
		}
		visible += characterLength;
		if (visible === columns && index < characters.length - 1) {
			rows.push("");
			visible = 0;
		}
	}
	if (!visible && rows.at(-1).length > 0 && rows.length > 1) rows[rows.length - 2] += rows.pop();
};
const stringVisibleTrimSpacesRight = (string) => {
	const words = string.split(" ");
	let last = words.length;
	while (last > 0) {
		if (stringWidth(words[last - 1]) > 0) break;
		last--;
	}
	if (last === words.length) return string;
	return words.slice(0, last).join(" ") + words.slice(last).join("");
};
const exec = (string, columns, options = {}) => {
	if (options.trim !== false && string.trim() === "") return "";
	let returnValue = "";
	let escapeCode;
	let escapeUrl;
	const lengths = wordLengths(string);
	let rows = [""];
	for (const [index, word] of string.split(" ").entries()) {
		if (options.trim !== false) rows[rows.length - 1] = rows.at(-1).trimStart();
		let rowLength = stringWidth(rows.at(-1));
		if (index !== 0) {
			if (rowLength >= columns && (options.wordWrap === false || options.trim === false)) {
				rows.push("");
				rowLength = 0;
			}
			if (rowLength > 0 || options.trim === false) {
				rows[rows.length - 1] += " ";
				rowLength++;
			}
		}
		if (options.hard && lengths[index] > columns) {
			const remainingColumns = columns - rowLength;
			const breaksStartingThisLine = 1 + Math.floor((lengths[index] - remainingColumns - 1) / columns);
			if (Math.floor((lengths[index] - 1) / columns) < breaksStartingThisLine) rows.push("");
			wrapWord(rows, word, columns);
			continue;
		}
		if (rowLength + lengths[index] > columns && rowLength > 0 && lengths[index] > 0) {
			if (options.wordWrap === false && rowLength < columns) {
				wrapWord(rows, word, columns);
				continue;
			}
			rows.push("");
		}
		if (rowLength + lengths[index] > columns && options.wordWrap === false) {
			wrapWord(rows, word, columns);
			continue;
		}
		rows[rows.length - 1] += word;
	}
	if (options.trim !== false) rows = rows.map((row) => stringVisibleTrimSpacesRight(row));
	const preString = rows.join("\n");
	const pre = [...preString];
	let preStringIndex = 0;
	for (const [index, character] of pre.entries()) {
		returnValue += character;
		if (ESCAPES.has(character)) {
			const { groups } = new RegExp(`(?:\\${ANSI_CSI}(?<code>\\d+)m|\\${ANSI_ESCAPE_LINK}(?<uri>.*)${ANSI_ESCAPE_BELL})`).exec(preString.slice(preStringIndex)) || { groups: {} };
			if (groups.code !== void 0) {
				const code = Number.parseFloat(groups.code);
				escapeCode = code === END_CODE ? void 0 : code;
			} else if (groups.uri !== void 0) escapeUrl = groups.uri.length === 0 ? void 0 : groups.uri;
		}
		const code = ansiStyles$1.codes.get(Number(escapeCode));
		if (pre[index + 1] === "\n") {
			if (escapeUrl) returnValue += wrapAnsiHyperlink("");
			if (escapeCode && code) returnValue += wrapAnsiCode(code);
		} else if (character === "\n") {
			if (escapeCode && code) returnValue += wrapAnsiCode(escapeCode);
			if (escapeUrl) returnValue += wrapAnsiHyperlink(escapeUrl);
		}
		preStringIndex += character.length;
	}
	return returnValue;
};
function wrapAnsi(string, columns, options) {
	return String(string).normalize().replaceAll("\r\n", "\n").split("\n").map((line) => exec(line, columns, options)).join("\n");
}

//#endregion
//#region src/report/prose.ts
/** `1 migration`, `2 migrations`. */
function count(number, thing) {
	return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
/** Text in lines of a width, each behind an indent. */
function wrapped(text, width, indent) {
	return wrapAnsi(text, Math.max(20, width - indent.length)).split("\n").map((line) => indent + line).join("\n");
}

//#endregion
//#region src/report/markdown.ts
/** By this comment the one that is to be brought up to date is found again. */
const MARKER = "<!-- schemalint -->";
/**
* The report as Markdown for a comment or a step's summary, in at most so many UTF-16 units;
* what does not fit is counted. A comment on GitHub holds 65,536.
*/
function reportMarkdown(report, longest = 6e4) {
	const { errors, warnings } = countOf(report);
	const findings = sorted(report.findings).toSorted((a, b) => rank(a) - rank(b));
	let text = `${MARKER}\n${findings.length === 0 ? "**schemalint**: nothing found" : `**schemalint**: ${[errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter(Boolean).join(", ")}`}\n\n${code(`${count(report.migrations, "migration")}, ${count(report.statements, "statement")} · runner ${report.runner} · PostgreSQL ${report.postgres} · preset ${report.preset}` + (report.allowed.length === 0 ? "" : ` · ${report.allowed.length} allowed`))}\n`;
	const explained = /* @__PURE__ */ new Set();
	for (const [position, finding] of findings.entries()) {
		const block = blockOf(finding, report, !explained.has(finding.rule));
		explained.add(finding.rule);
		if (text.length + block.length > longest - 100) return `${text}\n_${findings.length - position} more are not shown here._\n`;
		text += block;
	}
	return text;
}
function blockOf({ rule, severity, message, span }, report, explains) {
	const place = span === void 0 ? void 0 : positionAt(span.file, span.start);
	const where = span === void 0 ? "" : ` ${code(`${span.file.path}:${place?.line}`)}`;
	const instead = prose(report.rules.get(rule)?.instead ?? "");
	const more = explains && instead !== "" ? `  <details><summary>instead</summary>\n\n  ${plain(instead)}\n\n  </details>\n` : "";
	return `\n- **${severity}** ${code(rule)}${where}: ${plain(message)}\n${more}`;
}
function rank({ severity }) {
	return severity === "error" ? 0 : 1;
}
/** Names come from files that anybody may write: nothing in them is markup, a mention or a reference. */
function plain(text) {
	return printable(text.replace(/\s+/g, " ")).replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/([@#])(?=\w)/g, "$1​");
}
function code(text) {
	const shown = printable(text.replace(/\s+/g, " "));
	const fence = "`".repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map((each) => each.length)) + 1);
	return `${fence}${fence.length > 1 ? " " : ""}${shown}${fence.length > 1 ? " " : ""}${fence}`;
}

//#endregion
//#region src/report/rdjson.ts
/** The report as Reviewdog's diagnostic format, whose columns count bytes of UTF-8. */
function reportRdjson(report) {
	const diagnostics = sorted(report.findings).flatMap(diagnosticOf);
	const source = {
		name: report.tool.name,
		url: "https://www.npmjs.com/package/pg-schemalint"
	};
	return `${JSON.stringify({
		source,
		diagnostics
	}, null, 2)}\n`;
}
/** The format has no word for what has no place. */
function diagnosticOf({ rule, severity, message, span, fix }) {
	if (span === void 0) return [];
	const suggestions = fix !== void 0 && "edits" in fix ? fix.edits.filter((edit) => edit.span.file === span.file).map((edit) => ({
		range: rangeOf(edit.span),
		text: edit.text
	})) : [];
	return [{
		message,
		location: {
			path: span.file.path,
			range: rangeOf(span)
		},
		severity: severity.toUpperCase(),
		code: { value: rule },
		...suggestions.length === 0 ? {} : { suggestions }
	}];
}
function rangeOf({ file, start, end }) {
	return {
		start: placeOf(file, start),
		end: placeOf(file, end)
	};
}
function placeOf(file, offset) {
	const { line, column } = positionAt(file, offset);
	const before = file.text.slice(offset - (column - 1), offset);
	return {
		line,
		column: Buffer.byteLength(before) + 1
	};
}

//#endregion
//#region src/report/sarif.ts
/** GitHub shows no more of a text than this many characters. */
const LONGEST = 1024;
/**
* The report as SARIF 2.1.0, for code scanning. Regions are the clauses that are meant, columns
* count UTF-16 units, and a fingerprint follows the content, not the line. What comments allow is
* there as suppressed. A finding without a place in a file is one of the first migration's.
*/
function reportSarif(report) {
	const names = [...report.rules.keys()];
	const results = [...sorted(report.findings).map((finding) => resultOf(finding, names)), ...report.allowed.map(({ finding, reason }) => ({
		...resultOf(finding, names),
		suppressions: [{
			kind: "inSource",
			status: "accepted",
			justification: reason
		}]
	}))];
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: report.tool.name,
				semanticVersion: report.tool.version,
				informationUri: "https://www.npmjs.com/package/pg-schemalint",
				rules: names.map((name) => ruleOf(name, report))
			} },
			columnKind: "utf16CodeUnits",
			automationDetails: { id: "schemalint/" },
			results
		}]
	};
	return `${JSON.stringify(log, null, 2)}\n`;
}
function ruleOf(name, report) {
	const texts = report.rules.get(name);
	const [summary, why, instead] = [
		texts?.summary,
		texts?.why,
		texts?.instead
	].map((text) => prose(text ?? name));
	return {
		id: name,
		name,
		shortDescription: { text: cut$1(summary ?? name) },
		fullDescription: { text: cut$1(why ?? name) },
		help: {
			text: `${summary}\n\n${why}\n\nInstead: ${instead}`,
			markdown: `${summary}\n\n${why}\n\n**Instead:** ${instead}`
		},
		properties: {
			precision: "very-high",
			tags: ["postgresql", "migrations"]
		}
	};
}
function resultOf(finding, names) {
	const { rule, severity, message, subject, span, fingerprint } = finding;
	return {
		ruleId: rule,
		...names.includes(rule) ? { ruleIndex: names.indexOf(rule) } : {},
		level: severity,
		message: { text: message },
		...span === void 0 ? {} : { locations: [{ physicalLocation: locationOf(span) }] },
		partialFingerprints: { "schemalint/v1": fingerprint },
		properties: {
			hazard: finding.hazard,
			subject,
			seenIn: finding.seenIn
		}
	};
}
function locationOf({ file, start, end }) {
	const [from, to] = [positionAt(file, start), positionAt(file, Math.max(end, start))];
	return {
		artifactLocation: { uri: file.path.split("/").map(encodeURIComponent).join("/") },
		region: {
			startLine: from.line,
			startColumn: from.column,
			endLine: to.line,
			endColumn: to.column
		}
	};
}
function cut$1(text) {
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

//#endregion
//#region node_modules/chalk/source/vendor/ansi-styles/index.js
const ANSI_BACKGROUND_OFFSET = 10;
const wrapAnsi16 = (offset = 0) => (code) => `\u001B[${code + offset}m`;
const wrapAnsi256 = (offset = 0) => (code) => `\u001B[${38 + offset};5;${code}m`;
const wrapAnsi16m = (offset = 0) => (red, green, blue) => `\u001B[${38 + offset};2;${red};${green};${blue}m`;
const styles$1 = {
	modifier: {
		reset: [0, 0],
		bold: [1, 22],
		dim: [2, 22],
		italic: [3, 23],
		underline: [4, 24],
		overline: [53, 55],
		inverse: [7, 27],
		hidden: [8, 28],
		strikethrough: [9, 29]
	},
	color: {
		black: [30, 39],
		red: [31, 39],
		green: [32, 39],
		yellow: [33, 39],
		blue: [34, 39],
		magenta: [35, 39],
		cyan: [36, 39],
		white: [37, 39],
		blackBright: [90, 39],
		gray: [90, 39],
		grey: [90, 39],
		redBright: [91, 39],
		greenBright: [92, 39],
		yellowBright: [93, 39],
		blueBright: [94, 39],
		magentaBright: [95, 39],
		cyanBright: [96, 39],
		whiteBright: [97, 39]
	},
	bgColor: {
		bgBlack: [40, 49],
		bgRed: [41, 49],
		bgGreen: [42, 49],
		bgYellow: [43, 49],
		bgBlue: [44, 49],
		bgMagenta: [45, 49],
		bgCyan: [46, 49],
		bgWhite: [47, 49],
		bgBlackBright: [100, 49],
		bgGray: [100, 49],
		bgGrey: [100, 49],
		bgRedBright: [101, 49],
		bgGreenBright: [102, 49],
		bgYellowBright: [103, 49],
		bgBlueBright: [104, 49],
		bgMagentaBright: [105, 49],
		bgCyanBright: [106, 49],
		bgWhiteBright: [107, 49]
	}
};
const modifierNames = Object.keys(styles$1.modifier);
const foregroundColorNames = Object.keys(styles$1.color);
const backgroundColorNames = Object.keys(styles$1.bgColor);
const colorNames = [...foregroundColorNames, ...backgroundColorNames];
function assembleStyles() {
	const codes = /* @__PURE__ */ new Map();
	for (const [groupName, group] of Object.entries(styles$1)) {
		for (const [styleName, style] of Object.entries(group)) {
			styles$1[styleName] = {
				open: `\u001B[${style[0]}m`,
				close: `\u001B[${style[1]}m`
			};
			group[styleName] = styles$1[styleName];
			codes.set(style[0], style[1]);
		}
		Object.defineProperty(styles$1, groupName, {
			value: group,
			enumerable: false
		});
	}
	Object.defineProperty(styles$1, "codes", {
		value: codes,
		enumerable: false
	});
	styles$1.color.close = "\x1B[39m";
	styles$1.bgColor.close = "\x1B[49m";
	styles$1.color.ansi = wrapAnsi16();
	styles$1.color.ansi256 = wrapAnsi256();
	styles$1.color.ansi16m = wrapAnsi16m();
	styles$1.bgColor.ansi = wrapAnsi16(ANSI_BACKGROUND_OFFSET);
	styles$1.bgColor.ansi256 = wrapAnsi256(ANSI_BACKGROUND_OFFSET);
	styles$1.bgColor.ansi16m = wrapAnsi16m(ANSI_BACKGROUND_OFFSET);
	Object.defineProperties(styles$1, {
		rgbToAnsi256: {
			value(red, green, blue) {
				if (red === green && green === blue) {
					if (red < 8) return 16;
					if (red > 248) return 231;
					return Math.round((red - 8) / 247 * 24) + 232;
				}
				return 16 + 36 * Math.round(red / 255 * 5) + 6 * Math.round(green / 255 * 5) + Math.round(blue / 255 * 5);
			},
			enumerable: false
		},
		hexToRgb: {
			value(hex) {
				const matches = /[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));
				if (!matches) return [
					0,
					0,
					0
				];
				let [colorString] = matches;
				if (colorString.length === 3) colorString = [...colorString].map((character) => character + character).join("");
				const integer = Number.parseInt(colorString, 16);
				return [
					integer >> 16 & 255,
					integer >> 8 & 255,
					integer & 255
				];
			},
			enumerable: false
		},
		hexToAnsi256: {
			value: (hex) => styles$1.rgbToAnsi256(...styles$1.hexToRgb(hex)),
			enumerable: false
		},
		ansi256ToAnsi: {
			value(code) {
				if (code < 8) return 30 + code;
				if (code < 16) return 90 + (code - 8);
				let red;
				let green;
				let blue;
				if (code >= 232) {
					red = ((code - 232) * 10 + 8) / 255;
					green = red;
					blue = red;
				} else {
					code -= 16;
					const remainder = code % 36;
					red = Math.floor(code / 36) / 5;
					green = Math.floor(remainder / 6) / 5;
					blue = remainder % 6 / 5;
				}
				const value = Math.max(red, green, blue) * 2;
				if (value === 0) return 30;
				let result = 30 + (Math.round(blue) << 2 | Math.round(green) << 1 | Math.round(red));
				if (value === 2) result += 60;
				return result;
			},
			enumerable: false
		},
		rgbToAnsi: {
			value: (red, green, blue) => styles$1.ansi256ToAnsi(styles$1.rgbToAnsi256(red, green, blue)),
			enumerable: false
		},
		hexToAnsi: {
			value: (hex) => styles$1.ansi256ToAnsi(styles$1.hexToAnsi256(hex)),
			enumerable: false
		}
	});
	return styles$1;
}
const ansiStyles = assembleStyles();

//#endregion
//#region node_modules/chalk/source/vendor/supports-color/index.js
function hasFlag(flag, argv = globalThis.Deno ? globalThis.Deno.args : process$1.argv) {
	const prefix = flag.startsWith("-") ? "" : flag.length === 1 ? "-" : "--";
	const position = argv.indexOf(prefix + flag);
	const terminatorPosition = argv.indexOf("--");
	return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
}
const { env } = process$1;
let flagForceColor;
if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) flagForceColor = 0;
else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) flagForceColor = 1;
function envForceColor() {
	if ("FORCE_COLOR" in env) {
		if (env.FORCE_COLOR === "true") return 1;
		if (env.FORCE_COLOR === "false") return 0;
		return env.FORCE_COLOR.length === 0 ? 1 : Math.min(Number.parseInt(env.FORCE_COLOR, 10), 3);
	}
}
function translateLevel(level) {
	if (level === 0) return false;
	return {
		level,
		hasBasic: true,
		has256: level >= 2,
		has16m: level >= 3
	};
}
function _supportsColor(haveStream, { streamIsTTY, sniffFlags = true } = {}) {
	const noFlagForceColor = envForceColor();
	if (noFlagForceColor !== void 0) flagForceColor = noFlagForceColor;
	const forceColor = sniffFlags ? flagForceColor : noFlagForceColor;
	if (forceColor === 0) return 0;
	if (sniffFlags) {
		if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) return 3;
		if (hasFlag("color=256")) return 2;
	}
	if ("TF_BUILD" in env && "AGENT_NAME" in env) return 1;
	if (haveStream && !streamIsTTY && forceColor === void 0) return 0;
	const min = forceColor || 0;
	if (env.TERM === "dumb") return min;
	if (process$1.platform === "win32") {
		const osRelease = os.release().split(".");
		if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) return Number(osRelease[2]) >= 14931 ? 3 : 2;
		return 1;
	}
	if ("CI" in env) {
		if ([
			"GITHUB_ACTIONS",
			"GITEA_ACTIONS",
			"CIRCLECI"
		].some((key) => key in env)) return 3;
		if ([
			"TRAVIS",
			"APPVEYOR",
			"GITLAB_CI",
			"BUILDKITE",
			"DRONE"
		].some((sign) => sign in env) || env.CI_NAME === "codeship") return 1;
		return min;
	}
	if ("TEAMCITY_VERSION" in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
	if (env.COLORTERM === "truecolor") return 3;
	if (env.TERM === "xterm-kitty") return 3;
	if (env.TERM === "xterm-ghostty") return 3;
	if (env.TERM === "wezterm") return 3;
	if ("TERM_PROGRAM" in env) {
		const version = Number.parseInt((env.TERM_PROGRAM_VERSION || "").split(".")[0], 10);
		switch (env.TERM_PROGRAM) {
			case "iTerm.app": return version >= 3 ? 3 : 2;
			case "Apple_Terminal": return 2;
		}
	}
	if (/-256(color)?$/i.test(env.TERM)) return 2;
	if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) return 1;
	if ("COLORTERM" in env) return 1;
	return min;
}
function createSupportsColor(stream, options = {}) {
	return translateLevel(_supportsColor(stream, {
		streamIsTTY: stream && stream.isTTY,
		...options
	}));
}
const supportsColor = {
	stdout: createSupportsColor({ isTTY: tty.isatty(1) }),
	stderr: createSupportsColor({ isTTY: tty.isatty(2) })
};

//#endregion
//#region node_modules/chalk/source/utilities.js
function stringReplaceAll(string, substring, replacer) {
	let index = string.indexOf(substring);
	if (index === -1) return string;
	const substringLength = substring.length;
	let endIndex = 0;
	let returnValue = "";
	do {
		returnValue += string.slice(endIndex, index) + substring + replacer;
		endIndex = index + substringLength;
		index = string.indexOf(substring, endIndex);
	} while (index !== -1);
	returnValue += string.slice(endIndex);
	return returnValue;
}
function stringEncaseCRLFWithFirstIndex(string, prefix, postfix, index) {
	let endIndex = 0;
	let returnValue = "";
	do {
		const gotCR = string[index - 1] === "\r";
		returnValue += string.slice(endIndex, gotCR ? index - 1 : index) + prefix + (gotCR ? "\r\n" : "\n") + postfix;
		endIndex = index + 1;
		index = string.indexOf("\n", endIndex);
	} while (index !== -1);
	returnValue += string.slice(endIndex);
	return returnValue;
}

//#endregion
//#region node_modules/chalk/source/index.js
const { stdout: stdoutColor, stderr: stderrColor } = supportsColor;
const GENERATOR = Symbol("GENERATOR");
const STYLER = Symbol("STYLER");
const IS_EMPTY = Symbol("IS_EMPTY");
const levelMapping = [
	"ansi",
	"ansi",
	"ansi256",
	"ansi16m"
];
const styles = Object.create(null);
const applyOptions = (object, options = {}) => {
	if (options.level && !(Number.isInteger(options.level) && options.level >= 0 && options.level <= 3)) throw new Error("The `level` option should be an integer from 0 to 3");
	const colorLevel = stdoutColor ? stdoutColor.level : 0;
	object.level = options.level === void 0 ? colorLevel : options.level;
};
var Chalk = class {
	constructor(options) {
		return chalkFactory(options);
	}
};
const chalkFactory = (options) => {
	const chalk = (...strings) => strings.join(" ");
	applyOptions(chalk, options);
	Object.setPrototypeOf(chalk, createChalk.prototype);
	return chalk;
};
function createChalk(options) {
	return chalkFactory(options);
}
Object.setPrototypeOf(createChalk.prototype, Function.prototype);
for (const [styleName, style] of Object.entries(ansiStyles)) styles[styleName] = { get() {
	const builder = createBuilder(this, createStyler(style.open, style.close, this[STYLER]), this[IS_EMPTY]);
	Object.defineProperty(this, styleName, { value: builder });
	return builder;
} };
styles.visible = { get() {
	const builder = createBuilder(this, this[STYLER], true);
	Object.defineProperty(this, "visible", { value: builder });
	return builder;
} };
const getModelAnsi = (model, level, type, ...arguments_) => {
	if (model === "rgb") {
		if (level === "ansi16m") return ansiStyles[type].ansi16m(...arguments_);
		if (level === "ansi256") return ansiStyles[type].ansi256(ansiStyles.rgbToAnsi256(...arguments_));
		return ansiStyles[type].ansi(ansiStyles.rgbToAnsi(...arguments_));
	}
	if (model === "hex") return getModelAnsi("rgb", level, type, ...ansiStyles.hexToRgb(...arguments_));
	return ansiStyles[type][model](...arguments_);
};
for (const model of [
	"rgb",
	"hex",
	"ansi256"
]) {
	styles[model] = { get() {
		const { level } = this;
		return function(...arguments_) {
			const styler = createStyler(getModelAnsi(model, levelMapping[level], "color", ...arguments_), ansiStyles.color.close, this[STYLER]);
			return createBuilder(this, styler, this[IS_EMPTY]);
		};
	} };
	const bgModel = "bg" + model[0].toUpperCase() + model.slice(1);
	styles[bgModel] = { get() {
		const { level } = this;
		return function(...arguments_) {
			const styler = createStyler(getModelAnsi(model, levelMapping[level], "bgColor", ...arguments_), ansiStyles.bgColor.close, this[STYLER]);
			return createBuilder(this, styler, this[IS_EMPTY]);
		};
	} };
}
const proto = Object.defineProperties(() => {}, {
	...styles,
	level: {
		enumerable: true,
		get() {
			return this[GENERATOR].level;
		},
		set(level) {
			this[GENERATOR].level = level;
		}
	}
});
const createStyler = (open, close, parent) => {
	let openAll;
	let closeAll;
	if (parent === void 0) {
		openAll = open;
		closeAll = close;
	} else {
		openAll = parent.openAll + open;
		closeAll = close + parent.closeAll;
	}
	return {
		open,
		close,
		openAll,
		closeAll,
		parent
	};
};
const createBuilder = (self, _styler, _isEmpty) => {
	const builder = (...arguments_) => applyStyle(builder, arguments_.length === 1 ? "" + arguments_[0] : arguments_.join(" "));
	Object.setPrototypeOf(builder, proto);
	builder[GENERATOR] = self;
	builder[STYLER] = _styler;
	builder[IS_EMPTY] = _isEmpty;
	return builder;
};
const applyStyle = (self, string) => {
	if (self.level <= 0 || !string) return self[IS_EMPTY] ? "" : string;
	let styler = self[STYLER];
	if (styler === void 0) return string;
	const { openAll, closeAll } = styler;
	if (string.includes("\x1B")) while (styler !== void 0) {
		string = stringReplaceAll(string, styler.close, styler.open);
		styler = styler.parent;
	}
	const lfIndex = string.indexOf("\n");
	if (lfIndex !== -1) string = stringEncaseCRLFWithFirstIndex(string, closeAll, openAll, lfIndex);
	return openAll + string + closeAll;
};
Object.defineProperties(createChalk.prototype, styles);
const chalk = createChalk();
const chalkStderr = createChalk({ level: stderrColor ? stderrColor.level : 0 });

//#endregion
//#region src/report/frame.ts
/** How much of a long line is shown before the place that is meant. */
const CONTEXT = 30;
/**
* The source line of a span with a caret under each of its columns. Of a span over several
* lines the first is shown; of a line wider than the terminal, the part around the span.
*/
function frame(span, chalk, paint, width) {
	const { text } = span.file;
	const starts = lineStarts(text);
	const { line } = positionAt(span.file, span.start, starts);
	const lineStart = starts[line - 1] ?? 0;
	const lineEnd = endOfLine(text, lineStart);
	const gutter = `  ${line} │ `;
	const room = Math.max(20, width - gutter.length);
	const end = Math.max(span.start + 1, Math.min(span.end, lineEnd));
	const from = stringWidth(shown(text.slice(lineStart, lineEnd))) > room ? Math.max(lineStart, span.start - CONTEXT) : lineStart;
	const before = (from > lineStart ? "…" : "") + shown(text.slice(from, span.start));
	const marked = shown(text.slice(span.start, end));
	const after = shown(text.slice(end, lineEnd));
	const visible = cut(before + marked + after, room);
	const carets = Math.max(1, Math.min(stringWidth(marked), room - stringWidth(before)));
	const blank = " ".repeat(gutter.length - 2);
	return [`${chalk.dim(gutter)}${visible}`, `${chalk.dim(`${blank}│ `)}${" ".repeat(stringWidth(before))}${paint("^".repeat(carets))}`];
}
function endOfLine(text, start) {
	for (let offset = start; offset < text.length; offset++) if (text[offset] === "\n" || text[offset] === "\r") return offset;
	return text.length;
}
/** A tab has no width of its own: here it takes two columns. */
function shown(text) {
	return printable(text.replaceAll("	", "  "));
}
function cut(text, room) {
	if (stringWidth(text) <= room) return text;
	let kept = "";
	for (const character of text) {
		if (stringWidth(kept + character) > room - 1) break;
		kept += character;
	}
	return `${kept}…`;
}

//#endregion
//#region src/report/observed-text.ts
/**
* What the server was seen to lock: of relations in use the locks for which their writers
* wait, with `--verbose` every lock of every statement and how long it took.
*/
function observedLines(observed, chalk, options) {
	if (observed.length === 0) return [];
	const rows = observed.flatMap((line) => {
		return line.observed.filter((effect) => options.isVerbose || isFelt(effect)).map((effect) => row(line, effect, options));
	});
	const differing = observed.filter((line) => line.differences.length > 0).length;
	const agreed = `${count(observed.length, "statement")} locked and worked as predicted`;
	const verdict = differing === 0 ? `  ${chalk.green("✓")} ${agreed}` : `  ${chalk.yellow("✗")} ${differing} of ${count(observed.length, "statement")} locked or worked otherwise than predicted`;
	if (rows.length === 0) return [verdict];
	return [
		verdict,
		wrapped((options.isVerbose ? "  locks, as they were observed:" : "  locks on relations in use for which writers wait, as they were observed:").trim(), options.width, "  "),
		...table(rows, options.width)
	];
}
function isFelt({ isNew, lock }) {
	return !isNew && blocksWriters(lock);
}
function row({ span, kind, milliseconds, showsWork }, { relation, lock, work, isNew }, { isVerbose }) {
	const { line } = positionAt(span.file, span.start);
	const waiting = isNew ? "nobody: new" : blocksReaders(lock) ? "reads, writes" : blocksWriters(lock) ? "writes" : "";
	const done = !showsWork ? "not seen" : work === "none" ? "an instant" : work;
	const cells = [
		`${printable(span.file.path)}:${line}`,
		kind.toLowerCase(),
		printable(relation),
		lock,
		done,
		waiting
	];
	return isVerbose ? [...cells, `${milliseconds} ms`] : cells;
}
/** Columns as wide as their widest cell; a file's long path gives way first. */
function table(rows, width) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((each) => each[column].length)));
	const excess = widths.reduce((sum, each) => sum + each + 2, 2) - width;
	const first = Math.max(16, widths[0] - Math.max(0, excess));
	return rows.map(([place = "", ...cells]) => {
		const shown = place.length > first ? `…${place.slice(1 - first)}` : place;
		const rest = cells.map((cell, index) => cell.padEnd(widths[index + 1]));
		return `    ${[shown.padEnd(first), ...rest].join("  ").trimEnd()}`;
	});
}

//#endregion
//#region src/report/verified-text.ts
/** What a server did with the migrations, and what it showed. */
function verifiedBlock(report, verified, chalk, options) {
	const { applied, leftOut, drift, behaviours } = verified;
	const lines = [`${chalk.bold("verified")} on ${printable(verified.server)}`, `  ${count(applied.migrations, "migration")} applied, ${count(applied.statements, "statement")}`];
	for (const { span, reason } of leftOut) {
		const { line } = positionAt(span.file, span.start);
		lines.push(wrapped(`left out: ${printable(span.file.path)}:${line}: ${printable(reason)}`, options.width, "  "));
	}
	if (drift === void 0) lines.push("  the catalogs were not compared: a migration was applied in part");
	else if (drift.length === 0) lines.push(`  ${chalk.green("✓")} the schema read from the migrations is the schema on the server`);
	else lines.push(...driftLines(report, verified, chalk, options));
	const observed = observedLines(verified.observed, chalk, options);
	const rows = verified.rows === void 0 ? [] : rowLines(verified.rows, options);
	const downs = verified.downs === void 0 ? [] : downLines(verified.downs, chalk, options);
	const kept = verified.kept === void 0 ? [] : keptLines(verified.kept);
	return [
		...lines,
		...rows,
		...observed,
		...behaviourLines(behaviours, chalk, options),
		...downs,
		...kept
	].join("\n");
}
function driftLines(report, { drift }, chalk, options) {
	const unread = report.notModelled.length;
	const cause = unread === 0 ? "please report them" : `${count(unread, "statement")} were not modelled`;
	const facts = count(drift?.length ?? 0, "fact");
	const lines = [chalk.red(wrapped(`drift: ${facts} read otherwise than the server has them; ${cause}:`, options.width, "  "))];
	for (const { subject, first, second } of drift ?? []) lines.push(wrapped(`${printable(subject)}: read ${printable(first)}, server ${printable(second)}`, options.width, "    "));
	return lines;
}
/** Not wrapped: they are to be copied. */
function keptLines({ url, remove }) {
	return [`  kept: ${printable(url)}`, `  to end it: ${printable(remove)}`];
}
/** How full the tables were, and which stayed empty. */
function rowLines({ each, tables, unfilled }, options) {
	return [`  ${count(tables.length, "table")} held ${count(each, "row")} each before the next migration`, ...unfilled.map(({ table, version, reason }) => wrapped(`not filled before ${printable(version)}: ${printable(table)}: ${printable(reason)}`, options.width, "  "))];
}
/** Which migrations went up, down and up again, and which did not; what is left behind are findings. */
function downLines(downs, chalk, options) {
	const having = (outcome) => downs.filter((each) => each.outcome === outcome);
	const line = (each, told) => each.length === 0 ? [] : [wrapped(`${told}: ${each.map(({ version }) => printable(version)).join(", ")}`, options.width, "  ")];
	const reversed = having("reversed");
	const proven = `${chalk.green("✓")} ${count(reversed.length, "migration")} went up, down and up again and left nothing`;
	return [
		...reversed.length === 0 ? [] : [`  ${proven}`],
		...line(having("differs"), chalk.red("another schema after the down half")),
		...line(having("refused"), chalk.red("the down half is refused")),
		...line(having("refused again"), chalk.red("does not go up again after its down half")),
		...line(having("no down"), "no down half"),
		...line(having("not tried"), "down half not tried")
	];
}
function behaviourLines(behaviours, chalk, options) {
	const moved = behaviours.filter((each) => each.outcome === "changed");
	const lines = behaviours.filter((each) => each.outcome === "not-tried").map((each) => wrapped(`not tried: UPDATE of ${printable(each.table)}: ${printable(each.reason ?? "")}`, options.width, "  "));
	if (moved.length === 0) return lines;
	return [wrapped(`${chalk.green("✓")} an UPDATE moves updated_at: ${moved.map((each) => printable(each.table)).join(", ")}`, options.width, "  "), ...lines];
}

//#endregion
//#region src/report/text.ts
/** The report for people: a frame for each finding, then a summary. */
function reportText(report, options) {
	const chalk = new Chalk({ level: options.color });
	const explained = /* @__PURE__ */ new Set();
	const blocks = sorted(report.findings).map((finding) => {
		const isFirst = options.explains && !explained.has(finding.rule);
		explained.add(finding.rule);
		return findingBlock(finding, report, chalk, options, isFirst);
	});
	const verified = report.verified === void 0 ? [] : [verifiedBlock(report, report.verified, chalk, options)];
	const passed = report.passedOver.map((path) => wrapped(`passed over, as no migration of ${report.runner}: ${printable(path)}`, options.width, ""));
	const told = (report.notes ?? []).map((note) => wrapped(printable(note), options.width, ""));
	const lines = [...passed, ...told];
	const notes = lines.length === 0 ? [] : [lines.join("\n")];
	return `${[
		...blocks,
		...verified,
		...notes,
		summary(report, chalk, options)
	].join("\n\n")}\n`;
}
function findingBlock(finding, report, chalk, options, explains) {
	const paint = finding.severity === "error" ? chalk.red : chalk.yellow;
	const hazard = finding.hazard === "none" ? "" : chalk.dim(` · ${finding.hazard}`);
	const lines = [`${paint.bold(finding.severity)} ${chalk.bold(finding.rule)}${hazard}${chalk.dim(seenIn(finding, report))}`];
	lines.push(wrapped(printable(finding.message), options.width, "  "));
	if (finding.span !== void 0) {
		const { line, column } = positionAt(finding.span.file, finding.span.start);
		lines.push(`  ${chalk.cyan(`${printable(finding.span.file.path)}:${line}:${column}`)}`, ...frame(finding.span, chalk, paint, options.width));
	}
	const instead = report.rules.get(finding.rule)?.instead;
	if (explains && instead !== void 0) lines.push(chalk.dim(wrapped(`instead: ${prose(instead)}`, options.width, "  ")));
	if (finding.fix !== void 0 && !("edits" in finding.fix)) lines.push(chalk.green(`  ${printable(finding.fix.title)}:`), ...newMigrations(finding.fix).map((line) => `    ${printable(line)}`));
	return lines.join("\n");
}
/** The lines of a follow-up, or of the steps that take a statement's place. */
function newMigrations(fix) {
	if ("followUp" in fix) return fix.followUp.split("\n");
	return fix.steps.flatMap(({ sql, outsideTransaction }, position) => {
		const place = fix.steps.length === 1 ? "a migration of its own" : `migration ${position + 1} of ${fix.steps.length}`;
		return [...fix.steps.length === 1 && outsideTransaction === void 0 ? [] : [`-- ${place}${outsideTransaction === true ? ", outside a transaction" : ""}`], ...sql.split("\n")];
	});
}
function seenIn(finding, report) {
	if (report.verified === void 0) return "";
	if (finding.seenIn === "both") return " · in the migrations and on the server";
	return finding.seenIn === "database" ? " · on the server" : "";
}
const MODELS = {
	"per-migration": "one transaction each",
	"per-statement": "no transactions of its own",
	"whole-run": "one transaction for all"
};
function summary(report, chalk, options) {
	const { errors, warnings } = countOf(report);
	const found = [
		errors > 0 ? chalk.red.bold(count(errors, "error")) : void 0,
		warnings > 0 ? chalk.yellow.bold(count(warnings, "warning")) : void 0,
		report.allowed.length > 0 ? `${report.allowed.length} allowed` : void 0,
		(report.baseline ?? 0) > 0 ? `${report.baseline} in the baseline` : void 0,
		report.notModelled.length > 0 ? `${count(report.notModelled.length, "statement")} not modelled` : void 0
	].filter((part) => part !== void 0);
	const verdict = report.findings.length + report.notModelled.length === 0 ? [chalk.green.bold((report.judged?.migrations ?? report.migrations) === 0 ? "nothing to check" : "clean"), ...found] : found;
	return [...(report.databases?.map(({ name, report: one }) => `${printable(name)}: ${settingOf(one)}`) ?? [settingOf(report)]).map((line) => chalk.dim(wrapAnsi(line, options.width))), verdict.join(", ")].join("\n");
}
/** What was read, and what was assumed of it. */
function settingOf(report) {
	const model = MODELS[report.transaction] ?? report.transaction;
	return `${`${count(report.migrations, "migration")}, ${count(report.statements, "statement")}`}${report.judged === void 0 ? "" : ` · ${report.judged.migrations} judged: ${printable(report.judged.by)}`} · runner ${report.runner} (${printable(report.reason)}), ${model} · PostgreSQL ${report.postgres} · preset ${report.preset}`;
}

//#endregion
//#region src/cli/color.ts
/** How many colours standard output takes; none with NO_COLOR, whatever its value. */
function colorLevel() {
	if (typeof stdoutColor === "boolean" || (process.env.NO_COLOR ?? "") !== "") return 0;
	return stdoutColor.level;
}

//#endregion
//#region src/cli/output.ts
/** The formats of a report, each a function from it to text. */
const RENDERERS = {
	text: void 0,
	json: reportJson,
	github: reportGithub,
	sarif: reportSarif,
	gitlab: reportGitlab,
	junit: reportJunit,
	checkstyle: reportCheckstyle,
	rdjson: reportRdjson,
	markdown: reportMarkdown
};
/** The names of the formats. */
const FORMATS = Object.keys(RENDERERS);
/** `--format sarif=out.sarif` */
function addFormat(value, earlier = []) {
	const [name = "", ...rest] = value.split("=");
	const format = FORMATS.find((each) => each === name);
	if (format === void 0) throw new InvalidArgumentError(`say one of ${FORMATS.join(", ")}, or NAME=FILE`);
	const file = rest.join("=");
	return [...earlier, file === "" ? { format } : {
		format,
		file
	}];
}
/** Tells a report and sets the exit code: 1 where it holds what counts as failure, else 0. */
async function tell$1(report, options) {
	const shown = options.quiet === true ? {
		...report,
		findings: report.findings.filter((each) => each.severity === "error")
	} : report;
	for (const { format, file } of destinationsOf(options)) {
		const text = render(shown, format, file, options);
		if (file === void 0) await write(text);
		else save$1(file, text);
	}
	const summary = process.env.GITHUB_STEP_SUMMARY;
	if (isAnnotated(options) && summary !== void 0 && summary !== "") save$1(summary, reportMarkdown(shown, 9e5), "a");
	process.exitCode = fails(report, options) ? 1 : 0;
}
/** Nothing is told twice in one place. */
function destinationsOf({ format = [{ format: "text" }], output }) {
	const destinations = format.map((each) => each.file === void 0 && output !== void 0 ? {
		...each,
		file: output
	} : each);
	const places = destinations.map((each) => each.file ?? "");
	if (new Set(places).size < places.length) throw new UserError("two formats go to one place", "say --format NAME=FILE for all of them but one");
	return destinations;
}
/** In GitHub Actions annotations and the step's summary are the default beside the text. */
function isAnnotated({ format, output }) {
	return format === void 0 && output === void 0 && process.env.GITHUB_ACTIONS === "true";
}
function fails(report, options) {
	const { errors, warnings } = countOf(report);
	if (options.failOn === "never") return false;
	if (options.maxWarnings !== void 0 && warnings > options.maxWarnings) return true;
	if (report.notModelled.length === 0 && (report.verified?.drift?.length ?? 0) > 0) return true;
	return errors > 0 || options.failOn === "warning" && warnings > 0;
}
function render(report, format, file, options) {
	const renderer = RENDERERS[format];
	if (renderer !== void 0) return renderer(report);
	const text = reportText(report, {
		color: file === void 0 && options.color ? colorLevel() : 0,
		width: file === void 0 ? terminalWidth() : 100,
		explains: options.quiet !== true,
		isVerbose: options.verbose === true
	});
	return isAnnotated(options) ? text + reportGithub(report) : text;
}
/** Where standard output is no terminal, COLUMNS counts as elsewhere; lines beyond 120 columns are hard to read. */
function terminalWidth() {
	const said = Number.parseInt(process.env.COLUMNS ?? "", 10);
	return Math.min(process.stdout.columns ?? (said > 0 ? said : 100), 120);
}
function save$1(path, text, flag = "w") {
	try {
		writeFileSync(path, text, { flag });
	} catch (error) {
		throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : void 0);
	}
}
/** Waits until the text is handed over, so that nothing is cut off when the process ends. */
async function write(text) {
	await new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

//#endregion
//#region src/baseline.ts
/** Reads a baseline. Throws UserError where the text is none. */
function readBaseline(text, shown) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new UserError(`${shown} is not JSON`, error instanceof Error ? error.message : void 0);
	}
	const { version, findings } = value ?? {};
	if (version !== 1 || !Array.isArray(findings) || !findings.every(isEntry)) throw new UserError(`${shown} is no baseline of schemalint`, "write one with --update-baseline");
	return { entries: findings };
}
/** The text of a baseline that knows all findings of a report. */
function writeBaseline({ findings }) {
	const entries = findings.map(entryOf).toSorted((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
	return `${JSON.stringify({
		version: 1,
		findings: entries
	}, null, 2)}\n`;
}
/** A report without what the baseline knows, and the entries for which nothing was found. */
function applyBaseline(report, { entries }) {
	const known = new Set(entries.map((each) => each.fingerprint));
	const findings = report.findings.filter((each) => !known.has(each.fingerprint));
	const found = new Set(report.findings.map((each) => each.fingerprint));
	const stale = report.judged === void 0 && report.isSelection !== true ? entries.filter((each) => report.rules.has(each.rule) && !found.has(each.fingerprint)) : [];
	return {
		report: {
			...report,
			findings,
			baseline: report.findings.length - findings.length
		},
		stale
	};
}
function entryOf({ rule, subject, span, fingerprint }) {
	return {
		rule,
		subject,
		...span === void 0 ? {} : { file: span.file.path },
		fingerprint
	};
}
function keyOf({ file = "", rule, subject, fingerprint }) {
	return [
		file,
		rule,
		subject,
		fingerprint
	].join("\0");
}
function isEntry(value) {
	const { rule, subject, fingerprint } = value ?? {};
	return [
		rule,
		subject,
		fingerprint
	].every((each) => typeof each === "string");
}

//#endregion
//#region src/cli/baseline-options.ts
const USUAL_FILE = "schemalint-baseline.json";
/** Adds the options about known findings. */
function knowing(command) {
	return command.option("--baseline <file>", "do not tell the findings that this file knows; they are counted").option("--update-baseline", `write what is found into the baseline, by default ${USUAL_FILE}`);
}
/** A report without what is known. Says on standard error what was written, and what is known in vain. */
function withBaseline(report, { baseline, updateBaseline }, configured) {
	const file = baseline ?? configured;
	if (updateBaseline === true) return update(report, file ?? USUAL_FILE);
	if (file === void 0) return report;
	if (!existsSync(file)) throw new UserError(`there is no baseline ${file}`, `write it: schemalint check --baseline ${file} --update-baseline`);
	const { report: rest, stale } = applyBaseline(report, readBaseline(readFileSync(file, "utf8"), file));
	const [first] = stale;
	if (first !== void 0) process.stderr.write(`${printable(file)} knows ${stale.length} that nothing finds any more, such as ${first.rule} of ${printable(first.subject)}; --update-baseline takes them out\n`);
	return rest;
}
/** Only a whole run may write: of what was not judged it would forget what is known. */
function update(report, file) {
	if (report.judged !== void 0 || report.isSelection === true) throw new UserError("a baseline knows all migrations, and not all are judged", "leave out --since, --after and single files");
	const text = writeBaseline(report);
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new UserError(`cannot write ${file}`, error instanceof Error ? error.message : void 0);
	}
	process.stderr.write(`${printable(file)} knows ${report.findings.length} findings\n`);
	return applyBaseline(report, readBaseline(text, file)).report;
}

//#endregion
//#region src/join-reports.ts
/**
* The reports of several databases as one. A finding keeps its fingerprint only within its
* database, so that the same table in two of them is known twice.
*/
function joinReports(reports) {
	const [first, ...others] = reports;
	if (first === void 0) throw new Error("there is a report for each database, and one database at least");
	if (first.database === void 0 && others.length === 0) return first.report;
	const all = reports.map(({ report }) => report);
	const sum = (count) => all.reduce((total, each) => total + count(each), 0);
	const each = (word) => [...new Set(all.map(word))].join(", ");
	const judged = all.flatMap((report) => report.judged ?? []);
	return {
		...first.report,
		runner: each((report) => report.runner),
		reason: reports.map(({ database, report }) => `${database}: ${report.reason}`).join("; "),
		transaction: each((report) => report.transaction),
		preset: each((report) => report.preset),
		migrations: sum((report) => report.migrations),
		statements: sum((report) => report.statements),
		...judged[0] === void 0 ? {} : { judged: {
			by: judged[0].by,
			migrations: sum((report) => report.judged?.migrations ?? 0)
		} },
		passedOver: all.flatMap((report) => report.passedOver),
		findings: reports.flatMap(({ database, report }) => report.findings.map((finding) => within(database, finding))),
		allowed: all.flatMap((report) => report.allowed),
		notModelled: all.flatMap((report) => report.notModelled),
		notes: all.flatMap((report) => report.notes ?? []),
		...all.some((report) => report.isSelection === true) ? { isSelection: true } : {},
		rules: new Map(all.flatMap((report) => [...report.rules])),
		databases: reports.map(({ database = "", report }) => ({
			name: database,
			report
		}))
	};
}
function within(database, finding) {
	return {
		...finding,
		fingerprint: fingerprint(database ?? "", finding.fingerprint)
	};
}

//#endregion
//#region src/fix.ts
/** The files that the safe edits of findings change; what overlaps an earlier edit waits for another round. */
function fixedFiles(findings) {
	const fixes = findings.flatMap(({ fix }) => fix !== void 0 && "edits" in fix && fix.safety === "safe" ? [fix] : []);
	const byFile = /* @__PURE__ */ new Map();
	for (const { edits } of fixes) {
		const file = edits[0]?.span.file;
		if (file === void 0 || edits.some((edit) => edit.span.file !== file)) continue;
		const known = byFile.get(file.path) ?? {
			text: file.text,
			edits: [],
			fixes: 0
		};
		if (edits.some((edit) => known.edits.some((other) => overlap(edit, other)))) continue;
		known.edits.push(...edits);
		byFile.set(file.path, {
			...known,
			fixes: known.fixes + 1
		});
	}
	return [...byFile].map(([path, { text, edits, fixes }]) => ({
		path,
		before: text,
		after: applyEdits(text, edits),
		fixes
	}));
}
function overlap({ span: a }, { span: b }) {
	return a.start < b.end && b.start < a.end;
}

//#endregion
//#region src/cli/fix.ts
/** Rounds of edits; a fix may make room for another. */
const ROUNDS = 10;
/**
* Applies safe edits to the files and checks again, until there are none. Says on standard
* error what was changed, or with `isDry` what would be.
*/
async function fixWith(check, isDry) {
	let report = await check();
	for (let round = 0; round < ROUNDS; round++) {
		const files = fixedFiles(report.findings);
		if (files.length === 0) break;
		for (const file of files) tell(file, isDry);
		if (isDry) break;
		for (const file of files) save(file);
		report = await check();
	}
	return report;
}
function tell({ path, before, after, fixes }, isDry) {
	const what = `${fixes} ${fixes === 1 ? "fix" : "fixes"} in ${printable(path)}`;
	process.stderr.write(isDry ? `would apply ${what}\n${changedLines(before, after)}` : `applied ${what}\n`);
}
/** The first to the last line that differ, as they are and as they would be. */
function changedLines(before, after) {
	const [old, fresh] = [before.split("\n"), after.split("\n")];
	let start = 0;
	while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
	let end = 0;
	while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
	const lines = (sign, text) => text.slice(start, text.length - end).map((line) => `${sign} ${printable(line)}\n`);
	return [...lines("-", old), ...lines("+", fresh)].join("");
}
/** A file that was changed meanwhile is left alone. */
function save({ path, before, after }) {
	const absolute = resolve(path);
	if (readFileSync(absolute, "utf8") !== before) throw new UserError(`${path} was changed while it was checked`, "run the command again");
	writeFileSync(absolute, after);
}

//#endregion
//#region src/cli/check-command.ts
/** `schemalint check` */
async function runCheck(paths, options) {
	await tell$1(await checkedReport(paths, options), options);
}
/** The report of `schemalint check`, on all databases that there are. */
async function checkedReport(paths, options) {
	const judgings = await judgingsFrom(paths, options);
	const run = async () => {
		const reports = [];
		for (const { config, database, ...judging } of judgings) {
			const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES;
			const report = await check({
				...judging,
				postgres,
				from: process.cwd(),
				version
			});
			reports.push(database === void 0 ? { report } : {
				database,
				report
			});
		}
		return withBaseline(joinReports(reports), options, judgings[0]?.config.baseline);
	};
	return options.fix === true || options.fixDryRun === true ? await fixWith(run, options.fixDryRun === true) : await run();
}

//#endregion
export { tokenEnd as $, findConfig as A, version as At, commentedFiles as B, collect as C, RUNNERS as Ct, judgingNew as D, isAlembicFolder as Dt, parsePostgres as E, NOT_OF_THE_PROJECT as Et, lineStarts as F, assignsNew as G, checkName as H, positionAt as I, readIndexDefinition as J, readPartitionBound as K, check as L, isInside as M, Command as Mt, usualFolders as N, CommanderError as Nt, readEvent as O, PRESETS as Ot, applyEdits as P, Option as Pt, placeReport as Q, readDivided as R, allRules as S, readProject as St, parseCount as T, DEEPEST as Tt, readMigrations as U, settle as V, readScript as W, offsetsOf as X, readExpression as Y, parse as Z, prose as _, constraintsOf as _t, writeBaseline as a, TransactionLog as at, DEFAULT_POSTGRES as b, readingAlembic as bt, tell$1 as c, effects as ct, Chalk as d, isKnown$1 as dt, judgeActions as et, reportSarif as f, fold as ft, stringWidth as g, onTableKey as gt, count as h, functionKey as ht, withBaseline as i, TransactionTracker as it, builtInFixture as j, printable as jt, readConfig as k, VERSIONS as kt, write as l, downOf as lt, reportMarkdown as m, setComment as mt, runCheck as n, lintSchema as nt, FORMATS as o, Deploys as ot, MARKER as p, withOptions as pt, readPartitionKey as q, knowing as r, schemaFinding as rt, addFormat as s, MadeRelations as st, checkedReport as t, lint as tt, colorLevel as u, judgeMigrations as ut, escapeData as v, omit as vt, judgingFrom as w, wholeFile as wt, addRule as x, ALEMBIC as xt, countOf as y, emptyCatalog as yt, reportHead as z };