// How the factors act: effects, two factors at a time, and the steps of an ablation.

const effects = analysis.effects || [];
const attributions = analysis.attributions || [];
const geometricMean = values => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

// The largest terms of a group; those that cannot be told have no bar.
function effectBars(group) {
  const all = effects.filter(each => each.operation === group.operation && each.keys === group.keys && each.degrees > 0);
  if (all.length === 0) return [];
  const terms = all.sort((a, b) => b.size - a.size).slice(0, 12).reverse();
  return [figure(`Effects: ${groupTitle(group)}`, (ink, width) => {
    if (!admitsGroup(group)) return null;
    const names = terms.map(each => wrapped(each.term, width * 0.45));
    return {
    height: 60 + Math.max(24, 14 * lineCount(names) + 6) * terms.length,
    describe: terms.map(each => `${each.term} ${percent(each.size, 2)}, ${each.claim}`).join('; '),
    options: common(ink, {
      tooltip: {formatter: point => {
        const term = terms[point.dataIndex];
        return `<b>${safe(term.term)}</b>: ${safe(percent(term.size, 2))}, ${safe(term.claim)}, adjusted p ${digits(term.pAdjusted, 2)}`;
      }},
      xAxis: {type: 'value', min: 0, name: 'sd over treatments, share of time (filled: claimed)', nameGap: 26,
        axisLabel: {formatter: shareOf}},
      yAxis: {type: 'category', data: names, axisTick: {show: false}, splitLine: {show: false},
        axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, lineHeight: 14}},
      series: [{type: 'bar', barMaxWidth: 12, data: terms.map(each => ({value: each.size,
        itemStyle: {color: each.claim === 'effect' ? ink.accent : ink.paper, borderColor: each.claim === 'effect' ? ink.accent : ink.soft}}))}]
    })
    };
  })];
}

const MOST_ROUNDS = 500;

// What each level multiplies the time by, beside the baseline's: logarithms of all factors added up, by least squares, one factor after the other.
function levelEffects(factors, cells) {
  const all = factors.map(factor => cells.map(cell => levelOf(cell.treatment, factor.name) ?? ''));
  const effects = factors.map(() => new Map());
  const mean = cells.reduce((sum, cell) => sum + Math.log(cell.ratio), 0) / cells.length;
  const rest = cells.map(cell => Math.log(cell.ratio) - mean);
  for (let round = 0, moved = 1; round < MOST_ROUNDS && moved > 1e-10; round++) {
    moved = 0;
    effects.forEach((effect, at) => {
      const sums = new Map();
      all[at].forEach((level, cell) => {
        const sum = sums.get(level) || {sum: 0, count: 0};
        sums.set(level, {sum: sum.sum + rest[cell], count: sum.count + 1});
      });
      sums.forEach(({sum, count}, level) => {
        effect.set(level, (effect.get(level) || 0) + sum / count);
        moved = Math.max(moved, Math.abs(sum / count));
      });
      all[at].forEach((level, cell) => { rest[cell] -= sums.get(level).sum / sums.get(level).count; });
    });
  }
  return (factor, level) => {
    const effect = effects[factors.indexOf(factor)];
    return Math.exp(effect.get(level) - effect.get(levelOf(plan.baseline, factor.name) ?? ''));
  };
}

// Main effects of the factors all of whose levels the design tells apart from the other factors.
function levelMeans(group) {
  const cells = (cellsOf.get(groupKey(group.operation, group.keys)) || []).filter(cell => cell.claim !== 'twin' && cell.ratio > 0 && byId.has(cell.treatment) && Object.keys(byId.get(cell.treatment).levels).length > 0);
  const varied = plan.factors.filter(factor => factor.levels.length > 1);
  const seen = factor => new Set(cells.map(cell => levelOf(cell.treatment, factor.name) ?? '')).size;
  const told = effects.filter(each => each.operation === group.operation && each.keys === group.keys);
  const factors = varied.filter(factor => told.some(each => each.term === factor.name && each.degrees > 0 && each.degrees === seen(factor) - 1));
  if (factors.length === 0 || !cells.some(cell => cell.treatment === plan.baseline)) return [];
  const effectOf = levelEffects(varied, cells);
  const rows = factors.flatMap(factor => inOrder(factor.levels).flatMap(level => {
    const count = cells.filter(cell => levelOf(cell.treatment, factor.name) === level).length;
    return count === 0 ? [] : [{factor: factor.name, level, count, ratio: effectOf(factor, level)}];
  }));
  if (rows.length < 2) return [];
  return [figure(`Main effects: ${groupTitle(group)}`, (ink, width) => {
    if (!admitsGroup(group)) return null;
    const names = rows.map(row => wrapped(`${row.factor}=${row.level}`, width * 0.4));
    return {
      height: 70 + Math.max(22, 14 * lineCount(names) + 6) * rows.length,
      describe: rows.map(row => `${row.factor}=${row.level} ${ratioText(row.ratio)}`).join('; '),
      options: common(ink, {
        tooltip: {formatter: point => {
          const row = rows[point.value[1]];
          return `${safe(row.factor)}=${safe(row.level)}<br><b>${ratioText(row.ratio)}</b>, from ${several(row.count, 'treatment')}`;
        }},
        xAxis: {...logAxis(rows.map(row => row.ratio)), name: 'time over that at the baseline\'s level, others alike', nameGap: 26},
        yAxis: {type: 'category', inverse: true, data: names, axisTick: {show: false}, splitLine: {show: false},
          axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, lineHeight: 14}},
        series: factors.map(({name: factor}) => ({type: 'line', name: factor, symbol: 'circle', symbolSize: 8, itemStyle: {color: ink.accent}, lineStyle: {color: ink.accent, width: 1.5},
          data: rows.flatMap((row, at) => row.factor === factor ? [[row.ratio, at]] : [])}))
      })
    };
  })];
}

// ---- two factors: lines that are not parallel interact; the heat map has the same means

const pairing = {group: 0, first: '', second: ''};

// Means compare alike only where every combination has the same levels of all other factors beside it.
function compared(cells, one, other) {
  const rest = plan.factors.filter(factor => factor.levels.length > 1 && factor !== one && factor !== other);
  const beside = cell => rest.map(factor => levelOf(cell.treatment, factor.name)).join(' ');
  const companies = new Map();
  for (const cell of cells) {
    const key = `${levelOf(cell.treatment, one.name)} ${levelOf(cell.treatment, other.name)}`;
    companies.set(key, [...(companies.get(key) || []), beside(cell)]);
  }
  if (rest.length === 0) return {cells, company: 'Each is one treatment.'};
  if (new Set([...companies.values()].map(all => all.sort().join('; '))).size <= 1) return {cells, company: 'Means over the same levels of all other factors.'};
  const alike = cells.filter(cell => beside(cell) === beside({treatment: plan.baseline}));
  return new Set(alike.map(cell => levelOf(cell.treatment, one.name) + ' ' + levelOf(cell.treatment, other.name))).size > 1
      ? {cells: alike, company: 'Treatments that have the baseline\'s levels of all other factors; others would compare unlike with unlike.'}
      : {cells, company: 'The other factors differ between these means (R2): by this design they cannot be told apart.'};
}

function pairTable() {
  const group = groups[pairing.group];
  const [one, other] = [pairing.first, pairing.second].map(name => plan.factors.find(each => each.name === name));
  const {cells, company} = compared(groupCells(group).filter(cell => cell.claim !== 'twin' && cell.ratio > 0), one, other);
  const at = (x, y) => cells.filter(cell => levelOf(cell.treatment, one.name) === x && levelOf(cell.treatment, other.name) === y);
  const levelsOf = factor => inOrder(factor.levels).filter(level => cells.some(cell => levelOf(cell.treatment, factor.name) === level));
  const [columns, rows] = [levelsOf(one), levelsOf(other)];
  const mean = (x, y) => {
    const found = at(x, y);
    return {count: found.length, ratio: found.length === 0 ? null : geometricMean(found.map(cell => cell.ratio))};
  };
  return {group, one, other, columns, rows, company, means: rows.map(y => columns.map(x => mean(x, y)))};
}
const known = pair => pair.means.flat().filter(each => each.ratio !== null).map(each => each.ratio);

// The levels below a figure, and their factor's name below them.
function acrossLevels(pair, width) {
  const names = pair.columns.map(level => wrapped(level, Math.max(48, (width - 120) / pair.columns.length - 8)));
  return {type: 'category', data: names, name: pair.one.name, nameGap: 14 + 14 * lineCount(names), splitLine: {show: false}, axisTick: {show: false},
    axisLabel: {interval: 0, hideOverlap: false, lineHeight: 14}};
}

function interactionLines(ink, width) {
  const pair = pairTable();
  if (known(pair).length === 0) return null;
  const across = acrossLevels(pair, width);
  return {
    height: 330,
    describe: pair.rows.map((y, row) => `${pair.other.name}=${y}: ` + pair.columns.map((x, column) => `${x} ${digits(pair.means[row][column].ratio)}`).join(', ')).join('; '),
    options: common(ink, {
      legend: {},
      grid: {top: 36, left: 28, bottom: 14 + across.nameGap},
      tooltip: {trigger: 'item', formatter: point => `${safe(pair.one.name)}=${safe(pair.columns[point.dataIndex])}<br>${safe(pair.other.name)}=${safe(point.seriesName)}<br><b>${digits(point.value)}</b>`},
      xAxis: across,
      yAxis: {...logAxis(known(pair)), name: 'mean ratio to the baseline'},
      series: pair.rows.map((y, row) => ({type: 'line', name: y, symbol: shapes[row % shapes.length], symbolSize: 8,
        lineStyle: {type: ['solid', 'dashed', 'dotted'][Math.floor(row / 4) % 3]}, data: pair.means[row].map(each => each.ratio)}))
    })
  };
}

// One hue for faster, one for slower, as deep as the logarithm is far from 0.
function heatCells(ink, width) {
  const pair = pairTable();
  if (known(pair).length === 0) return null;
  const across = acrossLevels(pair, width);
  const far = Math.max(0.02, ...known(pair).map(ratio => Math.abs(Math.log(ratio))));
  const cells = pair.means.flatMap((row, y) => row.map((mean, x) => ({value: [x, y, mean.ratio === null ? '-' : Math.log(mean.ratio)], mean,
    label: {color: Math.abs(Math.log(mean.ratio || 1)) > far * 0.55 ? ink.paper : ink.ink}})));
  return {
    height: Math.max(330, 90 + 30 * pair.rows.length),
    describe: 'Heat map: ' + pair.rows.map((y, row) => `${y}: ` + pair.columns.map((x, column) => `${x} ${digits(pair.means[row][column].ratio)}`).join(', ')).join('; '),
    options: common(ink, {
      grid: {top: 36, left: 28, bottom: 14 + across.nameGap},
      tooltip: {formatter: point => `${safe(pair.one.name)}=${safe(pair.columns[point.value[0]])}<br>${safe(pair.other.name)}=${safe(pair.rows[point.value[1]])}<br><b>${digits(point.data.mean.ratio)}</b>, ${several(point.data.mean.count, 'treatment')}`},
      visualMap: {show: false, min: -far, max: far, inRange: {color: [ink.accent, ink.paper, ink.second]}},
      xAxis: across,
      yAxis: {type: 'category', data: pair.rows.map(level => wrapped(level, 130)), name: pair.other.name, nameGap: 24 + Math.min(130, widest(pair.rows)), inverse: true, splitLine: {show: false}, axisTick: {show: false},
        axisLabel: {interval: 0, hideOverlap: false, lineHeight: 14}},
      series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: ink.line, borderWidth: 1},
        label: {show: true, formatter: point => digits(point.data.mean.ratio)}}]
    })
  };
}

// The two factors of which most combinations of levels were measured.
function fullest(varied) {
  const measured = new Set(analysis.cells.map(cell => cell.treatment));
  const combinations = (one, other) => new Set(plan.treatments.filter(each => measured.has(each.id))
      .map(each => `${levelOf(each.id, one.name)} ${levelOf(each.id, other.name)}`)).size / (one.levels.length * other.levels.length);
  const pairs = varied.flatMap((one, at) => varied.slice(at + 1).map(other => ({names: [one.name, other.name], share: combinations(one, other)})));
  return pairs.reduce((best, each) => each.share > best.share ? each : best).names;
}

function twoFactors() {
  const varied = plan.factors.filter(factor => factor.levels.length > 1);
  if (varied.length < 2 || groups.length === 0) return [];
  const pairs = effects.filter(each => each.term.includes(' × ') && each.degrees > 0).sort((a, b) => b.size - a.size);
  const strongest = pairs.length > 0 ? pairs[0].term.split(' × ') : fullest(varied);
  [pairing.first, pairing.second] = strongest;
  if (pairs.length > 0) pairing.group = Math.max(0, groups.findIndex(each => each.operation === pairs[0].operation && each.keys === pairs[0].keys));
  const figures = [figure('Interaction of two factors', interactionLines), figure('Heat map of two factors', heatCells)];
  const change = name => value => {
    // A factor is not paired with itself: the two change places.
    const [one, other] = name === 'first' ? ['first', 'second'] : ['second', 'first'];
    if (name !== 'group' && value === pairing[other]) pairing[other] = pairing[one];
    pairing[name] = name === 'group' ? Number(value) : value;
    show();
    figures.forEach(each => each.redraw());
  };
  const names = varied.map(each => [each.name, each.name]);
  const controls = [['operation and keys', select('operation and keys', groups.map((each, index) => [index, groupTitle(each)]), change('group')), 'group'],
    ['across', select('first factor', names, change('first')), 'first'],
    ['lines and rows', select('second factor', names, change('second')), 'second']];
  const company = element('span', {role: 'status'});
  const show = () => {
    controls.forEach(([, control, of]) => { control.value = pairing[of]; });
    company.textContent = pairTable().company;
  };
  show();
  dependants.push(show);
  return [element('h3', {}, 'Two factors at a time'),
    element('p', {class: 'soft'}, 'Geometric means of ratios to the baseline. Where lines are not parallel, the factors interact; the table above says whether that can be claimed. ', company),
    element('form', {class: 'controls'}, controls.map(([name, control]) => labelled(name, control))),
    element('div', {class: 'pair'}, figures)];
}

// ---- an ablation's paths, there and back: the ratio after each step

// The interval of each point, beside its line.
const bars = (cells, colour, shift) => (parameters, api) => {
  const cell = cells[parameters.dataIndex];
  const [x, top] = api.coord([api.value(0), cell.ratioHigh]);
  const bottom = api.coord([api.value(0), cell.ratioLow])[1];
  return {type: 'line', shape: {x1: x + shift, y1: top, x2: x + shift, y2: bottom}, style: {stroke: colour, lineWidth: 1.5, opacity: 0.7}};
};

function pathFigure(group) {
  const cells = new Map((cellsOf.get(groupKey(group.operation, group.keys)) || []).map(cell => [cell.treatment, cell]));
  const paths = plan.paths.map(path => path.filter(id => cells.has(id))).filter(path => path.length > 1);
  if (paths.length === 0) return [];
  const longest = Math.max(...paths.map(path => path.length));
  const isBack = path => path[0] !== plan.baseline && path.at(-1) === plan.baseline;
  const place = (path, at) => isBack(path) ? longest - 1 - at : at;
  const title = (path, number) => isBack(path) ? 'back: one taken away after the other' : path[0] === plan.baseline && paths.length <= 2 ? 'there: one added after the other' : `path ${number + 1}`;
  const step = (path, at) => at === 0 ? '' : Object.keys(byId.get(path[at]).levels || {})
      .filter(factor => !factor.includes('.') && (byId.get(path[at - 1]).levels || {})[factor] !== byId.get(path[at]).levels[factor]).join(', ') || label(path[at]);
  const far = paths.find(path => !isBack(path)) || [...paths[0]].reverse();
  return [figure(`Ablation paths: ${groupTitle(group)}`, (ink, width) => {
    if (!admitsGroup(group)) return null;
    const names = Array.from({length: longest}, (none, at) => at === 0 ? 'baseline' : at === longest - 1 ? wrapped(label(far.at(-1)), width / longest) : `${at}`);
    const all = paths.flat().map(id => cells.get(id));
    return {
      height: 340 + 14 * lineCount(names),
      describe: paths.map((path, number) => title(path, number) + ': ' + path.map(id => `${label(id)} ${interval(cells.get(id))}`).join(' → ')).join('; '),
      click: point => point.seriesIndex < paths.length && pin(paths[point.seriesIndex][point.dataIndex]),
      options: common(ink, {
        legend: {},
        grid: {top: 36, left: 28, bottom: 28 + 14 * lineCount(names)},
        tooltip: {formatter: point => {
          const cell = cells.get(paths[point.seriesIndex][point.dataIndex]);
          return `<b>${safe(interval(cell))}</b> ${safe(cell.label)}<br>${safe(cell.phrase)}`;
        }},
        xAxis: {type: 'category', data: names, name: 'factors changed', nameGap: 14 + 14 * lineCount(names), splitLine: {show: false}, axisTick: {show: false}, axisLabel: {interval: 0, hideOverlap: false, lineHeight: 14}},
        yAxis: {...logAxis(all.flatMap(cell => [cell.ratio, cell.ratioLow, cell.ratioHigh])), name: 'ratio to the baseline'},
        series: [...paths.map((path, number) => ({type: 'line', name: title(path, number), symbol: shapes[number % shapes.length], symbolSize: 9, z: 3,
          lineStyle: {type: isBack(path) ? 'dashed' : 'solid'}, labelLayout: {hideOverlap: true},
          label: {show: true, position: number % 2 ? 'bottom' : 'top', distance: 8, color: series(ink)[number % 6], textBorderColor: ink.paper, textBorderWidth: 3, formatter: point => step(path, point.dataIndex)},
          data: path.map((id, at) => [place(path, at), cells.get(id).ratio])})),
        ...paths.map((path, number) => ({type: 'custom', silent: true, z: 2, renderItem: bars(path.map(id => cells.get(id)), series(ink)[number % 6], number % 2 ? 4 : -4),
          data: path.map((id, at) => [place(path, at), cells.get(id).ratio])}))]
      })
    };
  })];
}
