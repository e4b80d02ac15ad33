// Figures: drawn when they come near the window, again when theme, width or filter change; each can be saved.

const FARTHEST = 1000;
// Beyond a thousandfold the digits of a ratio say nothing.
const ratioText = value => value > FARTHEST ? `> ${whole(FARTHEST)}` : value < 1 / FARTHEST ? `< ${1 / FARTHEST}` : digits(value);
const interval = cell => `${ratioText(cell.ratio)} [${ratioText(cell.ratioLow)}, ${ratioText(cell.ratioHigh)}]`;
const drawings = [];

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['ink', 'soft', 'line', 'accent', 'paper', 'wash', 'second', 'third', 'fourth']
      .map(name => [name, style.getPropertyValue('--' + name).trim()]));
}
const safe = value => echarts.format.encodeHTML(String(value));
const series = ink => [ink.accent, ink.second, ink.third, ink.fourth, ink.soft, ink.ink];
const shapes = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
// A hollow symbol of the library is white inside, whatever the page's colour.
const hollow = ink => ({symbol: 'circle', itemStyle: {color: 'transparent', borderColor: ink.soft, borderWidth: 1.5}});

const pen = document.createElement('canvas').getContext('2d');
function textWidth(text) {
  pen.font = '12px system-ui, sans-serif';
  return pen.measureText(text).width;
}
const widest = texts => Math.max(0, ...texts.map(textWidth));

// How far a vertical axis' name stands from it so that no number reaches it: the library's last tick, and room.
function besideNumbers(most) {
  const fifth = Math.max(most, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(fifth));
  const step = power * ([[1.5, 1], [2.5, 2], [4, 3], [7, 5]].find(([below]) => fifth / power < below) || [0, 10])[1];
  return besideText(whole(Math.ceil(most / step) * step));
}
const besideText = text => 20 + textWidth(text);

// Breaks a label where a phrase may be broken; what is beyond so many lines stands in tooltip and table.
function wrapped(text, room, most = 3) {
  const lines = [];
  let line = '';
  for (const part of text.split(/(?<=[ ,{])/)) {
    if (line !== '' && textWidth(line + part) > room) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  lines.push(line);
  return (lines.length > most ? [...lines.slice(0, most - 1), lines[most - 1].trimEnd() + ' …'] : lines).map(each => each.trimEnd()).join('\n');
}
const lineCount = texts => Math.max(1, ...texts.map(text => text.split('\n').length));

// Ticks of a logarithmic axis, below all else: the library has powers of one base only.
function ruler(ink, name, ticks, position) {
  return {type: 'line', data: [], silent: true, markLine: {silent: true, symbol: 'none', animation: false, precision: 9,
    lineStyle: {color: ink.line, type: 'solid', width: 1}, label: {position, distance: 6, color: ink.soft, formatter: '{b}'},
    data: ticks.map(tick => ({[name]: tick, name: tickText(tick)}))}};
}
const tickText = value => value >= 1000 ? whole(value) : String(Number(value.toPrecision(6)));

// What all figures share.
function common(ink, options) {
  const {xAxis, yAxis} = options;
  const axis = ({ticks, ...given}) => ({nameLocation: 'middle', nameTextStyle: {color: ink.soft}, ...given,
    axisLine: {lineStyle: {color: ink.line}, ...given.axisLine}, splitLine: ticks ? {show: false} : {lineStyle: {color: ink.line}, ...given.splitLine},
    ...(ticks ? {axisTick: {show: false}} : {}),
    axisLabel: {color: ink.soft, hideOverlap: true, ...given.axisLabel, ...(ticks ? {show: false} : {})}});
  const beside = yAxis && yAxis.ticks ? widest(yAxis.ticks.map(tickText)) + 10 : 0;
  const grid = {left: 8, right: 28, top: 12, bottom: 42, containLabel: true, ...options.grid};
  const rulers = [['xAxis', xAxis], ['yAxis', yAxis]].flatMap(([name, given]) => given && given.ticks ? [ruler(ink, name, given.ticks, name === 'xAxis' && yAxis.inverse ? 'end' : 'start')] : []);
  return {
    animation: false,
    markLine: {z: 1},
    color: series(ink),
    textStyle: {color: ink.ink, fontFamily: 'system-ui, sans-serif'},
    ...options,
    series: [...options.series, ...rulers],
    grid: {...grid, left: grid.left + beside, bottom: grid.bottom + (xAxis && xAxis.ticks ? 18 : 0)},
    legend: options.legend && {textStyle: {color: ink.ink}, inactiveColor: ink.line, type: 'scroll', top: 0, left: 0, itemHeight: 10, ...options.legend},
    tooltip: {backgroundColor: ink.paper, borderColor: ink.line, textStyle: {color: ink.ink}, confine: true,
      extraCssText: 'max-width:min(560px,90%);white-space:normal;overflow-wrap:anywhere', ...options.tooltip},
    xAxis: xAxis && axis(xAxis),
    yAxis: yAxis && axis(beside > 0 ? {...yAxis, nameGap: beside + 8} : yAxis)
  };
}

const watcher = new IntersectionObserver(entries => entries.filter(each => each.isIntersecting).forEach(each => {
  watcher.unobserve(each.target);
  each.target.draw();
}), {rootMargin: '400px'});

// `build` gives {height, options, describe, click}, or null where there is nothing to draw.
function figure(title, build) {
  const box = element('div', {class: 'chart', role: 'img'});
  const whole = element('figure', {}, element('figcaption', {}, element('span', {}, breakable(title)), saver(title, picture)), box);
  let chart = null;
  whole.draw = () => {
    const built = build(colours(), box.clientWidth || 680);
    whole.hidden = built === null;
    if (built === null) return;
    box.style.height = built.height + 'px';
    box.setAttribute('aria-label', built.describe);
    if (chart === null) {
      chart = echarts.init(box, null, {renderer: 'svg'});
      chart.on('click', point => built.click && whole.click(point));
    }
    whole.click = built.click;
    chart.resize();
    chart.setOption(built.options, true);
    box.dataset.drawn = 'yes';
  };
  whole.redraw = () => { if (chart !== null || whole.hidden) whole.draw(); };
  function picture() {
    whole.draw();
    const copied = box.querySelector('svg').cloneNode(true);
    copied.style.background = colours().paper;
    return copied;
  }
  drawings.push(whole);
  dependants.push(whole.redraw);
  watcher.observe(whole);
  return whole;
}

const redraw = () => drawings.forEach(each => each.redraw());
let resizing;
window.addEventListener('resize', () => {
  clearTimeout(resizing);
  resizing = setTimeout(redraw, 100);
});
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
// Paper cannot be unfolded.
function unfold(isPrinting) {
  for (const each of document.querySelectorAll(isPrinting ? 'details:not([open])' : 'details.unfolded')) {
    each.open = isPrinting;
    each.classList.toggle('unfolded', isPrinting);
  }
}
for (const [event, isPrinting] of [['beforeprint', true], ['afterprint', false]]) {
  window.addEventListener(event, () => {
    document.documentElement.classList.toggle('printing', isPrinting);
    unfold(isPrinting);
    drawings.forEach(each => isPrinting ? each.draw() : each.redraw());
  });
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

const MOST_TICKS = 9;

// Ratios on a logarithmic axis whose ends are ticks: steps of one size where they fit, else 1, 2, 5 of each decade, else decades.
function logAxis(all) {
  const values = all.map(value => Math.min(FARTHEST, Math.max(1 / FARTHEST, value)));
  const [low, high] = [Math.min(0.95, ...values), Math.max(1.05, ...values)];
  const step = STEPS.find(each => (high - low) / each <= 7) || 0.5;
  const within = (one, other) => [Math.floor(one + 1e-9), Math.ceil(other - 1e-9)];
  const ticksOf = ([from, to], value) => Array.from({length: to - from + 1}, (none, at) => Number(value(from + at).toPrecision(6)));
  const third = at => [1, 2, 5][(at % 3 + 3) % 3] * 10 ** Math.floor(at / 3);
  const thirds = Array.from({length: 40}, (none, at) => at - 20);
  const byThirds = [thirds.findLast(at => third(at) <= low * (1 + 1e-9)), thirds.find(at => third(at) >= high * (1 - 1e-9))];
  const ticks = high / low <= 4 ? ticksOf(within(low / step, high / step), at => at * step)
      : byThirds[1] - byThirds[0] < MOST_TICKS ? ticksOf(byThirds, third)
      : ticksOf(within(Math.log10(low), Math.log10(high)), at => 10 ** at);
  return {type: 'log', min: ticks[0], max: ticks.at(-1), ticks};
}

// Times: from decade to decade by 1, 2, 5 where they differ much, such as warm-up and what follows it.
function timeAxis(values, name) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!(high / low > 5)) return {type: 'value', scale: true, name, nameGap: besideNumbers(high)};
  const all = Array.from({length: 40}, (none, at) => Number(([1, 2, 5][at % 3] * 10 ** (Math.floor(at / 3) - 3)).toPrecision(2)));
  const ticks = all.slice(all.findLastIndex(each => each <= low), all.findIndex(each => each >= high) + 1);
  return {type: 'log', min: ticks[0], max: ticks.at(-1), ticks, name};
}

function whisker(cells, ink) {
  return (parameters, api) => {
    const [y, cell] = [api.value(1), cells[parameters.dataIndex]];
    const [middle, from, to] = [api.value(0), api.value(2), api.value(3)].map(x => api.coord([x, y]));
    const stroke = ['faster', 'slower'].includes(cell.claim) ? ink.accent : ink.soft;
    const line = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke, lineWidth: 2}});
    const ends = cell.claim === 'baseline' ? []
        : [line(from[0], from[1], to[0], to[1]), line(from[0], from[1] - 4, from[0], from[1] + 4), line(to[0], to[1] - 4, to[0], to[1] + 4)];
    return {type: 'group', children: [...ends,
      {type: 'circle', shape: {cx: middle[0], cy: middle[1], r: 5}, style: {fill: stroke}}]};
  };
}

const MOST_ROWS = 30;

// Of many, the baseline and the two ends are drawn: whoever wants another one filters.
function extremes(cells) {
  if (cells.length <= MOST_ROWS) return cells;
  const sorted = [...cells].sort((a, b) => a.ratio - b.ratio);
  const kept = new Set([...sorted.slice(0, MOST_ROWS / 2), ...sorted.slice(-MOST_ROWS / 2 + 1), ...cells.filter(cell => cell.claim === 'baseline')]);
  return sorted.filter(cell => kept.has(cell));
}

// A dot with its interval for each treatment, on a log axis around the baseline's 1.
function whiskers(group) {
  const build = (ink, width) => {
    if (!admitsGroup(group)) return null;
    const all = groupCells(group);
    const cells = extremes(all);
    const axis = logAxis(cells.flatMap(cell => [cell.ratioLow, cell.ratioHigh]));
    const room = Math.min(330, width * 0.4);
    const names = cells.map(cell => wrapped(cell.label, room));
    const note = cells.length < all.length ? `; ${cells.length} of ${whole(all.length)}: both ends` : '';
    return {
      height: 70 + Math.max(26, 14 * lineCount(names) + 8) * cells.length,
      describe: cells.map(cell => cell.label + ' ' + interval(cell)).join('; '),
      click: point => pin(cells[point.dataIndex].treatment),
      options: common(ink, {
        tooltip: {formatter: point => {
          const cell = cells[point.dataIndex];
          return `<b>${safe(`${cell.label}: ${interval(cell)}, ${digits(cell.nsPerOp)} ns`)}</b><br>${safe(cell.phrase)}`;
        }},
        xAxis: {...axis, name: 'time over the baseline\'s (left of 1 is faster)' + note, nameGap: 26},
        yAxis: {type: 'category', inverse: true, data: names, axisTick: {show: false}, splitLine: {show: false},
          axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, lineHeight: 14}},
        series: [{type: 'custom', data: cells.map((cell, index) => [cell.ratio, index, cell.ratioLow, cell.ratioHigh]),
          encode: {x: [0, 2, 3], y: 1}, renderItem: whisker(cells, ink), clip: true,
          markLine: {silent: true, symbol: 'none', lineStyle: {color: ink.ink, type: 'dashed'}, label: {show: false}, data: [{xAxis: 1}]}}]
      })
    };
  };
  return figure(`Ratio to the baseline: ${groupTitle(group)}`, build);
}
