// Why: the trie by level against what a uniform hash gives, and the allocator.

const fanOut = treatment => 2 ** Number(levelOf(treatment, 'layout.span') || NaN);

// Leaves of n keys by level, for layouts that part keys as soon as they differ: a leaf is alone in its
// cell of level l, and was not alone in the cell above.
function expectedLeaves(count) {
  const [n, wide] = [count.n, fanOut(count.treatment)];
  const compression = levelOf(count.treatment, 'compression') || '';
  if (!Number.isFinite(wide) || !(compression === 'lazy-expansion' || compression === 'path')) return null;
  const alone = level => level === 0 ? 0 : Math.exp((n - 1) * Math.log1p(-(wide ** -level)));
  return count.shape.leavesByLevel.map((leaves, level) => level === 0 ? 0 : n * (alone(level) - alone(level - 1)));
}

function shapeFigure(count) {
  return figure(`Leaves by level: ${label(count.treatment)}, ${count.keys}`, ink => {
    const deepest = count.shape.maxDepth;
    const level = Array.from({length: deepest}, (none, at) => at + 1);
    const expected = expectedLeaves(count);
    return {
      height: 240,
      describe: level.map(at => `level ${at}: ${whole(count.shape.leavesByLevel[at])}` + (expected ? `, expected ${digits(expected[at])}` : '')).join('; '),
      options: common(ink, {
        legend: {},
        grid: {top: 32, left: 28},
        tooltip: {trigger: 'axis', valueFormatter: value => digits(value, 4)},
        xAxis: {type: 'category', data: level, name: 'level', nameGap: 24, splitLine: {show: false}},
        yAxis: {type: 'value', name: 'leaf nodes', nameGap: besideNumbers(Math.max(...count.shape.leavesByLevel))},
        series: [{type: 'bar', name: 'measured', barMaxWidth: 30, itemStyle: {color: ink.accent}, data: level.map(at => count.shape.leavesByLevel[at])},
          ...(expected ? [{type: 'line', name: 'uniform hash', symbol: 'diamond', symbolSize: 9, lineStyle: {type: 'dashed'}, itemStyle: {color: ink.second}, data: level.map(at => expected[at])}] : [])]
      })
    };
  });
}

function telemetryFacts(count) {
  const {telemetry, shape} = count;
  const facts = [['bytes per entry', digits(count.bytesPerEntry)], ['branches', whole(shape.internalNodes)],
    ['occupancy', share(occupancy(count))], ['single-child', whole(shape.singleChildNodes)], ['deepest leaf', shape.maxDepth],
    ['allocations, frees', `${whole(telemetry.allocations)}, ${whole(telemetry.frees)}`],
    ['slots live, occupied', `${whole(telemetry.slotsLive)}, ${whole(telemetry.slotsOccupied)}`],
    ['high water, reserved', `${whole(telemetry.highWaterSlots)}, ${whole(telemetry.slotsReserved)}`],
    ['internal fragmentation', share(inner(count))], ['external fragmentation', share(outer(count))],
    ['fallbacks', telemetry.fallbacks === 0 ? '0' : `${whole(telemetry.fallbacks)}, from request ${whole(telemetry.firstFallback)} on`],
    ['locks', whole(telemetry.lockAcquisitions)],
    ...(lines(count) > 0 ? [['lines, pages per path', `${digits(lines(count))}, ${digits(pages(count))}`]] : [])];
  return list(facts);
}

// How far each counter is from a uniform hash, a row for each shape that differs.
function hashMap() {
  const seen = new Map();
  counts.filter(count => (count.oracle || []).length > 0).forEach(count => {
    const key = count.keys + JSON.stringify(count.oracle.map(each => each.z));
    if (!seen.has(key)) seen.set(key, {count, like: 0});
    seen.get(key).like++;
  });
  const rowsOf = () => [...seen.values()].filter(({count}) => admits(count)).slice(0, 24);
  if (seen.size === 0) return [];
  const names = [...new Set(counts.flatMap(count => (count.oracle || []).map(each => each.counter)))];
  const words = name => name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return [figure('Hash: standard deviations from a uniform one, by counter (full colour: 6 and more)', (ink, width) => {
    const rows = rowsOf();
    if (rows.length === 0) return null;
    const left = Math.min(300, width * 0.3);
    const column = (width - left - 36) / names.length - 6;
    const isNarrow = widest(names.flatMap(name => words(name).split(' '))) > column;
    const below = names.map(name => isNarrow ? words(name) : wrapped(words(name), column));
    const cells = rows.flatMap(({count}, y) => names.map((name, x) => {
      const {z} = count.oracle.find(each => each.counter === name) || {};
      return {value: [x, y, Math.min(6, Math.abs(z ?? 0))], z, label: {color: Math.abs(z ?? 0) > 3.5 ? ink.paper : ink.ink}};
    }));
    const title = ({count, like}) => `${levelOf(count.treatment, 'hash') || label(count.treatment)}${plan.keySets.length > 1 ? ', ' + count.keys : ''} (${count.treatment}${like > 1 ? ` and ${like - 1} like it` : ''})`;
    return {
      height: 24 + (isNarrow ? 0.75 * widest(below) : 14 * lineCount(below)) + 30 * rows.length,
      describe: rows.map(row => title(row) + ': ' + names.map(name => `${words(name)} ${digits((row.count.oracle.find(each => each.counter === name) || {}).z, 2)}`).join(', ')).join('; '),
      options: common(ink, {
        grid: {bottom: 8, top: 8},
        tooltip: {formatter: at => `${safe(title(rows[at.value[1]]))}<br>${safe(words(names[at.value[0]]))}: z = <b>${digits(at.data.z, 2)}</b>`},
        visualMap: {show: false, min: 0, max: 6, inRange: {color: [ink.paper, ink.second]}},
        xAxis: {type: 'category', data: below, position: 'bottom', splitLine: {show: false}, axisTick: {show: false}, axisLabel: {interval: 0, hideOverlap: false, lineHeight: 14, rotate: isNarrow ? 45 : 0}},
        yAxis: {type: 'category', data: rows.map(row => wrapped(title(row), left, 2)), inverse: true, splitLine: {show: false}, axisTick: {show: false},
          axisLabel: {interval: 0, hideOverlap: false, color: ink.ink, lineHeight: 13}},
        series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: ink.line, borderWidth: 1},
          label: {show: width > 560, formatter: at => fixed(at.data.z, 1)}}]
      })
    };
  })];
}

// ---- the canary over the run

function canaryFigure() {
  if (audits.length === 0) return [];
  const points = [...audits].sort((a, b) => a.timestamp.localeCompare(b.timestamp));
  const mean = (before, after) => Math.sqrt(before * after);
  return [figure('Canary: latency of a dependent load around each fork', ink => ({
    height: 260,
    describe: `Near ${digits(Math.min(...points.map(each => mean(each.nearBeforeNs, each.nearAfterNs))))} to ${digits(Math.max(...points.map(each => mean(each.nearBeforeNs, each.nearAfterNs))))} ns over ${points.length} forks`,
    options: common(ink, {
      legend: {},
      grid: {top: 36, left: 28},
      tooltip: {trigger: 'axis', formatter: at => {
        const audit = points[at[0].dataIndex];
        return `fork ${at[0].dataIndex + 1}: block ${audit.block}, ${safe(label(audit.treatment))}, ${safe(audit.host)}<br>`
            + `near ${digits(mean(audit.nearBeforeNs, audit.nearAfterNs))} ns, far ${digits(mean(audit.farBeforeNs, audit.farAfterNs))} ns`
            + (Number.isFinite(audit.stealShare) ? `<br>steal ${percent(audit.stealShare, 2)}` : '') + (Number.isFinite(audit.load) ? `, load ${digits(audit.load, 2)}` : '');
      }},
      xAxis: {type: 'category', data: points.map((audit, at) => at + 1), name: 'forks in the order they ran', nameGap: 26, splitLine: {show: false}},
      yAxis: timeAxis(points.flatMap(each => [mean(each.nearBeforeNs, each.nearAfterNs), mean(each.farBeforeNs, each.farAfterNs)]), 'ns a load'),
      series: [{type: 'line', name: 'near, 8 MiB', symbol: points.length > 200 ? 'none' : 'circle', symbolSize: 4, data: points.map(each => mean(each.nearBeforeNs, each.nearAfterNs))},
        {type: 'line', name: 'far, 64 MiB', symbol: points.length > 200 ? 'none' : 'rect', symbolSize: 4, lineStyle: {type: 'dashed'}, data: points.map(each => mean(each.farBeforeNs, each.farAfterNs))}]
    })
  }))];
}
