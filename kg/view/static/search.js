// The search box: names and aliases of entities while one types, and words in the sentences.

const SUGGESTIONS = 8;
const index = model.entities.flatMap((entity) => namesOf(entity).map((name) => ({ entity, name, key: folded(name) })));
const search = { options: [], active: -1 };

function namesOf(entity) {
  const names = [entity.label, ...Object.values(entity.labels), ...(entity.aliases ?? []).map(([name]) => name)];
  return [...new Set(names)];
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("keydown", onSearchKey);
  input.addEventListener("blur", () => setTimeout(closeSuggestions, 120));
  document.addEventListener("keydown", onSlash);
}

function onSlash(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(input|textarea|select)$/i.test(event.target.tagName))
    return;
  event.preventDefault();
  byId("search").focus();
}

/** Entities by how well a name fits: whole, from its start, from the start of a word, anywhere; the best known first. */
function matches(text) {
  const wanted = folded(text);
  const best = new Map();
  for (const { entity, name, key } of index) {
    const rank = rankOf(key, wanted) * 2 + (name === entity.label ? 0 : 1);
    if (rank < 8 && rank < (best.get(entity)?.rank ?? 8)) best.set(entity, { entity, name, rank });
  }
  const weight = ({ entity }) => concerning(entity).length;
  return [...best.values()].sort(
    (a, b) => a.rank - b.rank || weight(b) - weight(a) || a.entity.number - b.entity.number,
  );
}

function rankOf(key, wanted) {
  const at = key.indexOf(wanted);
  if (at < 0) return 4;
  if (key === wanted) return 0;
  if (at === 0) return 1;
  return key.includes(` ${wanted}`) ? 2 : 3;
}

function suggest() {
  const text = byId("search").value.trim();
  if (!text) return closeSuggestions();
  const found = matches(text);
  const sentences = model.statements.filter((statement) => searchText(statement).includes(folded(text))).length;
  search.options = found.slice(0, SUGGESTIONS).map((match) => ({
    ...match,
    choose: () => select({ kind: "entity", number: match.entity.number }, { focus: true }),
  }));
  if (sentences)
    search.options.push({ text: say("search_sentences", { text, n: sentences }), choose: () => change({ text }) });
  search.active = search.options.length ? 0 : -1;
  showSuggestions(found.length);
}

function showSuggestions(count) {
  const list = byId("suggestions");
  const none = !search.options.length && el("li", { class: "none" }, say("search_none"));
  replaceContent(list, search.options.map(suggestionItem), none);
  list.hidden = false;
  byId("search").setAttribute("aria-expanded", "true");
  byId("search-status").textContent = count ? say("search_found", { n: count }) : say("search_none");
  markActive();
}

function suggestionItem(option, number) {
  const pick = (event) => {
    event.preventDefault(); // the box keeps the focus until the choice is made
    choose(number);
  };
  return el(
    "li",
    { id: `suggestion-${number}`, role: "option", mousedown: pick },
    option.text ? isolated(option.text) : entityOption(option),
  );
}

function entityOption({ entity, name }) {
  const alias = name !== entity.label && el("small", {}, isolated(say("search_alias", { name })));
  return [
    typeSymbol(entity.type),
    el("span", {}, isolated(entity.label), alias),
    el("span", { class: "number" }, inDigits.format(concerning(entity).length)),
  ];
}

function markActive() {
  search.options.forEach((_, number) =>
    byId(`suggestion-${number}`).setAttribute("aria-selected", String(number === search.active)),
  );
  const active = byId(`suggestion-${search.active}`);
  if (active) byId("search").setAttribute("aria-activedescendant", active.id);
  else byId("search").removeAttribute("aria-activedescendant");
  active?.scrollIntoView({ block: "nearest" });
}

function closeSuggestions() {
  byId("suggestions").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
  search.options = [];
}

function choose(number) {
  const option = search.options[number];
  byId("search").value = "";
  closeSuggestions();
  option?.choose();
}

function onSearchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && search.options.length) {
    search.active = (search.active + step + search.options.length) % search.options.length;
    markActive();
  } else if (event.key === "Enter" && search.options.length) choose(search.active);
  else if (event.key === "Escape" && byId("search").value) {
    byId("search").value = "";
    closeSuggestions();
    event.stopPropagation();
  } else return;
  event.preventDefault();
}
