// One chart: a dot with its interval for each treatment, on a log axis around the baseline's 1.

const interval = cell => `${digits(cell.ratio)} [${digits(cell.ratioLow)}, ${digits(cell.ratioHigh)}]`;
const drawings = [];

// Both ends are powers of one base, so that every tick is one and no end needs a label of its own.
function logAxis(cells) {
  const low = Math.min(0.95, ...cells.map(cell => cell.ratioLow));
  const high = Math.max(1.05, ...cells.map(cell => cell.ratioHigh));
  const base = [1.05, 1.1, 1.2, Math.SQRT2, 2, 4, 10].find(each => Math.log(high / low) / Math.log(each) < 7) || 100;
  const exponent = value => Math.log(value) / Math.log(base);
  return {logBase: base, min: base ** Math.floor(exponent(low) - 1e-9), max: base ** Math.ceil(exponent(high) + 1e-9)};
}

function whisker(cells, ink, soft) {
  return (parameters, api) => {
    const [y, cell] = [api.value(1), cells[parameters.dataIndex]];
    const [middle, from, to] = [api.value(0), api.value(2), api.value(3)].map(x => api.coord([x, y]));
    const stroke = ['faster', 'slower'].includes(cell.claim) ? ink : soft;
    const line = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke, lineWidth: 2}});
    const ends = cell.claim === 'baseline' ? []
        : [line(from[0], from[1], to[0], to[1]), line(from[0], from[1] - 4, from[0], from[1] + 4), line(to[0], to[1] - 4, to[0], to[1] + 4)];
    return {type: 'group', children: [...ends,
      {type: 'circle', shape: {cx: middle[0], cy: middle[1], r: 5}, style: {fill: stroke}}]};
  };
}

// A row has room for two lines; the tooltip and the tables have the whole text.
function twoLines(text, width) {
  const room = Math.floor(Math.min(330, width * 0.4) / 8) * 2;
  return text.length > room ? text.slice(0, room - 1) + '…' : text;
}

function options(cells, width) {
  const style = getComputedStyle(document.documentElement);
  const [ink, soft, line, accent, paper] =
      ['--ink', '--soft', '--line', '--accent', '--paper'].map(name => style.getPropertyValue(name).trim());
  const said = cell => `${cell.label}: ${interval(cell)}, ${digits(cell.nsPerOp)} ns`;
  const text = value => echarts.format.encodeHTML(value);
  return {
    animation: false,
    textStyle: {color: ink, fontFamily: 'system-ui, sans-serif'},
    grid: {left: 8, right: 28, top: 8, bottom: 42, containLabel: true},
    tooltip: {backgroundColor: paper, borderColor: line, textStyle: {color: ink}, confine: true,
      extraCssText: 'max-width:min(560px,90%);white-space:normal;overflow-wrap:anywhere',
      formatter: point => `<b>${text(said(cells[point.dataIndex]))}</b><br>${text(cells[point.dataIndex].phrase)}`},
    xAxis: {type: 'log', ...logAxis(cells), name: 'time in proportion to the baseline (log scale; left of 1 is faster)',
      nameLocation: 'middle', nameGap: 26, nameTextStyle: {color: soft}, splitLine: {lineStyle: {color: line}},
      axisLabel: {color: soft, hideOverlap: true, formatter: value => String(Number(value.toPrecision(3)))}},
    yAxis: {type: 'category', inverse: true, data: cells.map(cell => twoLines(cell.label, width)), axisTick: {show: false},
      axisLabel: {color: ink, interval: 0, width: Math.min(330, width * 0.4), overflow: 'break', lineHeight: 14},
      axisLine: {lineStyle: {color: line}}},
    series: [{
      type: 'custom',
      data: cells.map((cell, index) => [cell.ratio, index, cell.ratioLow, cell.ratioHigh]),
      encode: {x: [0, 2, 3], y: 1},
      renderItem: whisker(cells, accent, soft),
      markLine: {silent: true, symbol: 'none', lineStyle: {color: ink, type: 'dashed'}, label: {show: false}, data: [{xAxis: 1}]}
    }]
  };
}

function whiskers(cells) {
  const box = element('div', {class: 'chart', role: 'img', style: `height:${70 + 34 * cells.length}px`,
    'aria-label': cells.map(cell => cell.label + ' ' + interval(cell)).join('; ')});
  add(box);
  const chart = echarts.init(box, null, {renderer: 'svg'});
  drawings.push(() => {
    chart.resize();
    chart.setOption(options(cells, box.clientWidth), true);
  });
  drawings.at(-1)();
}

const draw = () => drawings.forEach(each => each());
window.addEventListener('resize', draw);
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
for (const [event, isPrinting] of [['beforeprint', true], ['afterprint', false]]) {
  window.addEventListener(event, () => {
    document.documentElement.classList.toggle('printing', isPrinting);
    draw();
  });
}
