// The files of lib/ui/bridge, and those of a component but its last, are pasted in front of a
// component's: each is a script that brings names.
// That every name exists, with its type, is what tsc sees.

import js from "@eslint/js";

const PASTED = [
  "lib/ui/bridge/*.js",
  "lib/ui/follow/panel/!(panel).js",
  "lib/ui/components/sheet/factors.js",
  "lib/ui/frame/document/copied.js",
];

export default [
  { ignores: ["lib/ui/components/sheet/katex/**"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { "no-undef": "off", "no-unused-vars": ["error", { argsIgnorePattern: "^_" }], eqeqeq: "error" },
  },
  {
    files: PASTED,
    languageOptions: { sourceType: "script" },
    rules: { "no-unused-vars": ["error", { vars: "local", argsIgnorePattern: "^_" }] },
  },
];
