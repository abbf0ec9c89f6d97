const token = document.querySelector('meta[name="sandbox-token"]').content;
const authorization = { Authorization: `Bearer ${token}` };
const maxShown = 1000;
const byId = id => document.getElementById(id);

function element(name, properties, ...children) {
  const result = Object.assign(document.createElement(name), properties);
  result.append(...children);
  return result;
}

function say(text, isError = false) {
  const status = byId('status');
  status.textContent = text;
  status.classList.toggle('error', isError);
}

// Returns the JSON of the response, or null if it has none. Throws with the sandbox's message if it is an error.
async function call(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    headers: body === undefined ? authorization : { ...authorization, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Error(json?.message ?? `The sandbox responded with status ${response.status}.`);
  }

  return json;
}

// Runs an action, says how it ended, and shows the state after it.
async function run(action, done) {
  try {
    const result = await action();
    say(typeof done === 'function' ? done(result) : done);
    await refresh();
  } catch (error) {
    say(error.message, true);
  }
}

async function refresh() {
  const [clock, connections, faults] = await Promise.all([call('GET', 'clock'), call('GET', 'connections'), call('GET', 'faults')]);
  byId('now').textContent = `${clock.now.slice(0, 19).replace('T', ' ')} UTC${clock.offset_seconds ? ' (moved)' : ''}`;
  byId('connections').replaceChildren(...connections.data.map(connection => describeConnection(connection, clock.now)));
  byId('faults').replaceChildren(...faults.data.map(fault => element('li', {}, `${fault.fault} × ${fault.calls}`)));
}

function describeConnection(connection, now) {
  const expiry = connection.refresh_token_expires_at;
  const isExpired = expiry && Date.parse(expiry) <= Date.parse(now);
  const name = connection.label ?? '(no label)';
  const refreshUrl = `/oauth/${encodeURIComponent(connection.provider?.name ?? 'provider')}/authorize/${connection.uuid}?account=${connection.account}`;
  return element('li', {},
    element('div', {}, element('strong', { textContent: name }), ` ${connection.provider?.label ?? ''}`),
    element('div', { className: 'small', textContent: connection.uuid }),
    element('div', { className: `small${isExpired ? ' bad' : ''}`, textContent: expiry ? `${isExpired ? 'Expired' : 'Expires'} ${expiry.slice(0, 10)}` : 'Does not expire' }),
    element('div', { className: 'actions' },
      element('a', { href: refreshUrl, textContent: 'Refresh', ariaLabel: `Refresh ${name}` }),
      element('button', {
        type: 'button',
        textContent: 'Delete',
        ariaLabel: `Delete ${name}`,
        onclick: () => run(() => call('DELETE', `connections/${connection.uuid}?account=${connection.account}`), 'The connection is deleted.'),
      })));
}

function describeRequest(request) {
  const isGood = request.status !== null && request.status < 400;
  const notes = [];
  if (request.fault) {
    notes.push(element('span', { className: 'note', textContent: `fault: ${request.fault}` }));
  }

  if (request.violations.length > 0) {
    notes.push(element('span', { className: 'note bad', textContent: 'violates the contract' }));
  }

  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`).join('\n');
  const sections = [
    request.violations.length > 0 && `Contract: ${request.violations.join(' ')}`,
    `Operation: ${request.operation ?? 'none of the contract'}\nDuration: ${request.duration_ms} ms`,
    headers,
    request.body,
  ];
  return element('li', {}, element('details', {},
    element('summary', {},
      element('span', { textContent: request.time.slice(11, 19) }),
      element('span', { textContent: request.method }),
      element('span', { className: isGood ? 'good' : 'bad', textContent: request.status ?? 'no response' }),
      element('span', { className: 'path', textContent: request.path + request.query }),
      ...notes),
    ...sections.filter(Boolean).map(text => element('pre', { textContent: text }))));
}

function describeEmail(email) {
  const what = { expires_in_14_days: 'expires in 14 days', expires_in_7_days: 'expires in 7 days', expired: 'has expired' }[email.kind];
  return element('li', { className: 'email' },
    element('span', { textContent: email.sent_at.slice(0, 10) }),
    element('span', { className: 'note', textContent: 'simulated e-mail' }),
    element('span', { className: 'path', textContent: `${email.label ?? email.connection} ${what}` }));
}

function show(item) {
  const list = byId('requests');
  list.prepend(item);
  while (list.children.length > maxShown) {
    list.lastElementChild.remove();
  }

  byId('no-requests').hidden = true;
}

function clear() {
  byId('requests').replaceChildren();
  byId('no-requests').hidden = false;
}

// A request can change connections, and uses up faults. Of many at once, the last one counts.
let refreshing;
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => refresh().catch(error => say(error.message, true)), 200);
}

function receive(type, data) {
  switch (type) {
    case 'request': show(describeRequest(JSON.parse(data))); refreshSoon(); break;
    case 'email': show(describeEmail(JSON.parse(data))); break;
    case 'cleared': clear(); break;
  }
}

// EventSource cannot send the token, so the stream of events is read by hand: blocks of "event: type" and "data: json".
async function watch() {
  const response = await fetch('/sandbox/events', { headers: { ...authorization, Accept: 'text/event-stream' } });
  if (!response.ok) {
    throw new Error(`The sandbox responded with status ${response.status}.`);
  }

  clear();
  byId('live').textContent = 'Live';
  byId('live').classList.add('on');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }

    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map(line => line.split(/: ?(.*)/s)));
      receive(fields.event, fields.data);
    }
  }
}

async function keepWatching() {
  for (;;) {
    await watch().catch(() => {});
    byId('live').textContent = 'Disconnected. Trying again';
    byId('live').classList.remove('on');
    await new Promise(resolve => setTimeout(resolve, 2000));
  }
}

byId('connect').addEventListener('submit', event => {
  event.preventDefault();
  location.assign(`/oauth/${encodeURIComponent(byId('provider').value)}/authorize`);
});
byId('clock').addEventListener('submit', event => {
  event.preventDefault();
  run(() => call('POST', 'clock', { advance: byId('advance').value.trim() }),
    moved => `The clock is moved.${moved.emails.length > 0 ? ` Plannr would have sent ${moved.emails.length} e-mail${moved.emails.length > 1 ? 's' : ''}.` : ''}`);
});
byId('fault').addEventListener('submit', event => {
  event.preventDefault();
  run(() => call('POST', 'faults', { fault: byId('fault-text').value, calls: byId('calls').valueAsNumber }), 'The fault is injected.');
});
byId('clear-faults').addEventListener('click', () => run(() => call('DELETE', 'faults'), 'The injected faults are cleared.'));
byId('clear-requests').addEventListener('click', () => run(() => call('DELETE', 'requests'), 'The journal is cleared.'));
byId('reset').addEventListener('click', () => run(() => call('POST', 'reset'), 'The sandbox is reset.'));

run(() => Promise.resolve(), '');
keepWatching();
