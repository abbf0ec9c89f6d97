// On a narrow screen, the API Explorer shows the response below the request, out of sight. After Send, this scrolls to it.
const narrow = matchMedia('(max-width: 800px)');
const longestWait = 120_000;
const pause = 150;
let stop = () => {};

function scrollToResponse() {
  stop();
  const dialog = document.querySelector('[role=dialog]');
  if (!dialog || !narrow.matches) return;

  let isChanged = false;
  let isScrolled = false;
  const observer = new MutationObserver(() => { isChanged = true; });
  // The response is drawn in several steps, of which the last is followed by a pause.
  const timer = setInterval(() => {
    const response = dialog.querySelector('section[aria-label="Response"]');
    // Before the response has arrived, the section has no status.
    if (isChanged && response && /\b[1-5]\d\d\b/.test(response.textContent)) {
      isChanged = false;
      isScrolled = true;
      response.scrollIntoView({ block: 'start' });
    } else if (isScrolled) {
      stop();
    }
  }, pause);
  const ending = setTimeout(() => stop(), longestWait);
  stop = () => { observer.disconnect(); clearInterval(timer); clearTimeout(ending); };
  observer.observe(dialog, { childList: true, characterData: true, subtree: true });
}

addEventListener('click', event => {
  if (/^Send/.test(event.target.closest?.('button')?.textContent.trim() ?? '')) scrollToResponse();
}, true);
addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) scrollToResponse();
}, true);
