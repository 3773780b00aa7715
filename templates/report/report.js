// The behaviour of the HTML report: filters by result, folding, and everything unfolded on paper.
// Without it the page shows everything.
(() => {
  const filters = document.querySelector('.filters');
  if (!filters) return;
  const buttons = [...filters.querySelectorAll('[data-filter]')];
  const status = filters.querySelector('.shown');
  const results = document.querySelector('.results');
  const folds = [...document.querySelectorAll('details')];

  const shows = (group) =>
    buttons.some(
      (button) => button.dataset.filter === group && button.getAttribute('aria-pressed') === 'true',
    );

  /** Hides what is not asked for, and then what has nothing left in it to show. */
  const apply = () => {
    let shown = 0;
    for (const one of document.querySelectorAll('[data-group]')) {
      one.hidden = !shows(one.dataset.group);
      if (!one.hidden && one.dataset.summary === undefined) shown += Number(one.dataset.count ?? 1);
    }
    // Innermost first: a work without a file to show has nothing to show.
    for (const kind of ['.file, .own, .shared', '.work', '.category']) {
      for (const box of document.querySelectorAll(kind)) {
        box.hidden = !all() && box.querySelector('[data-group]:not([hidden])') === null;
      }
    }
    const nothing = results.querySelector('.nothing');
    nothing.hidden = results.querySelector('.category:not([hidden])') !== null;
    status.textContent = status.dataset.words.replace('{count}', String(shown));
  };

  const all = () => buttons.every((button) => button.getAttribute('aria-pressed') === 'true');

  /** `#show=fail,unknown` opens the page with these alone. */
  const readAddress = () => {
    const asked = /^#show=([a-z,]*)$/.exec(location.hash)?.[1]?.split(',');
    if (!asked) return;
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(asked.includes(button.dataset.filter)));
    }
  };

  for (const button of buttons) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }
  for (const button of filters.querySelectorAll('[data-fold]')) {
    button.addEventListener('click', () => {
      for (const fold of folds) fold.open = button.dataset.fold === 'open';
    });
  }

  /** What a link leads to is unfolded, and shown whatever the filters hide. */
  const reveal = () => {
    const target = /^#file-\d+$/.test(location.hash) ? document.querySelector(location.hash) : null;
    if (!target) return;
    for (let box = target; box; box = box.parentElement) {
      box.hidden = false;
      if (box.matches('details')) box.open = true;
    }
    target.scrollIntoView();
  };

  let before = [];
  addEventListener('beforeprint', () => {
    before = folds.map((fold) => fold.open);
    for (const fold of folds) fold.open = true;
  });
  addEventListener('afterprint', () => {
    folds.forEach((fold, at) => {
      fold.open = before[at] ?? fold.open;
    });
  });
  addEventListener('hashchange', () => {
    readAddress();
    apply();
    reveal();
  });

  filters.hidden = false;
  readAddress();
  apply();
  reveal();
})();
