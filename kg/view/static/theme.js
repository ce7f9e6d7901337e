// Light and dark: what the system prefers, until the reader chooses.

const THEME_KEY = "kg-theme";
const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
let palette = {};

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : prefersDark.matches;
}

/** A custom property of the style sheet. */
function colour(name) {
  palette[name] ??= getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  return palette[name];
}

function remembered(value) {
  try {
    if (value) localStorage.setItem(THEME_KEY, value);
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null; // a browser that keeps nothing for local files
  }
}

function chooseTheme(name) {
  if (name === "dark" || name === "light") document.documentElement.dataset.theme = name;
  palette = {};
  showThemeButton();
}

function showThemeButton() {
  const label = say(isDark() ? "theme_light" : "theme_dark");
  const node = byId("theme");
  replaceContent(node, icon(isDark() ? ICONS.sun : ICONS.moon));
  node.setAttribute("aria-label", label);
  node.title = label;
}

function startTheme(redraw) {
  chooseTheme(remembered());
  byId("theme").addEventListener("click", () => {
    const name = isDark() ? "light" : "dark";
    remembered(name);
    chooseTheme(name);
    redraw();
  });
  prefersDark.addEventListener("change", () => {
    chooseTheme();
    redraw();
  });
}
