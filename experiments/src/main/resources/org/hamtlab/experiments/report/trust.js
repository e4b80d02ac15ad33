// How much to trust it, what is missing, and how to do it again.

heading('How much to trust it');
const timing = plan.timing;
add(...canaryFigure());
add(list([
  ['forks', `${whole(analysis.forksDone)} of ${whole(analysis.forksPlanned)} measured, ${analysis.forksFailed} failed`],
  ['inside a fork', `${several(timing.warmupIterations, 'warm-up iteration')} of ${timing.warmupMillis} ms, then ${timing.iterations} of ${timing.iterationMillis} ms, for each operation and key set`],
  ['intervals', `${confidence}, on logarithms of ratios within blocks, by Student's quantiles`],
  ['control', `${digits(analysis.control.nsPerOp)} ns; drift between treatments ${percent(analysis.control.drift, 2)}, spread between forks ${percent(analysis.control.spread, 2)}`],
  ['host', `${environment.host}: ${environment.cpu}, ${environment.cores} cores, ${digits(environment.memoryBytes / 2 ** 30)} GiB, ${environment.os}, ${environment.arch}`],
  ...(hosts.length > 0 ? [['nodes', hosts.map(each => `${each.host}: ${each.cpu}`).join('; ')]] : []),
  ['warnings', environment.warnings.length === 0 ? 'none' : element('ul', {}, environment.warnings.map(each => element('li', {}, each)))]
]));
const byGroup = (analysis.groups || []).map(group => {
  const sums = {};
  (cellsOf.get(groupKey(group.operation, group.keys)) || []).forEach(cell => Object.entries(cell.courses || {}).forEach(([course, forks]) => { sums[course] = (sums[course] || 0) + forks; }));
  return {...group, courses: sums};
});
if (byGroup.length > 0) {
  const course = name => number(name, group => group.courses[name] || 0);
  add(live('Courses of forks (whether they were steady), noise floor (how far the baseline\'s twin is off) and what more blocks would give.', [
    {name: 'operation', value: group => group.operation}, ...keys,
    ...['flat', 'warm-up', 'slowdown', 'no steady state', 'unknown'].map(course),
    {name: 'A/A floor', kind: 'number', value: group => group.hasTwin ? group.floor : NaN, show: group => group.hasTwin ? percent(group.floor, 2) : 'no twin'},
    number('between blocks', group => group.block, value => percent(value, 2)),
    number('blocks to halve intervals', group => group.blocksToHalve, value => value > 0 ? whole(value) : '–')
  ], byGroup));
}
add(folded('Host and virtual machine', list([
  ['load at the start', digits(environment.load, 2)],
  ['governor, turbo', `${environment.governor}, ${environment.turbo}`],
  ['CPU quota, ASLR', `${environment.cpuQuota}, ${environment.aslr}`],
  ['SMT, huge pages, clock', `${environment.smt}, ${environment.hugePages}, ${environment.clock}`],
  ['virtual machine', environment.jvm], ['collector', environment.collector],
  ['flags', element('code', {}, environment.jvmFlags.join(' '))],
  ['commit', environment.commit + (environment.dirty ? ', with changes since' : '')]
])));
if (analysis.control.byTreatment.length > 0) {
  add(folded('The control by treatment',
      live('A look-up in a java.util.HashMap, run in every fork and touched by no treatment; ratios should be 1', [
        treatment, number('ns per operation', each => each.nsPerOp, digits), number('ratio', each => each.ratio, digits)
      ], analysis.control.byTreatment)));
}
if (environment.jars.length > 0) {
  add(folded(`The class path: ${environment.jars.length} ${environment.jars.length === 1 ? 'entry' : 'entries'}`,
      table('SHA-256 of each', [
        {name: 'name', value: jar => jar.name}, {name: 'SHA-256', kind: 'phrase', value: jar => jar.sha256}
      ], environment.jars)));
}

// ---- what is missing

heading('What is missing');
add(plan.exclusions.length === 0 ? element('p', {}, 'No treatment was excluded.')
    : table('Combinations that cannot be', [
      {name: 'phrase', kind: 'phrase', value: exclusion => exclusion.phrase},
      {name: 'reason', value: exclusion => exclusion.reason}
    ], plan.exclusions));
if ((plan.omissions || []).length > 0) {
  add(live('Operations that a treatment is not timed on', [treatment, {name: 'operation', value: each => each.operation},
    {name: 'reason', value: each => each.reason}], plan.omissions));
}
if (plan.aliases.length > 0) {
  add(table('Phrases that a treatment stands for', [
    {name: 'phrase', kind: 'phrase', value: alias => alias.phrase},
    {name: 'treatment', value: alias => label(alias.treatment)}, {name: 'reason', value: alias => alias.reason}
  ], plan.aliases));
}
add(element('h3', {id: 'failed'}, 'What failed'));
const some = value => value < 0 ? '–' : value;
const detail = failure => (failure.detail || []).length === 0 ? failure.cause
    : [failure.cause, folded('last lines', element('pre', {tabindex: 0}, failure.detail.join('\n')))];
add(failures.length === 0 ? element('p', {}, 'No cell failed.') : live('Failed cells', [
  {name: 'stage', value: failure => failure.stage}, treatment,
  number('block', failure => failure.block, some), number('fork', failure => failure.fork, some),
  number('exit code', failure => failure.exitCode, some),
  {name: 'cause', value: failure => failure.cause, show: detail}
], failures));
const measuredIds = new Set(analysis.cells.map(cell => cell.treatment));
const absent = plan.treatments.filter(each => !measuredIds.has(each.id));
if (absent.length > 0) {
  add(element('p', {}, 'Without any result: ' + absent.slice(0, 50).map(each => `${each.id} (${each.label})`).join(', ') + (absent.length > 50 ? `, and ${absent.length - 50} more.` : '.')));
}

heading('Treatments');
add(live('', [
  {name: 'id', value: each => each.id},
  {...treatment, value: each => each.label},
  {name: 'differs in', value: each => each.baseline ? '–' : each.changed.join(', ')},
  {name: 'canonical phrase', kind: 'phrase', value: each => each.phrase}
], plan.treatments.map(each => ({...each, treatment: each.id}))));

heading('Again');
add(element('p', {}, 'Analysis and this page from the raw files:'), command(`./hamt report ${quoted(data.bundle)}`));
add(element('p', {}, data.spec ? 'A sweep of the same file, as it was then, and seed; --add gives it one more treatment:' : 'The same again, by the same seed:'), command(sweepCommand()));
add(element('p', {}, 'Figures for a paper, as SVG, pgfplots and CSV:'), command(`./hamt figures ${quoted(data.bundle)}`));
document.body.append(panel);
