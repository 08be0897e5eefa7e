// What a test asks of the live figures of a page.

const figures = (name) => [...document.querySelectorAll(`[data-live="${name}"]`)];

// answered acts, and returns the milliseconds until the figure is drawn anew.
function answered(root, act) {
  const before = Number(root.dataset.version), start = performance.now();
  return new Promise((resolve, reject) => {
    const given = setTimeout(() => reject(new Error(`${root.dataset.live} does not answer`)), 5000);
    const observer = new MutationObserver(() => {
      if (Number(root.dataset.version) <= before) return;
      clearTimeout(given);
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(root, { attributes: true, attributeFilter: ["data-version"] });
    act();
  });
}

function type(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// settled waits until no figure has been drawn anew for twelve frames: a browser passes on
// what the pointer did before it draws a frame.
async function settled() {
  const versions = () => [...document.querySelectorAll("[data-live]")].map((root) => root.dataset.version).join();
  for (let before = versions(), quiet = 0; quiet < 12; quiet++) {
    await new Promise(requestAnimationFrame);
    if (versions() !== before) [before, quiet] = [versions(), 0];
  }
  return true;
}

const slide = (root, name, value) => answered(root, () => type(root.querySelector(`input[name=${name}]`), value));
const press = (root, name) => answered(root, () => root.querySelector(`button[name=${name}]`).click());

function choose(root, name, index) {
  const list = root.querySelector(`select[name=${name}]`);
  list.selectedIndex = index;
  return answered(root, () => list.dispatchEvent(new Event("change", { bubbles: true })));
}

// place is where an element is on the screen, scrolled to.
function place(element) {
  element.scrollIntoView({ block: "center" });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

// timed notes from now on how long the figure takes from a move of the pointer to its answer.
function timed(root) {
  let moved = 0;
  root.latencies = [];
  root.addEventListener("pointermove", () => (moved ||= performance.now()), true);
  new MutationObserver(() => {
    if (moved) root.latencies.push(performance.now() - moved);
    moved = 0;
  }).observe(root, { attributes: true, attributeFilter: ["data-version"] });
}

// image is the drawing as the network is given it: 0 is paper and 255 is ink.
const image = (root) => [...root.querySelector("canvas.seen").getContext("2d").getImageData(0, 0, 28, 28).data]
  .filter((_, i) => i % 4 === 0).map((grey) => 255 - grey);

const logits = (root) => [...root.querySelectorAll("[data-logit]")].map((cell) => Number(cell.textContent.replace("−", "-")));
const said = (root) => root.querySelector(".cl-said").textContent;
const formulas = (root) => [...root.querySelectorAll(".cl-formula")].map((e) => e.textContent).join("\n");

async function ready(name, n) {
  for (let i = 0; i < 300; i++) {
    if (figures(name).filter((root) => Number(root.dataset.version) > 0).length >= n) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${figures(name).length} ${name} on the page, not ${n} that live`);
}
