// The import law: model ← rooms ← commands ← cli ← bin. A room leans on model and, for its effects,
// on the types of the system port; never on another room.
const rooms = '(notice|materials|probe|rules|decisions|forms|bundle|mail|report|document|system)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'rooms-lean-on-model-and-the-port',
      severity: 'error',
      from: { path: `^src/${rooms}/` },
      to: {
        path: '^(src|bin)/',
        pathNot: ['^src/model/', '^src/$1/', '^src/system/(system|parse-yaml)\\.ts$'],
      },
    },
    {
      name: 'pure-rooms-have-no-effects',
      comment: 'Rules, plans and words are pure: no port, no Node module.',
      severity: 'error',
      from: { path: '^src/(model|rules|report)/' },
      to: { path: ['^src/system/', '^node:'], dependencyTypesNot: ['npm'] },
    },
    {
      name: 'effects-only-in-system-and-bin',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/system/' },
      to: {
        path: '^(node:)?(fs|fs/promises|child_process|worker_threads|net|tls|http|https|dgram|dns|readline|os|process|timers/promises)$',
      },
    },
    {
      name: 'commands-below-cli',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: { path: '^(src/cli|bin)/' },
    },
    { name: 'cli-below-bin', severity: 'error', from: { path: '^src/' }, to: { path: '^bin/' } },
    {
      name: 'only-the-public-api-is-a-barrel',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/index\\.ts$' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'sharp-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/probe/decode-image\\.ts$' },
      to: { path: 'node_modules/(sharp)/' },
    },
    {
      name: 'pdfjs-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/probe/open-pdf\\.ts$' },
      to: { path: 'node_modules/(pdfjs-dist)/' },
    },
    {
      name: 'media-programs-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/system/(tools|run-ffmpeg)\\.ts$' },
      to: { path: 'node_modules/(fluent-ffmpeg|@ffprobe-installer|@ffmpeg-installer)/' },
    },
    {
      name: 'docx-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/document/draw-word\\.ts$' },
      to: { path: 'node_modules/(docx)/' },
    },
    {
      name: 'archiver-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/bundle/write-zip\\.ts$' },
      to: { path: 'node_modules/(archiver)/' },
    },
    {
      name: 'xmldom-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/forms/word-xml\\.ts$' },
      to: { path: 'node_modules/(@xmldom)/' },
    },
    {
      name: 'nodemailer-behind-few-files',
      comment: 'Composing a message, and speaking SMTP.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/system/(node-mail-(message|headers)|smtp-(open|line))\\.ts$',
      },
      to: { path: 'node_modules/(@types/)?(nodemailer)/' },
    },
    {
      name: 'prompts-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/system/node-dialog\\.ts$' },
      to: { path: 'node_modules/(@clack)/' },
    },
    {
      name: 'keyring-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/system/node-keyring\\.ts$' },
      to: { path: 'node_modules/(@napi-rs)/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-shipped',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // What is built is judged by its sources.
    doNotFollow: { path: ['node_modules', '^dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
