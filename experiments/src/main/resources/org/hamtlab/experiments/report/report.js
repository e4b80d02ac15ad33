// The sections of the page, in the order of a reader's questions.

const stoppingRule = ({stopping, forks}) => [
  stopping.leastForks === forks ? `${forks} forks of each treatment` : `${stopping.leastForks} to ${forks} forks of each treatment`,
  stopping.intervalWidth > 0 ? `until every interval is narrower than ${shareOf(stopping.intervalWidth)}` : '',
  stopping.budgetSeconds > 0 ? `within ${stopping.budgetSeconds} s` : '',
  stopping.spareBlocks > 0 ? `${stopping.spareBlocks} spare blocks for disturbed ones` : ''
].filter(part => part !== '').join(', ');

// ---- what was asked

document.title = 'Sweep ' + plan.run;
add(element('h1', {}, 'Sweep ' + plan.run,
    plan.exploratory ? element('span', {class: 'badge'}, 'exploratory') : ''));
if (plan.question) add(element('p', {class: 'question'}, plan.question));
add(element('p', {class: 'soft'}, [several(plan.treatments.length, 'treatment'), several(plan.keySets.length, 'key set'),
  several(plan.operations.length, 'operation')].join(' × ') + `, ${several(plan.forks, 'fork')} each, beside `, element('code', {}, baseline.label || plan.baseline), '.'));
if (!analysis.complete) {
  const missing = analysis.forksDone < analysis.forksPlanned ? `${analysis.forksDone} of ${analysis.forksPlanned} forks are measured. `
      : 'all planned forks are measured, but not all spare blocks that should stand for disturbed ones. ';
  add(element('p', {class: 'notice'}, 'Not complete: ' + missing + 'What follows is about what is there; ', element('code', {}, `./hamt resume ${quoted(data.bundle)}`), ' continues.'));
}
const broken = [...new Set(failures.map(failure => label(failure.treatment)))];
if (broken.length > 0) {
  const listed = broken.slice(0, 5).join('; ') + (broken.length > 5 ? `; and ${broken.length - 5} more` : '');
  add(element('p', {class: 'notice'}, `${several(broken.length, 'treatment')} failed: ${listed}. See `,
      element('a', {href: '#failed'}, 'what failed'), '.'));
}
add(folded('The plan', list([
  ['profile', plan.profile], ['design', plan.design], ['seed', plan.seed], ['frozen', plan.created],
  ['baseline', element('code', {}, baseline.phrase || plan.baseline)],
  ['factors', plan.factors.map(factor => `${factor.name}: ${factor.levels.join(', ')}`).join('; ') || 'none'],
  ['operations', plan.operations.join(', ')],
  ['keys', plan.keySets.map(set => `${set.keys} (${whole(set.n)} distinct)`).join(', ')],
  ['primary metric', plan.primaryMetric],
  ['smallest effect', shareOf(plan.smallestEffect)],
  ['stopping rule', stoppingRule(plan)],
  ...(data.stopped ? [['stopped', `by the rule of ${data.stopped.rule} after ${several(data.stopped.countedBlocks, 'block')}`]] : []),
  ['results', plan.exploratory ? 'exploratory: they may suggest, never confirm' : 'confirmatory'],
  ['plan digest', element('code', {}, analysis.planDigest)]
])));
add(filterBar());

// ---- what can be said

heading('What can be said');
const others = analysis.cells.filter(cell => cell.claim !== 'baseline' && cell.claim !== 'twin');
const claims = others.filter(cell => cell.claim === 'faster' || cell.claim === 'slower');
const rank = cell => ['faster', 'slower', 'equivalent'].indexOf(cell.claim) >= 0 ? 0 : 1;
add(element('p', {}, others.length === 0 ? 'There is no ratio: see what is missing.'
    : claims.length === 0 ? 'No difference could be claimed; the refusals say why.'
    : `${claims.length} of ${several(others.length, 'comparison')} are claimed after ${analysis.multiplicity}; ${others.filter(cell => cell.claim === 'equivalent').length} are equivalent within the smallest effect.`));
add(live(`Ratio of time to the baseline's with its ${confidence} interval; below 1 is faster. Claims first; a heading sorts, a name pins.`, [
  {name: 'operation', value: cell => cell.operation}, ...keys, treatment,
  number('ratio', cell => cell.ratio, ratioText),
  {name: `${confidence} interval`, kind: 'number', value: cell => cell.ratioLow,
    fields: [{name: 'ratio low', value: cell => cell.ratioLow}, {name: 'ratio high', value: cell => cell.ratioHigh}],
    show: cell => `[${ratioText(cell.ratioLow)}, ${ratioText(cell.ratioHigh)}]`},
  {name: 'verdict', kind: 'word', value: cell => cell.claim,
    show: cell => element('span', {class: 'claim ' + cell.claim.replace(' ', '-')}, cell.claim)},
  {name: 'refusals', kind: 'code', value: cell => cell.refusals.join(', '), title: reasons},
  {name: 'why', kind: 'why', value: cell => cell.cause || cell.rule, title: cell => cell.rule},
  number('adjusted p', cell => cell.pAdjusted, small),
  number('blocks needed', cell => (cell.variance || {}).blocksNeeded || NaN, value => value >= 200 ? '≥ 200' : Number.isFinite(value) ? whole(value) : '–')
], [...others].sort((a, b) => rank(a) - rank(b))));
add(folded('What the words and codes mean', list([
  ['faster, slower', `the whole interval lies beyond the smallest effect of ${shareOf(plan.smallestEffect)}`],
  ['equivalent', 'two one-sided tests put the ratio within the smallest effect of 1'],
  ['no claim', 'the codes say what forbids one'],
  ['why', 'the factor that changed with the counters that moved, or else the rule that decided'],
  ['blocks needed', 'blocks at which the interval would be as narrow as the smallest effect'],
  ...[...new Set(others.flatMap(cell => cell.refusals))].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).map(code => [code, refusalWords[code] || 'see docs/bundle.md'])
])));
add(...groups.map(whiskers));
const unmeant = (analysis.memory || []).filter(each => each.refusals.length > 0);
add(element('h3', {}, 'Refused throughout'), list([...analysis.refusals.map(refusal => [refusal.code, refusal.sentence]),
  ...(unmeant.length === 0 ? [] : [['R11', `${several(unmeant.length, 'figure')} of memory without meaning, for one ${label(unmeant[0].treatment)}: ${unmeant[0].refusals[0].sentence}`]])]));

// ---- how the factors act

const coded = {name: 'refusals', kind: 'code', value: row => row.refusals.join(', '), title: reasons};
const told = effects.filter(each => each.degrees > 0);
const untold = [...new Set(effects.filter(each => !(each.degrees > 0)).map(each => each.term))];
const pairViews = twoFactors();
heading('How the factors act');
if (told.length + attributions.length + pairViews.length === 0) {
  add(element('p', {}, `By a design of kind ${plan.design} no effect can be averaged over others: the comparisons above are all there is to say of a factor.`));
}
if (told.length > 0) {
  add(element('div', {class: 'pair'}, groups.flatMap(group => [...levelMeans(group), ...effectBars(group)])));
  add(live('Main effects and interactions of two factors: analysis of variance on the logarithm of time, blocks taken out.', [
    {name: 'operation', value: each => each.operation}, ...keys,
    {name: 'term', value: each => each.term},
    number('size', each => each.size, value => percent(value, 2)),
    number('omega²', each => each.omegaSquared, value => fixed(value, 3)), number('eta²', each => each.etaSquared, value => fixed(value, 3)),
    number('df', each => each.degrees), number('F', each => each.f, value => value >= 100 ? whole(Math.round(value)) : fixed(value, 2)),
    number('adjusted p', each => each.pAdjusted, small),
    {name: 'verdict', kind: 'word', value: each => each.claim}, coded
  ], [...told].sort((one, other) => other.omegaSquared - one.omegaSquared)));
}
if (untold.length > 0) {
  add(folded(`${several(untold.length, 'term')} cannot be told by these treatments (R2)`, element('p', {}, untold.join('; ') + '.')));
}
add(...pairViews);
if (attributions.length > 0) {
  const between = (low, high) => `[${ratioText(low)}, ${ratioText(high)}]`;
  const span = (name, of) => ({name, kind: 'number', value: each => each[of + 'Low'], show: each => between(each[of + 'Low'], each[of + 'High']),
    fields: ['Low', 'High'].map(end => ({name: `${of} ${end.toLowerCase()}`, value: each => each[of + end]}))});
  add(element('h3', {}, 'Steps of the ablation'), ...groups.flatMap(pathFigure));
  add(live('Ratio of time with the factor to time without it: added to the one end, and at the other end. Where the two differ it interacts with the others.', [
    {name: 'operation', value: each => each.operation}, ...keys,
    {name: 'factor', value: each => each.factor},
    number('added', each => each.added, digits), span('interval', 'added'),
    number('removed', each => each.removed, digits), span('its interval', 'removed'),
    {name: 'interaction', kind: 'number', value: each => each.interacts ? each.interaction : NaN,
      fields: [{name: 'interaction', value: each => each.interaction}, {name: 'interaction low', value: each => each.interactionLow}, {name: 'interaction high', value: each => each.interactionHigh}, {name: 'interacts', value: each => String(each.interacts)}],
      show: each => each.interacts ? `${digits(each.interaction)} ${between(each.interactionLow, each.interactionHigh)}` : 'none shown'},
    coded
  ], attributions));
}

// ---- what the trade-off is

heading('What the trade-off is');
const pareto = groups.flatMap(paretoFigure);
add(element('p', {class: 'soft'}, pareto.length === 0 ? 'No treatment has both times and bytes.'
    : 'Nobody is as small and faster, or smaller and not slower, than a filled dot (by intervals). A click, or a name in the table, pins a treatment with its samples, shape, telemetry and commands.'));
add(element('div', {class: 'pair'}, pareto));
const frontOf = cell => ((analysis.groups || []).find(each => each.operation === cell.operation && each.keys === cell.keys) || {front: []}).front.includes(cell.treatment);
add(live('Times and bytes of every treatment.', [
  {name: 'operation', value: cell => cell.operation}, ...keys, treatment,
  number('ns per operation', cell => cell.nsPerOp, digits),
  {name: `${confidence} interval`, kind: 'number', value: cell => cell.nsLow, fields: [{name: 'ns low', value: cell => cell.nsLow}, {name: 'ns high', value: cell => cell.nsHigh}], show: cell => `[${digits(cell.nsLow)}, ${digits(cell.nsHigh)}]`},
  {name: 'ratio', kind: 'number', value: cell => cell.ratio, show: cell => cell.claim === 'baseline' ? '1' : digits(cell.ratio)},
  number('bytes per entry', bytes, digits),
  {name: 'front', kind: 'word', value: cell => frontOf(cell) ? 'not beaten' : ''},
  number('forks', cell => cell.forks)
], [...analysis.cells].sort((a, b) => Number(frontOf(b)) - Number(frontOf(a)))));

// ---- why

heading('Why: shape and allocator, counted');
const counted = [...counts].sort((a, b) => a.treatment.localeCompare(b.treatment) || a.keys.localeCompare(b.keys));
const predicted = (count, counter) => (count.oracle || []).find(each => each.counter === counter) || {};
const measured = (count, counter) => ({
  childrenPerNode: count.shape.childPointers / count.shape.internalNodes,
  meanLeafLevel: count.shape.leavesByLevel.reduce((sum, leaves, level) => sum + level * leaves, 0) / count.shape.leafNodes,
  ...count.shape})[counter];
const baselineCounts = counted.filter(count => count.treatment === plan.baseline);
if (counted.length === 0) {
  add(element('p', {}, 'No treatment was counted.'));
} else {
  const drawn = baselineCounts.length > 0 ? baselineCounts : counted.slice(0, 1);
  add(element('div', {class: 'pair'}, drawn.flatMap(count => [shapeFigure(count), occupancyFigure(count)].flat())), ...hashMap(),
      ...plan.keySets.flatMap(set => [...linesFigure(set), ...slotsFigure(set)]), ...drawn.flatMap(count => blockMapFigure(count)));
  add(live('Shape. Counts are equal on every machine; a uniform hash would give the expected number of branches, z is the distance from it in standard deviations.', [
    treatment, ...keys,
    number('branches', count => count.shape.internalNodes),
    number('expected', count => predicted(count, 'internalNodes').expected, value => digits(value, 4)),
    number('z', count => predicted(count, 'internalNodes').z, deviations),
    number('occupancy', occupancy, share),
    number('compressed', count => count.shape.compressedNodes),
    number('single-child', count => count.shape.singleChildNodes),
    number('collisions', count => count.shape.collisionNodes),
    number('depth', count => count.shape.maxDepth),
    ...(counted.some(count => lines(count) > 0) ? [number('lines per path', lines, value => digits(value)), number('pages per path', pages, value => digits(value))] : []),
    number('bytes per entry', count => count.bytesPerEntry, digits)
  ], counted));
  const predictions = counted.flatMap(count => (count.oracle || []).map(each => ({...each, treatment: count.treatment,
    phrase: count.phrase, keys: count.keys, measured: measured(count, each.counter)})));
  if (predictions.length > 0) {
    add(folded(`All ${whole(predictions.length)} predictions of the oracle`, live('Shape against oracle', [
      treatment, ...keys, {name: 'counter', value: each => each.counter},
      number('measured', each => each.measured, value => digits(value, 4)),
      number('expected', each => each.expected, value => digits(value, 4)),
      number('sd', each => each.sd, digits), number('z', each => each.z, deviations)
    ], predictions)));
  }
  const telemetry = (name, field) => number(name, count => count.telemetry[field]);
  add(live('Allocator. Slots are those of the layout\'s memory; internal fragmentation is the share of occupied slots that nobody asked for, external what the largest request could not use of the free ones.', [
    treatment, ...keys, telemetry('allocations', 'allocations'), telemetry('frees', 'frees'),
    telemetry('live', 'slotsLive'), telemetry('occupied', 'slotsOccupied'), telemetry('high water', 'highWaterSlots'),
    telemetry('reserved', 'slotsReserved'), number('internal', inner, share), number('external', outer, share),
    telemetry('fallbacks', 'fallbacks'), telemetry('locks', 'lockAcquisitions'), telemetry('own bytes', 'metadataBytes')
  ], counted));
}
