//#region src/config/define-config.ts
/** Gives a configuration in JavaScript or TypeScript its type: `export default defineConfig({ … })`. */
function defineConfig(config) {
	return config;
}

//#endregion
export { defineConfig };