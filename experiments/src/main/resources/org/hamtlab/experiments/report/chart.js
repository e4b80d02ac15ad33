// Figures: drawn when they come near the window, again when theme, width or filter change; each can be saved.

const interval = cell => `${digits(cell.ratio)} [${digits(cell.ratioLow)}, ${digits(cell.ratioHigh)}]`;
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

// What all figures share.
function common(ink, options) {
  const axis = given => ({nameLocation: 'middle', nameTextStyle: {color: ink.soft}, ...given,
    axisLine: {lineStyle: {color: ink.line}, ...given.axisLine}, splitLine: {lineStyle: {color: ink.line}, ...given.splitLine},
    axisLabel: {color: ink.soft, hideOverlap: true, ...given.axisLabel}});
  return {
    animation: false,
    color: series(ink),
    textStyle: {color: ink.ink, fontFamily: 'system-ui, sans-serif'},
    ...options,
    grid: {left: 8, right: 28, top: 12, bottom: 42, containLabel: true, ...options.grid},
    legend: options.legend && {textStyle: {color: ink.ink}, inactiveColor: ink.line, type: 'scroll', top: 0, left: 0, itemHeight: 10, ...options.legend},
    tooltip: {backgroundColor: ink.paper, borderColor: ink.line, textStyle: {color: ink.ink}, confine: true,
      extraCssText: 'max-width:min(560px,90%);white-space:normal;overflow-wrap:anywhere', ...options.tooltip},
    xAxis: options.xAxis && axis(options.xAxis),
    yAxis: options.yAxis && axis(options.yAxis)
  };
}

const watcher = new IntersectionObserver(entries => entries.filter(each => each.isIntersecting).forEach(each => {
  watcher.unobserve(each.target);
  each.target.draw();
}), {rootMargin: '400px'});

// `build` gives {height, options, describe, click}, or null where there is nothing to draw.
function figure(title, build) {
  const box = element('div', {class: 'chart', role: 'img'});
  const saver = element('button', {type: 'button', class: 'quiet', 'aria-label': `Save as SVG: ${title}`}, 'SVG');
  const whole = element('figure', {}, element('figcaption', {}, element('span', {}, title), saver), box);
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
  saver.addEventListener('click', () => {
    whole.draw();
    const picture = box.querySelector('svg').cloneNode(true);
    picture.style.background = colours().paper;
    download(title.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 80) + '.svg', 'image/svg+xml', new XMLSerializer().serializeToString(picture));
  });
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
for (const [event, isPrinting] of [['beforeprint', true], ['afterprint', false]]) {
  window.addEventListener(event, () => {
    document.documentElement.classList.toggle('printing', isPrinting);
    drawings.forEach(each => isPrinting ? each.draw() : each.redraw());
  });
}

// Both ends are powers of one base, so that every tick is one and no end needs a label of its own.
function logAxis(values) {
  const [low, high] = [Math.min(0.95, ...values), Math.max(1.05, ...values)];
  const base = [1.05, 1.1, 1.2, Math.SQRT2, 2, 4, 10].find(each => Math.log(high / low) / Math.log(each) < 7) || 100;
  const exponent = value => Math.log(value) / Math.log(base);
  return {type: 'log', logBase: base, min: base ** Math.floor(exponent(low) - 1e-9), max: base ** Math.ceil(exponent(high) + 1e-9),
    axisLabel: {formatter: value => String(Number(value.toPrecision(3)))}};
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

// A row has room for two lines; the tooltip and the tables have the whole text.
function twoLines(text, width) {
  const room = Math.floor(Math.min(330, width * 0.4) / 7.5) * 2;
  return text.length > room ? text.slice(0, room - 1) + '…' : text;
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
    const note = cells.length < all.length ? `; ${cells.length} of ${whole(all.length)}: both ends` : '';
    return {
      height: 70 + 32 * cells.length,
      describe: cells.map(cell => cell.label + ' ' + interval(cell)).join('; '),
      click: point => pin(cells[point.dataIndex].treatment),
      options: common(ink, {
        tooltip: {formatter: point => {
          const cell = cells[point.dataIndex];
          return `<b>${safe(`${cell.label}: ${interval(cell)}, ${digits(cell.nsPerOp)} ns`)}</b><br>${safe(cell.phrase)}`;
        }},
        xAxis: {...axis, name: 'time in proportion to the baseline (log scale; left of 1 is faster)' + note, nameGap: 26},
        yAxis: {type: 'category', inverse: true, data: cells.map(cell => twoLines(cell.label, width)), axisTick: {show: false}, splitLine: {show: false},
          axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, width: Math.min(330, width * 0.4), overflow: 'break', lineHeight: 14}},
        series: [{type: 'custom', data: cells.map((cell, index) => [cell.ratio, index, cell.ratioLow, cell.ratioHigh]),
          encode: {x: [0, 2, 3], y: 1}, renderItem: whisker(cells, ink), clip: true,
          markLine: {silent: true, symbol: 'none', lineStyle: {color: ink.ink, type: 'dashed'}, label: {show: false}, data: [{xAxis: 1}]}}]
      })
    };
  };
  return figure(`Ratio to the baseline: ${groupTitle(group)}`, build);
}
