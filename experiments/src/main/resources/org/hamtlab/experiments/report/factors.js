// How the factors act: effects, two factors at a time, and the steps of an ablation.

const effects = analysis.effects || [];
const attributions = analysis.attributions || [];
const geometricMean = values => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

// The largest terms of a group; those that cannot be told have no bar.
function effectBars(group) {
  const all = effects.filter(each => each.operation === group.operation && each.keys === group.keys && each.degrees > 0);
  if (all.length === 0) return [];
  const terms = all.sort((a, b) => b.size - a.size).slice(0, 12).reverse();
  return [figure(`Effects: ${groupTitle(group)}`, (ink, width) => admitsGroup(group) ? ({
    height: 60 + 24 * terms.length,
    describe: terms.map(each => `${each.term} ${percent(each.size, 2)}, ${each.claim}`).join('; '),
    options: common(ink, {
      tooltip: {formatter: point => {
        const term = terms[point.dataIndex];
        return `<b>${safe(term.term)}</b>: ${safe(percent(term.size, 2))}, ${safe(term.claim)}, adjusted p ${digits(term.pAdjusted, 2)}`;
      }},
      xAxis: {type: 'value', min: 0, name: 'standard deviation over treatments, share of time (filled: claimed)', nameGap: 26,
        axisLabel: {formatter: value => percent(value, 2)}},
      yAxis: {type: 'category', data: terms.map(each => each.term), axisTick: {show: false}, splitLine: {show: false},
        axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, width: Math.min(330, width * 0.4), overflow: 'truncate'}},
      series: [{type: 'bar', barMaxWidth: 12, data: terms.map(each => ({value: each.size,
        itemStyle: {color: each.claim === 'effect' ? ink.accent : ink.paper, borderColor: each.claim === 'effect' ? ink.accent : ink.soft}}))}]
    })
  }) : null)];
}

// ---- two factors: lines that are not parallel interact; the heat map has the same means

const pairing = {group: 0, first: '', second: ''};

function pairTable() {
  const group = groups[pairing.group];
  const [one, other] = [pairing.first, pairing.second].map(name => plan.factors.find(each => each.name === name));
  const cells = groupCells(group).filter(cell => cell.claim !== 'twin' && cell.ratio > 0);
  const at = (x, y) => cells.filter(cell => levelOf(cell.treatment, one.name) === x && levelOf(cell.treatment, other.name) === y);
  const levelsOf = factor => factor.levels.filter(level => cells.some(cell => levelOf(cell.treatment, factor.name) === level));
  const [columns, rows] = [levelsOf(one), levelsOf(other)];
  const mean = (x, y) => {
    const found = at(x, y);
    return {count: found.length, ratio: found.length === 0 ? null : geometricMean(found.map(cell => cell.ratio))};
  };
  return {group, one, other, columns, rows, means: rows.map(y => columns.map(x => mean(x, y)))};
}
const known = pair => pair.means.flat().filter(each => each.ratio !== null).map(each => each.ratio);

function interactionLines(ink) {
  const pair = pairTable();
  if (known(pair).length === 0) return null;
  return {
    height: 330,
    describe: pair.rows.map((y, row) => `${pair.other.name}=${y}: ` + pair.columns.map((x, column) => `${x} ${digits(pair.means[row][column].ratio)}`).join(', ')).join('; '),
    options: common(ink, {
      legend: {},
      grid: {top: 36, left: 28},
      tooltip: {trigger: 'item', formatter: point => `${safe(pair.one.name)}=${safe(point.name)}<br>${safe(pair.other.name)}=${safe(point.seriesName)}<br><b>${digits(point.value)}</b>`},
      xAxis: {type: 'category', data: pair.columns, name: pair.one.name, nameGap: 28, splitLine: {show: false}, axisLabel: {interval: 0, hideOverlap: false, width: 90, overflow: 'truncate'}},
      yAxis: {...logAxis(known(pair)), name: 'mean ratio', nameGap: 40},
      series: pair.rows.map((y, row) => ({type: 'line', name: y, symbol: shapes[row % shapes.length], symbolSize: 8,
        lineStyle: {type: ['solid', 'dashed', 'dotted'][Math.floor(row / 4) % 3]}, data: pair.means[row].map(each => each.ratio)}))
    })
  };
}

// One hue for faster, one for slower, as deep as the logarithm is far from 0.
function heatCells(ink) {
  const pair = pairTable();
  if (known(pair).length === 0) return null;
  const far = Math.max(0.02, ...known(pair).map(ratio => Math.abs(Math.log(ratio))));
  const cells = pair.means.flatMap((row, y) => row.map((mean, x) => ({value: [x, y, mean.ratio === null ? '-' : Math.log(mean.ratio)], mean})));
  return {
    height: 330,
    describe: 'Heat map: ' + pair.rows.map((y, row) => `${y}: ` + pair.columns.map((x, column) => `${x} ${digits(pair.means[row][column].ratio)}`).join(', ')).join('; '),
    options: common(ink, {
      grid: {top: 36, left: 28},
      tooltip: {formatter: point => `${safe(pair.one.name)}=${safe(pair.columns[point.value[0]])}<br>${safe(pair.other.name)}=${safe(pair.rows[point.value[1]])}<br><b>${digits(point.data.mean.ratio)}</b>, ${several(point.data.mean.count, 'treatment')}`},
      visualMap: {show: false, min: -far, max: far, inRange: {color: [ink.accent, ink.paper, ink.second]}},
      xAxis: {type: 'category', data: pair.columns, name: pair.one.name, nameGap: 28, splitLine: {show: false}, axisLabel: {interval: 0, hideOverlap: false, width: 90, overflow: 'truncate'}},
      yAxis: {type: 'category', data: pair.rows, inverse: true, splitLine: {show: false}, axisLabel: {width: 110, overflow: 'truncate'}},
      series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: ink.line, borderWidth: 1},
        label: {show: true, color: ink.ink, textBorderColor: ink.paper, textBorderWidth: 2, formatter: point => digits(point.data.mean.ratio)}}]
    })
  };
}

function twoFactors() {
  const varied = plan.factors.filter(factor => factor.levels.length > 1);
  if (varied.length < 2 || groups.length === 0) return [];
  const pairs = effects.filter(each => each.term.includes(' × ') && each.degrees > 0).sort((a, b) => b.size - a.size);
  const strongest = pairs.length > 0 ? pairs[0].term.split(' × ') : varied.slice(0, 2).map(each => each.name);
  [pairing.first, pairing.second] = strongest;
  if (pairs.length > 0) pairing.group = Math.max(0, groups.findIndex(each => each.operation === pairs[0].operation && each.keys === pairs[0].keys));
  const figures = [figure('Interaction of two factors', interactionLines), figure('Heat map of two factors', heatCells)];
  const change = name => value => {
    pairing[name] = name === 'group' ? Number(value) : value;
    figures.forEach(each => each.redraw());
  };
  const names = varied.map(each => [each.name, each.name]);
  const controls = [['operation and keys', select('operation and keys', groups.map((each, index) => [index, groupTitle(each)]), change('group')), pairing.group],
    ['across', select('first factor', names, change('first')), pairing.first],
    ['lines and rows', select('second factor', names, change('second')), pairing.second]];
  controls.forEach(([, control, value]) => { control.value = value; });
  return [element('h3', {}, 'Two factors at a time'),
    element('p', {class: 'soft'}, 'Geometric means of ratios to the baseline over the treatments with both levels. Where lines are not parallel, the factors interact; the table above says whether that can be claimed.'),
    element('form', {class: 'controls'}, controls.map(([name, control]) => labelled(name, control))),
    element('div', {class: 'pair'}, figures)];
}

// ---- an ablation's paths: the ratio after each step

function pathFigure(group) {
  const cells = new Map((cellsOf.get(groupKey(group.operation, group.keys)) || []).map(cell => [cell.treatment, cell]));
  const paths = plan.paths.map(path => path.filter(id => cells.has(id))).filter(path => path.length > 1);
  const step = (path, at) => at === 0 ? 'start' : Object.keys(byId.get(path[at]).levels || {})
      .filter(factor => !factor.includes('.') && (byId.get(path[at - 1]).levels || {})[factor] !== byId.get(path[at]).levels[factor]).join(', ') || label(path[at]);
  return paths.length === 0 ? [] : [figure(`Ablation paths: ${groupTitle(group)}`, ink => admitsGroup(group) ? ({
    height: 320,
    describe: paths.map(path => path.map(id => `${label(id)} ${interval(cells.get(id))}`).join(' → ')).join('; '),
    click: point => pin(paths[point.seriesIndex][point.dataIndex]),
    options: common(ink, {
      legend: {},
      grid: {top: 36, left: 28},
      tooltip: {formatter: point => {
        const cell = cells.get(paths[point.seriesIndex][point.dataIndex]);
        return `<b>${safe(interval(cell))}</b> ${safe(cell.label)}<br>${safe(cell.phrase)}`;
      }},
      xAxis: {type: 'value', min: 0, max: Math.max(...paths.map(path => path.length)) - 1, interval: 1, name: 'steps from the start', nameGap: 26},
      yAxis: {...logAxis(paths.flat().map(id => cells.get(id).ratio)), name: 'ratio to the baseline', nameGap: 40},
      series: paths.map((path, number) => ({type: 'line', name: `path ${number + 1}`, symbol: shapes[number % shapes.length], symbolSize: 9,
        labelLayout: {hideOverlap: true},
        label: {show: true, position: number % 2 ? 'bottom' : 'top', color: ink.ink, formatter: point => step(path, point.dataIndex)},
        data: path.map((id, at) => [at, cells.get(id).ratio])}))
    })
  }) : null)];
}
