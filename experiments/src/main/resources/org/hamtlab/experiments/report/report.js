'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const {plan, environment, analysis, counts, failures} = data;
  const page = document.getElementById('page');
  page.textContent = '';

  // ---- small helpers: every text goes in as text

  function element(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    for (const child of children.flat(Infinity)) node.append(child instanceof Node ? child : String(child));
    return node;
  }
  const add = (...nodes) => page.append(...nodes);
  const heading = text => add(element('h2', {}, text));

  function digits(value, count = 3) {
    if (value === null || value === undefined || !Number.isFinite(Number(value))) return '–';
    const number = Number(value);
    if (number === 0) return '0';
    if (Math.abs(number) >= 1000) return Math.round(number).toLocaleString('en');
    return number.toPrecision(count);
  }
  const whole = value => Number(value).toLocaleString('en');

  function table(caption, columns, rows) {
    const body = element('tbody');
    const fill = sorted => body.replaceChildren(...sorted.map(row => element('tr', {},
        columns.map(column => {
          const value = column.value(row);
          const cell = element('td', {class: column.kind || ''}, column.show ? column.show(row) : value);
          if (column.title) cell.title = column.title(row);
          return cell;
        }))));
    const head = element('tr', {}, columns.map(column => {
      const cell = element('th', {class: column.kind || '', tabindex: 0, title: 'sort'}, column.name);
      let up = false;
      const sort = () => {
        up = !up;
        fill([...rows].sort((a, b) => {
          const x = column.value(a), y = column.value(b);
          const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
          return up ? order : -order;
        }));
      };
      cell.addEventListener('click', sort);
      cell.addEventListener('keydown', event => { if (event.key === 'Enter') sort(); });
      return cell;
    }));
    fill(rows);
    const node = element('table', {}, element('thead', {}, head), body);
    if (caption) node.prepend(element('caption', {}, caption));
    add(element('div', {class: 'scroll'}, node));
  }

  function facts(pairs) {
    add(element('dl', {}, pairs.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])));
  }

  const refusalWords = {
    R1: 'the interval meets the smallest effect of interest',
    R2: 'more than one factor changed, so no cause may be named',
    R3: 'the counter that would explain it did not move',
    R5: 'the effect is below the drift of the untouched control',
    R6: 'no absolute number across hosts, sessions or versions',
    R7: 'no ranking beyond the sizes measured',
    R8: 'no steady state was shown',
    R9: 'too few forks',
    R13: 'no control for the number of comparisons'
  };

  // ---- what was asked

  add(element('h1', {}, 'Sweep ' + plan.run,
      plan.exploratory ? element('span', {class: 'badge'}, 'exploratory') : ''));
  add(element('p', {class: 'soft'}, `${plan.treatments.length} treatments × ${plan.keySets.length} key set${plan.keySets.length === 1 ? '' : 's'} × `
      + `${plan.operations.length} operations, ${plan.forks} forks each, against ${plan.baseline}.`));
  heading('What was asked');
  facts([
    ['profile', plan.profile], ['seed', plan.seed], ['operations', plan.operations.join(', ')],
    ['keys', plan.keySets.map(set => `${set.keys} (${whole(set.n)} distinct)`).join(', ')],
    ['primary metric', plan.primaryMetric],
    ['smallest effect', digits(plan.smallestEffect * 100, 2) + ' %'],
    ['stopping rule', plan.stoppingRule],
    ['plan digest', analysis.planDigest]
  ]);

  // ---- what can be said

  heading('What can be said');
  const claims = analysis.cells.filter(cell => cell.claim === 'faster' || cell.claim === 'slower');
  add(element('p', {}, claims.length === 0
      ? 'No difference could be claimed; the refusals say why.'
      : `${claims.length} of ${analysis.cells.filter(cell => cell.claim !== 'baseline').length} comparisons `
          + 'lie wholly outside the smallest effect and outside the control\'s drift.'));
  const others = analysis.cells.filter(cell => cell.claim !== 'baseline');
  const interval = cell => `${digits(cell.ratio)} [${digits(cell.ratioLow)}, ${digits(cell.ratioHigh)}]`;
  table('Ratio of time to the baseline\'s, 95 % interval; below 1 is faster. Click a heading to sort.', [
    {name: 'operation', value: cell => cell.operation},
    {name: 'keys', value: cell => cell.keys},
    {name: 'treatment', value: cell => cell.label, title: cell => cell.phrase},
    {name: 'ratio', kind: 'number', value: cell => cell.ratio, show: interval},
    {name: 'says', value: cell => cell.claim,
      show: cell => element('span', {class: 'claim ' + cell.claim.replace(' ', '-')}, cell.claim)},
    {name: 'refusals', value: cell => cell.refusals.join(', '),
      title: cell => cell.refusals.map(code => code + ': ' + (refusalWords[code] || '')).join('\n')}
  ], others);
  const codes = [...new Set(others.flatMap(cell => cell.refusals))].sort();
  if (codes.length > 0) {
    add(element('p', {class: 'soft'}, codes.map(code => `${code}: ${refusalWords[code] || 'see METHOD'}`).join('; ') + '.'));
  }
  add(element('ul', {}, analysis.refusals.map(refusal => element('li', {}, element('b', {}, refusal.code + '. '), refusal.sentence))));

  // ---- per operation

  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(name).trim();

  function whiskers(cells) {
    const height = 70 + 30 * cells.length;
    const box = element('div', {class: 'chart', role: 'img', style: `height:${height}px`,
      'aria-label': cells.map(cell => cell.label + ' ' + interval(cell)).join('; ')});
    add(box);
    const chart = echarts.init(box, null, {renderer: 'svg'});
    const low = Math.min(0.9, ...cells.map(cell => cell.ratioLow)) * 0.95;
    const high = Math.max(1.1, ...cells.map(cell => cell.ratioHigh)) * 1.05;
    const ink = colour('--ink'), soft = colour('--soft'), line = colour('--line'), accent = colour('--accent');
    const shortened = text => text.length > 44 ? text.slice(0, 43) + '…' : text;
    chart.setOption({
      animation: false,
      textStyle: {color: ink},
      grid: {left: 8, right: 24, top: 8, bottom: 40, containLabel: true},
      tooltip: {backgroundColor: colour('--paper'), textStyle: {color: ink}, confine: true,
        formatter: point => echarts.format.encodeHTML(cells[point.dataIndex].label + ': ' + interval(cells[point.dataIndex])
            + ', ' + digits(cells[point.dataIndex].nsPerOp) + ' ns')},
      xAxis: {type: 'log', logBase: 2, min: low, max: high, name: 'ratio to the baseline (log scale)', nameLocation: 'middle',
        nameGap: 26, nameTextStyle: {color: soft}, axisLabel: {color: soft, formatter: value => digits(value)},
        splitLine: {lineStyle: {color: line}}},
      yAxis: {type: 'category', inverse: true, data: cells.map(cell => shortened(cell.label)),
        axisLabel: {color: ink}, axisTick: {show: false}, axisLine: {lineStyle: {color: line}}},
      series: [{
        type: 'custom',
        data: cells.map((cell, index) => [cell.ratio, index, cell.ratioLow, cell.ratioHigh]),
        encode: {x: [0, 2, 3], y: 1},
        renderItem: (parameters, api) => {
          const middle = api.coord([api.value(0), api.value(1)]);
          const from = api.coord([api.value(2), api.value(1)]), to = api.coord([api.value(3), api.value(1)]);
          const claimed = ['faster', 'slower'].includes(cells[parameters.dataIndex].claim);
          const stroke = claimed ? accent : soft;
          return {type: 'group', children: [
            {type: 'line', shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]}, style: {stroke, lineWidth: 2}},
            {type: 'circle', shape: {cx: middle[0], cy: middle[1], r: 5}, style: {fill: stroke}}]};
        },
        markLine: {silent: true, symbol: 'none', lineStyle: {color: ink, type: 'dashed'}, label: {show: false}, data: [{xAxis: 1}]}
      }]
    });
    window.addEventListener('resize', () => chart.resize());
  }

  const bytes = cell => {
    const count = counts.find(each => each.treatment === cell.treatment && each.keys === cell.keys);
    return count ? count.bytesPerEntry : NaN;
  };
  heading('How the treatments compare');
  for (const operation of plan.operations) {
    for (const set of plan.keySets) {
      const cells = analysis.cells.filter(cell => cell.operation === operation && cell.keys === set.keys);
      if (cells.length === 0) continue;
      add(element('h3', {}, `${operation}, ${set.keys}`));
      whiskers(cells);
      table('', [
        {name: 'treatment', value: cell => cell.label, title: cell => cell.phrase},
        {name: 'ns a key', kind: 'number', value: cell => cell.nsPerOp, show: cell => digits(cell.nsPerOp)},
        {name: 'ratio', kind: 'number', value: cell => cell.ratio, show: interval},
        {name: 'bytes an entry', kind: 'number', value: bytes, show: cell => digits(bytes(cell))},
        {name: 'forks', kind: 'number', value: cell => cell.forks}
      ], cells);
    }
  }

  // ---- why

  heading('Why: shape and allocator, counted');
  const label = id => (plan.treatments.find(each => each.id === id) || {label: id}).label;
  const predicted = (count, counter) => (count.oracle || []).find(each => each.counter === counter);
  table('Counts are equal on every machine. Expected is what a perfect hash gives; z is the distance from it.', [
    {name: 'treatment', value: count => label(count.treatment), title: count => count.phrase},
    {name: 'keys', value: count => count.keys},
    {name: 'branches', kind: 'number', value: count => count.shape.internalNodes, show: count => whole(count.shape.internalNodes)},
    {name: 'expected', kind: 'number', value: count => (predicted(count, 'internalNodes') || {}).expected,
      show: count => digits((predicted(count, 'internalNodes') || {}).expected, 4)},
    {name: 'z', kind: 'number', value: count => Number((predicted(count, 'internalNodes') || {}).z),
      show: count => digits((predicted(count, 'internalNodes') || {}).z, 2)},
    {name: 'single-child', kind: 'number', value: count => count.shape.singleChildNodes, show: count => whole(count.shape.singleChildNodes)},
    {name: 'depth', kind: 'number', value: count => count.shape.maxDepth},
    {name: 'bytes an entry', kind: 'number', value: count => count.bytesPerEntry, show: count => digits(count.bytesPerEntry)},
    {name: 'allocations', kind: 'number', value: count => count.telemetry.allocations, show: count => whole(count.telemetry.allocations)},
    {name: 'frees', kind: 'number', value: count => count.telemetry.frees, show: count => whole(count.telemetry.frees)},
    {name: 'live slots', kind: 'number', value: count => count.telemetry.slotsLive, show: count => whole(count.telemetry.slotsLive)},
    {name: 'fallbacks', kind: 'number', value: count => count.telemetry.fallbacks, show: count => whole(count.telemetry.fallbacks)}
  ], [...counts].sort((a, b) => a.treatment.localeCompare(b.treatment)));

  // ---- what is missing

  heading('What is missing');
  if (failures.length === 0) {
    add(element('p', {}, 'No cell failed.'));
  } else {
    table('Failed cells', [
      {name: 'stage', value: failure => failure.stage},
      {name: 'treatment', value: failure => label(failure.treatment), title: failure => failure.phrase},
      {name: 'fork', kind: 'number', value: failure => failure.fork},
      {name: 'cause', value: failure => failure.cause, title: failure => (failure.detail || []).join('\n')}
    ], failures);
  }
  if (plan.exclusions.length === 0) {
    add(element('p', {}, 'No treatment was excluded.'));
  } else {
    table('Excluded combinations', [
      {name: 'phrase', kind: 'phrase', value: exclusion => exclusion.phrase},
      {name: 'reason', value: exclusion => exclusion.reason}
    ], plan.exclusions);
  }

  // ---- how much to trust it

  heading('How much to trust it');
  facts([
    ['forks', `${analysis.forksDone} of ${analysis.forksPlanned} measured, ${analysis.forksFailed} failed`],
    ['control drift', digits(analysis.control ? analysis.control.drift * 100 : NaN, 2) + ' %'],
    ['host', `${environment.cpu}, ${environment.cores} cores, ${environment.os}, load ${digits(environment.load, 2)} at the start`],
    ['governor, turbo', `${environment.governor}, ${environment.turbo}`],
    ['virtual machine', environment.jvm],
    ['flags', environment.jvmFlags.join(' ')],
    ['sources', environment.commit + (environment.dirty ? ', changed since' : '')],
    ['warnings', environment.warnings.join('; ') || 'none']
  ]);

  heading('Treatments');
  table('', [
    {name: 'id', value: treatment => treatment.id},
    {name: 'label', value: treatment => treatment.label},
    {name: 'canonical phrase', kind: 'phrase', value: treatment => treatment.phrase}
  ], plan.treatments);

  heading('Again');
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  add(element('pre', {}, [
    `./hamt report ${quoted(data.bundle)}`,
    `./hamt sweep --profile ${plan.profile} --seed ${plan.seed}`,
    ...plan.treatments.slice(0, 1).map(treatment => `./hamt count ${quoted(treatment.phrase)} --keys ${plan.keySets[0].keys}`)
  ].join('\n')));
})();
