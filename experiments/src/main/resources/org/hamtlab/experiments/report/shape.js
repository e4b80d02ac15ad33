// Why: the trie by level against what a uniform hash gives, and the allocator.

const fanOut = treatment => 2 ** Number(levelOf(treatment, 'layout.span') || NaN);

// What the shape oracle expects of a uniform hash, level by level; nothing where it knows nothing.
const uniformOf = count => data.uniform.levels[data.uniform.of[count.treatment + '|' + count.keys]] || {leaves: [], branches: []};

// Bars as counted, and what a uniform hash would give as a line.
const barsAndUniform = (ink, measured, expected) => [{type: 'bar', name: 'measured', barMaxWidth: 30, itemStyle: {color: ink.accent}, data: measured},
  ...(expected.length > 0 ? [{type: 'line', name: 'uniform hash', symbol: 'diamond', symbolSize: 9, lineStyle: {type: 'dashed'}, itemStyle: {color: ink.second}, data: expected}] : [])];

function levelsFigure(title, unit, count, from, numbers, expected, isShown) {
  return figure(`${title} by level: ${label(count.treatment)}, ${count.keys}`, ink => isShown(count) ? ({
    height: 240,
    describe: from.map(at => `level ${at}: ${whole(numbers[at] || 0)}` + (expected.length > 0 ? `, expected ${digits(expected[at], 4)}` : '')).join('; '),
    options: common(ink, {
      legend: {},
      grid: {top: 32, left: 28},
      tooltip: {trigger: 'axis', valueFormatter: value => Number.isInteger(value) ? whole(value) : digits(value, 4)},
      xAxis: {type: 'category', data: from, name: 'level', nameGap: 24, splitLine: {show: false}},
      yAxis: {type: 'value', name: unit, nameGap: besideNumbers(Math.max(1, ...numbers, ...expected))},
      series: barsAndUniform(ink, from.map(at => numbers[at] || 0), expected.length > 0 ? from.map(at => expected[at]) : [])
    })
  }) : null);
}
const upTo = (first, last) => Array.from({length: Math.max(0, last - first + 1)}, (none, at) => first + at);

// Leaves by level, and branches where none of them skips levels.
function shapeFigure(count, isShown = admitsGroup) {
  const {leavesByLevel, branchesByLevel, maxDepth, skippedLevels} = count.shape;
  const uniform = uniformOf(count);
  return [levelsFigure('Leaves', 'leaf nodes', count, upTo(1, maxDepth), leavesByLevel, uniform.leaves, isShown),
    ...(skippedLevels > 0 ? [] : [levelsFigure('Branches', 'branches', count, upTo(0, maxDepth - 1), branchesByLevel, uniform.branches, isShown)])];
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
          label: {show: width > 560, formatter: at => deviations(at.data.z)}}]
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
