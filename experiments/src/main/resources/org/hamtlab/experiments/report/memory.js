// How the slots are used: of a branch, level by level, and of what an allocator has reserved.

const ratioOf = (part, all) => all > 0 ? part / all : NaN;
const inner = ({telemetry}) => ratioOf(telemetry.slotsOccupied - telemetry.slotsLive, telemetry.slotsOccupied);
const outer = ({telemetry}) => ratioOf(telemetry.slotsReusable - telemetry.largestReusable, telemetry.slotsReusable);
const occupancy = count => count.shape.childPointers / count.shape.internalNodes / fanOut(count.treatment);
const share = value => Number.isFinite(value) ? percent(value, 2) : '–';

// Children of a level over the slots that its branches could have; nothing where branches skip levels.
function occupancyFigure(count, isShown = admitsGroup) {
  const {branchesByLevel: branches, leavesByLevel: leaves, skippedLevels} = count.shape;
  const wide = fanOut(count.treatment);
  if (skippedLevels > 0 || !Number.isFinite(wide)) return [];
  const level = branches.flatMap((number, at) => number > 0 ? [at] : []);
  const below = at => (branches[at + 1] || 0) + (leaves[at + 1] || 0);
  const measured = level.map(at => below(at) / branches[at] / wide);
  const uniform = uniformOf(count);
  const children = at => (uniform.branches[at + 1] || 0) + (uniform.leaves[at + 1] || 0);
  // Of less than one expected branch a mean says nothing.
  const expected = uniform.branches.length === 0 ? [] : level.map(at => uniform.branches[at] < 1 ? null : children(at) / uniform.branches[at] / wide);
  return [figure(`Occupancy by level: ${label(count.treatment)}, ${count.keys}`, ink => isShown(count) ? ({
    height: 240,
    describe: level.map((at, index) => `level ${at}: ${share(measured[index])} of ${whole(branches[at])} branches`).join('; '),
    options: common(ink, {
      legend: {},
      grid: {top: 32, left: 28},
      tooltip: {trigger: 'axis', valueFormatter: share},
      xAxis: {type: 'category', data: level, name: 'level of the branch (the root is 0)', nameGap: 24, splitLine: {show: false}, axisTick: {show: false}},
      yAxis: {type: 'value', min: 0, max: 1, name: 'used slots of the fan-out', nameGap: 58, axisLabel: {formatter: shareOf}},
      series: barsAndUniform(ink, measured, expected)
    })
  }) : null)];
}

// What became of every slot that an allocator reserved.
const slotParts = ({telemetry}) => {
  const {slotsLive: live, slotsOccupied: occupied, slotsAbandoned: abandoned = 0, slotsReusable: reusable = 0, slotsReserved: reserved} = telemetry;
  return [['in use', live], ['rounded up', Math.max(0, occupied - live)], ['given up', abandoned], ['free', reusable],
    ['never granted', Math.max(0, reserved - occupied - abandoned - reusable)]];
};
const MOST_BARS = 24;

// A bar for each treatment, in order of what it reserves; equal ones share a bar.
function slotsFigure(set) {
  const alike = new Map();
  for (const count of counts.filter(each => each.keys === set.keys && each.telemetry.slotsReserved > 0)) {
    const key = JSON.stringify(slotParts(count));
    if (!alike.has(key)) alike.set(key, []);
    alike.get(key).push(count);
  }
  if (alike.size === 0) return [];
  return [figure(`Slots reserved by the allocator: ${set.keys}`, (ink, width) => {
    const rows = [...alike.values()].map(each => each.filter(admits)).filter(each => each.length > 0)
        .sort((a, b) => a[0].telemetry.slotsReserved - b[0].telemetry.slotsReserved).slice(0, MOST_BARS);
    if (rows.length === 0 || (chosen.keys !== '' && chosen.keys !== set.keys)) return null;
    const names = rows.map(row => wrapped(label(row[0].treatment) + (row.length > 1 ? ` and ${row.length - 1} like it` : ''), Math.min(330, width * 0.4)));
    const parts = slotParts(rows[0][0]).map(([name]) => name);
    const colours = [ink.accent, ink.second, ink.fourth, ink.soft, ink.line];
    return {
      height: 100 + Math.max(26, 14 * lineCount(names) + 8) * rows.length,
      describe: rows.map(row => `${label(row[0].treatment)}: ` + slotParts(row[0]).map(([name, slots]) => `${whole(slots)} ${name}`).join(', ')).join('; '),
      click: point => pin(rows[point.dataIndex][0].treatment),
      options: common(ink, {
        legend: {},
        grid: {top: 36},
        tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, valueFormatter: whole},
        xAxis: {type: 'value', min: 0, name: 'slots', nameGap: 26, axisLabel: {formatter: value => value >= 1e6 ? `${tickText(value / 1e6)} M` : whole(value)}},
        yAxis: {type: 'category', inverse: true, data: names, axisTick: {show: false}, splitLine: {show: false}, axisLabel: {color: ink.ink, interval: 0, hideOverlap: false, lineHeight: 14}},
        series: parts.map((name, at) => ({type: 'bar', name, stack: 'slots', barMaxWidth: 16, itemStyle: {color: colours[at]}, data: rows.map(row => slotParts(row[0])[at][1])}))
      })
    };
  })];
}
