/** Floors of the house: a room may use the rooms below it, through their index only. */
const floors = [
  ['platform'],
  ['identity'],
  ['audit'],
  ['candidates', 'trust', 'frameworks', 'webhooks'],
  ['intake'],
  ['verification', 'roles', 'scoring'],
  ['mapping'],
  ['ranking'],
  ['connections', 'decisions', 'dossier', 'previews', 'command-line'],
];
const upward = floors.flatMap((rooms, floor) => {
  const notBelow = floors.slice(floor).flat();
  return rooms.map((room) => ({
    name: `floor-of-${room}`,
    comment: `${room} may import only rooms below it`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: `^src/(${notBelow.filter((r) => r !== room).join('|') || 'none'})/` },
  }));
});

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(@nestjs|typeorm|bullmq|ioredis|node_modules/pg/|undici|/(http|queue|persistence|application)/)' },
    },
    {
      name: 'application-knows-no-transport',
      severity: 'error',
      from: { path: '^src/[^/]+/application/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/[^/]+/(http|queue)/', pathNot: '^src/platform/' },
    },
    {
      name: 'only-through-the-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: [
          '^src/$1/',
          '^src/[^/]+/index\\.ts$',
          '^src/platform/[^/]+/index\\.ts$',
          '^src/platform/platform\\.module\\.ts$',
        ],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.spec\\.ts$', 'data-source\\.ts$'] },
      to: {},
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { path: '^(src|demo)', pathNot: '\\.spec\\.ts$' },
      to: { path: '(\\.spec\\.ts$|^test/)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist|\\.spec\\.ts$)' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], conditionNames: ['import', 'node', 'default'] },
  },
};
