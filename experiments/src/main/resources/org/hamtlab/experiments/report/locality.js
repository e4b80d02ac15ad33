// Where a map stands in memory: cache lines on the way to an entry, and the blocks along the memory.

const localityOf = count => count.locality || {};
const lines = count => (localityOf(count).linesPerPath || {}).mean;
const pages = count => (localityOf(count).pagesPerPath || {}).mean;
const located = set => counts.filter(count => count.keys === set.keys && lines(count) > 0);

// The mean as a bar, the 99th percentile as a mark; equal treatments share a row.
function linesFigure(set) {
  const alike = new Map();
  for (const count of located(set)) {
    const key = JSON.stringify(localityOf(count).linesPerPath);
    if (!alike.has(key)) alike.set(key, []);
    alike.get(key).push(count);
  }
  if (alike.size === 0) return [];
  return [figure(`Cache lines on the way to an entry: ${set.keys}`, (ink, width) => {
    const rows = [...alike.values()].map(each => each.filter(admits)).filter(each => each.length > 0)
        .sort((a, b) => lines(a[0]) - lines(b[0])).slice(0, MOST_BARS);
    if (rows.length === 0 || (chosen.keys !== '' && chosen.keys !== set.keys)) return null;
    const names = rows.map(row => wrapped(label(row[0].treatment) + (row.length > 1 ? ` and ${row.length - 1} like it` : ''), Math.min(330, width * 0.4)));
    const of = row => localityOf(row[0]).linesPerPath;
    return {
      height: 100 + Math.max(26, 14 * lineCount(names) + 8) * rows.length,
      describe: rows.map(row => `${label(row[0].treatment)}: mean ${digits(of(row).mean)}, 99th percentile ${whole(of(row).p99)}`).join('; '),
      click: point => pin(rows[point.dataIndex][0].treatment),
      options: common(ink, {
        legend: {},
        grid: {top: 36},
        tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, valueFormatter: value => Number.isInteger(value) ? whole(value) : digits(value)},
        xAxis: {type: 'value', min: 0, name: 'lines of 64 bytes, whole blocks of branches (an upper bound)', nameGap: 26},
        yAxis: {type: 'category', inverse: true, data: names, axisTick: {show: false}, splitLine: {show: false}, axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, lineHeight: 14}},
        series: [{type: 'bar', name: 'mean', barMaxWidth: 14, itemStyle: {color: ink.accent}, data: rows.map(row => of(row).mean)},
          {type: 'scatter', name: '99th percentile', symbol: 'diamond', symbolSize: 9, itemStyle: {color: ink.second}, data: rows.map(row => of(row).p99)}]
      })
    };
  })];
}

const MAP_COLUMNS = 64;

// The memory in rows of equal cells, from left to right and down, as deep in colour as live blocks fill them.
function blockMapFigure(count, isShown = admitsGroup) {
  const map = localityOf(count).blockMap;
  if (!map || map.kinds.length === 0) return [];
  const length = Math.max(...map.kinds.map(kind => kind.cells.length));
  const height = Math.ceil(length / MAP_COLUMNS);
  const used = Array.from({length}, (none, at) => map.kinds.reduce((sum, kind) => sum + (kind.cells[at] || 0), 0));
  const within = at => map.kinds.filter(kind => kind.cells[at] > 0).map(kind => `${whole(kind.cells[at])} ${kind.kind}`).join(', ') || 'no live block';
  const mean = used.reduce((sum, slots) => sum + slots, 0) / Math.max(1, Math.min(map.slots, length * map.cellSlots));
  return [figure(`Memory of ${label(count.treatment)}, ${count.keys}: ${share(mean)} of ${whole(map.slots)} slots in live blocks`, (ink, width) => isShown(count) ? ({
    height: 60 + Math.max(height === 1 ? 40 : 14, Math.min(20, width / MAP_COLUMNS)) * height,
    describe: map.kinds.map(kind => `${whole(kind.blocks)} blocks of kind ${kind.kind}, ${whole(kind.slots)} slots`).join('; '),
    options: common(ink, {
      grid: {top: 8, left: 28, bottom: 26},
      tooltip: {formatter: at => `slots ${whole(at.data.at * map.cellSlots)} to ${whole(Math.min(map.slots, (at.data.at + 1) * map.cellSlots) - 1)}<br><b>${safe(within(at.data.at))}</b>`},
      visualMap: {show: false, min: 0, max: 1, inRange: {color: [ink.paper, ink.accent]}},
      xAxis: {type: 'category', data: Array.from({length: MAP_COLUMNS}, (none, at) => at), name: `a cell is ${whole(map.cellSlots)} slots; full colour: filled by live blocks`, nameGap: 10, splitLine: {show: false}, axisTick: {show: false}, axisLabel: {show: false}},
      yAxis: {type: 'category', inverse: true, data: Array.from({length: height}, (none, at) => whole(at * MAP_COLUMNS * map.cellSlots)), name: 'first slot', nameGap: besideText(whole((height - 1) * MAP_COLUMNS * map.cellSlots)), splitLine: {show: false}, axisTick: {show: false}},
      series: [{type: 'heatmap', data: used.map((slots, at) => ({value: [at % MAP_COLUMNS, Math.floor(at / MAP_COLUMNS), slots / map.cellSlots], at})), itemStyle: {borderColor: ink.line, borderWidth: 0.5}}]
    })
  }) : null)];
}
