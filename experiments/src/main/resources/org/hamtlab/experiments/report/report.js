// The sections of the page, in the order of a reader's questions.

const refusalWords = Object.fromEntries((analysis.codes || []).map(each => [each.code, each.sentence]));
const confidence = shareOf(analysis.confidence);
const label = id => (plan.treatments.find(each => each.id === id) || {label: id}).label;
const stoppingRule = ({stopping, forks}) => [
  stopping.leastForks === forks ? `${forks} forks of each treatment` : `${stopping.leastForks} to ${forks} forks of each treatment`,
  stopping.intervalWidth > 0 ? `until every interval is narrower than ${shareOf(stopping.intervalWidth)}` : '',
  stopping.budgetSeconds > 0 ? `within ${stopping.budgetSeconds} s` : '',
  stopping.spareBlocks > 0 ? `${stopping.spareBlocks} spare blocks for disturbed ones` : ''
].filter(part => part !== '').join(', ');
const several = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
const baseline = plan.treatments.find(each => each.id === plan.baseline) || {};
const treatment = {name: 'treatment', value: row => label(row.treatment), title: row => row.phrase};
const keys = plan.keySets.length === 1 ? [] : [{name: 'keys', value: row => row.keys}];
const number = (name, value, show) => ({name, kind: 'number', value: row => Number(value(row)), show: row => (show || whole)(value(row))});

// ---- what was asked

document.title = 'Sweep ' + plan.run;
add(element('h1', {}, 'Sweep ' + plan.run,
    plan.exploratory ? element('span', {class: 'badge'}, 'exploratory') : ''));
add(element('p', {class: 'soft'}, [several(plan.treatments.length, 'treatment'), several(plan.keySets.length, 'key set'),
  several(plan.operations.length, 'operation')].join(' × ') + `, ${several(plan.forks, 'fork')} each.`));
if (!analysis.complete) {
  add(element('p', {class: 'notice'}, `Not complete: ${analysis.forksDone} of ${analysis.forksPlanned} forks are measured. `
      + 'What follows is about these; hamt resume continues the sweep.'));
}
const broken = [...new Set(failures.map(failure => label(failure.treatment)))];
if (broken.length > 0) {
  const named = broken.slice(0, 5).join('; ') + (broken.length > 5 ? `; and ${broken.length - 5} more` : '');
  add(element('p', {class: 'notice'}, `${several(broken.length, 'treatment')} failed: ${named}. See `,
      element('a', {href: '#failed'}, 'what failed'), '.'));
}
heading('What was asked');
facts([
  ['profile', plan.profile], ['seed', plan.seed], ['frozen', plan.created], ['baseline', element('code', {}, baseline.phrase || plan.baseline)],
  ['operations', plan.operations.join(', ')],
  ['keys', plan.keySets.map(set => `${set.keys} (${whole(set.n)} distinct)`).join(', ')],
  ['primary metric', plan.primaryMetric],
  ['smallest effect', shareOf(plan.smallestEffect)],
  ['design', plan.design], ['question', plan.question],
  ['stopping rule', stoppingRule(plan)],
  ['results', plan.exploratory ? 'exploratory: they may suggest, never confirm' : 'confirmatory'],
  ['plan digest', element('code', {}, analysis.planDigest)]
]);

// ---- what can be said

heading('What can be said');
const others = analysis.cells.filter(cell => cell.claim !== 'baseline' && cell.claim !== 'twin');
const reasons = each => each.refusals.map((code, at) => `${code}: ${(each.reasons || [])[at] || refusalWords[code] || ''}`).join('\n');
const claims = others.filter(cell => cell.claim === 'faster' || cell.claim === 'slower');
add(element('p', {}, others.length === 0 ? 'There is no ratio: see what is missing.'
    : claims.length === 0 ? 'No difference could be claimed; the refusals say why.'
    : `${claims.length} of ${several(others.length, 'comparison')} are claimed after ${analysis.multiplicity}; ${others.filter(cell => cell.claim === 'equivalent').length} are equivalent within the smallest effect.`));
add(table(`Ratio of time to the baseline's, with its ${confidence} interval; below 1 is faster. A heading sorts.`, [
  {name: 'operation', value: cell => cell.operation}, ...keys, treatment,
  number('ratio', cell => cell.ratio, digits),
  {name: `${confidence} interval`, kind: 'number', value: cell => cell.ratioLow,
    show: cell => `[${digits(cell.ratioLow)}, ${digits(cell.ratioHigh)}]`},
  {name: 'verdict', kind: 'word', value: cell => cell.claim,
    show: cell => element('span', {class: 'claim ' + cell.claim.replace(' ', '-')}, cell.claim)},
  {name: 'refusals', kind: 'word', value: cell => cell.refusals.join(', '),
    title: cell => reasons(cell)},
  {name: 'why', kind: 'phrase', value: cell => cell.cause || cell.rule, title: cell => cell.rule},
  number('adjusted p', cell => cell.pAdjusted, value => digits(value, 2)),
  {name: 'forks', value: cell => Object.entries(cell.courses || {}).map(([course, forks]) => `${forks} ${course}`).join(', ')},
  number('blocks needed', cell => (cell.variance || {}).blocksNeeded || NaN, value => value >= 200 ? '200 or more' : digits(value))
], others));
facts([
  ['faster, slower', `the whole interval lies beyond the smallest effect of ${shareOf(plan.smallestEffect)}`],
  ['equivalent', `two one-sided tests put the ratio within the smallest effect of 1`],
  ['no claim', 'the codes say what forbids one'],
  ['why', 'the factor that changed with the counters that moved, or else the rule that decided'],
  ['blocks needed', 'blocks at which the interval would be as narrow as the smallest effect'],
  ...[...new Set(others.flatMap(cell => cell.refusals))].sort().map(code => [code, refusalWords[code] || 'see docs/bundle.md'])
]);
add(element('h3', {}, 'Throughout'));
facts(analysis.refusals.map(refusal => [refusal.code, refusal.sentence]));
const unmeant = (analysis.memory || []).filter(each => each.refusals.length > 0);
if (unmeant.length > 0) {
  facts([['R11', `${several(unmeant.length, 'figure')} of memory without meaning, for one ${label(unmeant[0].treatment)}: ${unmeant[0].refusals[0].sentence}`]]);
}

// ---- what factors are worth

const effects = analysis.effects || [];
const attributions = analysis.attributions || [];
const coded = () => ({name: 'refusals', kind: 'word', value: row => row.refusals.join(', '), title: reasons});
if (effects.length > 0) {
  heading('What the factors are worth');
  add(table('Analysis of variance on the logarithm of time, blocks taken out: main effects and interactions of two factors. A term without degrees of freedom cannot be told by these treatments.', [
    {name: 'operation', value: each => each.operation}, ...keys,
    {name: 'term', value: each => each.term},
    number('size', each => each.size, value => percent(value, 2)),
    number('omega²', each => each.omegaSquared, value => digits(value, 2)), number('eta²', each => each.etaSquared, value => digits(value, 2)),
    number('df', each => each.degrees), number('F', each => each.f, digits),
    number('adjusted p', each => each.pAdjusted, value => digits(value, 2)),
    {name: 'verdict', kind: 'word', value: each => each.claim}, coded()
  ], [...effects].sort((one, other) => other.omegaSquared - one.omegaSquared)));
}
if (attributions.length > 0) {
  heading('What each step of the ablation is worth');
  const between = (low, high) => `[${digits(low)}, ${digits(high)}]`;
  add(table('Ratio of time with the factor to time without it: added to the one end, and at the other end. Where the two differ it interacts with the others.', [
    {name: 'operation', value: each => each.operation}, ...keys,
    {name: 'factor', value: each => each.factor},
    number('added', each => each.added, digits), {name: 'interval', value: each => between(each.addedLow, each.addedHigh)},
    number('removed', each => each.removed, digits), {name: 'its interval', value: each => between(each.removedLow, each.removedHigh)},
    {name: 'interaction', value: each => each.interacts ? `${digits(each.interaction)} ${between(each.interactionLow, each.interactionHigh)}` : 'none shown'},
    coded()
  ], attributions));
}

// ---- per operation

const bytes = cell => (counts.find(each => each.treatment === cell.treatment && each.keys === cell.keys) || {}).bytesPerEntry;
heading('How the treatments compare');
for (const operation of plan.operations) {
  for (const set of plan.keySets) {
    const cells = analysis.cells.filter(cell => cell.operation === operation && cell.keys === set.keys);
    if (cells.length === 0) continue;
    add(element('h3', {}, `${operation}, ${set.keys}`));
    whiskers(cells);
    add(table('', [
      treatment,
      number('ns per operation', cell => cell.nsPerOp, digits),
      {name: `${confidence} interval`, kind: 'number', value: cell => cell.nsLow,
        show: cell => `[${digits(cell.nsLow)}, ${digits(cell.nsHigh)}]`},
      {name: 'ratio', kind: 'number', value: cell => cell.ratio,
        show: cell => cell.claim === 'baseline' ? '1' : interval(cell)},
      number('bytes per entry', bytes, digits),
      number('forks', cell => cell.forks)
    ], cells));
    const group = (analysis.groups || []).find(each => each.operation === operation && each.keys === set.keys);
    if (group) {
      facts([
        ['time and bytes', group.front.length === 0 ? 'no treatment has both' : 'beaten in both by none: ' + group.front.map(label).join('; ')],
        ['noise floor', group.hasTwin ? `the baseline's twin is off by ${percent(group.floor, 2)}` : 'not known: the baseline has no twin'],
        ['between blocks', `${percent(group.block, 2)}, which cancels in ratios`],
        ['next time', group.blocksToHalve > 0 ? `${several(group.blocksToHalve, 'more block')} would halve the median interval` : '–']
      ]);
    }
  }
}

// ---- counts

heading('Why: shape and allocator, counted');
const counted = [...counts].sort((a, b) => a.treatment.localeCompare(b.treatment) || a.keys.localeCompare(b.keys));
const predicted = (count, counter) => (count.oracle || []).find(each => each.counter === counter) || {};
const measured = (count, counter) => ({
  childrenPerNode: count.shape.childPointers / count.shape.internalNodes,
  meanLeafLevel: count.shape.leavesByLevel.reduce((sum, leaves, level) => sum + level * leaves, 0) / count.shape.leafNodes,
  ...count.shape})[counter];
add(table('Shape. Counts are equal on every machine; a perfect hash would give the expected number of branches, z is the distance from it in standard deviations.', [
  treatment, ...keys,
  number('branches', count => count.shape.internalNodes),
  number('expected', count => predicted(count, 'internalNodes').expected, value => digits(value, 4)),
  number('z', count => predicted(count, 'internalNodes').z, value => digits(value, 2)),
  number('compressed', count => count.shape.compressedNodes),
  number('single-child', count => count.shape.singleChildNodes),
  number('collisions', count => count.shape.collisionNodes),
  number('depth', count => count.shape.maxDepth),
  number('bytes per entry', count => count.bytesPerEntry, digits)
], counted));
const predictions = counted.flatMap(count => (count.oracle || []).map(each => ({...each, treatment: count.treatment,
  phrase: count.phrase, keys: count.keys, measured: measured(count, each.counter)})));
if (predictions.length > 0) {
  add(element('details', {}, element('summary', {}, `All ${predictions.length} predictions of the oracle`), table('Shape against oracle', [
    treatment, ...keys, {name: 'counter', value: each => each.counter},
    number('measured', each => each.measured, value => digits(value, 4)),
    number('expected', each => each.expected, value => digits(value, 4)),
    number('sd', each => each.sd, digits), number('z', each => each.z, value => digits(value, 2))
  ], predictions)));
}
const telemetry = (name, field) => number(name, count => count.telemetry[field]);
add(table('Allocator. Slots are those of the layout\'s memory.', [
  treatment, ...keys, telemetry('allocations', 'allocations'), telemetry('frees', 'frees'),
  telemetry('requested', 'slotsRequested'), telemetry('granted', 'slotsGranted'), telemetry('live', 'slotsLive'),
  telemetry('high water', 'highWaterSlots'), telemetry('reserved', 'slotsReserved'), telemetry('capacity', 'capacitySlots'),
  telemetry('fallbacks', 'fallbacks'), telemetry('locks', 'lockAcquisitions'), telemetry('own bytes', 'metadataBytes')
], counted));

// ---- what is missing

heading('What was excluded');
add(plan.exclusions.length === 0 ? element('p', {}, 'No treatment was excluded.')
    : table('Combinations that cannot be', [
      {name: 'phrase', kind: 'phrase', value: exclusion => exclusion.phrase},
      {name: 'reason', value: exclusion => exclusion.reason}
    ], plan.exclusions));
if (plan.aliases.length > 0) {
  add(table('Phrases that spell a treatment that is there already', [
    {name: 'phrase', kind: 'phrase', value: alias => alias.phrase},
    {name: 'treatment', value: alias => label(alias.treatment)}
  ], plan.aliases));
}
add(element('h2', {id: 'failed'}, 'What failed'));
const some = value => value < 0 ? '–' : value;
const detail = failure => (failure.detail || []).length === 0 ? failure.cause
    : [failure.cause, element('details', {}, element('summary', {}, 'last lines'), element('pre', {}, failure.detail.join('\n')))];
add(failures.length === 0 ? element('p', {}, 'No cell failed.') : table('Failed cells', [
  {name: 'stage', value: failure => failure.stage}, treatment,
  number('block', failure => failure.block, some), number('fork', failure => failure.fork, some),
  number('exit code', failure => failure.exitCode, some),
  {name: 'cause', value: failure => failure.cause, show: detail}
], failures));
const absent = plan.treatments.filter(each => !analysis.cells.some(cell => cell.treatment === each.id));
if (absent.length > 0) {
  add(element('p', {}, 'Without any result: ' + absent.map(each => `${each.id} (${each.label})`).join(', ') + '.'));
}

// ---- how much to trust it

heading('How much to trust it');
const timing = plan.timing;
facts([
  ['forks', `${analysis.forksDone} of ${analysis.forksPlanned} measured, ${analysis.forksFailed} failed`],
  ['inside a fork', `${several(timing.warmupIterations, 'warm-up iteration')} of ${timing.warmupMillis} ms, then ${timing.iterations} of ${timing.iterationMillis} ms, for each operation and key set`],
  ['intervals', `${confidence}, within blocks: bootstrap over blocks with Student's quantiles`],
  ['control', `${digits(analysis.control.nsPerOp)} ns; drift between treatments ${percent(analysis.control.drift, 2)}, spread between forks ${percent(analysis.control.spread, 2)}`],
  ['host', `${environment.host}: ${environment.cpu}, ${environment.cores} cores, ${digits(environment.memoryBytes / 2 ** 30)} GiB, ${environment.os}, ${environment.arch}`],
  ['load at the start', digits(environment.load)],
  ['governor, turbo', `${environment.governor}, ${environment.turbo}`],
  ['CPU quota, ASLR', `${environment.cpuQuota}, ${environment.aslr}`],
  ['virtual machine', environment.jvm],
  ['flags', element('code', {}, environment.jvmFlags.join(' '))],
  ['commit', environment.commit + (environment.dirty ? ', with changes since' : '')],
  ['warnings', environment.warnings.length === 0 ? 'none' : element('ul', {}, environment.warnings.map(each => element('li', {}, each)))]
]);
if (analysis.control.byTreatment.length > 0) {
  add(element('details', {}, element('summary', {}, 'The control by treatment'),
      table('A look-up in a java.util.HashMap, run in every fork and touched by no treatment; ratios should be 1', [
        {name: 'treatment', value: each => label(each.treatment)},
        number('ns per operation', each => each.nsPerOp, digits), number('ratio', each => each.ratio, digits)
      ], analysis.control.byTreatment)));
}
if (environment.jars.length > 0) {
  add(element('details', {}, element('summary', {}, `The class path: ${several(environment.jars.length, 'entry').replace('entrys', 'entries')}`),
      table('SHA-256 of each', [
        {name: 'name', value: jar => jar.name}, {name: 'SHA-256', kind: 'phrase', value: jar => jar.sha256}
      ], environment.jars)));
}

heading('Treatments');
add(table('', [
  {name: 'id', value: each => each.id},
  {name: 'label', value: each => each.label},
  {name: 'differs in', value: each => each.baseline ? '–' : each.changed.join(', ')},
  {name: 'canonical phrase', kind: 'phrase', value: each => each.phrase}
], plan.treatments));

heading('Again');
const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
const commands = lines => element('pre', {tabindex: 0}, lines.join('\n'));
add(element('p', {}, 'Analysis and this page from the raw files:'), commands([`./hamt report ${quoted(data.bundle)}`]));
add(element('p', {}, 'A sweep of the same profile and seed; a treatment that the profile does not name is given with --add:'),
    commands([`./hamt sweep --profile ${plan.profile} --seed ${plan.seed}`]));
const composed = plan.treatments.filter(each => each.assembly !== '-');
if (composed.length > 0) {
  add(element('p', {}, 'The counts of a treatment:'),
      commands(composed.map(each => `./hamt count ${quoted(each.phrase)} --keys ${quoted(plan.keySets[0].keys)}`)));
}
