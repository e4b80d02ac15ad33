// Time against bytes; and the treatment that is pinned, with its samples, shape, telemetry and commands.

const countOf = new Map(counts.map(each => [each.treatment + '\u0000' + each.keys, each]));
const countAt = (treatment, keys) => countOf.get(treatment + '\u0000' + keys);
const bytes = cell => (countAt(cell.treatment, cell.keys) || {}).bytesPerEntry;

function paretoFigure(group) {
  const told = (analysis.groups || []).find(each => each.operation === group.operation && each.keys === group.keys) || {front: []};
  if (!(cellsOf.get(groupKey(group.operation, group.keys)) || []).some(cell => bytes(cell) > 0)) return [];
  return [figure(`Time and bytes: ${groupTitle(group)}`, (ink, width) => {
    if (!admitsGroup(group)) return null;
    const cells = groupCells(group).filter(cell => bytes(cell) > 0);
    const [lowest, highest] = cells.length > 0 ? [Math.min(...cells.map(bytes)), Math.max(...cells.map(bytes))] : [0, 1];
    // One treatment of many times the bytes would press all others against the axis.
    const isWide = highest / lowest > 8;
    const left = !isWide && lowest > 0.4 * highest ? lowest - 0.1 * (highest - lowest) : 0;
    const place = cell => isWide ? Math.log(bytes(cell) / lowest) / Math.log(highest / lowest) : (bytes(cell) - left) / (highest - left);
    const isRight = cell => place(cell) > 0.55;
    const room = width * 0.4;
    const [highestRatio, lowestRatio] = [Math.max(1.05, ...cells.map(cell => cell.ratio)), Math.min(0.95, ...cells.map(cell => cell.ratio))];
    const across = (one, other) => (place(other) - place(one)) * (isRight(one) ? -1 : 1);
    const apart = (one, other) => Math.abs(Math.log(one.ratio / other.ratio)) / Math.log(highestRatio / lowestRatio);
    // A name that would run over another dot is left to the pointer.
    const isFree = cell => cells.every(other => other === cell || apart(cell, other) > 0.045 || across(cell, other) < 0 || across(cell, other) > 0.35 || (across(cell, other) === 0 && cell.treatment < other.treatment));
    const point = cell => ({value: [bytes(cell), cell.ratio], cell, label: {show: front.length <= 12 && isFront(cell) && isFree(cell), position: isRight(cell) ? 'left' : 'right'}});
    const isFront = cell => told.front.includes(cell.treatment);
    const front = cells.filter(isFront);
    return {
      height: 380,
      describe: `Not beaten in both: ${front.map(cell => `${cell.label} ${digits(bytes(cell))} bytes an entry, ratio ${digits(cell.ratio)}`).join('; ') || 'none'}`,
      click: at => at.data.cell && pin(at.data.cell.treatment),
      options: common(ink, {
        legend: {},
        grid: {top: 36, left: 28},
        tooltip: {formatter: at => `<b>${safe(at.data.cell.label)}</b>: ${digits(bytes(at.data.cell))} bytes an entry, ratio ${safe(interval(at.data.cell))}<br>${safe(at.data.cell.phrase)}`},
        xAxis: {...(isWide ? timeAxis(cells.map(bytes), '') : {type: 'value', scale: left > 0, min: left > 0 ? undefined : 0}), name: 'bytes per entry (left is smaller)', nameGap: 26},
        yAxis: {...logAxis(cells.map(cell => cell.ratio)), name: 'ratio of time (lower is faster)'},
        series: [
          {type: 'scatter', name: 'beaten', ...hollow(ink), symbolSize: 8, data: cells.filter(cell => !isFront(cell)).map(point)},
          {type: 'scatter', name: 'not beaten in both', symbol: 'circle', symbolSize: 11, itemStyle: {color: ink.accent}, data: front.map(point),
            labelLayout: {hideOverlap: true},
            label: {color: ink.ink, textBorderColor: ink.paper, textBorderWidth: 3, lineHeight: 13, formatter: at => wrapped(at.data.cell.label, room, 2)}}
        ]
      })
    };
  })];
}

// ---- the pinned treatment

let samples = null;
const samplesOf = (treatment, operation, keys) => {
  samples ??= JSON.parse(document.getElementById('samples').textContent);
  return samples[[treatment, operation, keys].join('|')] || [];
};
const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
function command(line) {
  const button = element('button', {type: 'button', class: 'quiet', 'aria-label': `Copy: ${line}`}, 'Copy');
  button.addEventListener('click', () => copy(line, button));
  return element('div', {class: 'command'}, element('pre', {tabindex: 0}, line), button);
}
// The bundle keeps the sweep file that was read; a sweep without one names its profile, an ablation its ends.
function sweepCommand(added) {
  const seed = ` --seed ${plan.seed}`;
  const more = added ? ` --add ${quoted(added)}` : '';
  const [name, scaled] = plan.profile.split(' --profile ');
  if (data.spec) return `./hamt sweep ${quoted(data.spec)}${scaled ? ` --profile ${scaled}` : ''}${seed}${more}`;
  if (plan.paths.length > 0) {
    const there = plan.paths.find(path => path[0] === plan.baseline) || plan.paths[0];
    return `./hamt ablate --from ${quoted(baseline.phrase)} --to ${quoted(byId.get(there.at(-1)).phrase)} --keys ${quoted(plan.keySets.map(set => set.keys).join(';'))}`
        + ` --operations ${quoted(plan.operations.join(','))} --replicates ${plan.forks}${seed}`;
  }
  const isProfile = ['smoke', 'quick', 'full'].includes(name);
  return `./hamt sweep ${isProfile ? `--profile ${name}` : quoted(name)}${isProfile || !scaled ? '' : ` --profile ${scaled}`}${seed}${more}`;
}
function reproduce(treatment) {
  const again = element('div', {class: 'reproduce'}, command(sweepCommand(treatment.phrase)));
  if (treatment.assembly !== '-') plan.keySets.forEach(set => again.append(command(`./hamt count ${quoted(treatment.phrase)} --keys ${quoted(set.keys)}`)));
  return again;
}

// A dot an iteration, a column a fork; hollow ones are warm-up and enter no estimate.
function sampleFigure(treatment, cell) {
  const forks = samplesOf(treatment.id, cell.operation, cell.keys);
  if (forks.length === 0) return [];
  return [figure(`Samples of ${treatment.id}: ${groupTitle(cell)}`, ink => {
    const width = Math.max(...forks.map(fork => fork.ns.length)) + 1;
    const points = isWarm => forks.flatMap((fork, at) => fork.ns.flatMap((ns, i) => (i < fork.warmups) === isWarm ? [[at * width + i, ns]] : []));
    const said = ([x, ns]) => `fork ${forks[Math.floor(x / width)].fork}, iteration ${x % width + 1}: ${digits(ns)} ns`;
    return {
      height: 220,
      describe: forks.map(fork => `fork ${fork.fork}: ${fork.ns.map(ns => digits(ns)).join(', ')} ns`).join('; '),
      options: common(ink, {
        legend: {},
        grid: {top: 32, left: 28},
        tooltip: {formatter: at => safe(said(at.value))},
        xAxis: {type: 'category', data: Array.from({length: forks.length * width}, (none, x) => `${forks[Math.floor(x / width)].fork}`), name: 'fork, and its iterations in order', nameGap: 24,
          axisTick: {show: false}, axisLabel: {interval: x => x % width === Math.floor((width - 1) / 2)}, splitLine: {show: true, interval: x => x % width === width - 1}},
        yAxis: timeAxis(forks.flatMap(fork => fork.ns), 'ns'),
        series: [{type: 'scatter', name: 'measured', symbolSize: 6, itemStyle: {color: ink.accent}, data: points(false)},
          {type: 'scatter', name: 'warm-up', ...hollow(ink), symbolSize: 6, data: points(true)}]
      })
    };
  })];
}

const panel = element('aside', {class: 'pinned', tabindex: -1, 'aria-label': 'Pinned treatment'});
panel.hidden = true;
let pinnedFrom = null;
function unpin() {
  panel.hidden = true;
  forget();
  if (pinnedFrom && pinnedFrom.isConnected) pinnedFrom.focus();
}
// Figures of the last pinned treatment leave with it.
function forget() {
  for (const drawn of panel.querySelectorAll('figure')) {
    for (const each of [drawings, dependants]) {
      const at = each.findIndex(one => one === drawn || one === drawn.redraw);
      if (at >= 0) each.splice(at, 1);
    }
  }
  panel.replaceChildren();
}

// What is pinned stays, whatever the filter lets through.
const always = () => true;
const MOST_PINNED = 8;

function pin(id) {
  const treatment = byId.get(id);
  if (!treatment) return;
  if (panel.hidden) pinnedFrom = document.activeElement;
  forget();
  const close = element('button', {type: 'button', class: 'quiet'}, 'Close (Esc)');
  close.addEventListener('click', unpin);
  const cells = analysis.cells.filter(cell => cell.treatment === id);
  panel.append(
      element('header', {}, element('h2', {}, breakable(`${treatment.id}: ${treatment.label}`)), close),
      element('p', {class: 'phrase'}, element('code', {}, treatment.phrase)),
      element('h3', {}, 'Reproduce'), reproduce(treatment),
      element('h3', {}, 'Times'),
      table('', [{name: 'operation', value: cell => groupTitle(cell)}, number('ns per operation', cell => cell.nsPerOp, digits),
        {name: 'ratio', kind: 'number', value: cell => cell.ratio, fields: [{name: 'ratio', value: cell => cell.ratio}, {name: 'ratio low', value: cell => cell.ratioLow}, {name: 'ratio high', value: cell => cell.ratioHigh}],
          show: cell => cell.claim === 'baseline' ? '1' : interval(cell)},
        {name: 'verdict', kind: 'word', value: cell => cell.claim}, {name: 'refusals', value: cell => cell.refusals.join(', ')},
        {name: 'forks', value: courses}], cells),
      element('div', {class: 'pair'}, cells.slice(0, MOST_PINNED).flatMap(cell => sampleFigure(treatment, cell))),
      cells.length > MOST_PINNED ? element('p', {class: 'soft'}, `Samples of the first ${MOST_PINNED} of ${cells.length} rows are drawn; all are in samples.jsonl of the bundle.`) : '',
      ...counts.filter(count => count.treatment === id).flatMap(count => [
        element('h3', {}, `Shape and allocator, ${count.keys}`),
        element('div', {class: 'pair'}, shapeFigure(count, always), occupancyFigure(count, always), blockMapFigure(count, always)), telemetryFacts(count)]));
  panel.hidden = false;
  panel.focus({preventScroll: true});
  panel.scrollTop = 0;
}
document.addEventListener('keydown', event => { if (event.key === 'Escape' && !panel.hidden) unpin(); });
